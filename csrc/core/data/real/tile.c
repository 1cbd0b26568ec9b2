/* Packing a tile of a full X: columns are read, rows are written.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/data.h"

#include <string.h>

#include "data/real.h"
#include "os/os.h"

/* The next tile's columns lie pages apart, too far for the processor's own prefetch. */
static void prefetch(const nnreg_packing *work, const nnreg_tile *tile)
{
  const nnreg_source *source = work->source;
  size_t bytes = nnreg_type_bytes(source->type), next = tile->j + TILE_INPUTS;
  for (size_t j = next; j < next + TILE_INPUTS && j < source->num_inputs && !source->starts; j++) {
    size_t at = j * source->num_samples + work->first + tile->s;
    nnreg_prefetch((const char *)source->values + at * bytes, tile->samples * bytes);
  }
}

/* Reads input j of the tile's samples into x (samples). */
static void load_column(const nnreg_packing *work, const nnreg_tile *tile, size_t j, real *x)
{
  const nnreg_source *source = work->source;
  size_t s = work->first + tile->s, first, last;
  nnreg_column_entries(source, j, &first, &last);
  if (!source->starts) {
    REAL(nnreg_load)(source->type, source->values, first + s, tile->samples, x);
    return;
  }
  memset(x, 0, tile->samples * sizeof *x);
  size_t e = nnreg_find_row(source, first, last, s);
  for (; e < last && (size_t)source->rows[e] < s + tile->samples; e++)
    REAL(nnreg_load)(source->type, source->values, e, 1, &x[(size_t)source->rows[e] - s]);
}

/* Reads the tile's values into x, scaled, and shifted too if wanted. */
static void load(const nnreg_packing *work, const nnreg_tile *tile, bool shift,
                 real x[TILE_INPUTS][TILE_SAMPLES])
{
  prefetch(work, tile);
  for (size_t i = 0; i < tile->inputs; i++) {
    size_t j = tile->j + i;
    load_column(work, tile, j, x[i]);
    if (!work->scale) continue;
    real mean = shift ? (real)work->mean[j] : 0, scale = (real)work->scale[j];
    for (size_t k = 0; k < tile->samples; k++) x[i][k] = (x[i][k] - mean) / scale;
  }
}

/* A loop of its own for each type, which the compiler can turn into vector code. */
#define STORE_TILE(type)                                                                        \
  do                                                                                            \
    for (size_t k = 0; k < tile->samples; k++, at += width)                                     \
      for (size_t i = 0; i < tile->inputs; i++) ((type *)work->values)[at + i] = (type)x[i][k]; \
  while (0)

static void pack_dense(const nnreg_packing *work, const nnreg_tile *tile)
{
  real x[TILE_INPUTS][TILE_SAMPLES];
  size_t width = work->source->num_inputs, at = tile->s * width + tile->j;
  load(work, tile, true, x);
  if (work->packed == NNREG_UINT8)
    STORE_TILE(uint8_t);
  else if (work->packed == NNREG_FLOAT)
    STORE_TILE(float);
  else
    STORE_TILE(double);
}

static void count(const nnreg_packing *work, const nnreg_tile *tile)
{
  real x[TILE_INPUTS][TILE_SAMPLES];
  uint32_t *counts = work->counts + tile->s;
  load(work, tile, false, x);
  for (size_t i = 0; i < tile->inputs; i++)
    for (size_t k = 0; k < tile->samples; k++) counts[k] += x[i][k] != 0;
}

/* Appends the tile's non-zeros. */
static void pack_compressed(const nnreg_packing *work, const nnreg_tile *tile, uint32_t *next)
{
  real x[TILE_INPUTS][TILE_SAMPLES] = {{0}};
  uint16_t found[TILE_SAMPLES] = {0}; /* bit i of found[k]: x[i][k] is not zero */
  bool narrow = nnreg_index_bytes(work->source->num_inputs) == sizeof(uint16_t);
  load(work, tile, false, x);
  for (size_t i = 0; i < tile->inputs; i++)
    for (size_t k = 0; k < TILE_SAMPLES; k++) found[k] = (uint16_t)(found[k] | (x[i][k] != 0) << i);
  for (size_t k = 0; k < tile->samples; k++)
    for (unsigned left = found[k]; left; left &= left - 1) {
      size_t i = (size_t)__builtin_ctz(left);
      nnreg_store_entry(work, narrow, next[k]++, tile->j + i, (double)x[i][k]);
    }
}

void REAL(nnreg_pack_tile)(const nnreg_packing *work, const nnreg_tile *tile, uint32_t *next)
{
  if (work->counts)
    count(work, tile);
  else if (work->starts)
    pack_compressed(work, tile, next);
  else
    pack_dense(work, tile);
}
