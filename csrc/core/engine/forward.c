/* The forward product of a panel of units.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine.h"
#include "gemm.h"

/* W (x - shift) + b = W x + (b - W shift): the shift costs one product a batch. */
void nnreg_fold_shift(const nnreg_net *net, size_t panel)
{
  const nnreg_layer *layer = &net->plan->layers[0];
  size_t units = nnreg_panel_units(layer, panel), first = panel * layer->panel;
  const real *w = net->theta + nnreg_panel_offset(layer, panel);
  const real *bias = net->theta + layer->bias + first;
  real *folded = net->folded + first;
  for (size_t u = 0; u < units; u++) folded[u] = bias[u];
  for (size_t j = 0; j < layer->inputs; j++) {
    real shift = (real)net->data->shift[j];
    for (size_t u = 0; u < units; u++) folded[u] -= shift * w[j * units + u];
  }
}

void nnreg_forward_panel(const nnreg_net *net, size_t layer_number, size_t panel,
                         const nnreg_batch *batch, const real *inputs, size_t in_stride,
                         size_t from, size_t to, real *outputs)
{
  const nnreg_layer *layer = &net->plan->layers[layer_number];
  size_t units = nnreg_panel_units(layer, panel), first = panel * layer->panel;
  const real *w = net->theta + nnreg_panel_offset(layer, panel);
  const real *bias = net->theta + layer->bias + first;
  real *z = outputs + first + from * layer->stride;
  if (layer_number == 0 && batch->dense) {
    inputs = batch->dense;
    in_stride = layer->inputs;
  }
  if (layer_number == 0 && batch->columns) {
    GEMM(net->blas, NNREG_PLAIN, NNREG_TRANSPOSED, units, to - from, layer->inputs, w, units,
         batch->columns + from, batch->stride, 0, z, layer->stride);
  } else if (layer_number > 0 || batch->dense) {
    GEMM(net->blas, NNREG_PLAIN, NNREG_PLAIN, units, to - from, layer->inputs, w, units,
         inputs + from * in_stride, in_stride, 0, z, layer->stride);
  } else {
    net->kernels->sparse_product(units, layer->inputs, to - from, w, batch->starts + from,
                                 batch->inputs, batch->values, z, layer->stride);
    if (nnreg_is_shifted(net->data)) bias = net->folded + first;
  }
  net->kernels->activate(layer->activation, units, to - from, bias, z, layer->stride);
}
