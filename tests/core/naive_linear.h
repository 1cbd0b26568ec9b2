/* Linear models by plain loops over the full X, which know nothing of the core's ways.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEST_NAIVE_LINEAR_H
#define NNREG_TEST_NAIVE_LINEAR_H

#include "table.h"

/* The scale of response k, or 1. */
double unit_of(const table *here, size_t k);

/* The outputs (N x K) at a point. */
double *outputs_at(const table *here, const trail *t, size_t at);

/* Weights and gradients (K x D) in the penalty's units. */
typedef struct {
  double *w, *g;
} in_units;

/* Those of a point where the loss's derivatives by the outputs are slopes (N x K). */
in_units scale_point(const table *here, const trail *t, size_t at, const double *slopes);

#endif
