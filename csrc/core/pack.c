/* Packing: X's rows become samples that follow each other in memory.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "internal.h"
#include "source.h"
#include "team.h"

enum { BLOCK_BYTES = 1 << 22, MIN_BLOCK = 64, TILE_SAMPLES = 64, TILE_INPUTS = 16 };

nnreg_type nnreg_packed_type(nnreg_type source, nnreg_precision precision, bool scaled)
{
  bool wide = precision == NNREG_DOUBLE;
  switch (source) {
    case NNREG_BOOL:
    case NNREG_UINT8: return !scaled ? NNREG_UINT8 : wide ? NNREG_FLOAT64 : NNREG_FLOAT;
    case NNREG_INT8:
    case NNREG_INT16:
    case NNREG_UINT16:
    case NNREG_FLOAT: return wide && scaled ? NNREG_FLOAT64 : NNREG_FLOAT;
    default: return wide ? NNREG_FLOAT64 : NNREG_FLOAT;
  }
}

size_t nnreg_pack_block_samples(size_t num_inputs, size_t value_bytes)
{
  size_t bytes = num_inputs * value_bytes, samples = BLOCK_BYTES / (bytes ? bytes : 1);
  size_t whole = samples / MIN_BLOCK * MIN_BLOCK;
  return whole < MIN_BLOCK ? MIN_BLOCK : whole;
}

typedef struct {
  const nnreg_source *source;
  size_t first, count;
  const double *mean, *scale;
  nnreg_type packed;
  uint32_t *counts;       /* counting: (count)      */
  const uint32_t *starts; /* compressed: (count + 1) */
  uint32_t *next;         /* sparse X: (count) where each sample goes on */
  void *indices, *values;
} job;

static void store(nnreg_type type, void *values, size_t at, double value)
{
  if (type == NNREG_UINT8)
    ((uint8_t *)values)[at] = (uint8_t)value;
  else if (type == NNREG_FLOAT)
    ((float *)values)[at] = (float)value;
  else
    ((double *)values)[at] = value;
}

/* The next tile's columns lie pages apart, where the processor foresees nothing. */
static void prefetch_tile(const nnreg_source *source, size_t s, size_t samples, size_t j)
{
  size_t bytes = nnreg_type_bytes(source->type), width = source->num_inputs;
  for (size_t i = j; i < j + TILE_INPUTS && i < width && !source->starts; i++) {
    size_t at = i * source->num_samples + s;
    nnreg_prefetch((const char *)source->values + at * bytes, samples * bytes);
  }
}

/* tile (TILE_SAMPLES x inputs) of X from sample s and input j on, as double. */
static void load_tile(const nnreg_source *source, size_t s, size_t samples, size_t j, size_t inputs,
                      double tile[TILE_INPUTS][TILE_SAMPLES])
{
  prefetch_tile(source, s, samples, j + TILE_INPUTS);
  for (size_t i = 0; i < inputs; i++) {
    size_t first, last;
    nnreg_column_span(source, j + i, &first, &last);
    if (!source->starts) {
      nnreg_load(source->type, source->values, first + s, samples, tile[i]);
      continue;
    }
    memset(tile[i], 0, samples * sizeof tile[i][0]);
    size_t e = nnreg_find_row(source, first, last, s);
    for (; e < last && (size_t)source->rows[e] < s + samples; e++)
      nnreg_load(source->type, source->values, e, 1, &tile[i][(size_t)source->rows[e] - s]);
  }
}

static void scale_tile(const job *work, size_t j, size_t inputs, size_t samples, bool shift,
                       double tile[TILE_INPUTS][TILE_SAMPLES])
{
  for (size_t i = 0; i < inputs && work->scale; i++) {
    double mean = shift ? work->mean[j + i] : 0, scale = work->scale[j + i];
    for (size_t s = 0; s < samples; s++) tile[i][s] = (tile[i][s] - mean) / scale;
  }
}

