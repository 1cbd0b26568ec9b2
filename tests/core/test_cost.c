/* The objective and its gradient: against central differences, against loops
 * that follow the formulas, between precisions and between numbers of threads.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "naive.h"

static const nnreg_penalty NO_PENALTY = {.lambda1 = {0}};

/* Widths on both sides of panels (64 and 128 units) and of vectors. */
static const size_t WIDTHS[] = {7, 70, 1, 130, 64, 200};

/* World number n: every depth, activation, task and form of data meets each
 * other. */
static world_plan make_plan(size_t n, nnreg_precision precision)
{
  size_t depth = n % 4;
  world_plan plan = {.precision = precision,
                     .task = n / 16 % 2 ? NNREG_REGRESSION : NNREG_CLASSIFICATION,
                     .activation = (nnreg_activation)(n / 4 % 4),
                     .num_layers = depth + 1,
                     .num_samples = 37,
                     .block_samples = 16,
                     .form = (data_form)(n / 32 % 3),
                     .type = n % 5 == 0 ? NNREG_UINT8 : NNREG_FLOAT,
                     .weighted = n % 3 == 1,
                     .seed = n};
  plan.sizes[0] = 5 + n % 67;
  for (size_t l = 1; l <= depth; l++) plan.sizes[l] = WIDTHS[(n + n / 16 + 2 * l) % LENGTH(WIDTHS)];
  plan.sizes[depth + 1] = plan.task == NNREG_REGRESSION ? 1 + n % 3 : 2 + n % 9;
  return plan;
}
enum { NUM_WORLDS = 4 * 4 * 2 * 3 };

static nnreg_penalty make_penalty(size_t n)
{
  nnreg_penalty penalty = {.l1_method = n % 2 ? NNREG_SUBGRADIENT : NNREG_PROXIMAL};
  for (size_t l = 0; l < NNREG_MAX_LAYERS; l++) {
    if (n % 4 == 1 || n % 4 == 3) penalty.lambda1[l] = 0.01 * (double)(1 + l);
    if (n % 4 == 2 || n % 4 == 3) penalty.lambda2[l] = 0.02 / (double)(1 + l);
    penalty.decay[l] = 0.5; /* no term of the objective */
  }
  if (n % 5 == 4) penalty.group = 0.05;
  return penalty;
}

static double cost_at(const world *here, const nnreg_penalty *penalty, const void *theta,
                      size_t num_threads, void *gradient)
{
  nnreg_message why;
  double cost;
  ASSERT_OK(
      cost_of(&here->network, penalty, theta, &here->samples, num_threads, &cost, gradient, &why));
  return cost;
}

/* ---------------------------------------------------------- Against loops --
 */

static void check_against_naive(const world *here, const nnreg_penalty *penalty, double tolerance)
{
  size_t count = here->num_parameters;
  nnreg_precision precision = here->network.precision;
  double *want = take(count, sizeof *want);
  void *gradient = take(count, real_bytes(precision));
  double wanted = naive_cost(here, penalty, here->theta, here->samples.rows, here->samples.num_rows,
                             want, NULL, NULL);
  ASSERT_NEAR(cost_at(here, penalty, here->own_theta, 2, gradient), wanted,
              tolerance * fabs(wanted));
  ASSERT_NEAR(cost_at(here, penalty, here->own_theta, 1, NULL), wanted, tolerance * fabs(wanted));
  ASSERT_VECTOR_NEAR(to_double(precision, gradient, count), want, count, tolerance);
}

/* Thresholds among the errors, 0 of one response, and the derivatives that end
 * at them. */
static void check_thresholds(nnreg_precision precision, double tolerance)
{
  static const double THRESHOLDS[] = {0.4, 1.5, 0};
  for (size_t n = 0; n < NUM_WORLDS; n += sanitized_step(5)) {
    world here;
    world_plan plan = make_plan(n, precision);
    nnreg_penalty penalty = make_penalty(n / 3);
    if (plan.task != NNREG_REGRESSION) continue;
    world_make(&here, &plan);
    here.targets.thresholds = THRESHOLDS;
    check_against_naive(&here, &penalty, tolerance);
    give_back(NULL);
  }
}

