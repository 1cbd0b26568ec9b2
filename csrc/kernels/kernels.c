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
#include "dense.h"
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

/* Partial sums that stay in registers; every set adds in the same order. (Whatever takes the
 * address of one sends all of them to memory.) */
static real dot(size_t count, const real *restrict a, const real *restrict b)
{
  vector sums[SUMS];
  size_t left = count;
#pragma GCC unroll 16
  for (size_t v = 0; v < SUMS; v++) sums[v] = (vector){0};
  for (; left >= SUM_LANES; left -= SUM_LANES, a += SUM_LANES, b += SUM_LANES)
#pragma GCC unroll 16
    for (size_t v = 0; v < SUMS; v++) sums[v] += load(a + v * LANES) * load(b + v * LANES);
#pragma GCC unroll 16
  for (size_t v = 0; v < SUMS; v++) {
    size_t from = v * LANES;
    if (left <= from) break;
    bool whole = left >= from + LANES;
    vector x = whole ? load(a + from) : load_first(a + from, left - from);
    vector y = whole ? load(b + from) : load_first(b + from, left - from);
    sums[v] += x * y;
  }
#pragma GCC unroll 16
  for (size_t half = SUMS / 2; half > 0; half /= 2)
#pragma GCC unroll 16
    for (size_t v = 0; v < half; v++) sums[v] += sums[v + half];
  vector total = sums[0];
#pragma GCC unroll 16
  for (size_t half = LANES / 2; half > 0; half /= 2)
#pragma GCC unroll 16
    for (size_t k = 0; k < half; k++) total[k] += total[k + half];
  return total[0];
}

static real sum_squares(size_t count, const real *w) { return dot(count, w, w); }

/* Four sums share what they load of y. */
static void dot_four(size_t count, const real *const *x, const real *restrict y,
                     real *restrict sums)
{
  enum { PAIR = 2, FOUR = 4 };
  vector parts[FOUR][PAIR];
  const real *a[FOUR] = {x[0], x[1], x[2], x[3]};
  size_t at = 0;
#pragma GCC unroll 4
  for (size_t k = 0; k < FOUR; k++) parts[k][0] = parts[k][1] = (vector){0};
  for (; count - at >= PAIR * LANES; at += PAIR * LANES) {
    vector first = load(y + at), second = load(y + at + LANES);
#pragma GCC unroll 4
    for (size_t k = 0; k < FOUR; k++) {
      parts[k][0] += load(a[k] + at) * first;
      parts[k][1] += load(a[k] + at + LANES) * second;
    }
  }
#pragma GCC unroll 2
  for (size_t v = 0; v < PAIR; v++) {
    if (count <= at) break;
    size_t left = count - at < LANES ? count - at : LANES;
    vector other = left == LANES ? load(y + at) : load_first(y + at, left);
#pragma GCC unroll 4
    for (size_t k = 0; k < FOUR; k++)
      parts[k][v] += (left == LANES ? load(a[k] + at) : load_first(a[k] + at, left)) * other;
    at += left;
  }
#pragma GCC unroll 4
  for (size_t k = 0; k < FOUR; k++) {
    vector total = parts[k][0] + parts[k][1];
#pragma GCC unroll 16
    for (size_t half = LANES / 2; half > 0; half /= 2)
#pragma GCC unroll 16
      for (size_t i = 0; i < half; i++) total[i] += total[i + half];
    sums[k] = total[0];
  }
}

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

/* Numbers as wide as reals: conditions on reals become vectors of such numbers. */
#ifdef NNREG_REAL_DOUBLE
typedef int64_t mask;
#else
typedef int32_t mask;
#endif
#define MASK_OF(condition) ((mask)((condition) ? -1 : 0))

static bool meets_zero(size_t count, real t, const real *w, const real *move, const real *price)
{
  mask met = 0;
  for (size_t i = 0; i < count; i++)
    met |=
        MASK_OF(move[i] != 0) & MASK_OF(price[i] != 0) & ~MASK_OF(w[i] * (w[i] + t * move[i]) > 0);
  return met != 0;
}

static bool may_exceed(size_t count, real bar, const real *g, const real *doubt, const real *price)
{
  mask any = 0;
  for (size_t i = 0; i < count; i++) {
    real size = g[i] < 0 ? -g[i] : g[i];
    any |= MASK_OF(doubt[i] != 0) & ~MASK_OF(size + doubt[i] <= bar * price[i]);
  }
  return any != 0;
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
                             .dense_panel = DENSE_PANEL,
                             .dense_product = dense_product,
                             .dense_gradient = dense_gradient,
                             .dense_back = dense_back,
                             .sparse_product = sparse_product,
                             .sparse_gradient = sparse_gradient,
                             .row_sums = row_sums,
                             .sum_squares = sum_squares,
                             .dot = dot,
                             .dot_four = dot_four,
                             .add = add,
                             .add_four = add_four,
                             .meets_zero = meets_zero,
                             .may_exceed = may_exceed};
