/* The kernels of each instruction set, in one precision: included by one test program a
 * precision, which defines NNREG_REAL_SINGLE or NNREG_REAL_DOUBLE.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every set is held against sums in long double, so that two that agree are not both wrong.
 */
#ifndef NNREG_TEST_KERNEL_CASES_H
#define NNREG_TEST_KERNEL_CASES_H

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernels/kernels.h"
#include "os/system.h"
#include "support.h"

#ifdef NNREG_REAL_DOUBLE
#define EPSILON DBL_EPSILON
#define TABLE(isa) nnreg_kernels_##isa##_d
#else
#define EPSILON ((double)FLT_EPSILON)
#define TABLE(isa) nnreg_kernels_##isa##_s
#endif

typedef nnreg_kernels kernels;

extern const kernels TABLE(plain);
#ifdef __x86_64__
extern const kernels TABLE(avx2), TABLE(avx512);
#endif

enum { MOST_UNITS = 300 };

static const real CANARY = 12345;

/* The sets that this machine has. */
static size_t list_sets(const kernels *sets[3])
{
  size_t count = 0;
  sets[count++] = &TABLE(plain);
#ifdef __x86_64__
  if (nnreg_isa_best() >= NNREG_ISA_AVX2) sets[count++] = &TABLE(avx2);
  if (nnreg_isa_best() >= NNREG_ISA_AVX512) sets[count++] = &TABLE(avx512);
#endif
  return count;
}

static void for_all(void check(const kernels *set, size_t units))
{
  const kernels *sets[3];
  size_t count = list_sets(sets);
  for (size_t i = 0; i < count; i++)
    for (size_t units = 0; units <= MOST_UNITS; units++) {
      check(sets[i], units);
      give_back(NULL);
    }
}

/* Numbers of both signs, some 0. */
static real *draw_reals(uint64_t seed, size_t count)
{
  real *numbers = take(count, sizeof *numbers);
  for (size_t i = 0; i < count; i++)
    numbers[i] = draw_below(&seed, 8) ? (real)(2 * draw_unit(&seed) - 1) : 0;
  return numbers;
}

static real *draw_canaries(size_t count)
{
  real *numbers = take(count, sizeof *numbers);
  for (size_t i = 0; i < count; i++) numbers[i] = CANARY;
  return numbers;
}

/* Rows units .. stride - 1 of every column are as they were. */
static void assert_padding(const real *z, size_t units, size_t stride, size_t columns)
{
  for (size_t k = 0; k < columns; k++)
    for (size_t u = units; u < stride; u++) assert_true(z[k * stride + u] == CANARY);
}

static real soft_threshold(real z, real t) { return z > t ? z - t : z < -t ? z + t : 0; }

/* -------------------------------------------------------------------- Adam -- */

static const nnreg_step STEP = {.rate = (real)0.01,
                                .one_less_beta1 = (real)0.1,
                                .one_less_beta2 = (real)0.001,
                                .epsilon = (real)1e-7,
                                .ridge = (real)0.3,
                                .sign_slope = (real)0.2,
                                .threshold = (real)0.01,
                                .keep = (real)0.9};

static void check_step(const kernels *set, size_t count, real pull, bool keep_zeros)
{
  nnreg_step s = STEP;
  s.pull = pull;
  s.keep_zeros = keep_zeros;
  const real *g = draw_reals(1 + count, count), *m = draw_reals(3 + count, count);
  real *w = draw_reals(2 + count, count), *v = draw_reals(4 + count, count);
  for (size_t i = 0; i < count; i++) v[i] = v[i] * v[i];
  for (size_t i = 0; i < count; i += 7) w[i] = 0;
  real *new_w = draw_canaries(count + 1), *new_m = draw_canaries(count + 1);
  real *new_v = draw_canaries(count + 1);
  memcpy(new_w, w, count * sizeof *w);
  memcpy(new_m, m, count * sizeof *m);
  memcpy(new_v, v, count * sizeof *v);
  set->adam(count, &s, g, new_w, new_m, new_v);
  for (size_t i = 0; i < count; i++) {
    double sign = (w[i] > 0) - (w[i] < 0);
    double slope = (double)g[i] + (double)s.ridge * (double)w[i] + (double)s.sign_slope * sign;
    double beta1 = 1 - (double)s.one_less_beta1, beta2 = 1 - (double)s.one_less_beta2;
    double want_m = beta1 * (double)m[i] + (double)s.one_less_beta1 * slope;
    double want_v = beta2 * (double)v[i] + (double)s.one_less_beta2 * slope * slope;
    double inverse = 1 / (sqrt(want_v) + (double)s.epsilon);
    double z = (double)w[i] * (double)s.keep - (double)s.rate * want_m * inverse;
    double want = (double)soft_threshold((real)z, (real)((double)s.threshold * inverse));
    want = keep_zeros && w[i] == 0 ? 0 : want / (1 + (double)pull * inverse);
    double size = 1 + (double)s.threshold * inverse + fabs((double)s.rate * inverse);
    ASSERT_NEAR((double)new_m[i], want_m, 4 * EPSILON);
    ASSERT_NEAR((double)new_v[i], want_v, 4 * EPSILON);
    ASSERT_NEAR((double)new_w[i], want, 16 * EPSILON * size);
  }
  assert_true(new_w[count] == CANARY && new_m[count] == CANARY && new_v[count] == CANARY);
}

