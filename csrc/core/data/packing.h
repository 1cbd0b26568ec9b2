/* What packing works on; its tiles are in real/tile.c.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_PACKING_H
#define NNREG_PACKING_H

#include "nnreg.h"

enum { TILE_SAMPLES = 128, TILE_INPUTS = 16 };

/* Samples first .. first + count - 1 of X: their non-zeros are counted, or they are packed. */
typedef struct {
  const nnreg_source *source;
  size_t first, count;
  const double *mean, *scale; /* (inputs) or NULL */
  nnreg_type packed;
  uint32_t *counts;       /* counting: (count)      */
  const uint32_t *starts; /* compressed: (count + 1) */
  uint32_t *next;         /* sparse X: (count) where each sample goes on */
  void *indices, *values;
} nnreg_packing;

/* Part of a full X: samples s .. s + samples - 1 of those to pack, `inputs` inputs from j on. */
typedef struct {
  size_t s, samples, j, inputs;
} nnreg_tile;

/* Counts a tile's non-zeros by sample, or packs it; compressed, next (samples) holds where
 * each sample goes on. The one in float is for values that float holds, and no scale. */
void nnreg_pack_tile_s(const nnreg_packing *work, const nnreg_tile *tile, uint32_t *next);
void nnreg_pack_tile_d(const nnreg_packing *work, const nnreg_tile *tile, uint32_t *next);

/* values[at] = value; indices[at] = input and the same. */
static inline void nnreg_store(nnreg_type type, void *values, size_t at, double value)
{
  if (type == NNREG_UINT8)
    ((uint8_t *)values)[at] = (uint8_t)value;
  else if (type == NNREG_FLOAT)
    ((float *)values)[at] = (float)value;
  else
    ((double *)values)[at] = value;
}

static inline void nnreg_store_entry(const nnreg_packing *work, bool narrow, size_t at,
                                     size_t input, double value)
{
  if (narrow)
    ((uint16_t *)work->indices)[at] = (uint16_t)input;
  else
    ((uint32_t *)work->indices)[at] = (uint32_t)input;
  nnreg_store(work->packed, work->values, at, value);
}

#endif
