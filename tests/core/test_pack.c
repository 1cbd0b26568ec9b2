/* Scanning and packing X of every type, full and sparse, against plain
 * transposition. Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support.h"

/* ------------------------------------------------------------------- Sources
 * -- */

/* X as the tests know it, and the same as a full and as a sparse source. */
typedef struct {
  size_t num_samples, num_inputs;
  nnreg_type type;
  double *x; /* (N x D) */
  nnreg_source full, sparse;
} table;

static size_t type_bytes(nnreg_type type)
{
  switch (type) {
    case NNREG_UINT8:
    case NNREG_INT8:
    case NNREG_BOOL: return 1;
    case NNREG_INT16:
    case NNREG_UINT16: return 2;
    case NNREG_FLOAT:
    case NNREG_INT32:
    case NNREG_UINT32: return 4;
    default: return 8;
  }
}

static void put(nnreg_type type, void *values, size_t at, double value)
{
  switch (type) {
    case NNREG_UINT8:
    case NNREG_BOOL: ((uint8_t *)values)[at] = (uint8_t)value; break;
    case NNREG_INT8: ((int8_t *)values)[at] = (int8_t)value; break;
    case NNREG_INT16: ((int16_t *)values)[at] = (int16_t)value; break;
    case NNREG_UINT16: ((uint16_t *)values)[at] = (uint16_t)value; break;
    case NNREG_INT32: ((int32_t *)values)[at] = (int32_t)value; break;
    case NNREG_UINT32: ((uint32_t *)values)[at] = (uint32_t)value; break;
    case NNREG_INT64: ((int64_t *)values)[at] = (int64_t)value; break;
    case NNREG_UINT64: ((uint64_t *)values)[at] = (uint64_t)value; break;
    case NNREG_FLOAT: ((float *)values)[at] = (float)value; break;
    case NNREG_FLOAT64: ((double *)values)[at] = value; break;
  }
}

/* A value of the type; in float and double these are no integers. */
static double draw_value(nnreg_type type, uint64_t *seed)
{
  double unit = draw_unit(seed);
  switch (type) {
    case NNREG_BOOL: return unit < 0.5;
    case NNREG_UINT8: return floor(256 * unit);
    case NNREG_INT8: return floor(256 * unit) - 128;
    case NNREG_UINT16: return floor(0x1p16 * unit);
    case NNREG_INT16: return floor(0x1p16 * unit) - 0x1p15;
    case NNREG_UINT32: return floor(0x1p32 * unit);
    case NNREG_INT32: return floor(0x1p32 * unit) - 0x1p31;
    case NNREG_UINT64: return floor(0x1p53 * unit);
    case NNREG_INT64: return floor(0x1p54 * unit) - 0x1p53;
    case NNREG_FLOAT: return (double)(float)(unit - 0.5);
    default: return 3 * unit - 1;
  }
}

/* Every tenth of the zeros is stored in the sparse source all the same. */
static void make_sources(table *made, uint64_t *seed)
{
  size_t count = made->num_samples * made->num_inputs, at = 0;
  size_t bytes = type_bytes(made->type);
  void *values = take(count, bytes), *entries = take(count, bytes);
  int64_t *starts = take(made->num_inputs + 1, sizeof *starts), *rows = take(count, sizeof *rows);
  for (size_t j = 0; j < made->num_inputs; j++) {
    for (size_t i = 0; i < made->num_samples; i++) {
      double value = made->x[i + j * made->num_samples];
      put(made->type, values, i + j * made->num_samples, value);
      if (value == 0 && draw_below(seed, 10)) continue;
      rows[at] = (int64_t)i;
      put(made->type, entries, at++, value);
    }
    starts[j + 1] = (int64_t)at;
  }
  made->full = (nnreg_source){.num_samples = made->num_samples,
                              .num_inputs = made->num_inputs,
                              .type = made->type,
                              .values = values};
  made->sparse = made->full;
  made->sparse.values = entries;
  made->sparse.starts = starts;
  made->sparse.rows = rows;
}

