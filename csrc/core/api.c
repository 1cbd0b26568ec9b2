/* The public calls that work in either precision: check, then call that precision's.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/precisions.h"
#include "network/network.h"
#include "os/os.h"

/* call_s or call_d with the arguments that follow. */
#define IN_PRECISION(network, call, ...) \
  ((network)->precision == NNREG_DOUBLE ? call##_d(__VA_ARGS__) : call##_s(__VA_ARGS__))

nnreg_status nnreg_train_checked(const nnreg_blas *blas, const nnreg_problem *problem,
                                 const nnreg_limits *limits, nnreg_state *state,
                                 nnreg_epoch *history, size_t *num_finished, nnreg_message *why)
{
  if (problem->solver == NNREG_FISTA)
    return IN_PRECISION(problem->network, nnreg_solve, blas, problem, limits, state, history,
                        num_finished, why);
  return IN_PRECISION(problem->network, nnreg_train, blas, problem, limits, state, history,
                      num_finished, why);
}

nnreg_status nnreg_train(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why)
{
  *num_finished = 0;
  nnreg_status status = nnreg_problem_check(problem, why);
  if (status == NNREG_OK) status = nnreg_state_check(problem, state, why);
  if (status != NNREG_OK) return status;
  return nnreg_train_checked(blas, problem, limits, state, history, num_finished, why);
}

nnreg_status nnreg_predict(const nnreg_blas *blas, const nnreg_model *model, const nnreg_data *data,
                           nnreg_range samples, size_t num_threads, void *outputs,
                           nnreg_message *why)
{
  nnreg_status status = nnreg_network_check(model->network, why);
  if (status == NNREG_OK) status = nnreg_data_check(model->network, data, why);
  if (status == NNREG_OK) status = nnreg_range_check(samples, data->num_samples, why);
  if (status != NNREG_OK) return status;
  return IN_PRECISION(model->network, nnreg_predict, blas, model, data, samples, num_threads,
                      outputs, why);
}

nnreg_status nnreg_predict_view(const nnreg_blas *blas, const nnreg_model *model,
                                const nnreg_view *view, nnreg_range samples, size_t num_threads,
                                void *outputs, nnreg_message *why)
{
  nnreg_status status = nnreg_network_check(model->network, why);
  if (status == NNREG_OK) status = nnreg_view_check(model->network, view, why);
  if (status == NNREG_OK) status = nnreg_range_check(samples, view->source->num_samples, why);
  if (status != NNREG_OK) return status;
  return IN_PRECISION(model->network, nnreg_predict_view, blas, model, view, samples, num_threads,
                      outputs, why);
}

nnreg_status nnreg_predict_moved(const nnreg_blas *blas, const nnreg_model *model,
                                 const nnreg_moved *moved, size_t num_threads, void *outputs,
                                 nnreg_message *why)
{
  nnreg_status status = nnreg_network_check(model->network, why);
  if (status == NNREG_OK) status = nnreg_moved_check(model->network, moved, why);
  if (status != NNREG_OK) return status;
  return IN_PRECISION(model->network, nnreg_predict_moved, blas, model, moved, num_threads, outputs,
                      why);
}

nnreg_status nnreg_cost(const nnreg_blas *blas, const nnreg_model *model,
                        const nnreg_penalty *penalty, const nnreg_samples *samples,
                        size_t num_threads, nnreg_cost_result *cost, nnreg_message *why)
{
  nnreg_status status = nnreg_network_check(model->network, why);
  if (status == NNREG_OK) status = nnreg_penalty_check(model->network, penalty, why);
  if (status == NNREG_OK) status = nnreg_samples_check(model->network, samples, why);
  if (status != NNREG_OK) return status;
  if (!samples->num_rows) return nnreg_fail(why, NNREG_BAD_DATA, "there are no samples");
  return IN_PRECISION(model->network, nnreg_cost, blas, model, penalty, samples, num_threads, cost,
                      why);
}
