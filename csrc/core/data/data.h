/* X as it comes and as it is packed.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_DATA_H
#define NNREG_DATA_H

#include "nnreg.h"

/* ------------------------------------------------------------ source.c -- */

size_t nnreg_type_bytes(nnreg_type type);

/* The packed data's row of the k-th sample. */
static inline size_t nnreg_row(const nnreg_samples *samples, size_t k)
{
  return samples->rows ? samples->rows[k] : k;
}

/* Of ascending numbers, first .. last - 1: where the first is that is not below `least`; last if
 * there is none. */
static inline size_t nnreg_first_from(const uint32_t *numbers, size_t first, size_t last,
                                      size_t least)
{
  while (first < last) {
    size_t middle = first + (last - first) / 2;
    if (numbers[middle] < least)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

/* Reads values at .. at + count - 1 of an array of the type (real/load.c). */
void nnreg_load_s(nnreg_type type, const void *values, size_t at, size_t count, float *out);
void nnreg_load_d(nnreg_type type, const void *values, size_t at, size_t count, double *out);

/* The stored entries of a full (first = column * N) or compressed column. */
void nnreg_column_entries(const nnreg_source *source, size_t column, size_t *first, size_t *last);

/* The first entry in first .. last - 1 whose row is not below `row`. */
size_t nnreg_find_row(const nnreg_source *source, size_t first, size_t last, size_t row);

/* NNREG_BAD_ARGUMENT unless sizes and a compressed source's starts hold. */
nnreg_status nnreg_source_check(const nnreg_source *source, nnreg_message *why);

/* Whether the rows of a compressed column's entries first .. last - 1 ascend and exist. */
bool nnreg_rows_ascend(const nnreg_source *source, size_t first, size_t last);

/* NNREG_BAD_ARGUMENT: a compressed source does not ascend. */
nnreg_status nnreg_not_sparse(nnreg_message *why);

/* -------------------------------------------------------------- pack.c -- */

enum { TILE_SAMPLES = 128, TILE_INPUTS = 16 };

/* Counts the non-zeros of samples first .. first + count - 1 of X, or packs these samples. */
typedef struct {
  const nnreg_source *source;
  size_t first, count;
  const double *mean, *scale; /* (inputs) or NULL */
  nnreg_type packed;
  uint32_t *counts;       /* counting: (count)      */
  const uint32_t *starts; /* compressed: (count + 1) */
  uint32_t *next;         /* sparse X: (count) the next entry of each sample */
  void *indices, *values;
} nnreg_packing;

/* Part of X: samples s .. s + samples - 1, counted from first, and `inputs` inputs from j on. */
typedef struct {
  size_t s, samples, j, inputs;
} nnreg_tile;

/* Counts a tile's non-zeros by sample, or packs the tile. If compressed, next (samples) has the
 * next entry of each sample. The version in float is for values that float holds, without scale. */
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
