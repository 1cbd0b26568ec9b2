/* Coordinate steps for a quadratic model on the columns of a sparse X themselves. A step costs as
 * much as the column has entries: with few of them, and many weights, that is far less than a row
 * of second derivatives, which also need not be computed and kept.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are not centred here. With one lane, or responses, the bias is at its best value after
 * each step (Friedman, Hastie and Tibshirani, 2010, do so for least squares); with more classes it
 * makes steps of its own.
 */
#include <math.h>
#include <string.h>

#include "linear.h"

enum { MAX_ROUNDS = 20000, LEAST_ROUNDS = 3 };

nnreg_status linear_descent_reserve(linear_descent *d, size_t room, nnreg_message *why)
{
  linear_descent_close(d);
  d->with_one = nnreg_alloc(room, sizeof *d->with_one);
  d->curvature = nnreg_alloc(room, sizeof *d->curvature);
  d->active = nnreg_alloc(room, sizeof *d->active);
  d->bends = nnreg_alloc(3 * d->samples->lanes, sizeof *d->bends);
  d->sums = d->bends ? d->bends + d->samples->lanes : NULL;
  d->shift = d->bends ? d->sums + d->samples->lanes : NULL;
  return d->bends && d->with_one && d->curvature && d->active
             ? NNREG_OK
             : nnreg_no_memory(why, "a linear model");
}

void linear_descent_close(linear_descent *d)
{
  nnreg_free(d->with_one);
  nnreg_free(d->curvature);
  nnreg_free(d->active);
  nnreg_free(d->bends);
  nnreg_free(d->moved);
  d->with_one = d->curvature = d->bends = d->moved = NULL;
  d->active = NULL;
}

bool linear_descent_suits(const linear_columns *columns)
{
  enum { TIMES = 16 }; /* an entry costs more than a number of a row of second derivatives */
  size_t n = columns->samples, inputs = columns->inputs, most = n < inputs ? n : inputs;
  if (!columns->starts) return false;
  return (double)columns->starts[inputs] / (double)inputs * TIMES <= (double)most;
}

static bool has_many(const linear_descent *d) { return d->odds && d->samples->lanes > 1; }

static bool is_bias(const linear_descent *d, size_t c) { return d->input[c] == d->columns->inputs; }

/* The loss's second derivative by sample i's output of a lane. */
static double bend_of(const linear_descent *d, size_t i, size_t lane)
{
  if (!has_many(d)) return d->bend[i];
  double p = d->odds[i + lane * d->samples->count];
  return d->samples->share[i] * p * (1 - p);
}

static void set_bend(linear_descent *d)
{
  const linear_samples *s = d->samples;
  for (size_t i = 0; i < s->count; i++)
    d->bend[i] = s->share[i] * (d->odds ? fmax(d->odds[i] * (1 - d->odds[i]), d->least_bend)
                                        : 2 / (double)s->lanes);
}

/* ------------------------------------------------------------------- Begin -- */

static void find_curvature(linear_descent *d, size_t c)
{
  const linear_columns *x = d->columns;
  size_t j = d->input[c], lane = d->lane[c];
  double by = 1 / d->model->scale[j], sum = 0, square = 0;
  for (int64_t e = x->starts[j]; e < x->starts[j + 1]; e++) {
    double bend = bend_of(d, (size_t)x->rows[e], lane), value = x->values[e] * by;
    sum += bend * value;
    square += bend * value * value;
  }
  d->with_one[c] = sum;
  bool centred = d->model->problem->intercept && !has_many(d);
  double total = d->bends[lane];
  d->curvature[c] = centred && total > 0 ? square - sum * sum / total : square;
  /* What rounding leaves of a column that is constant but where the bend is 0. */
  if (!(d->curvature[c] > 1e-13 * square)) d->curvature[c] = 0;
}

