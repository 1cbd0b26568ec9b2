/* What the penalty decides: its value, where a step meets a bend of it, and its part of the gap.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a loss f (X w) with gradient g at w and a penalty p, the point -kappa g of the dual problem
 * bounds the optimum from below: f (X w) + p (w) - optimum <= f (X w) + p (w) + f* (kappa f') +
 * p* (-kappa g). p* is 0 or Inf where the penalty has no square; then kappa must be small enough
 * (Mairal, "Sparse coding for machine learning", 2010; Massias et al., ICML 2018).
 */
#include <math.h>

#include "linear.h"

static double excess(double g, double l1) { return fmax(fabs(g) - l1, 0); }

void linear_penalty_close(linear_penalty *p)
{
  nnreg_free(p->l1);
  nnreg_free(p->l2);
  nnreg_free(p->starts);
  nnreg_free(p->members);
  nnreg_free(p->price);
}

/* ------------------------------------------------------------------ Values -- */

double linear_group_square(const linear_penalty *p, size_t group, const double *values)
{
  double square = 0;
  for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
    for (size_t r = 0; r < p->lanes; r++) {
      double v = values[p->members[m] + r * p->count];
      square += v * v;
    }
  return square;
}

double linear_group_norm(const linear_penalty *p, size_t group, const double *g, double kappa)
{
  double square = 0;
  for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
    for (size_t r = 0; r < p->lanes; r++) {
      double over = excess(kappa * g[p->members[m] + r * p->count], p->l1[p->members[m]]);
      square += over * over;
    }
  return sqrt(square);
}

double linear_penalty_value(const linear_penalty *p, const double *w)
{
  double value = 0;
  for (size_t r = 0; r < p->lanes; r++)
    for (size_t j = 0; j < p->count; j++) {
      double v = w[j + r * p->count];
      if (v != 0 && !isinf(p->l1[j])) value += p->l1[j] * fabs(v) + p->l2[j] * v * v;
    }
  for (size_t group = 0; group < p->num_groups; group++)
    if (p->price[group] > 0) value += p->price[group] * sqrt(linear_group_square(p, group, w));
  return value;
}

/* ------------------------------------------------------------------- Steps -- */

double linear_penalty_reach(const linear_penalty *p, const nnreg_kernels *kernels, const double *w,
                            const double *move, double t, size_t *first)
{
  enum { CHUNK = 64 };
  *first = p->count * p->lanes;
  for (size_t r = 0; r < p->lanes; r++)
    for (size_t j = 0, last; j < p->count; j = last) {
      size_t at = j + r * p->count;
      last = p->count - j < CHUNK ? p->count : j + CHUNK;
      if (!kernels->meets_zero(last - j, t, w + at, move + at, p->l1 + j)) continue;
      for (size_t i = at; i < at + last - j; i++)
        if (kernels->meets_zero(1, t, w + i, move + i, p->l1 + j + i - at)) {
          t = -w[i] / move[i];
          *first = i;
        }
    }
  return t;
}

/* --------------------------------------------------------------------- Gap -- */

/* The largest kappa for which a group is feasible, by bisection. */
static double group_share(const linear_penalty *p, size_t group, const double *g)
{
  enum { STEPS = 50 };
  double low = 0, high = 1;
  if (linear_group_norm(p, group, g, 1) <= p->price[group]) return 1;
  for (int i = 0; i < STEPS; i++) {
    double middle = (low + high) / 2;
    if (linear_group_norm(p, group, g, middle) <= p->price[group])
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* A weight that has no group with a price. */
static void add_weight(linear_dual *dual, double l1, double l2, double g, double curvature)
{
  if (l1 == 0 && l2 == 0) {
    if (curvature > 0) dual->free += g * g / curvature;
  } else if (l2 == 0 && fabs(g) > l1) {
    dual->share = fmin(dual->share, l1 / fabs(g));
  }
}

linear_dual linear_dual_of(const linear_penalty *p, const double *w, const double *g,
                           const double *curvature)
{
  linear_dual dual = {.value = linear_penalty_value(p, w), .share = 1};
  for (size_t group = 0; group < p->num_groups; group++) {
    bool free = p->price[group] == 0 && p->starts[group] < p->starts[group + 1] &&
                p->l1[p->members[p->starts[group]]] == 0;
    if (free)
      dual.free += linear_group_square(p, group, g);
    else
      dual.share = fmin(dual.share, group_share(p, group, g));
  }
  if (p->num_groups > 0) return dual;
  for (size_t r = 0; r < p->lanes; r++)
    for (size_t j = 0; j < p->count; j++)
      if (!isinf(p->l1[j]))
        add_weight(&dual, p->l1[j], p->l2[j], g[j + r * p->count], curvature ? curvature[j] : 1);
  for (size_t r = 0; r < p->lanes; r++)
    for (size_t j = 0; j < p->count; j++) {
      if (p->l2[j] == 0 || isinf(p->l1[j])) continue;
      double over = excess(dual.share * g[j + r * p->count], p->l1[j]);
      dual.conjugate += over * over / (4 * p->l2[j]);
    }
  return dual;
}
