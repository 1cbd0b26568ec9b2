/* IDX files: every element type, packed and not, and everything that can be wrong.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* cmocka needs the headers above. */
#include <cmocka.h>

#include "machine.h"
#include "os/system.h"

/* ------------------------------------------------------------- Allocation -- */

/* This program has a csrc/core/os/memory.c of its own, which fails after failing_in successful
 * allocations and notes the largest. */
static int failing_in = -1;
static size_t largest = 0;

void *nnreg_alloc(size_t count, size_t size)
{
  size_t bytes;
  if (failing_in == 0 || __builtin_mul_overflow(count, size, &bytes)) return NULL;
  if (failing_in > 0) failing_in--;
  if (bytes > largest) largest = bytes;
  return nnreg_system_alloc(bytes ? bytes : 1);
}

void nnreg_free(void *memory) { nnreg_system_free(memory); }
bool nnreg_can_map(size_t bytes) { return bytes > 0; }

/* ------------------------------------------------------------------ Files -- */

static char path[300];

static int make_path(void **state)
{
  (void)state;
  scratch_name(path, sizeof path);
  failing_in = -1;
  FILE *file = fopen(path, "wb");
  return file ? fclose(file) : -1;
}

static int remove_path(void **state)
{
  (void)state;
  return remove(path);
}

static void write_file(const void *bytes, size_t count)
{
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, count, file), count);
  assert_int_equal(fclose(file), 0);
}

/* One gzip member of the bytes; returns its length. */
static size_t pack(const void *bytes, size_t count, unsigned char *packed, size_t room)
{
  z_stream stream = {0};
  assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = (z_const Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = packed;
  stream.avail_out = (uInt)room;
  assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
  size_t length = stream.total_out;
  deflateEnd(&stream);
  return length;
}

/* Opens path and reads it into elements (room bytes). */
static nnreg_status read_file(nnreg_idx_header *header, void *elements, size_t room,
                              nnreg_message *why)
{
  nnreg_idx *file;
  nnreg_status status = nnreg_idx_open(path, &file, why);
  if (status != NNREG_OK) {
    assert_null(file);
    return status;
  }
  *header = *nnreg_idx_get_header(file);
  assert_true(header->num_bytes <= room);
  status = nnreg_idx_read(file, elements, why);
  nnreg_idx_close(file);
  return status;
}

/* The file's bytes fail with these words, and the message names the file. */
static void assert_bad(const void *bytes, size_t count, const char *words)
{
  nnreg_idx_header header;
  nnreg_message why = {""};
  unsigned char elements[64];
  write_file(bytes, count);
  assert_int_equal(read_file(&header, elements, sizeof elements, &why), NNREG_BAD_FILE);
  assert_int_equal(strncmp(why.text, path, strlen(path)), 0);
  if (!strstr(why.text, words)) fail_msg("\"%s\" does not say \"%s\"", why.text, words);
}

/* A 2 x 3 file of uint8. */
static const unsigned char SMALL[] = {0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6};

static void assert_small(void)
{
  nnreg_idx_header header;
  nnreg_message why = {""};
  unsigned char elements[6];
  nnreg_status status = read_file(&header, elements, sizeof elements, &why);
  assert_string_equal(why.text, "");
  assert_int_equal(status, NNREG_OK);
  assert_int_equal(header.type, NNREG_UINT8);
  assert_int_equal(header.num_dims, 2);
  assert_int_equal(header.dims[0], 2);
  assert_int_equal(header.dims[1], 3);
  assert_int_equal(header.num_elements, 6);
  assert_int_equal(header.num_bytes, 6);
  assert_memory_equal(elements, SMALL + 12, 6);
}

/* ------------------------------------------------------------------ Types -- */

/* Two elements as they lie in the file, and as the machine holds them. */
typedef struct {
  unsigned char code;
  nnreg_type type;
  size_t size;
  unsigned char bytes[16];
  const void *values;
} type_case;

static const uint8_t UINT8S[] = {200, 1};
static const int8_t INT8S[] = {-3, 127};
static const int16_t INT16S[] = {-2, 0x1234};
static const int32_t INT32S[] = {-2, 0x12345678};
static const float FLOATS[] = {1.0F, -0.15625F};
static const double DOUBLES[] = {1.0, -0.15625};

static const type_case TYPES[] = {
    {0x08, NNREG_UINT8, 1, {200, 1}, UINT8S},
    {0x09, NNREG_INT8, 1, {0xfd, 0x7f}, INT8S},
    {0x0B, NNREG_INT16, 2, {0xff, 0xfe, 0x12, 0x34}, INT16S},
    {0x0C, NNREG_INT32, 4, {0xff, 0xff, 0xff, 0xfe, 0x12, 0x34, 0x56, 0x78}, INT32S},
    {0x0D, NNREG_FLOAT, 4, {0x3f, 0x80, 0, 0, 0xbe, 0x20, 0, 0}, FLOATS},
    {0x0E, NNREG_FLOAT64, 8, {0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0xbf, 0xc4, 0}, DOUBLES},
};

static void check_type(const type_case *is, bool packed)
{
  unsigned char bytes[8 + 16] = {0, 0, is->code, 1, 0, 0, 0, 2};
  unsigned char gzip[128];
  memcpy(bytes + 8, is->bytes, 2 * is->size);
  size_t count = 8 + 2 * is->size;
  if (packed)
    write_file(gzip, pack(bytes, count, gzip, sizeof gzip));
  else
    write_file(bytes, count);
  nnreg_idx_header header;
  nnreg_message why = {""};
  unsigned char elements[16];
  assert_int_equal(read_file(&header, elements, sizeof elements, &why), NNREG_OK);
  assert_int_equal(header.type, is->type);
  assert_int_equal(header.num_dims, 1);
  assert_int_equal(header.num_elements, 2);
  assert_int_equal(header.num_bytes, 2 * is->size);
  assert_memory_equal(elements, is->values, 2 * is->size);
}

static void test_types(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
    check_type(&TYPES[i], false);
    check_type(&TYPES[i], true);
  }
}

