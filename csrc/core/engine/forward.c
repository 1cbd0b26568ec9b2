/* The kernels for this machine, the network in panels, the way forward through a layer.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

#ifdef NNREG_REAL_DOUBLE
#define TABLE(isa) nnreg_kernels_##isa##_d
#else
#define TABLE(isa) nnreg_kernels_##isa##_s
#endif

extern const nnreg_kernels TABLE(plain), TABLE(avx2), TABLE(avx512);

const nnreg_kernels *nnreg_kernels_select(void)
{
#ifdef NNREG_HAVE_X86
  switch (nnreg_isa_used()) {
    case NNREG_ISA_AVX512: return &TABLE(avx512);
    case NNREG_ISA_AVX2: return &TABLE(avx2);
    default: break;
  }
#endif
  return &TABLE(plain);
}

/* Copies the units of panel q from a (outputs x inputs) matrix into the panel, or back. */
static void copy_panel(const nnreg_layer *layer, size_t q, real *flat, real *panel, bool pack)
{
  size_t units = nnreg_panel_units(layer, q);
  real *column = flat + q * layer->panel;
  for (size_t j = 0; j < layer->inputs; j++, column += layer->outputs, panel += units)
    if (pack)
      memcpy(panel, column, units * sizeof *panel);
    else
      memcpy(column, panel, units * sizeof *panel);
}

static void copy_all(const nnreg_plan *plan, real *flat, real *panels, bool pack)
{
  for (size_t l = 0; l < plan->num_layers; l++) {
    const nnreg_layer *layer = &plan->layers[l];
    for (size_t q = 0; q < layer->num_panels; q++)
      copy_panel(layer, q, flat + layer->offset, panels + nnreg_panel_offset(layer, q), pack);
    real *to = pack ? panels : flat;
    const real *from = pack ? flat : panels;
    memcpy(to + layer->bias, from + layer->bias, layer->outputs * sizeof *to);
  }
}

void nnreg_to_panels(const nnreg_plan *plan, const real *flat, real *panels)
{
  copy_all(plan, (real *)(uintptr_t)flat, panels, true); /* flat is only read here */
}

void nnreg_from_panels(const nnreg_plan *plan, const real *panels, real *flat)
{
  copy_all(plan, flat, (real *)(uintptr_t)panels, false);
}

nnreg_status nnreg_net_open(nnreg_net *net, const nnreg_blas *blas, const nnreg_plan *plan,
                            const nnreg_data *data, const real *theta, nnreg_message *why)
{
  *net = (nnreg_net){.blas = blas, .kernels = nnreg_kernels_select(), .plan = plan, .data = data};
  net->theta = nnreg_alloc(plan->num_parameters, sizeof(real));
  net->folded = nnreg_alloc(plan->layers[0].outputs, sizeof(real));
  if (!net->theta || !net->folded) {
    nnreg_net_close(net);
    return nnreg_no_memory(why, "the network");
  }
  nnreg_to_panels(plan, theta, net->theta);
  return NNREG_OK;
}

void nnreg_net_close(nnreg_net *net)
{
  nnreg_free(net->theta);
  nnreg_free(net->folded);
  net->theta = net->folded = NULL;
}

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

/* The inputs of a layer from sample `from` on, as the right factor of its product. */
static nnreg_factor inputs_of(const nnreg_net *net, const nnreg_flow *flow, size_t from)
{
  const nnreg_stage *stage = flow->stage;
  if (flow->layer > 0) {
    size_t stride = net->plan->layers[flow->layer - 1].stride;
    return (nnreg_factor){.values = flow->below + from * stride, .stride = stride};
  }
  if (stage->columns)
    return (nnreg_factor){
        .values = stage->columns + from, .stride = stage->stride, .transposed = true};
  return (nnreg_factor){.values = stage->dense + from * stage->stride, .stride = stage->stride};
}

/* z(:, s) = w x(:, s) for a panel of full inputs. */
static void multiply(const nnreg_net *net, const nnreg_layer *layer, const real *w,
                     const nnreg_factor *x, const nnreg_units *z)
{
  if (net->kernels->dense_panel && !x->transposed) {
    net->kernels->dense_product(z->units, layer->inputs, z->samples, w, x->values, x->stride,
                                z->outputs, z->stride);
    return;
  }
  nnreg_product product = {.m = z->units,
                           .n = z->samples,
                           .k = layer->inputs,
                           .a = {.values = w, .stride = z->units},
                           .b = *x};
  nnreg_gemm(net->blas, &product, z->outputs, z->stride);
}

void nnreg_forward_panel(const nnreg_net *net, const nnreg_flow *flow, size_t panel, size_t from,
                         size_t to)
{
  const nnreg_layer *layer = &net->plan->layers[flow->layer];
  const nnreg_stage *stage = flow->stage;
  size_t units = nnreg_panel_units(layer, panel), first = panel * layer->panel;
  size_t place = first + from * layer->stride;
  const real *w = net->theta + nnreg_panel_offset(layer, panel);
  const real *bias = net->theta + layer->bias + first;
  nnreg_units z = {.activation = layer->activation,
                   .units = units,
                   .samples = to - from,
                   .stride = layer->stride,
                   .inputs = flow->inputs ? flow->inputs + place : NULL,
                   .outputs = flow->outputs + place};
  if (flow->layer == 0 && stage->starts) {
    nnreg_entries x = {stage->starts + from, stage->inputs, stage->values};
    net->kernels->sparse_product(units, layer->inputs, to - from, w, &x, z.outputs, z.stride);
    if (nnreg_is_shifted(net->data)) bias = net->folded + first;
  } else {
    nnreg_factor x = inputs_of(net, flow, from);
    multiply(net, layer, w, &x, &z);
  }
  net->kernels->activate(&z, bias);
}

void nnreg_activate_layer(const nnreg_net *net, const nnreg_layer *layer, size_t samples,
                          real *outputs)
{
  nnreg_units z = {.activation = layer->activation,
                   .units = layer->outputs,
                   .samples = samples,
                   .stride = layer->stride,
                   .outputs = outputs};
  net->kernels->activate(&z, net->theta + layer->bias);
}
