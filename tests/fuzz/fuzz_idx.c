/* IDX files of any bytes, packed or not: the core's reader against one that is written as
 * simply as can be.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "input.h"

enum { MOST_BYTES = 1 << 20, GZIP = 15 + 16 };

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

static uint8_t unpacked[MOST_BYTES];

static bool is_gzip(const uint8_t *data, size_t size)
{
  return size >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/* All members into unpacked; -1 if they are damaged, -2 if there are too many bytes. */
static long unpack(const uint8_t *data, size_t size)
{
  z_stream stream = {.next_in = (z_const Bytef *)data, .avail_in = (uInt)size};
  size_t count = 0;
  int code = inflateInit2(&stream, GZIP);
  do {
    if (code == Z_STREAM_END) inflateReset(&stream);
    stream.next_out = unpacked + count;
    stream.avail_out = (uInt)(MOST_BYTES - count);
    code = inflate(&stream, Z_FINISH);
    count = MOST_BYTES - stream.avail_out;
  } while (code == Z_STREAM_END && stream.avail_in > 0);
  inflateEnd(&stream);
  if (code == Z_STREAM_END) return (long)count;
  return count == MOST_BYTES ? -2 : -1;
}

/* ---------------------------------------------------------------- Checking -- */

static size_t bytes_of(uint8_t code)
{
  static const uint8_t codes[] = {0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x0E};
  static const size_t sizes[] = {1, 1, 2, 4, 4, 8};
  for (size_t i = 0; i < LENGTH(codes); i++)
    if (codes[i] == code) return sizes[i];
  return 0;
}

static double big_number(const uint8_t *bytes)
{
  return bytes[0] * 0x1p24 + bytes[1] * 0x1p16 + bytes[2] * 0x1p8 + bytes[3];
}

/* Where the elements of a good file begin, else 0. */
static size_t start_of(const uint8_t *bytes, size_t size)
{
  if (size < 4 || bytes[0] || bytes[1] || !bytes_of(bytes[2])) return 0;
  size_t start = 4 + 4 * (size_t)bytes[3];
  if (bytes[3] < 1 || bytes[3] > NNREG_IDX_MAX_DIMS || size < start) return 0;
  double product = (double)bytes_of(bytes[2]), most = product;
  for (size_t at = 4; at < start; at += 4) {
    double dim = big_number(bytes + at);
    product *= dim;
    most *= dim > 0 ? dim : 1;
  }
  return most < 0x1p63 && product == (double)(size - start) ? start : 0;
}

/* The elements are the file's, each with its bytes reversed. */
static void compare(const uint8_t *bytes, const uint8_t *elements, const nnreg_idx_header *header)
{
  size_t size = bytes_of(bytes[2]), start = 4 + 4 * (size_t)bytes[3];
  EXPECT(header->num_dims == bytes[3]);
  EXPECT(header->num_bytes == header->num_elements * size);
  for (size_t i = 0; i < header->num_dims; i++)
    EXPECT((double)header->dims[i] == big_number(bytes + 4 + 4 * i));
  for (size_t i = 0; i < header->num_bytes; i++)
    EXPECT(elements[i] == bytes[start + i / size * size + (size - 1 - i % size)]);
}

static nnreg_status read_file(const char *path, nnreg_idx_header *header, uint8_t **elements,
                              nnreg_message *why)
{
  nnreg_idx *file;
  nnreg_status status = nnreg_idx_open(path, &file, why);
  if (status != NNREG_OK) {
    EXPECT(file == NULL);
    return status;
  }
  *header = *nnreg_idx_get_header(file);
  status = NNREG_OUT_OF_MEMORY; /* what a caller may say of too many */
  if (header->num_bytes <= MOST_BYTES) {
    *elements = malloc(header->num_bytes);
    status = nnreg_idx_read(file, *elements, why);
  }
  nnreg_idx_close(file);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char path[64];
  uint8_t *elements = NULL;
  nnreg_idx_header header;
  nnreg_message why = {""};
  int file = memfd_create("fuzz", MFD_CLOEXEC);
  EXPECT(file >= 0 && write(file, data, size) == (ssize_t)size);
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  nnreg_status status = read_file(path, &header, &elements, &why);
  bool packed = is_gzip(data, size);
  long count = packed ? unpack(data, size) : (long)size;
  const uint8_t *bytes = packed ? unpacked : data;
  bool good = count >= 0 && start_of(bytes, (size_t)count) > 0;
  EXPECT(status == NNREG_OK || status == NNREG_BAD_FILE || status == NNREG_OUT_OF_MEMORY);
  if (status != NNREG_OUT_OF_MEMORY && count != -2) EXPECT(good == (status == NNREG_OK));
  if (status == NNREG_BAD_FILE) EXPECT(strncmp(why.text, path, strlen(path)) == 0);
  if (status == NNREG_OK) compare(bytes, elements, &header);
  free(elements);
  close(file);
  return 0;
}

/* ---------------------------------------------------------------- Mutation -- */

/* One gzip member of the bytes; 0 if it needs more room. */
static size_t pack(const uint8_t *from, size_t count, uint8_t *to, size_t room, int level)
{
  z_stream stream = {.next_in = (z_const Bytef *)from, .avail_in = (uInt)count};
  deflateInit2(&stream, level, Z_DEFLATED, GZIP, 8, Z_DEFAULT_STRATEGY);
  stream.next_out = to;
  stream.avail_out = (uInt)room;
  int code = deflate(&stream, Z_FINISH);
  size_t used = stream.total_out;
  deflateEnd(&stream);
  return code == Z_STREAM_END ? used : 0;
}

/* Changes the unpacked bytes of a packed file, since hardly any other change would pass its
 * checksum. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
  long count = is_gzip(data, size) ? unpack(data, size) : -1;
  bool inside = count >= 0 && count < MOST_BYTES / 2 && seed % 4;
  if (!inside && seed % 16 != 1) return LLVMFuzzerMutate(data, size, max_size);
  if (!inside) memcpy(unpacked, data, size);
  size_t all = LLVMFuzzerMutate(unpacked, inside ? (size_t)count : size, MOST_BYTES / 2);
  size_t first = seed % 5 ? all : seed / 80 % (all + 1); /* in the first of two members */
  size_t used = pack(unpacked, first, data, max_size, (int)(seed / 16 % 10));
  if (used == 0 || first == all) return used ? used : size;
  size_t more = pack(unpacked + first, all - first, data + used, max_size - used, 6);
  return used + more;
}
