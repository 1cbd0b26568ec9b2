/* Files that are replaced whole or not at all.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

static char folder[256], path[280], beside[290];

static int make_folder(void **state)
{
  (void)state;
  const char *temporary = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%.200s/test_file_XXXXXX", temporary ? temporary : P_tmpdir);
  if (!mkdtemp(folder)) return -1;
  snprintf(path, sizeof path, "%s/file", folder);
  snprintf(beside, sizeof beside, "%s.new", path);
  return 0;
}

static int remove_folder(void **state)
{
  (void)remove(path);
  (void)remove(beside);
  return give_back(state) || rmdir(folder); /* nothing else may be in it */
}

static void assert_content(const char *bytes, size_t count)
{
  char *got = take(count + 1, 1);
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  assert_int_equal(fread(got, 1, count + 1, file), count);
  assert_int_equal(fclose(file), 0);
  assert_memory_equal(got, bytes, count);
}

static void test_appended(void **state)
{
  (void)state;
  nnreg_message why;
  ASSERT_OK(nnreg_file_append(path, "one ", 4, &why));
  ASSERT_OK(nnreg_file_append(path, "two", 3, &why));
  ASSERT_OK(nnreg_file_append(path, "", 0, &why));
  assert_content("one two", 7);
  assert_int_equal(nnreg_file_append(folder, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "cannot be opened: Is a directory");
  assert_int_equal(nnreg_file_append("/dev/full", "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "\"/dev/full\" cannot be written: No space left on device");
}

/* The jobs of 0 .. 6 that another process can claim now, as bits. */
static int claimable_elsewhere(void)
{
  pid_t child = fork();
  if (child == 0) {
    nnreg_claims *claims;
    nnreg_message why;
    int bits = 0;
    if (nnreg_claims_open(path, &claims, &why) != NNREG_OK) _exit(255);
    for (size_t item = 0; item < 7; item++) bits |= nnreg_claims_take(claims, item) << item;
    _exit(bits);
  }
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  return WEXITSTATUS(status);
}

/* A claim excludes other processes until it is dropped or its process ends. */
static void test_claims(void **state)
{
  (void)state;
  nnreg_claims *claims;
  nnreg_message why;
  ASSERT_OK(nnreg_claims_open(path, &claims, &why));
  assert_int_equal(claimable_elsewhere(), 127);
  assert_true(nnreg_claims_take(claims, 1));
  assert_true(nnreg_claims_take(claims, 5));
  assert_true(nnreg_claims_take(claims, 5));
  assert_int_equal(claimable_elsewhere(), 127 - 2 - 32);
  assert_int_equal(claimable_elsewhere(), 127 - 2 - 32); /* the child's own went with it */
  nnreg_claims_drop(claims, 5);
  assert_int_equal(claimable_elsewhere(), 127 - 2);
  nnreg_claims_close(claims);
  assert_int_equal(claimable_elsewhere(), 127);
  nnreg_claims_close(NULL);
  assert_int_equal(nnreg_claims_open("/nowhere/claims", &claims, &why), NNREG_BAD_FILE);
  assert_says(&why, "\"/nowhere/claims\" cannot be opened: No such file");
  assert_null(claims);
}

static void test_replaced(void **state)
{
  (void)state;
  nnreg_message why;
  size_t count = 3000000;
  char *long_one = take(count, 1);
  for (size_t i = 0; i < count; i++) long_one[i] = (char)(i * i % 251);
  ASSERT_OK(nnreg_file_replace(path, long_one, count, &why));
  assert_content(long_one, count);
  ASSERT_OK(nnreg_file_replace(path, "short", 5, &why));
  assert_content("short", 5);
  ASSERT_OK(nnreg_file_replace(path, NULL, 0, &why));
  assert_content("", 0);
  assert_int_equal(access(beside, F_OK), -1);
}

static void test_relative(void **state)
{
  (void)state;
  nnreg_message why;
  char *here = getcwd(NULL, 0);
  assert_int_equal(chdir(folder), 0);
  ASSERT_OK(nnreg_file_replace("file", "a", 1, &why));
  assert_int_equal(chdir(here), 0);
  free(here);
  assert_content("a", 1);
}

/* The links' target is replaced, or created; the links stay. */
static void test_links(void **state)
{
  (void)state;
  nnreg_message why;
  char first[300], second[300];
  struct stat what;
  snprintf(first, sizeof first, "%s/first", folder);
  snprintf(second, sizeof second, "%s/second", folder);
  assert_int_equal(symlink(second, first), 0);
  assert_int_equal(symlink("file", second), 0);
  for (int i = 0; i < 2; i++) {
    ASSERT_OK(nnreg_file_replace(first, i ? "there" : "not yet", i ? 5 : 7, &why));
    assert_content(i ? "there" : "not yet", i ? 5 : 7);
    assert_true(lstat(first, &what) == 0 && S_ISLNK(what.st_mode));
    assert_true(lstat(second, &what) == 0 && S_ISLNK(what.st_mode));
  }
  assert_int_equal(remove(second), 0);
  assert_int_equal(symlink("first", second), 0);
  assert_int_equal(nnreg_file_replace(first, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "cannot be written: Too many levels of symbolic links");
  assert_int_equal(remove(first) + remove(second), 0);
}

/* A file that is not regular (/dev/null, as root) is written to, not replaced. */
static void test_pipe(void **state)
{
  (void)state;
  struct stat what;
  nnreg_message why;
  char got[8];
  assert_int_equal(mkfifo(path, 0600), 0);
  int reader = open(path, O_RDONLY | O_NONBLOCK);
  ASSERT_OK(nnreg_file_replace(path, "bytes", 5, &why));
  assert_int_equal(lstat(path, &what), 0);
  assert_true(S_ISFIFO(what.st_mode));
  assert_int_equal(read(reader, got, sizeof got), 5);
  assert_memory_equal(got, "bytes", 5);
  assert_int_equal(close(reader), 0);
}

static void assert_refused(const char *where, const char *reason)
{
  nnreg_message why;
  assert_int_equal(nnreg_file_replace(where, "new", 3, &why), NNREG_BAD_FILE);
  assert_says(&why, where);
  assert_says(&why, reason);
}

/* The process may write files of 4 bytes at most: as if the disk were full. */
static void test_no_room(void **state)
{
  (void)state;
  struct rlimit before, small;
  nnreg_message why;
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  small = before;
  small.rlim_cur = 4;
  signal(SIGXFSZ, SIG_IGN);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
  nnreg_status status = nnreg_file_replace(path, "far too long", 12, &why);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
  assert_int_equal(status, NNREG_BAD_FILE);
  assert_says(&why, "cannot be written: File too large");
  assert_content("old", 3);
  assert_int_equal(access(beside, F_OK), -1);
}

static void test_no_place(void **state)
{
  (void)state;
  char nowhere[300];
  snprintf(nowhere, sizeof nowhere, "%s/nowhere/file", folder);
  assert_refused(nowhere, "No such file or directory");
  assert_int_equal(mkdir(path, 0700), 0);
  assert_refused(path, "Is a directory");
  assert_int_equal(access(beside, F_OK), -1);
}

/* root may write anywhere, so this runs as nobody. */
static void test_no_rights(void **state)
{
  (void)state;
  const uid_t nobody = 65534, user = geteuid();
  nnreg_message why;
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  assert_int_equal(chmod(folder, 0500), 0);
  if (user == 0) assert_int_equal(seteuid(nobody), 0);
  nnreg_status status = nnreg_file_replace(path, "new", 3, &why);
  if (user == 0) assert_int_equal(seteuid(user), 0);
  assert_int_equal(chmod(folder, 0700), 0);
  assert_int_equal(status, NNREG_BAD_FILE);
  assert_says(&why, "Permission denied");
  assert_content("old", 3);
}

#define IN_FOLDER(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void)
{
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_replaced),  IN_FOLDER(test_relative), IN_FOLDER(test_no_room),
      IN_FOLDER(test_appended),  IN_FOLDER(test_claims),   IN_FOLDER(test_no_place),
      IN_FOLDER(test_no_rights), IN_FOLDER(test_links),    IN_FOLDER(test_pipe),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