/* A share of zeros; column 2 is constant, column 3 all zeros. */
static void make_table(table *made, size_t num_samples, size_t num_inputs, nnreg_type type,
                       uint64_t seed)
{
  size_t count = num_samples * num_inputs;
  *made = (table){.num_samples = num_samples, .num_inputs = num_inputs, .type = type};
  made->x = take(count, sizeof *made->x);
  for (size_t i = 0; i < count; i++) {
    double value = draw_value(type, &seed);
    size_t column = i / num_samples;
    made->x[i] = draw_below(&seed, 3) ? 0 : value;
    if (column == 2) made->x[i] = 1;
    if (column == 3) made->x[i] = 0;
  }
  make_sources(made, &seed);
}

static const size_t SIZES[][2] = {{1, 1},   {1, 5},   {5, 1},    {2, 17},   {64, 16},
                                  {65, 15}, {63, 33}, {130, 20}, {700, 150}};

static void for_all(void check(const table *made))
{
  for (int type = NNREG_UINT8; type <= NNREG_UINT64; type++)
    for (size_t s = 0; s < LENGTH(SIZES); s++) {
      table made;
      /* The last size is shared out among threads; three types are enough for
       * that. */
      if (s + 1 == LENGTH(SIZES) && type > NNREG_FLOAT64) continue;
      make_table(&made, SIZES[s][0], SIZES[s][1], (nnreg_type)type, s);
      check(&made);
      give_back(NULL);
    }
}

/* ---------------------------------------------------------------------- Scan
 * -- */

static void check_column(const table *made, const nnreg_scan *scan, size_t j)
{
  const double *x = made->x + j * made->num_samples;
  size_t n = made->num_samples;
  double largest = 0;
  long double sum = 0, squares = 0;
  bool constant = true;
  for (size_t i = 0; i < n; i++) {
    largest = fmax(largest, fabs(x[i]));
    sum += (long double)x[i];
    constant = constant && x[i] == x[0];
  }
  long double mean = sum / (long double)n;
  for (size_t i = 0; i < n; i++) squares += ((long double)x[i] - mean) * ((long double)x[i] - mean);
  double deviation = constant ? 0 : (double)sqrtl(squares / (long double)n);
  ASSERT_NEAR(scan->largest[j], largest, 0);
  ASSERT_NEAR(scan->mean[j], (double)mean, 1e-13 * largest);
  ASSERT_NEAR(scan->deviation[j], deviation, 1e-12 * deviation);
}

static void check_scan(const table *made, const nnreg_source *source, size_t num_threads)
{
  nnreg_message why;
  double nonzeros = 0;
  size_t count = made->num_samples * made->num_inputs, d = made->num_inputs;
  nnreg_scan scan = {.largest = take(d, sizeof(double)),
                     .mean = take(d, sizeof(double)),
                     .deviation = take(d, sizeof(double))};
  nnreg_scan brief = {.density = -1};
  ASSERT_OK(nnreg_source_scan(source, NULL, num_threads, &scan, &why));
  ASSERT_OK(nnreg_source_scan(source, NULL, num_threads, &brief, &why));
  for (size_t i = 0; i < count; i++) nonzeros += made->x[i] != 0;
  ASSERT_NEAR(scan.density, nonzeros / (double)count, 1e-15);
  assert_true(brief.density == scan.density);
  for (size_t j = 0; j < d; j++) check_column(made, &scan, j);
}

static void check_scans(const table *made)
{
  for (size_t threads = 0; threads <= 3; threads++) {
    check_scan(made, &made->full, threads);
    check_scan(made, &made->sparse, threads);
  }
}

static void test_scan(void **state)
{
  (void)state;
  for_all(check_scans);
}

/* Columns far from 0 keep their deviation; constant ones have none, whatever
 * rounding does. */
