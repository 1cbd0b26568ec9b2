/* Taking samples out of the packed data, and their transpose by input.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

static const nnreg_block *find_block(const nnreg_data *data, size_t row, size_t *within)
{
  *within = row % data->block_samples;
  return &data->blocks[row / data->block_samples];
}

size_t nnreg_sample_entries(const nnreg_data *data, size_t row)
{
  size_t within;
  const nnreg_block *block = find_block(data, row, &within);
  return block->starts[within + 1] - block->starts[within];
}

size_t nnreg_pick_entries(const nnreg_pick *pick)
{
  size_t sum = 0;
  for (size_t k = 0; k < pick->count; k++)
    sum += nnreg_sample_entries(pick->data, nnreg_pick_row(pick, k));
  return sum;
}

static void widen(const nnreg_data *data, const void *indices, size_t at, size_t count,
                  uint32_t *out)
{
  if (nnreg_index_bytes(data->num_inputs) == sizeof *out) {
    memcpy(out, (const uint32_t *)indices + at, count * sizeof *out);
    return;
  }
  const uint16_t *from = (const uint16_t *)indices + at;
  for (size_t i = 0; i < count; i++) out[i] = from[i];
}

/* Whether the inputs ascend and exist. They are checked at each use, since the caller's data may
 * have changed between two calls; at that moment they are in the cache anyway. */
static bool inputs_ascend(const uint32_t *inputs, size_t count, size_t num_inputs)
{
  uint32_t faults = 0;
  /* Every instruction set compares signed numbers. */
  for (size_t i = 0; i + 1 < count; i++)
    faults |= (uint32_t)((int32_t)inputs[i] >= (int32_t)inputs[i + 1]);
  return faults == 0 && (count == 0 || ((int32_t)inputs[0] >= 0 && inputs[count - 1] < num_inputs));
}

static bool open_dense(nnreg_stage *stage, bool by_input)
{
  size_t count, sextets = (stage->num_inputs + NNREG_SEXTET - 1) / NNREG_SEXTET;
  stage->stride = nnreg_odd_lines(stage->num_inputs, sizeof(real));
  if (__builtin_mul_overflow(stage->stride, stage->capacity, &count)) return false;
  stage->dense = nnreg_alloc(count, sizeof(real));
  if (!stage->dense || !by_input) return stage->dense != NULL;
  stage->sextet_stride = nnreg_odd_lines(stage->capacity * NNREG_SEXTET, sizeof(real));
  if (__builtin_mul_overflow(stage->sextet_stride, sextets, &count)) return false;
  stage->sextets = nnreg_alloc(count, sizeof(real));
  return stage->sextets != NULL;
}

static bool open_compressed(nnreg_stage *stage, bool by_input)
{
  stage->starts = nnreg_alloc(stage->capacity + 1, sizeof(uint32_t));
  stage->inputs = nnreg_alloc(stage->entries, sizeof(uint32_t));
  stage->values = nnreg_alloc(stage->entries, sizeof(real));
  if (!stage->starts || !stage->inputs || !stage->values) return false;
  if (!by_input) return true;
  stage->input_starts = nnreg_alloc(stage->num_inputs + 1, sizeof(uint32_t));
  stage->samples = nnreg_alloc(stage->entries, sizeof(uint32_t));
  stage->input_values = nnreg_alloc(stage->entries, sizeof(real));
  return stage->input_starts && stage->samples && stage->input_values;
}

nnreg_status nnreg_stage_open(nnreg_stage *stage, const nnreg_data *data, size_t samples,
                              size_t entries, bool by_input, nnreg_message *why)
{
  *stage = (nnreg_stage){.capacity = samples, .entries = entries, .num_inputs = data->num_inputs};
  if (data->columns) return NNREG_OK;
  if (entries > UINT32_MAX) return nnreg_refuse(why, "a batch has more than 2^32 non-zeros");
  if (data->compressed ? open_compressed(stage, by_input) : open_dense(stage, by_input))
    return NNREG_OK;
  nnreg_stage_close(stage);
  return nnreg_no_memory(why, "a batch");
}

