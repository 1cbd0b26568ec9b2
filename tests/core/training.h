/* Trainings of a world, for tests: set up, run in one way or another, compared.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEST_TRAINING_H
#define NNREG_TEST_TRAINING_H

#include "world.h"

/* A training on all samples with Keras's Adam; the rates differ by epoch. */
nnreg_problem problem_make(const world *from, const nnreg_penalty *penalty, size_t batch_size,
                           size_t num_epochs, double rate);

/* The world's starting weights, no moments. */
nnreg_state state_make(const world *from);
nnreg_state state_copy(const nnreg_state *from, const nnreg_network *network);

/* Trains to the end in one call, or by calls of at most so many epochs or seconds; returns
 * the last call's status. history (num_epochs). */
nnreg_status train_to_end(const nnreg_problem *problem, const nnreg_limits *limits,
                          nnreg_state *state, nnreg_epoch *history, nnreg_message *why);
void train_whole(const nnreg_problem *problem, size_t num_threads, nnreg_state *state,
                 nnreg_epoch *history);

/* Calls with each of these limits come to the bits of one call: the state and the history. */
void check_ways(const world *here, const nnreg_problem *problem, const nnreg_limits *limits,
                size_t count);

/* The data loss and metric of the samples at theta, by the validation of an epoch whose steps are
 * too small to change a weight. */
nnreg_status evaluate(const nnreg_network *network, const void *theta, const nnreg_samples *samples,
                      size_t num_threads, double *data_loss, double *metric, nnreg_message *why);

/* The same bytes, but for the seconds. */
void assert_same_state(const nnreg_network *network, const nnreg_state *got,
                       const nnreg_state *want);
void assert_same_history(const nnreg_epoch *got, const nnreg_epoch *want, size_t num_epochs);

#endif
