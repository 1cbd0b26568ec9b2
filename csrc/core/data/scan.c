/* One pass over X: what is in its columns, and whether all of it is finite.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <float.h>
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "data.h"
#include "os/os.h"

typedef struct {
  size_t nonzeros;
  double largest; /* absolute value; Inf or NaN if a value is not finite */
} extent;

/* The bits of |x| have the order of the numbers, with Inf above them and NaN above Inf. The
 * compiler can turn a maximum of integers into vector code. */
#define BIT_EXTENT(name, ctype, bits, mask)                                    \
  static extent name(const void *values, size_t at, size_t count)              \
  {                                                                            \
    const ctype *x = (const ctype *)values + at;                               \
    bits top = 0, nonzeros = 0;                                                \
    for (size_t i = 0; i < count; i++) {                                       \
      bits pattern;                                                            \
      memcpy(&pattern, &x[i], sizeof pattern);                                 \
      pattern &= (mask);                                                       \
      top = pattern > top ? pattern : top;                                     \
      nonzeros += pattern != 0;                                                \
    }                                                                          \
    ctype largest;                                                             \
    memcpy(&largest, &top, sizeof largest);                                    \
    return (extent){.nonzeros = (size_t)nonzeros, .largest = (double)largest}; \
  }

BIT_EXTENT(extent_of_floats, float, uint32_t, 0x7fffffffu)
BIT_EXTENT(extent_of_doubles, double, uint64_t, 0x7fffffffffffffffu)

static extent extent_of_bytes(const void *values, size_t at, size_t count)
{
  const uint8_t *x = (const uint8_t *)values + at;
  uint8_t top = 0;
  uint32_t nonzeros = 0;
  for (size_t i = 0; i < count; i++) {
    top = x[i] > top ? x[i] : top;
    nonzeros += x[i] != 0;
  }
  return (extent){.nonzeros = nonzeros, .largest = top};
}

enum { AT_ONCE = 4096 };

static extent extent_of_others(nnreg_type type, const void *source, size_t at, size_t count)
{
  double values[AT_ONCE];
  nnreg_load_d(type, source, at, count, values);
  return extent_of_doubles(values, 0, count);
}

/* The extent of entries first .. last - 1, AT_ONCE at a time: so a 32-bit count is enough. */
static extent extent_of(const nnreg_source *source, size_t first, size_t last)
{
  extent all = {0, 0};
  for (size_t at = first; at < last; at += AT_ONCE) {
    size_t count = last - at < AT_ONCE ? last - at : AT_ONCE;
    extent part;
    switch (source->type) {
      case NNREG_FLOAT: part = extent_of_floats(source->values, at, count); break;
      case NNREG_FLOAT64: part = extent_of_doubles(source->values, at, count); break;
      case NNREG_BOOL:
      case NNREG_UINT8: part = extent_of_bytes(source->values, at, count); break;
      default: part = extent_of_others(source->type, source->values, at, count);
    }
    all.nonzeros += part.nonzeros;
    if (!(part.largest <= all.largest)) all.largest = part.largest;
    if (!isfinite(all.largest)) break;
  }
  return all;
}

/* Sum of (lift (x - centre))^power over the entries, power 1 or 2. */
static double sum_of(const nnreg_source *source, size_t first, size_t last, double centre,
                     double lift, int power)
{
  double values[AT_ONCE], sum = 0;
  for (size_t at = first; at < last; at += AT_ONCE) {
    size_t count = last - at < AT_ONCE ? last - at : AT_ONCE;
    double part = 0;
    nnreg_load_d(source->type, source->values, at, count, values);
    for (size_t i = 0; i < count; i++) {
      double x = lift * (values[i] - centre);
      part += power == 1 ? x : x * x;
    }
    sum += part;
  }
  return sum;
}

/* A power of two that keeps the squares of tiny values from underflow. */
static double lift_of(double largest)
{
  int exponent;
  frexp(largest, &exponent);
  return largest > 0 && exponent < -300 ? ldexp(1, exponent < -1000 ? 1000 : -exponent) : 1;
}

