/* Networks, starting weights, penalties, names of states, random permutations.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "support.h"

/* ------------------------------------------------------------------ Checks -- */

static void assert_refused(const nnreg_network *network, const char *words)
{
  nnreg_message why = {""};
  float theta[4];
  assert_int_equal(nnreg_network_check(network, &why), NNREG_BAD_ARGUMENT);
  assert_says(&why, words);
  why.text[0] = 0;
  assert_int_equal(nnreg_network_init(network, 1, theta, &why), NNREG_BAD_ARGUMENT);
  assert_says(&why, words);
}

static void test_number_of_layers(void **state)
{
  (void)state;
  nnreg_network network = {.num_layers = 0};
  nnreg_message why;
  for (size_t l = 0; l <= NNREG_MAX_LAYERS; l++) network.sizes[l] = 2;
  assert_refused(&network, "a network has 1 to 64 layers, not 0");
  network.num_layers = 65;
  assert_refused(&network, "a network has 1 to 64 layers, not 65");
  network.num_layers = 64;
  ASSERT_OK(nnreg_network_check(&network, &why));
  assert_int_equal(nnreg_network_num_parameters(&network), 64 * 6);
}

static void test_sizes(void **state)
{
  (void)state;
  nnreg_network network = {.num_layers = 3, .sizes = {5, 4, 3, 2}};
  nnreg_message why;
  ASSERT_OK(nnreg_network_check(&network, &why));
  assert_int_equal(nnreg_network_num_parameters(&network), 5 * 4 + 4 + 4 * 3 + 3 + 3 * 2 + 2);
  network.sizes[0] = 0;
  assert_refused(&network, "a network needs at least one input");
  network.sizes[0] = 5;
  network.sizes[3] = 0;
  assert_refused(&network, "layer 3 has no units");
}

static void test_overflow(void **state)
{
  (void)state;
  nnreg_network network = {.num_layers = 2, .sizes = {SIZE_MAX, 1, 1}};
  assert_refused(&network, "layer 1 is too large (1 by 18446744073709551615)");
  network.sizes[0] = (size_t)INT32_MAX + 1; /* what OpenBLAS cannot count */
  assert_refused(&network, "layer 1 is too large");
  network.sizes[0] = 1;
  network.sizes[2] = (size_t)1 << 40;
  assert_refused(&network, "layer 2 is too large");
  network.sizes[0] = network.sizes[1] = network.sizes[2] = INT32_MAX; /* 2^62 weights */
  assert_refused(&network, "layer 1 is too large");
  /* Each layer would do, all of them would not. */
  network = (nnreg_network){.num_layers = 64};
  for (size_t l = 0; l <= 64; l++) network.sizes[l] = (size_t)1 << 27;
  assert_refused(&network, "layer 32 is too large");
}

/* -------------------------------------------------------- Starting weights -- */

/* Sums over one layer's weights: mean, mean square, largest. */
static void check_layer(const double *w, size_t inputs, size_t outputs)
{
  double a = sqrt(6.0 / (double)(inputs + outputs)), n = (double)(inputs * outputs);
  double sum = 0, squares = 0, fourth = 0, largest = 0;
  for (size_t i = 0; i < inputs * outputs; i++) {
    sum += w[i];
    squares += w[i] * w[i];
    fourth += pow(w[i], 4);
    largest = fmax(largest, fabs(w[i]));
  }
  /* Five standard deviations of each moment of U(-a, a). */
  ASSERT_NEAR(sum / n, 0, 5 * a / sqrt(3 * n));
  ASSERT_NEAR(squares / n, a * a / 3, 5 * a * a * sqrt(4.0 / 45 / n));
  ASSERT_NEAR(fourth / n, pow(a, 4) / 5, 5 * pow(a, 4) * sqrt(16.0 / 225 / n));
  assert_true(largest <= a && largest > a * (1 - 20 / n));
  for (size_t i = 0; i < outputs; i++) assert_true(w[inputs * outputs + i] == 0);
}

static void test_init(void **state)
{
  (void)state;
  nnreg_network network = {.precision = NNREG_DOUBLE, .num_layers = 3, .sizes = {200, 300, 40, 10}};
  nnreg_message why;
  size_t count = nnreg_network_num_parameters(&network);
  double *wide = take(count, sizeof *wide), *at = wide;
  float *narrow = take(count, sizeof *narrow);
  for (size_t i = 0; i < count; i++) wide[i] = NAN;
  ASSERT_OK(nnreg_network_init(&network, 4, wide, &why));
  for (size_t l = 0; l < 3; l++) {
    check_layer(at, network.sizes[l], network.sizes[l + 1]);
    at += (network.sizes[l] + 1) * network.sizes[l + 1];
  }
  network.precision = NNREG_SINGLE;
  ASSERT_OK(nnreg_network_init(&network, 4, narrow, &why));
  for (size_t i = 0; i < count; i++) assert_true(narrow[i] == (float)wide[i]);
}

