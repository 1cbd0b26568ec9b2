/* Training, epoch by epoch, in slices of time.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine.h"
#include "network/network.h"

/* The order of an epoch follows from the seed and the epoch's number alone. */
static nnreg_status order_samples(nnreg_trainer *t, nnreg_message *why)
{
  const nnreg_problem *problem = t->problem;
  nnreg_trainer_reset_order(t);
  if (problem->shuffle)
    nnreg_shuffle(problem->seed, NNREG_STREAM_EPOCHS + (uint64_t)t->state->epoch, t->order,
                  t->samples->num_rows);
  return nnreg_trainer_reserve(t, problem->batch_size, why);
}

nnreg_status nnreg_validate(const nnreg_trainer *t, const nnreg_problem *problem,
                            const nnreg_state *state, size_t num_threads, nnreg_epoch *row,
                            nnreg_message *why)
{
  row->val_data_loss = row->val_metric = NAN;
  bool last = state->epoch + 1 >= (double)problem->num_epochs || state->converged != 0;
  if (!problem->validation.num_rows || (problem->validate_last_only && !last)) return NNREG_OK;
  nnreg_net net = t->net;
  nnreg_plan plan;
  nnreg_plan_make(&plan, problem->network, problem->validation.data, 0,
                  nnreg_kernels_select()->dense_panel);
  /* The weights lie in the training's panels. */
  plan.layers[0] = t->plan.layers[0];
  net.plan = &plan;
  net.data = problem->validation.data;
  nnreg_pass pass = nnreg_pass_over(&net, &problem->validation);
  nnreg_status status = nnreg_pass_open(&pass, num_threads, why);
  if (status != NNREG_OK) return status;
  status = nnreg_pass_means(&pass, &row->val_data_loss, &row->val_metric, why);
  nnreg_pass_close(&pass);
  return status;
}

/* The last step may have made weights infinite or NaN, which no loss has shown yet. A moment that
 * has overflowed would stop its weight for ever. */
static bool all_finite(const nnreg_trainer *t)
{
  real sum = 0;
  for (size_t i = 0; i < t->plan.num_parameters; i++) sum += (t->net.theta[i] + t->v[i]) * 0;
  return sum == 0;
}

/* Turns the epoch's sums into its row, and starts the next epoch. */
static nnreg_status finish_epoch(nnreg_trainer *t, size_t num_threads, nnreg_epoch *row,
                                 nnreg_message *why)
{
  nnreg_state *state = t->state;
  const nnreg_problem *problem = t->problem;
  row->data_loss = state->loss_sum / state->weight_sum;
  row->metric = state->metric_sum / state->weight_sum;
  nnreg_from_panels(&t->plan, t->net.theta, state->theta);
  row->penalty =
      nnreg_lambda_scale(t) * nnreg_penalty_value(problem->network, problem->penalty, state->theta);
  row->zeros = nnreg_penalty_zeros(problem->network, problem->penalty, state->theta);
  if (!isfinite(row->data_loss + row->penalty))
    return nnreg_fail(why, NNREG_DIVERGED, "loss or penalty are no longer finite after epoch %.0f",
                      state->epoch + 1);
  nnreg_status status = nnreg_validate(t, problem, state, num_threads, row, why);
  if (status != NNREG_OK) return status;
  state->epoch++;
  state->position = state->loss_sum = state->metric_sum = state->weight_sum = 0;
  return status;
}

/* Batches until the epoch or the time is over. If the epoch is over already, since its
 * validation failed, nothing is left to do. */
static nnreg_status train_samples(nnreg_trainer *t, nnreg_message *why)
{
  if (t->state->position >= (double)t->samples->num_rows) return NNREG_OK;
  nnreg_status status = order_samples(t, why);
  if (status != NNREG_OK) return status;
  t->stop = false;
  if (nnreg_sparse_pays(t))
    status = nnreg_sparse_slice(t, why);
  else
    nnreg_team_run(t->num_threads, nnreg_trainer_slice, t);
  if (status != NNREG_OK) return status;
  if (t->corrupt) return nnreg_corrupt(why);
  if (t->broken) return nnreg_stopped(why);
  if (!t->diverged) return NNREG_OK;
  return nnreg_fail(why, NNREG_DIVERGED, "the loss is no longer finite (epoch %.0f, step %.0f)",
                    t->state->epoch + 1, t->state->step + 1);
}

/* Epochs until the training is over or a limit is reached. */
static nnreg_status train_epochs(nnreg_trainer *t, const nnreg_limits *limits, double began,
                                 nnreg_epoch *history, size_t *num_finished, nnreg_message *why)
{
  nnreg_state *state = t->state;
  double mark = began;
  while (state->epoch < (double)t->problem->num_epochs && *num_finished < limits->num_epochs) {
    nnreg_status status = train_samples(t, why);
    if (status != NNREG_OK) return status;
    nnreg_epoch *row = &history[*num_finished];
    bool over = state->position >= (double)t->samples->num_rows;
    if (over && !all_finite(t))
      return nnreg_fail(why, NNREG_DIVERGED, "weights are no longer finite after epoch %.0f",
                        state->epoch + 1);
    if (over) status = finish_epoch(t, limits->num_threads, row, why);
    nnreg_lap(&t->watch, NNREG_PHASE_VALIDATION);
    if (status != NNREG_OK) return status;
    mark = nnreg_count_seconds(state, mark, over ? row : NULL, num_finished);
    if (mark >= t->deadline || t->halted) break;
  }
  return NNREG_OK;
}

/* Large networks take long to copy in and out: a call that took long to begin goes on for so long
 * that most of its time is training. */
static double deadline_of(const nnreg_limits *limits, double began)
{
  enum { TIMES = 20, MOST_SECONDS = 5 };
  if (!(limits->seconds > 0)) return began;
  double now = nnreg_now(), worth = fmin(TIMES * (now - began), MOST_SECONDS);
  return now + fmax(limits->seconds, worth);
}

nnreg_status nnreg_train(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why)
{
  nnreg_trainer trainer;
  double began = nnreg_now();
  nnreg_stopwatch watch = nnreg_stopwatch_start(limits->profile);
  *num_finished = 0;
  nnreg_setup setup = {.blas = blas,
                       .model = {.network = problem->network, .theta = state->theta},
                       .samples = &problem->train,
                       .batch_size = problem->batch_size,
                       .update = true,
                       .num_threads = limits->num_threads};
  nnreg_status status = nnreg_trainer_open(&trainer, &setup, why);
  if (status != NNREG_OK) return status;
  trainer.problem = problem;
  trainer.state = state;
  trainer.watch = watch;
  trainer.sparse_limit = nnreg_sparse_limit(&trainer);
  nnreg_to_panels(&trainer.plan, state->first_moment, trainer.m);
  nnreg_to_panels(&trainer.plan, state->second_moment, trainer.v);
  trainer.deadline = deadline_of(limits, began);
  if (problem->penalty->group > 0) status = nnreg_trainer_groups(&trainer, why);
  if (status == NNREG_OK)
    status = train_epochs(&trainer, limits, began, history, num_finished, why);
  nnreg_from_panels(&trainer.plan, trainer.net.theta, state->theta);
  nnreg_from_panels(&trainer.plan, trainer.m, state->first_moment);
  nnreg_from_panels(&trainer.plan, trainer.v, state->second_moment);
  nnreg_lap(&trainer.watch, NNREG_PHASE_CALL);
  nnreg_trainer_close(&trainer);
  return status;
}
