/* Products with full samples; a part of kernels.c.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The products are made of patches: PATCH_VECTORS vectors of units by up to PATCH_COLUMNS samples
 * or inputs, whose sums stay in registers. The bits of a sum do not depend on its patch.
 */
#ifndef NNREG_KERNELS_DENSE_H
#define NNREG_KERNELS_DENSE_H

#include <string.h>

#include "kernels.h"
#include "vector.h"

enum { PATCH_COLUMNS = NNREG_SEXTET, PATCH_UNITS = PATCH_VECTORS * LANES };

/* Without AVX2 OpenBLAS's products are faster: they are made for the processor at hand. */
#ifdef __AVX2__
enum { DENSE_PANEL = PATCH_UNITS };
#else
enum { DENSE_PANEL = 0 };
#endif

/* Terms that are summed before they are added to those before them: their weights stay in the
 * cache, and long sums keep their digits. Where the weights of a patch are spread, a copy has them
 * side by side; it stays in the first-level cache, and on the stack. */
enum { DEPTH = 1024, COPIED_DEPTH = PATCH_VECTORS > 2 ? 128 : 256, CACHED_BYTES = 1 << 15 };

/* What a patch holds: c(:, i) = sum over k of a(:, k) * b(k, i), or adds it to c. */
typedef struct {
  size_t depth; /* terms of a sum */
  const real *a;
  size_t a_step; /* from one k to the next */
  const real *b;
  size_t b_step, b_column; /* from one k to the next, from one column to the next */
  real *c;
  size_t c_column;
  bool add;
} patch;

static __attribute__((noinline)) void put_first(vector sum, size_t count, bool add, real *c)
{
  for (size_t k = 0; k < count; k++) c[k] = add ? c[k] + sum[k] : sum[k];
}

/* Stores the first `count` numbers of a vector, or adds them. */
static inline __attribute__((always_inline)) void put(vector sum, size_t count, bool add, real *c)
{
  if (count < LANES) {
    put_first(sum, count, add, c);
    return;
  }
  if (add) sum += load(c);
  *(vector *)c = sum;
}

/* `rest` numbers of the last vector of a column count; the others are neither read nor written. */
static inline __attribute__((always_inline)) void do_patch(int vectors, int columns, size_t rest,
                                                           patch p)
{
  vector sums[PATCH_COLUMNS][PATCH_VECTORS];
#pragma GCC unroll 16
  for (int i = 0; i < columns; i++)
#pragma GCC unroll 16
    for (int v = 0; v < vectors; v++) sums[i][v] = (vector){0};
  for (size_t k = 0; k < p.depth; k++, p.a += p.a_step, p.b += p.b_step) {
    vector a[PATCH_VECTORS];
#pragma GCC unroll 16
    for (int v = 0; v < vectors; v++)
      a[v] = v + 1 < vectors || rest == LANES ? load(p.a + v * (int)LANES)
                                              : load_first(p.a + v * (int)LANES, rest);
#pragma GCC unroll 16
    for (int i = 0; i < columns; i++) {
      real b = p.b[(size_t)i * p.b_column];
#pragma GCC unroll 16
      for (int v = 0; v < vectors; v++) sums[i][v] += b * a[v];
    }
  }
#pragma GCC unroll 16
  for (int i = 0; i < columns; i++)
#pragma GCC unroll 16
    for (int v = 0; v < vectors; v++)
      put(sums[i][v], v + 1 < vectors ? LANES : rest, p.add,
          p.c + (size_t)i * p.c_column + v * (int)LANES);
}

static inline __attribute__((always_inline)) void do_columns(int vectors, size_t columns,
                                                             size_t rest, patch p)
{
  switch (columns) {
    case 1: do_patch(vectors, 1, rest, p); break;
    case 2: do_patch(vectors, 2, rest, p); break;
    case 3: do_patch(vectors, 3, rest, p); break;
    case 4: do_patch(vectors, 4, rest, p); break;
    case 5: do_patch(vectors, 5, rest, p); break;
    default: do_patch(vectors, 6, rest, p); break;
  }
}

_Static_assert(PATCH_COLUMNS == 6 && PATCH_VECTORS <= 4, "do_columns and do_units have every case");

/* A patch of at most PATCH_UNITS units and PATCH_COLUMNS columns. */
static inline __attribute__((always_inline)) void do_units(size_t units, size_t columns, patch p)
{
  if (units == PATCH_UNITS) {
    do_columns(PATCH_VECTORS, columns, LANES, p);
    return;
  }
  size_t vectors = (units + LANES - 1) / LANES, rest = units - (vectors - 1) * LANES;
  if (vectors == 1) do_columns(1, columns, rest, p);
  if (vectors == 2) do_columns(2, columns, rest, p);
  if (PATCH_VECTORS > 2 && vectors == 3) do_columns(PATCH_VECTORS > 2 ? 3 : 1, columns, rest, p);
  if (PATCH_VECTORS > 2 && vectors == 4) do_columns(PATCH_VECTORS > 2 ? 4 : 1, columns, rest, p);
}

