/* Products with compressed samples; a part of kernels.c.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_KERNELS_SPARSE_H
#define NNREG_KERNELS_SPARSE_H

#include <string.h>

#include "kernels.h"
#include "network/network.h"
#include "vector.h"

/* total(:) += value * column(:), a band. */
static inline __attribute__((always_inline)) void add_band(vector total[VECTORS],
                                                           const real *column, real value)
{
  /* A pointer of its own: else the compiler computes an index for each vector. */
  __asm__("" : "+r"(column));
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) total[i] += value * *(const vector *)(column + i * (int)LANES);
}

/* sum(:) = the sum over column k's entries of value * columns(:, index), for a whole band. */
static inline __attribute__((always_inline)) void gather_band(const real *restrict columns,
                                                              size_t stride, nnreg_entries x,
                                                              size_t k, real *restrict sum)
{
  vector even[VECTORS] = {{0}}, odd[VECTORS] = {{0}};
  size_t e = x.starts[k], last = x.starts[k + 1];
  for (; SETS == 2 && e + 2 <= last; e += 2) {
    add_band(even, columns + x.index[e] * stride, x.values[e]);
    add_band(odd, columns + x.index[e + 1] * stride, x.values[e + 1]);
  }
  for (; e < last; e++) add_band(even, columns + x.index[e] * stride, x.values[e]);
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) *(vector *)(sum + i * (int)LANES) = even[i] + odd[i];
}

/* The same for the units behind the last whole band. */
static inline void gather_rest(size_t units, const real *restrict columns, size_t stride,
                               nnreg_entries x, size_t k, real *restrict sum)
{
  memset(sum, 0, units * sizeof *sum);
  for (size_t e = x.starts[k]; e < x.starts[k + 1]; e++) {
    const real *column = columns + x.index[e] * stride, value = x.values[e];
    for (size_t u = 0; u < units; u++) sum[u] += value * column[u];
  }
}

static void sparse_gradient(size_t units, size_t count, const real *delta, size_t stride,
                            const nnreg_entries *x, const nnreg_soon *soon, real *g)
{
  size_t u = 0;
  for (; u + BAND <= units; u += BAND)
    for (size_t k = 0; k < count; k++) {
      load_soon(soon, u + k * units, BAND);
      gather_band(delta + u, stride, *x, k, g + u + k * units);
    }
  if (u == units) return;
  for (size_t k = 0; k < count; k++)
    gather_rest(units - u, delta + u, stride, *x, k, g + u + k * units);
}

/* The weights of a stretch of inputs stay in the cache while all samples pass by. There are
 * not too many stretches: of very many inputs a sample has few non-zeros in a short one. */
enum { STRETCH_INPUTS = 256, MAX_STRETCHES = 16 };

/* Adds entries e .. last - 1 with inputs below `end` to the sums of a band; returns the first
 * entry that is left. */
static inline __attribute__((always_inline)) uint32_t add_entries(const real *restrict w,
                                                                  size_t units, nnreg_entries x,
                                                                  uint32_t e, uint32_t last,
                                                                  uint32_t end, real *restrict z)
{
  vector even[VECTORS], odd[VECTORS] = {{0}};
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) even[i] = *(const vector *)(z + i * (int)LANES);
  for (; SETS == 2 && e + 2 <= last && x.index[e + 1] < end; e += 2) {
    add_band(even, w + x.index[e] * units, x.values[e]);
    add_band(odd, w + x.index[e + 1] * units, x.values[e + 1]);
  }
  for (; e < last && x.index[e] < end; e++) add_band(even, w + x.index[e] * units, x.values[e]);
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) *(vector *)(z + i * (int)LANES) = even[i] + odd[i];
  return e;
}

static void product_band(size_t units, size_t num_inputs, size_t samples, const real *w,
                         nnreg_entries x, real *z, size_t stride)
{
  uint32_t at[NNREG_MAX_PIECE], left = 1, end = 0;
  uint32_t stretch = (uint32_t)(num_inputs / MAX_STRETCHES);
  if (stretch < STRETCH_INPUTS) stretch = STRETCH_INPUTS;
  for (size_t s = 0; s < samples; s++) {
    at[s] = x.starts[s];
    memset(z + s * stride, 0, BAND * sizeof *z);
  }
  while (left) {
    end += stretch;
    left = 0;
    for (size_t s = 0; s < samples; s++) {
      at[s] = add_entries(w, units, x, at[s], x.starts[s + 1], end, z + s * stride);
      left += x.starts[s + 1] - at[s];
    }
  }
}

static void sparse_product(size_t units, size_t num_inputs, size_t samples, const real *w,
                           const nnreg_entries *x, real *z, size_t stride)
{
  size_t u = 0;
  for (; u + BAND <= units; u += BAND)
    product_band(units, num_inputs, samples, w + u, *x, z + u, stride);
  for (size_t s = 0; u < units && s < samples; s++)
    gather_rest(units - u, w + u, units, *x, s, z + u + s * stride);
}

#endif
