/* Finding OpenBLAS on Windows, and leaving the process as it was.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "machine.h"
#include "os/system.h"
#include "support.h"

#define CHECK(condition)                                                            \
  do {                                                                              \
    if (!(condition)) {                                                             \
      fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition); \
      return 1;                                                                     \
    }                                                                               \
  } while (0)

static int refuse(const char *path, const char *words)
{
  nnreg_blas *blas;
  nnreg_message why = {""};
  CHECK(nnreg_blas_open(path, &blas, &why) == NNREG_NO_BLAS && !blas);
  if (!strstr(why.text, words)) fprintf(stderr, "\"%s\" does not say \"%s\"\n", why.text, words);
  CHECK(strstr(why.text, words) && strstr(why.text, "NNREG_OPENBLAS"));
  return 0;
}

static int check_missing(const char *argument)
{
  (void)argument;
  CHECK(refuse("C:\\nowhere\\libopenblas.dll", "tried C:\\nowhere\\libopenblas.dll") == 0);
  CHECK(refuse("C:\\", "tried C:\\") == 0);                 /* a folder */
  CHECK(refuse("NUL", "tried NUL") == 0);                   /* no library */
  CHECK(refuse("kernel32.dll", "tried kernel32.dll") == 0); /* one without the functions */
  nnreg_system_setenv("NNREG_OPENBLAS", "C:\\nowhere\\of-the-variable.dll");
  CHECK(refuse(NULL, "of-the-variable.dll") == 0);
  CHECK(refuse("C:\\of-the-call.dll", "of-the-call.dll") == 0); /* goes first */
  return 0;
}

static int get_threads(void *library)
{
  int (*get)(void) = NULL;
  NNREG_BIND(get, library, "openblas_get_num_threads");
  return get ? get() : -1;
}

/* One thread, the environment as before; the file's full name opens it too. */
static int check_open(const char *argument)
{
  nnreg_blas *blas, *again;
  nnreg_message why;
  char file[512];
  (void)argument;
  CHECK(nnreg_blas_open(NULL, &blas, &why) == NNREG_OK);
  CHECK(get_threads(blas->library) == 1);
  CHECK(!getenv("OPENBLAS_NUM_THREADS") && !getenv("OPENBLAS_CORETYPE"));
  snprintf(file, sizeof file, "%s", nnreg_blas_file(blas));
  CHECK(file[1] == ':');
  CHECK(nnreg_blas_open(file, &again, &why) == NNREG_OK);
  CHECK(again->sgemm == blas->sgemm);
  CHECK(nnreg_find_symbol("cblas_dgemm") == nnreg_library_symbol(blas->library, "cblas_dgemm"));
  CHECK(!nnreg_find_symbol("no_such_symbol"));
  nnreg_blas_close(again);
  nnreg_blas_close(blas);
  CHECK(GetModuleHandleA(file)); /* loaded for good */
  return 0;
}

/* The process's own has its threads again afterwards. */
static int check_resident(const char *argument)
{
  nnreg_blas *blas;
  nnreg_message why;
  (void)argument;
  const char *file = getenv("NNREG_OPENBLAS");
  CHECK(file);
  HMODULE own = LoadLibraryA(file);
  CHECK(own);
  void (*set)(int) = NULL;
  NNREG_BIND(set, (void *)own, "openblas_set_num_threads");
  set(2);
  int before = get_threads((void *)own);
  CHECK(before == 2 || nnreg_num_processors() == 1);
  CHECK(nnreg_blas_open(NULL, &blas, &why) == NNREG_OK);
  CHECK(get_threads((void *)own) == 1);
  nnreg_blas_close(blas);
  CHECK(get_threads((void *)own) == before);
  return 0;
}

static void run(const char *name) { assert_int_equal(process_wait(process_start(name, "-")), 0); }

static void test_missing(void **state)
{
  (void)state;
  run("missing");
}

static void test_open(void **state)
{
  (void)state;
  run("open");
}

static void test_resident(void **state)
{
  (void)state;
  if (!getenv("NNREG_OPENBLAS")) skip();
  run("resident");
}

int main(int count, char **words)
{
  static const process_entry jobs[] = {
      {"missing", check_missing}, {"open", check_open}, {"resident", check_resident}, {NULL, NULL}};
  processes_begin(count, words, jobs);
  const struct CMUnitTest tests[] = {TEST(test_missing), TEST(test_open), TEST(test_resident)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