static void check_adam(const kernels *set, size_t count)
{
  check_step(set, count, 0, false);
  check_step(set, count, 0, true);
  check_step(set, count, (real)0.3, false);
  check_step(set, count, (real)0.3, true);
  check_step(set, count, (real)INFINITY, false); /* all become 0 */
}

static void check_squares(const kernels *set, size_t count)
{
  const real *w = draw_reals(5 + count, count);
  double want = 0;
  for (size_t i = 0; i < count; i++) want += (double)w[i] * (double)w[i];
  ASSERT_NEAR((double)set->sum_squares(count, w), want, EPSILON * (4 + (double)count / 16) * want);
}

static void test_squares(void **state)
{
  (void)state;
  for_all(check_squares);
}

/* Both vectors begin anywhere in memory; what is behind them is not read. */
static void check_dot(const kernels *set, size_t count)
{
  real *a = draw_reals(6 + count, count + 4), *b = draw_reals(7 + count, count + 5);
  long double want = 0, size = 0;
  for (size_t i = 0; i < count; i++) {
    want += (long double)a[3 + i] * (long double)b[2 + i];
    size += fabsl((long double)a[3 + i] * (long double)b[2 + i]);
  }
  a[3 + count] = b[2 + count] = (real)NAN;
  double allowed = EPSILON * (4 + (double)count / 16) * (double)size;
  ASSERT_NEAR((double)set->dot(count, a + 3, b + 2), (double)want, allowed);
}

static void check_dot_four(const kernels *set, size_t count)
{
  enum { FOUR = 4 };
  const real *x[FOUR];
  real *y = draw_reals(7 + count, count + 3), *got = draw_canaries(FOUR + 2);
  for (size_t k = 0; k < FOUR; k++) {
    real *a = draw_reals(30 + k + count, count + FOUR);
    a[k + count] = (real)NAN;
    x[k] = a + k;
  }
  y[2 + count] = (real)NAN;
  set->dot_four(count, x, y + 2, got + 1);
  for (size_t k = 0; k < FOUR; k++) {
    double want = 0, size = 0;
    for (size_t i = 0; i < count; i++) {
      want += (double)x[k][i] * (double)y[2 + i];
      size += fabs((double)x[k][i] * (double)y[2 + i]);
    }
    ASSERT_NEAR((double)got[1 + k], want, EPSILON * (4 + (double)count / 4) * size);
  }
  assert_true(got[0] == CANARY && got[FOUR + 1] == CANARY);
}

static void test_dot(void **state)
{
  (void)state;
  for_all(check_dot);
  for_all(check_dot_four);
}

static void check_add(const kernels *set, size_t count)
{
  const real *x = draw_reals(8 + count, count + 3), *y = draw_reals(9 + count, count);
  const real scale = (real)-0.7;
  real *got = draw_canaries(count + 2);
  memcpy(got + 1, y, count * sizeof *y);
  set->add(count, scale, x + 3, got + 1);
  for (size_t i = 0; i < count; i++)
    ASSERT_NEAR((double)got[1 + i], (double)y[i] + (double)scale * (double)x[3 + i], 2 * EPSILON);
  assert_true(got[0] == CANARY && got[count + 1] == CANARY);
}

static void test_add(void **state)
{
  (void)state;
  for_all(check_add);
}

