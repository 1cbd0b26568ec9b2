/* What a linear model learns from, and what its weights cost.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "linear.h"

bool linear_is_tall(const nnreg_linear_problem *problem)
{
  /* Products of n rows cost n D^2; products of all parts must fit in memory. A path over working
   * sets costs some hundred passes over X for each model. */
  enum { SMALL = 256, PASSES = 200 };
  const double most_numbers = 6e7;
  double n = (double)problem->source->num_samples, inputs = (double)problem->source->num_inputs;
  double models = (double)problem->num_parts + 1;
  if (problem->task != NNREG_REGRESSION || inputs * inputs * models > most_numbers) return false;
  if (problem->source->starts) {
    double entries = (double)problem->source->starts[problem->source->num_inputs];
    return n * inputs * inputs / 16 < PASSES * models * entries || inputs <= 64;
  }
  return inputs <= n || inputs <= SMALL;
}

/* Seconds that a point of all models may take, within a factor of about five (measured). */
static double seconds_of_point(const nnreg_linear_problem *problem)
{
  const nnreg_source *source = problem->source;
  double n = (double)source->num_samples, inputs = (double)source->num_inputs;
  double lanes = problem->num_outputs == 2 && problem->labels ? 1 : (double)problem->num_outputs;
  double entries = source->starts ? (double)source->starts[source->num_inputs] : n * inputs;
  double used = fmin(n, inputs * lanes) / 2; /* weights that are not 0, at the path's end */
  double models = (double)problem->num_parts + 1;
  if (linear_is_tall(problem)) return models * 2e-8 * lanes * inputs * inputs / 4;
  if (source->starts) return models * 2e-7 * entries * lanes;
  return models * (2e-9 * entries * lanes + 5e-8 * used * used);
}

size_t linear_block_length(const nnreg_linear_problem *problem)
{
  const double wanted = 1;
  double length = wanted / seconds_of_point(problem);
  return length >= NNREG_LINEAR_BLOCK ? NNREG_LINEAR_BLOCK : length > 1 ? (size_t)length : 1;
}

/* ------------------------------------------------------------------ Groups -- */

/* Sorts the inputs by group; the penalty's groups in the order of their numbers. */
static nnreg_status open_groups(const nnreg_linear_problem *problem, linear_penalty *p,
                                nnreg_message *why)
{
  size_t inputs = p->count;
  p->starts = nnreg_alloc(inputs + 2, sizeof *p->starts);
  p->members = nnreg_alloc(inputs, sizeof *p->members);
  p->price = nnreg_alloc(inputs, sizeof *p->price);
  if (!p->starts || !p->members || !p->price) return nnreg_no_memory(why, "groups of inputs");
  memset(p->starts, 0, (inputs + 2) * sizeof *p->starts);
  for (size_t j = 0; j < inputs; j++)
    p->starts[(problem->groups ? (size_t)problem->groups[j] : j) + 2]++;
  for (size_t g = 0; g < inputs; g++) p->starts[g + 2] += p->starts[g + 1];
  for (size_t j = 0; j < inputs; j++)
    p->members[p->starts[(problem->groups ? (size_t)problem->groups[j] : j) + 1]++] = (uint32_t)j;
  while (inputs > 0 && p->starts[inputs] == p->starts[inputs - 1]) inputs--;
  p->num_groups = inputs;
  return NNREG_OK;
}

/* ------------------------------------------------------------------- Model -- */

nnreg_status linear_model_open(const nnreg_linear_problem *problem, size_t part, bool grouped,
                               double *weights, linear_model *model, nnreg_message *why)
{
  size_t inputs = problem->source->num_inputs, outputs = problem->num_outputs;
  bool binary = problem->task == NNREG_CLASSIFICATION && outputs == 2;
  *model = (linear_model){.problem = problem,
                          .part = part,
                          .lanes = binary ? 1 : outputs,
                          .weights = weights,
                          .mean = nnreg_alloc(inputs, sizeof(double)),
                          .scale = nnreg_alloc(inputs, sizeof(double)),
                          .response_mean = nnreg_alloc(outputs, sizeof(double)),
                          .response_scale = nnreg_alloc(outputs, sizeof(double))};
  model->penalty = (linear_penalty){.count = inputs,
                                    .lanes = model->lanes,
                                    .l1 = nnreg_alloc(inputs, sizeof(double)),
                                    .l2 = nnreg_alloc(inputs, sizeof(double))};
  if (!model->mean || !model->scale || !model->response_mean || !model->response_scale ||
      !model->penalty.l1 || !model->penalty.l2)
    return nnreg_no_memory(why, "a linear model");
  for (size_t r = 0; r < outputs; r++) {
    model->response_mean[r] = 0;
    model->response_scale[r] = 1;
  }
  return grouped ? open_groups(problem, &model->penalty, why) : NNREG_OK;
}

