/* The kernels of one instruction set and precision: plain loops that the compiler
 * turns into that set's vectors.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "kernels.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "../core/plan.h"

#ifdef __AVX2__
#include <immintrin.h>
#endif

#if defined NNREG_REAL_DOUBLE
#define SQRT sqrt
#define TANH tanh
#define EXP exp
#else
#define SQRT sqrtf
#define TANH tanhf
#define EXP expf
#endif

#define PASTE3(a, b, c) a##b##_##c
#define PASTE(a, b, c) PASTE3(a, b, c)
#define TABLE PASTE(nnreg_kernels_, NNREG_ISA, NNREG_REAL_SUFFIX)
#ifdef NNREG_REAL_DOUBLE
#define NNREG_REAL_SUFFIX d
#else
#define NNREG_REAL_SUFFIX s
#endif

/* A vector of the instruction set; it may lie anywhere in memory. A product keeps the
 * sums of TILE units in registers, SETS times over, so that enough of them are in flight. */
#if defined __AVX512F__
enum { VECTOR_BYTES = 64, TILE_BYTES = 256, SETS = 2 };
#elif defined __AVX__
enum { VECTOR_BYTES = 32, TILE_BYTES = 256, SETS = 1 };
#else
enum { VECTOR_BYTES = 16, TILE_BYTES = 128, SETS = 1 };
#endif
typedef real vector __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(real)), may_alias));

enum {
  LANES = VECTOR_BYTES / sizeof(real),
  TILE = TILE_BYTES / sizeof(real),
  VECTORS = TILE / LANES
};

/* Adam's moments with the gradient g + ridge w + slope sign (w). */
static void update_moments(size_t count, const nnreg_step *step, const real *restrict g,
                           const real *restrict w, real *restrict m, real *restrict v)
{
  const nnreg_step s = *step;
  for (size_t i = 0; i < count; i++) {
    real sign = (real)((w[i] > 0) - (w[i] < 0));
    real gradient = g[i] + s.ridge * w[i] + s.sign_slope * sign;
    m[i] += (gradient - m[i]) * s.one_less_beta1;
    v[i] += (gradient * gradient - v[i]) * s.one_less_beta2;
  }
}

/* Estimates of 1 / sqrt (v) and 1 / d, each bettered by a step of Newton's, are as good as
 * single precision is and several times faster than root and quotient. */
#if defined NNREG_REAL_SINGLE && defined __AVX512F__
#define HAVE_ESTIMATES
typedef __m512 estimate;
#define LOAD _mm512_loadu_ps
#define STORE _mm512_storeu_ps
#define ALL _mm512_set1_ps
#define INVERSE_ROOT _mm512_rsqrt14_ps
#define INVERSE _mm512_rcp14_ps
#define LARGER _mm512_max_ps
#define SMALLER _mm512_min_ps
#elif defined NNREG_REAL_SINGLE && defined __AVX2__
#define HAVE_ESTIMATES
typedef __m256 estimate;
#define LOAD _mm256_loadu_ps
#define STORE _mm256_storeu_ps
#define ALL _mm256_set1_ps
#define INVERSE_ROOT _mm256_rsqrt_ps
#define INVERSE _mm256_rcp_ps
#define LARGER _mm256_max_ps
#define SMALLER _mm256_min_ps
#endif

/* metric = 1 / (sqrt (v) + epsilon). */
static void inverse_metric(size_t count, real epsilon, const real *restrict v,
                           real *restrict metric)
{
  size_t i = 0;
#ifdef HAVE_ESTIMATES
  for (; i + LANES <= count; i += LANES) {
    /* Bounded, since the step of Newton's knows neither 0 nor Inf; NaN stays NaN. */
    estimate x = SMALLER(ALL(FLT_MAX), LARGER(ALL(FLT_MIN), LOAD(v + i))), r = INVERSE_ROOT(x);
    r = r * (ALL(1.5F) - ALL(0.5F) * x * r * r);
    estimate d = x * r + ALL(epsilon), q = INVERSE(d);
    STORE(metric + i, q * (ALL(2) - d * q));
  }
#endif
  for (; i < count; i++) metric[i] = 1 / (SQRT(v[i]) + epsilon);
}

/* The step, then the soft threshold in the same metric. */
static void step_weights(size_t count, const nnreg_step *step, const real *restrict m,
                         const real *restrict metric, real *restrict w)
{
  const nnreg_step s = *step;
  for (size_t i = 0; i < count; i++) {
    real stepped = w[i] * s.keep - s.rate * m[i] * metric[i];
    real threshold = s.threshold * metric[i];
    /* Two maxima are the soft threshold; NaN stays NaN. */
    real up = stepped - threshold, down = stepped + threshold;
    real cut = (up > 0 ? up : 0) + (down < 0 ? down : 0);
    w[i] = stepped != stepped ? stepped : cut;
  }
}

static void adam(size_t count, const nnreg_step *step, const real *g, real *w, real *m, real *v)
{
  enum { AT_A_TIME = 512 };
  real metric[AT_A_TIME];
  for (size_t i = 0; i < count; i += AT_A_TIME) {
    size_t part = count - i < AT_A_TIME ? count - i : AT_A_TIME;
    update_moments(part, step, g + i, w + i, m + i, v + i);
    inverse_metric(part, step->epsilon, v + i, metric);
    step_weights(part, step, m + i, metric, w + i);
  }
}

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
  for (size_t u = 0; u < units; u++) z[u] = TANH(z[u] + bias[u]);
}

