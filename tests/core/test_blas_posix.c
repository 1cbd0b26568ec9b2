/* Finding OpenBLAS on POSIX, binding it privately, and leaving the process as it was.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library stays loaded once it is, so each test runs in a process of its own.
 */
#define _GNU_SOURCE
#include "os/os.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "training.h"

/* ---------------------------------------------------------------- Processes -- */

#define CHECK(condition)                                                            \
  do {                                                                              \
    if (!(condition)) {                                                             \
      fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition); \
      return 1;                                                                     \
    }                                                                               \
  } while (0)

enum { SKIPPED = 77 };

static int process_status(int check(void))
{
  int status;
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) exit(check()); /* not _exit: the counts of a coverage build are written */
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  return WEXITSTATUS(status);
}

static void run_apart(int check(void))
{
  int status = process_status(check);
  if (status == SKIPPED) skip();
  assert_int_equal(status, 0);
}

static bool says(const nnreg_message *why, const char *words)
{
  if (strstr(why->text, words)) return true;
  fprintf(stderr, "\"%s\" does not say \"%s\"\n", why->text, words);
  return false;
}

static nnreg_blas *open_it(const char *path)
{
  nnreg_blas *blas = NULL;
  nnreg_message why = {""};
  if (nnreg_blas_open(path, &blas, &why) != NNREG_OK) fprintf(stderr, "%s\n", why.text);
  return blas;
}

static int get_threads(void *library)
{
  int (*get)(void) = NULL;
  void *symbol = nnreg_library_symbol(library, "openblas_get_num_threads");
  memcpy(&get, &symbol, sizeof get);
  return get ? get() : -1;
}

/* ------------------------------------------------------------------ Failures -- */

/* The file is named, with what to do; nothing is returned. */
static int refuse(const char *path, const char *name)
{
  int any = 0;
  nnreg_blas *blas = (nnreg_blas *)&any;
  nnreg_message why = {""};
  CHECK(nnreg_blas_open(path, &blas, &why) == NNREG_NO_BLAS);
  CHECK(blas == NULL);
  CHECK(says(&why, name));
  CHECK(says(&why, "libopenblas0-pthread"));
  CHECK(says(&why, "NNREG_OPENBLAS"));
  return 0;
}

static int check_missing(void)
{
  char name[2000];
  memset(name, 'x', sizeof name);
  name[sizeof name - 1] = 0;
  CHECK(refuse("/nowhere/libopenblas.so.0", "/nowhere/libopenblas.so.0") == 0);
  CHECK(refuse(name, "xxxxxxxx") == 0);         /* longer than a message */
  CHECK(refuse("/", "tried /") == 0);           /* a folder            */
  CHECK(refuse("/dev/null", "/dev/null") == 0); /* no library        */
  CHECK(refuse("libm.so.6", "libm.so.6") == 0); /* a library without the functions */
  return 0;
}

static int check_missing_variable(void)
{
  setenv("NNREG_OPENBLAS", "/nowhere/of-the-variable.so", 1);
  CHECK(refuse(NULL, "/nowhere/of-the-variable.so") == 0);
  CHECK(refuse("/nowhere/of-the-call.so", "/nowhere/of-the-call.so") == 0); /* goes first */
  unsetenv("NNREG_OPENBLAS");
  nnreg_blas *blas = open_it(NULL); /* a failure leaves nothing behind */
  CHECK(blas);
  nnreg_blas_close(blas);
  return 0;
}

static void test_missing(void **state)
{
  (void)state;
  run_apart(check_missing);
  run_apart(check_missing_variable);
  nnreg_blas_close(NULL);
}

/* ------------------------------------------------------------------ Opening -- */

static int check_open(void)
{
  unsetenv("OPENBLAS_NUM_THREADS");
  unsetenv("OPENBLAS_CORETYPE");
  nnreg_blas *blas = open_it(NULL), *again;
  CHECK(blas);
  CHECK(strstr(nnreg_blas_config(blas), "OpenBLAS"));
  CHECK(strlen(nnreg_blas_core(blas)) > 0);
  CHECK(strstr(nnreg_blas_file(blas), "openblas"));
  CHECK(get_threads(blas->library) == 1);
  CHECK(!getenv("OPENBLAS_NUM_THREADS") && !getenv("OPENBLAS_CORETYPE"));
  CHECK(!dlsym(RTLD_DEFAULT, "cblas_dgemm")); /* nothing else in the process sees it */
  again = open_it(NULL);
  CHECK(again && again->sgemm == blas->sgemm);
  nnreg_blas_close(again);
  nnreg_blas_close(blas);
  return 0;
}

