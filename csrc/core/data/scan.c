/* One pass over X: what is in its columns, and whether all of it is finite.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <float.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
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

/* What the samples weigh. */
typedef struct {
  const double *each; /* (N), or NULL: all 1 */
  double unit;        /* a power of two: times it the largest is about 1 */
  double total;       /* of the weights, in this unit */
  size_t counted;     /* samples whose weight is not 0 */
} weighing;

/* The stored entries of a column. */
typedef struct {
  const nnreg_source *source;
  const weighing *weights;
  size_t first, last;
} column;

static double weight_of(const column *c, size_t entry)
{
  const weighing *weights = c->weights;
  return weights->unit *
         weights->each[c->source->starts ? (size_t)c->source->rows[entry] : entry - c->first];
}

/* Loads entries from `at` on, and their weights, which the column has; returns their number. */
static size_t load_some(const column *c, size_t at, double *values, double *weights)
{
  size_t count = c->last - at < AT_ONCE ? c->last - at : AT_ONCE;
  nnreg_load_d(c->source->type, c->source->values, at, count, values);
  for (size_t i = 0; i < count; i++) {
    weights[i] = weight_of(c, at + i);
    if (weights[i] == 0) values[i] = 0; /* also a NaN */
  }
  return count;
}

static extent extent_of_others(nnreg_type type, const void *source, size_t at, size_t count)
{
  double values[AT_ONCE];
  nnreg_load_d(type, source, at, count, values);
  return extent_of_doubles(values, 0, count);
}

/* Samples without weight do not count. */
static extent extent_of_weighted(const column *c, size_t at)
{
  double values[AT_ONCE], weights[AT_ONCE];
  size_t count = load_some(c, at, values, weights);
  return extent_of_doubles(values, 0, count);
}

static extent extent_of_part(const column *c, size_t at)
{
  const nnreg_source *source = c->source;
  size_t count = c->last - at < AT_ONCE ? c->last - at : AT_ONCE;
  if (c->weights->each) return extent_of_weighted(c, at);
  switch (source->type) {
    case NNREG_FLOAT: return extent_of_floats(source->values, at, count);
    case NNREG_FLOAT64: return extent_of_doubles(source->values, at, count);
    case NNREG_BOOL:
    case NNREG_UINT8: return extent_of_bytes(source->values, at, count);
    default: return extent_of_others(source->type, source->values, at, count);
  }
}

/* The extent of a column, AT_ONCE entries at a time: so a 32-bit count is enough. */
static extent extent_of(const column *c)
{
  extent all = {0, 0};
  for (size_t at = c->first; at < c->last; at += AT_ONCE) {
    extent part = extent_of_part(c, at);
    all.nonzeros += part.nonzeros;
    if (!(part.largest <= all.largest)) all.largest = part.largest;
    if (!isfinite(all.largest)) break;
  }
  return all;
}

/* Weighted sums over the stored entries of z = lift (x - centre). */
typedef struct {
  double weight, z, squares;
} sums;

enum { LANES = 8 }; /* sums side by side, which the compiler can turn into vector code */

/* Adds values with their weights, or NULL: all 1. */
static void add_some(const double *x, const double *weights, size_t count, double centre,
                     double lift, sums *all)
{
  sums lanes[LANES] = {{0, 0, 0}};
  double z[LANES] = {0}, squares[LANES] = {0};
  size_t whole = weights ? 0 : count - count % LANES;
  for (size_t i = 0; i < whole; i += LANES)
    for (size_t l = 0; l < LANES; l++) {
      double gone = lift * (x[i + l] - centre);
      z[l] += gone;
      squares[l] += gone * gone;
    }
  for (size_t i = whole; i < count; i++) {
    sums *lane = &lanes[i % LANES];
    double gone = lift * (x[i] - centre), weight = weights ? weights[i] : 1;
    lane->weight += weight;
    lane->z += weight * gone;
    lane->squares += weight * gone * gone;
  }
  all->weight += (double)whole;
  for (size_t l = 0; l < LANES; l++) {
    all->weight += lanes[l].weight;
    all->z += lanes[l].z + z[l];
    all->squares += lanes[l].squares + squares[l];
  }
}

