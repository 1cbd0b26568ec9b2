/* The memory of samples on their way through the network.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

static bool open_layer(nnreg_portion *portion, const nnreg_net *net, size_t l, size_t samples)
{
  const nnreg_layer *layer = &net->plan->layers[l];
  size_t count = layer->stride * samples;
  portion->values[l] = nnreg_alloc(count, sizeof(real));
  if (!portion->values[l]) return false;
  /* The padding between panels is never read, but products may touch its lines. */
  memset(portion->values[l], 0, count * sizeof(real));
  bool last = l + 1 == net->plan->num_layers;
  portion->deltas[l] = last ? portion->values[l] : nnreg_alloc(count, sizeof(real));
  if (!portion->deltas[l]) return false;
  if (!net->kernels->reads_inputs(layer->activation)) return true;
  portion->inputs[l] = nnreg_alloc(count, sizeof(real));
  return portion->inputs[l] != NULL;
}

bool nnreg_portion_open(nnreg_portion *portion, const nnreg_net *net, size_t samples, bool gradient)
{
  if (gradient) {
    portion->gradient = nnreg_alloc(net->plan->num_parameters, sizeof(real));
    if (!portion->gradient) return false;
  }
  for (size_t l = 0; l < net->plan->num_layers; l++)
    if (!open_layer(portion, net, l, samples)) return false;
  return true;
}

void nnreg_portion_close(nnreg_portion *portion)
{
  nnreg_free(portion->gradient);
  for (size_t l = 0; l < NNREG_MAX_LAYERS; l++) {
    if (portion->deltas[l] != portion->values[l]) nnreg_free(portion->deltas[l]);
    nnreg_free(portion->values[l]);
    nnreg_free(portion->inputs[l]);
  }
  for (int i = 0; i < 2; i++) nnreg_stage_close(&portion->stages[i]);
}

nnreg_flow nnreg_portion_flow(const nnreg_portion *portion, size_t l, size_t turn)
{
  return (nnreg_flow){.layer = l,
                      .stage = &portion->stages[turn],
                      .below = l > 0 ? portion->values[l - 1] : NULL,
                      .inputs = portion->inputs[l],
                      .outputs = portion->values[l]};
}
