/* The activations; a part of kernels.c.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new one takes two functions, a line of ACTIVATION and a row of the table.
 */
#ifndef NNREG_KERNELS_ACTIVATIONS_H
#define NNREG_KERNELS_ACTIVATIONS_H

#include "elementary.h"
#include "kernels.h"

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