static void check_add_four(const kernels *set, size_t count)
{
  const real *x[4], *y = draw_reals(9 + count, count), scale[4] = {(real)-0.7, 2, (real)0.3, -1};
  real *got = draw_canaries(count + 2);
  memcpy(got + 1, y, count * sizeof *y);
  for (size_t k = 0; k < 4; k++) x[k] = draw_reals(20 + k + count, count + k) + k;
  set->add_four(count, scale, x, got + 1);
  for (size_t i = 0; i < count; i++) {
    double sum = (double)y[i];
    for (size_t k = 0; k < 4; k++) sum += (double)scale[k] * (double)x[k][i];
    ASSERT_NEAR((double)got[1 + i], sum, 8 * EPSILON);
  }
  assert_true(got[0] == CANARY && got[count + 1] == CANARY);
}

static void test_add_four(void **state)
{
  (void)state;
  for_all(check_add_four);
}

/* Whether one number of many decides, wherever it stands. */
static void check_meets_zero(const kernels *set, size_t count)
{
  const real t = (real)0.5;
  real *w = take(count, sizeof *w), *move = take(count, sizeof *move);
  real *price = take(count, sizeof *price);
  for (size_t i = 0; i < count; i++) {
    w[i] = i % 2 ? 1 : -1;
    move[i] = (real)1.5 * w[i] * (i % 3 ? -1 : 1); /* three quarters of the way, or outwards */
    price[i] = 1;
  }
  assert_false(set->meets_zero(count, t, w, move, price));
  for (size_t i = 0; i < count; i++) {
    real kept = move[i];
    move[i] = -2 * w[i];
    assert_true(set->meets_zero(count, t, w, move, price));
    price[i] = 0;
    assert_false(set->meets_zero(count, t, w, move, price));
    price[i] = 1;
    move[i] = kept;
    w[i] *= 0;
    assert_true(set->meets_zero(count, t, w, move, price));
    move[i] = 0;
    assert_false(set->meets_zero(count, t, w, move, price));
    w[i] = i % 2 ? 1 : -1;
    move[i] = kept;
  }
}

static void check_may_exceed(const kernels *set, size_t count)
{
  real *g = take(count, sizeof *g), *doubt = take(count, sizeof *doubt);
  real *price = take(count, sizeof *price);
  for (size_t i = 0; i < count; i++) {
    g[i] = i % 2 ? 1 : -1;
    doubt[i] = (real)0.5;
    price[i] = i % 5 == 0 ? INFINITY : 2;
  }
  assert_false(set->may_exceed(count, (real)0.75, g, doubt, price));
  assert_int_equal(set->may_exceed(count, (real)0.7, g, doubt, price), count > 1);
  for (size_t i = 0; i < count; i++) {
    price[i] = 2;
    g[i] = i % 2 ? (real)1.25 : (real)-1.25;
    assert_true(set->may_exceed(count, (real)0.75, g, doubt, price));
    doubt[i] = 0;
    assert_false(set->may_exceed(count, (real)0.75, g, doubt, price));
  }
}

static void test_scans(void **state)
{
  (void)state;
  for_all(check_meets_zero);
  for_all(check_may_exceed);
}

static void test_adam(void **state)
{
  (void)state;
  for_all(check_adam);
}

/* A weight that the threshold covers becomes 0 exactly; one that is 0 stays so without a
 * gradient, and no other does. */
static void check_zeros(const kernels *set, size_t count)
{
  nnreg_step s = STEP;
  real *g = take(count, sizeof *g), *w = take(count, sizeof *w), *m = take(count, sizeof *m);
  real *v = take(count, sizeof *v);
  s.threshold = (real)0.75;
  s.epsilon = 1;
  s.ridge = s.sign_slope = s.rate = 0; /* so that w's own size decides */
  s.keep = 1;
  for (size_t i = 0; i < count; i++) w[i] = (real)(0.5 * ((double)(i % 11) - 5));
  set->adam(count, &s, g, w, m, v);
  for (size_t i = 0; i < count; i++) {
    real before = (real)(0.5 * ((double)(i % 11) - 5));
    assert_int_equal(w[i] == 0, before <= (real)0.5 && before >= (real)-0.5);
    assert_false(w[i] == 0 && signbit(w[i]));
    ASSERT_NEAR((double)w[i], (double)soft_threshold(before, s.threshold), 8 * EPSILON);
  }
}

static void test_zeros(void **state)
{
  (void)state;
  for_all(check_zeros);
}