static void moments_of(const nnreg_source *source, size_t column, double largest, double *mean,
                       double *scale)
{
  size_t first, last, total = source->num_samples;
  nnreg_column_entries(source, column, &first, &last);
  *mean = sum_of(source, first, last, 0, 1, 1) / (double)total;
  double lift = lift_of(largest), lifted = lift * *mean;
  double squares = sum_of(source, first, last, *mean, lift, 2);
  squares +=
      (double)(total - (last - first)) * lifted * lifted; /* values that are not stored are 0 */
  double deviation = total > 1 ? sqrt(squares / (double)(total - 1)) : 0;
  /* Rounding may leave a deviation in a constant column; denormals count as 0. */
  bool constant = deviation <= 1e-14 * fabs(lifted) * sqrt((double)total);
  *scale = constant || deviation / lift < DBL_MIN ? 1 : deviation / lift;
}

typedef struct {
  const nnreg_source *source;
  nnreg_scan *scan;
  atomic_size_t nonzeros, bad_column;
  atomic_bool damaged;
} job;

/* Keeps the lowest bad column for the error message. */
static void note_bad_column(job *work, size_t column)
{
  size_t before = atomic_load(&work->bad_column);
  while (column < before && !atomic_compare_exchange_weak(&work->bad_column, &before, column))
    continue;
}

static void scan_columns(void *context, const nnreg_member *member)
{
  job *work = context;
  size_t first, last, from, to;
  nnreg_team_share(member, work->source->num_inputs, &from, &to);
  for (size_t j = from; j < to; j++) {
    nnreg_column_entries(work->source, j, &first, &last);
    if (work->source->starts && !nnreg_rows_ascend(work->source, first, last)) {
      atomic_store(&work->damaged, true);
      return;
    }
    extent found = extent_of(work->source, first, last);
    if (!isfinite(found.largest)) {
      note_bad_column(work, j);
      return;
    }
    atomic_fetch_add(&work->nonzeros, found.nonzeros);
    if (work->scan->largest) work->scan->largest[j] = found.largest;
    if (!work->scan->mean) continue;
    moments_of(work->source, j, found.largest, &work->scan->mean[j], &work->scan->scale[j]);
    if (!isfinite(work->scan->mean[j]) || !isfinite(work->scan->scale[j])) note_bad_column(work, j);
  }
}

static nnreg_status name_bad_value(const nnreg_source *source, size_t column, nnreg_message *why)
{
  size_t first, last;
  nnreg_column_entries(source, column, &first, &last);
  for (size_t e = first; e < last; e++) {
    double x;
    nnreg_load_d(source->type, source->values, e, 1, &x);
    if (isfinite(x)) continue;
    size_t row = source->starts ? (size_t)source->rows[e] : e - first;
    return nnreg_fail(why, NNREG_BAD_DATA, "X(%zu,%zu) is %s", row + 1, column + 1,
                      isnan(x) ? "NaN"
                      : x > 0  ? "Inf"
                               : "-Inf");
  }
  return nnreg_fail(why, NNREG_BAD_DATA,
                    "X(:,%zu) has values so large that no double holds their mean or deviation",
                    column + 1);
}

nnreg_status nnreg_source_scan(const nnreg_source *source, size_t num_threads, nnreg_scan *scan,
                               nnreg_message *why)
{
  nnreg_status status = nnreg_source_check(source, why);
  if (status != NNREG_OK) return status;
  job work = {.source = source, .scan = scan, .bad_column = SIZE_MAX};
  double total = (double)source->num_samples * (double)source->num_inputs;
  nnreg_team_run(total < 1e5 ? 1 : num_threads, scan_columns, &work);
  if (atomic_load(&work.damaged)) return nnreg_not_sparse(why);
  size_t bad = atomic_load(&work.bad_column);
  if (bad != SIZE_MAX) return name_bad_value(source, bad, why);
  scan->density = total > 0 ? (double)atomic_load(&work.nonzeros) / total : 0;
  return NNREG_OK;
}
