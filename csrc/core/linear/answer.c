/* A model's weights as results have them: of many that are equally good, always the same ones.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With more than two classes the same number added to an input's weights in all lanes changes no
 * probability, so the penalty alone decides it. The sum of |w_k - c| is least for c from one
 * median to the other (Friedman, Hastie and Tibshirani, "Regularization paths for generalized
 * linear models via coordinate descent", 2010, section 4). With an even number of classes these are
 * two numbers where half of the weights are above 0, say. Then c is the one that leaves the
 * least norm, as an elastic net with a vanishing l2 would.
 */
#include <math.h>

#include "linear.h"

double linear_answer_weight(const linear_model *m, size_t j, size_t lane)
{
  const double *w = m->weights + lane * m->penalty.count;
  return m->twins ? w[m->twins->leader[j]] * m->twins->share[j] : w[j];
}

bool linear_answer_uses(const linear_model *m, size_t j)
{
  bool used = false;
  for (size_t k = 0; k < m->lanes; k++) used = used || linear_answer_weight(m, j, k) != 0;
  return used;
}

static double mean_of(const linear_model *m, size_t j)
{
  double sum = 0;
  for (size_t k = 0; k < m->lanes; k++) sum += linear_answer_weight(m, j, k);
  return sum / (double)m->lanes;
}

/* An input's weights beside a number. */
typedef struct {
  size_t above, below;  /* how many                    */
  double higher, lower; /* the next of these, or +-Inf */
} sides;

static sides sides_of(const linear_model *m, size_t j, double middle)
{
  sides s = {.higher = INFINITY, .lower = -INFINITY};
  for (size_t k = 0; k < m->lanes; k++) {
    double w = linear_answer_weight(m, j, k);
    s.above += w > middle;
    s.below += w < middle;
    if (w > middle) s.higher = fmin(s.higher, w);
    if (w < middle) s.lower = fmax(s.lower, w);
  }
  return s;
}

/* The median that is closest to `wanted`. Of a model at its optimum 0 is one; else the search goes
 * on from there. */
static double median_near(const linear_model *m, size_t j, double wanted)
{
  double middle = 0;
  sides s = sides_of(m, j, middle);
  for (; 2 * s.above > m->lanes; s = sides_of(m, j, middle)) middle = s.higher;
  for (; 2 * s.below > m->lanes; s = sides_of(m, j, middle)) middle = s.lower;
  double most = 2 * s.above == m->lanes ? s.higher : middle;
  double least = 2 * s.below == m->lanes ? s.lower : middle;
  return fmin(fmax(wanted, least), most);
}

double linear_answer_common(const linear_model *m, size_t j, bool refitted)
{
  const linear_penalty *p = &m->penalty;
  size_t lead = m->twins ? m->twins->leader[j] : j;
  if (m->problem->task != NNREG_CLASSIFICATION || m->lanes == 1) return 0;
  if (p->l1[lead] == 0) return mean_of(m, j);
  if (refitted) {
    sides s = sides_of(m, j, 0);
    return s.above + s.below == m->lanes ? mean_of(m, j) : 0;
  }
  return p->l2[lead] == 0 && p->num_groups == 0 ? median_near(m, j, mean_of(m, j)) : 0;
}

void linear_answer_settle(const linear_model *model, double *weights)
{
  linear_model leaders = *model;
  leaders.weights = weights;
  leaders.twins = NULL;
  for (size_t j = 0; j < leaders.penalty.count; j++) {
    double common = linear_answer_common(&leaders, j, false);
    for (size_t k = 0; k < leaders.lanes && common != 0; k++)
      weights[j + k * leaders.penalty.count] -= common;
  }
}