/* The variable may name the very file; the user's own settings stay. */
static int check_variable(void)
{
  char file[512];
  setenv("OPENBLAS_NUM_THREADS", "1", 1);
  setenv("OPENBLAS_CORETYPE", "Prescott", 1);
  nnreg_blas *blas = open_it(NULL);
  CHECK(blas);
  snprintf(file, sizeof file, "%s", nnreg_blas_file(blas));
  nnreg_blas_close(blas);
  setenv("NNREG_OPENBLAS", file, 1);
  blas = open_it(NULL);
  CHECK(blas && strcmp(nnreg_blas_file(blas), file) == 0);
  CHECK(strcmp(getenv("OPENBLAS_NUM_THREADS"), "1") == 0);
  CHECK(strcmp(getenv("OPENBLAS_CORETYPE"), "Prescott") == 0);
  nnreg_blas_close(blas);
  return 0;
}

static void test_open(void **state)
{
  (void)state;
  run_apart(check_open);
  run_apart(check_variable);
}

/* ---------------------------------------------------- The process's own one -- */

/* The library's file, written by a process that has opened it. */
static char *file_found;

static int find_file(void)
{
  nnreg_blas *blas = open_it(NULL);
  CHECK(blas);
  snprintf(file_found, 512, "%s", nnreg_blas_file(blas));
  nnreg_blas_close(blas);
  return 0;
}

/* Two threads, as far as there are processors, and this type of core. */
static void *load_as_own(const char *core)
{
  setenv("OPENBLAS_NUM_THREADS", "2", 1);
  if (core) setenv("OPENBLAS_CORETYPE", core, 1);
  void *own = dlopen(file_found, RTLD_NOW | RTLD_LOCAL);
  unsetenv("OPENBLAS_NUM_THREADS");
  unsetenv("OPENBLAS_CORETYPE");
  return own;
}

/* With suitable kernels it is shared, and its number of threads is restored. */
static int check_resident(void)
{
  void *own = load_as_own(strcmp(nnreg_isa_name(), "plain") ? "Haswell" : NULL);
  CHECK(own);
  int before = get_threads(own);
  CHECK(before == 2 || nnreg_num_processors() == 1);
  nnreg_blas *blas = open_it(file_found);
  CHECK(blas);
  CHECK(get_threads(blas->library) == 1);
  nnreg_blas_close(blas);
  CHECK(get_threads(own) == before);
  return 0;
}

/* With the wrong kernels it stays unchanged, and a copy gets the right ones. Some builds have no
 * kernels but good ones. */
static int check_copy(void)
{
  void *own = load_as_own("Prescott");
  CHECK(own);
  if (strcmp(nnreg_isa_name(), "plain") == 0) return SKIPPED;
  if (strcmp(nnreg_library_core(own), "Prescott") != 0) return SKIPPED;
  int before = get_threads(own);
  nnreg_blas *blas = open_it(file_found), *again = open_it(file_found);
  CHECK(blas && again);
  CHECK(strcmp(nnreg_blas_core(blas), "Prescott") != 0);
  CHECK(strncmp(nnreg_blas_file(blas), file_found, strlen(file_found)) == 0);
  CHECK(blas->sgemm == again->sgemm);
  CHECK((void *)(uintptr_t)blas->sgemm != nnreg_library_symbol(own, "cblas_sgemm"));
  CHECK(get_threads(own) == before && get_threads(blas->library) == 1);
  nnreg_blas_close(blas);
  nnreg_blas_close(again);
  CHECK(get_threads(own) == before);
  return 0;
}

