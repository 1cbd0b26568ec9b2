/* Random networks with random data.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "world.h"

#include <string.h>

/* A multiple of 1/64 in [-limit, limit). */
static double draw_fraction(uint64_t *seed, double limit)
{
  size_t steps = (size_t)(limit * 128);
  return (double)draw_below(seed, steps) / 64 - limit;
}

/* ---------------------------------------------------------------- Packing -- */

static size_t value_bytes(nnreg_type type)
{
  return type == NNREG_UINT8 ? 1 : type == NNREG_FLOAT ? sizeof(float) : sizeof(double);
}

static void put(nnreg_type type, void *values, size_t at, double value)
{
  if (type == NNREG_UINT8)
    ((uint8_t *)values)[at] = (uint8_t)value;
  else if (type == NNREG_FLOAT)
    ((float *)values)[at] = (float)value;
  else
    ((double *)values)[at] = value;
}

static void pack_full(nnreg_block *block, const double *stored, size_t count, nnreg_type type)
{
  void *values = take(count, value_bytes(type));
  for (size_t i = 0; i < count; i++) put(type, values, i, stored[i]);
  *block = (nnreg_block){.values = values};
}

static void pack_compressed(nnreg_block *block, const double *stored, size_t samples, size_t inputs,
                            nnreg_type type)
{
  size_t entries = 0;
  for (size_t i = 0; i < samples * inputs; i++) entries += stored[i] != 0;
  bool narrow = inputs <= 65536;
  uint32_t *starts = take(samples + 1, sizeof *starts);
  void *indices = take(entries, narrow ? sizeof(uint16_t) : sizeof(uint32_t));
  void *values = take(entries, value_bytes(type));
  uint32_t at = 0;
  for (size_t s = 0; s < samples; s++) {
    for (size_t j = 0; j < inputs; j++) {
      if (stored[s * inputs + j] == 0) continue;
      if (narrow)
        ((uint16_t *)indices)[at] = (uint16_t)j;
      else
        ((uint32_t *)indices)[at] = (uint32_t)j;
      put(type, values, at++, stored[s * inputs + j]);
    }
    starts[s + 1] = at;
  }
  *block = (nnreg_block){.values = values, .starts = starts, .indices = indices};
}

void world_pack(nnreg_data *data, const double *stored, size_t num_samples, size_t num_inputs,
                size_t block_samples, nnreg_type type, bool compressed)
{
  size_t num_blocks = (num_samples + block_samples - 1) / block_samples;
  nnreg_block *blocks = take(num_blocks, sizeof *blocks);
  for (size_t b = 0; b < num_blocks; b++) {
    size_t first = b * block_samples, left = num_samples - first;
    size_t count = left < block_samples ? left : block_samples;
    if (compressed)
      pack_compressed(&blocks[b], stored + first * num_inputs, count, num_inputs, type);
    else
      pack_full(&blocks[b], stored + first * num_inputs, count * num_inputs, type);
  }
  *data = (nnreg_data){.num_samples = num_samples,
                       .num_inputs = num_inputs,
                       .block_samples = block_samples,
                       .type = type,
                       .compressed = compressed,
                       .blocks = blocks};
}

/* ------------------------------------------------------------------- Parts -- */

static void make_network(world *made, const world_plan *plan)
{
  made->network = (nnreg_network){
      .precision = plan->precision, .task = plan->task, .num_layers = plan->num_layers};
  memcpy(made->network.sizes, plan->sizes, (plan->num_layers + 1) * sizeof *plan->sizes);
  for (size_t l = 0; l + 1 < plan->num_layers; l++) made->network.activations[l] = plan->activation;
  made->num_parameters = nnreg_network_num_parameters(&made->network);
}

/* Uniform weights that keep a layer's values near 1; every ninth is 0. */
static void make_theta(world *made, uint64_t *seed)
{
  const size_t *sizes = made->network.sizes;
  double *theta = made->theta = take(made->num_parameters, sizeof *theta);
  for (size_t l = 0; l < made->network.num_layers; l++) {
    double limit = 1.5;
    for (size_t inputs = sizes[l]; inputs > 1; inputs /= 4) limit /= 2; /* about 1.5 / sqrt */
    for (size_t i = 0; i < sizes[l] * sizes[l + 1]; i++) {
      double unit = draw_unit(seed);
      *theta++ = draw_below(seed, 9) ? (float)(limit * (2 * unit - 1)) : 0;
    }
    for (size_t i = 0; i < sizes[l + 1]; i++) *theta++ = (float)(draw_unit(seed) - 0.5);
  }
  made->own_theta = from_double(made->network.precision, made->theta, made->num_parameters);
}

