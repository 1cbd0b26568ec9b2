/* The first layer of a prediction if most of its weights are zero: only the other weights are
 * multiplied, with values of X in place.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "engine.h"

static nnreg_type own_type(void) { return sizeof(real) == 4 ? NNREG_FLOAT : NNREG_FLOAT64; }

static size_t count_weights(const nnreg_layer *layer, const real *theta)
{
  size_t count = 0;
  for (size_t i = 0; i < layer->inputs * layer->outputs; i++) count += theta[i] != 0;
  return count;
}

static void gather_weights(nnreg_direct *direct, const nnreg_layer *layer, const real *theta)
{
  size_t units = layer->outputs;
  uint32_t entries = 0;
  for (size_t j = 0; j < layer->inputs; j++) {
    bool live = false;
    for (size_t u = 0; u < units; u++) live = live || theta[j * units + u] != 0;
    if (live) direct->live[direct->num_live++] = (uint32_t)j;
  }
  for (size_t u = 0; u < units; u++) {
    direct->starts[u] = entries;
    for (size_t k = 0; k < direct->num_live; k++) {
      real w = theta[direct->live[k] * units + u];
      if (w == 0) continue;
      direct->inputs[entries] = (uint32_t)k;
      direct->weights[entries++] = w;
    }
  }
  direct->starts[units] = entries;
}

nnreg_status nnreg_direct_open(nnreg_direct *direct, const nnreg_view *view,
                               const nnreg_layer *layer, const real *theta, nnreg_message *why)
{
  size_t count = count_weights(layer, theta);
  *direct = (nnreg_direct){.view = view, .layer = layer};
  if (count > UINT32_MAX) return nnreg_refuse(why, "the first layer has more than 2^32 weights");
  direct->live = nnreg_alloc(layer->inputs, sizeof *direct->live);
  direct->starts = nnreg_alloc(layer->outputs + 1, sizeof *direct->starts);
  direct->inputs = nnreg_alloc(count, sizeof *direct->inputs);
  direct->weights = nnreg_alloc(count, sizeof *direct->weights);
  if (!direct->live || !direct->starts || !direct->inputs || !direct->weights) {
    nnreg_direct_close(direct);
    return nnreg_no_memory(why, "the first layer");
  }
  gather_weights(direct, layer, theta);
  return NNREG_OK;
}

void nnreg_direct_close(nnreg_direct *direct)
{
  nnreg_free(direct->live);
  nnreg_free(direct->starts);
  nnreg_free(direct->inputs);
  nnreg_free(direct->weights);
}

size_t nnreg_direct_scratch(const nnreg_direct *direct)
{
  return (direct->num_live + direct->layer->outputs) * NNREG_DIRECT_SAMPLES;
}

/* An input of the samples, scaled; false if one is not finite. */
static bool load_input(const nnreg_view *view, size_t input, nnreg_range samples, real *x)
{
  size_t count = samples.count;
  const nnreg_source *source = view->source;
  size_t column = view->columns ? view->columns[input] : input;
  size_t at = column * source->num_samples + samples.first;
  if (source->type == own_type() && !view->mean) {
    memcpy(x, (const real *)source->values + at, count * sizeof *x);
  } else {
    double values[NNREG_DIRECT_SAMPLES], mean = view->mean ? view->mean[input] : 0;
    double scale = view->mean ? view->scale[input] : 1;
    nnreg_load_d(source->type, source->values, at, count, values);
    for (size_t s = 0; s < count; s++) x[s] = (real)((values[s] - mean) / scale);
  }
  unsigned faults = 0;
  for (size_t s = 0; s < count; s++) faults |= !(x[s] - x[s] == 0);
  return faults == 0;
}

bool nnreg_direct_piece(const nnreg_direct *direct, const nnreg_net *net, nnreg_range samples,
                        real *scratch, real *outputs)
{
  size_t count = samples.count;
  const nnreg_layer *layer = direct->layer;
  real *x = scratch, *z = scratch + direct->num_live * count; /* (count x live), (count x units) */
  bool finite = true;
  for (size_t k = 0; k < direct->num_live; k++)
    finite = load_input(direct->view, direct->live[k], samples, x + k * count) && finite;
  /* The kernel's gradient is the same sum with samples and inputs exchanged. */
  nnreg_entries w = {direct->starts, direct->inputs, direct->weights};
  net->kernels->sparse_gradient(count, layer->outputs, x, count, &w, NULL, z);
  for (size_t u = 0; u < layer->outputs; u++)
    for (size_t s = 0; s < count; s++) outputs[s * layer->stride + u] = z[u * count + s];
  nnreg_activate_layer(net, layer, count, outputs);
  return finite;
}