/* Where no weight has moved. Returns by how much the biases alone lower the model. */
static double begin(linear_descent *d)
{
  const linear_samples *s = d->samples;
  size_t n = s->count;
  double lowered = 0;
  if (!has_many(d)) set_bend(d);
  memcpy(d->rest, d->slopes, n * s->lanes * sizeof *d->rest);
  for (size_t k = 0; k < s->lanes; k++) {
    double *rest = d->rest + k * n;
    d->bends[k] = d->sums[k] = d->shift[k] = 0;
    for (size_t i = 0; i < n; i++) d->bends[k] += bend_of(d, i, k);
    for (size_t i = 0; i < n; i++) d->sums[k] += rest[i];
    if (!d->model->problem->intercept || has_many(d) || !(d->bends[k] > 0)) continue;
    d->shift[k] = -d->sums[k] / d->bends[k];
    lowered += d->sums[k] * d->sums[k] / d->bends[k] / 2;
  }
  for (size_t c = 0; c < d->count; c++)
    if (!is_bias(d, c)) find_curvature(d, c);
  return lowered;
}

/* ------------------------------------------------------------------- Steps -- */

/* The model's gradient follows a move of an entry's output by `moved`. */
static void move_row(linear_descent *d, size_t i, size_t lane, double moved)
{
  const linear_samples *s = d->samples;
  size_t n = s->count;
  if (!has_many(d)) {
    d->rest[i + lane * n] += d->bend[i] * moved;
    return;
  }
  double pulled = s->share[i] * d->odds[i + lane * n] * moved;
  d->rest[i + lane * n] += pulled;
  for (size_t k = 0; k < s->lanes; k++) d->rest[i + k * n] -= pulled * d->odds[i + k * n];
}

static void move_weight(linear_descent *d, size_t c, double moved)
{
  const linear_columns *x = d->columns;
  size_t j = d->input[c], lane = d->lane[c];
  double by = moved / d->model->scale[j];
  for (int64_t e = x->starts[j]; e < x->starts[j + 1]; e++)
    move_row(d, (size_t)x->rows[e], lane, x->values[e] * by);
  d->w[c] += moved;
  if (has_many(d)) return;
  d->sums[lane] += d->with_one[c] * moved;
  if (d->model->problem->intercept && d->bends[lane] > 0)
    d->shift[lane] = -d->sums[lane] / d->bends[lane];
}

/* The product of a weight's column with `values` (N x lanes). */
static double product(const linear_descent *d, size_t c, const double *values)
{
  size_t j = d->input[c];
  return linear_columns_dot(d->columns, j, values + d->lane[c] * d->samples->count) /
         d->model->scale[j];
}

static double gradient(const linear_descent *d, size_t c)
{
  return product(d, c, d->rest) + (has_many(d) ? 0 : d->shift[d->lane[c]] * d->with_one[c]);
}

/* Moves a weight to its best value. Returns by how much that lowers the model. */
static double step(linear_descent *d, size_t c)
{
  double l1 = d->penalty->l1[c], l2 = d->penalty->l2[c], h = d->curvature[c], old = d->w[c];
  if (!(h + 2 * l2 > 0)) return 0;
  double g = gradient(d, c), now = nnreg_soft(h * old - g, l1) / (h + 2 * l2), moved = now - old;
  if (moved == 0) return 0;
  move_weight(d, c, moved);
  d->w[c] = now;
  return -(g + h * moved / 2) * moved - l1 * (fabs(now) - fabs(old)) - l2 * (now * now - old * old);
}

/* With more classes: steps of the biases. */
static double step_biases(linear_descent *d)
{
  size_t n = d->samples->count;
  double lowered = 0;
  if (!has_many(d) || !d->model->problem->intercept) return 0;
  for (size_t k = 0; k < d->samples->lanes; k++) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += d->rest[i + k * n];
    if (!(d->bends[k] > 0)) continue;
    double moved = -sum / d->bends[k];
    d->shift[k] += moved;
    for (size_t i = 0; i < n; i++) move_row(d, i, k, moved);
    lowered += sum * sum / d->bends[k] / 2;
  }
  return lowered;
}