static void test_unknown_types(void **state)
{
  (void)state;
  unsigned char bytes[sizeof SMALL];
  memcpy(bytes, SMALL, sizeof SMALL);
  for (int code = 0; code < 256; code++) {
    if (code == 8 || code == 9 || (code >= 0x0B && code <= 0x0E)) continue;
    bytes[2] = (unsigned char)code;
    assert_bad(bytes, sizeof bytes, "is no IDX file");
  }
}

/* ------------------------------------------------------------- Dimensions -- */

static void test_dimensions(void **state)
{
  (void)state;
  unsigned char bytes[4 + 4 * 9 + 6] = {0, 0, 8};
  nnreg_idx_header header;
  nnreg_message why = {""};
  unsigned char elements[6];
  for (size_t dims = 1; dims <= NNREG_IDX_MAX_DIMS; dims++) {
    bytes[3] = (unsigned char)dims;
    memset(bytes + 4, 0, sizeof bytes - 4);
    for (size_t i = 0; i < dims; i++) bytes[4 + 4 * i + 3] = i + 1 == dims ? 6 : 1;
    write_file(bytes, 4 + 4 * dims + 6);
    assert_int_equal(read_file(&header, elements, 6, &why), NNREG_OK);
    assert_int_equal(header.num_dims, dims);
    assert_int_equal(header.dims[dims - 1], 6);
    assert_int_equal(header.num_elements, 6);
  }
  bytes[3] = 0;
  assert_bad(bytes, 4, "0 dimensions, where 1 to 8 are accepted");
  bytes[3] = 9;
  assert_bad(bytes, sizeof bytes, "9 dimensions, where 1 to 8 are accepted");
}

