/* The engine's entry points in both precisions, for the files that choose one.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_PRECISIONS_H
#define NNREG_PRECISIONS_H

#include "nnreg.h"

#define NNREG_DECLARE(suffix, real)                                                                \
  nnreg_status nnreg_train_##suffix(                                                               \
      const nnreg_blas *blas, const nnreg_problem *problem, const nnreg_limits *limits,            \
      nnreg_state *state, nnreg_epoch *history, size_t *num_finished, nnreg_message *why);         \
  nnreg_status nnreg_solve_##suffix(                                                               \
      const nnreg_blas *blas, const nnreg_problem *problem, const nnreg_limits *limits,            \
      nnreg_state *state, nnreg_epoch *history, size_t *num_finished, nnreg_message *why);         \
  nnreg_status nnreg_predict_##suffix(const nnreg_blas *blas, const nnreg_network *network,        \
                                      const real *theta, const nnreg_data *data, size_t first,     \
                                      size_t count, size_t num_threads, real *outputs,             \
                                      nnreg_message *why);                                         \
  nnreg_status nnreg_predict_moved_##suffix(                                                       \
      const nnreg_blas *blas, const nnreg_network *network, const real *theta,                     \
      const nnreg_moved *moved, size_t num_threads, real *outputs, nnreg_message *why);            \
  nnreg_status nnreg_predict_view_##suffix(const nnreg_blas *blas, const nnreg_network *network,   \
                                           const real *theta, const nnreg_view *view,              \
                                           size_t first, size_t count, size_t num_threads,         \
                                           real *outputs, nnreg_message *why);                     \
  nnreg_status nnreg_evaluate_##suffix(const nnreg_blas *blas, const nnreg_network *network,       \
                                       const real *theta, const nnreg_samples *samples,            \
                                       size_t num_threads, double *data_loss, double *metric,      \
                                       nnreg_message *why);                                        \
  nnreg_status nnreg_cost_##suffix(const nnreg_blas *blas, const nnreg_network *network,           \
                                   const nnreg_penalty *penalty, const real *theta,                \
                                   const nnreg_samples *samples, size_t num_threads, double *cost, \
                                   real *gradient, nnreg_message *why);

NNREG_DECLARE(s, float)
NNREG_DECLARE(d, double)

/* NNREG_BAD_ARGUMENT unless the state can be one of the training's. */
nnreg_status nnreg_state_check(const nnreg_problem *problem, const nnreg_state *state,
                               nnreg_message *why);

/* nnreg_train without the checks, for callers that have made them. */
nnreg_status nnreg_train_checked(const nnreg_blas *blas, const nnreg_problem *problem,
                                 const nnreg_limits *limits, nnreg_state *state,
                                 nnreg_epoch *history, size_t *num_finished, nnreg_message *why);

#endif
