/* What the engine offers in each precision: suffix s for float, d for double.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_PRECISIONS_H
#define NNREG_PRECISIONS_H

#include "nnreg.h"

#define NNREG_DECLARE(suffix)                                                                      \
  nnreg_status nnreg_train_##suffix(                                                               \
      const nnreg_blas *blas, const nnreg_problem *problem, const nnreg_limits *limits,            \
      nnreg_state *state, nnreg_epoch *history, size_t *num_finished, nnreg_message *why);         \
  nnreg_status nnreg_solve_##suffix(                                                               \
      const nnreg_blas *blas, const nnreg_problem *problem, const nnreg_limits *limits,            \
      nnreg_state *state, nnreg_epoch *history, size_t *num_finished, nnreg_message *why);         \
  nnreg_status nnreg_predict_##suffix(const nnreg_blas *blas, const nnreg_model *model,            \
                                      const nnreg_data *data, nnreg_range samples,                 \
                                      size_t num_threads, void *outputs, nnreg_message *why);      \
  nnreg_status nnreg_predict_view_##suffix(const nnreg_blas *blas, const nnreg_model *model,       \
                                           const nnreg_view *view, nnreg_range samples,            \
                                           size_t num_threads, void *outputs, nnreg_message *why); \
  nnreg_status nnreg_predict_moved_##suffix(const nnreg_blas *blas, const nnreg_model *model,      \
                                            const nnreg_moved *moved, size_t num_threads,          \
                                            void *outputs, nnreg_message *why);                    \
  nnreg_status nnreg_cost_##suffix(const nnreg_blas *blas, const nnreg_model *model,               \
                                   const nnreg_penalty *penalty, const nnreg_samples *samples,     \
                                   size_t num_threads, nnreg_cost_result *cost,                    \
                                   nnreg_message *why);

NNREG_DECLARE(s)
NNREG_DECLARE(d)

/* nnreg_train without the checks, for callers that have made them. */
nnreg_status nnreg_train_checked(const nnreg_blas *blas, const nnreg_problem *problem,
                                 const nnreg_limits *limits, nnreg_state *state,
                                 nnreg_epoch *history, size_t *num_finished, nnreg_message *why);

#endif
