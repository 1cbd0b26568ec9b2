/* The data loss and its gradient over all samples, at any number of points.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine.h"

nnreg_status nnreg_objective_open(nnreg_objective *objective, const nnreg_blas *blas,
                                  const nnreg_model *model, const nnreg_samples *samples,
                                  size_t num_threads, nnreg_message *why)
{
  nnreg_trainer *t = &objective->trainer;
  size_t total = samples->num_rows;
  objective->num_threads = num_threads;
  objective->pass = (nnreg_pass){.net = NULL};
  objective->state = (nnreg_state){.position = 0};
  nnreg_setup setup = {.blas = blas,
                       .model = *model,
                       .samples = samples,
                       .batch_size = total,
                       .num_threads = num_threads};
  nnreg_status status = nnreg_trainer_open(t, &setup, why);
  if (status != NNREG_OK) return status;
  t->state = &objective->state;
  nnreg_trainer_reset_order(t);
  status = nnreg_trainer_reserve(t, total, why);
  if (status != NNREG_OK) nnreg_trainer_close(t);
  return status;
}

void nnreg_objective_close(nnreg_objective *objective)
{
  nnreg_pass_close(&objective->pass);
  nnreg_trainer_close(&objective->trainer);
}

nnreg_status nnreg_objective_gradient(nnreg_objective *objective, const real *theta, double *loss,
                                      real *gradient, nnreg_message *why)
{
  nnreg_trainer *t = &objective->trainer;
  nnreg_to_panels(&t->plan, theta, t->net.theta);
  objective->state = (nnreg_state){.position = 0};
  nnreg_team_run(t->num_threads, nnreg_trainer_slice, t);
  if (t->corrupt) return nnreg_corrupt(why);
  if (t->broken) return nnreg_stopped(why);
  *loss = objective->state.loss_sum / objective->state.weight_sum;
  if (gradient) nnreg_from_panels(&t->plan, t->portions[0].gradient, gradient);
  return NNREG_OK;
}

nnreg_status nnreg_objective_value(nnreg_objective *objective, const real *theta, double *loss,
                                   double *metric, nnreg_message *why)
{
  nnreg_trainer *t = &objective->trainer;
  nnreg_pass *pass = &objective->pass;
  nnreg_to_panels(&t->plan, theta, t->net.theta);
  if (!pass->spaces) {
    *pass = nnreg_pass_over(&t->net, t->samples);
    nnreg_status status = nnreg_pass_open(pass, objective->num_threads, why);
    if (status != NNREG_OK) return status;
  }
  return nnreg_pass_means(pass, loss, metric, why);
}

/* Adds lambda w / |w| for the weights w of a group that has any. */
static void add_group(const nnreg_layer *layer, const nnreg_penalty *penalty, size_t g,
                      const real *theta, real *gradient)
{
  nnreg_range members = nnreg_group_members(penalty, g);
  double square = 0, lambda = penalty->group * nnreg_group_weight(penalty, g);
  for (size_t i = members.first; i < members.first + members.count; i++) {
    const real *w = theta + nnreg_group_input(penalty, i) * layer->outputs;
    for (size_t u = 0; u < layer->outputs; u++) square += (double)w[u] * (double)w[u];
  }
  real factor = square > 0 && lambda < INFINITY ? (real)(lambda / sqrt(square)) : 0;
  for (size_t i = members.first; i < members.first + members.count; i++) {
    size_t at = nnreg_group_input(penalty, i) * layer->outputs;
    for (size_t u = 0; u < layer->outputs; u++) gradient[at + u] += factor * theta[at + u];
  }
}

/* Adds 2 ridge w + slope sign (w) for theta[from .. to - 1]. */
static void add_terms(double ridge, double slope, const real *theta, real *gradient, size_t from,
                      size_t to)
{
  real twice = (real)(2 * ridge), by_sign = (real)slope;
  for (size_t i = from; i < to; i++)
    gradient[i] += twice * theta[i] + by_sign * (real)((theta[i] > 0) - (theta[i] < 0));
}

/* The same for the first layer, whose inputs have factors. */
static void add_by_inputs(const nnreg_layer *layer, const nnreg_penalty *penalty, const real *theta,
                          real *gradient)
{
  for (size_t j = 0; j < layer->inputs; j++) {
    double factor = penalty->factors[j];
    size_t from = j * layer->outputs, to = from + layer->outputs;
    if (isinf(factor))
      memset(gradient + from, 0, layer->outputs * sizeof *gradient);
    else
      add_terms(factor * penalty->lambda2[0], factor * penalty->lambda1[0], theta, gradient, from,
                to);
  }
}

/* Adds the penalty's gradient for the weights. */
static void add_penalty(const nnreg_plan *plan, const nnreg_penalty *penalty, const real *theta,
                        real *gradient)
{
  for (size_t l = 0; l < plan->num_layers; l++) {
    const nnreg_layer *layer = &plan->layers[l];
    if (l == 0 && penalty->factors)
      add_by_inputs(layer, penalty, theta, gradient);
    else
      add_terms(penalty->lambda2[l], penalty->lambda1[l], theta, gradient, layer->offset,
                layer->bias);
  }
  for (size_t g = 0; penalty->group > 0 && g < nnreg_num_groups(penalty, plan->layers[0].inputs);
       g++)
    add_group(&plan->layers[0], penalty, g, theta, gradient);
}

nnreg_status nnreg_cost(const nnreg_blas *blas, const nnreg_model *model,
                        const nnreg_penalty *penalty, const nnreg_samples *samples,
                        size_t num_threads, nnreg_cost_result *cost, nnreg_message *why)
{
  nnreg_objective objective;
  double loss = 0;
  nnreg_status status = nnreg_objective_open(&objective, blas, model, samples, num_threads, why);
  if (status != NNREG_OK) return status;
  status = nnreg_objective_gradient(&objective, model->theta, &loss, cost->gradient, why);
  if (status == NNREG_OK) {
    cost->value = loss + nnreg_penalty_value(model->network, penalty, model->theta);
    if (cost->gradient) add_penalty(&objective.trainer.plan, penalty, model->theta, cost->gradient);
  }
  nnreg_objective_close(&objective);
  return status;
}
