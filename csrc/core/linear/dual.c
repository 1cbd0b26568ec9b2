/* The part of the duality gap that the penalty decides.
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

/* |S (kappa g, l1)|_2 of a group. */
static double group_norm(const linear_penalty *p, size_t group, const double *g, double kappa)
{
  double square = 0;
  for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
    for (size_t r = 0; r < p->lanes; r++) {
      double over = excess(kappa * g[p->members[m] + r * p->count], p->l1[p->members[m]]);
      square += over * over;
    }
  return sqrt(square);
}

/* The largest kappa for which a group is feasible, by bisection. */
static double group_share(const linear_penalty *p, size_t group, const double *g)
{
  enum { STEPS = 50 };
  double low = 0, high = 1;
  if (group_norm(p, group, g, 1) <= p->price[group]) return 1;
  for (int i = 0; i < STEPS; i++) {
    double middle = (low + high) / 2;
    if (group_norm(p, group, g, middle) <= p->price[group])
      low = middle;
    else
      high = middle;
  }
  return low;
}

static double square_of(const linear_penalty *p, size_t group, const double *values)
{
  double square = 0;
  for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
    for (size_t r = 0; r < p->lanes; r++) {
      double v = values[p->members[m] + r * p->count];
      square += v * v;
    }
  return square;
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
  linear_dual dual = {.share = 1};
  for (size_t r = 0; r < p->lanes; r++)
    for (size_t j = 0; j < p->count; j++) {
      size_t i = j + r * p->count;
      double l1 = p->l1[j], l2 = p->l2[j];
      if (isinf(l1)) continue;
      if (w[i] != 0) dual.value += l1 * fabs(w[i]) + l2 * w[i] * w[i];
      if (p->num_groups == 0) add_weight(&dual, l1, l2, g[i], curvature ? curvature[j] : 1);
    }
  for (size_t group = 0; group < p->num_groups; group++) {
    if (p->price[group] == 0 && p->starts[group] < p->starts[group + 1] &&
        p->l1[p->members[p->starts[group]]] == 0) {
      dual.free += square_of(p, group, g);
      continue;
    }
    dual.value += p->price[group] * sqrt(square_of(p, group, w));
    dual.share = fmin(dual.share, group_share(p, group, g));
  }
  for (size_t r = 0; r < p->lanes && p->num_groups == 0; r++)
    for (size_t j = 0; j < p->count; j++) {
      if (p->l2[j] == 0 || isinf(p->l1[j])) continue;
      double over = excess(dual.share * g[j + r * p->count], p->l1[j]);
      dual.conjugate += over * over / (4 * p->l2[j]);
    }
  return dual;
}