static void test_scan_offset(void **state)
{
  (void)state;
  enum { COUNT = 5000 };
  double *x = take(2 * COUNT, sizeof *x), largest[2], mean[2], scale[2];
  nnreg_scan scan = {.largest = largest, .mean = mean, .deviation = scale};
  const nnreg_source source = {
      .num_samples = COUNT, .num_inputs = 2, .type = NNREG_FLOAT64, .values = x};
  nnreg_message why;
  for (size_t i = 0; i < COUNT; i++) {
    x[i] = 1e9 + (i % 2 ? 0.5 : -0.5);
    x[COUNT + i] = 0.1;
  }
  ASSERT_OK(nnreg_source_scan(&source, NULL, 1, &scan, &why));
  ASSERT_NEAR(mean[0], 1e9, 1e-6);
  ASSERT_NEAR(scale[0], 0.5, 1e-12);
  ASSERT_NEAR(mean[1], 0.1, 1e-14);
  ASSERT_NEAR(scale[1], 0, 0);
}

/* A sample of weight 2 counts twice, one of weight 0 not at all; tiny weights
 * as all others. */
static void test_scan_weights(void **state)
{
  (void)state;
  const double x[] = {1e9, 1e9 + 1, 1e9 - 4, NAN, 5, 5, 5, 7}, w[] = {1e-300, 2e-300, 1e-300, 0};
  const int64_t starts[] = {0, 4, 8}, rows[] = {0, 1, 2, 3, 0, 1, 2, 3};
  double largest[2], mean[2], deviation[2];
  nnreg_scan scan = {.largest = largest, .mean = mean, .deviation = deviation};
  nnreg_source source = {.num_samples = 4, .num_inputs = 2, .type = NNREG_FLOAT64, .values = x};
  nnreg_message why;
  for (int sparse = 0; sparse < 2; sparse++) {
    if (sparse) {
      source.starts = starts;
      source.rows = rows;
    }
    ASSERT_OK(nnreg_source_scan(&source, w, 1, &scan, &why));
    ASSERT_NEAR(mean[0], 1e9 - 0.5, 1e-6);
    ASSERT_NEAR(deviation[0], sqrt(17.0 / 4), 1e-12); /* of 0.5, 1.5, 1.5 and -3.5 */
    ASSERT_NEAR(mean[1], 5, 1e-15);
    ASSERT_NEAR(deviation[1], 0, 0);
    ASSERT_NEAR(largest[1], 5, 0);
    ASSERT_NEAR(scan.density, 1, 0);
  }
  source =
      (nnreg_source){.num_samples = 4, .num_inputs = 1, .type = NNREG_FLOAT64, .values = x + 4};
  ASSERT_OK(nnreg_source_scan(&source, NULL, 1, &scan, &why));
  ASSERT_NEAR(deviation[0], sqrt(0.75), 1e-15);
}

/* A constant column has no deviation whatever its samples weigh, also where
 * those that are not stored weigh nothing: rounding must not give these a
 * weight. */
static void test_scan_constant(void **state)
{
  (void)state;
  enum { COUNT = 3000, GONE = 3 };
  static const double VALUES[] = {0.1, 1e8 + 0.1, -1.0 / 3, 1e-160}, UNITS[] = {1, 1e-300, 1e303};
  double x[COUNT], w[COUNT], largest, mean, deviation;
  int64_t rows[COUNT], starts[] = {0, COUNT - GONE};
  nnreg_scan scan = {.largest = &largest, .mean = &mean, .deviation = &deviation};
  nnreg_message why;
  uint64_t seed = 3;
  for (size_t v = 0; v < LENGTH(VALUES); v++)
    for (size_t u = 0; u < LENGTH(UNITS); u++) {
      for (size_t i = 0; i < COUNT; i++) {
        x[i] = i < GONE ? -1e9 : VALUES[v];
        w[i] = i < GONE ? 0 : UNITS[u] * (0.1 + draw_unit(&seed));
        rows[i] = (int64_t)(i + GONE);
      }
      nnreg_source source = {
          .num_samples = COUNT, .num_inputs = 1, .type = NNREG_FLOAT64, .values = x};
      for (int sparse = 0; sparse < 2; sparse++) {
        if (sparse) {
          source.values = x + GONE;
          source.starts = starts;
          source.rows = rows;
        }
        ASSERT_OK(nnreg_source_scan(&source, w, 1, &scan, &why));
        assert_true(deviation == 0 && mean == VALUES[v] && largest == fabs(VALUES[v]));
        ASSERT_NEAR(scan.density, 1, 0);
      }
    }
}

