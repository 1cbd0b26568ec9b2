/* Files that are replaced whole or not at all, files that are read, and claims.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "system.h"

enum { SHOWN_BYTES = 160 }; /* of a path, in a message */

/* The end of a path that fits into room bytes. */
static const char *end_of(const char *path, size_t room)
{
  size_t length = strlen(path);
  if (length < room) return path;
  const char *end = path + length - (room - 1);
  while (((unsigned char)*end & 0xC0) == 0x80) end++; /* not in the middle of a UTF-8 letter */
  return end;
}

static nnreg_status fail_with_errno(nnreg_message *why, const char *path, const char *what)
{
  return nnreg_fail(why, NNREG_BAD_FILE, "\"%s\" cannot be %s: %s", end_of(path, SHOWN_BYTES), what,
                    strerror(errno));
}

nnreg_status nnreg_file_append(const char *path, const void *bytes, size_t count,
                               nnreg_message *why)
{
  nnreg_handle file = nnreg_system_open(path, NNREG_TO_APPEND);
  if (file == NNREG_NO_HANDLE) return fail_with_errno(why, path, "opened");
  nnreg_status status = NNREG_OK;
  if (!nnreg_system_write(file, bytes, count)) status = fail_with_errno(why, path, "written");
  if (!nnreg_system_close(file) && status == NNREG_OK)
    status = fail_with_errno(why, path, "written");
  return status;
}

nnreg_status nnreg_file_replace(const char *path, const void *bytes, size_t count,
                                nnreg_message *why)
{
  if (nnreg_system_is_device(path)) return nnreg_file_append(path, bytes, count, why);
  switch (nnreg_system_replace(path, bytes, count)) {
    case NNREG_REPLACED: return NNREG_OK;
    case NNREG_NOT_WRITTEN: return fail_with_errno(why, path, "written");
    default:
      return fail_with_errno(
          why, path,
          "written: nnreg puts a new file in its place, and the folder does not allow that");
  }
}

/* ------------------------------------------------------- Unfinished files -- */

static const char new_start[] = ".nnreg-", new_end[] = ".new";

nnreg_new_name nnreg_make_new_name(const uintmax_t numbers[4])
{
  nnreg_new_name name;
  snprintf(name.text, sizeof name.text, "%s%" PRIxMAX "-%" PRIxMAX "-%" PRIxMAX "-%" PRIxMAX "%s",
           new_start, numbers[0], numbers[1], numbers[2], numbers[3], new_end);
  return name;
}

bool nnreg_is_new_name(const char *name)
{
  size_t length = strlen(name), skip = sizeof new_start - 1;
  if (length < skip + sizeof new_end || strncmp(name, new_start, skip) != 0) return false;
  return strcmp(name + skip + strspn(name + skip, "0123456789abcdef-"), new_end) == 0;
}

void nnreg_files_drop_unfinished(const char *path) { nnreg_system_drop_unfinished(path); }

/* ---------------------------------------------------------------- Reader -- */

nnreg_status nnreg_reader_open(nnreg_reader *reader, const char *path, nnreg_message *why)
{
  snprintf(reader->name, sizeof reader->name, "%s", end_of(path, sizeof reader->name));
  reader->file = nnreg_system_open(path, NNREG_TO_READ);
  nnreg_kind kind = reader->file == NNREG_NO_HANDLE
                        ? NNREG_UNKNOWN
                        : nnreg_system_kind(reader->file, &reader->num_bytes);
  if (kind == NNREG_UNKNOWN)
    return nnreg_fail(why, NNREG_BAD_FILE, "%s: cannot be opened: %s", reader->name,
                      strerror(errno));
  if (kind == NNREG_REGULAR) return NNREG_OK;
  return nnreg_fail(why, NNREG_BAD_FILE, "%s: is %s, not a file", reader->name,
                    kind == NNREG_FOLDER ? "a folder" : "a device or a pipe");
}

static nnreg_status not_read(const nnreg_reader *reader, nnreg_message *why)
{
  return nnreg_fail(why, NNREG_BAD_FILE, "%s: cannot be read: %s", reader->name, strerror(errno));
}

nnreg_status nnreg_reader_read(nnreg_reader *reader, void *bytes, size_t count, size_t *got,
                               nnreg_message *why)
{
  for (*got = 0; *got < count;) {
    size_t part;
    if (!nnreg_system_read(reader->file, (char *)bytes + *got, count - *got, &part))
      return not_read(reader, why);
    if (part == 0) break;
    *got += part;
  }
  return NNREG_OK;
}

nnreg_status nnreg_reader_rewind(nnreg_reader *reader, nnreg_message *why)
{
  return nnreg_system_rewind(reader->file) ? NNREG_OK : not_read(reader, why);
}

void nnreg_reader_close(nnreg_reader *reader)
{
  if (reader->file != NNREG_NO_HANDLE) (void)nnreg_system_close(reader->file);
}

/* ---------------------------------------------------------------- Claims -- */

struct nnreg_claims {
  nnreg_handle file;
};

nnreg_status nnreg_claims_open(const char *path, nnreg_claims **claims, nnreg_message *why)
{
  *claims = nnreg_alloc(1, sizeof **claims);
  if (!*claims) return nnreg_no_memory(why, "the claims of a search");
  (*claims)->file = nnreg_system_open(path, NNREG_TO_CLAIM);
  if ((*claims)->file != NNREG_NO_HANDLE) return NNREG_OK;
  nnreg_status status = fail_with_errno(why, path, "opened");
  nnreg_free(*claims);
  *claims = NULL;
  return status;
}

/* On a file system without locks, work may be done twice, never wrongly. */
bool nnreg_claims_take(nnreg_claims *claims, size_t item)
{
  return nnreg_system_lock(claims->file, item) != NNREG_TAKEN;
}

void nnreg_claims_drop(nnreg_claims *claims, size_t item)
{
  nnreg_system_unlock(claims->file, item);
}

void nnreg_claims_close(nnreg_claims *claims)
{
  if (!claims) return;
  (void)nnreg_system_close(claims->file);
  nnreg_free(claims);
}