static double draw_input(const world_plan *plan, uint64_t *seed)
{
  size_t zero = draw_below(seed, 10);
  if (plan->form != FULL && zero < 7) return 0;
  return plan->type == NNREG_UINT8 ? (double)draw_below(seed, 4) : draw_fraction(seed, 2);
}

static void make_data(world *made, const world_plan *plan, uint64_t *seed)
{
  size_t inputs = plan->sizes[0], count = inputs * plan->num_samples;
  double *x = made->x = take(count, sizeof *x);
  for (size_t i = 0; i < count; i++) x[i] = draw_input(plan, seed);
  world_pack(&made->data, x, plan->num_samples, inputs,
             plan->block_samples ? plan->block_samples : 50, plan->type, plan->form != FULL);
  if (plan->form != SHIFTED) return;
  double *shift = take(inputs, sizeof *shift);
  for (size_t j = 0; j < inputs; j++) shift[j] = draw_fraction(seed, 1);
  for (size_t i = 0; i < count; i++) x[i] -= shift[i % inputs];
  made->data.shift = shift;
}

static void make_targets(world *made, const world_plan *plan, uint64_t *seed)
{
  size_t count = plan->num_samples, outputs = plan->sizes[plan->num_layers];
  if (plan->task == NNREG_CLASSIFICATION) {
    int32_t *labels = take(count, sizeof *labels);
    for (size_t i = 0; i < count; i++) labels[i] = (int32_t)draw_below(seed, outputs);
    made->targets.labels = labels;
  } else {
    made->y = take(count * outputs, sizeof *made->y);
    for (size_t i = 0; i < count * outputs; i++) made->y[i] = draw_fraction(seed, 2);
    made->targets.responses = from_double(plan->precision, made->y, count * outputs);
  }
  if (!plan->weighted) return;
  double *weights = take(count, sizeof *weights);
  for (size_t i = 0; i < count; i++) weights[i] = (double)draw_below(seed, 17) / 8;
  made->targets.weights = weights;
}

static void point_to_all(world *made)
{
  made->samples = (nnreg_samples){
      .data = &made->data, .targets = &made->targets, .num_rows = made->data.num_samples};
}

/* ------------------------------------------------------------------- Whole -- */

void world_make(world *made, const world_plan *plan)
{
  uint64_t seed = plan->seed * 1000003 + 17;
  *made = (world){.y = NULL};
  make_network(made, plan);
  make_theta(made, &seed);
  make_data(made, plan, &seed);
  make_targets(made, plan, &seed);
  point_to_all(made);
}

/* Columns rows[k] of a (height x N) array of so many bytes a value. */
static void *select_columns(const void *from, size_t height, size_t bytes, const uint32_t *rows,
                            size_t num_rows)
{
  if (!from) return NULL;
  size_t column = height * bytes;
  char *result = take(num_rows, column);
  for (size_t k = 0; k < num_rows; k++)
    memcpy(result + k * column, (const char *)from + rows[k] * column, column);
  return result;
}

void world_subset(world *made, const world_plan *plan, const world *from, const uint32_t *rows,
                  size_t num_rows)
{
  size_t inputs = plan->sizes[0], outputs = plan->sizes[plan->num_layers];
  *made = *from;
  made->x = select_columns(from->x, inputs, sizeof(double), rows, num_rows);
  made->y = select_columns(from->y, outputs, sizeof(double), rows, num_rows);
  made->targets = (nnreg_targets){
      .labels = select_columns(from->targets.labels, 1, sizeof(int32_t), rows, num_rows),
      .responses = select_columns(from->targets.responses, outputs, real_bytes(plan->precision),
                                  rows, num_rows),
      .weights = select_columns(from->targets.weights, 1, sizeof(double), rows, num_rows)};
  double *stored = take_copy(made->x, num_rows * inputs, sizeof *stored);
  for (size_t i = 0; from->data.shift && i < num_rows * inputs; i++)
    stored[i] += from->data.shift[i % inputs];
  world_pack(&made->data, stored, num_rows, inputs, from->data.block_samples, plan->type,
             plan->form != FULL);
  made->data.shift = from->data.shift;
  point_to_all(made);
}