static void pack_dense_tile(const job *work, size_t s, size_t samples, size_t j, size_t inputs)
{
  double tile[TILE_INPUTS][TILE_SAMPLES];
  size_t width = work->source->num_inputs;
  load_tile(work->source, work->first + s, samples, j, inputs, tile);
  scale_tile(work, j, inputs, samples, true, tile);
  for (size_t k = 0; k < samples; k++)
    for (size_t i = 0; i < inputs; i++)
      store(work->packed, work->values, (s + k) * width + j + i, tile[i][k]);
}

static void store_entry(const job *work, size_t at, size_t input, double value)
{
  if (nnreg_index_bytes(work->source->num_inputs) == sizeof(uint16_t))
    ((uint16_t *)work->indices)[at] = (uint16_t)input;
  else
    ((uint32_t *)work->indices)[at] = (uint32_t)input;
  store(work->packed, work->values, at, value);
}

/* Bit i of found[k]: input i of the tile's sample k is not zero. */
static void find_nonzeros(size_t inputs, double tile[TILE_INPUTS][TILE_SAMPLES],
                          uint16_t found[TILE_SAMPLES])
{
  memset(found, 0, TILE_SAMPLES * sizeof *found);
  for (size_t i = 0; i < inputs; i++)
    for (size_t k = 0; k < TILE_SAMPLES; k++)
      found[k] = (uint16_t)(found[k] | (tile[i][k] != 0) << i);
}

/* The tile, scaled but not shifted, and its non-zeros. */
static void load_nonzeros(const job *work, size_t s, size_t samples, size_t j, size_t inputs,
                          double tile[TILE_INPUTS][TILE_SAMPLES], uint16_t found[TILE_SAMPLES])
{
  load_tile(work->source, work->first + s, samples, j, inputs, tile);
  scale_tile(work, j, inputs, samples, false, tile);
  find_nonzeros(inputs, tile, found);
}

/* Appends the tile's non-zeros; next holds where each sample goes on. */
static void pack_compressed_tile(const job *work, size_t s, size_t samples, size_t j, size_t inputs,
                                 uint32_t *next)
{
  double tile[TILE_INPUTS][TILE_SAMPLES] = {{0}};
  uint16_t found[TILE_SAMPLES];
  load_nonzeros(work, s, samples, j, inputs, tile, found);
  for (size_t k = 0; k < samples; k++)
    for (unsigned left = found[k]; left; left &= left - 1) {
      size_t i = (size_t)__builtin_ctz(left);
      store_entry(work, next[k]++, j + i, tile[i][k]);
    }
}

static void count_tile(const job *work, size_t s, size_t samples, size_t j, size_t inputs)
{
  double tile[TILE_INPUTS][TILE_SAMPLES] = {{0}};
  uint16_t found[TILE_SAMPLES];
  load_nonzeros(work, s, samples, j, inputs, tile, found);
  for (size_t k = 0; k < samples; k++)
    work->counts[s + k] += (uint32_t)__builtin_popcount(found[k]);
}

/* Each member packs whole strips of TILE_SAMPLES samples. */
static void pack_strips(void *context, const nnreg_member *member)
{
  const job *work = context;
  size_t strips = (work->count + TILE_SAMPLES - 1) / TILE_SAMPLES, from, to;
  nnreg_team_share(member, strips, &from, &to);
  for (size_t strip = from; strip < to; strip++) {
    size_t s = strip * TILE_SAMPLES, left = work->count - s;
    size_t samples = left < TILE_SAMPLES ? left : TILE_SAMPLES;
    uint32_t next[TILE_SAMPLES];
    if (work->starts) memcpy(next, work->starts + s, samples * sizeof *next);
    for (size_t j = 0; j < work->source->num_inputs; j += TILE_INPUTS) {
      size_t rest = work->source->num_inputs - j, inputs = rest < TILE_INPUTS ? rest : TILE_INPUTS;
      if (work->counts)
        count_tile(work, s, samples, j, inputs);
      else if (work->starts)
        pack_compressed_tile(work, s, samples, j, inputs, next);
      else
        pack_dense_tile(work, s, samples, j, inputs);
    }
  }
}

