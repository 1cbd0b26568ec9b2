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
 * band of units in registers, SETS times over, so that enough additions are in flight. */
#if defined __AVX512F__
enum { VECTOR_BYTES = 64, BAND_BYTES = 256, SETS = 2 };
#elif defined __AVX__
enum { VECTOR_BYTES = 32, BAND_BYTES = 256, SETS = 1 };
#else
enum { VECTOR_BYTES = 16, BAND_BYTES = 128, SETS = 1 };
#endif
typedef real vector __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(real)), may_alias));

enum {
  LANES = VECTOR_BYTES / sizeof(real),
  BAND = BAND_BYTES / sizeof(real),
  VECTORS = BAND / LANES
};

#endif