static sums sums_of(const column *c, double centre, double lift)
{
  double values[AT_ONCE], weights[AT_ONCE];
  sums all = {0, 0, 0};
  bool weighted = c->weights->each, in_place = !weighted && c->source->type == NNREG_FLOAT64;
  for (size_t at = c->first; at < c->last; at += AT_ONCE) {
    size_t count = c->last - at < AT_ONCE ? c->last - at : AT_ONCE;
    const double *x = values;
    if (in_place)
      x = (const double *)c->source->values + at;
    else if (weighted)
      load_some(c, at, values, weights);
    else
      nnreg_load_d(c->source->type, c->source->values, at, count, values);
    add_some(x, weighted ? weights : NULL, count, centre, lift, &all);
  }
  return all;
}

/* A power of two that keeps the squares of tiny and huge values in range. */
static double lift_of(double largest)
{
  int exponent;
  frexp(largest, &exponent);
  if (largest == 0 || abs(exponent) < 300) return 1;
  return ldexp(1, exponent < -1000 ? 1000 : -exponent);
}

/* The weight of the samples that are not stored, whose value is 0; `stored` is that of the others.
 * Where almost all are stored, the difference of the two is rounding error. */
static double weight_of_rest(const column *c, double stored)
{
  const nnreg_source *source = c->source;
  const weighing *weights = c->weights;
  size_t count = c->last - c->first;
  double rest = 0;
  if (!weights->each || count == source->num_samples) return (double)(source->num_samples - count);
  if (stored < 0.999 * weights->total) return weights->total - stored;
  for (size_t row = 0, e = c->first; row < source->num_samples; row++)
    if (e < c->last && (size_t)source->rows[e] == row)
      e++;
    else
      rest += weights->unit * weights->each[row];
  return rest;
}

/* The value of a constant column, which the computed mean misses by rounding errors. */
static double value_near(const column *c, double mean)
{
  double x = 0;
  size_t e = c->first;
  while (c->weights->each && e < c->last && weight_of(c, e) == 0) e++;
  if (e < c->last) nnreg_load_d(c->source->type, c->source->values, e, 1, &x);
  return fabs(x - mean) <= 8 * DBL_EPSILON * fabs(mean) ? x : mean;
}

/* The second pass centres first, and corrects the mean. */
static void moments_of(const column *c, double largest, double *mean, double *deviation)
{
  const double ulps = 4 * DBL_EPSILON;
  double lift = lift_of(largest);
  sums sum = sums_of(c, 0, 1);
  double rest = weight_of_rest(c, sum.weight), total = sum.weight + rest;
  double centre = sum.z / total, lifted = lift * centre;
  sum = sums_of(c, centre, lift);
  double off = (sum.z - rest * lifted) / total;
  double variance = (sum.squares + rest * lifted * lifted) / total - off * off;
  *mean = centre + off / lift;
  *deviation = variance > 0 ? sqrt(variance) / lift : 0;
  /* Rounding may leave a deviation in a constant column; denormals count as 0. */
  if (*deviation <= ulps * fabs(*mean) || *deviation < DBL_MIN) {
    *deviation = 0;
    *mean = value_near(c, *mean);
  }
  if (isnan(variance)) *deviation = variance;
}

typedef struct {
  const nnreg_source *source;
  weighing weights;
  nnreg_scan *scan;
  atomic_size_t nonzeros, bad_column;
  atomic_bool damaged;
} job;

/* Keeps the lowest bad column for the error message. */
static void note_bad_column(job *work, size_t index)
{
  size_t before = atomic_load(&work->bad_column);
  while (index < before && !atomic_compare_exchange_weak(&work->bad_column, &before, index))
    continue;
}

