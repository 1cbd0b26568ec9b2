/* Files that may be gzipped, and whole files as bytes.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unpack.h"

#include <string.h>

enum {
  MOST_AT_ONCE = 1 << 30, /* zlib counts in 32 bits */
  GZIP_WINDOW = 15 + 16,  /* largest window, gzip header required */
  BYTES_AT_ONCE = 1 << 22 /* between two looks at the stop flag */
};

static const unsigned char GZIP_MAGIC[2] = {0x1f, 0x8b};

static voidpf zlib_alloc(voidpf nobody, uInt count, uInt size)
{
  (void)nobody;
  return nnreg_alloc(count, size);
}

static void zlib_free(voidpf nobody, voidpf memory)
{
  (void)nobody;
  nnreg_free(memory);
}

static nnreg_status inflate_failure(const nnreg_unpacker *file, int code, nnreg_message *why)
{
  if (code == Z_MEM_ERROR) return nnreg_no_memory(why, "unpacking a gzip file");
  return nnreg_fail(why, NNREG_BAD_FILE, "%s: its gzip data are damaged: %s", file->reader.name,
                    file->stream.msg ? file->stream.msg : "invalid data");
}

/* One step of inflate towards stream.next_out; *at_end when the file is over. */
static nnreg_status inflate_step(nnreg_unpacker *file, bool *at_end, nnreg_message *why)
{
  z_stream *stream = &file->stream;
  *at_end = false;
  if (stream->avail_in == 0) {
    size_t got;
    nnreg_status status =
        nnreg_reader_read(&file->reader, file->buffer, sizeof file->buffer, &got, why);
    if (status != NNREG_OK) return status;
    stream->next_in = file->buffer;
    stream->avail_in = (uInt)got;
    *at_end = got == 0 && file->between_members;
    if (*at_end) return NNREG_OK;
    if (got == 0)
      return nnreg_fail(why, NNREG_BAD_FILE, "%s: is cut short: its gzip data do not end",
                        file->reader.name);
  }
  if (file->between_members && stream->next_in[0] != GZIP_MAGIC[0])
    return nnreg_fail(why, NNREG_BAD_FILE,
                      "%s: is longer than it should be: bytes follow its gzip data",
                      file->reader.name);
  if (file->between_members) inflateReset(stream);
  file->between_members = false;
  int code = inflate(stream, Z_NO_FLUSH);
  file->between_members = code == Z_STREAM_END;
  if (code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR) return NNREG_OK;
  return inflate_failure(file, code, why);
}

nnreg_status nnreg_unpacker_read(nnreg_unpacker *file, void *bytes, size_t count, size_t *got,
                                 nnreg_message *why)
{
  if (!file->gzip) return nnreg_reader_read(&file->reader, bytes, count, got, why);
  bool at_end = false;
  *got = 0;
  while (*got < count && !at_end) {
    size_t want = count - *got < MOST_AT_ONCE ? count - *got : MOST_AT_ONCE;
    file->stream.next_out = (unsigned char *)bytes + *got;
    file->stream.avail_out = (uInt)want;
    nnreg_status status = inflate_step(file, &at_end, why);
    if (status != NNREG_OK) return status;
    *got += want - file->stream.avail_out;
  }
  return NNREG_OK;
}

/* Looks for gzip's first two bytes and goes back to the start. */
static nnreg_status start_reading(nnreg_unpacker *file, nnreg_message *why)
{
  unsigned char magic[2] = {0, 0};
  size_t got;
  nnreg_status status = nnreg_reader_read(&file->reader, magic, sizeof magic, &got, why);
  if (status != NNREG_OK) return status;
  status = nnreg_reader_rewind(&file->reader, why);
  if (status != NNREG_OK) return status;
  if (memcmp(magic, GZIP_MAGIC, sizeof magic) != 0) return NNREG_OK;
  file->stream.zalloc = zlib_alloc;
  file->stream.zfree = zlib_free;
  int code = inflateInit2(&file->stream, GZIP_WINDOW);
  file->gzip = code == Z_OK;
  return file->gzip ? NNREG_OK : inflate_failure(file, code, why);
}