static void test_thresholds(void **state)
{
  (void)state;
  check_thresholds(NNREG_DOUBLE, 1e-13);
  check_thresholds(NNREG_SINGLE, 5e-6);
}

/* Errors on both sides of a threshold and at it, by hand. */
static void test_huber(void **state)
{
  (void)state;
  world here;
  world_plan plan = {.precision = NNREG_DOUBLE,
                     .task = NNREG_REGRESSION,
                     .num_layers = 1,
                     .sizes = {1, 1},
                     .num_samples = 4,
                     .form = FULL,
                     .type = NNREG_FLOAT64};
  double errors[] = {0.5, 2, -3, 10}, theta[] = {0, 0}, gradient[2], threshold = 2;
  world_make(&here, &plan);
  for (size_t i = 0; i < 4; i++) errors[i] = -errors[i];
  here.targets.responses = errors;
  here.targets.thresholds = &threshold;
  ASSERT_NEAR(cost_at(&here, &NO_PENALTY, theta, 1, gradient), (0.25 + 4 + 8 + 36) / 4, 1e-15);
  ASSERT_NEAR(gradient[1], (1 + 4 - 4 + 4) / 4.0, 1e-15);
  threshold = 0;
  ASSERT_NEAR(cost_at(&here, &NO_PENALTY, theta, 1, gradient), 15.5 / 4, 1e-15);
  ASSERT_NEAR(gradient[1], 2 / 4.0, 1e-15);
  give_back(NULL);
}

/* Factors 0, 1, others and Inf. */
static const double *draw_factors(const world *here)
{
  static const double SOME[] = {1, 0, 2.5, INFINITY, 0.3};
  double *factors = take(here->network.sizes[0], sizeof *factors);
  for (size_t j = 0; j < here->network.sizes[0]; j++) factors[j] = SOME[j * j % LENGTH(SOME)];
  return factors;
}

/* Group g has the inputs g, g + 3, g + 6, ...; those of the last group are in
 * none. */
static nnreg_groups make_groups(const world *here)
{
  static const double WEIGHTS[] = {2, 0, 0.7};
  size_t inputs = here->network.sizes[0];
  uint32_t *starts = take(4, sizeof *starts), *members = take(inputs, sizeof *members);
  for (size_t g = 0; g < 3; g++) {
    starts[g + 1] = starts[g];
    for (size_t j = g; j < inputs; j += 4) members[starts[g + 1]++] = (uint32_t)j;
  }
  return (nnreg_groups){.count = 3, .starts = starts, .inputs = members, .weights = WEIGHTS};
}

/* Factors alone, groups alone, and both. */
static void test_inputs(void **state)
{
  (void)state;
  for (size_t n = 0; n < NUM_WORLDS / 2; n += sanitized_step(5)) {
    world here;
    world_plan plan = make_plan(n, n % 2 ? NNREG_DOUBLE : NNREG_SINGLE);
    nnreg_penalty penalty = make_penalty(n / 3);
    world_make(&here, &plan);
    penalty.group = 0.05;
    if (n % 3 != 1) penalty.factors = draw_factors(&here);
    if (n % 3 != 0) penalty.groups = make_groups(&here);
    check_against_naive(&here, &penalty, n % 2 ? 1e-13 : 5e-6);
    give_back(NULL);
  }
}

static void check_worlds(nnreg_precision precision, double tolerance)
{
  for (size_t n = 0; n < NUM_WORLDS; n += sanitized_step(5)) {
    world here;
    world_plan plan = make_plan(n, precision);
    nnreg_penalty penalty = make_penalty(n / 3);
    world_make(&here, &plan);
    check_against_naive(&here, &penalty, tolerance);
    give_back(NULL);
  }
}