/* NaN and Inf in a weight or a gradient stay visible, and spoil no other weight. */
static void check_adam_nan(const kernels *set, size_t count)
{
  real *g = draw_reals(1, count), *w = draw_reals(2, count);
  real *m = take(count, sizeof *m), *v = take(count, sizeof *v);
  for (size_t i = 0; i < count; i++) {
    if (i % 5 == 0) w[i] = (real)NAN;
    if (i % 5 == 2) g[i] = (real)NAN;
    if (i % 5 == 4) w[i] = (real)INFINITY;
  }
  set->adam(count, &STEP, g, w, m, v);
  for (size_t i = 0; i < count; i++) assert_int_equal(isfinite(w[i]) != 0, i % 2 != i / 5 % 2);
}

static void test_adam_nan(void **state)
{
  (void)state;
  for_all(check_adam_nan);
}

/* A gradient whose square overflows has the same end in every set, and at every place. */
static void check_adam_overflow(const kernels *set, size_t count)
{
  real *g = take(count + 1, sizeof *g), *w = take(count + 1, sizeof *w);
  real *m = take(count + 1, sizeof *m), *v = take(count + 1, sizeof *v), one = 0, m1 = 0, v1 = 0;
  const real large = sizeof(real) == sizeof(float) ? (real)1e30 : (real)1e200;
  for (size_t i = 0; i < count; i++) g[i] = large;
  set->adam(count, &STEP, g, w, m, v);
  TABLE(plain).adam(1, &STEP, &large, &one, &m1, &v1);
  for (size_t i = 0; i < count; i++) assert_int_equal(isfinite(w[i]) != 0, isfinite(one) != 0);
}

static void test_adam_overflow(void **state)
{
  (void)state;
  for_all(check_adam_overflow);
}

/* Second moments from the smallest numbers to the largest: the step is m / (sqrt (v) + e). */
static void check_adam_range(const kernels *set, size_t count)
{
  nnreg_step s = {.rate = 1, .epsilon = (real)1e-7, .keep = 1};
  real *g = take(count, sizeof *g), *w = take(count, sizeof *w);
  real *m = take(count, sizeof *m), *v = take(count, sizeof *v);
  for (size_t i = 0; i < count; i++) {
    double exponent = (sizeof(real) == sizeof(float) ? 37 : 300) * (2 * (double)i / MOST_UNITS - 1);
    v[i] = (real)pow(10, exponent);
    m[i] = (real)0.5;
    if (i % 7 == 0) v[i] = 0;
  }
  set->adam(count, &s, g, w, m, v);
  for (size_t i = 0; i < count; i++) {
    double want = -0.5 / (sqrt((double)v[i]) + (double)s.epsilon);
    ASSERT_NEAR((double)w[i], want, 8 * EPSILON * fabs(want));
  }
}

static void test_adam_range(void **state)
{
  (void)state;
  for_all(check_adam_range);
}

/* ------------------------------------------------------------- Activations -- */

static void activate_all(const kernels *set, nnreg_activation activation, nnreg_units z,
                         const real *bias)
{
  z.activation = activation;
  set->activate(&z, bias);
}

static long double activate(nnreg_activation activation, long double z)
{
  switch (activation) {
    case NNREG_RELU: return z > 0 ? z : 0;
    case NNREG_TANH: return tanhl(z);
    case NNREG_SIGMOID: return 1 / (1 + expl(-z));
    default: return z;
  }
}

static void check_activate(const kernels *set, size_t units)
{
  enum { SAMPLES = 3 };
  size_t stride = units + 1 + units % 3;
  const real *bias = draw_reals(9, units), *from = draw_reals(units, SAMPLES * units);
  for (int a = NNREG_RELU; a <= NNREG_LINEAR; a++) {
    real *z = draw_canaries(SAMPLES * stride);
    for (size_t s = 0; s < SAMPLES; s++)
      for (size_t u = 0; u < units; u++) z[s * stride + u] = 3 * from[s * units + u];
    real *inputs = draw_canaries(SAMPLES * stride);
    nnreg_units all = {
        .units = units, .samples = SAMPLES, .stride = stride, .inputs = inputs, .outputs = z};
    if (a == NNREG_RELU) all.inputs = NULL;
    activate_all(set, (nnreg_activation)a, all, bias);
    assert_padding(inputs, all.inputs ? units : 0, stride, SAMPLES);
    for (size_t s = 0; s < SAMPLES; s++)
      for (size_t u = 0; u < units; u++) {
        long double sum = 3 * (long double)from[s * units + u] + (long double)bias[u];
        long double want = activate((nnreg_activation)a, sum);
        ASSERT_NEAR((double)z[s * stride + u], (double)want, 8 * EPSILON);
        if (all.inputs) ASSERT_NEAR((double)inputs[s * stride + u], (double)sum, 8 * EPSILON);
      }
    assert_padding(z, units, stride, SAMPLES);
  }
}

