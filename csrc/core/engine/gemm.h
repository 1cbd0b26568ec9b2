/* The one place that calls BLAS.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_GEMM_H
#define NNREG_GEMM_H

#include "names.h"
#include "os/blas.h"

/* C (m x n) = A B + beta C, with A (m x k) and B (k x n) transposed where said. */
static inline void REAL(gemm)(const nnreg_blas *blas, int trans_a, int trans_b, size_t m, size_t n,
                              size_t k, const real *a, size_t lda, const real *b, size_t ldb,
                              real beta, real *c, size_t ldc)
{
#ifdef NNREG_REAL_DOUBLE
  nnreg_dgemm *call = blas->dgemm;
#else
  nnreg_sgemm *call = blas->sgemm;
#endif
  call(NNREG_COLUMNS, trans_a, trans_b, (int)m, (int)n, (int)k, 1, a, (int)lda, b, (int)ldb, beta,
       c, (int)ldc);
}
#define GEMM REAL(gemm)

#endif
