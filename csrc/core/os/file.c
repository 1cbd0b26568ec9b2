/* Files that are replaced whole or not at all.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "os.h"

enum { MOST_AT_ONCE = 1 << 30 }; /* write counts in 31 bits */

static nnreg_status fail_with_errno(nnreg_message *why, const char *path, const char *what)
{
  char reason[96];
  if (strerror_r(errno, reason, sizeof reason) != 0) snprintf(reason, sizeof reason, "?");
  return nnreg_fail(why, NNREG_BAD_FILE, "\"%.160s\" cannot be %s: %s", path, what, reason);
}

static bool write_all(int descriptor, const unsigned char *bytes, size_t count)
{
  for (size_t at = 0; at < count;) {
    size_t part = count - at < MOST_AT_ONCE ? count - at : MOST_AT_ONCE;
    ssize_t done = write(descriptor, bytes + at, part);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    at += (size_t)done;
  }
  return fsync(descriptor) == 0 || errno == EINVAL ||
         errno == ENOSYS; /* the file system has no fsync */
}

/* Syncs the folder's entry too, on file systems that can. */
static void sync_folder(char *path)
{
  char *slash = strrchr(path, '/');
  if (slash) slash[slash == path] = '\0';
  int folder = open(slash ? path : ".", O_RDONLY | O_CLOEXEC);
  if (folder < 0) return;
  (void)fsync(folder);
  (void)close(folder);
}

/* Writes bytes into the new file `beside`, which then replaces the path. */
static nnreg_status replace_by(const char *path, char *beside, const void *bytes, size_t count,
                               nnreg_message *why)
{
  int descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return fail_with_errno(why, path, "written");
  bool whole = write_all(descriptor, bytes, count);
  int reason = errno;
  if (close(descriptor) != 0 && whole) {
    whole = false;
    reason = errno;
  }
  if (whole && rename(beside, path) == 0) {
    sync_folder(beside);
    return NNREG_OK;
  }
  if (!whole) errno = reason;
  nnreg_status status = fail_with_errno(why, path, "written");
  (void)unlink(beside);
  return status;
}

nnreg_status nnreg_file_append(const char *path, const void *bytes, size_t count,
                               nnreg_message *why)
{
  int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return fail_with_errno(why, path, "opened");
  nnreg_status status = NNREG_OK;
  if (!write_all(descriptor, bytes, count)) status = fail_with_errno(why, path, "written");
  if (close(descriptor) != 0 && status == NNREG_OK) status = fail_with_errno(why, path, "written");
  return status;
}

static bool is_device_or_pipe(const char *path)
{
  struct stat what;
  return stat(path, &what) == 0 && !S_ISREG(what.st_mode) && !S_ISDIR(what.st_mode);
}

/* If place (PATH_MAX) is a symbolic link, puts its target there; else false with errno. */
static bool take_link(char *place)
{
  char target[PATH_MAX];
  ssize_t length = readlink(place, target, sizeof target - 1);
  if (length < 0) return false;
  target[length] = '\0';
  char *slash = strrchr(place, '/');
  size_t folder = slash && target[0] != '/' ? (size_t)(slash - place) + 1 : 0;
  errno = ENAMETOOLONG;
  if (folder + (size_t)length >= PATH_MAX) return false;
  memcpy(place + folder, target, (size_t)length + 1);
  return true;
}

/* The file at the end of a path's symbolic links, which need not exist, into place (PATH_MAX);
 * false with errno. */
static bool follow_links(const char *path, char *place)
{
  enum { MOST_LINKS = 40 };
  size_t length = strlen(path);
  errno = ENAMETOOLONG;
  if (length >= PATH_MAX) return false;
  memcpy(place, path, length + 1);
  for (int i = 0; i < MOST_LINKS; i++)
    if (!take_link(place)) return errno == EINVAL || errno == ENOENT; /* no link, nothing there */
  errno = ELOOP;
  return false;
}

nnreg_status nnreg_file_replace(const char *path, const void *bytes, size_t count,
                                nnreg_message *why)
{
  static const char suffix[] = ".new";
  char place[PATH_MAX], beside[PATH_MAX + sizeof suffix];
  if (is_device_or_pipe(path)) return nnreg_file_append(path, bytes, count, why);
  if (!follow_links(path, place)) return fail_with_errno(why, path, "written");
  snprintf(beside, sizeof beside, "%s%s", place, suffix);
  return replace_by(place, beside, bytes, count, why);
}

