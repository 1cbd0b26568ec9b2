/* X of any class, full or sparse, with wild numbers in it: what the scan finds and what is
 * packed, against X read one value at a time.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "data/data.h"
#include "input.h"

enum { MOST_SAMPLES = 150, MOST_INPUTS = 40 };

/* X, and all of it as double (N x D). */
typedef struct {
  nnreg_source source;
  double *all;
  bool finite, small; /* small: squares are finite, too                 */
  bool sound;         /* rows and starts are sound */
} matrix;

static void put(nnreg_type type, void *values, size_t at, uint64_t bits)
{
  size_t bytes = nnreg_type_bytes(type);
  if (type == NNREG_BOOL) bits &= 1;
  memcpy((char *)values + at * bytes, &bits, bytes);
}

/* The bits of 1. */
static uint64_t one(nnreg_type type)
{
  return type == NNREG_FLOAT64 ? 0x3ff0000000000000u : type == NNREG_FLOAT ? 0x3f800000u : 1u;
}

/* The core's threads treat denormal numbers as 0. */
static double flushed(double value, double least) { return fabs(value) < least ? 0 : value; }

/* A value's bits: small, or wild. */
static uint64_t draw_bits(fuzz_input *input, nnreg_type type)
{
  uint64_t bits = 0;
  if (type == NNREG_FLOAT64) {
    double number = flushed(fuzz_number(input), DBL_MIN);
    memcpy(&bits, &number, sizeof number);
  } else if (type == NNREG_FLOAT) {
    double number = flushed(fuzz_number(input), FLT_MIN);
    float narrow = fabs(number) <= 3e38 ? (float)number : isnan(number) ? NAN : INFINITY;
    memcpy(&bits, &narrow, sizeof narrow);
  } else {
    bits = fuzz_bits(input, nnreg_type_bytes(type));
  }
  return bits;
}

/* Ascending entries in one column of five; then one row or start may become wild. */
static void make_sparse(fuzz_input *input, nnreg_source *source, uint64_t *stored)
{
  size_t count = source->num_samples * source->num_inputs, entries = 0;
  uint64_t seed = fuzz_bits(input, 2);
  int64_t *starts = take(source->num_inputs + 1, sizeof *starts);
  int64_t *rows = take(count, sizeof *rows);
  for (size_t i = 0; i < count; i++) {
    if (i % source->num_samples == 0) starts[i / source->num_samples] = (int64_t)entries;
    if (draw_below(&seed, 5)) continue;
    rows[entries] = (int64_t)(i % source->num_samples);
    stored[entries++] = stored[i];
  }
  starts[source->num_inputs] = (int64_t)entries;
  source->starts = starts;
  source->rows = take_copy(rows, entries, sizeof *rows);
}

/* False if one of X's rows or starts was changed. */
static bool spoil(fuzz_input *input, const nnreg_source *source)
{
  size_t entries = (size_t)source->starts[source->num_inputs];
  bool row = fuzz_below(input, 2) && entries > 0;
  int64_t *wild = (int64_t *)(row ? source->rows : source->starts);
  if (!row && entries == 0) return true;
  wild += fuzz_below(input, row ? entries : source->num_inputs);
  int64_t before = *wild;
  *wild = (int64_t)fuzz_size(input);
  return *wild == before;
}

static bool is_ascending(const nnreg_source *source)
{
  int64_t entries = source->starts[source->num_inputs];
  if (source->starts[0] != 0) return false;
  for (size_t j = 0; j < source->num_inputs; j++) {
    int64_t first = source->starts[j], last = source->starts[j + 1];
    if (first > last || last > entries) return false;
    for (int64_t e = first; e < last; e++)
      if (source->rows[e] < 0 || source->rows[e] >= (int64_t)source->num_samples ||
          (e > first && source->rows[e] <= source->rows[e - 1]))
        return false;
  }
  return true;
}

static void read_all(matrix *x)
{
  const nnreg_source *source = &x->source;
  size_t count = source->num_samples * source->num_inputs;
  x->all = take(count, sizeof *x->all);
  if (!source->starts) nnreg_load_d(source->type, source->values, 0, count, x->all);
  for (size_t j = 0; source->starts && j < source->num_inputs; j++)
    for (int64_t e = source->starts[j]; e < source->starts[j + 1]; e++)
      nnreg_load_d(source->type, source->values, (size_t)e, 1,
                   &x->all[j * source->num_samples + (size_t)source->rows[e]]);
  x->finite = x->small = true;
  for (size_t i = 0; i < count; i++) {
    x->finite = x->finite && isfinite(x->all[i]);
    x->small = x->small && fabs(x->all[i]) < 1e150;
  }
}

static matrix draw_matrix(fuzz_input *input)
{
  matrix x = {.sound = true};
  nnreg_source *source = &x.source;
  source->type = fuzz_below(input, NNREG_UINT64 + 1);
  source->num_samples = 1 + fuzz_below(input, MOST_SAMPLES);
  source->num_inputs = 1 + fuzz_below(input, MOST_INPUTS);
  bool sparse = fuzz_below(input, 2), spoilt = fuzz_below(input, 4) == 0;
  size_t count = source->num_samples * source->num_inputs;
  uint64_t *stored = take(count, sizeof *stored), seed = fuzz_bits(input, 2);
  for (size_t i = 0; i < count; i++) stored[i] = draw_below(&seed, 3) ? 0 : one(source->type);
  for (size_t k = 0; k < 20 && input->left > 20; k++)
    stored[fuzz_below(input, count)] = draw_bits(input, source->type);
  if (sparse) make_sparse(input, source, stored);
  size_t held = sparse ? (size_t)source->starts[source->num_inputs] : count;
  void *values = take(held, nnreg_type_bytes(source->type));
  for (size_t i = 0; i < held; i++) put(source->type, values, i, stored[i]);
  source->values = values;
  if (sparse && spoilt && !spoil(input, source)) x.sound = is_ascending(source);
  if (x.sound) read_all(&x);
  return x;
}

