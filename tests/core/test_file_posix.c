/* Files that are replaced whole or not at all: what POSIX has of links, rights and locks.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "os/os.h"
#include "support.h"

static char folder[256], path[280];
static const uid_t nobody = 65534;

/* The number of names that the core asks for and that are symbolic links then, to path. */
static int planted;

/* Instead of the C library's. */
int openat(int at, const char *name, int flags, ...)
{
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (flags & O_CREAT && planted > 0) {
    planted--;
    assert_int_equal(symlinkat(path, at, name), 0);
  }
  return (int)syscall(SYS_openat, at, name, flags, mode);
}

static int make_folder(void **state)
{
  (void)state;
  const char *temporary = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%.200s/test_file_XXXXXX", temporary ? temporary : P_tmpdir);
  if (!mkdtemp(folder)) return -1;
  snprintf(path, sizeof path, "%s/file", folder);
  return 0;
}

static int remove_folder(void **state)
{
  (void)remove(path);
  return give_back(state) || rmdir(folder); /* nothing else may be in it */
}

static void test_appended(void **state)
{
  (void)state;
  nnreg_message why;
  ASSERT_OK(nnreg_file_append(path, "one ", 4, &why));
  ASSERT_OK(nnreg_file_append(path, "two", 3, &why));
  ASSERT_OK(nnreg_file_append(path, "", 0, &why));
  assert_content(path, "one two", 7);
  assert_int_equal(nnreg_file_append(folder, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "cannot be opened: Is a directory");
  assert_int_equal(nnreg_file_append("/dev/full", "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "\"/dev/full\" cannot be written: No space left on device");
}

/* A reader of the old file has it to its end. */
static void test_replaced_while_read(void **state)
{
  (void)state;
  nnreg_message why;
  nnreg_reader reader;
  char got[8];
  size_t count;
  ASSERT_OK(nnreg_file_replace(path, "old one", 7, &why));
  ASSERT_OK(nnreg_reader_open(&reader, path, &why));
  ASSERT_OK(nnreg_file_replace(path, "new", 3, &why));
  ASSERT_OK(nnreg_reader_read(&reader, got, sizeof got, &count, &why));
  assert_int_equal(count, 7);
  assert_memory_equal(got, "old one", 7);
  nnreg_reader_close(&reader);
  assert_content(path, "new", 3);
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
  assert_content(path, "a", 1);
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
    assert_content(path, i ? "there" : "not yet", i ? 5 : 7);
    assert_true(lstat(first, &what) == 0 && S_ISLNK(what.st_mode));
    assert_true(lstat(second, &what) == 0 && S_ISLNK(what.st_mode));
  }
  assert_int_equal(remove(second), 0);
  assert_int_equal(symlink("first", second), 0);
  assert_int_equal(nnreg_file_replace(first, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, strerror(ELOOP));
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
  nnreg_idx *idx;
  assert_int_equal(nnreg_idx_open(path, &idx, &why), NNREG_BAD_FILE);
  assert_says(&why, "is a device or a pipe, not a file");
  assert_int_equal(close(reader), 0);
}

static void assert_refused(const char *where, const char *reason)
{
  nnreg_message why;
  assert_int_equal(nnreg_file_replace(where, "new", 3, &why), NNREG_BAD_FILE);
  assert_says(&why, where);
  assert_says(&why, reason);
}

static mode_t mode_of(const char *name)
{
  struct stat what;
  assert_int_equal(stat(name, &what), 0);
  return what.st_mode & 07777;
}

/* What replacing path says as nobody, for tests that root runs too: it may write anywhere. */
static nnreg_status replace_as_nobody(nnreg_message *why)
{
  const uid_t user = geteuid();
  if (user == 0) assert_int_equal(seteuid(nobody), 0);
  nnreg_status status = nnreg_file_replace(path, "new", 3, why);
  if (user == 0) assert_int_equal(seteuid(user), 0);
  return status;
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
  assert_content(path, "old", 3);
}

static void test_no_place(void **state)
{
  (void)state;
  char nowhere[300];
  snprintf(nowhere, sizeof nowhere, "%s/nowhere/file", folder);
  assert_refused(nowhere, "No such file or directory");
  assert_int_equal(mkdir(path, 0700), 0);
  assert_refused(path, "Is a directory");
}

/* The file could be written, but its folder takes no new one. */
static void test_no_rights(void **state)
{
  (void)state;
  nnreg_message why;
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  assert_int_equal(chmod(path, 0666) + chmod(folder, 0555), 0);
  nnreg_status status = replace_as_nobody(&why);
  assert_int_equal(chmod(folder, 0700), 0);
  assert_int_equal(status, NNREG_BAD_FILE);
  assert_says(&why,
              "/file\" cannot be written: nnreg puts a new file in its place, and the folder "
              "does not allow that: Permission denied");
  assert_content(path, "old", 3);
}

/* In a folder such as /tmp one may make files, but replace only one's own. */
static void test_sticky_folder(void **state)
{
  (void)state;
  nnreg_message why;
  if (geteuid() != 0) skip();
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  assert_int_equal(chmod(path, 0666) + chmod(folder, 01777), 0);
  assert_int_equal(replace_as_nobody(&why), NNREG_BAD_FILE);
  assert_says(&why, "the folder does not allow that: Operation not permitted");
  assert_content(path, "old", 3);
}

/* A folder that only permits work with known names. */
static void test_blind_folder(void **state)
{
  (void)state;
  nnreg_message why;
  assert_int_equal(chmod(folder, geteuid() == 0 ? 0333 : 0300), 0);
  nnreg_status status = replace_as_nobody(&why);
  assert_int_equal(chmod(folder, 0700), 0);
  assert_int_equal(status, NNREG_OK);
  assert_content(path, "new", 3);
}

static void test_modes(void **state)
{
  (void)state;
  static const mode_t modes[] = {0600, 0640, 0644, 0666, 0755, 0604};
  nnreg_message why;
  mode_t before = umask(027);
  ASSERT_OK(nnreg_file_replace(path, "a", 1, &why));
  assert_int_equal(mode_of(path), 0640); /* a new file by the umask */
  for (size_t i = 0; i < LENGTH(modes); i++) {
    umask(i % 2 ? 0 : 077);
    assert_int_equal(chmod(path, modes[i]), 0);
    ASSERT_OK(nnreg_file_replace(path, "b", 1, &why));
    assert_int_equal(mode_of(path), modes[i]);
  }
  umask(before);
}

/* A read-only file stays as it is, except for root, who may write it. */
static void test_read_only(void **state)
{
  (void)state;
  nnreg_message why;
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  assert_int_equal(chmod(path, 0444) + chmod(folder, geteuid() == 0 ? 0777 : 0700), 0);
  assert_int_equal(replace_as_nobody(&why), NNREG_BAD_FILE);
  assert_says(&why, "/file\" cannot be written: Permission denied");
  assert_content(path, "old", 3);
  if (geteuid() != 0) return;
  ASSERT_OK(nnreg_file_replace(path, "root", 4, &why));
  assert_int_equal(mode_of(path), 0444);
}

/* root keeps the owner. Another user cannot, and a group that did not have the file before gets no
 * more than all others. */
static void test_owners(void **state)
{
  (void)state;
  static const struct {
    mode_t old, new;
  } cases[] = {{0666, 0666}, {0676, 0666}, {0662, 0622}};
  nnreg_message why;
  struct stat what;
  if (geteuid() != 0) skip();
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  assert_int_equal(chown(path, 1234, 4321) + chmod(path, 0640) + chmod(folder, 0777), 0);
  ASSERT_OK(nnreg_file_replace(path, "new", 3, &why));
  assert_int_equal(stat(path, &what), 0);
  assert_int_equal(what.st_uid, 1234);
  assert_int_equal(what.st_gid, 4321);
  assert_int_equal(what.st_mode & 07777, 0640);
  gid_t groups[64];
  int count = getgroups(LENGTH(groups), groups);
  assert_true(count >= 0);
  assert_int_equal(setgroups(0, NULL) + setegid(nobody), 0);
  for (size_t i = 0; i < LENGTH(cases); i++) {
    assert_int_equal(chown(path, 1234, 4321) + chmod(path, cases[i].old), 0);
    ASSERT_OK(replace_as_nobody(&why));
    assert_int_equal(stat(path, &what), 0);
    assert_int_equal(what.st_uid, nobody);
    assert_int_equal(what.st_mode & 07777, cases[i].new);
  }
  assert_int_equal(setegid(0) + setgroups((size_t)count, groups), 0);
}

/* Links in the place of the new file, which lead to a file of the user's. */
static void test_planted_links(void **state)
{
  (void)state;
  nnreg_message why;
  char victim[sizeof path], other[300];
  memcpy(victim, path, sizeof path);
  ASSERT_OK(nnreg_file_replace(victim, "precious", 8, &why));
  snprintf(other, sizeof other, "%s/other", folder);
  assert_int_equal(symlink("file", strcat(other, ".new")), 0); /* a name of earlier versions */
  other[strlen(other) - 4] = '\0';
  planted = 3;
  ASSERT_OK(nnreg_file_replace(other, "new", 3, &why));
  assert_int_equal(planted, 0);
  assert_content(path, "precious", 8);
  planted = INT_MAX;
  nnreg_status status = nnreg_file_replace(other, "newer", 5, &why);
  planted = 0;
  assert_int_equal(status, NNREG_BAD_FILE);
  assert_says(&why, "cannot be written: File exists");
  assert_content(path, "precious", 8);
  char command[400];
  snprintf(command, sizeof command, "cd '%s' && rm other other.new .nnreg-*.new", folder);
  assert_int_equal(system(command), 0);
}

/* Every name that the system takes. */
static void test_long_names(void **state)
{
  (void)state;
  nnreg_message why;
  char name[PATH_MAX];
  for (size_t length = 250; length <= 256; length++) {
    size_t start = (size_t)snprintf(name, sizeof name, "%s/", folder);
    memset(name + start, 'n', length);
    memcpy(name + start + length, "", 1);
    nnreg_status status = nnreg_file_replace(name, "x", 1, &why);
    assert_int_equal(status, length <= NAME_MAX ? NNREG_OK : NNREG_BAD_FILE);
    if (status == NNREG_OK) assert_int_equal(remove(name), 0);
  }
  assert_says(&why, "nnn\" cannot be written: ");
  assert_says(&why, strerror(ENAMETOOLONG));
}

/* A path of PATH_MAX bytes with its end, of which the file has a single letter; and one more. */
static void test_long_path(void **state)
{
  (void)state;
  nnreg_message why;
  char name[PATH_MAX + 2];
  size_t length = strlen(folder), most = PATH_MAX - 3;
  memcpy(name, folder, length);
  for (size_t part; length < most; length += part + 1) {
    part = most - length - 1 < 100 ? most - length - 1 : 50;
    name[length] = '/';
    memset(name + length + 1, 'd', part);
    name[length + 1 + part] = '\0';
    assert_int_equal(mkdir(name, 0700), 0);
  }
  memcpy(name + most, "/f", 3);
  for (int i = 0; i < 2; i++) ASSERT_OK(nnreg_file_replace(name, "x", 1, &why));
  assert_int_equal(remove(name), 0);
  memcpy(name + most, "/ff", 4);
  assert_int_equal(nnreg_file_replace(name, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, strerror(ENAMETOOLONG));
  for (name[most] = '\0'; strcmp(name, folder) != 0; *strrchr(name, '/') = '\0')
    assert_int_equal(rmdir(name), 0);
}

static int make_in_folder(const char *name)
{
  snprintf(path, sizeof path, "%s/%s", folder, name);
  int file = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
  assert_true(file >= 0);
  return file;
}

/* A killed process leaves its new file, which has no lock then. */
static void test_unfinished(void **state)
{
  (void)state;
  static const char *const others[] = {".nnreg-x.new", "a.new", ".nnreg-1.new.txt", ".nnreg-.new"};
  int live = make_in_folder(".nnreg-1f-6a-3-1.new");
  assert_int_equal(flock(live, LOCK_EX), 0);
  for (size_t i = 0; i < LENGTH(others); i++) assert_int_equal(close(make_in_folder(others[i])), 0);
  assert_int_equal(close(make_in_folder(".nnreg-1f-6a-3-0.new")), 0);
  nnreg_files_drop_unfinished(folder);
  assert_int_not_equal(access(path, F_OK), 0);
  nnreg_files_drop_unfinished("/nowhere");
  for (size_t i = 0; i < LENGTH(others); i++) {
    snprintf(path, sizeof path, "%s/%s", folder, others[i]);
    assert_int_equal(remove(path), 0);
  }
  snprintf(path, sizeof path, "%s/.nnreg-1f-6a-3-1.new", folder);
  assert_int_equal(access(path, F_OK), 0);
  assert_int_equal(close(live), 0);
  nnreg_files_drop_unfinished(folder);
  assert_int_not_equal(access(path, F_OK), 0);
}

#define IN_FOLDER(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void)
{
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_replaced_while_read),
      IN_FOLDER(test_relative),
      IN_FOLDER(test_no_room),
      IN_FOLDER(test_appended),
      IN_FOLDER(test_no_place),
      IN_FOLDER(test_no_rights),
      IN_FOLDER(test_links),
      IN_FOLDER(test_pipe),
      IN_FOLDER(test_sticky_folder),
      IN_FOLDER(test_blind_folder),
      IN_FOLDER(test_modes),
      IN_FOLDER(test_read_only),
      IN_FOLDER(test_owners),
      IN_FOLDER(test_planted_links),
      IN_FOLDER(test_long_names),
      IN_FOLDER(test_long_path),
      IN_FOLDER(test_unfinished),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