static void test_no_elements(void **state)
{
  (void)state;
  const unsigned char bytes[] = {0, 0, 0x0E, 2, 0, 0, 0, 0, 255, 255, 255, 255};
  nnreg_idx_header header;
  nnreg_message why = {""};
  unsigned char elements[1];
  write_file(bytes, sizeof bytes);
  assert_int_equal(read_file(&header, elements, 0, &why), NNREG_OK);
  assert_int_equal(header.dims[0], 0);
  assert_int_equal(header.dims[1], 4294967295U);
  assert_int_equal(header.num_elements, 0);
  assert_int_equal(header.num_bytes, 0);
}

/* Products that wrap around to 0, also behind a zero; one that just fits does not. */
static void test_overflow(void **state)
{
  (void)state;
  const unsigned char just_fits[] = {0, 0, 8, 2, 128, 0, 0, 0, 255, 255, 255, 255};
  const unsigned char wrapped[] = {0, 0, 8, 3, 128, 0, 0, 0, 128, 0, 0, 0, 0, 0, 0, 4};
  const unsigned char by_size[] = {0, 0, 0x0E, 2, 128, 0, 0, 0, 64, 0, 0, 0};
  const unsigned char with_zero[] = {0,   0,   8,   4,   255, 255, 255, 255, 255, 255,
                                     255, 255, 255, 255, 255, 255, 0,   0,   0,   0};
  assert_bad(wrapped, sizeof wrapped, "the dimensions are larger than any array");
  assert_bad(by_size, sizeof by_size, "the dimensions are larger than any array");
  assert_bad(with_zero, sizeof with_zero, "the dimensions are larger than any array");
  assert_bad(just_fits, sizeof just_fits, "is cut short: it has 12 bytes");
}

/* -------------------------------------------------------------- Bad files -- */

static void test_missing(void **state)
{
  (void)state;
  nnreg_idx *file;
  nnreg_message why;
  char name[400];
  snprintf(name, sizeof name, "%s/none.idx", path);
  assert_int_equal(nnreg_idx_open(name, &file, &why), NNREG_BAD_FILE);
  assert_null(file);
  assert_non_null(strstr(why.text, "cannot be opened: "));
  assert_int_equal(nnreg_idx_open("", &file, &why), NNREG_BAD_FILE);
  assert_int_equal(nnreg_idx_open(".", &file, &why), NNREG_BAD_FILE);
  assert_string_equal(why.text, ".: is a folder, not a file");
}

/* Of a path longer than a message its end is shown, from a whole letter on. */
static void test_long_name(void **state)
{
  (void)state;
  char name[1200] = "";
  nnreg_idx *file;
  nnreg_message why;
  for (int i = 0; i < 250; i++) strcat(name, "\xc3\xa4/.");
  strcat(name, "/none.idx");
  assert_int_equal(nnreg_idx_open(name, &file, &why), NNREG_BAD_FILE);
  assert_non_null(strstr(why.text, "/none.idx: cannot be opened: "));
  assert_true(((unsigned char)why.text[0] & 0xC0) != 0x80);
}

static void test_not_idx(void **state)
{
  (void)state;
  assert_bad("", 0, "is cut short: it ends inside the header");
  assert_bad("\x1f", 1, "is cut short: it ends inside the header");
  assert_bad("\x89PNG\r\n", 6, "begins with the bytes 89 50 4e 47 where 00 00");
  assert_bad("\0\1\10\1\0\0\0\0", 8, "is no IDX file");
  assert_bad("\x1f\x8b garbage that is not gzip", 28, "its gzip data are damaged");
}

static void test_plain_lengths(void **state)
{
  (void)state;
  unsigned char bytes[sizeof SMALL + 1] = {0};
  memcpy(bytes, SMALL, sizeof SMALL);
  for (size_t count = 0; count < sizeof SMALL; count++) assert_bad(bytes, count, "is cut short");
  assert_bad(bytes, sizeof bytes, "is longer than it should be: it has 19 bytes");
  write_file(bytes, sizeof SMALL);
  assert_small();
}