/* Sparse X: each member walks all columns for samples of its own. */
static void pack_sparse(void *context, const nnreg_member *member)
{
  const job *work = context;
  const nnreg_source *source = work->source;
  size_t from, to, first, last;
  nnreg_team_share(member, work->count, &from, &to);
  for (size_t s = from; s < to && work->starts; s++) work->next[s] = work->starts[s];
  for (size_t j = 0; j < source->num_inputs; j++) {
    nnreg_column_span(source, j, &first, &last);
    size_t e = nnreg_find_row(source, first, last, work->first + from);
    for (; e < last && (size_t)source->rows[e] < work->first + to; e++) {
      double value;
      size_t s = (size_t)source->rows[e] - work->first;
      nnreg_load(source->type, source->values, e, 1, &value);
      if (work->scale) value /= work->scale[j];
      if (value == 0) continue;
      if (work->counts)
        work->counts[s]++;
      else
        store_entry(work, work->next[s]++, j, value);
    }
  }
}

static nnreg_status check_range(const nnreg_source *source, size_t first, size_t count,
                                nnreg_message *why)
{
  if (first > source->num_samples || count > source->num_samples - first)
    return nnreg_fail(why, NNREG_BAD_ARGUMENT, "rows %zu to %zu of %zu", first + 1, first + count,
                      source->num_samples);
  return nnreg_source_check(source, why);
}

static size_t useful_threads(const nnreg_source *source, size_t count, size_t num_threads)
{
  return (double)count * (double)source->num_inputs < 1e5 ? 1 : num_threads;
}

size_t nnreg_index_bytes(size_t num_inputs)
{
  return num_inputs <= (size_t)UINT16_MAX + 1 ? sizeof(uint16_t) : sizeof(uint32_t);
}

nnreg_status nnreg_pack_count(const nnreg_source *source, size_t first, size_t count,
                              const double *scale, size_t num_threads, uint32_t *starts,
                              nnreg_message *why)
{
  nnreg_status status = check_range(source, first, count, why);
  if (status != NNREG_OK) return status;
  job work = {
      .source = source, .first = first, .count = count, .scale = scale, .counts = starts + 1};
  memset(starts, 0, (count + 1) * sizeof *starts);
  nnreg_team_run(useful_threads(source, count, num_threads),
                 source->starts ? pack_sparse : pack_strips, &work);
  uint64_t total = 0;
  for (size_t k = 0; k < count; k++) {
    total += starts[k + 1];
    starts[k + 1] = (uint32_t)total;
  }
  if (total > UINT32_MAX)
    return nnreg_fail(why, NNREG_BAD_ARGUMENT, "a block has more than 2^32 non-zeros");
  return NNREG_OK;
}

nnreg_status nnreg_pack_block(const nnreg_source *source, size_t first, size_t count,
                              const double *mean, const double *scale, nnreg_type packed,
                              size_t num_threads, const uint32_t *starts, void *indices,
                              void *values, nnreg_message *why)
{
  nnreg_status status = check_range(source, first, count, why);
  if (status != NNREG_OK) return status;
  job work = {.source = source,
              .first = first,
              .count = count,
              .mean = mean,
              .scale = scale,
              .packed = packed,
              .starts = starts,
              .indices = indices,
              .values = values};
  bool sparse = source->starts && starts;
  if (sparse) work.next = nnreg_alloc(count, sizeof *work.next);
  if (sparse && !work.next) return nnreg_no_memory(why, "a block of samples");
  nnreg_team_run(useful_threads(source, count, num_threads), sparse ? pack_sparse : pack_strips,
                 &work);
  nnreg_free(work.next);
  return NNREG_OK;
}