void nnreg_stage_close(nnreg_stage *stage)
{
  nnreg_free(stage->dense);
  nnreg_free(stage->sextets);
  nnreg_free(stage->starts);
  nnreg_free(stage->inputs);
  nnreg_free(stage->values);
  nnreg_free(stage->input_starts);
  nnreg_free(stage->samples);
  nnreg_free(stage->input_values);
  *stage = (nnreg_stage){0};
}

/* Values at .. at + count - 1 of a block. */
static void load(const nnreg_data *data, const nnreg_block *block, size_t at, size_t count,
                 real *out)
{
  nnreg_load(data->type, block->values, at, count, out);
  if (data->divisor == 0) return;
  real divisor = (real)data->divisor;
  for (size_t i = 0; i < count; i++) out[i] /= divisor;
}

/* Samples are scattered in memory, so the next few are loaded into the cache, and before them, of
 * compressed ones, the places where they start. */
enum { STARTS_AHEAD = 24, COMPRESSED_AHEAD = 6, DENSE_AHEAD = 1 };

static void prefetch_dense(const nnreg_data *data, size_t row)
{
  size_t within, bytes = data->num_inputs * nnreg_type_bytes(data->type);
  const nnreg_block *block = find_block(data, row, &within);
  nnreg_prefetch((const char *)block->values + within * bytes, bytes);
}

static void fill_dense(nnreg_stage *stage, const nnreg_pick *pick, size_t from, size_t to)
{
  const nnreg_data *data = pick->data;
  for (size_t k = from; k < to; k++) {
    size_t within, width = data->num_inputs;
    const nnreg_block *block = find_block(data, nnreg_pick_row(pick, k), &within);
    if (k + DENSE_AHEAD < to) prefetch_dense(data, nnreg_pick_row(pick, k + DENSE_AHEAD));
    load(data, block, within * width, width, stage->dense + k * stage->stride);
  }
}

static void prefetch_start(const nnreg_data *data, size_t row)
{
  size_t within;
  const nnreg_block *block = find_block(data, row, &within);
  __builtin_prefetch(block->starts + within);
}

static void prefetch_row(const nnreg_data *data, size_t row)
{
  size_t within, value_bytes = nnreg_type_bytes(data->type);
  size_t index_bytes = nnreg_index_bytes(data->num_inputs);
  const nnreg_block *block = find_block(data, row, &within);
  size_t at = block->starts[within], count = block->starts[within + 1] - at;
  nnreg_prefetch((const char *)block->values + at * value_bytes, count * value_bytes);
  nnreg_prefetch((const char *)block->indices + at * index_bytes, count * index_bytes);
}

static void fill_compressed(nnreg_stage *stage, const nnreg_pick *pick, size_t from, size_t to)
{
  nnreg_pick before = {.data = pick->data, .rows = pick->rows, .first = pick->first, .count = from};
  uint32_t to_entry = (uint32_t)nnreg_pick_entries(&before); /* each part finds its own place */
  if (from == 0) stage->starts[0] = 0;
  for (size_t k = from; k < to; k++) {
    size_t within;
    if (k + STARTS_AHEAD < to) prefetch_start(pick->data, nnreg_pick_row(pick, k + STARTS_AHEAD));
    if (k + COMPRESSED_AHEAD < to)
      prefetch_row(pick->data, nnreg_pick_row(pick, k + COMPRESSED_AHEAD));
    const nnreg_block *block = find_block(pick->data, nnreg_pick_row(pick, k), &within);
    size_t at = block->starts[within], count = block->starts[within + 1] - at;
    widen(pick->data, block->indices, at, count, stage->inputs + to_entry);
    load(pick->data, block, at, count, stage->values + to_entry);
    if (!inputs_ascend(stage->inputs + to_entry, count, pick->data->num_inputs))
      atomic_store(&stage->corrupt, true);
    to_entry += (uint32_t)count;
    stage->starts[k + 1] = to_entry;
  }
}