static void test_gzip_lengths(void **state)
{
  (void)state;
  unsigned char packed[256];
  size_t count = pack(SMALL, sizeof SMALL, packed, sizeof packed);
  for (size_t cut = 0; cut < count; cut++) assert_bad(packed, cut, "is cut short");
  write_file(packed, count);
  assert_small();
  packed[count] = 0;
  assert_bad(packed, count + 1, "is longer than it should be: bytes follow its gzip data");
  packed[count] = 0x1f;
  assert_bad(packed, count + 1, "is cut short");
}

/* Packed well, but with fewer or more elements than the header says. */
static void test_gzip_content(void **state)
{
  (void)state;
  unsigned char bytes[sizeof SMALL + 1] = {0}, packed[256];
  memcpy(bytes, SMALL, sizeof SMALL);
  for (size_t count = 0; count < 12; count++)
    assert_bad(packed, pack(bytes, count, packed, sizeof packed), "ends inside the header");
  for (size_t count = 12; count < sizeof SMALL; count++)
    assert_bad(packed, pack(bytes, count, packed, sizeof packed), "is cut short: ");
  assert_bad(packed, pack(bytes, sizeof bytes, packed, sizeof packed),
             "is longer than it should be: its header promises 6 bytes");
}

/* gzip files may be joined end to end; their contents then follow each other. */
static void test_gzip_members(void **state)
{
  (void)state;
  unsigned char packed[512];
  for (size_t cut = 0; cut <= sizeof SMALL; cut++) {
    size_t count = pack(SMALL, cut, packed, sizeof packed);
    count += pack(SMALL + cut, sizeof SMALL - cut, packed + count, sizeof packed - count);
    write_file(packed, count);
    assert_small();
  }
}

/* Any flipped bit is either detected or does not change the elements. */
static void test_gzip_flips(void **state)
{
  (void)state;
  unsigned char packed[256];
  nnreg_idx_header header;
  nnreg_message why;
  unsigned char elements[1 << 16];
  size_t count = pack(SMALL, sizeof SMALL, packed, sizeof packed);
  for (size_t bit = 0; bit < 8 * count; bit++) {
    packed[bit / 8] ^= (unsigned char)(1U << bit % 8);
    write_file(packed, count);
    nnreg_status status = read_file(&header, elements, sizeof elements, &why);
    if (status == NNREG_OK)
      assert_memory_equal(elements, SMALL + 12, 6);
    else
      assert_int_equal(status, NNREG_BAD_FILE);
    packed[bit / 8] ^= (unsigned char)(1U << bit % 8);
  }
  packed[count - 8] ^= 1; /* the first byte of the checksum */
  assert_bad(packed, count, "its gzip data are damaged: incorrect data check");
}

/* A header that promises gigabytes is refused before anything is allocated. */
static void test_lies(void **state)
{
  (void)state;
  unsigned char bytes[] = {0, 0, 8, 2, 0, 1, 0, 0, 0, 1, 0, 0, 1, 2, 3}, packed[256];
  largest = 0;
  assert_bad(bytes, sizeof bytes, "is cut short: it has 15 bytes, its header promises 4294967308");
  size_t count = pack(bytes, sizeof bytes, packed, sizeof packed);
  assert_bad(packed, count, "its header is wrong: 4294967308 bytes cannot be packed into");
  assert_true(largest < 1 << 20);
}

/* ------------------------------------------------------------------- Rest -- */

/* More than any buffer holds, of bytes that cannot be packed. */
static void test_large(void **state)
{
  (void)state;
  enum { COUNT = 400000, ROOM = COUNT + 10000 };
  unsigned char *bytes = malloc(COUNT + 8), *packed = malloc(ROOM), *elements = malloc(COUNT);
  const unsigned char start[8] = {0, 0, 8, 1, 0, COUNT >> 16 & 255, COUNT >> 8 & 255, COUNT & 255};
  nnreg_idx_header header;
  nnreg_message why;
  uint32_t random = 1;
  if (!bytes || !packed || !elements) abort();
  memcpy(bytes, start, 8);
  for (size_t i = 0; i < COUNT; i++) {
    random = random * 1664525U + 1013904223U;
    bytes[8 + i] = (unsigned char)(random >> 24);
  }
  for (int gzip = 0; gzip < 2; gzip++) {
    if (gzip)
      write_file(packed, pack(bytes, COUNT + 8, packed, ROOM));
    else
      write_file(bytes, COUNT + 8);
    memset(elements, 0, COUNT);
    assert_int_equal(read_file(&header, elements, COUNT, &why), NNREG_OK);
    assert_memory_equal(elements, bytes + 8, COUNT);
  }
  free(bytes);
  free(packed);
  free(elements);
}

