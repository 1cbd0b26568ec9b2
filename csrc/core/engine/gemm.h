/* Matrix products by OpenBLAS.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_GEMM_H
#define NNREG_GEMM_H

#include "names.h"
#include "os/blas.h"

/* A matrix whose columns lie `stride` apart. */
typedef struct {
  const real *values;
  size_t stride;
  bool transposed;
} nnreg_factor;

/* C (m x n) = A B + beta C, with A (m x k) and B (k x n) once transposed. */
typedef struct {
  size_t m, n, k;
  nnreg_factor a, b;
  real beta;
} nnreg_product;

static inline void nnreg_gemm(const nnreg_blas *blas, const nnreg_product *p, real *c,
                              size_t stride)
{
#ifdef NNREG_REAL_DOUBLE
  nnreg_dgemm *call = blas->dgemm;
#else
  nnreg_sgemm *call = blas->sgemm;
#endif
  call(NNREG_COLUMNS, p->a.transposed ? NNREG_TRANSPOSED : NNREG_PLAIN,
       p->b.transposed ? NNREG_TRANSPOSED : NNREG_PLAIN, (int)p->m, (int)p->n, (int)p->k, 1,
       p->a.values, (int)p->a.stride, p->b.values, (int)p->b.stride, p->beta, c, (int)stride);
}

#endif
