/* The gradient of a wide model by all weights, exact where it can matter.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of a weight's derivative is an estimate and how far that may be off. The slopes s
 * seen last and s0, where all derivatives were known, go over to s' = a s + b s0 + r with one a and
 * b for all weights. So an estimate g becomes a g + b g0, and may be off by |x| |r| more (Cauchy
 * and Schwarz). Only where this leaves open on which side of a bound the derivative is, the
 * column's product with the slopes is computed. Of most columns it is not: along a path the slopes
 * go on nearly as before, so r is short.
 */
#include <math.h>
#include <string.h>

#include "wide.h"

/* The columns' lengths as the model sees them, each sample with its share. */
static void set_lengths(linear_wide *s)
{
  for (size_t j = 0; j < s->inputs; j++) {
    double scale = s->model->scale[j];
    double square = linear_columns_variance(s->columns, j, s->share, s->model->mean[j]);
    s->length[j] = scale > 0 ? sqrt(square) / scale : 0;
  }
}

void linear_gradient_forget(linear_wide *s)
{
  if (!s->measured) set_lengths(s);
  s->measured = true;
  s->knows_some = s->knows_all = false;
}

/* ------------------------------------------------------------- To new slopes -- */

/* The slopes now as a sum of those seen last, those at first, and a rest of this length. */
typedef struct {
  double last, first, rest;
} turn;

/* The sum with the shortest rest. Each sample counts by what its share makes of a slope. */
static turn find_turn(const linear_wide *s, size_t lane)
{
  const double alike = 1e-6;
  size_t n = s->columns->samples;
  const double *now = s->slopes + lane * n, *last = s->seen + lane * n;
  const double *first = s->first + lane * n;
  double last_last = 0, first_first = 0, last_first = 0, now_last = 0, now_first = 0, square = 0;
  for (size_t i = 0; i < n; i++) {
    double by = s->share[i] > 0 ? 1 / s->share[i] : 0, a = by * last[i], b = by * first[i];
    last_last += a * last[i];
    last_first += a * first[i];
    first_first += b * first[i];
    now_last += a * now[i];
    now_first += b * now[i];
  }
  double both = last_last * first_first, apart = both - last_first * last_first;
  turn t = {.last = last_last > 0 ? now_last / last_last : 0};
  if (apart > alike * both) {
    t.last = (now_last * first_first - now_first * last_first) / apart;
    t.first = (now_first * last_last - now_last * last_first) / apart;
  }
  for (size_t i = 0; i < n; i++) {
    double rest = now[i] - t.last * last[i] - t.first * first[i];
    square += s->share[i] > 0 ? rest * rest / s->share[i] : 0;
  }
  t.rest = sqrt(square);
  return t;
}

static void carry_lane(const linear_wide *s, size_t lane)
{
  const double rounding = 1e-13;
  turn t = find_turn(s, lane);
  double *g = s->gradient + lane * s->inputs, *doubt = s->doubt + lane * s->inputs;
  const double *first = s->first_gradient + lane * s->inputs, *length = s->length;
  for (size_t j = 0; j < s->inputs; j++) {
    double one = t.last * g[j], other = t.first * first[j];
    g[j] = one + other;
    doubt[j] = fabs(t.last) * doubt[j] + t.rest * length[j] + rounding * (fabs(one) + fabs(other));
  }
}

/* Nothing is known; the slopes at first are 0, so their derivatives are. */
static void begin(linear_wide *s)
{
  size_t all = s->inputs * s->lanes;
  s->has_first = false;
  memset(s->first, 0, s->columns->samples * s->lanes * sizeof *s->first);
  for (size_t i = 0; i < all; i++) {
    s->gradient[i] = s->first_gradient[i] = 0;
    s->doubt[i] = INFINITY;
  }
}

/* Makes the estimates those at the slopes now. Of few inputs all products are found instead,
 * and for many outputs, where together they cost less. */
static void carry(linear_wide *s)
{
  enum { FEW = 256 };
  bool goes_on = s->knows_some && s->inputs >= FEW * s->lanes;
  if (!goes_on) begin(s);
  for (size_t k = 0; k < s->lanes && goes_on; k++) carry_lane(s, k);
  memcpy(s->seen, s->slopes, s->columns->samples * s->lanes * sizeof *s->seen);
  memcpy(s->seen_totals, s->totals, s->lanes * sizeof *s->seen_totals);
  s->knows_some = s->knows_all = true;
  for (size_t c = 0; c < s->own; c++) {
    if (s->hessian.input[c] == s->inputs) continue;
    size_t at = linear_hessian_place(&s->hessian, c);
    s->gradient[at] = s->at[c];
    s->doubt[at] = 0;
  }
}

