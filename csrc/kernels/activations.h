/* exp, tanh and the activations; a part of kernels.c.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new activation takes two functions, a line of ACTIVATION and a row of the table.
 */
#ifndef NNREG_KERNELS_ACTIVATIONS_H
#define NNREG_KERNELS_ACTIVATIONS_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "kernels.h"

#ifdef NNREG_REAL_DOUBLE

/* As in single precision below, but exp (r) by Taylor's series: its first omitted term is below
 * 5e-18. A result below 3.4e-308 is 0. */
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
  bits = (bits << 52) + (UINT64_C(1022) << 52); /* 2^(n - 1), since 2^1024 overflows */
  memcpy(&half, &bits, sizeof half);
  y = y * half * 2;
  y = x < least ? 0 : y;
  return x > most ? INFINITY : y;
}

static inline double hyperbolic_tangent(double x) { return tanh(x); }

#else

/* exp (x) = 2^n exp (r), |r| <= log (2) / 2, with exp (r) by a polynomial of relative error
 * 3.3e-9 at most (Remez). It has no branches, so that the compiler can vectorise loops over it.
 * A result below 2.5e-38 is 0. */
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
  bits = (bits << 23) + (UINT32_C(126) << 23); /* 2^(n - 1), since 2^128 overflows */
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

#define FORMULA static inline __attribute__((always_inline)) real

/* NAME (z) is a = f (z). NAME_back (delta, z, a) is delta * f' (z). */

/* NaN stays NaN, so that divergence shows. */
FORMULA relu(real z) { return z < 0 ? 0 : z; }
FORMULA relu_back(real delta, real z, real a) { return (void)z, a > 0 ? delta : 0; }

FORMULA tangent(real z) { return hyperbolic_tangent(z); }
FORMULA tangent_back(real delta, real z, real a) { return (void)z, delta * (1 - a * a); }

FORMULA sigmoid(real z) { return 1 / (1 + exponential(-z)); }
FORMULA sigmoid_back(real delta, real z, real a) { return (void)z, delta * (a * (1 - a)); }

FORMULA linear(real z) { return z; }
FORMULA linear_back(real delta, real z, real a) { return (void)z, (void)a, delta; }

/* The loops around a formula. READS: NAME_back uses z. */
#define ACTIVATION(NAME, READS)                                                     \
  static void NAME##_apply(const nnreg_units *all, const real *restrict bias)       \
  {                                                                                 \
    for (size_t s = 0; s < all->samples; s++) {                                     \
      real *restrict z = all->outputs + s * all->stride;                            \
      for (size_t u = 0; u < all->units; u++) z[u] = NAME(z[u] + bias[u]);          \
    }                                                                               \
  }                                                                                 \
  static void NAME##_derive(const nnreg_units *all, real *deltas)                   \
  {                                                                                 \
    for (size_t s = 0; s < all->samples; s++) {                                     \
      size_t at = s * all->stride;                                                  \
      const real *restrict a = all->outputs + at;                                   \
      const real *restrict z = READS ? all->inputs + at : a;                        \
      real *restrict d = deltas + at;                                               \
      for (size_t u = 0; u < all->units; u++) d[u] = NAME##_back(d[u], z[u], a[u]); \
    }                                                                               \
  }                                                                                 \
  enum { NAME##_READS = READS };

ACTIVATION(relu, 0)
ACTIVATION(tangent, 0)
ACTIVATION(sigmoid, 0)
ACTIVATION(linear, 0)

#define ROW(NAME)                             \
  {                                           \
    NAME##_apply, NAME##_derive, NAME##_READS \
  }

static const struct {
  void (*apply)(const nnreg_units *z, const real *bias);
  void (*derive)(const nnreg_units *z, real *deltas);
  bool reads_inputs;
} activations[] = {[NNREG_RELU] = ROW(relu),
                   [NNREG_TANH] = ROW(tangent),
                   [NNREG_SIGMOID] = ROW(sigmoid),
                   [NNREG_LINEAR] = ROW(linear)};

_Static_assert(sizeof activations / sizeof *activations == NNREG_NUM_ACTIVATIONS,
               "each activation has a row");

static bool reads_inputs(nnreg_activation activation)
{
  return activations[activation].reads_inputs;
}

static void activate(const nnreg_units *z, const real *bias)
{
  for (size_t s = 0; z->inputs && s < z->samples; s++)
    for (size_t u = 0; u < z->units; u++)
      z->inputs[s * z->stride + u] = z->outputs[s * z->stride + u] + bias[u];
  activations[z->activation].apply(z, bias);
}

static void derive(const nnreg_units *z, real *deltas)
{
  activations[z->activation].derive(z, deltas);
}

#endif
