/* Claims, by which processes share out work.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "os.h"

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