static void test_activate(void **state)
{
  (void)state;
  for_all(check_activate);
}

/* Far out the activations are their limits; NaN stays NaN, in relu too. */
static void check_extremes(const kernels *set, size_t units)
{
  static const double LIMITS[4][2] = {{0, 1e4}, {-1, 1}, {0, 1}, {-1e4, 1e4}};
  const real *bias = take(units, sizeof *bias);
  for (int a = NNREG_RELU; a <= NNREG_LINEAR; a++) {
    real *z = take(units, sizeof *z);
    for (size_t u = 0; u < units; u++)
      z[u] = u % 3 == 0 ? (real)-1e4 : u % 3 == 1 ? (real)1e4 : (real)NAN;
    nnreg_units all = {.units = units, .samples = 1, .stride = units, .outputs = z};
    activate_all(set, (nnreg_activation)a, all, bias);
    for (size_t u = 0; u < units; u++)
      if (u % 3 == 2)
        assert_true(isnan(z[u]));
      else
        assert_true((double)z[u] == LIMITS[a][u % 3]);
  }
}

static void test_extremes(void **state)
{
  (void)state;
  for_all(check_extremes);
}

/* exp over all its range, beyond which it is 0 and Inf. */
static void check_exponentials(const kernels *set, size_t count)
{
  const double least = sizeof(real) == sizeof(float) ? -86.5 : -708;
  real *z = take(count + 1, sizeof *z), *x = take(count + 1, sizeof *x);
  uint64_t seed = count;
  for (size_t i = 0; i < count; i++) x[i] = z[i] = (real)(least * (2 * draw_unit(&seed) - 1));
  z[count] = CANARY;
  if (count > 4) {
    x[1] = z[1] = -1000;
    x[2] = z[2] = 1000;
    x[3] = z[3] = (real)NAN;
    x[4] = z[4] = (real)-INFINITY;
  }
  set->exponentials(count, z);
  assert_true(z[count] == CANARY);
  for (size_t i = 0; i < count; i++) {
    double want = exp((double)x[i]);
    if (count > 4 && i == 3)
      assert_true(isnan(z[i]));
    else if (fabs((double)x[i]) > fabs(least))
      assert_true(x[i] > 0 ? isinf(z[i]) : z[i] == 0);
    else
      ASSERT_NEAR((double)z[i], want, 4 * EPSILON * want);
  }
}

static void test_exponentials(void **state)
{
  (void)state;
  for_all(check_exponentials);
}

/* tanh keeps its digits near 0 too. */
static void check_small_tanh(const kernels *set, size_t units)
{
  const real *bias = take(units, sizeof *bias);
  real *z = take(units, sizeof *z), *x = take(units, sizeof *x);
  for (size_t u = 0; u < units; u++)
    x[u] = z[u] = (real)((u % 2 ? -1 : 1) * pow(10, -10 * (double)u / MOST_UNITS));
  nnreg_units all = {.units = units, .samples = 1, .stride = units, .outputs = z};
  activate_all(set, NNREG_TANH, all, bias);
  for (size_t u = 0; u < units; u++)
    ASSERT_NEAR((double)z[u], tanh((double)x[u]), 4 * EPSILON * fabs((double)x[u]));
}

static void test_small_tanh(void **state)
{
  (void)state;
  for_all(check_small_tanh);
}

static void check_derive(const kernels *set, size_t units)
{
  enum { SAMPLES = 3 };
  size_t stride = units + 1 + units % 3;
  real *a = draw_reals(units + 1, SAMPLES * stride);
  const real *from = draw_reals(units, SAMPLES * units);
  for (int kind = NNREG_RELU; kind <= NNREG_LINEAR; kind++) {
    real *delta = draw_canaries(SAMPLES * stride);
    for (size_t s = 0; s < SAMPLES; s++)
      for (size_t u = 0; u < units; u++) delta[s * stride + u] = from[s * units + u];
    nnreg_units all = {.activation = (nnreg_activation)kind,
                       .units = units,
                       .samples = SAMPLES,
                       .stride = stride,
                       .outputs = a};
    set->derive(&all, delta);
    for (size_t s = 0; s < SAMPLES; s++)
      for (size_t u = 0; u < units; u++) {
        double y = (double)a[s * stride + u];
        const double slopes[] = {y > 0, 1 - y * y, y * (1 - y), 1};
        ASSERT_NEAR((double)delta[s * stride + u], slopes[kind] * (double)from[s * units + u],
                    8 * EPSILON);
      }
    assert_padding(delta, units, stride, SAMPLES);
  }
}