/* The samples of a band. They are dealt out evenly: patches of few columns wait for their sums. */
static void product_patches(size_t units, size_t samples, patch p)
{
  size_t patches = (samples + PATCH_COLUMNS - 1) / PATCH_COLUMNS;
  const real *x = p.b;
  real *z = p.c;
  for (size_t i = 0; i < patches; i++) {
    size_t from = samples * i / patches, to = samples * (i + 1) / patches;
    p.b = x + from * p.b_column;
    p.c = z + from * p.c_column;
    do_units(units, to - from, p);
  }
}

static void copy_units(size_t units, size_t depth, const real *w, size_t step, real *copy)
{
  for (size_t k = 0; k < depth; k++, w += step, copy += PATCH_UNITS)
    if (units == PATCH_UNITS)
      memcpy(copy, w, PATCH_UNITS * sizeof *copy);
    else
      memcpy(copy, w, units * sizeof *copy);
}

static void dense_product(size_t units, size_t num_inputs, size_t samples, const real *w,
                          const real *x, size_t x_stride, real *z, size_t stride)
{
  real copy[PATCH_UNITS * COPIED_DEPTH];
  bool spread = units > PATCH_UNITS, cached = units * num_inputs * sizeof *w <= CACHED_BYTES;
  bool copies = spread && !cached && samples > PATCH_COLUMNS;
  size_t depth = spread ? COPIED_DEPTH : DEPTH;
  size_t stretches = (num_inputs + depth - 1) / depth;
  for (size_t i = 0; i < stretches; i++) {
    size_t from = num_inputs * i / stretches, to = num_inputs * (i + 1) / stretches;
    patch p = {.depth = to - from,
               .a_step = copies ? PATCH_UNITS : units,
               .b = x + from,
               .b_step = 1,
               .b_column = x_stride,
               .c_column = stride,
               .add = i > 0};
    for (size_t u = 0; u < units; u += PATCH_UNITS) {
      size_t some = units - u < PATCH_UNITS ? units - u : PATCH_UNITS;
      p.a = w + from * units + u;
      if (copies) copy_units(some, p.depth, p.a, units, copy);
      if (copies) p.a = copy;
      p.c = z + u;
      product_patches(some, samples, p);
    }
  }
}

/* copy(i, k) = w(k, i). */
static void turn_units(size_t units, size_t depth, const real *w, size_t step, real *copy)
{
  for (size_t i = 0; i < units; i++, w += step)
    for (size_t k = 0; k < depth; k++) copy[k * PATCH_UNITS + i] = w[k];
}

static void dense_back(size_t units, size_t count, size_t samples, const real *w, const real *delta,
                       size_t stride, bool add, real *below, size_t below_stride)
{
  real copy[PATCH_UNITS * COPIED_DEPTH];
  for (size_t j = 0; j < count; j += PATCH_UNITS)
    for (size_t from = 0; from < units; from += COPIED_DEPTH) {
      size_t some = count - j < PATCH_UNITS ? count - j : PATCH_UNITS;
      patch p = {.depth = units - from < COPIED_DEPTH ? units - from : COPIED_DEPTH,
                 .a = copy,
                 .a_step = PATCH_UNITS,
                 .b = delta + from,
                 .b_step = 1,
                 .b_column = stride,
                 .c = below + j,
                 .c_column = below_stride,
                 .add = add || from > 0};
      turn_units(some, p.depth, w + j * units + from, units, copy);
      product_patches(some, samples, p);
    }
}

static void dense_gradient(size_t units, size_t count, size_t samples, const real *delta,
                           size_t stride, const nnreg_sextets *x, const nnreg_soon *soon, bool add,
                           real *g)
{
  for (size_t u = 0; u < units; u += PATCH_UNITS) {
    size_t some = units - u < PATCH_UNITS ? units - u : PATCH_UNITS;
    for (size_t j = 0; j < count; j += PATCH_COLUMNS) {
      patch p = {.depth = samples,
                 .a = delta + u,
                 .a_step = stride,
                 .b = x->values + j / PATCH_COLUMNS * x->stride,
                 .b_step = x->step,
                 .b_column = 1,
                 .c = g + u + j * units,
                 .c_column = units,
                 .add = add};
      size_t columns = count - j < PATCH_COLUMNS ? count - j : PATCH_COLUMNS;
      for (size_t i = 0; i < columns; i++) load_soon(soon, u + (j + i) * units, some);
      do_units(some, columns, p);
    }
  }
}

#endif