static void test_naive_double(void **state)
{
  (void)state;
  check_worlds(NNREG_DOUBLE, 1e-13);
}

static void test_naive_single(void **state)
{
  (void)state;
  check_worlds(NNREG_SINGLE, 5e-6);
}

/* More samples than a piece has (1024), rows out of order. */
static void check_pieces(data_form form, nnreg_task task, nnreg_precision precision)
{
  world here;
  world_plan plan = {.precision = precision,
                     .task = task,
                     .activation = NNREG_TANH,
                     .num_layers = 3,
                     .sizes = {9, 70, 13, 3},
                     .num_samples = 2500,
                     .block_samples = 192,
                     .form = form,
                     .type = NNREG_FLOAT,
                     .weighted = true,
                     .seed = 5};
  nnreg_penalty penalty = make_penalty(3);
  uint32_t *rows = take(2500, sizeof *rows);
  for (uint32_t k = 0; k < 2300; k++) rows[k] = k * 7 % 2500;
  world_make(&here, &plan);
  here.samples.rows = rows;
  here.samples.num_rows = 2300;
  check_against_naive(&here, &penalty, precision == NNREG_DOUBLE ? 1e-13 : 1e-5);
  give_back(NULL);
}

static void test_pieces(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form++) {
    check_pieces((data_form)form, NNREG_CLASSIFICATION, NNREG_DOUBLE);
    check_pieces((data_form)form, NNREG_REGRESSION, NNREG_DOUBLE);
    check_pieces((data_form)form, NNREG_CLASSIFICATION, NNREG_SINGLE);
  }
}

/* Data in double, and with more inputs than a 16-bit index can count. */
static void check_wide(size_t inputs, nnreg_type type, data_form form)
{
  world here;
  world_plan plan = {.precision = NNREG_DOUBLE,
                     .task = NNREG_REGRESSION,
                     .activation = NNREG_TANH,
                     .num_layers = 2,
                     .sizes = {inputs, 3, 2},
                     .num_samples = 5,
                     .block_samples = 2,
                     .form = form,
                     .type = type,
                     .seed = 9};
  nnreg_penalty penalty = make_penalty(3);
  world_make(&here, &plan);
  check_against_naive(&here, &penalty, 1e-12);
  give_back(NULL);
}

static void test_wide(void **state)
{
  (void)state;
  check_wide(65536, NNREG_UINT8, COMPRESSED);
  check_wide(65537, NNREG_FLOAT, SHIFTED);
  check_wide(70001, NNREG_FLOAT64, COMPRESSED);
  check_wide(3001, NNREG_FLOAT64, FULL);
}

/* ---------------------------------------------------- Central differences --
 */

/* The slope of J at theta along the direction d (P), which has length 1. */
static double slope_along(const world *here, const nnreg_penalty *penalty, const double *d)
{
  const double h = 1e-6;
  size_t count = here->num_parameters;
  double *moved = take(count, sizeof *moved), cost[2];
  for (int side = 0; side < 2; side++) {
    for (size_t i = 0; i < count; i++) moved[i] = here->theta[i] + (side ? h : -h) * d[i];
    cost[side] = cost_at(here, penalty, moved, 1, NULL);
  }
  return (cost[1] - cost[0]) / (2 * h);
}

static double dot(const double *a, const double *b, size_t count)
{
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += a[i] * b[i];
  return sum;
}

/* The gradient's own direction, a random one, and single parameters. */
static void make_direction(int number, const double *gradient, size_t count, uint64_t *seed,
                           double *d)
{
  for (size_t i = 0; i < count; i++)
    d[i] = number == 0 ? gradient[i] : number == 1 ? draw_unit(seed) - 0.5 : 0;
  if (number > 1) d[draw_below(seed, count)] = 1;
  double length = sqrt(dot(d, d, count));
  for (size_t i = 0; i < count; i++) d[i] /= length;
}

