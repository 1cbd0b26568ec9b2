/* Layout of parameters and the split of the work.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "network.h"

enum {
  /* Measured: OpenBLAS's products lose 15% with panels of 64 units and 5% with 128; the
   * compressed kernels want a panel of weights in the second-level cache. */
  DENSE_BUNDLE = 128,
  COMPRESSED_BUNDLE = 64,
  PIECE_BYTES = 1 << 24, /* of a piece's values in all layers */
  MIN_PIECE = 32,
  /* In a batch with fewer multiplications, threads that wait for each other at each layer lose
   * more than they gain. Portions of the batch wait only twice. But their gradients must be
   * added up, so portions are few, with at least these samples and multiplications. */
  SMALL_BATCH_WORK = 4000000,
  NARROW_BATCH_WORK = 16000000,
  PORTION_SAMPLES = 64,
  MIN_PORTION_SAMPLES = 16,
  MIN_PORTION_WORK = 200000,
  MAX_PORTIONS = 4
};

size_t nnreg_odd_lines(size_t count, size_t bytes)
{
  enum { LINE_BYTES = 64 };
  size_t a_line = LINE_BYTES / bytes, lines = (count + a_line - 1) / a_line;
  return (lines | 1) * a_line;
}

/* Full samples of the first layer are multiplied by the kernels, if these are the faster ones, and
 * columns of X itself by OpenBLAS. */
static void cut_units(nnreg_layer *layer, bool first, const nnreg_data *data, size_t dense_panel)
{
  layer->bundle = first && data->compressed ? COMPRESSED_BUNDLE : DENSE_BUNDLE;
  bool own = first && !data->compressed && !data->columns && dense_panel > 0;
  layer->panel = own ? dense_panel : layer->bundle;
  layer->num_panels = (layer->outputs + layer->panel - 1) / layer->panel;
  layer->num_bundles = (layer->outputs + layer->bundle - 1) / layer->bundle;
}

static void lay_out(nnreg_plan *plan, const nnreg_network *network, const nnreg_data *data,
                    size_t dense_panel)
{
  size_t bytes = network->precision == NNREG_DOUBLE ? sizeof(double) : sizeof(float);

  size_t at = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    nnreg_layer *layer = &plan->layers[l];
    layer->inputs = network->sizes[l];
    layer->outputs = network->sizes[l + 1];
    cut_units(layer, l == 0, data, dense_panel);
    layer->offset = at;
    layer->bias = at + layer->inputs * layer->outputs;
    layer->stride = nnreg_odd_lines(layer->outputs, bytes);
    layer->activation = l + 1 < network->num_layers ? network->activations[l] : NNREG_LINEAR;
    at = layer->bias + layer->outputs;
    if (layer->stride > plan->widest) plan->widest = layer->stride;
  }
  plan->num_parameters = at;
}

static size_t piece_samples(const nnreg_plan *plan, size_t bytes)
{
  size_t values = plan->compressed ? 0 : plan->layers[0].inputs;
  for (size_t l = 0; l < plan->num_layers; l++) values += 2 * plan->layers[l].stride;
  /* NOLINTNEXTLINE(clang-analyzer-core.DivideZero): every layer has units */
  size_t samples = PIECE_BYTES / bytes / values / MIN_PIECE * MIN_PIECE;
  return samples < MIN_PIECE ? MIN_PIECE : samples > NNREG_MAX_PIECE ? NNREG_MAX_PIECE : samples;
}

/* Whether much of the work lies above layers of one bundle, which one thread does alone. */
static bool is_narrow(const nnreg_plan *plan)
{
  size_t behind = 0;
  for (size_t l = 1; l < plan->num_layers; l++)
    if (plan->layers[l - 1].num_bundles == 1)
      behind += plan->layers[l].inputs * plan->layers[l].outputs;
  return behind >= plan->num_parameters / 4;
}

static size_t count_portions(const nnreg_plan *plan, size_t batch_size, double work)
{
  size_t portions = batch_size / PORTION_SAMPLES;
  portions = portions < 2 ? 2 : portions > MAX_PORTIONS ? MAX_PORTIONS : portions;
  bool small = work < (is_narrow(plan) ? NARROW_BATCH_WORK : SMALL_BATCH_WORK);
  bool pays =
      batch_size >= portions * MIN_PORTION_SAMPLES && work >= (double)portions * MIN_PORTION_WORK;
  return small && pays && batch_size <= plan->piece_samples ? portions : 1;
}

void nnreg_plan_make(nnreg_plan *plan, const nnreg_network *network, const nnreg_data *data,
                     size_t batch_size, size_t dense_panel)
{
  size_t bytes = network->precision == NNREG_DOUBLE ? sizeof(double) : sizeof(float);
  *plan = (nnreg_plan){
      .task = network->task, .num_layers = network->num_layers, .compressed = data->compressed};
  lay_out(plan, network, data, dense_panel);
  plan->piece_samples = piece_samples(plan, bytes);
  double work = (double)plan->num_parameters * (double)batch_size;
  plan->portions = count_portions(plan, batch_size, work);
  /* Measured: if portions pay, panels cost time, even for one gradient of all samples. */
  plan->small = batch_size > 0 && (work < SMALL_BATCH_WORK || plan->portions > 1);
}

size_t nnreg_panel_units(const nnreg_layer *layer, size_t q)
{
  size_t first = q * layer->panel;
  return layer->outputs - first < layer->panel ? layer->outputs - first : layer->panel;
}

size_t nnreg_panel_offset(const nnreg_layer *layer, size_t q)
{
  return layer->offset + q * layer->panel * layer->inputs;
}
