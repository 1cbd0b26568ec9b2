/* The kernels of one instruction set and precision: plain loops that the compiler
 * turns into that set's vectors.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "kernels.h"

#include <string.h>

#include "activations.h"
#include "adam.h"
#include "sparse.h"

#define PASTE3(a, b, c) a##b##_##c
#define PASTE(a, b, c) PASTE3(a, b, c)
#define TABLE PASTE(nnreg_kernels_, NNREG_ISA, NNREG_REAL_SUFFIX)
#ifdef NNREG_REAL_DOUBLE
#define NNREG_REAL_SUFFIX d
#else
#define NNREG_REAL_SUFFIX s
#endif

static void row_sums(size_t units, size_t samples, const real *restrict delta, size_t stride,
                     real *restrict sums)
{
  memset(sums, 0, units * sizeof *sums);
  for (size_t s = 0; s < samples; s++)
    for (size_t u = 0; u < units; u++) sums[u] += delta[s * stride + u];
}

enum { SUM_LANES = 32, SUMS = SUM_LANES / LANES };

static inline vector load(const real *x) { return *(const vector *)x; }

/* count < LANES numbers, and zeros. */
static inline vector load_first(const real *x, size_t count)
{
  real padded[LANES] = {0};
  for (size_t k = 0; k < count; k++) padded[k] = x[k];
  return load(padded);
}

/* Partial sums that stay in registers; every set adds in the same order. */
static real dot(size_t count, const real *restrict a, const real *restrict b)
{
  vector sums[SUMS] = {{0}};
  size_t i = 0;
  for (; i + SUM_LANES <= count; i += SUM_LANES)
#pragma GCC unroll 16
    for (size_t v = 0; v < SUMS; v++) sums[v] += load(a + i + v * LANES) * load(b + i + v * LANES);
#pragma GCC unroll 16
  for (size_t v = 0; v < SUMS; v++, i += LANES) {
    if (i >= count) break;
    bool whole = i + LANES <= count;
    vector x = whole ? load(a + i) : load_first(a + i, count - i);
    vector y = whole ? load(b + i) : load_first(b + i, count - i);
    sums[v] += x * y;
  }
#pragma GCC unroll 16
  for (size_t half = SUMS / 2; half > 0; half /= 2)
    for (size_t v = 0; v < half; v++) sums[v] += sums[v + half];
  real total[LANES];
  memcpy(total, &sums[0], sizeof total);
#pragma GCC unroll 16
  for (size_t half = LANES / 2; half > 0; half /= 2)
    for (size_t k = 0; k < half; k++) total[k] += total[k + half];
  return total[0];
}

static real sum_squares(size_t count, const real *w) { return dot(count, w, w); }

static void add(size_t count, real scale, const real *restrict x, real *restrict y)
{
  for (size_t i = 0; i < count; i++) y[i] += scale * x[i];
}

static void add_four(size_t count, const real *scale, const real *const *x, real *restrict y)
{
  const real *restrict a = x[0], *restrict b = x[1], *restrict c = x[2], *restrict d = x[3];
  const real p = scale[0], q = scale[1], r = scale[2], s = scale[3];
  for (size_t i = 0; i < count; i++) y[i] = y[i] + p * a[i] + q * b[i] + r * c[i] + s * d[i];
}

static void exponentials(size_t count, real *restrict z)
{
  for (size_t i = 0; i < count; i++) z[i] = exponential(z[i]);
}

extern const nnreg_kernels TABLE;
const nnreg_kernels TABLE = {.adam = adam,
                             .activate = activate,
                             .derive = derive,
                             .reads_inputs = reads_inputs,
                             .exponentials = exponentials,
                             .sparse_product = sparse_product,
                             .sparse_gradient = sparse_gradient,
                             .row_sums = row_sums,
                             .sum_squares = sum_squares,
                             .dot = dot,
                             .add = add,
                             .add_four = add_four};
