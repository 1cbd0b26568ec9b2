/* The vectors of the instruction set at hand; a part of kernels.c.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_KERNELS_VECTOR_H
#define NNREG_KERNELS_VECTOR_H

#include "kernels.h"

#ifdef __AVX2__
#include <immintrin.h>
#endif

/* A vector of the instruction set; it may lie anywhere in memory. A product keeps the sums of a
 * band of units in registers, SETS times over, so that enough additions are in flight. A dense
 * product keeps those of a patch: PATCH_VECTORS vectors of each of six columns. */
#if defined __AVX512F__
enum { VECTOR_BYTES = 64, BAND_BYTES = 256, SETS = 2, PATCH_VECTORS = 4 };
#elif defined __AVX__
enum { VECTOR_BYTES = 32, BAND_BYTES = 256, SETS = 1, PATCH_VECTORS = 2 };
#else
enum { VECTOR_BYTES = 16, BAND_BYTES = 128, SETS = 1, PATCH_VECTORS = 2 };
#endif
typedef real vector __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(real)), may_alias));

enum {
  LANES = VECTOR_BYTES / sizeof(real),
  BAND = BAND_BYTES / sizeof(real),
  VECTORS = BAND / LANES
};

static inline vector load(const real *x) { return *(const vector *)x; }

/* `count` numbers from `at` on of each array that is worked on soon. */
static inline __attribute__((always_inline)) void load_soon(const nnreg_soon *soon, size_t at,
                                                            size_t count)
{
  enum { LINE = 64 / sizeof(real) };
  if (!soon) return;
#pragma GCC unroll 4
  for (int i = 0; i < NNREG_NUM_SOON; i++)
#pragma GCC unroll 16
    for (size_t k = 0; k < count; k += LINE) __builtin_prefetch(soon->arrays[i] + at + k, 1);
}

/* count < LANES numbers, and zeros. */
static inline vector load_first(const real *x, size_t count)
{
#if defined __AVX512F__ && defined NNREG_REAL_DOUBLE
  return (vector)_mm512_maskz_loadu_pd((__mmask8)((1u << count) - 1), x);
#elif defined __AVX512F__
  return (vector)_mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), x);
#elif defined __AVX2__ && defined NNREG_REAL_DOUBLE
  static const int64_t MASK[2 * LANES] = {-1, -1, -1, -1};
  return (vector)_mm256_maskload_pd(x, _mm256_loadu_si256((const void *)(MASK + LANES - count)));
#elif defined __AVX2__
  static const int32_t MASK[2 * LANES] = {-1, -1, -1, -1, -1, -1, -1, -1};
  return (vector)_mm256_maskload_ps(x, _mm256_loadu_si256((const void *)(MASK + LANES - count)));
#else
  vector padded = {0};
  for (size_t k = 0; k < count; k++) padded[k] = x[k];
  return padded;
#endif
}

#endif