/* Samples of next to no weight: they are no reason to take the column for their
 * value. */
static void test_scan_negligible(void **state)
{
  (void)state;
  const double x[] = {0, 7}, w[] = {1e-40, 1};
  double mean, deviation;
  nnreg_scan scan = {.mean = &mean, .deviation = &deviation};
  nnreg_source source = {.num_samples = 2, .num_inputs = 1, .type = NNREG_FLOAT64, .values = x};
  nnreg_message why;
  ASSERT_OK(nnreg_source_scan(&source, w, 1, &scan, &why));
  ASSERT_NEAR(mean, 7, 0);
  ASSERT_NEAR(deviation, 0, 0);
}

/* ------------------------------------------------------------- Not finite --
 */

static void assert_named(const nnreg_source *source, const char *words)
{
  for (size_t threads = 1; threads <= 3; threads++) {
    nnreg_scan scan = {.largest = take(source->num_inputs, sizeof(double)),
                       .mean = take(source->num_inputs, sizeof(double)),
                       .deviation = take(source->num_inputs, sizeof(double))};
    nnreg_message why = {""};
    assert_int_equal(nnreg_source_scan(source, NULL, threads, &scan, &why), NNREG_BAD_DATA);
    assert_string_equal(why.text, words);
  }
}

/* The first column's first value that is not finite is named, whoever finds it.
 */
static void check_not_finite(nnreg_type type, size_t rows)
{
  table made;
  uint64_t seed = 1;
  make_table(&made, rows, 60, type, 2);
  made.x[50 * rows + 2] = NAN;
  make_sources(&made, &seed);
  assert_named(&made.full, "X(3,51) is NaN; NaN and Inf are not accepted");
  assert_named(&made.sparse, "X(3,51) is NaN; NaN and Inf are not accepted");
  made.x[20 * rows + rows - 1] = -INFINITY;
  made.x[20 * rows + rows - 2] = INFINITY;
  make_sources(&made, &seed);
  char words[80];
  snprintf(words, sizeof words, "X(%zu,21) is Inf; NaN and Inf are not accepted", rows - 1);
  assert_named(&made.full, words);
  assert_named(&made.sparse, words);
  made.x[0] = -INFINITY;
  make_sources(&made, &seed);
  assert_named(&made.full, "X(1,1) is -Inf; NaN and Inf are not accepted");
  assert_named(&made.sparse, "X(1,1) is -Inf; NaN and Inf are not accepted");
  give_back(NULL);
}

static void test_not_finite(void **state)
{
  (void)state;
  check_not_finite(NNREG_FLOAT, 9);
  check_not_finite(NNREG_FLOAT64, 9);
  check_not_finite(NNREG_FLOAT, 5000);
  check_not_finite(NNREG_FLOAT64, 5000);
}

static void test_largest_finite(void **state)
{
  (void)state;
  const double x[] = {1.7976931348623157e308, -0.0, 4.9e-324};
  const float y[] = {-3.4028234663852886e38F, -0.0F, 1.4e-45F};
  double largest;
  nnreg_scan scan = {.largest = &largest};
  nnreg_source source = {.num_samples = 3, .num_inputs = 1, .type = NNREG_FLOAT64, .values = x};
  nnreg_message why;
  ASSERT_OK(nnreg_source_scan(&source, NULL, 1, &scan, &why));
  assert_true(largest == x[0]);
  ASSERT_NEAR(scan.density, 2.0 / 3, 1e-15);
  source.type = NNREG_FLOAT;
  source.values = y;
  ASSERT_OK(nnreg_source_scan(&source, NULL, 1, &scan, &why));
  assert_true(largest == -(double)y[0]);
  ASSERT_NEAR(scan.density, 2.0 / 3, 1e-15);
}

