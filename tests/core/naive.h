/* The mathematics of nnreg.h once more: one sample at a time, in double, by loops that
 * follow the formulas.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEST_NAIVE_H
#define NNREG_TEST_NAIVE_H

#include "world.h"

/* Softmax probabilities, or responses, of one x (D) at theta (P): outputs (K). */
void naive_predict(const nnreg_network *network, const double *theta, const double *x,
                   double *outputs);

typedef struct {
  double loss, metric, weight; /* weight * loss; correct or squared error; weight */
} naive_sums;

/* Adds one sample's sums, and scale * weight * its loss's gradient (P, or NULL). */
void naive_sample(const world *from, const double *theta, size_t row, double scale,
                  double *gradient, naive_sums *sums);

/* The norm of an input's weights in the first layer. */
double naive_norm(const nnreg_network *network, const double *theta, size_t input);

/* The norm of the weights of an input's group, and the group's weight; 0 if it is in none. */
double naive_group(const nnreg_network *network, const nnreg_penalty *penalty, const double *theta,
                   size_t input, double *weight);

/* The penalty factor of an input's weights in layer l. */
double naive_factor(const nnreg_penalty *penalty, size_t l, size_t input);

/* The penalty; adds its (sub)gradient (P, or NULL), which becomes 0 for the factor Inf. */
double naive_penalty(const nnreg_network *network, const nnreg_penalty *penalty,
                     const double *theta, double *gradient);

/* J over rows (num_rows; NULL: the first ones), its gradient (P, or NULL), the data loss
 * and metric alone (or NULL). */
double naive_cost(const world *from, const nnreg_penalty *penalty, const double *theta,
                  const uint32_t *rows, size_t num_rows, double *gradient, double *data_loss,
                  double *metric);

/* Trains from theta (P) with new moments; history (num_epochs) without validation. */
void naive_train(const world *from, const nnreg_problem *problem, double *theta,
                 nnreg_epoch *history);

#endif