static void check_differences(const world *here, const nnreg_penalty *penalty, uint64_t seed)
{
  size_t count = here->num_parameters;
  double *gradient = take(count, sizeof *gradient), *d = take(count, sizeof *d);
  cost_at(here, penalty, here->own_theta, 1, gradient);
  double length = sqrt(dot(gradient, gradient, count));
  assert_true(length > 1e-3); /* a gradient of zeros would agree with itself */
  for (int number = 0; number < 8; number++) {
    make_direction(number, gradient, count, &seed, d);
    ASSERT_NEAR(slope_along(here, penalty, d), dot(gradient, d, count), 1e-7 * (1 + length));
  }
}

/* (On one thread.) */
static void test_differences(void **state)
{
  (void)state;
  for (size_t n = 0; n < NUM_WORLDS; n += sanitized_step(31)) {
    world here;
    world_plan plan = make_plan(n, NNREG_DOUBLE);
    nnreg_penalty penalty = make_penalty(n);
    plan.num_samples = 11;
    world_make(&here, &plan);
    check_differences(&here, &penalty, n);
    give_back(NULL);
  }
}

/* Every parameter of a small network with every activation. */
static void test_all_parameters(void **state)
{
  (void)state;
  world here;
  world_plan plan = {.task = NNREG_CLASSIFICATION,
                     .precision = NNREG_DOUBLE,
                     .num_layers = 5,
                     .sizes = {4, 5, 3, 6, 4, 3},
                     .num_samples = 20,
                     .form = SHIFTED,
                     .type = NNREG_FLOAT};
  nnreg_penalty penalty = make_penalty(3);
  world_make(&here, &plan);
  for (int l = 0; l < 4; l++) here.network.activations[l] = (nnreg_activation)l;
  double *gradient = take(here.num_parameters, sizeof *gradient);
  double *d = take(here.num_parameters, sizeof *d);
  cost_at(&here, &penalty, here.own_theta, 1, gradient);
  for (size_t i = 0; i < here.num_parameters; i++) {
    memset(d, 0, here.num_parameters * sizeof *d);
    d[i] = 1;
    ASSERT_NEAR(slope_along(&here, &penalty, d), gradient[i], 1e-8);
  }
}

/* -------------------------------------------------------------- Same bits --
 */

/* Large enough for several threads. */
static void check_threads(nnreg_precision precision, data_form form, size_t samples)
{
  static const size_t THREADS[] = {2, 3, 7};
  world here;
  world_plan plan = {.precision = precision,
                     .activation = NNREG_RELU,
                     .num_layers = 3,
                     .sizes = {70, 200, 130, 7},
                     .num_samples = samples,
                     .form = form,
                     .type = NNREG_FLOAT,
                     .weighted = true};
  nnreg_penalty penalty = make_penalty(3);
  world_make(&here, &plan);
  size_t bytes = here.num_parameters * real_bytes(precision);
  void *want = take(bytes, 1), *got = take(bytes, 1);
  double wanted = cost_at(&here, &penalty, here.own_theta, 1, want);
  for (size_t i = 0; i < LENGTH(THREADS); i++) {
    double cost = cost_at(&here, &penalty, here.own_theta, THREADS[i], got);
    assert_memory_equal(&cost, &wanted, sizeof cost);
    assert_memory_equal(got, want, bytes);
  }
  give_back(NULL);
}

static void test_threads(void **state)
{
  (void)state;
  for (size_t n = 0; n < 3 * 2 * 2; n += sanitized_step(4))
    check_threads(n / 3 % 2 ? NNREG_DOUBLE : NNREG_SINGLE, (data_form)(n % 3), n / 6 ? 1300 : 301);
}

/* ---------------------------------------------------------- Special places --
 */

/* Of logits a thousand apart the loss is their difference, not the logarithm of
 * 0. */
