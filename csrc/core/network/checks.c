/* What callers may get wrong: sizes, ranges, targets, settings, states.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "network.h"

#include <math.h>

#include "data/data.h"
#include "os/os.h"

static nnreg_status check_labels(const nnreg_network *network, const nnreg_samples *samples,
                                 nnreg_message *why)
{
  int64_t classes = (int64_t)network->sizes[network->num_layers];
  for (size_t k = 0; k < samples->num_rows; k++) {
    size_t row = nnreg_row(samples, k);
    int32_t label = samples->targets->labels[row];
    if (label < 0 || label >= classes)
      return nnreg_fail(why, NNREG_BAD_DATA, "label %ld of sample %zu is not one of %ld classes",
                        (long)label, row + 1, (long)classes);
  }
  return NNREG_OK;
}

static nnreg_status check_weights(const nnreg_samples *samples, nnreg_message *why)
{
  const double *weights = samples->targets->weights;
  double sum = 0;
  for (size_t k = 0; weights && k < samples->num_rows; k++) {
    size_t row = nnreg_row(samples, k);
    if (!(weights[row] >= 0) || isinf(weights[row]))
      return nnreg_fail(why, NNREG_BAD_DATA, "the weight of sample %zu is not a number >= 0",
                        row + 1);
    sum += weights[row];
  }
  if (weights && samples->num_rows && !(sum > 0))
    return nnreg_fail(why, NNREG_BAD_DATA, "all sample weights are zero");
  return NNREG_OK;
}

nnreg_status nnreg_data_check(const nnreg_network *network, const nnreg_data *data,
                              nnreg_message *why)
{
  if (data->num_inputs != network->sizes[0])
    return nnreg_refuse(why, "the data have %zu inputs, the network %zu", data->num_inputs,
                        network->sizes[0]);
  if (data->num_samples > UINT32_MAX) return nnreg_refuse(why, "more than 2^32 samples");
  if (data->columns && (data->compressed || data->num_samples > INT32_MAX))
    return nnreg_refuse(why, "such data must be packed");
  if (!data->columns && !data->block_samples) return nnreg_refuse(why, "the data have no blocks");
  return NNREG_OK;
}

static nnreg_status check_packed(const nnreg_data *data, nnreg_message *why)
{
  if (!data->columns) return NNREG_OK;
  return nnreg_refuse(why, "the data are not packed");
}

static nnreg_status check_thresholds(const nnreg_network *network, const nnreg_targets *targets,
                                     nnreg_message *why)
{
  for (size_t k = 0; targets->thresholds && k < network->sizes[network->num_layers]; k++)
    if (!(targets->thresholds[k] >= 0) || isinf(targets->thresholds[k]))
      return nnreg_refuse(why, "the threshold of response %zu is not a number >= 0", k + 1);
  return NNREG_OK;
}

nnreg_status nnreg_samples_check(const nnreg_network *network, const nnreg_samples *samples,
                                 nnreg_message *why)
{
  nnreg_status status = nnreg_data_check(network, samples->data, why);
  if (status == NNREG_OK) status = check_packed(samples->data, why);
  if (status != NNREG_OK) return status;
  if (!samples->rows && samples->num_rows > samples->data->num_samples)
    return nnreg_refuse(why, "%zu samples wanted of %zu", samples->num_rows,
                        samples->data->num_samples);
  for (size_t k = 0; samples->rows && k < samples->num_rows; k++)
    if (samples->rows[k] >= samples->data->num_samples)
      return nnreg_refuse(why, "sample %lu of %zu", (unsigned long)samples->rows[k] + 1,
                          samples->data->num_samples);
  const void *targets = network->task == NNREG_CLASSIFICATION
                            ? (const void *)samples->targets->labels
                            : samples->targets->responses;
  if (!targets) return nnreg_refuse(why, "the targets do not fit the task");
  if (network->task == NNREG_CLASSIFICATION) status = check_labels(network, samples, why);
  if (status == NNREG_OK) status = check_thresholds(network, samples->targets, why);
  return status == NNREG_OK ? check_weights(samples, why) : status;
}

static nnreg_status check_factors(const nnreg_penalty *penalty, size_t inputs, nnreg_message *why)
{
  for (size_t j = 0; penalty->factors && j < inputs; j++)
    if (!(penalty->factors[j] >= 0))
      return nnreg_refuse(why, "the penalty factor of input %zu is not >= 0", j + 1);
  return NNREG_OK;
}

static bool is_group(const nnreg_groups *groups, size_t g, size_t inputs)
{
  uint32_t from = groups->starts[g], to = groups->starts[g + 1];
  if (from > to || to > inputs || !(groups->weights[g] >= 0) || isinf(groups->weights[g]))
    return false;
  for (uint32_t i = from; i < to; i++)
    if (groups->inputs[i] >= inputs || (i > from && groups->inputs[i] <= groups->inputs[i - 1]))
      return false;
  return true;
}

static nnreg_status check_groups(const nnreg_groups *groups, size_t inputs, nnreg_message *why)
{
  if (!groups->starts) return NNREG_OK;
  bool fine = groups->starts[0] == 0;
  for (size_t g = 0; fine && g < groups->count; g++) fine = is_group(groups, g, inputs);
  return fine ? NNREG_OK : nnreg_refuse(why, "the groups of inputs are not in order");
}

nnreg_status nnreg_penalty_check(const nnreg_network *network, const nnreg_penalty *penalty,
                                 nnreg_message *why)
{
  if (!(penalty->group >= 0) || isinf(penalty->group))
    return nnreg_refuse(why, "the group penalty is not a number >= 0");
  for (size_t l = 0; l < network->num_layers; l++)
    if (!(penalty->lambda1[l] >= 0 && penalty->lambda2[l] >= 0 && penalty->decay[l] >= 0) ||
        isinf(penalty->lambda1[l] + penalty->lambda2[l] + penalty->decay[l]))
      return nnreg_refuse(why, "the penalty of layer %zu is not a number >= 0", l + 1);
  nnreg_status status = check_factors(penalty, network->sizes[0], why);
  return status == NNREG_OK ? check_groups(&penalty->groups, network->sizes[0], why) : status;
}

static nnreg_status check_rates(const nnreg_problem *problem, nnreg_message *why)
{
  const nnreg_adam *adam = &problem->adam;
  if (!(adam->beta1 >= 0 && adam->beta1 < 1 && adam->beta2 >= 0 && adam->beta2 < 1 &&
        adam->epsilon > 0))
    return nnreg_refuse(why, "Adam's betas must lie in [0, 1), epsilon above 0");
  for (size_t e = 0; e < problem->num_epochs; e++)
    if (!(problem->learn_rates[e] > 0) || isinf(problem->learn_rates[e]))
      return nnreg_refuse(why, "the learning rate of epoch %zu is not above 0", e + 1);
  for (size_t e = 0; problem->lambda_scales && e < problem->num_epochs; e++)
    if (!(problem->lambda_scales[e] >= 0) || isinf(problem->lambda_scales[e]))
      return nnreg_refuse(why, "the lambda of epoch %zu is not a number >= 0", e + 1);
  return NNREG_OK;
}

static nnreg_status check_fista(const nnreg_problem *problem, nnreg_message *why)
{
  if (!(problem->tolerance > 0)) return nnreg_refuse(why, "the tolerance is not above 0");
  for (size_t l = 0; l < problem->network->num_layers; l++)
    if (problem->penalty->decay[l] > 0) return nnreg_refuse(why, "decoupled decay belongs to Adam");
  const double *thresholds = problem->train.targets->thresholds;
  for (size_t k = 0; thresholds && k < problem->network->sizes[problem->network->num_layers]; k++)
    if (thresholds[k] == 0) return nnreg_refuse(why, "the absolute error belongs to Adam");
  return NNREG_OK;
}

bool nnreg_is_over(const nnreg_problem *problem, const nnreg_state *state)
{
  if (state->epoch >= (double)problem->num_epochs) return true;
  return state->converged != 0 && state->step <= NNREG_FISTA_STEPS * state->epoch;
}

nnreg_status nnreg_problem_check(const nnreg_problem *problem, nnreg_message *why)
{
  nnreg_status status = nnreg_network_check(problem->network, why);
  if (status == NNREG_OK) status = nnreg_penalty_check(problem->network, problem->penalty, why);
  if (status == NNREG_OK)
    status = problem->solver == NNREG_FISTA ? check_fista(problem, why) : check_rates(problem, why);
  if (status == NNREG_OK) status = nnreg_samples_check(problem->network, &problem->train, why);
  if (status == NNREG_OK && problem->validation.num_rows)
    status = nnreg_samples_check(problem->network, &problem->validation, why);
  if (status != NNREG_OK) return status;
  if (!problem->train.num_rows)
    return nnreg_fail(why, NNREG_BAD_DATA, "there are no samples to train on");
  if (!problem->batch_size) return nnreg_refuse(why, "the batch size must be at least 1");
  return NNREG_OK;
}

nnreg_status nnreg_state_check(const nnreg_problem *problem, const nnreg_state *state,
                               nnreg_message *why)
{
  double batch = (double)problem->batch_size, total = (double)problem->train.num_rows;
  bool counts = state->step >= 0 && state->step <= 0x1p53 && state->epoch >= 0 &&
                state->epoch <= (double)problem->num_epochs && floor(state->epoch) == state->epoch;
  bool between =
      state->position >= 0 && state->position < total && !(fmod(state->position, batch) != 0);
  bool ended = state->position == total && state->weight_sum > 0;
  bool begun = problem->solver == NNREG_FISTA && state->step > 0;
  bool solves = state->momentum >= 1 && state->curvature > 0 && isfinite(state->momentum) &&
                isfinite(state->curvature);
  if (counts && (between || ended) && (solves || !begun)) return NNREG_OK;
  return nnreg_refuse(why, "the state does not fit the training");
}

nnreg_status nnreg_range_check(nnreg_range samples, size_t total, nnreg_message *why)
{
  if (samples.first <= total && samples.count <= total - samples.first) return NNREG_OK;
  return nnreg_refuse(why, "samples %zu to %zu of %zu", samples.first + 1,
                      samples.first + samples.count, total);
}

nnreg_status nnreg_view_check(const nnreg_network *network, const nnreg_view *view,
                              nnreg_message *why)
{
  const nnreg_source *source = view->source;
  size_t inputs = network->sizes[0];
  if (source->starts) return nnreg_refuse(why, "X must be full");
  if (!view->columns && source->num_inputs != inputs)
    return nnreg_refuse(why, "X has %zu columns, the network %zu inputs", source->num_inputs,
                        inputs);
  for (size_t j = 0; view->columns && j < inputs; j++)
    if (view->columns[j] >= source->num_inputs)
      return nnreg_refuse(why, "column %lu of %zu", (unsigned long)view->columns[j] + 1,
                          source->num_inputs);
  return nnreg_source_check(source, why);
}

nnreg_status nnreg_moved_check(const nnreg_network *network, const nnreg_moved *moved,
                               nnreg_message *why)
{
  if (moved->input >= network->sizes[0])
    return nnreg_refuse(why, "input %zu of %zu", moved->input + 1, network->sizes[0]);
  for (size_t k = 0; k < moved->count; k++)
    if (moved->rows[k] >= moved->num_samples)
      return nnreg_refuse(why, "sample %lu of %zu", (unsigned long)moved->rows[k] + 1,
                          moved->num_samples);
  return NNREG_OK;
}