/* Found by tests/fuzz/fuzz_source.c: such a column was packed as zeros or NaN.
 */
static void test_moments_overflow(void **state)
{
  (void)state;
  const double mean[] = {1, 2, 1.7e308, 1.7e308};
  nnreg_source source = {.num_samples = 2, .num_inputs = 2, .type = NNREG_FLOAT64, .values = mean};
  assert_named(&source,
               "X(:,2) has values so large that no double holds their "
               "mean or deviation");
  double largest[2];
  nnreg_scan scan = {.largest = largest}; /* whose moments nobody wants */
  nnreg_message why;
  ASSERT_OK(nnreg_source_scan(&source, NULL, 1, &scan, &why));
  assert_true(largest[1] == 1.7e308);
}

static void test_moments_of_tiny_and_huge(void **state)
{
  (void)state;
  /* The fifth is below the least normal number. */
  const int exponents[] = {0, -299, -600, -1015, -1060, 700, 1018};
  double mean, plain = 0;
  for (size_t k = 0; k < LENGTH(exponents); k++) {
    double x[3], scale, largest;
    for (int i = 0; i < 3; i++) x[i] = ldexp(i * i, exponents[k]);
    nnreg_scan scan = {.largest = &largest, .mean = &mean, .deviation = &scale};
    nnreg_source source = {.num_samples = 3, .num_inputs = 1, .type = NNREG_FLOAT64, .values = x};
    nnreg_message why;
    ASSERT_OK(nnreg_source_scan(&source, NULL, 1, &scan, &why));
    if (k == 0) plain = scale;
    ASSERT_NEAR(scale, k == 4 ? 0 : ldexp(plain, exponents[k]), 1e-14 * scale);
  }
}

static void assert_damaged(const nnreg_source *source)
{
  nnreg_scan scan = {.largest = take(source->num_inputs, sizeof(double))};
  nnreg_message why = {""};
  assert_int_equal(nnreg_source_scan(source, NULL, 2, &scan, &why), NNREG_BAD_ARGUMENT);
  assert_string_equal(why.text, "X is damaged: its rows or columns do not ascend");
}

/* Found by tests/fuzz/fuzz_source.c: rows and starts of a sparse X were taken
 * on trust. */
static void test_damaged(void **state)
{
  (void)state;
  static const double values[] = {1, 2, 3, 4};
  static const int64_t bad_rows[][4] = {
      {0, 3, 1, 2}, {-1, 2, 1, 2}, {2, 0, 1, 2}, {0, 0, 1, 2}, {0, 2, 1, INT64_MAX}};
  static const int64_t bad_starts[][4] = {
      {1, 2, 2, 4}, {-1, 2, 2, 4}, {0, 9, 2, 4}, {0, 2, 1, 4}, {0, 2, 5, 4}};
  static const int64_t rows[] = {0, 2, 1, 2}, starts[] = {0, 2, 2, 4};
  uint32_t counts[4];
  nnreg_message why;
  nnreg_source source = {
      .num_samples = 3, .num_inputs = 3, .type = NNREG_FLOAT64, .values = values, .rows = rows};
  for (size_t i = 0; i < LENGTH(bad_starts); i++) {
    source.starts = bad_starts[i];
    assert_damaged(&source);
    assert_int_equal(nnreg_pack_count(&source, (nnreg_range){0, 3}, NULL, 1, counts, &why),
                     NNREG_BAD_ARGUMENT);
  }
  source.starts = starts;
  ASSERT_OK(nnreg_pack_count(&source, (nnreg_range){0, 3}, NULL, 1, counts, &why));
  for (size_t i = 0; i < LENGTH(bad_rows); i++) {
    source.rows = bad_rows[i];
    assert_damaged(&source);
  }
}