/* ------------------------------------------------------------------- Columns -- */

/* A product with the slopes becomes the derivative by a weight. */
static double derivative(const linear_wide *s, size_t j, size_t lane, double product)
{
  double scale = s->model->scale[j];
  return scale > 0 ? (product - s->model->mean[j] * s->seen_totals[lane]) / scale : 0;
}

/* Finds all, from which estimates can begin. */
static void find_all(linear_wide *s)
{
  size_t n = s->columns->samples;
  linear_columns_gradient(s->blas, s->columns, s->seen, s->lanes, s->gradient);
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t j = 0; j < s->inputs; j++) {
      double *g = s->gradient + j + k * s->inputs;
      *g = derivative(s, j, k, *g);
    }
  memset(s->doubt, 0, s->inputs * s->lanes * sizeof *s->doubt);
  s->has_first = true;
  memcpy(s->first, s->seen, n * s->lanes * sizeof *s->first);
  memcpy(s->first_gradient, s->gradient, s->inputs * s->lanes * sizeof *s->first_gradient);
}

static void find_one(linear_wide *s, size_t j, size_t lane)
{
  size_t at = j + lane * s->inputs;
  if (s->doubt[at] == 0) return;
  const double *slopes = s->seen + lane * s->columns->samples;
  s->gradient[at] = derivative(s, j, lane, linear_columns_dot(s->columns, j, slopes));
  s->doubt[at] = 0;
}

/* Lists those of `count` weights that may be above the bar. A loop without branches is a fast one.
 */
static size_t list_open(const double *g, const double *doubt, const double *l1, double bar,
                        size_t count, uint32_t *open)
{
  size_t listed = 0;
  for (size_t j = 0; j < count; j++) {
    open[listed] = (uint32_t)j;
    listed += (size_t)(doubt[j] != 0) & (size_t) !(fabs(g[j]) + doubt[j] <= bar * l1[j]);
  }
  return listed;
}

/* Finds the derivatives by weights that may be above the bar, or counts them. */
static size_t pass_weights(linear_wide *s, double bar, bool finds)
{
  enum { CHUNK = 64 };
  const double *l1 = s->model->penalty.l1;
  uint32_t open[CHUNK] = {0};
  size_t count = 0;
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t j = 0, last; j < s->inputs; j = last) {
      const double *g = s->gradient + k * s->inputs, *doubt = s->doubt + k * s->inputs;
      last = s->inputs - j < CHUNK ? s->inputs : j + CHUNK;
      if (!s->columns->kernels->may_exceed(last - j, bar, g + j, doubt + j, l1 + j)) continue;
      size_t listed = list_open(g + j, doubt + j, l1 + j, bar, last - j, open);
      count += listed;
      for (size_t i = 0; i < listed && finds; i++) find_one(s, j + open[i], k);
    }
  return count;
}

/* The same for groups, whose norms count. */
static size_t pass_groups(linear_wide *s, double bar, bool finds)
{
  const linear_penalty *p = &s->model->penalty;
  size_t count = 0;
  for (size_t group = 0; group < p->num_groups; group++) {
    double doubt = sqrt(linear_group_square(p, group, s->doubt));
    double norm = bar > 0 ? linear_group_norm(p, group, s->gradient, 1 / bar) : 0;
    if (doubt == 0 || (bar > 0 && bar * norm + doubt <= bar * p->price[group])) continue;
    count += (p->starts[group + 1] - p->starts[group]) * p->lanes;
    for (size_t m = p->starts[group]; m < p->starts[group + 1] && finds; m++)
      for (size_t k = 0; k < s->lanes; k++) find_one(s, p->members[m], k);
  }
  return count;
}

static size_t pass(linear_wide *s, double bar, bool finds)
{
  return s->model->penalty.num_groups > 0 ? pass_groups(s, bar, finds)
                                          : pass_weights(s, bar, finds);
}

void linear_gradient_find(linear_wide *s, double bar)
{
  enum { CHEAPER = 3 }; /* all products together take so much less time each */
  if (!s->knows_all) carry(s);
  bool counts = !s->has_first || s->lanes > 1;
  if (counts && pass(s, bar, false) * CHEAPER > s->inputs * s->lanes)
    find_all(s);
  else
    pass(s, bar, true);
}