/* Neighbouring seeds give weights that have nothing to do with each other. */
static void test_seeds(void **state)
{
  (void)state;
  enum { COUNT = 10000, SEEDS = 5 };
  static const uint64_t NUMBERS[SEEDS] = {0, 1, 2, UINT64_MAX, (uint64_t)1 << 32};
  static double w[SEEDS][COUNT + 100];
  nnreg_network network = {.precision = NNREG_DOUBLE, .num_layers = 1, .sizes = {100, 100}};
  nnreg_message why;
  for (size_t s = 0; s < SEEDS; s++) {
    ASSERT_OK(nnreg_network_init(&network, NUMBERS[s], w[s], &why));
    for (size_t r = 0; r < s; r++) {
      double product = 0;
      for (size_t i = 0; i < COUNT; i++) product += w[s][i] * w[r][i] / (6.0 / 200 / 3);
      ASSERT_NEAR(product / COUNT, 0, 5 / sqrt(COUNT));
    }
  }
}

/* ---------------------------------------------------------------- Penalties -- */

static const nnreg_network SMALL = {.num_layers = 2, .sizes = {2, 2, 1}};
/* W_1 = [1 -3; 0 0.5], b_1 = [0 9], W_2 = [-0 2], b_2 = 0 */
static const double THETA[] = {1, 0, -3, 0.5, 0, 9, -0.0, 2, 0};
static const float FLOATS[] = {1, 0, -3, 0.5F, 0, 9, -0.0F, 2, 0};

static void assert_penalty(nnreg_penalty penalty, double value, double zeros)
{
  nnreg_network network = SMALL;
  ASSERT_NEAR(nnreg_penalty_value(&network, &penalty, FLOATS), value, 1e-15 * value);
  ASSERT_NEAR(nnreg_penalty_zeros(&network, &penalty, FLOATS), zeros, 1e-15);
  network.precision = NNREG_DOUBLE;
  ASSERT_NEAR(nnreg_penalty_value(&network, &penalty, THETA), value, 1e-15 * value);
  ASSERT_NEAR(nnreg_penalty_zeros(&network, &penalty, THETA), zeros, 1e-15);
}

static void test_penalties(void **state)
{
  (void)state;
  assert_penalty((nnreg_penalty){.lambda1 = {0}}, 0, 2.0 / 6);
  assert_penalty((nnreg_penalty){.lambda1 = {0.5}}, 0.5 * 4.5, 1.0 / 4);
  assert_penalty((nnreg_penalty){.lambda1 = {0, 3}}, 3 * 2, 1.0 / 2);
  assert_penalty((nnreg_penalty){.lambda2 = {2}}, 2 * 10.25, 1.0 / 4);
  assert_penalty((nnreg_penalty){.lambda1 = {1}, .lambda2 = {1, 2}}, 4.5 + 10.25 + 2 * 4, 2.0 / 6);
  assert_penalty((nnreg_penalty){.decay = {0, 1}}, 0, 1.0 / 2);
}

/* Sums of many floats are made in double. */
static void test_penalty_in_double(void **state)
{
  (void)state;
  enum { COUNT = 4000000 };
  const nnreg_network network = {.num_layers = 1, .sizes = {COUNT, 1}};
  const nnreg_penalty penalty = {.lambda1 = {1}, .lambda2 = {1}};
  float *theta = take(COUNT + 1, sizeof *theta);
  for (size_t i = 0; i < COUNT; i++) theta[i] = 0.1F;
  double w = (double)0.1F, want = COUNT * (w + w * w);
  ASSERT_NEAR(nnreg_penalty_value(&network, &penalty, theta), want, 1e-9 * want);
}

/* ------------------------------------------------------------------- Names -- */

/* Found by tests/fuzz/fuzz_training.c: squares that overflow are no matter to an L1 penalty. */
static void test_penalty_of_huge_weights(void **state)
{
  (void)state;
  const double theta[] = {1e300, -1e300, 5};
  nnreg_network network = {.precision = NNREG_DOUBLE, .num_layers = 1, .sizes = {2, 1}};
  nnreg_penalty penalty = {.lambda1 = {0.5}};
  ASSERT_NEAR(nnreg_penalty_value(&network, &penalty, theta), 1e300, 1e285);
}

static void test_status_ids(void **state)
{
  (void)state;
  assert_string_equal(nnreg_status_id(NNREG_BAD_ARGUMENT), "nnreg:badArgument");
  assert_string_equal(nnreg_status_id(NNREG_BAD_DATA), "nnreg:badData");
  assert_string_equal(nnreg_status_id(NNREG_DIVERGED), "nnreg:diverged");
  assert_string_equal(nnreg_status_id(NNREG_OUT_OF_MEMORY), "nnreg:outOfMemory");
  assert_string_equal(nnreg_status_id(NNREG_BAD_FILE), "nnreg:badFile");
  assert_string_equal(nnreg_status_id(NNREG_NO_BLAS), "nnreg:noBlas");
  for (int i = NNREG_OK; i <= NNREG_STOPPED; i++) {
    assert_int_equal(strncmp(nnreg_status_id((nnreg_status)i), "nnreg:", 6), 0);
    for (int j = NNREG_OK; j < i; j++)
      assert_string_not_equal(nnreg_status_id((nnreg_status)i), nnreg_status_id((nnreg_status)j));
  }
}