/* ----------------------------------------------------------------- Checking -- */

/* The scan's figures; false if it has refused X, as it must. */
static bool check_scan(const matrix *x, nnreg_scan *scan, size_t num_threads)
{
  const nnreg_source *source = &x->source;
  nnreg_message why = {""};
  size_t rows = source->num_samples, inputs = source->num_inputs, nonzeros = 0;
  *scan = (nnreg_scan){.largest = take(inputs, sizeof(double)),
                       .mean = take(inputs, sizeof(double)),
                       .deviation = take(inputs, sizeof(double))};
  nnreg_status status = nnreg_source_scan(source, NULL, num_threads, scan, &why);
  EXPECT(status == NNREG_OK || strlen(why.text) > 0);
  EXPECT(x->sound ? status != NNREG_BAD_ARGUMENT : status != NNREG_OK);
  if (!x->sound) return false;
  EXPECT(x->small ? status == NNREG_OK : x->finite || status == NNREG_BAD_DATA);
  if (status != NNREG_OK) return false;
  for (size_t j = 0; j < inputs; j++) {
    double most = 0;
    for (size_t i = 0; i < rows; i++) {
      double value = fabs(x->all[j * rows + i]);
      nonzeros += value != 0;
      most = value > most ? value : most;
    }
    EXPECT(scan->largest[j] == most);
    EXPECT(isfinite(scan->mean[j]) && isfinite(scan->deviation[j]) && scan->deviation[j] >= 0);
    scan->deviation[j] += scan->deviation[j] == 0; /* as scales */
  }
  EXPECT(fabs(scan->density * (double)(rows * inputs) - (double)nonzeros) < 1e-6);
  return true;
}

static double get(nnreg_type type, const void *values, size_t at)
{
  double value;
  nnreg_load_d(type, values, at, 1, &value);
  return value;
}

/* The number in the packed class. */
static bool is_packed(nnreg_type type, double packed, double value)
{
  if (type != NNREG_FLOAT) return packed == value;
  return packed == (double)(float)value || (fabs(packed) <= FLT_MIN && fabs(value) <= FLT_MIN);
}

/* Packs rows first .. first + count - 1 and looks at every value. */
static void check_block(const matrix *x, fuzz_input *input, const nnreg_scan *scan,
                        size_t num_threads)
{
  const nnreg_source *source = &x->source;
  nnreg_message why = {""};
  size_t rows = source->num_samples, inputs = source->num_inputs;
  size_t first = fuzz_below(input, rows), count = 1 + fuzz_below(input, rows - first);
  bool scaled = fuzz_below(input, 2), compressed = fuzz_below(input, 2);
  nnreg_type type = nnreg_packed_type(source->type, fuzz_below(input, 2), scaled);
  const double *mean = scaled ? scan->mean : NULL, *scale = scaled ? scan->deviation : NULL;
  uint32_t *starts = compressed ? take(count + 1, sizeof *starts) : NULL;
  size_t held = count * inputs;
  if (compressed) {
    EXPECT(nnreg_pack_count(source, (nnreg_range){first, count}, scale, num_threads, starts,
                            &why) == NNREG_OK);
    held = starts[count];
  }
  void *indices = take(held, nnreg_index_bytes(inputs));
  void *values = take(held, nnreg_type_bytes(type));
  EXPECT(nnreg_pack_block(source, (nnreg_range){first, count}, &(nnreg_scaling){mean, scale, type},
                          num_threads,
                          &(nnreg_room){.values = values, .starts = starts, .indices = indices},
                          &why) == NNREG_OK);
  for (size_t s = 0, e = 0; s < count; s++)
    for (size_t j = 0; j < inputs; j++) {
      double value = x->all[j * rows + first + s];
      if (scaled) value = flushed(value - (compressed ? 0 : mean[j]), DBL_MIN) / scale[j];
      value = flushed(value, DBL_MIN);
      if (compressed && value == 0) continue;
      if (compressed) EXPECT(((const uint16_t *)indices)[e] == j);
      EXPECT(is_packed(type, get(type, values, e++), value));
    }
}

/* Wild sizes without data: refused, or nothing is read. */
static void check_wild(const matrix *x, fuzz_input *input)
{
  nnreg_source wild = x->source;
  nnreg_message why;
  size_t first = fuzz_size(input), count = fuzz_size(input), rows = wild.num_samples;
  bool inside = first <= rows && count <= rows - first;
  uint32_t *starts = take(rows + 1, sizeof *starts);
  nnreg_status status =
      inside ? NNREG_BAD_ARGUMENT
             : nnreg_pack_count(&wild, (nnreg_range){first, count}, NULL, 1, starts, &why);
  EXPECT(status == NNREG_BAD_ARGUMENT);
  wild.num_samples = fuzz_size(input);
  wild.num_inputs = fuzz_size(input);
  wild.starts = NULL;
  unsigned __int128 all = (unsigned __int128)wild.num_samples * wild.num_inputs;
  bool fits = wild.num_samples <= UINT32_MAX && wild.num_inputs <= INT32_MAX && all <= SIZE_MAX;
  EXPECT((nnreg_source_check(&wild, &why) == NNREG_OK) == fits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input input = {data, size};
  nnreg_scan scan;
  matrix x = draw_matrix(&input);
  size_t num_threads = 1 + fuzz_below(&input, 3);
  if (check_scan(&x, &scan, num_threads)) {
    check_block(&x, &input, &scan, num_threads);
    check_wild(&x, &input);
  }
  give_back(NULL);
  return 0;
}
