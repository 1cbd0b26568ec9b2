/* exp, and in single precision tanh, as fast as vectors are; a part of kernels.c.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_KERNELS_ELEMENTARY_H
#define NNREG_KERNELS_ELEMENTARY_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "kernels.h"

#ifdef NNREG_REAL_DOUBLE

/* As the one in single precision below; exp (r) by Taylor's series, whose first term left
 * out is below 5e-18. Below 3.4e-308 it is 0. */
static inline __attribute__((always_inline)) double exponential(double x)
{
  const double least = -708, most = 709.78, to_integer = 6755399441055744; /* 1.5 * 2^52 */
  double bounded = x < least ? least : x;
  bounded = bounded > most ? most : bounded;
  double shifted = bounded * 1.4426950408889634 + to_integer, n = shifted - to_integer;
  double r = bounded - n * 0x1.62e42feep-1 - n * 0x1.a39ef35793c76p-33; /* log (2) in two parts */
  double p = 1.0 / 6227020800;
  p = p * r + 1.0 / 479001600;
  p = p * r + 1.0 / 39916800;
  p = p * r + 1.0 / 3628800;
  p = p * r + 1.0 / 362880;
  p = p * r + 1.0 / 40320;
  p = p * r + 1.0 / 5040;
  p = p * r + 1.0 / 720;
  p = p * r + 1.0 / 120;
  p = p * r + 1.0 / 24;
  p = p * r + 1.0 / 6;
  p = p * r + 0.5;
  double y = p * r * r + r + 1, half;
  uint64_t bits;
  memcpy(&bits, &shifted, sizeof bits);
  bits = (bits << 52) + (UINT64_C(1022) << 52); /* 2^(n - 1): 2^1024 is no number */
  memcpy(&half, &bits, sizeof half);
  y = y * half * 2;
  y = x < least ? 0 : y;
  return x > most ? INFINITY : y;
}

static inline double hyperbolic_tangent(double x) { return tanh(x); }

#else

/* exp (x) = 2^n exp (r), |r| <= log (2) / 2, exp (r) by a polynomial whose largest relative
 * error is 3.3e-9 (Remez). Without branches, so that loops over it become vectors. Below
 * 2.5e-38 it is 0. */
static inline __attribute__((always_inline)) float exponential(float x)
{
  const float least = -86.6F, most = 88.7F, to_integer = 12582912; /* 1.5 * 2^23 */
  float bounded = x < least ? least : x;
  bounded = bounded > most ? most : bounded;
  float shifted = bounded * 1.44269504F + to_integer, n = shifted - to_integer;
  float r = bounded - n * 0.693359375F + n * 2.12194440e-4F; /* log (2) in two parts */
  float p = 1.381314491e-3F;
  p = p * r + 8.369418828e-3F;
  p = p * r + 4.166845678e-2F;
  p = p * r + 1.666651479e-1F;
  p = p * r + 4.999999305e-1F;
  float y = p * r * r + r + 1, half;
  uint32_t bits;
  memcpy(&bits, &shifted, sizeof bits);
  bits = (bits << 23) + (UINT32_C(126) << 23); /* 2^(n - 1): 2^128 is no number */
  memcpy(&half, &bits, sizeof half);
  y = y * half * 2;
  y = x < least ? 0 : y;
  return x > most ? INFINITY : y;
}

/* A polynomial near 0 (relative error 4.8e-9), (1 - e^-2|x|) / (1 + e^-2|x|) beyond. */
static inline __attribute__((always_inline)) float hyperbolic_tangent(float x)
{
  float z = x * x, size = fabsf(x), e = exponential(-2 * size);
  float p = -5.666977072e-3F;
  p = p * z + 2.060617657e-2F;
  p = p * z - 5.373000710e-2F;
  p = p * z + 1.333133100e-1F;
  p = p * z - 3.333327806e-1F;
  float near = x + p * z * x, far = copysignf((1 - e) / (1 + e), x);
  return size < 0.625F ? near : far;
}

#endif

#endif