/* ---------------------------------------------------------------- Reader -- */

static void set_name(nnreg_reader *reader, const char *path)
{
  size_t length = strlen(path), room = sizeof reader->name;
  size_t skip = length < room ? 0 : length - (room - 1);
  while (((unsigned char)path[skip] & 0xC0) == 0x80)
    skip++; /* not in the middle of a UTF-8 letter */
  memcpy(reader->name, path + skip, length - skip + 1);
}

/* Without O_NONBLOCK a named pipe would wait for a writer. */
nnreg_status nnreg_reader_open(nnreg_reader *reader, const char *path, nnreg_message *why)
{
  struct stat about;
  set_name(reader, path);
  reader->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (reader->descriptor < 0 || fstat(reader->descriptor, &about) != 0)
    return nnreg_fail(why, NNREG_BAD_FILE, "%s: cannot be opened: %s", reader->name,
                      strerror(errno));
  if (!S_ISREG(about.st_mode))
    return nnreg_fail(why, NNREG_BAD_FILE, "%s: is %s, not a file", reader->name,
                      S_ISDIR(about.st_mode) ? "a folder" : "a device or a pipe");
  reader->num_bytes = (uint64_t)about.st_size;
  return NNREG_OK;
}

static nnreg_status not_read(const nnreg_reader *reader, nnreg_message *why)
{
  return nnreg_fail(why, NNREG_BAD_FILE, "%s: cannot be read: %s", reader->name, strerror(errno));
}

nnreg_status nnreg_reader_read(nnreg_reader *reader, void *bytes, size_t count, size_t *got,
                               nnreg_message *why)
{
  for (*got = 0; *got < count;) {
    size_t want = count - *got < MOST_AT_ONCE ? count - *got : MOST_AT_ONCE;
    ssize_t have = read(reader->descriptor, (char *)bytes + *got, want);
    if (have == 0) break;
    if (have > 0)
      *got += (size_t)have;
    else if (errno != EINTR)
      return not_read(reader, why);
  }
  return NNREG_OK;
}

nnreg_status nnreg_reader_rewind(nnreg_reader *reader, nnreg_message *why)
{
  return lseek(reader->descriptor, 0, SEEK_SET) == 0 ? NNREG_OK : not_read(reader, why);
}

void nnreg_reader_close(nnreg_reader *reader)
{
  if (reader->descriptor >= 0) close(reader->descriptor);
}

/* ---------------------------------------------------------------- Claims -- */

struct nnreg_claims {
  int descriptor;
};

nnreg_status nnreg_claims_open(const char *path, nnreg_claims **claims, nnreg_message *why)
{
  *claims = nnreg_alloc(1, sizeof **claims);
  if (!*claims) return nnreg_no_memory(why, "the claims of a search");
  (*claims)->descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if ((*claims)->descriptor >= 0) return NNREG_OK;
  nnreg_status status =
      nnreg_fail(why, NNREG_BAD_FILE, "\"%.160s\" cannot be opened: %s", path, strerror(errno));
  nnreg_free(*claims);
  *claims = NULL;
  return status;
}

static int lock_byte(const nnreg_claims *claims, size_t item, short type)
{
  struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = (off_t)item, .l_len = 1};
  return fcntl(claims->descriptor, F_SETLK, &lock);
}

bool nnreg_claims_take(nnreg_claims *claims, size_t item)
{
  if (lock_byte(claims, item, F_WRLCK) == 0) return true;
  /* A file system without locks: work may be done twice, never wrongly. */
  return errno != EACCES && errno != EAGAIN;
}

void nnreg_claims_drop(nnreg_claims *claims, size_t item) { lock_byte(claims, item, F_UNLCK); }

void nnreg_claims_close(nnreg_claims *claims)
{
  if (!claims) return;
  close(claims->descriptor);
  nnreg_free(claims);
}

bool nnreg_isatty(void) { return isatty(STDOUT_FILENO) != 0; }
