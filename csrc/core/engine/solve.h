/* What the exact solver works with (solve.c), and its step (prox.c).
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_SOLVE_H
#define NNREG_SOLVE_H

#include "engine.h"

typedef struct {
  const nnreg_problem *problem;
  nnreg_objective objective;
  nnreg_state *state;
  size_t count;            /* P                                                       */
  size_t inputs, units;    /* of the first layer                                      */
  double *mean, *variance; /* (inputs)                                                */
  double *drift;           /* (2 * units) scratch                                     */
  double *squares;         /* (inputs) of next: each input's weights, before the group's pull */
  real *now, *before;      /* (P) the state's                                         */
  real *point, *next, *gradient; /* (P) y, the step from it, grad f (y)                     */
  double loss, metric, value;    /* at now: f, the metric, f + penalty                      */
  double cancelling, adding;     /* at point: see measure_terms in solve.c                  */
  double unit;                   /* of the tolerance: see response_unit                     */
  bool hidden;                   /* an input varies, but not visibly: nnreg_input_moments   */
  bool open;                     /* the objective is open                                   */
} nnreg_fista;

/* The weights of an input, or a layer's biases: theta[at .. at + units - 1]. */
typedef struct {
  size_t layer, index, at, units; /* units 0: after the last column           */
  bool bias;
  bool drifts; /* the first layer's biases: see nnreg_drift */
  double d;
} nnreg_column;

nnreg_column nnreg_first_column(const nnreg_fista *s);
nnreg_column nnreg_next_column(const nnreg_fista *s, const nnreg_column *c);

/* For centred inputs the first layer's biases would be b + W mean. A step from one theta to another
 * changes these by the change of b, plus this drift (units). */
void nnreg_drift(const nnreg_fista *s, const real *from, const real *to, double *drift);

/* next = prox (point - gradient / (L d)), where L is the curvature. */
void nnreg_prox_step(const nnreg_fista *s, double curvature);

#endif
