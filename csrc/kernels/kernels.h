/* The loops that depend on the instruction set.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each set and precision has a table of its own, built from one source; select.c
 * hands out the one for this machine. Matrices are (units x samples), columns
 * `stride` apart.
 */
#ifndef NNREG_KERNELS_H
#define NNREG_KERNELS_H

#include "data/real.h"
#include "nnreg.h"

#define nnreg_kernels REAL(nnreg_kernels)
#define nnreg_kernels_select REAL(nnreg_kernels_select)
#define nnreg_step REAL(nnreg_step)

/* One update's constants; see nnreg_adam in nnreg.h. */
typedef struct {
  real rate; /* alpha = lr sqrt (1 - b2^t) / (1 - b1^t)                  */
  real one_less_beta1, one_less_beta2, epsilon;
  real ridge;      /* 2 lambda2: the gradient of lambda2 w^2 is ridge * w      */
  real sign_slope; /* lambda1 of the subgradient method                       */
  real threshold;  /* lr sqrt (1 - b2^t) lambda1 of the proximal method        */
  real keep;       /* 1 - lr * decay                                          */
  real pull;       /* lr sqrt (1 - b2^t) lambda_g / |w|, of the input's weights; may be Inf */
  bool keep_zeros; /* weights that are 0 stay so                              */
} nnreg_step;

typedef struct {
  /* w, m, v (count each) after one step of Adam with gradient g. */
  void (*adam)(size_t count, const nnreg_step *step, const real *g, real *w, real *m, real *v);
  /* z = activation (z + bias), units x samples. */
  void (*activate)(nnreg_activation activation, size_t units, size_t samples, const real *bias,
                   real *z, size_t stride);
  /* delta *= the activation's derivative, from the activations a. */
  void (*derive)(nnreg_activation activation, size_t units, size_t samples, const real *a,
                 size_t a_stride, real *delta, size_t stride);
  /* z = exp (z). */
  void (*exponentials)(size_t count, real *z);
  /* z(:, s) = sum over sample s's non-zeros of x * w(:, input); w (units x inputs). */
  void (*sparse_product)(size_t units, size_t num_inputs, size_t samples, const real *w,
                         const uint32_t *starts, const uint32_t *inputs, const real *values,
                         real *z, size_t stride);
  /* g(:, j) = sum over input j's non-zeros of x * delta(:, sample), j < count;
   * g (units x count). */
  void (*sparse_gradient)(size_t units, size_t count, const real *delta, size_t stride,
                          const uint32_t *starts, const uint32_t *samples, const real *values,
                          real *g);
  /* sums(u) = sum over samples of delta(u, :). */
  void (*row_sums)(size_t units, size_t samples, const real *delta, size_t stride, real *sums);
  /* The sum of w's squares. */
  real (*sum_squares)(size_t count, const real *w);
} nnreg_kernels;

const nnreg_kernels *nnreg_kernels_select(void);

#endif
