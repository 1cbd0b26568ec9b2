/* Trainings of a world.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "training.h"

#include <math.h>

nnreg_problem problem_make(const world *from, const nnreg_penalty *penalty, size_t batch_size,
                           size_t num_epochs, double rate)
{
  double *rates = take(num_epochs, sizeof *rates);
  for (size_t e = 0; e < num_epochs; e++) rates[e] = rate / (double)(1 + e);
  return (nnreg_problem){.network = &from->network,
                         .penalty = penalty,
                         .train = from->samples,
                         .adam = {.beta1 = 0.9, .beta2 = 0.999, .epsilon = 1e-7},
                         .batch_size = batch_size,
                         .num_epochs = num_epochs,
                         .learn_rates = rates};
}

nnreg_state state_make(const world *from)
{
  size_t count = from->num_parameters, bytes = real_bytes(from->network.precision);
  return (nnreg_state){.theta = take_copy(from->own_theta, count, bytes),
                       .first_moment = take(count, bytes),
                       .second_moment = take(count, bytes)};
}

nnreg_state state_copy(const nnreg_state *from, const nnreg_network *network)
{
  size_t count = nnreg_network_num_parameters(network), bytes = real_bytes(network->precision);
  nnreg_state copy = *from;
  copy.theta = take_copy(from->theta, count, bytes);
  copy.first_moment = take_copy(from->first_moment, count, bytes);
  copy.second_moment = take_copy(from->second_moment, count, bytes);
  return copy;
}

nnreg_status train_to_end(const nnreg_problem *problem, const nnreg_limits *limits,
                          nnreg_state *state, nnreg_epoch *history, nnreg_message *why)
{
  nnreg_status status = NNREG_OK;
  size_t rows = (size_t)state->epoch;
  while (status == NNREG_OK && !nnreg_is_over(problem, state)) {
    size_t finished;
    double step = state->step;
    status = nnreg_train(test_blas, problem, limits, state, history + rows, &finished, why);
    rows += finished;
    if (status != NNREG_OK) break;
    assert_true(state->step > step || finished > 0); /* every call gets on */
    assert_true((double)rows == state->epoch);
  }
  return status;
}

void train_whole(const nnreg_problem *problem, size_t num_threads, nnreg_state *state,
                 nnreg_epoch *history)
{
  nnreg_message why;
  nnreg_limits limits = {
      .seconds = INFINITY, .num_epochs = problem->num_epochs, .num_threads = num_threads};
  ASSERT_OK(train_to_end(problem, &limits, state, history, &why));
}

void assert_same_state(const nnreg_network *network, const nnreg_state *got,
                       const nnreg_state *want)
{
  size_t bytes = nnreg_network_num_parameters(network) * real_bytes(network->precision);
  assert_memory_equal(got->theta, want->theta, bytes);
  assert_memory_equal(got->first_moment, want->first_moment, bytes);
  assert_memory_equal(got->second_moment, want->second_moment, bytes);
  assert_true(got->step == want->step && got->epoch == want->epoch);
  assert_true(got->position == want->position && got->loss_sum == want->loss_sum);
  assert_true(got->metric_sum == want->metric_sum && got->weight_sum == want->weight_sum);
  assert_true(got->curvature == want->curvature && got->momentum == want->momentum);
  assert_true(got->lowest == want->lowest);
  assert_true(got->converged == want->converged);
}

void assert_same_history(const nnreg_epoch *got, const nnreg_epoch *want, size_t num_epochs)
{
  for (size_t e = 0; e < num_epochs; e++) {
    nnreg_epoch row = got[e];
    row.seconds = want[e].seconds;
    assert_memory_equal(&row, &want[e], sizeof row);
  }
}

void check_ways(const world *here, const nnreg_problem *problem, const nnreg_limits *limits,
                size_t count)
{
  nnreg_message why;
  nnreg_state want = state_make(here);
  nnreg_epoch *wanted = take(problem->num_epochs, sizeof *wanted);
  train_whole(problem, 1, &want, wanted);
  for (size_t i = 0; i < count; i++) {
    nnreg_state got = state_make(here);
    nnreg_epoch *history = take(problem->num_epochs, sizeof *history);
    ASSERT_OK(train_to_end(problem, &limits[i], &got, history, &why));
    assert_same_state(&here->network, &got, &want);
    assert_same_history(history, wanted, problem->num_epochs);
  }
}

nnreg_status evaluate(const nnreg_network *network, const void *theta, const nnreg_samples *samples,
                      size_t num_threads, double *data_loss, double *metric, nnreg_message *why)
{
  static const nnreg_penalty penalty = {.group = 0};
  static const double rate = 1e-300;
  size_t count = nnreg_network_num_parameters(network), bytes = real_bytes(network->precision);
  nnreg_problem problem = {.network = network,
                           .penalty = &penalty,
                           .train = *samples,
                           .validation = *samples,
                           .adam = {0.9, 0.999, 1e-7},
                           .batch_size = samples->num_rows,
                           .num_epochs = 1,
                           .learn_rates = &rate};
  nnreg_state state = {.theta = take_copy(theta, count, bytes),
                       .first_moment = take(count, bytes),
                       .second_moment = take(count, bytes)};
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 1, .num_threads = num_threads};
  nnreg_epoch row = {.data_loss = 0};
  size_t finished;
  nnreg_status status = nnreg_train(test_blas, &problem, &limits, &state, &row, &finished, why);
  *data_loss = row.val_data_loss;
  *metric = row.val_metric;
  return status;
}