nnreg_status nnreg_unpacker_open(nnreg_unpacker *file, const char *path, nnreg_message *why)
{
  memset(file, 0, sizeof *file);
  nnreg_status status = nnreg_reader_open(&file->reader, path, why);
  if (status == NNREG_OK) status = start_reading(file, why);
  return status;
}

void nnreg_unpacker_close(nnreg_unpacker *file)
{
  if (file->gzip) inflateEnd(&file->stream);
  nnreg_reader_close(&file->reader);
}

nnreg_status nnreg_unpacker_read_all(nnreg_unpacker *file, const int *flag, void *bytes,
                                     size_t count, size_t *got, nnreg_message *why)
{
  for (*got = 0; *got < count;) {
    size_t want = count - *got < BYTES_AT_ONCE ? count - *got : BYTES_AT_ONCE, part;
    if (nnreg_is_raised(flag)) return nnreg_stopped(why);
    nnreg_status status =
        nnreg_unpacker_read(file, (unsigned char *)bytes + *got, want, &part, why);
    if (status != NNREG_OK) return status;
    *got += part;
    if (part < want) break;
  }
  return NNREG_OK;
}

/* ------------------------------------------------------------ Whole files -- */

/* Unpacks a file to count its bytes. */
static nnreg_status count_bytes(nnreg_unpacker *file, const int *flag, size_t *num_bytes,
                                nnreg_message *why)
{
  *num_bytes = file->reader.num_bytes;
  if (!file->gzip) return NNREG_OK;
  void *space = nnreg_alloc(BYTES_AT_ONCE, 1);
  if (!space) return nnreg_no_memory(why, "unpacking a gzip file");
  nnreg_status status = NNREG_OK;
  size_t got = BYTES_AT_ONCE;
  for (*num_bytes = 0; status == NNREG_OK && got == BYTES_AT_ONCE; *num_bytes += got)
    status = nnreg_unpacker_read_all(file, flag, space, BYTES_AT_ONCE, &got, why);
  nnreg_free(space);
  return status;
}

/* A heap object: the unpacker's buffer is large for a stack. */
static nnreg_status open_new(const char *path, nnreg_unpacker **file, nnreg_message *why)
{
  *file = nnreg_alloc(1, sizeof **file);
  if (!*file) return nnreg_no_memory(why, "reading a file");
  return nnreg_unpacker_open(*file, path, why);
}

static void close_new(nnreg_unpacker *file)
{
  if (file) nnreg_unpacker_close(file);
  nnreg_free(file);
}

nnreg_status nnreg_file_size(const char *path, const int *flag, size_t *num_bytes,
                             nnreg_message *why)
{
  nnreg_unpacker *file;
  nnreg_status status = open_new(path, &file, why);
  if (status == NNREG_OK) status = count_bytes(file, flag, num_bytes, why);
  close_new(file);
  return status;
}

/* The request for one more byte also makes zlib compare the checksum. */
static nnreg_status read_whole(nnreg_unpacker *file, const int *flag, void *bytes, size_t num_bytes,
                               nnreg_message *why)
{
  size_t got, more = 0;
  unsigned char extra;
  nnreg_status status = nnreg_unpacker_read_all(file, flag, bytes, num_bytes, &got, why);
  if (status == NNREG_OK) status = nnreg_unpacker_read(file, &extra, 1, &more, why);
  if (status == NNREG_OK && (got < num_bytes || more > 0))
    return nnreg_fail(why, NNREG_BAD_FILE, "%s: changes while it is read", file->reader.name);
  return status;
}

nnreg_status nnreg_file_read(const char *path, const int *flag, void *bytes, size_t num_bytes,
                             nnreg_message *why)
{
  nnreg_unpacker *file;
  nnreg_status status = open_new(path, &file, why);
  if (status == NNREG_OK) status = read_whole(file, flag, bytes, num_bytes, why);
  close_new(file);
  return status;
}
