/* Files that a search keeps its results in: appended to and replaced so that what is
 * there after a crash is whole, and claims by which processes share out the work.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

struct nnreg_claims {
  int descriptor;
};

static nnreg_status fail_file(nnreg_message *why, const char *path, const char *what)
{
  return nnreg_fail(why, NNREG_BAD_FILE, "%.200s: cannot be %s: %s", path, what, strerror(errno));
}

/* To the disk; some file systems have no such thing, which is no failure. */
static int flush(int descriptor)
{
  int failed;
  do failed = fsync(descriptor);
  while (failed != 0 && errno == EINTR);
  return failed != 0 && errno != EINVAL && errno != ENOSYS && errno != ENOTSUP ? -1 : 0;
}

static int write_all(int descriptor, const char *bytes, size_t count)
{
  while (count > 0) {
    ssize_t done = write(descriptor, bytes, count);
    if (done < 0 && errno != EINTR) return -1;
    if (done > 0) {
      bytes += done;
      count -= (size_t)done;
    }
  }
  return 0;
}

nnreg_status nnreg_file_append(const char *path, const char *bytes, size_t count,
                               nnreg_message *why)
{
  int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return fail_file(why, path, "opened");
  nnreg_status status = NNREG_OK;
  if (write_all(descriptor, bytes, count) != 0 || flush(descriptor) != 0)
    status = fail_file(why, path, "written");
  if (close(descriptor) != 0 && status == NNREG_OK && errno != EINTR)
    status = fail_file(why, path, "written");
  return status;
}

/* The entry of a folder is on the disk only once the folder is. */
static nnreg_status flush_folder_of(const char *path, nnreg_message *why)
{
  char copy[4096];
  if ((size_t)snprintf(copy, sizeof copy, "%s", path) >= sizeof copy) return NNREG_OK;
  int descriptor = open(dirname(copy), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return NNREG_OK; /* a folder that may not be read can be written to */
  nnreg_status status = NNREG_OK;
  if (flush(descriptor) != 0) status = fail_file(why, path, "written");
  close(descriptor);
  return status;
}

nnreg_status nnreg_file_replace(const char *from, const char *to, nnreg_message *why)
{
  int descriptor = open(from, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail_file(why, from, "opened");
  int failed = flush(descriptor);
  close(descriptor);
  if (failed) return fail_file(why, from, "written");
  if (rename(from, to) != 0) return fail_file(why, to, "written");
  return flush_folder_of(to, why);
}

/* ---------------------------------------------------------------- Claims -- */

nnreg_status nnreg_claims_open(const char *path, nnreg_claims **claims, nnreg_message *why)
{
  *claims = nnreg_alloc(1, sizeof **claims);
  if (!*claims) return nnreg_no_memory(why, "the claims of a search");
  (*claims)->descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if ((*claims)->descriptor >= 0) return NNREG_OK;
  nnreg_status status = fail_file(why, path, "opened");
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
  /* Without locks in this file system the work may be done twice, never wrongly. */
  return errno != EACCES && errno != EAGAIN;
}

void nnreg_claims_drop(nnreg_claims *claims, size_t item) { lock_byte(claims, item, F_UNLCK); }

void nnreg_claims_close(nnreg_claims *claims)
{
  if (!claims) return;
  close(claims->descriptor);
  nnreg_free(claims);
}