void linear_model_close(linear_model *model)
{
  nnreg_free(model->mean);
  nnreg_free(model->scale);
  nnreg_free(model->response_mean);
  nnreg_free(model->response_scale);
  linear_penalty_close(&model->penalty);
}

static double factor_of(const linear_model *model, size_t j)
{
  return model->problem->factors ? model->problem->factors[j] : 1;
}

void linear_model_set_scale(linear_model *model, size_t j, double mean, double variance)
{
  const nnreg_linear_problem *problem = model->problem;
  double unit = problem->unit[j];
  bool varies = variance > 0, tells = varies || !problem->intercept;
  /* Without an intercept a constant column tells something, and columns are not centred. */
  if (!problem->intercept) {
    bool sparse = problem->source->starts && !linear_is_tall(problem);
    mean = sparse || !(unit > 0) ? 0 : -problem->offset[j] / unit;
  }
  model->mean[j] = mean;
  model->scale[j] = 0;
  if (!tells || !(unit > 0) || isinf(factor_of(model, j))) return;
  model->scale[j] = problem->scale ? problem->scale[j] / unit : varies ? sqrt(variance) : 1 / unit;
}

/* sqrt (n_g) times the factor of the group's inputs, of which those that never enter do not count.
 */
static double group_weight(const linear_model *model, size_t group)
{
  const linear_penalty *p = &model->penalty;
  double size = 0, factor = 0;
  for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++) {
    double own = factor_of(model, p->members[m]);
    if (isinf(own)) continue;
    factor = own;
    size++;
  }
  return sqrt(size) * factor;
}

void linear_model_set_lambda(linear_model *model, const nnreg_linear_path *path, double lambda)
{
  linear_penalty *p = &model->penalty;
  const linear_twins *twins = model->twins;
  const double *factors = model->problem->factors, *scale = model->scale;
  bool pair = model->lanes < model->problem->num_outputs, null = isinf(lambda);
  /* Two classes: w and -w share one lane. */
  double norm = pair ? sqrt(0.5) : 1, l1 = path->l1 * lambda,
         l2 = (pair ? 0.5 : 1) * path->l2 * lambda;
  for (size_t j = 0; j < p->count; j++) {
    double factor = factors ? factors[j] : 1;
    bool follows = twins && twins->leader[j] != j;
    bool never = follows || scale[j] == 0 || (null && factor > 0);
    p->l1[j] = never ? INFINITY : factor > 0 ? factor * l1 : 0;
    p->l2[j] = never || !(factor > 0) ? 0 : factor * l2;
    if (twins) p->l2[j] *= fabs(twins->share[j]);
  }
  for (size_t g = 0; g < p->num_groups; g++) {
    double price = group_weight(model, g) * norm * path->group;
    p->price[g] = price > 0 && !isinf(lambda) ? price * lambda : 0;
  }
}

double linear_model_add(const linear_model *model, linear_sum *sum, size_t j, double change)
{
  if (j == sum->columns->inputs) return change;
  double by = change / model->scale[j];
  linear_sum_add(sum, j, by);
  return -by * model->mean[j];
}

/* The least lambda that keeps a group at 0, by bisection. The penalty is that of lambda 1: the
 * group stays at 0 while |S (g, lambda l1)| is at most lambda times its price. */
static double group_entry(const linear_penalty *p, size_t group, bool has_l1, const double *g)
{
  enum { STEPS = 60 };
  double price = p->price[group], low = 0;
  if (!(price > 0)) return 0;
  double high = sqrt(linear_group_square(p, group, g)) / price;
  for (int i = 0; i < STEPS && has_l1; i++) {
    double middle = (low + high) / 2;
    if (linear_group_norm(p, group, g, 1 / middle) > price)
      low = middle;
    else
      high = middle;
  }
  return high;
}

double linear_model_entry(linear_model *model, const nnreg_linear_path *path, const double *g)
{
  const linear_penalty *p = &model->penalty;
  double most = 0;
  if (path->group > 0) {
    linear_model_set_lambda(model, path, 1);
    for (size_t group = 0; group < p->num_groups; group++)
      most = fmax(most, group_entry(p, group, path->l1 > 0, g));
    return most;
  }
  for (size_t r = 0; r < p->lanes; r++)
    for (size_t j = 0; j < p->count; j++) {
      double factor = factor_of(model, j);
      if (model->scale[j] > 0 && factor > 0)
        most = fmax(most, fabs(g[j + r * p->count]) / (factor * path->entry));
    }
  return most;
}
