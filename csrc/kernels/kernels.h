/* The loops that depend on the instruction set.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each set and precision has a table of its own, built from one source. Matrices are (units x
 * samples), columns `stride` apart.
 */
#ifndef NNREG_KERNELS_H
#define NNREG_KERNELS_H

#include "data/real.h"
#include "nnreg.h"

#define nnreg_kernels_select REAL(nnreg_kernels_select)

/* The constants of one update; see nnreg_adam in nnreg.h. */
typedef struct {
  real rate; /* alpha = lr sqrt (1 - b2^t) / (1 - b1^t)                  */
  real one_less_beta1, one_less_beta2, epsilon;
  real ridge;      /* 2 lambda2: the gradient of lambda2 w^2 is ridge * w      */
  real sign_slope; /* lambda1 of the subgradient method                       */
  real threshold;  /* lr sqrt (1 - b2^t) lambda1 of the proximal method        */
  real keep;       /* 1 - lr * decay                                          */
  real pull;       /* lr sqrt (1 - b2^t) lambda_g / |w|, of the input's weights; may be Inf */
  bool keep_zeros; /* weights that are 0 stay 0 */
} nnreg_step;

/* Compressed columns: values[e] at index[e] for e from starts[k] to starts[k + 1] - 1. */
typedef struct {
  const uint32_t *starts, *index;
  const real *values;
} nnreg_entries;

/* Inputs that lie together, sextet by sextet: those of a sextet side by side, for each sample. */
enum { NNREG_SEXTET = 6 };

/* Value of input j for sample s: values[j / 6 * stride + s * step + j % 6]. */
typedef struct {
  const real *values;
  size_t stride, step;
} nnreg_sextets;

/* What is worked on right after a gradient, of its shape: w, m and v of Adam's step. They are
 * loaded into the cache while the gradient is summed up. */
enum { NNREG_NUM_SOON = 3 };
typedef struct {
  const real *arrays[NNREG_NUM_SOON];
} nnreg_soon;

/* Some units of a layer, for some samples. */
typedef struct {
  nnreg_activation activation;
  size_t units, samples, stride;
  real *inputs;  /* (stride x samples) W x + b, or NULL: not kept */
  real *outputs; /* (stride x samples) activation (W x + b)       */
} nnreg_units;

typedef struct {
  /* w, m, v (count each) after one step of Adam with gradient g. */
  void (*adam)(size_t count, const nnreg_step *step, const real *g, real *w, real *m, real *v);
  /* Outputs hold W x: adds the bias (units), keeps the inputs, applies the activation. */
  void (*activate)(const nnreg_units *z, const real *bias);
  /* delta (stride x samples) *= the activation's derivative. */
  void (*derive)(const nnreg_units *z, real *delta);
  /* Whether derive needs the activation's inputs. */
  bool (*reads_inputs)(nnreg_activation activation);
  /* z = exp (z). */
  void (*exponentials)(size_t count, real *z);
  /* With so many units in a panel dense_product is fastest; 0: OpenBLAS's products are faster. It
   * divides 128. */
  size_t dense_panel;
  /* z(:, s) = w x(:, s); w (units x inputs), x (inputs x samples) x_stride apart. */
  void (*dense_product)(size_t units, size_t num_inputs, size_t samples, const real *w,
                        const real *x, size_t x_stride, real *z, size_t stride);
  /* g(:, j) = sum over samples of x(j, s) * delta(:, s), or adds it to g, j < count; g (units x
   * count). soon may be NULL. */
  void (*dense_gradient)(size_t units, size_t count, size_t samples, const real *delta,
                         size_t stride, const nnreg_sextets *x, const nnreg_soon *soon, bool add,
                         real *g);
  /* below(j, s) = sum over units of w(:, j) * delta(:, s), or adds it to below, j < count;
   * w (units x count). */
  void (*dense_back)(size_t units, size_t count, size_t samples, const real *w, const real *delta,
                     size_t stride, bool add, real *below, size_t below_stride);
  /* z(:, s) = sum over sample s's entries of value * w(:, input); w (units x inputs). */
  void (*sparse_product)(size_t units, size_t num_inputs, size_t samples, const real *w,
                         const nnreg_entries *x, real *z, size_t stride);
  /* g(:, j) = sum over input j's entries of value * delta(:, sample), j < count;
   * g (units x count). soon may be NULL. */
  void (*sparse_gradient)(size_t units, size_t count, const real *delta, size_t stride,
                          const nnreg_entries *x, const nnreg_soon *soon, real *g);
  /* sums(u) = sum over samples of delta(u, :). */
  void (*row_sums)(size_t units, size_t samples, const real *delta, size_t stride, real *sums);
  /* The sum of w's squares. */
  real (*sum_squares)(size_t count, const real *w);
  /* The sum of a * b, and y += scale * x. */
  real (*dot)(size_t count, const real *a, const real *b);
  void (*add)(size_t count, real scale, const real *x, real *y);
  /* The same for x[0..3] and y, and for scale(0..3) and x[0..3], at once. */
  void (*dot_four)(size_t count, const real *const *x, const real *y, real *sums);
  void (*add_four)(size_t count, const real *scale, const real *const *x, real *y);
  /* Whether a weight with a price comes to 0, or leaves it, on its way from w to w + t * move. */
  bool (*meets_zero)(size_t count, real t, const real *w, const real *move, const real *price);
  /* Whether |g| + doubt may be above bar * price anywhere that doubt is not 0. */
  bool (*may_exceed)(size_t count, real bar, const real *g, const real *doubt, const real *price);
} nnreg_kernels;

/* The kernels for this machine (core/engine/forward.c). */
const nnreg_kernels *nnreg_kernels_select(void);

#endif
