/* Outputs and gradients of linear models by plain loops over the full X.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "naive_linear.h"

#include <math.h>

double unit_of(const table *here, size_t k)
{
  return here->problem.response_scale ? here->problem.response_scale[k] : 1;
}

double *outputs_at(const table *here, const trail *t, size_t at)
{
  size_t n = here->plan.samples, K = here->plan.outputs, inputs = here->plan.inputs;
  const double *w = t->weights + at * K * inputs, *unit = here->problem.unit;
  double *out = take(n * K, sizeof *out);
  for (size_t k = 0; k < K; k++)
    for (size_t i = 0; i < n; i++) {
      out[i + k * n] = t->biases[k + at * K];
      for (size_t j = 0; j < inputs; j++)
        if (unit[j] > 0)
          out[i + k * n] += w[k + K * j] * (here->x[i + j * n] - here->problem.offset[j]) / unit[j];
    }
  return out;
}

/* An input's mean, or 0 without an intercept, and scale. */
static void moments_of(const table *here, size_t j, double *mean, double *scale)
{
  const double *x = here->x + j * here->plan.samples, *judges = here->problem.judges;
  double total = 0, sum = 0, square = 0;
  for (size_t i = 0; i < here->plan.samples; i++) {
    double weight = here->weights[i] == 0 ? 0 : judges ? judges[i] : here->weights[i];
    total += weight;
    sum += weight * x[i];
  }
  for (size_t i = 0; i < here->plan.samples; i++) {
    double weight = here->weights[i] == 0 ? 0 : judges ? judges[i] : here->weights[i];
    square += weight * pow(x[i] - sum / total, 2);
  }
  *mean = here->problem.intercept ? sum / total : 0;
  *scale = here->problem.scale ? here->problem.scale[j] : sqrt(square / total);
}

in_units scale_point(const table *here, const trail *t, size_t at, const double *slopes)
{
  size_t n = here->plan.samples, K = here->plan.outputs, inputs = here->plan.inputs;
  in_units made = {take(K * inputs, sizeof(double)), take(K * inputs, sizeof(double))};
  for (size_t j = 0; j < inputs; j++) {
    double mean, scale, unit = here->problem.unit[j];
    moments_of(here, j, &mean, &scale);
    for (size_t k = 0; k < K && unit > 0; k++) {
      made.w[k + K * j] = t->weights[k + K * (j + at * inputs)] * scale / unit / unit_of(here, k);
      for (size_t i = 0; i < n; i++)
        made.g[k + K * j] += slopes[i + k * n] * (here->x[i + j * n] - mean) / scale;
    }
  }
  return made;
}
