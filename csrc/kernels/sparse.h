/* Products with compressed samples; a part of kernels.c.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_KERNELS_SPARSE_H
#define NNREG_KERNELS_SPARSE_H

#include <string.h>

#include "kernels.h"
#include "network/plan.h"
#include "vector.h"

/* total(:) += value * column(:), a tile. */
static inline __attribute__((always_inline)) void add_tile(vector total[VECTORS],
                                                           const real *column, real value)
{
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) total[i] += value * *(const vector *)(column + i * (int)LANES);
}

/* sum(:) = sum over e of values[e] * columns(:, index[e]) for a whole tile of units. */
static inline __attribute__((always_inline)) void gather_tile(
    const real *restrict columns, size_t stride, size_t first, size_t last,
    const uint32_t *restrict index, const real *restrict values, real *restrict sum)
{
  vector even[VECTORS] = {{0}}, odd[VECTORS] = {{0}};
  size_t e = first;
  for (; SETS == 2 && e + 2 <= last; e += 2) {
    add_tile(even, columns + index[e] * stride, values[e]);
    add_tile(odd, columns + index[e + 1] * stride, values[e + 1]);
  }
  for (; e < last; e++) add_tile(even, columns + index[e] * stride, values[e]);
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) *(vector *)(sum + i * (int)LANES) = even[i] + odd[i];
}

static inline void gather_rest(size_t units, const real *restrict columns, size_t stride,
                               size_t first, size_t last, const uint32_t *restrict index,
                               const real *restrict values, real *restrict sum)
{
  memset(sum, 0, units * sizeof *sum);
  for (size_t e = first; e < last; e++) {
    const real *column = columns + index[e] * stride, value = values[e];
    for (size_t u = 0; u < units; u++) sum[u] += value * column[u];
  }
}

/* out(:, k) = sum over entries starts[k] .. starts[k + 1] - 1, for k < count. */
static inline __attribute__((always_inline)) void gather(size_t units, size_t count,
                                                         const real *columns, size_t stride,
                                                         const uint32_t *starts,
                                                         const uint32_t *index, const real *values,
                                                         real *out, size_t out_stride)
{
  size_t u = 0;
  for (; u + TILE <= units; u += TILE)
    for (size_t k = 0; k < count; k++)
      gather_tile(columns + u, stride, starts[k], starts[k + 1], index, values,
                  out + u + k * out_stride);
  if (u == units) return;
  for (size_t k = 0; k < count; k++)
    gather_rest(units - u, columns + u, stride, starts[k], starts[k + 1], index, values,
                out + u + k * out_stride);
}

/* The weights of so many inputs stay in the cache while the samples pass by; of very many
 * inputs a sample has too few non-zeros in a block for small ones to pay. */
enum { BLOCK_INPUTS = 256, MAX_BLOCKS = 16 };

/* Adds entries *at .. with inputs below `end` to the sums of a tile. */
static inline __attribute__((always_inline)) uint32_t add_entries(
    const real *restrict w, size_t units, uint32_t e, uint32_t last, uint32_t end,
    const uint32_t *restrict inputs, const real *restrict values, real *restrict z)
{
  vector even[VECTORS], odd[VECTORS] = {{0}};
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) even[i] = *(const vector *)(z + i * (int)LANES);
  for (; SETS == 2 && e + 2 <= last && inputs[e + 1] < end; e += 2) {
    add_tile(even, w + inputs[e] * units, values[e]);
    add_tile(odd, w + inputs[e + 1] * units, values[e + 1]);
  }
  for (; e < last && inputs[e] < end; e++) add_tile(even, w + inputs[e] * units, values[e]);
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) *(vector *)(z + i * (int)LANES) = even[i] + odd[i];
  return e;
}

static void product_tile(size_t units, size_t num_inputs, size_t samples, const real *w,
                         const uint32_t *starts, const uint32_t *inputs, const real *values,
                         real *z, size_t stride)
{
  uint32_t at[NNREG_MAX_CHUNK], left = 1, end = 0;
  uint32_t block = (uint32_t)(num_inputs / MAX_BLOCKS);
  if (block < BLOCK_INPUTS) block = BLOCK_INPUTS;
  for (size_t s = 0; s < samples; s++) {
    at[s] = starts[s];
    memset(z + s * stride, 0, TILE * sizeof *z);
  }
  while (left) {
    end += block;
    left = 0;
    for (size_t s = 0; s < samples; s++) {
      at[s] = add_entries(w, units, at[s], starts[s + 1], end, inputs, values, z + s * stride);
      left += starts[s + 1] - at[s];
    }
  }
}

static void sparse_product(size_t units, size_t num_inputs, size_t samples, const real *w,
                           const uint32_t *starts, const uint32_t *inputs, const real *values,
                           real *z, size_t stride)
{
  size_t u = 0;
  for (; u + TILE <= units; u += TILE)
    product_tile(units, num_inputs, samples, w + u, starts, inputs, values, z + u, stride);
  for (size_t s = 0; u < units && s < samples; s++)
    gather_rest(units - u, w + u, units, starts[s], starts[s + 1], inputs, values,
                z + u + s * stride);
}

static void sparse_gradient(size_t units, size_t count, const real *delta, size_t stride,
                            const uint32_t *starts, const uint32_t *samples, const real *values,
                            real *g)
{
  gather(units, count, delta, stride, starts, samples, values, g, units);
}

#endif