static void test_resident(void **state)
{
  (void)state;
  file_found = mmap(NULL, 512, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  assert_true(file_found != MAP_FAILED);
  run_apart(find_file);
  run_apart(check_resident);
  run_apart(check_copy);
  munmap(file_found, 512);
}

/* -------------------------------------------------------- A system that fails -- */

enum { NEVER = -1 };
static int dlopen_fails_in = NEVER, memfd_fails_in = NEVER, sendfile_fails_in = NEVER;

static bool fails_now(int *in) { return *in != NEVER && (*in)-- == 0; }

/* The C library's functions, made to fail at will. */
void *dlopen(const char *file, int flags)
{
  void *(*real)(const char *, int) = NULL;
  void *symbol = dlsym(RTLD_NEXT, "dlopen");
  memcpy(&real, &symbol, sizeof real);
  return fails_now(&dlopen_fails_in) ? NULL : real(file, flags);
}

int memfd_create(const char *name, unsigned flags)
{
  int (*real)(const char *, unsigned) = NULL;
  void *symbol = dlsym(RTLD_NEXT, "memfd_create");
  memcpy(&real, &symbol, sizeof real);
  return fails_now(&memfd_fails_in) ? -1 : real(name, flags);
}

ssize_t sendfile(int to, int from, off_t *offset, size_t count)
{
  ssize_t (*real)(int, int, off_t *, size_t) = NULL;
  void *symbol = dlsym(RTLD_NEXT, "sendfile");
  memcpy(&real, &symbol, sizeof real);
  return fails_now(&sendfile_fails_in) ? -1 : real(to, from, offset, count);
}

static size_t count_files(void)
{
  size_t count = 0;
  for (int file = 0; file < 1024; file++) count += fcntl(file, F_GETFD) >= 0;
  return count;
}

/* Opening either works or says that there is no OpenBLAS; it leaves no file open and, after a
 * failure, works the next time. */
static int check_failing(int *fails_in, int n, bool *failed)
{
  const double two = 2, three = 3;
  double six = 0;
  nnreg_blas *blas = NULL;
  nnreg_message why = {""};
  size_t files = count_files();
  *fails_in = n;
  nnreg_status status = nnreg_blas_open(file_found, &blas, &why);
  *failed = *fails_in == NEVER;
  *fails_in = NEVER;
  CHECK(count_files() == files);
  CHECK((blas != NULL) == (status == NNREG_OK));
  CHECK(status == NNREG_OK || (status == NNREG_NO_BLAS && says(&why, file_found)));
  if (!blas) blas = open_it(file_found);
  CHECK(blas);
  blas->dgemm(NNREG_COLUMNS, NNREG_PLAIN, NNREG_PLAIN, 1, 1, 1, 1, &two, 1, &three, 1, 0, &six, 1);
  CHECK(six == 6);
  nnreg_blas_close(blas);
  CHECK(count_files() == files);
  return 0;
}

static bool as_own;
static int *fails_in;
static int failing_number;

/* In a process that has OpenBLAS with the wrong kernels loaded, or none. */
static int check_one_failure(void)
{
  bool failed;
  if (as_own) CHECK(load_as_own("Prescott"));
  CHECK(check_failing(fails_in, failing_number, &failed) == 0);
  return failed ? 0 : SKIPPED;
}

/* Makes every system call of opening fail in turn; returns their number. */
static int fail_in_turn(int *counter)
{
  int status = 0, n = 0;
  fails_in = counter;
  for (; WEXITSTATUS(status) != SKIPPED; n++) {
    failing_number = n;
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) exit(check_one_failure());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_true(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == SKIPPED);
  }
  return n - 1;
}

