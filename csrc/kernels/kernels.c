/* The kernels of one instruction set and precision: plain loops that the compiler
 * turns into that set's vectors.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "kernels.h"

#include <string.h>

#include "adam.h"
#include "elementary.h"
#include "sparse.h"

#define PASTE3(a, b, c) a##b##_##c
#define PASTE(a, b, c) PASTE3(a, b, c)
#define TABLE PASTE(nnreg_kernels_, NNREG_ISA, NNREG_REAL_SUFFIX)
#ifdef NNREG_REAL_DOUBLE
#define NNREG_REAL_SUFFIX d
#else
#define NNREG_REAL_SUFFIX s
#endif

static void add_bias(size_t units, const real *restrict bias, real *restrict z)
{
  for (size_t u = 0; u < units; u++) z[u] += bias[u];
}

static void add_bias_relu(size_t units, const real *restrict bias, real *restrict z)
{
  for (size_t u = 0; u < units; u++) {
    real value = z[u] + bias[u];
    z[u] = value < 0 ? 0 : value; /* keeps NaN, so that divergence shows */
  }
}

static void add_bias_tanh(size_t units, const real *restrict bias, real *restrict z)
{
  for (size_t u = 0; u < units; u++) z[u] = hyperbolic_tangent(z[u] + bias[u]);
}

static void add_bias_sigmoid(size_t units, const real *restrict bias, real *restrict z)
{
  for (size_t u = 0; u < units; u++) z[u] = 1 / (1 + exponential(-(z[u] + bias[u])));
}

static void activate(nnreg_activation activation, size_t units, size_t samples, const real *bias,
                     real *z, size_t stride)
{
  for (size_t s = 0; s < samples; s++, z += stride) switch (activation) {
      case NNREG_RELU: add_bias_relu(units, bias, z); break;
      case NNREG_TANH: add_bias_tanh(units, bias, z); break;
      case NNREG_SIGMOID: add_bias_sigmoid(units, bias, z); break;
      case NNREG_LINEAR: add_bias(units, bias, z); break;
    }
}

static void derive_column(nnreg_activation activation, size_t units, const real *restrict a,
                          real *restrict delta)
{
  switch (activation) {
    case NNREG_RELU:
      for (size_t u = 0; u < units; u++) delta[u] = a[u] > 0 ? delta[u] : 0;
      break;
    case NNREG_TANH:
      for (size_t u = 0; u < units; u++) delta[u] *= 1 - a[u] * a[u];
      break;
    case NNREG_SIGMOID:
      for (size_t u = 0; u < units; u++) delta[u] *= a[u] * (1 - a[u]);
      break;
    case NNREG_LINEAR: break;
  }
}

static void derive(nnreg_activation activation, size_t units, size_t samples, const real *a,
                   size_t a_stride, real *delta, size_t stride)
{
  for (size_t s = 0; s < samples; s++)
    derive_column(activation, units, a + s * a_stride, delta + s * stride);
}

static void row_sums(size_t units, size_t samples, const real *restrict delta, size_t stride,
                     real *restrict sums)
{
  memset(sums, 0, units * sizeof *sums);
  for (size_t s = 0; s < samples; s++)
    for (size_t u = 0; u < units; u++) sums[u] += delta[s * stride + u];
}

enum { SQUARE_LANES = 16 };

/* Partial sums that the compiler keeps in vectors; the same order for every set. */
static real sum_squares(size_t count, const real *restrict w)
{
  real sums[SQUARE_LANES] = {0}, total = 0;
  size_t i = 0;
  for (; i + SQUARE_LANES <= count; i += SQUARE_LANES)
    for (size_t k = 0; k < SQUARE_LANES; k++) sums[k] += w[i + k] * w[i + k];
  for (; i < count; i++) sums[0] += w[i] * w[i];
  for (size_t k = 0; k < SQUARE_LANES; k++) total += sums[k];
  return total;
}

static void exponentials(size_t count, real *restrict z)
{
  for (size_t i = 0; i < count; i++) z[i] = exponential(z[i]);
}

extern const nnreg_kernels TABLE;
const nnreg_kernels TABLE = {adam,           activate,        derive,   exponentials,
                             sparse_product, sparse_gradient, row_sums, sum_squares};
