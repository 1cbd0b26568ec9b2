/* How strongly each input bends the loss.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

enum { AT_A_TIME = 256 };

static void add_compressed(const nnreg_batch *batch, size_t k, double weight, const double *shift,
                           double *metric)
{
  for (uint32_t e = batch->starts[k]; e < batch->starts[k + 1]; e++) {
    double x = (double)batch->values[e], s = shift ? shift[batch->inputs[e]] : 0;
    metric[batch->inputs[e]] += weight * x * (x - 2 * s); /* (x - s)^2 - s^2 */
  }
}

static void add_dense(const nnreg_batch *batch, size_t k, double weight, double *metric)
{
  const real *x = batch->dense + k * batch->num_inputs;
  for (size_t j = 0; j < batch->num_inputs; j++) metric[j] += weight * (double)x[j] * (double)x[j];
}

static size_t most_entries(const nnreg_samples *samples)
{
  size_t most = 0;
  for (size_t k = 0; samples->data->compressed && k < samples->num_rows; k++) {
    size_t count = nnreg_sample_entries(samples->data, samples->rows ? samples->rows[k] : k);
    most = count > most ? count : most;
  }
  return most;
}

static nnreg_status add_samples(const nnreg_samples *samples, nnreg_batch *batch, double *metric,
                                double *total, nnreg_message *why)
{
  const double *weights = samples->targets->weights;
  for (size_t at = 0; at < samples->num_rows; at += AT_A_TIME) {
    size_t left = samples->num_rows - at;
    nnreg_pick pick = {.data = samples->data,
                       .rows = samples->rows,
                       .first = at,
                       .count = left < AT_A_TIME ? left : AT_A_TIME};
    nnreg_batch_fill(batch, &pick, 0, pick.count);
    if (atomic_load(&batch->corrupt)) return nnreg_corrupt(why);
    for (size_t k = 0; k < pick.count; k++) {
      double weight = weights ? weights[nnreg_pick_row(&pick, k)] : 1;
      *total += weight;
      if (samples->data->compressed)
        add_compressed(batch, k, weight, samples->data->shift, metric);
      else
        add_dense(batch, k, weight, metric);
    }
  }
  return NNREG_OK;
}

nnreg_status nnreg_input_metric(const nnreg_samples *samples, double *metric, nnreg_message *why)
{
  const nnreg_data *data = samples->data;
  nnreg_batch batch;
  double total = 0;
  memset(metric, 0, data->num_inputs * sizeof *metric);
  size_t entries = AT_A_TIME * most_entries(samples);
  nnreg_status status = nnreg_batch_open(&batch, data, AT_A_TIME, entries, false, why);
  if (status != NNREG_OK) return status;
  status = add_samples(samples, &batch, metric, &total, why);
  nnreg_batch_close(&batch);
  for (size_t j = 0; j < data->num_inputs; j++) {
    double s = data->compressed && data->shift ? data->shift[j] : 0;
    double square = metric[j] / total + s * s;
    metric[j] = square > 0 ? square : 1;
  }
  return status;
}