static double round_of_all(linear_descent *d, size_t *num_active)
{
  double lowered = step_biases(d);
  *num_active = 0;
  for (size_t c = 0; c < d->count; c++) {
    if (is_bias(d, c)) continue;
    lowered += step(d, c);
    if (d->w[c] != 0) d->active[(*num_active)++] = (uint32_t)c;
  }
  return lowered;
}

static double round_of_active(linear_descent *d, size_t num_active)
{
  double lowered = step_biases(d);
  for (size_t a = 0; a < num_active; a++) lowered += step(d, d->active[a]);
  return lowered;
}

/* Biases are for centred columns again. */
static void end(linear_descent *d, const double *before)
{
  const linear_model *model = d->model;
  for (size_t c = 0; c < d->count; c++) {
    if (is_bias(d, c)) continue;
    size_t j = d->input[c];
    d->shift[d->lane[c]] += (d->w[c] - before[c]) / model->scale[j] * model->mean[j];
  }
  for (size_t c = 0; c < d->count; c++)
    if (is_bias(d, c)) d->w[c] = before[c] + d->shift[d->lane[c]];
}

/* ---------------------------------------------------------- Active weights -- */

/* The active weights' model, with all second derivatives. */
typedef struct {
  linear_quadratic q;
  linear_penalty penalty;
  linear_newton newton;
  double *numbers;  /* of all arrays below */
  double *hessian;  /* (M x M) */
  double *at, *old; /* (M) gradient and weights before */
} dense;

static bool dense_open(dense *m, const linear_descent *d, size_t count)
{
  nnreg_message why;
  *m = (dense){.numbers = nnreg_alloc(count * (count + 7), sizeof(double))};
  linear_quadratic *q = &m->q;
  q->marks = nnreg_alloc(count, sizeof *q->marks);
  q->active = nnreg_alloc(count, sizeof *q->active);
  if (!m->numbers || !q->marks || !q->active) return false;
  memset(q->marks, 0, count * sizeof *q->marks);
  m->hessian = m->numbers;
  q->w = m->hessian + count * count;
  q->g = q->w + count;
  q->moves = q->g + count;
  m->at = q->moves + count;
  m->old = m->at + count;
  m->penalty = (linear_penalty){.count = count, .lanes = 1, .l1 = m->old + count};
  m->penalty.l2 = m->penalty.l1 + count;
  q->blas = d->blas;
  q->penalty = &m->penalty;
  q->stride = count;
  q->hessian = m->hessian;
  q->newton = &m->newton;
  q->polish = true;
  q->kernels = d->samples->kernels;
  return linear_newton_reserve(&m->newton, count, &why) == NNREG_OK;
}

static void dense_close(dense *m)
{
  linear_newton_close(&m->newton);
  nnreg_free(m->numbers);
  nnreg_free(m->q.marks);
  nnreg_free(m->q.active);
}

/* Second derivatives by weight c and all others, from what its move does to the slopes, found in
 * d->moved, which is 0 before and after. */
static void fill_dense(linear_descent *d, dense *m, size_t at)
{
  const linear_columns *x = d->columns;
  size_t c = d->active[at], j = d->input[c], lane = d->lane[c], count = m->penalty.count;
  size_t n = d->samples->count;
  double by = 1 / d->model->scale[j], *rest = d->rest, total = d->bends[lane];
  bool centred = d->model->problem->intercept && !has_many(d) && total > 0;
  d->rest = d->moved;
  for (int64_t e = x->starts[j]; e < x->starts[j + 1]; e++)
    move_row(d, (size_t)x->rows[e], lane, x->values[e] * by);
  d->rest = rest;
  for (size_t i = at; i < count; i++) {
    size_t other = d->active[i];
    double value = product(d, other, d->moved);
    if (centred && d->lane[other] == lane) value -= d->with_one[c] * d->with_one[other] / total;
    m->hessian[i + at * count] = m->hessian[at + i * count] = value;
  }
  for (int64_t e = x->starts[j]; e < x->starts[j + 1]; e++)
    for (size_t k = 0; k < d->samples->lanes; k++) d->moved[(size_t)x->rows[e] + k * n] = 0;
}