static void test_large_logits(void **state)
{
  (void)state;
  world here;
  world_plan plan = {.num_layers = 1, .sizes = {1, 3}, .num_samples = 1, .type = NNREG_FLOAT};
  float theta[] = {0, 0, 0, 1000, -1000, 0}, gradient[6];
  const int32_t label = 1;
  world_make(&here, &plan);
  here.targets.labels = &label;
  ASSERT_NEAR(cost_at(&here, &NO_PENALTY, theta, 1, gradient), 2000, 0);
  ASSERT_NEAR((double)gradient[3], 1, 0);
  ASSERT_NEAR((double)gradient[4], -1, 0);
  ASSERT_NEAR((double)gradient[5], 0, 0);
}

/* The cost and the gradient with a soft label are the means of those with each class, by its share;
 * a share of 1 is the class, to the same bits. */
static void test_soft_labels(void **state)
{
  (void)state;
  enum { SAMPLES = 40, CLASSES = 3 };
  static const double share[CLASSES] = {0.2, 0.5, 0.3};
  world here;
  world_plan plan = {.precision = NNREG_DOUBLE,
                     .num_layers = 2,
                     .sizes = {5, 4, CLASSES},
                     .num_samples = SAMPLES,
                     .type = NNREG_FLOAT,
                     .weighted = true};
  double soft[SAMPLES * CLASSES], hard[SAMPLES * CLASSES], cost = 0;
  int32_t labels[SAMPLES];
  world_make(&here, &plan);
  here.targets.labels = labels;
  double *want = take(here.num_parameters, sizeof *want);
  double *got = take(here.num_parameters, sizeof *got);
  for (int32_t k = 0; k < CLASSES; k++) {
    memset(hard, 0, sizeof hard);
    for (size_t i = 0; i < SAMPLES; i++) {
      labels[i] = k;
      hard[i * CLASSES + (size_t)k] = 1;
      soft[i * CLASSES + (size_t)k] = share[k];
    }
    here.targets.responses = NULL;
    double of_class = cost_at(&here, &NO_PENALTY, here.own_theta, 1, got);
    cost += share[k] * of_class;
    for (size_t i = 0; i < here.num_parameters; i++) want[i] += share[k] * got[i];
    here.targets.responses = hard;
    double *same = take(here.num_parameters, sizeof *same);
    assert_true(cost_at(&here, &NO_PENALTY, here.own_theta, 1, same) == of_class);
    assert_memory_equal(same, got, here.num_parameters * sizeof *got);
  }
  here.targets.responses = soft;
  ASSERT_NEAR(cost_at(&here, &NO_PENALTY, here.own_theta, 1, got), cost, 1e-13 * cost);
  ASSERT_VECTOR_NEAR(got, want, here.num_parameters, 1e-13);
}

/* A sample of weight 0 counts as if it were not there. */
static void test_no_weight(void **state)
{
  (void)state;
  world here;
  world_plan plan = {.precision = NNREG_DOUBLE,
                     .task = NNREG_REGRESSION,
                     .num_layers = 2,
                     .sizes = {3, 4, 2},
                     .num_samples = 6,
                     .type = NNREG_FLOAT};
  const double weights[] = {1, 1, 0, 1, 0, 1};
  const uint32_t rows[] = {0, 1, 3, 5};
  world_make(&here, &plan);
  double *with = take(here.num_parameters, sizeof *with);
  double *without = take(here.num_parameters, sizeof *without);
  here.targets.weights = weights;
  double cost = cost_at(&here, &NO_PENALTY, here.own_theta, 1, with);
  here.targets.weights = NULL;
  here.samples.rows = rows;
  here.samples.num_rows = 4;
  ASSERT_NEAR(cost_at(&here, &NO_PENALTY, here.own_theta, 1, without), cost, 1e-14 * cost);
  ASSERT_VECTOR_NEAR(with, without, here.num_parameters, 1e-14);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_naive_double), TEST(test_naive_single), TEST(test_pieces),
      TEST(test_inputs),       TEST(test_wide),         TEST(test_differences),
      TEST(test_thresholds),   TEST(test_huber),        TEST(test_all_parameters),
      TEST(test_threads),      TEST(test_large_logits), TEST(test_soft_labels),
      TEST(test_no_weight),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
