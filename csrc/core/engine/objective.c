/* The data loss and its gradient over all samples, as often as wanted.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
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
