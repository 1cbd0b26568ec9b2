/* Outputs, losses and their deltas.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine.h"

#ifdef NNREG_REAL_DOUBLE
#define EXP exp
#else
#define EXP expf
#endif

/* exp (z - max z) in place; returns its sum, and the place and value of the maximum. */
static double exponentials(real *z, size_t count, size_t *place, real *top)
{
  double sum = 0;
  *place = 0;
  for (size_t k = 1; k < count; k++)
    if (z[k] > z[*place]) *place = k;
  *top = z[*place];
  for (size_t k = 0; k < count; k++) {
    z[k] = EXP(z[k] - *top);
    sum += (double)z[k];
  }
  return sum;
}

void nnreg_finish_outputs(const nnreg_plan *plan, real *outputs, size_t samples)
{
  const nnreg_layer *last = &plan->layers[plan->num_layers - 1];
  if (plan->task != NNREG_CLASSIFICATION) return;
  for (size_t s = 0; s < samples; s++) {
    real *z = outputs + s * last->stride, top;
    size_t place;
    double sum = exponentials(z, last->outputs, &place, &top);
    for (size_t k = 0; k < last->outputs; k++) z[k] = (real)((double)z[k] / sum);
  }
}

/* Cross-entropy from the logits z, as log (sum exp) - z_label: nothing underflows. */
static double cross_entropy(real *z, size_t count, size_t label, double scale, bool *correct)
{
  size_t place;
  real top, own = z[label];
  double sum = exponentials(z, count, &place, &top);
  *correct = place == label;
  if (scale > 0) {
    for (size_t k = 0; k < count; k++) z[k] = (real)((double)z[k] / sum * scale);
    z[label] -= (real)scale;
  }
  return log(sum) + (double)(top - own);
}

/* The mean over outputs; metric gets the same in the units of the scales. */
static double squared_error(real *z, const real *y, const double *scales, size_t count,
                            double scale, double *metric)
{
  double sum = 0, scaled = 0;
  for (size_t k = 0; k < count; k++) {
    double error = (double)z[k] - (double)y[k], unit = scales ? scales[k] : 1;
    sum += error * error;
    scaled += error * unit * error * unit;
    if (scale > 0) z[k] = (real)(scale * 2 * error / (double)count);
  }
  *metric += scaled / (double)count;
  return sum / (double)count;
}

void nnreg_loss(const nnreg_plan *plan, const nnreg_targets *targets, const nnreg_pick *pick,
                size_t from, size_t to, double scale, real *outputs, nnreg_sums *sums)
{
  const nnreg_layer *last = &plan->layers[plan->num_layers - 1];
  size_t count = last->outputs;
  for (size_t s = from; s < to; s++) {
    size_t row = nnreg_pick_row(pick, s);
    real *z = outputs + s * last->stride;
    double weight = targets->weights ? targets->weights[row] : 1, loss, metric = 0;
    if (plan->task == NNREG_CLASSIFICATION) {
      bool correct;
      loss = cross_entropy(z, count, (size_t)targets->labels[row], scale * weight, &correct);
      metric = correct;
    } else {
      const real *y = (const real *)targets->responses + row * count;
      loss = squared_error(z, y, targets->scales, count, scale * weight, &metric);
    }
    if (scale > 0 && weight == 0)
      for (size_t k = 0; k < count; k++) z[k] = 0;
    sums->metric += weight * metric;
    sums->loss += weight * loss;
    sums->weight += weight;
  }
}
