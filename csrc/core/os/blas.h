/* OpenBLAS as the core calls it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_BLAS_H
#define NNREG_BLAS_H

#include "os.h"

/* The values of CBLAS_ORDER and CBLAS_TRANSPOSE. */
enum { NNREG_COLUMNS = 102, NNREG_PLAIN = 111, NNREG_TRANSPOSED = 112 };

typedef void nnreg_sgemm(int order, int trans_a, int trans_b, int m, int n, int k, float alpha,
                         const float *a, int lda, const float *b, int ldb, float beta, float *c,
                         int ldc);
typedef void nnreg_dgemm(int order, int trans_a, int trans_b, int m, int n, int k, double alpha,
                         const double *a, int lda, const double *b, int ldb, double beta, double *c,
                         int ldc);

struct nnreg_blas {
  nnreg_sgemm *sgemm;
  nnreg_dgemm *dgemm;
  void (*set_num_threads)(int);
  bool concurrent;    /* many threads may call it at a time */
  int shared_threads; /* what the process had set when the library is its own too; 0: private */
  const int *flag;    /* see nnreg_blas_heed */
  void *library;
  const char *config, *core;
  char file[512];
};

/* The threads that may use it at a time: num_threads, or 1 for a build without locks. */
size_t nnreg_blas_threads(const nnreg_blas *blas, size_t num_threads);

/* The flag is up: the call is to end. */
static inline bool nnreg_is_stopped(const nnreg_blas *blas) { return nnreg_is_raised(blas->flag); }

#endif