static void add_bias_sigmoid(size_t units, const real *restrict bias, real *restrict z)
{
  for (size_t u = 0; u < units; u++) z[u] = 1 / (1 + EXP(-(z[u] + bias[u])));
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

/* total(:) += value * column(:), a tile. */
static inline __attribute__((always_inline)) void add_tile(vector total[VECTORS],
                                                           const real *column, real value)
{
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) total[i] += value * *(const vector *)(column + i * (int)LANES);
}

/* sum(:) = sum over e of values[e] * columns(:, index[e]) for a whole tile of units. */
static inline __attribute__((always_inline)) void gather_tile(
    const real *restrict columns, size_t stride, size_t first, size_t last,
    const uint32_t *restrict index, const real *restrict values, real *restrict sum)
{
  vector even[VECTORS] = {{0}}, odd[VECTORS] = {{0}};
  size_t e = first;
  for (; SETS == 2 && e + 2 <= last; e += 2) {
    add_tile(even, columns + index[e] * stride, values[e]);
    add_tile(odd, columns + index[e + 1] * stride, values[e + 1]);
  }
  for (; e < last; e++) add_tile(even, columns + index[e] * stride, values[e]);
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) *(vector *)(sum + i * (int)LANES) = even[i] + odd[i];
}

static inline void gather_rest(size_t units, const real *restrict columns, size_t stride,
                               size_t first, size_t last, const uint32_t *restrict index,
                               const real *restrict values, real *restrict sum)
{
  memset(sum, 0, units * sizeof *sum);
  for (size_t e = first; e < last; e++) {
    const real *column = columns + index[e] * stride, value = values[e];
    for (size_t u = 0; u < units; u++) sum[u] += value * column[u];
  }
}

/* out(:, k) = sum over entries starts[k] .. starts[k + 1] - 1, for k < count. */
static inline __attribute__((always_inline)) void gather(size_t units, size_t count,
                                                         const real *columns, size_t stride,
                                                         const uint32_t *starts,
                                                         const uint32_t *index, const real *values,
                                                         real *out, size_t out_stride)
{
  size_t u = 0;
  for (; u + TILE <= units; u += TILE)
    for (size_t k = 0; k < count; k++)
      gather_tile(columns + u, stride, starts[k], starts[k + 1], index, values,
                  out + u + k * out_stride);
  if (u == units) return;
  for (size_t k = 0; k < count; k++)
    gather_rest(units - u, columns + u, stride, starts[k], starts[k + 1], index, values,
                out + u + k * out_stride);
}

enum { BLOCK_INPUTS = 256 };

/* Adds entries *at .. with inputs below `end` to the sums of a tile. */
static inline __attribute__((always_inline)) uint32_t add_entries(
    const real *restrict w, size_t units, uint32_t e, uint32_t last, uint32_t end,
    const uint32_t *restrict inputs, const real *restrict values, real *restrict z)
{
  vector even[VECTORS], odd[VECTORS];
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) {
    even[i] = *(const vector *)(z + i * (int)LANES);
    odd[i] = (vector){0};
  }
  for (; SETS == 2 && e + 2 <= last && inputs[e + 1] < end; e += 2) {
    add_tile(even, w + inputs[e] * units, values[e]);
    add_tile(odd, w + inputs[e + 1] * units, values[e + 1]);
  }
  for (; e < last && inputs[e] < end; e++) add_tile(even, w + inputs[e] * units, values[e]);
#pragma GCC unroll 16
  for (int i = 0; i < VECTORS; i++) *(vector *)(z + i * (int)LANES) = even[i] + odd[i];
  return e;
}

static void product_tile(size_t units, size_t samples, const real *w, const uint32_t *starts,
                         const uint32_t *inputs, const real *values, real *z, size_t stride)
{
  uint32_t at[NNREG_MAX_CHUNK], left = 1, end = 0;
  for (size_t s = 0; s < samples; s++) {
    at[s] = starts[s];
    memset(z + s * stride, 0, TILE * sizeof *z);
  }
  while (left) {
    end += BLOCK_INPUTS;
    left = 0;
    for (size_t s = 0; s < samples; s++) {
      at[s] = add_entries(w, units, at[s], starts[s + 1], end, inputs, values, z + s * stride);
      left += starts[s + 1] - at[s];
    }
  }
}

static void sparse_product(size_t units, size_t samples, const real *w, const uint32_t *starts,
                           const uint32_t *inputs, const real *values, real *z, size_t stride)
{
  size_t u = 0;
  for (; u + TILE <= units; u += TILE)
    product_tile(units, samples, w + u, starts, inputs, values, z + u, stride);
  for (size_t s = 0; u < units && s < samples; s++)
    gather_rest(units - u, w + u, units, starts[s], starts[s + 1], inputs, values,
                z + u + s * stride);
}

static void sparse_gradient(size_t units, size_t count, const real *delta, size_t stride,
                            const uint32_t *starts, const uint32_t *samples, const real *values,
                            real *g)
{
  gather(units, count, delta, stride, starts, samples, values, g, units);
}

static void row_sums(size_t units, size_t samples, const real *restrict delta, size_t stride,
                     real *restrict sums)
{
  memset(sums, 0, units * sizeof *sums);
  for (size_t s = 0; s < samples; s++)
    for (size_t u = 0; u < units; u++) sums[u] += delta[s * stride + u];
}

extern const nnreg_kernels TABLE;
const nnreg_kernels TABLE = {adam, activate, derive, sparse_product, sparse_gradient, row_sums};
