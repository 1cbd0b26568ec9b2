/* The inputs' means and variances, by which the solver centres and scales them.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "engine.h"

enum { AT_ONCE = 256 };

/* Weighted sums of the stored values minus a centre near their means: the means of the first
 * samples that have a weight, which are at most sqrt (N / AT_ONCE) standard deviations away if all
 * weigh the same. */
typedef struct {
  size_t num_inputs;
  double total;                           /* of all weights              */
  double *centre, *sums, *squares, *seen; /* (D) seen: weights of stored values */
} moments;

static void add_value(moments *m, size_t j, double x, double weight)
{
  double gone = x - m->centre[j];
  m->sums[j] += weight * gone;
  m->squares[j] += weight * gone * gone;
  m->seen[j] += weight;
}

static void add_sample(moments *m, const nnreg_stage *stage, size_t k, double weight)
{
  m->total += weight;
  if (stage->dense) {
    const real *x = stage->dense + k * stage->stride;
    for (size_t j = 0; j < stage->num_inputs; j++) add_value(m, j, (double)x[j], weight);
    return;
  }
  for (uint32_t e = stage->starts[k]; e < stage->starts[k + 1]; e++)
    add_value(m, stage->inputs[e], (double)stage->values[e], weight);
}

/* Adds the values that are not stored: zeros. */
static void add_zeros(moments *m)
{
  for (size_t j = 0; j < m->num_inputs; j++) {
    double weight = m->total - m->seen[j], gone = -m->centre[j];
    m->sums[j] += weight * gone;
    m->squares[j] += weight * gone * gone;
  }
}

static void clear(moments *m)
{
  m->total = 0;
  memset(m->sums, 0, m->num_inputs * sizeof *m->sums);
  memset(m->squares, 0, m->num_inputs * sizeof *m->squares);
  memset(m->seen, 0, m->num_inputs * sizeof *m->seen);
}

/* Makes the means of what was added the next centre. */
static void centre_on_means(moments *m)
{
  add_zeros(m);
  for (size_t j = 0; j < m->num_inputs && m->total > 0; j++) m->centre[j] += m->sums[j] / m->total;
  clear(m);
}

static size_t most_entries(const nnreg_samples *samples)
{
  size_t most = 0;
  for (size_t k = 0; samples->data->compressed && k < samples->num_rows; k++) {
    size_t count = nnreg_sample_entries(samples->data, nnreg_row(samples, k));
    most = count > most ? count : most;
  }
  return most;
}

/* Adds samples from `from` on, at most AT_ONCE. */
static nnreg_status add_some(moments *m, const nnreg_samples *samples, size_t from,
                             nnreg_stage *stage, nnreg_message *why)
{
  const double *weights = samples->targets->weights;
  size_t left = samples->num_rows - from;
  nnreg_pick pick = {.data = samples->data,
                     .rows = samples->rows,
                     .first = from,
                     .count = left < AT_ONCE ? left : AT_ONCE};
  nnreg_stage_fill(stage, &pick, 0, pick.count);
  if (atomic_load(&stage->corrupt)) return nnreg_corrupt(why);
  for (size_t k = 0; k < pick.count; k++)
    add_sample(m, stage, k, weights ? weights[nnreg_pick_row(&pick, k)] : 1);
  return NNREG_OK;
}

static nnreg_status add_samples(moments *m, const nnreg_blas *blas, const nnreg_samples *samples,
                                nnreg_message *why)
{
  nnreg_stage stage;
  nnreg_status status =
      nnreg_stage_open(&stage, samples->data, AT_ONCE, AT_ONCE * most_entries(samples), false, why);
  if (status != NNREG_OK) return status;
  for (size_t at = 0; status == NNREG_OK && m->total == 0 && at < samples->num_rows; at += AT_ONCE)
    status = add_some(m, samples, at, &stage, why);
  if (status == NNREG_OK) centre_on_means(m);
  for (size_t at = 0; status == NNREG_OK && at < samples->num_rows; at += AT_ONCE)
    status = nnreg_is_stopped(blas) ? nnreg_stopped(why) : add_some(m, samples, at, &stage, why);
  if (status == NNREG_OK) add_zeros(m);
  nnreg_stage_close(&stage);
  return status;
}

/* Whether a column is constant but for so many rounding errors. */
static bool is_constant(double variance, double mean, double errors)
{
  return variance <= 0 || sqrt(variance) <= errors * fabs(mean);
}

/* A variance that rounding alone may cause counts as 0; *hidden becomes true if the column is not
 * constant for all that. */
static double trusted(double variance, double mean, bool *hidden)
{
  double digits = sizeof(real) == sizeof(double) ? DBL_EPSILON : (double)FLT_EPSILON;
  if (!is_constant(variance, mean, 64 * digits)) return variance;
  *hidden = *hidden || !is_constant(variance, mean, 4 * DBL_EPSILON);
  return 0;
}

nnreg_status nnreg_input_moments(const nnreg_blas *blas, const nnreg_samples *samples, double *mean,
                                 double *variance, bool *hidden, nnreg_message *why)
{
  const nnreg_data *data = samples->data;
  size_t count = data->num_inputs;
  double *space = nnreg_alloc(count, 4 * sizeof *space);
  if (!space) return nnreg_no_memory(why, "the inputs' means");
  moments m = {.num_inputs = count,
               .centre = space,
               .sums = space + count,
               .squares = space + 2 * count,
               .seen = space + 3 * count};
  memset(m.centre, 0, count * sizeof *m.centre);
  clear(&m);
  *hidden = false;
  nnreg_status status = add_samples(&m, blas, samples, why);
  for (size_t j = 0; status == NNREG_OK && j < count; j++) {
    double off = m.sums[j] / m.total, centre = m.centre[j] + off;
    variance[j] = trusted(m.squares[j] / m.total - off * off, centre, hidden);
    mean[j] = centre - (nnreg_is_shifted(data) ? data->shift[j] : 0);
    if (!isfinite(variance[j]))
      status = nnreg_fail(why, NNREG_DIVERGED, "the squares of input %zu overflow", j + 1);
  }
  nnreg_free(space);
  return status;
}