/* ------------------------------------------------------------------- Packing
 * -- */

static double get_packed(nnreg_type type, const void *values, size_t at)
{
  if (type == NNREG_UINT8) return ((const uint8_t *)values)[at];
  if (type == NNREG_FLOAT) return (double)((const float *)values)[at];
  return ((const double *)values)[at];
}

static double rounded(nnreg_type type, double value)
{
  return type == NNREG_FLOAT ? (double)(float)value : value;
}

/* Samples first .. first + count - 1; mean and scale may be NULL. */
typedef struct {
  const table *from;
  const nnreg_source *source;
  size_t first, count, num_threads;
  const double *mean, *scale;
  nnreg_type packed;
} packing;

static double wanted(const packing *job, size_t s, size_t j, bool shift)
{
  double value = job->from->x[job->first + s + j * job->from->num_samples];
  if (!job->scale) return value;
  return (value - (shift ? job->mean[j] : 0)) / job->scale[j];
}

static void check_dense(const packing *job)
{
  nnreg_message why;
  size_t inputs = job->from->num_inputs, bytes = type_bytes(job->packed);
  void *values = take(job->count * inputs, bytes);
  memset(values, 0x5a, job->count * inputs * bytes);
  ASSERT_OK(nnreg_pack_block(job->source, (nnreg_range){job->first, job->count},
                             &(nnreg_scaling){job->mean, job->scale, job->packed}, job->num_threads,
                             &(nnreg_room){.values = values, .starts = NULL, .indices = NULL},
                             &why));
  for (size_t s = 0; s < job->count; s++)
    for (size_t j = 0; j < inputs; j++) {
      double want = rounded(job->packed, wanted(job, s, j, true));
      if (get_packed(job->packed, values, s * inputs + j) != want)
        fail_msg("sample %zu, input %zu: %g, not %g", s, j,
                 get_packed(job->packed, values, s * inputs + j), want);
    }
}

static size_t get_index(const table *from, const void *indices, size_t at)
{
  return from->num_inputs <= 65536 ? ((const uint16_t *)indices)[at]
                                   : ((const uint32_t *)indices)[at];
}

static void check_compressed(const packing *job)
{
  nnreg_message why;
  size_t inputs = job->from->num_inputs, at = 0;
  uint32_t *starts = take(job->count + 1, sizeof *starts);
  memset(starts, 0x5a, (job->count + 1) * sizeof *starts);
  ASSERT_OK(nnreg_pack_count(job->source, (nnreg_range){job->first, job->count}, job->scale,
                             job->num_threads, starts, &why));
  assert_int_equal(starts[0], 0);
  size_t entries = starts[job->count];
  void *indices = take(entries, inputs <= 65536 ? sizeof(uint16_t) : sizeof(uint32_t));
  void *values = take(entries, type_bytes(job->packed));
  ASSERT_OK(nnreg_pack_block(job->source, (nnreg_range){job->first, job->count},
                             &(nnreg_scaling){job->mean, job->scale, job->packed}, job->num_threads,
                             &(nnreg_room){.values = values, .starts = starts, .indices = indices},
                             &why));
  for (size_t s = 0; s < job->count; s++) {
    for (size_t j = 0; j < inputs; j++) {
      double want = wanted(job, s, j, false);
      if (want == 0) continue;
      assert_true(at < entries);
      if (get_index(job->from, indices, at) != j ||
          get_packed(job->packed, values, at) != rounded(job->packed, want))
        fail_msg("sample %zu: entry %zu is not input %zu, %g", s, at, j, want);
      at++;
    }
    assert_int_equal(starts[s + 1], at);
  }
  assert_int_equal(at, entries);
}