/* ----------------------------------------------------------------- Shuffles -- */

static void test_permutation(void **state)
{
  (void)state;
  static const size_t COUNTS[] = {0, 1, 2, 3, 64, 1000, 70000};
  uint32_t *items = take(70001, sizeof *items), *seen = take(70000, sizeof *seen);
  for (size_t c = 0; c < LENGTH(COUNTS); c++) {
    size_t fixed = 0, count = COUNTS[c];
    for (uint32_t i = 0; i <= count; i++) items[i] = i;
    memset(seen, 0, 70000 * sizeof *seen);
    nnreg_shuffle(7, 3, items, count);
    for (size_t i = 0; i < count; i++) {
      assert_true(items[i] < count);
      assert_int_equal(seen[items[i]]++, 0);
      fixed += items[i] == i;
    }
    assert_int_equal(items[count], count);
    if (count > 3) assert_true(fixed < 8); /* one on average */
  }
}

static size_t number_of(const uint32_t *p)
{
  size_t smaller2 = (p[1] < p[2]) + (size_t)(p[1] < p[3]);
  return p[0] * 6 + (2 - smaller2) * 2 + (p[2] > p[3]);
}

/* All 24 orders of four items are equally frequent: chi-square with 23 degrees of freedom,
 * below its 0.9999 quantile; and above the 0.0001 one, as no regular pattern is. */
static void assert_uniform(bool by_seed)
{
  enum { ROUNDS = 48000 };
  size_t counts[24] = {0};
  double chi_square = 0, expected = ROUNDS / 24.0;
  for (uint64_t i = 0; i < ROUNDS; i++) {
    uint32_t items[] = {0, 1, 2, 3};
    nnreg_shuffle(by_seed ? i : 5, by_seed ? 1000 : i, items, 4);
    size_t number = number_of(items);
    assert_true(number < 24);
    counts[number]++;
  }
  for (size_t k = 0; k < 24; k++) {
    double error = (double)counts[k] - expected;
    chi_square += error * error / expected;
  }
  assert_true(chi_square < 57);
  assert_true(chi_square > 5.7);
}

static void test_uniform(void **state)
{
  (void)state;
  assert_uniform(true);
  assert_uniform(false);
}

/* Every item goes everywhere equally often, in lists that are no power of two. */
static void test_uniform_places(void **state)
{
  (void)state;
  enum { COUNT = 11, ROUNDS = 22000 };
  static size_t counts[COUNT][COUNT];
  double chi_square = 0, expected = ROUNDS / (double)COUNT;
  for (uint64_t i = 0; i < ROUNDS; i++) {
    uint32_t items[COUNT];
    for (uint32_t k = 0; k < COUNT; k++) items[k] = k;
    nnreg_shuffle(1, i, items, COUNT);
    for (size_t k = 0; k < COUNT; k++) counts[k][items[k]]++;
  }
  for (size_t k = 0; k < COUNT * COUNT; k++) {
    double error = (double)counts[k / COUNT][k % COUNT] - expected;
    chi_square += error * error / expected;
  }
  chi_square *= (COUNT - 1) / (double)COUNT; /* rows and columns have fixed sums */
  assert_true(chi_square < 161);             /* 100 degrees of freedom */
  assert_true(chi_square > 56);
}

static void test_streams(void **state)
{
  (void)state;
  enum { COUNT = 200 };
  uint32_t first[COUNT], again[COUNT], stream[COUNT], seed[COUNT];
  size_t same_stream = 0, same_seed = 0;
  for (uint32_t i = 0; i < COUNT; i++) first[i] = again[i] = stream[i] = seed[i] = i;
  nnreg_shuffle(3, 9, first, COUNT);
  nnreg_shuffle(3, 9, again, COUNT);
  nnreg_shuffle(3, 10, stream, COUNT);
  nnreg_shuffle(4, 9, seed, COUNT);
  assert_memory_equal(first, again, sizeof first);
  for (size_t i = 0; i < COUNT; i++) {
    same_stream += first[i] == stream[i];
    same_seed += first[i] == seed[i];
  }
  assert_true(same_stream < 8 && same_seed < 8);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_number_of_layers),
      TEST(test_sizes),
      TEST(test_overflow),
      TEST(test_init),
      TEST(test_seeds),
      TEST(test_penalties),
      TEST(test_penalty_in_double),
      TEST(test_penalty_of_huge_weights),
      TEST(test_status_ids),
      TEST(test_permutation),
      TEST(test_uniform),
      TEST(test_uniform_places),
      TEST(test_streams),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
