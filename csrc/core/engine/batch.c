/* Taking samples out of the packed data, and their transpose by input.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "data/source.h"
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

/* Inputs that ascend and are there. Checked here, where they are in the cache anyway, since
 * a caller's data may have been tampered with between two calls. */
static bool inputs_ascend(const uint32_t *inputs, size_t count, size_t num_inputs)
{
  uint32_t faults = 0;
  /* As signed numbers, which every instruction set compares. */
  for (size_t i = 0; i + 1 < count; i++)
    faults |= (uint32_t)((int32_t)inputs[i] >= (int32_t)inputs[i + 1]);
  return faults == 0 && (count == 0 || ((int32_t)inputs[0] >= 0 && inputs[count - 1] < num_inputs));
}

nnreg_status nnreg_batch_open(nnreg_batch *batch, const nnreg_data *data, size_t samples,
                              size_t entries, bool by_input, nnreg_message *why)
{
  *batch = (nnreg_batch){.capacity = samples, .entries = entries, .num_inputs = data->num_inputs};
  bool whole;
  if (data->columns) return NNREG_OK;
  if (entries > UINT32_MAX)
    return nnreg_fail(why, NNREG_BAD_ARGUMENT, "a batch has more than 2^32 non-zeros");
  if (!data->compressed) {
    size_t count;
    if (__builtin_mul_overflow(data->num_inputs, samples, &count))
      return nnreg_no_memory(why, "a batch");
    batch->dense = nnreg_alloc(count, sizeof(real));
    whole = batch->dense != NULL;
  } else {
    batch->starts = nnreg_alloc(samples + 1, sizeof(uint32_t));
    batch->inputs = nnreg_alloc(entries, sizeof(uint32_t));
    batch->values = nnreg_alloc(entries, sizeof(real));
    whole = batch->starts && batch->inputs && batch->values;
    if (by_input) {
      batch->input_starts = nnreg_alloc(data->num_inputs + 1, sizeof(uint32_t));
      batch->samples = nnreg_alloc(entries, sizeof(uint32_t));
      batch->input_values = nnreg_alloc(entries, sizeof(real));
      whole = whole && batch->input_starts && batch->samples && batch->input_values;
    }
  }
  if (whole) return NNREG_OK;
  nnreg_batch_close(batch);
  return nnreg_no_memory(why, "a batch");
}

void nnreg_batch_close(nnreg_batch *batch)
{
  nnreg_free(batch->dense);
  nnreg_free(batch->starts);
  nnreg_free(batch->inputs);
  nnreg_free(batch->values);
  nnreg_free(batch->input_starts);
  nnreg_free(batch->samples);
  nnreg_free(batch->input_values);
  *batch = (nnreg_batch){0};
}

/* Non-zeros of the pick's samples before `from`: each part finds its own place. */
static uint32_t entries_before(const nnreg_pick *pick, size_t from)
{
  size_t sum = 0;
  for (size_t k = 0; k < from; k++)
    sum += nnreg_sample_entries(pick->data, nnreg_pick_row(pick, k));
  return (uint32_t)sum;
}

static void fill_dense(nnreg_batch *batch, const nnreg_pick *pick, size_t from, size_t to)
{
  const nnreg_data *data = pick->data;
  for (size_t k = from; k < to; k++) {
    size_t within, width = data->num_inputs;
    const nnreg_block *block = find_block(data, nnreg_pick_row(pick, k), &within);
    nnreg_load(data->type, block->values, within * width, width, batch->dense + k * width);
  }
}

/* Samples lie anywhere: those to come are asked for while others are taken out. */
static void prefetch_row(const nnreg_data *data, size_t row)
{
  size_t within, value_bytes = nnreg_type_bytes(data->type);
  size_t index_bytes = nnreg_index_bytes(data->num_inputs);
  const nnreg_block *block = find_block(data, row, &within);
  size_t at = block->starts[within], count = block->starts[within + 1] - at;
  nnreg_prefetch((const char *)block->values + at * value_bytes, count * value_bytes);
  nnreg_prefetch((const char *)block->indices + at * index_bytes, count * index_bytes);
}

