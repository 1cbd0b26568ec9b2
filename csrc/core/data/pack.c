/* Packing: X's rows become samples that follow each other in memory.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "data.h"
#include "os/os.h"

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

/* Whether float holds all values of the type. */
static bool fits_float(nnreg_type type)
{
  return nnreg_type_bytes(type) <= 2 || type == NNREG_FLOAT;
}

/* All inputs of the TILE_SAMPLES samples from s on. */
static void pack_samples(const nnreg_packing *work, size_t s)
{
  size_t left = work->count - s, width = work->source->num_inputs;
  bool single = fits_float(work->source->type) && !work->scale;
  nnreg_tile tile = {.s = s, .samples = left < TILE_SAMPLES ? left : TILE_SAMPLES};
  uint32_t next[TILE_SAMPLES];
  if (work->starts) memcpy(next, work->starts + s, tile.samples * sizeof *next);
  for (size_t j = 0; j < width; j += TILE_INPUTS) {
    tile.j = j;
    tile.inputs = width - j < TILE_INPUTS ? width - j : TILE_INPUTS;
    (single ? nnreg_pack_tile_s : nnreg_pack_tile_d)(work, &tile, next);
  }
}

/* Full X by tiles. */
static void pack_tiles(void *context, const nnreg_member *member)
{
  const nnreg_packing *work = context;
  size_t rows = (work->count + TILE_SAMPLES - 1) / TILE_SAMPLES, from, to;
  nnreg_deal deal = nnreg_team_deal(member, rows, NNREG_CHUNKS);
  while (nnreg_team_take(&deal, &from, &to))
    for (size_t row = from; row < to; row++) pack_samples(work, row * TILE_SAMPLES);
}

/* Sparse X: each member walks all columns for its own samples. */
static void pack_sparse(void *context, const nnreg_member *member)
{
  const nnreg_packing *work = context;
  const nnreg_source *source = work->source;
  bool narrow = nnreg_index_bytes(source->num_inputs) == sizeof(uint16_t);
  size_t from, to, first, last;
  nnreg_team_share(member, work->count, &from, &to);
  for (size_t s = from; s < to && work->starts; s++) work->next[s] = work->starts[s];
  for (size_t j = 0; j < source->num_inputs; j++) {
    nnreg_column_entries(source, j, &first, &last);
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

static nnreg_status check_samples(const nnreg_source *source, nnreg_range samples,
                                  nnreg_message *why)
{
  if (samples.first > source->num_samples || samples.count > source->num_samples - samples.first)
    return nnreg_refuse(why, "rows %zu to %zu of %zu", samples.first + 1,
                        samples.first + samples.count, source->num_samples);
  return nnreg_source_check(source, why);
}

static size_t useful_threads(const nnreg_packing *work, size_t num_threads)
{
  return (double)work->count * (double)work->source->num_inputs < 1e5 ? 1 : num_threads;
}

size_t nnreg_index_bytes(size_t num_inputs)
{
  return num_inputs <= (size_t)UINT16_MAX + 1 ? sizeof(uint16_t) : sizeof(uint32_t);
}

nnreg_status nnreg_pack_count(const nnreg_source *source, nnreg_range samples, const double *scale,
                              size_t num_threads, uint32_t *starts, nnreg_message *why)
{
  size_t count = samples.count;
  nnreg_status status = check_samples(source, samples, why);
  if (status != NNREG_OK) return status;
  nnreg_packing work = {.source = source,
                        .first = samples.first,
                        .count = count,
                        .scale = scale,
                        .counts = starts + 1};
  memset(starts, 0, (count + 1) * sizeof *starts);
  nnreg_team_run(useful_threads(&work, num_threads), source->starts ? pack_sparse : pack_tiles,
                 &work);
  uint64_t total = 0;
  for (size_t k = 0; k < count; k++) {
    total += starts[k + 1];
    starts[k + 1] = (uint32_t)total;
  }
  if (total > UINT32_MAX) return nnreg_refuse(why, "a block has more than 2^32 non-zeros");
  return NNREG_OK;
}

nnreg_status nnreg_pack_block(const nnreg_source *source, nnreg_range samples,
                              const nnreg_scaling *scaling, size_t num_threads,
                              const nnreg_room *room, nnreg_message *why)
{
  nnreg_status status = check_samples(source, samples, why);
  if (status != NNREG_OK) return status;
  nnreg_packing work = {.source = source,
                        .first = samples.first,
                        .count = samples.count,
                        .mean = scaling->mean,
                        .scale = scaling->scale,
                        .packed = scaling->type,
                        .starts = room->starts,
                        .indices = room->indices,
                        .values = room->values};
  bool sparse = source->starts && room->starts;
  if (sparse) work.next = nnreg_alloc(samples.count, sizeof *work.next);
  if (sparse && !work.next) return nnreg_no_memory(why, "a block of samples");
  nnreg_team_run(useful_threads(&work, num_threads), sparse ? pack_sparse : pack_tiles, &work);
  nnreg_free(work.next);
  return NNREG_OK;
}