static void test_derive(void **state)
{
  (void)state;
  for_all(check_derive);
}

/* ----------------------------------------------------------------- Products -- */

/* `count` lists of entries at some of `total` places each; some are empty. */
typedef struct {
  uint32_t *starts, *index;
  real *values;
} entries;

static entries draw_entries(uint64_t seed, size_t count, size_t total)
{
  entries made = {.starts = take(count + 1, sizeof(uint32_t)),
                  .index = take(count * total, sizeof(uint32_t))};
  uint32_t at = 0;
  for (size_t k = 0; k < count; k++) {
    for (size_t j = 0; j < total && k % 3 != 1; j++)
      if (draw_below(&seed, 2)) made.index[at++] = (uint32_t)j;
    made.starts[k + 1] = at;
  }
  made.values = draw_reals(seed, count * total);
  return made;
}

/* sum over list k of value * columns(u, index), and the same of absolute values. */
static long double gather(const entries *lists, size_t k, const real *columns, size_t stride,
                          size_t u, long double *size)
{
  long double sum = 0;
  *size = 0;
  for (uint32_t e = lists->starts[k]; e < lists->starts[k + 1]; e++) {
    long double term =
        (long double)lists->values[e] * (long double)columns[lists->index[e] * stride + u];
    sum += term;
    *size += fabsl(term);
  }
  return sum;
}

static void check_gathered(const entries *lists, size_t count, const real *columns, size_t stride,
                           size_t units, const real *got, size_t got_stride)
{
  for (size_t k = 0; k < count; k++)
    for (size_t u = 0; u < units; u++) {
      long double size, want = gather(lists, k, columns, stride, u, &size);
      ASSERT_NEAR((double)got[k * got_stride + u], (double)want, 8 * EPSILON * (double)size);
    }
}

/* The first list starts in the middle of the entries, as for a span of samples. */
static void check_product(const kernels *set, size_t units)
{
  enum { SAMPLES = 5, INPUTS = 13 };
  size_t stride = units + 1 + units % 3;
  entries lists = draw_entries(units, SAMPLES + 1, INPUTS);
  const real *w = draw_reals(units + 7, units * INPUTS);
  real *z = draw_canaries(SAMPLES * stride);
  lists.starts++;
  nnreg_entries x = {lists.starts, lists.index, lists.values};
  set->sparse_product(units, INPUTS, SAMPLES, w, &x, z, stride);
  check_gathered(&lists, SAMPLES, w, units, units, z, stride);
  assert_padding(z, units, stride, SAMPLES);
}

static void test_product(void **state)
{
  (void)state;
  for_all(check_product);
}

/* As many samples as a piece has at most, and several stretches of inputs. */
static void test_large_product(void **state)
{
  (void)state;
  enum { SAMPLES = 1024, INPUTS = 700, UNITS = 130, STRIDE = UNITS + 6 };
  const kernels *sets[3];
  size_t count = list_sets(sets);
  entries lists = draw_entries(3, SAMPLES, INPUTS);
  const real *w = draw_reals(4, UNITS * INPUTS);
  for (size_t i = 0; i < count; i++) {
    real *z = draw_canaries(SAMPLES * STRIDE), *some = draw_canaries(SAMPLES * STRIDE);
    nnreg_entries x = {lists.starts, lists.index, lists.values};
    sets[i]->sparse_product(UNITS, INPUTS, SAMPLES, w, &x, z, STRIDE);
    check_gathered(&lists, 40, w, UNITS, UNITS, z, STRIDE);
    assert_padding(z, UNITS, STRIDE, SAMPLES);
    /* A sample's bits do not depend on those beside it. */
    for (size_t s = 0; s < SAMPLES; s += 100) {
      x.starts = lists.starts + s;
      sets[i]->sparse_product(UNITS, INPUTS, s + 100 < SAMPLES ? 100 : SAMPLES - s, w, &x,
                              some + s * STRIDE, STRIDE);
    }
    assert_memory_equal(some, z, SAMPLES * STRIDE * sizeof *z);
  }
}