static void fill_compressed(nnreg_batch *batch, const nnreg_pick *pick, size_t from, size_t to)
{
  uint32_t to_entry = entries_before(pick, from);
  enum { AHEAD = 4 };
  if (from == 0) batch->starts[0] = 0;
  for (size_t k = from; k < to; k++) {
    size_t within;
    if (k + AHEAD < to) prefetch_row(pick->data, nnreg_pick_row(pick, k + AHEAD));
    const nnreg_block *block = find_block(pick->data, nnreg_pick_row(pick, k), &within);
    size_t at = block->starts[within], count = block->starts[within + 1] - at;
    widen(pick->data, block->indices, at, count, batch->inputs + to_entry);
    nnreg_load(pick->data->type, block->values, at, count, batch->values + to_entry);
    if (!inputs_ascend(batch->inputs + to_entry, count, pick->data->num_inputs))
      atomic_store(&batch->corrupt, true);
    to_entry += (uint32_t)count;
    batch->starts[k + 1] = to_entry;
  }
}

void nnreg_batch_fill(nnreg_batch *batch, const nnreg_pick *pick, size_t from, size_t to)
{
  if (from == 0) batch->num_samples = pick->count;
  if (pick->data->columns) {
    batch->columns = (const real *)pick->data->columns + pick->first;
    batch->stride = pick->data->num_samples;
  } else if (batch->dense)
    fill_dense(batch, pick, from, to);
  else
    fill_compressed(batch, pick, from, to);
}

nnreg_status nnreg_corrupt(nnreg_message *why)
{
  return nnreg_fail(why, NNREG_BAD_ARGUMENT,
                    "the packed data have inputs that do not ascend, or are not there");
}

/* The first of sample k's entries whose input is not below `input`. */
static uint32_t lower_bound(const nnreg_batch *batch, size_t k, size_t input)
{
  uint32_t low = batch->starts[k], high = batch->starts[k + 1];
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (batch->inputs[middle] < input)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Each sample's entries of inputs from .. to - 1: first[k] .. last[k] - 1. Returns how many
 * entries are of inputs below. */
static uint32_t find_spans(const nnreg_batch *batch, size_t from, size_t to, uint32_t *first,
                           uint32_t *last)
{
  uint32_t below = 0;
  for (size_t k = 0; k < batch->num_samples; k++) {
    first[k] = from == 0 ? batch->starts[k] : lower_bound(batch, k, from);
    last[k] = to == batch->num_inputs ? batch->starts[k + 1] : lower_bound(batch, k, to);
    below += first[k] - batch->starts[k];
  }
  return below;
}

void nnreg_batch_transpose(nnreg_batch *batch, size_t from, size_t to)
{
  uint32_t first[NNREG_MAX_CHUNK], last[NNREG_MAX_CHUNK], *starts = batch->input_starts;
  /* Entries of inputs below `from` come first, so each range finds its own place. */
  uint32_t running = find_spans(batch, from, to, first, last);
  memset(starts + from + 1, 0, (to - from) * sizeof *starts);
  for (size_t k = 0; k < batch->num_samples; k++)
    for (uint32_t e = first[k]; e < last[k]; e++) starts[batch->inputs[e] + 1]++;
  if (from == 0) starts[0] = 0;
  for (size_t j = from; j < to; j++) {
    uint32_t count = starts[j + 1];
    starts[j + 1] = running; /* where input j's next entry goes */
    running += count;
  }
  for (size_t k = 0; k < batch->num_samples; k++)
    for (uint32_t e = first[k]; e < last[k]; e++) {
      uint32_t at = starts[batch->inputs[e] + 1]++;
      batch->samples[at] = (uint32_t)k;
      batch->input_values[at] = batch->values[e];
    }
}