/* Returns false if no column of this member's is of use any more. */
static bool scan_column(job *work, size_t j)
{
  column c = {.source = work->source, .weights = &work->weights};
  nnreg_column_entries(work->source, j, &c.first, &c.last);
  if (work->source->starts && !nnreg_rows_ascend(work->source, c.first, c.last)) {
    atomic_store(&work->damaged, true);
    return false;
  }
  extent found = extent_of(&c);
  if (!isfinite(found.largest)) {
    note_bad_column(work, j);
    return false;
  }
  atomic_fetch_add(&work->nonzeros, found.nonzeros);
  if (work->scan->largest) work->scan->largest[j] = found.largest;
  if (!work->scan->mean) return true;
  double *mean = &work->scan->mean[j], *deviation = &work->scan->deviation[j];
  moments_of(&c, found.largest, mean, deviation);
  if (!isfinite(*mean) || !isfinite(*deviation)) note_bad_column(work, j);
  return true;
}

/* A member does its own columns in their order, so the lowest bad one is always found. */
static void scan_columns(void *context, const nnreg_member *member)
{
  job *work = context;
  size_t from, to;
  nnreg_deal deal = nnreg_team_deal(member, work->source->num_inputs, NNREG_CHUNKS);
  while (nnreg_team_take(&deal, &from, &to))
    for (size_t j = from; j < to; j++)
      if (!scan_column(work, j)) return;
}

static nnreg_status name_bad_value(const job *work, size_t index, nnreg_message *why)
{
  const nnreg_source *source = work->source;
  const double *weights = work->weights.each;
  size_t first, last;
  nnreg_column_entries(source, index, &first, &last);
  for (size_t e = first; e < last; e++) {
    double x;
    nnreg_load_d(source->type, source->values, e, 1, &x);
    size_t row = source->starts ? (size_t)source->rows[e] : e - first;
    if (isfinite(x) || (weights && weights[row] == 0)) continue;
    return nnreg_fail(why, NNREG_BAD_DATA, "X(%zu,%zu) is %s; NaN and Inf are not accepted",
                      row + 1, index + 1,
                      isnan(x) ? "NaN"
                      : x > 0  ? "Inf"
                               : "-Inf");
  }
  return nnreg_fail(why, NNREG_BAD_DATA,
                    "X(:,%zu) has values so large that no double holds their mean or deviation",
                    index + 1);
}

static weighing weigh(const double *weights, size_t count)
{
  weighing made = {.each = weights, .unit = 1, .total = (double)count, .counted = count};
  double largest = 0;
  int exponent;
  if (!weights) return made;
  for (size_t i = 0; i < count; i++) largest = fmax(largest, weights[i]);
  frexp(largest, &exponent);
  made.unit = ldexp(1, exponent < -1000 ? 1000 : -exponent);
  made.total = 0;
  made.counted = 0;
  for (size_t i = 0; i < count; i++) {
    double weight = made.unit * weights[i];
    made.total += weight;
    made.counted += weight > 0;
  }
  return made;
}

nnreg_status nnreg_source_scan(const nnreg_source *source, const double *weights,
                               size_t num_threads, nnreg_scan *scan, nnreg_message *why)
{
  nnreg_status status = nnreg_source_check(source, why);
  if (status != NNREG_OK) return status;
  job work = {.source = source,
              .weights = weigh(weights, source->num_samples),
              .scan = scan,
              .bad_column = SIZE_MAX};
  double total = (double)source->num_samples * (double)source->num_inputs;
  nnreg_team_run(total < 1e5 ? 1 : num_threads, scan_columns, &work);
  if (atomic_load(&work.damaged)) return nnreg_not_sparse(why);
  size_t bad = atomic_load(&work.bad_column);
  if (bad != SIZE_MAX) return name_bad_value(&work, bad, why);
  total = (double)work.weights.counted * (double)source->num_inputs;
  scan->density = total > 0 ? (double)atomic_load(&work.nonzeros) / total : 0;
  return NNREG_OK;
}
