/* Small worlds from a fuzzer's bytes.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw_world.h"

#include <float.h>
#include <math.h>
#include <string.h>

static float narrowed(double value)
{
  if (fabs(value) <= FLT_MAX) return (float)value;
  return isnan(value) ? NAN : value > 0 ? INFINITY : -INFINITY;
}

void draw_put(nnreg_precision precision, void *values, size_t at, double value)
{
  if (precision == NNREG_DOUBLE)
    ((double *)values)[at] = value;
  else
    ((float *)values)[at] = narrowed(value);
}

void draw_world(fuzz_input *input, world *made)
{
  static const nnreg_type types[] = {NNREG_UINT8, NNREG_FLOAT, NNREG_FLOAT64};
  world_plan plan = {.precision = fuzz_below(input, 2),
                     .task = fuzz_below(input, 2),
                     .activation = fuzz_below(input, 4),
                     .num_layers = 1 + fuzz_below(input, 4),
                     .num_samples = 1 + fuzz_below(input, 40)};
  uint8_t kind = fuzz_byte(input);
  for (size_t l = 0; l <= plan.num_layers; l++) plan.sizes[l] = 1 + fuzz_below(input, 7);
  if (kind % 8 == 1) plan.sizes[0] += 30;
  if (kind % 32 == 2) plan.sizes[1] += 130; /* more than a panel */
  if (kind % 32 == 3) {                     /* batches that go through in portions */
    plan.sizes[0] += 70;
    plan.sizes[1] += 70;
    plan.num_samples += 100;
  }
  plan.form = kind / 8 % 3;
  plan.type = types[kind / 16 % 3];
  plan.weighted = kind & 128;
  plan.block_samples = fuzz_below(input, 50);
  plan.seed = fuzz_byte(input);
  world_make(made, &plan);
}

static size_t entries_of(const nnreg_data *data, size_t block)
{
  size_t left = data->num_samples - block * data->block_samples;
  size_t samples = left < data->block_samples ? left : data->block_samples;
  const nnreg_block *b = &data->blocks[block];
  return data->compressed ? b->starts[samples] : samples * data->num_inputs;
}

void draw_wild_data(fuzz_input *input, world *made)
{
  nnreg_data *data = &made->data;
  size_t inputs = made->network.sizes[0];
  size_t block = fuzz_below(input, data->num_samples);
  if (block >= (data->num_samples + data->block_samples - 1) / data->block_samples) block = 0;
  size_t entries = entries_of(data, block);
  if (data->shift && fuzz_below(input, 4) == 0) {
    ((double *)data->shift)[fuzz_below(input, inputs)] = fuzz_number(input);
    return;
  }
  if (entries == 0) return;
  size_t at = fuzz_below(input, entries < 65536 ? entries : 65536);
  if (data->compressed && fuzz_below(input, 2))
    ((uint16_t *)data->blocks[block].indices)[at] = (uint16_t)fuzz_bits(input, 2);
  else if (data->type == NNREG_UINT8)
    ((uint8_t *)data->blocks[block].values)[at] = fuzz_byte(input);
  else
    draw_put(data->type == NNREG_FLOAT64 ? NNREG_DOUBLE : NNREG_SINGLE,
             (void *)data->blocks[block].values, at, fuzz_number(input));
}

void draw_wild_targets(fuzz_input *input, world *made)
{
  nnreg_targets *targets = &made->targets;
  size_t outputs = made->network.sizes[made->network.num_layers];
  size_t row = fuzz_below(input, made->data.num_samples);
  if (targets->weights && fuzz_below(input, 2))
    ((double *)targets->weights)[row] = fuzz_number(input);
  else if (targets->labels)
    ((int32_t *)targets->labels)[row] = (int32_t)(uint32_t)fuzz_bits(input, 4);
  else
    draw_put(made->network.precision, (void *)targets->responses, row * outputs,
             fuzz_number(input));
}
