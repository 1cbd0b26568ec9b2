/* IDX files, LeCun's format of MNIST: bytes 0, 0, type, number of dimensions, the
 * dimensions as big-endian 32-bit numbers, then the elements, the last dimension
 * fastest. The file may be gzipped.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "data.h"
#include "os/os.h"
#include "unpack.h"

enum { DEFLATE_RATIO = 1032 }; /* bytes that one byte can unpack to, at most */

struct nnreg_idx {
  nnreg_idx_header header;
  bool was_read;
  const int *flag; /* see nnreg_idx_heed */
  nnreg_unpacker source;
};

/* ----------------------------------------------------------------- Bytes -- */

/* Elements of 2, 4 or 8 bytes from big-endian to the machine's order. */
static void to_host_order(unsigned char *bytes, size_t count, size_t size)
{
  for (size_t i = 0; size > 1 && i < count; i++, bytes += size) {
    uint64_t value = 0;
    for (size_t j = 0; j < size; j++) value = value << 8 | bytes[j];
    uint32_t value32 = (uint32_t)value;
    uint16_t value16 = (uint16_t)value;
    if (size == 8) memcpy(bytes, &value, 8);
    if (size == 4) memcpy(bytes, &value32, 4);
    if (size == 2) memcpy(bytes, &value16, 2);
  }
}

/* ---------------------------------------------------------------- Header -- */

/* Bytes of an element of the type with this code, 0 if there is none. */
static size_t type_of_code(unsigned char code, nnreg_type *type)
{
  switch (code) {
    case 0x08: *type = NNREG_UINT8; return 1;
    case 0x09: *type = NNREG_INT8; return 1;
    case 0x0B: *type = NNREG_INT16; return 2;
    case 0x0C: *type = NNREG_INT32; return 4;
    case 0x0D: *type = NNREG_FLOAT; return 4;
    case 0x0E: *type = NNREG_FLOAT64; return 8;
    default: return 0;
  }
}

static nnreg_status read_header_part(nnreg_idx *file, unsigned char *bytes, size_t count,
                                     nnreg_message *why)
{
  size_t got;
  nnreg_status status = nnreg_unpacker_read(&file->source, bytes, count, &got, why);
  if (status != NNREG_OK || got == count) return status;
  return nnreg_fail(why, NNREG_BAD_FILE,
                    "%s: is cut short: it ends inside the header of an IDX file",
                    file->source.reader.name);
}

/* Reads the dimensions. For overflow a zero counts as 1: even an empty array can be too large to
 * be indexed. */
static nnreg_status read_dims(nnreg_idx *file, nnreg_message *why)
{
  nnreg_idx_header *header = &file->header;
  unsigned char bytes[4 * NNREG_IDX_MAX_DIMS];
  nnreg_status status = read_header_part(file, bytes, 4 * header->num_dims, why);
  if (status != NNREG_OK) return status;
  size_t most = nnreg_type_bytes(header->type);
  bool empty = false;
  for (size_t i = 0; i < header->num_dims; i++) {
    const unsigned char *b = bytes + 4 * i;
    size_t dim = (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3];
    header->dims[i] = dim;
    empty = empty || dim == 0;
    if (__builtin_mul_overflow(most, dim ? dim : 1, &most) || most > PTRDIFF_MAX)
      return nnreg_fail(why, NNREG_BAD_FILE,
                        "%s: its header is wrong: the dimensions are larger than any array",
                        file->source.reader.name);
  }
  header->num_bytes = empty ? 0 : most;
  header->num_elements = header->num_bytes / nnreg_type_bytes(header->type);
  return NNREG_OK;
}

static nnreg_status read_header(nnreg_idx *file, nnreg_message *why)
{
  unsigned char magic[4];
  nnreg_status status = read_header_part(file, magic, sizeof magic, why);
  if (status != NNREG_OK) return status;
  if (magic[0] != 0 || magic[1] != 0 || type_of_code(magic[2], &file->header.type) == 0)
    return nnreg_fail(why, NNREG_BAD_FILE,
                      "%s: is no IDX file: it begins with the bytes %02x %02x %02x %02x where 00 "
                      "00, a type (08, 09, 0b, 0c, 0d or 0e) and the number of dimensions belong",
                      file->source.reader.name, magic[0], magic[1], magic[2], magic[3]);
  if (magic[3] < 1 || magic[3] > NNREG_IDX_MAX_DIMS)
    return nnreg_fail(why, NNREG_BAD_FILE,
                      "%s: its header is wrong: %d dimensions, where 1 to %d are accepted",
                      file->source.reader.name, magic[3], NNREG_IDX_MAX_DIMS);
  file->header.num_dims = magic[3];
  return read_dims(file, why);
}