/* All zeros pack nearly as tightly as deflate can: the size check lets them pass. */
static void test_dense_gzip(void **state)
{
  (void)state;
  enum { COUNT = 1 << 22 };
  unsigned char *bytes = calloc(COUNT + 8, 1), *packed = malloc(COUNT);
  const unsigned char start[8] = {0, 0, 8, 1, 0, COUNT >> 16, 0, 0};
  nnreg_idx_header header;
  nnreg_message why;
  if (!bytes || !packed) abort();
  memcpy(bytes, start, 8);
  size_t count = pack(bytes, COUNT + 8, packed, COUNT);
  assert_true(COUNT / count > 950);
  write_file(packed, count);
  memset(packed, 1, COUNT);
  assert_int_equal(read_file(&header, packed, COUNT, &why), NNREG_OK);
  assert_memory_equal(packed, bytes + 8, COUNT);
  free(bytes);
  free(packed);
}

static void test_read_twice(void **state)
{
  (void)state;
  nnreg_idx *file;
  nnreg_message why;
  unsigned char elements[6];
  write_file(SMALL, sizeof SMALL);
  assert_int_equal(nnreg_idx_open(path, &file, &why), NNREG_OK);
  assert_int_equal(nnreg_idx_read(file, elements, &why), NNREG_OK);
  assert_int_equal(nnreg_idx_read(file, elements, &why), NNREG_BAD_ARGUMENT);
  assert_non_null(strstr(why.text, "was read already"));
  nnreg_idx_close(file);
  nnreg_idx_close(NULL);
}

/* The stop flag ends the reading, packed or not. */
static void test_stopped(void **state)
{
  (void)state;
  unsigned char packed[256], elements[6];
  static const int UP = 1;
  for (int gzip = 0; gzip < 2; gzip++) {
    nnreg_idx *file;
    nnreg_message why;
    if (gzip)
      write_file(packed, pack(SMALL, sizeof SMALL, packed, sizeof packed));
    else
      write_file(SMALL, sizeof SMALL);
    assert_int_equal(nnreg_idx_open(path, &file, &why), NNREG_OK);
    nnreg_idx_heed(file, &UP);
    assert_int_equal(nnreg_idx_read(file, elements, &why), NNREG_STOPPED);
    nnreg_idx_close(file);
  }
}

/* Each allocation fails in turn; zlib's go through the same place. */
static void test_no_memory(void **state)
{
  (void)state;
  unsigned char packed[256], elements[6];
  nnreg_idx_header header;
  nnreg_message why;
  write_file(packed, pack(SMALL, sizeof SMALL, packed, sizeof packed));
  int allocations = 0;
  for (;; allocations++) {
    failing_in = allocations;
    nnreg_status status = read_file(&header, elements, sizeof elements, &why);
    failing_in = -1;
    if (status == NNREG_OK) break;
    assert_int_equal(status, NNREG_OUT_OF_MEMORY);
    assert_non_null(strstr(why.text, "not enough memory for"));
  }
  assert_true(allocations >= 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_types, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_unknown_types, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_dimensions, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_no_elements, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_overflow, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_missing, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_long_name, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_not_idx, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_plain_lengths, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_gzip_lengths, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_gzip_content, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_gzip_members, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_gzip_flips, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_lies, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_large, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_dense_gzip, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_read_twice, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_stopped, make_path, remove_path),
      cmocka_unit_test_setup_teardown(test_no_memory, make_path, remove_path),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