/* Moves the active weights to the optimum of their own. Returns by how much that lowers the model,
 * or 0 if there is no memory for it. */
static double solve_active(linear_descent *d, size_t count, double gain)
{
  dense m;
  double lowered = 0;
  size_t all = d->samples->count * d->samples->lanes;
  if (!d->moved) d->moved = nnreg_alloc(all, sizeof *d->moved);
  bool can = dense_open(&m, d, count) && d->moved;
  if (can) memset(d->moved, 0, all * sizeof *d->moved);
  for (size_t i = 0; i < count && can; i++) {
    size_t c = d->active[i];
    can = !nnreg_is_stopped(d->blas);
    fill_dense(d, &m, i);
    m.old[i] = m.q.w[i] = d->w[c];
    m.at[i] = m.q.g[i] = gradient(d, c);
    m.penalty.l1[i] = d->penalty->l1[c];
    m.penalty.l2[i] = d->penalty->l2[c];
  }
  if (can) linear_quadratic_solve(&m.q, gain);
  for (size_t i = 0; i < count && can; i++) {
    double old = m.old[i], now = m.q.w[i], moved = now - old;
    if (moved == 0) continue;
    lowered -= moved * (m.at[i] + m.q.g[i]) / 2 + m.penalty.l1[i] * (fabs(now) - fabs(old)) +
               m.penalty.l2[i] * (now * now - old * old);
    move_weight(d, d->active[i], moved);
    d->w[d->active[i]] = now;
  }
  dense_close(&m);
  return lowered;
}

/* How many rounds of the active weights cost as much as solve_active. An entry costs as much as
 * ENTRY products of a factorisation (measured). */
static double worth(const linear_descent *d, size_t count)
{
  enum { MOST = 1500, ENTRY = 16 };
  const int64_t *starts = d->columns->starts;
  double entries = 1, a = (double)count;
  if (count > MOST) return INFINITY;
  for (size_t i = 0; i < count; i++) {
    size_t j = d->input[d->active[i]];
    entries += (double)(starts[j + 1] - starts[j]);
  }
  return a / 2 + a * a * a / (6 * ENTRY * entries);
}

/* -------------------------------------------------------------------- Solve -- */

/* What a round must lower for another one to follow. Far from the optimum a model of classes is
 * hardly worth solving. */
static double enough(const linear_descent *d, double gain, double lowered)
{
  const double far = 1e-3, rough = 1e-2;
  bool hardly = d->share > 0 && lowered > far * d->limit;
  return fmax(gain, (hardly ? rough : d->share) * lowered);
}

/* As many rounds as take seconds at most: a model that needs more is to be made anew. */
static size_t most_rounds(const linear_descent *d)
{
  const double most_entries = 1e9;
  enum { LEAST = 50 };
  const int64_t *starts = d->columns->starts;
  double entries = 1;
  for (size_t c = 0; c < d->count; c++)
    if (!is_bias(d, c)) entries += (double)(starts[d->input[c] + 1] - starts[d->input[c]]);
  return (size_t)fmin(MAX_ROUNDS, LEAST + most_entries / entries);
}

double linear_descent_solve(linear_descent *d, const double *before, double gain)
{
  double lowered = begin(d), last, now;
  size_t end_round = most_rounds(d);
  for (size_t rounds = 0; rounds < end_round && lowered < d->limit && !nnreg_is_stopped(d->blas);) {
    size_t count, first = ++rounds;
    lowered += last = round_of_all(d, &count);
    if (rounds >= LEAST_ROUNDS && last <= enough(d, gain, lowered)) break;
    double most = worth(d, count);
    do lowered += now = round_of_active(d, count);
    while (++rounds < end_round && (double)(rounds - first) < most &&
           now > enough(d, gain, lowered) && lowered < d->limit && !nnreg_is_stopped(d->blas));
    if ((double)(rounds - first) >= most) lowered += solve_active(d, count, gain);
  }
  end(d, before);
  return lowered;
}
