/* Packing: X's rows become samples that follow each other in memory.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "os/os.h"
#include "os/team.h"
#include "packing.h"
#include "source.h"

enum { BLOCK_BYTES = 1 << 22, MIN_BLOCK = 64 };

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

/* Float holds all values of the class. */
static bool fits_float(nnreg_type type)
{
  return nnreg_type_bytes(type) <= 2 || type == NNREG_FLOAT;
}

/* Each member packs whole strips of TILE_SAMPLES samples. */
static void pack_strips(void *context, const nnreg_member *member)
{
  const nnreg_packing *work = context;
  size_t strips = (work->count + TILE_SAMPLES - 1) / TILE_SAMPLES, from, to;
  bool single = fits_float(work->source->type) && !work->scale;
  nnreg_team_share(member, strips, &from, &to);
  for (size_t strip = from; strip < to; strip++) {
    size_t s = strip * TILE_SAMPLES, left = work->count - s, width = work->source->num_inputs;
    nnreg_tile tile = {.s = s, .samples = left < TILE_SAMPLES ? left : TILE_SAMPLES};
    uint32_t next[TILE_SAMPLES];
    if (work->starts) memcpy(next, work->starts + s, tile.samples * sizeof *next);
    for (size_t j = 0; j < width; j += TILE_INPUTS) {
      tile.j = j;
      tile.inputs = width - j < TILE_INPUTS ? width - j : TILE_INPUTS;
      (single ? nnreg_pack_tile_s : nnreg_pack_tile_d)(work, &tile, next);
    }
  }
}

/* Sparse X: each member walks all columns for samples of its own. */
static void pack_sparse(void *context, const nnreg_member *member)
{
  const nnreg_packing *work = context;
  const nnreg_source *source = work->source;
  bool narrow = nnreg_index_bytes(source->num_inputs) == sizeof(uint16_t);
  size_t from, to, first, last;
  nnreg_team_share(member, work->count, &from, &to);
  for (size_t s = from; s < to && work->starts; s++) work->next[s] = work->starts[s];
  for (size_t j = 0; j < source->num_inputs; j++) {
    nnreg_column_span(source, j, &first, &last);
    size_t e = nnreg_find_row(source, first, last, work->first + from);
    for (; e < last && (size_t)source->rows[e] < work->first + to; e++) {
      double value;
      size_t s = (size_t)source->rows[e] - work->first;
      nnreg_load_d(source->type, source->values, e, 1, &value);
      if (work->scale) value /= work->scale[j];
      if (value == 0) continue;
      if (work->counts)
        work->counts[s]++;
      else
        nnreg_store_entry(work, narrow, work->next[s]++, j, value);
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
  nnreg_packing work = {
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
  nnreg_packing work = {.source = source,
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