static void check_gradient(const kernels *set, size_t units)
{
  enum { SAMPLES = 12, INPUTS = 7 };
  size_t stride = units + 1 + units % 3;
  entries lists = draw_entries(units, INPUTS, SAMPLES);
  const real *delta = draw_reals(units + 7, stride * SAMPLES);
  real *g = draw_canaries(INPUTS * units + 1);
  nnreg_entries x = {lists.starts, lists.index, lists.values};
  set->sparse_gradient(units, INPUTS, delta, stride, &x, NULL, g);
  check_gathered(&lists, INPUTS, delta, stride, units, g, units);
  assert_true(g[INPUTS * units] == CANARY);
}

static void test_gradient(void **state)
{
  (void)state;
  for_all(check_gradient);
}

/* A sum of `count` products, and of their absolute values: a and b `a_step` and `b_step` apart. */
static long double sum_products(size_t count, const real *a, size_t a_step, const real *b,
                                size_t b_step, long double *size)
{
  long double sum = 0;
  *size = 0;
  for (size_t k = 0; k < count; k++) {
    long double term = (long double)a[k * a_step] * (long double)b[k * b_step];
    sum += term;
    *size += fabsl(term);
  }
  return sum;
}

static void check_multiplied(const kernels *set, size_t units, size_t inputs, size_t samples)
{
  size_t stride = units + 1 + units % 3, x_stride = inputs + units % 2;
  const real *w = draw_reals(units + 7, units * inputs), *x = draw_reals(3, x_stride * samples);
  real *z = draw_canaries(samples * stride), *alone = draw_canaries(stride);
  set->dense_product(units, inputs, samples, w, x, x_stride, z, stride);
  for (size_t s = 0; s < samples; s++)
    for (size_t u = 0; u < units; u++) {
      long double size, want = sum_products(inputs, w + u, units, x + s * x_stride, 1, &size);
      ASSERT_NEAR((double)z[s * stride + u], (double)want, 8 * EPSILON * (double)size);
    }
  assert_padding(z, units, stride, samples);
  /* A sample's bits do not depend on those beside it. */
  size_t s = units % samples;
  set->dense_product(units, inputs, 1, w, x + s * x_stride, x_stride, alone, stride);
  assert_memory_equal(alone, z + s * stride, stride * sizeof *z);
}

static void check_dense_product(const kernels *set, size_t units)
{
  check_multiplied(set, units, 1 + units % 20, 1 + units % 15);
}

/* More inputs than are summed at once. */
static void test_dense_product(void **state)
{
  (void)state;
  const kernels *sets[3];
  size_t count = list_sets(sets);
  for_all(check_dense_product);
  for (size_t i = 0; i < count; i++)
    for (size_t units = 3; units < 150; units *= 7) check_multiplied(sets[i], units, 2100, 8);
}

/* Inputs by sextets, in the order of samples and lying apart, give the same bits. */
static void check_dense_gradient(const kernels *set, size_t units)
{
  size_t inputs = 1 + units % 14, samples = 1 + units % 11, stride = units + 1 + units % 3;
  size_t apart = 6 * samples + units % 5, x_stride = inputs + 6;
  const real *delta = draw_reals(units + 7, stride * samples);
  real *x = draw_reals(units, x_stride * samples), *six = draw_canaries(3 * apart);
  for (size_t s = 0; s < samples; s++)
    for (size_t j = 0; j < inputs; j++) six[j / 6 * apart + 6 * s + j % 6] = x[s * x_stride + j];
  nnreg_sextets by_input = {six, apart, 6}, by_sample = {x, 6, x_stride};
  real *g = draw_canaries(inputs * units + 1), *same = draw_canaries(inputs * units + 1);
  set->dense_gradient(units, inputs, samples, delta, stride, &by_input, NULL, false, g);
  set->dense_gradient(units, inputs, samples, delta, stride, &by_sample, NULL, false, same);
  assert_memory_equal(g, same, (inputs * units + 1) * sizeof *g);
  set->dense_gradient(units, inputs, samples, delta, stride, &by_input, NULL, true, same);
  for (size_t j = 0; j < inputs; j++)
    for (size_t u = 0; u < units; u++) {
      long double size, want = sum_products(samples, delta + u, stride, x + j, x_stride, &size);
      ASSERT_NEAR((double)g[j * units + u], (double)want, 8 * EPSILON * (double)size);
      assert_true(same[j * units + u] == 2 * g[j * units + u]);
    }
  assert_true(g[inputs * units] == CANARY && same[inputs * units] == CANARY);
}

