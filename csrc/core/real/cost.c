/* The objective and its gradient over all samples.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine.h"

/* Adds the penalty's gradient: 2 lambda2 w + lambda1 sign (w), biases left out. */
static void add_penalty(const nnreg_plan *plan, const nnreg_penalty *penalty, const real *theta,
                        real *gradient)
{
  for (size_t l = 0; l < plan->num_layers; l++) {
    const nnreg_layer *layer = &plan->layers[l];
    real ridge = (real)(2 * penalty->lambda2[l]), slope = (real)penalty->lambda1[l];
    for (size_t i = layer->offset; i < layer->bias; i++)
      gradient[i] += ridge * theta[i] + slope * (real)((theta[i] > 0) - (theta[i] < 0));
  }
}

nnreg_status nnreg_cost(const nnreg_blas *blas, const nnreg_network *network,
                        const nnreg_penalty *penalty, const real *theta,
                        const nnreg_samples *samples, size_t num_threads, double *cost,
                        real *gradient, nnreg_message *why)
{
  nnreg_trainer trainer;
  nnreg_state state = {.position = 0};
  size_t total = samples->num_rows;
  nnreg_status status =
      nnreg_trainer_open(&trainer, blas, network, samples, total, false, num_threads, theta, why);
  if (status != NNREG_OK) return status;
  trainer.state = &state;
  for (size_t k = 0; k < total; k++)
    trainer.order[k] = samples->rows ? samples->rows[k] : (uint32_t)k;
  status = nnreg_trainer_reserve(&trainer, total, why);
  if (status == NNREG_OK) {
    nnreg_team_run(trainer.num_threads, nnreg_trainer_slice, &trainer);
    if (trainer.corrupt) status = nnreg_corrupt(why);
  }
  if (status == NNREG_OK) {
    *cost = state.loss_sum / state.weight_sum + nnreg_penalty_value(network, penalty, theta);
    if (gradient) {
      nnreg_from_panels(&trainer.plan, trainer.gradient, gradient);
      add_penalty(&trainer.plan, penalty, theta, gradient);
    }
  }
  nnreg_trainer_close(&trainer);
  return status;
}