static void test_failing_system(void **state)
{
  (void)state;
  file_found = mmap(NULL, 512, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  assert_true(file_found != MAP_FAILED);
  run_apart(find_file);
  as_own = false;
  assert_true(fail_in_turn(&dlopen_fails_in) >= 3);
  as_own = true;
  assert_true(fail_in_turn(&dlopen_fails_in) >= 2);
  if (process_status(check_copy) != SKIPPED) {
    assert_true(fail_in_turn(&memfd_fails_in) >= 1);
    assert_true(fail_in_turn(&sendfile_fails_in) >= 1);
  }
  munmap(file_found, 512);
}

/* ------------------------------------------------------- Builds of OpenBLAS -- */

/* Debian's builds lie beside each other; the file of this one, NULL if not here. */
static const char *find_build(const char *folder)
{
  static char file[600];
  nnreg_blas *blas = open_it(NULL);
  if (!blas) return NULL;
  const char *found = strstr(nnreg_blas_file(blas), "openblas-pthread/");
  if (found)
    snprintf(file, sizeof file, "%.*s%s/%s", (int)(found - nnreg_blas_file(blas)),
             nnreg_blas_file(blas), folder, found + strlen("openblas-pthread/"));
  nnreg_blas_close(blas);
  return found && access(file, R_OK) == 0 ? file : NULL;
}

/* Products large enough that OpenBLAS would share them among threads of its own. */
static void train_with(const char *file, size_t num_threads, world *here, nnreg_state *state)
{
  const world_plan plan = {
      .num_layers = 2, .sizes = {70, 300, 7}, .num_samples = 600, .type = NNREG_FLOAT};
  const nnreg_penalty penalty = {.lambda1 = {1e-3}};
  nnreg_epoch history[2];
  test_blas = open_it(file);
  assert_non_null(test_blas);
  world_make(here, &plan);
  nnreg_problem problem = problem_make(here, &penalty, 300, 2, 0.001);
  *state = state_make(here);
  train_whole(&problem, num_threads, state, history);
  nnreg_blas_close(test_blas);
}

static bool same_bits(const world *here, const nnreg_state *one, const nnreg_state *other)
{
  return memcmp(one->theta, other->theta, here->num_parameters * sizeof(float)) == 0;
}

/* It has no locks, so it is called by one thread at a time: the same bits again. */
static int check_serial(void)
{
  const char *file = find_build("openblas-serial");
  world here;
  nnreg_state states[2];
  if (!file) return SKIPPED;
  nnreg_blas *blas = open_it(file);
  CHECK(blas && strcmp(nnreg_blas_file(blas), file) == 0);
  CHECK(nnreg_blas_threads(blas, 4) == 1);
  CHECK(strcmp(nnreg_blas_threading(blas), "none") == 0);
  for (size_t i = 0; i < 2; i++) train_with(file, 1 + 3 * i, &here, &states[i]);
  CHECK(same_bits(&here, &states[0], &states[1]));
  return 0;
}

static size_t count_own_threads(void)
{
  size_t count = 0;
  DIR *tasks = opendir("/proc/self/task");
  for (struct dirent *entry; tasks && (entry = readdir(tasks)) != NULL;)
    count += entry->d_name[0] != '.';
  if (tasks) closedir(tasks);
  return count;
}

/* A thread that has been joined may be listed for a moment more. */
static bool comes_back_to(size_t threads)
{
#ifdef __SANITIZE_THREAD__
  return threads > 0; /* ThreadSanitizer has a thread of its own from some moment on */
#endif
  for (int i = 0; i < 200 && count_own_threads() != threads; i++)
    nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
  return count_own_threads() == threads;
}

/* Whatever OpenMP's number of threads is: the bits of the other build, no thread of OpenMP's, which
 * would stay, and at the end the process's own number again. */
static const char *omp_threads;

static int check_openmp(void)
{
  const char *file = find_build("openblas-openmp");
  world here;
  nnreg_state want, got;
  if (!file) return SKIPPED;
  train_with(NULL, 1, &here, &want);
  size_t threads_before = count_own_threads();
  setenv("OMP_NUM_THREADS", omp_threads, 1);
  nnreg_blas *blas = open_it(file);
  CHECK(blas && strcmp(nnreg_blas_file(blas), file) == 0);
  CHECK(strcmp(nnreg_blas_threading(blas), "OpenMP") == 0);
  CHECK(nnreg_blas_threads(blas, 4) == 4);
  int (*get)(void) = NULL;
  void *symbol = dlsym(blas->library, "omp_get_max_threads");
  memcpy(&get, &symbol, sizeof get);
  CHECK(get && get() == 1);
  for (size_t i = 0; i < 3; i++) {
    train_with(file, 1 + i, &here, &got);
    CHECK(same_bits(&here, &got, &want));
  }
  nnreg_blas_close(blas);
  CHECK(get() == atoi(omp_threads));
  CHECK(comes_back_to(threads_before));
  return 0;
}

static int check_concurrent(void)
{
  nnreg_blas *blas = open_it(NULL);
  CHECK(blas);
  if (!strstr(nnreg_blas_file(blas), "openblas-pthread/")) return SKIPPED;
  CHECK(strcmp(nnreg_blas_threading(blas), "own threads") == 0);
  CHECK(nnreg_blas_threads(blas, 4) == 4);
  CHECK(nnreg_blas_threads(blas, 0) == 1);
  nnreg_blas_close(blas);
  return 0;
}

static void test_serial(void **state)
{
  (void)state;
  run_apart(check_serial);
}

static void test_openmp(void **state)
{
  static const char *const NUMBERS[] = {"1", "2", "4", "7"};
  (void)state;
  for (size_t i = 0; i < LENGTH(NUMBERS); i++) {
    omp_threads = NUMBERS[i];
    run_apart(check_openmp);
  }
}

static void test_concurrent(void **state)
{
  (void)state;
  run_apart(check_concurrent);
}

static void test_processors(void **state)
{
  (void)state;
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  assert_in_range(nnreg_num_processors(), 1, online > 0 ? online : 1);
}

int main(void)
{
  unsetenv("NNREG_OPENBLAS");
  unsetenv("NNREG_ISA");
  const struct CMUnitTest tests[] = {
      TEST(test_missing), TEST(test_failing_system), TEST(test_open),       TEST(test_resident),
      TEST(test_serial),  TEST(test_openmp),         TEST(test_concurrent), TEST(test_processors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