static void test_dense_gradient(void **state)
{
  (void)state;
  for_all(check_dense_gradient);
}

static void check_carried_back(const kernels *set, size_t units, size_t count, size_t samples)
{
  size_t stride = units + units % 3, below = count + 1 + count % 2;
  const real *w = draw_reals(units + 7, units * count), *delta = draw_reals(3, stride * samples);
  real *z = draw_canaries(samples * below), *twice = draw_canaries(samples * below);
  set->dense_back(units, count, samples, w, delta, stride, false, z, below);
  set->dense_back(units, count, samples, w, delta, stride, false, twice, below);
  set->dense_back(units, count, samples, w, delta, stride, true, twice, below);
  for (size_t s = 0; s < samples; s++)
    for (size_t j = 0; j < count; j++) {
      long double size, want = sum_products(units, w + j * units, 1, delta + s * stride, 1, &size);
      ASSERT_NEAR((double)z[s * below + j], (double)want, 8 * EPSILON * (double)size);
      ASSERT_NEAR((double)twice[s * below + j], 2 * (double)want, 16 * EPSILON * (double)size);
    }
  assert_padding(z, count, below, samples);
  assert_padding(twice, count, below, samples);
}

static void check_dense_back(const kernels *set, size_t units)
{
  check_carried_back(set, 1 + units, 1 + units % 20, 1 + units % 15);
  check_carried_back(set, 1 + units % 15, units, 1 + units % 8);
}

/* More units than are summed at once. */
static void test_dense_back(void **state)
{
  (void)state;
  const kernels *sets[3];
  size_t count = list_sets(sets);
  for_all(check_dense_back);
  for (size_t i = 0; i < count; i++) check_carried_back(sets[i], 600, 21, 8);
}

static void check_row_sums(const kernels *set, size_t units)
{
  size_t samples = units % 8, stride = units + 1 + units % 3;
  const real *delta = draw_reals(units, stride * samples);
  real *sums = draw_canaries(units + 1);
  set->row_sums(units, samples, delta, stride, sums);
  for (size_t u = 0; u < units; u++) {
    double want = 0;
    for (size_t s = 0; s < samples; s++) want += (double)delta[s * stride + u];
    ASSERT_NEAR((double)sums[u], want, 8 * EPSILON);
  }
  assert_true(sums[units] == CANARY);
}

static void test_row_sums(void **state)
{
  (void)state;
  for_all(check_row_sums);
}

/* --------------------------------------------------------------- Selection -- */

/* NNREG_ISA names a lesser set; anything else leaves the best. */
static void test_selection(void **state)
{
  (void)state;
  static const char *const NAMES[] = {"plain", "avx2", "avx512"};
  const kernels *sets[3];
  size_t count = list_sets(sets);
  for (size_t i = 0; i < LENGTH(NAMES); i++) {
    size_t expected = i < count ? i : count - 1;
    nnreg_system_setenv("NNREG_ISA", NAMES[i]);
    assert_string_equal(nnreg_isa_name(), NAMES[expected]);
    assert_ptr_equal(REAL(nnreg_kernels_select)(), sets[expected]);
  }
  nnreg_system_setenv("NNREG_ISA", "PLAIN");
  assert_string_equal(nnreg_isa_name(), NAMES[count - 1]);
  nnreg_system_setenv("NNREG_ISA", NULL);
  assert_string_equal(nnreg_isa_name(), NAMES[count - 1]);
  assert_ptr_equal(REAL(nnreg_kernels_select)(), sets[count - 1]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_adam),           TEST(test_zeros),         TEST(test_adam_nan),
      TEST(test_activate),       TEST(test_extremes),      TEST(test_derive),
      TEST(test_product),        TEST(test_gradient),      TEST(test_row_sums),
      TEST(test_large_product),  TEST(test_adam_overflow), TEST(test_adam_range),
      TEST(test_squares),        TEST(test_selection),     TEST(test_exponentials),
      TEST(test_small_tanh),     TEST(test_dot),           TEST(test_add),
      TEST(test_add_four),       TEST(test_scans),         TEST(test_dense_product),
      TEST(test_dense_gradient), TEST(test_dense_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