/* All samples, and some from the middle on. */
static void check_packing(packing job)
{
  size_t total = job.from->num_samples;
  const size_t ranges[][2] = {{0, total}, {total / 3, total - total / 3}, {total - 1, 1}, {0, 0}};
  for (size_t r = 0; r < LENGTH(ranges); r++)
    for (job.num_threads = 1; job.num_threads <= 3; job.num_threads += 2) {
      job.first = ranges[r][0];
      job.count = ranges[r][1];
      job.source = &job.from->full;
      check_dense(&job);
      check_compressed(&job);
      job.source = &job.from->sparse;
      check_dense(&job);
      check_compressed(&job);
    }
}

static void check_plain(const table *made)
{
  packing job = {.from = made};
  for (int precision = NNREG_SINGLE; precision <= NNREG_DOUBLE; precision++) {
    job.packed = nnreg_packed_type(made->type, (nnreg_precision)precision, false);
    check_packing(job);
  }
}

static void test_pack(void **state)
{
  (void)state;
  for_all(check_plain);
}

static void check_standardised(const table *made)
{
  double *mean = take(made->num_inputs, sizeof *mean);
  double *scale = take(made->num_inputs, sizeof *scale);
  nnreg_scan scan = {.mean = mean, .deviation = scale};
  nnreg_message why;
  ASSERT_OK(nnreg_source_scan(&made->full, NULL, 1, &scan, &why));
  for (size_t j = 0; j < made->num_inputs; j++) scale[j] += scale[j] == 0;
  packing job = {.from = made, .mean = mean, .scale = scale};
  for (int precision = NNREG_SINGLE; precision <= NNREG_DOUBLE; precision++) {
    job.packed = nnreg_packed_type(made->type, (nnreg_precision)precision, true);
    assert_int_equal(job.packed, precision == NNREG_DOUBLE ? NNREG_FLOAT64 : NNREG_FLOAT);
    check_packing(job);
  }
}

static void test_pack_standardised(void **state)
{
  (void)state;
  for_all(check_standardised);
}

/* Indices are 16 bits wide as long as they can be. */
static void test_index_width(void **state)
{
  (void)state;
  static const size_t INPUTS[] = {65536, 65537, 70001};
  for (size_t i = 0; i < LENGTH(INPUTS); i += thread_sanitized_step(2)) {
    table made;
    make_table(&made, 3, INPUTS[i], NNREG_FLOAT64, i);
    for (size_t s = 0; s < 3; s++) made.x[s + 3 * (INPUTS[i] - 1)] = 1 + (double)s; /* the last */
    uint64_t seed = i;
    make_sources(&made, &seed);
    check_packing((packing){.from = &made, .packed = NNREG_FLOAT64});
    give_back(NULL);
  }
}

static void test_nothing_stored(void **state)
{
  (void)state;
  const int64_t starts[] = {0, 0, 0};
  const nnreg_source source = {
      .num_samples = 3, .num_inputs = 2, .type = NNREG_FLOAT64, .starts = starts};
  double largest[2] = {7, 7}, mean[2], scale[2], values[6] = {1, 1, 1, 1, 1, 1};
  nnreg_scan scan = {.largest = largest, .mean = mean, .deviation = scale};
  uint32_t counts[4] = {9, 9, 9, 9};
  nnreg_message why;
  ASSERT_OK(nnreg_source_scan(&source, NULL, 1, &scan, &why));
  assert_true(scan.density == 0 && largest[0] == 0 && mean[1] == 0 && scale[1] == 0);
  ASSERT_OK(nnreg_pack_count(&source, (nnreg_range){0, 3}, NULL, 1, counts, &why));
  for (size_t i = 0; i < 4; i++) assert_int_equal(counts[i], 0);
  ASSERT_OK(
      nnreg_pack_block(&source, (nnreg_range){0, 3}, &(nnreg_scaling){NULL, NULL, NNREG_FLOAT64}, 1,
                       &(nnreg_room){.values = values, .starts = NULL, .indices = NULL}, &why));
  for (size_t i = 0; i < 6; i++) assert_true(values[i] == 0);
}

