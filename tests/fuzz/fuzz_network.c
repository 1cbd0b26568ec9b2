/* Networks of any size: what the check lets pass has a layout that holds.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "input.h"
#include "network/network.h"

enum { MOST_PARAMETERS = 1 << 14 };

static nnreg_network draw_network(fuzz_input *input)
{
  nnreg_network network = {.precision = fuzz_below(input, 2), .task = fuzz_below(input, 2)};
  network.num_layers = fuzz_size(input);
  for (size_t l = 0; l <= NNREG_MAX_LAYERS && input->left > 0; l++) {
    network.sizes[l] = fuzz_size(input);
    if (l < NNREG_MAX_LAYERS) network.activations[l] = fuzz_below(input, 4);
  }
  return network;
}

/* Exact: in twice the bits. */
static bool is_good(const nnreg_network *network)
{
  unsigned __int128 total = 0;
  if (network->num_layers < 1 || network->num_layers > NNREG_MAX_LAYERS) return false;
  for (size_t l = 0; l <= network->num_layers; l++)
    if (network->sizes[l] < 1 || network->sizes[l] > INT32_MAX) return false;
  for (size_t l = 0; l < network->num_layers; l++)
    total += (unsigned __int128)(network->sizes[l] + 1) * network->sizes[l + 1];
  return total <= SIZE_MAX / 32;
}

/* Layers follow each other without a gap, panels within them too. */
static void check_layout(const nnreg_network *network, fuzz_input *input)
{
  nnreg_plan plan;
  nnreg_data data = {.compressed = fuzz_below(input, 2)};
  size_t at = 0, batch = fuzz_size(input);
  size_t panel = fuzz_below(input, 2) ? (size_t)16 << fuzz_below(input, 4) : 0;
  nnreg_plan_make(&plan, network, &data, batch, panel);
  for (size_t l = 0; l < network->num_layers; l++) {
    const nnreg_layer *layer = &plan.layers[l];
    size_t last = layer->num_panels - 1;
    EXPECT(layer->offset == at);
    at += network->sizes[l] * network->sizes[l + 1];
    EXPECT(layer->bias == at);
    at += network->sizes[l + 1];
    EXPECT(nnreg_panel_offset(layer, 0) == layer->offset);
    EXPECT(nnreg_panel_units(layer, last) >= 1 && nnreg_panel_units(layer, 0) <= layer->panel);
    EXPECT(last * layer->panel + nnreg_panel_units(layer, last) == layer->outputs);
    EXPECT(layer->stride >= layer->outputs && layer->stride <= plan.widest);
  }
  EXPECT(at == plan.num_parameters && at == nnreg_network_num_parameters(network));
  EXPECT(plan.piece_samples >= 1 && plan.piece_samples <= NNREG_MAX_PIECE);
}

/* Starting weights lie in Glorot's range, and the penalty is the sum of its terms. */
static void check_numbers(const nnreg_network *network, fuzz_input *input)
{
  nnreg_message why;
  nnreg_penalty penalty = {.group = 0};
  size_t count = nnreg_network_num_parameters(network);
  void *theta = take(count, real_bytes(network->precision));
  EXPECT(nnreg_network_init(network, fuzz_bits(input, 8), theta, &why) == NNREG_OK);
  double *weights = to_double(network->precision, theta, count), wanted = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    size_t inputs = network->sizes[l], outputs = network->sizes[l + 1];
    double limit = sqrt(6.0 / (double)(inputs + outputs)) * (1 + 1e-6), sum = 0;
    penalty.lambda1[l] = (double)fuzz_byte(input) / 64;
    for (size_t i = 0; i < inputs * outputs; i++) {
      EXPECT(fabs(weights[i]) <= limit);
      sum += fabs(weights[i]);
    }
    for (size_t i = 0; i < outputs; i++) EXPECT(weights[inputs * outputs + i] == 0);
    wanted += penalty.lambda1[l] * sum;
    weights += (inputs + 1) * outputs;
  }
  double got = nnreg_penalty_value(network, &penalty, theta);
  EXPECT(fabs(got - wanted) <= 1e-9 * wanted);
  double zeros = nnreg_penalty_zeros(network, &penalty, theta);
  EXPECT(zeros >= 0 && zeros <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input input = {data, size};
  nnreg_message why = {""};
  nnreg_network network = draw_network(&input);
  nnreg_status status = nnreg_network_check(&network, &why);
  EXPECT((status == NNREG_OK) == is_good(&network));
  if (status != NNREG_OK) {
    EXPECT(status == NNREG_BAD_ARGUMENT && strlen(why.text) > 0);
    return 0;
  }
  check_layout(&network, &input);
  if (nnreg_network_num_parameters(&network) <= MOST_PARAMETERS) check_numbers(&network, &input);
  give_back(NULL);
  return 0;
}