/* Compares the file's size with what its header promises. */
static nnreg_status check_size(const nnreg_idx *file, nnreg_message *why)
{
  const uint64_t header_bytes = 4 + 4 * (uint64_t)file->header.num_dims;
  const uint64_t promised = header_bytes + (uint64_t)file->header.num_bytes;
  if (file->source.gzip && promised / DEFLATE_RATIO > file->source.reader.num_bytes)
    return nnreg_fail(why, NNREG_BAD_FILE,
                      "%s: its header is wrong: %llu bytes cannot be packed into %llu",
                      file->source.reader.name, (unsigned long long)promised,
                      (unsigned long long)file->source.reader.num_bytes);
  if (file->source.gzip || promised == file->source.reader.num_bytes) return NNREG_OK;
  return nnreg_fail(
      why, NNREG_BAD_FILE, "%s: %s: it has %llu bytes, its header promises %llu",
      file->source.reader.name,
      file->source.reader.num_bytes < promised ? "is cut short" : "is longer than it should be",
      (unsigned long long)file->source.reader.num_bytes, (unsigned long long)promised);
}

/* ------------------------------------------------------------------ File -- */

nnreg_status nnreg_idx_open(const char *path, nnreg_idx **result, nnreg_message *why)
{
  *result = NULL;
  nnreg_idx *file = nnreg_alloc(1, sizeof *file);
  if (!file) return nnreg_no_memory(why, "reading an IDX file");
  memset(file, 0, sizeof *file);
  nnreg_status status = nnreg_unpacker_open(&file->source, path, why);
  if (status == NNREG_OK) status = read_header(file, why);
  if (status == NNREG_OK) status = check_size(file, why);
  if (status == NNREG_OK)
    *result = file;
  else
    nnreg_idx_close(file);
  return status;
}

const nnreg_idx_header *nnreg_idx_get_header(const nnreg_idx *file) { return &file->header; }

void nnreg_idx_heed(nnreg_idx *file, const int *flag) { file->flag = flag; }

/* Reads the elements. Each part gets the machine's order while it is in a cache, and the flag is
 * heeded before the next. */
static nnreg_status read_elements(nnreg_idx *file, unsigned char *elements, size_t *got,
                                  nnreg_message *why)
{
  const size_t at_once = (size_t)1 << 20; /* whole elements of any type */
  const size_t all = file->header.num_bytes, size = nnreg_type_bytes(file->header.type);
  for (*got = 0; *got < all;) {
    size_t want = all - *got < at_once ? all - *got : at_once, part;
    nnreg_status status =
        nnreg_unpacker_read_all(&file->source, file->flag, elements + *got, want, &part, why);
    if (status != NNREG_OK) return status;
    to_host_order(elements + *got, part / size, size);
    *got += part;
    if (part < want) break;
  }
  return NNREG_OK;
}

nnreg_status nnreg_idx_read(nnreg_idx *file, void *elements, nnreg_message *why)
{
  const nnreg_idx_header *header = &file->header;
  unsigned char extra;
  size_t got, more;
  if (file->was_read)
    return nnreg_refuse(why, "%s: was read already: open it again", file->source.reader.name);
  file->was_read = true;
  nnreg_status status = read_elements(file, elements, &got, why);
  if (status != NNREG_OK) return status;
  if (got < header->num_bytes)
    return nnreg_fail(why, NNREG_BAD_FILE,
                      "%s: is cut short: %zu bytes of elements, its header promises %zu",
                      file->source.reader.name, got, header->num_bytes);
  /* The request for one more byte also makes zlib compare the checksum. */
  status = nnreg_unpacker_read(&file->source, &extra, 1, &more, why);
  if (status != NNREG_OK) return status;
  if (more != 0)
    return nnreg_fail(why, NNREG_BAD_FILE,
                      "%s: is longer than it should be: its header promises %zu bytes of elements",
                      file->source.reader.name, header->num_bytes);
  return NNREG_OK;
}

void nnreg_idx_close(nnreg_idx *file)
{
  if (!file) return;
  nnreg_unpacker_close(&file->source);
  nnreg_free(file);
}