/* --------------------------------------------------------- Types and sizes --
 */

/* In double a packed type holds every value of the source's type, as far as
 * double does. */
static void test_packed_types(void **state)
{
  (void)state;
  for (int type = NNREG_UINT8; type <= NNREG_UINT64; type++) {
    uint64_t seed = 5;
    nnreg_type wide = nnreg_packed_type((nnreg_type)type, NNREG_DOUBLE, false);
    nnreg_type narrow = nnreg_packed_type((nnreg_type)type, NNREG_SINGLE, false);
    bool bytes = type == NNREG_UINT8 || type == NNREG_BOOL, rounds = false;
    for (int i = 0; i < 1000; i++) {
      double value = draw_value((nnreg_type)type, &seed);
      rounds = rounds || (double)(float)value != value;
    }
    assert_int_equal(wide, bytes ? NNREG_UINT8 : rounds ? NNREG_FLOAT64 : NNREG_FLOAT);
    assert_int_equal(narrow, bytes ? NNREG_UINT8 : NNREG_FLOAT);
    assert_int_equal(nnreg_packed_type((nnreg_type)type, NNREG_SINGLE, true), NNREG_FLOAT);
    assert_int_equal(nnreg_packed_type((nnreg_type)type, NNREG_DOUBLE, true), NNREG_FLOAT64);
  }
}

static void test_bad_ranges(void **state)
{
  (void)state;
  table made;
  nnreg_message why = {""};
  uint32_t starts[8];
  double values[8];
  make_table(&made, 4, 2, NNREG_FLOAT64, 1);
  static const size_t RANGES[][2] = {{0, 5}, {4, 1}, {5, 0}, {1, SIZE_MAX}, {SIZE_MAX, 1}};
  for (size_t r = 0; r < LENGTH(RANGES); r++) {
    size_t first = RANGES[r][0], count = RANGES[r][1];
    assert_int_equal(
        nnreg_pack_count(&made.full, (nnreg_range){first, count}, NULL, 1, starts, &why),
        NNREG_BAD_ARGUMENT);
    assert_says(&why, " of 4");
    assert_int_equal(
        nnreg_pack_block(&made.full, (nnreg_range){first, count},
                         &(nnreg_scaling){NULL, NULL, NNREG_FLOAT64}, 1,
                         &(nnreg_room){.values = values, .starts = NULL, .indices = NULL}, &why),
        NNREG_BAD_ARGUMENT);
  }
}

static void test_too_large(void **state)
{
  (void)state;
  nnreg_message why = {""};
  nnreg_scan scan = {.density = 0};
  nnreg_source source = {.num_samples = (size_t)1 << 33, .num_inputs = 1, .type = NNREG_UINT8};
  assert_int_equal(nnreg_source_scan(&source, NULL, 1, &scan, &why), NNREG_BAD_ARGUMENT);
  assert_says(&why, "more than 2^32 rows");
  source.num_samples = 1;
  source.num_inputs = (size_t)1 << 33;
  assert_int_equal(nnreg_source_scan(&source, NULL, 1, &scan, &why), NNREG_BAD_ARGUMENT);
  assert_says(&why, "more than 2^31 columns");
  source.num_samples = SIZE_MAX / 2;
  assert_int_equal(nnreg_source_scan(&source, NULL, 1, &scan, &why), NNREG_BAD_ARGUMENT);
  assert_says(&why, "too large");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_scan),
      TEST(test_scan_offset),
      TEST(test_scan_weights),
      TEST(test_scan_constant),
      TEST(test_scan_negligible),
      TEST(test_not_finite),
      TEST(test_moments_overflow),
      TEST(test_moments_of_tiny_and_huge),
      TEST(test_damaged),
      TEST(test_largest_finite),
      TEST(test_pack),
      TEST(test_pack_standardised),
      TEST(test_index_width),
      TEST(test_nothing_stored),
      TEST(test_packed_types),
      TEST(test_bad_ranges),
      TEST(test_too_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