void nnreg_stage_fill(nnreg_stage *stage, const nnreg_pick *pick, size_t from, size_t to)
{
  if (from == 0) stage->num_samples = pick->count;
  if (pick->data->columns) {
    stage->columns = (const real *)pick->data->columns + pick->first;
    stage->stride = pick->data->num_samples;
  } else if (stage->dense)
    fill_dense(stage, pick, from, to);
  else
    fill_compressed(stage, pick, from, to);
}

nnreg_status nnreg_corrupt(nnreg_message *why)
{
  return nnreg_refuse(why, "the packed data have inputs that do not ascend, or are not there");
}

/* The first of sample k's entries whose input is not below `input`. */
static uint32_t lower_bound(const nnreg_stage *stage, size_t k, size_t input)
{
  return (uint32_t)nnreg_first_from(stage->inputs, stage->starts[k], stage->starts[k + 1], input);
}

/* Each sample's entries of inputs from .. to - 1: first[k] .. last[k] - 1. Returns the number of
 * entries of inputs below `from`. */
static uint32_t find_entries(const nnreg_stage *stage, size_t from, size_t to, uint32_t *first,
                             uint32_t *last)
{
  uint32_t below = 0;
  for (size_t k = 0; k < stage->num_samples; k++) {
    first[k] = from == 0 ? stage->starts[k] : lower_bound(stage, k, from);
    last[k] = to == stage->num_inputs ? stage->starts[k + 1] : lower_bound(stage, k, to);
    below += first[k] - stage->starts[k];
  }
  return below;
}

/* Inputs some sextets at a time, so that whole cache lines are read. */
static void transpose_dense(nnreg_stage *stage, size_t from, size_t to)
{
  enum { AT_ONCE = 8 * NNREG_SEXTET };
  for (size_t j = from; j < to; j += AT_ONCE) {
    size_t end = to - j < AT_ONCE ? to : j + AT_ONCE;
    for (size_t k = 0; k < stage->num_samples; k++) {
      const real *x = stage->dense + k * stage->stride;
      real *out = stage->sextets + j / NNREG_SEXTET * stage->sextet_stride + k * NNREG_SEXTET;
      size_t i = j;
      for (; i + NNREG_SEXTET <= end; i += NNREG_SEXTET, out += stage->sextet_stride)
        memcpy(out, x + i, NNREG_SEXTET * sizeof *out);
      memcpy(out, x + i, (end - i) * sizeof *out);
    }
  }
}

static void transpose_compressed(nnreg_stage *stage, size_t from, size_t to)
{
  uint32_t first[NNREG_MAX_PIECE], last[NNREG_MAX_PIECE], *starts = stage->input_starts;
  /* Entries of inputs below `from` come first: so each part finds its own place. */
  uint32_t running = find_entries(stage, from, to, first, last);
  memset(starts + from + 1, 0, (to - from) * sizeof *starts);
  for (size_t k = 0; k < stage->num_samples; k++)
    for (uint32_t e = first[k]; e < last[k]; e++) starts[stage->inputs[e] + 1]++;
  if (from == 0) starts[0] = 0;
  for (size_t j = from; j < to; j++) {
    uint32_t count = starts[j + 1];
    starts[j + 1] = running; /* where input j's next entry goes */
    running += count;
  }
  for (size_t k = 0; k < stage->num_samples; k++)
    for (uint32_t e = first[k]; e < last[k]; e++) {
      uint32_t at = starts[stage->inputs[e] + 1]++;
      stage->samples[at] = (uint32_t)k;
      stage->input_values[at] = stage->values[e];
    }
}

void nnreg_stage_transpose(nnreg_stage *stage, size_t from, size_t to)
{
  (stage->dense ? transpose_dense : transpose_compressed)(stage, from, to);
}
