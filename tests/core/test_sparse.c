/* Trainings that touch only weights that are not 0 (nnreg_problem.keep_zeros), against plain loops
 * and against the trainer of all weights; their gradient; the same bits however they are run.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "naive.h"
#include "training.h"

static const world_plan PLAN = {.precision = NNREG_DOUBLE,
                                .activation = NNREG_TANH,
                                .num_layers = 3,
                                .sizes = {23, 70, 30, 4},
                                .num_samples = 53,
                                .block_samples = 20,
                                .type = NNREG_FLOAT,
                                .weighted = true};

/* A world with only every so many of the weights; biases stay. */
static void make_sparse(world *made, const world_plan *plan, size_t every)
{
  world_make(made, plan);
  double *theta = made->theta;
  for (size_t l = 0; l < plan->num_layers; l++) {
    size_t count = plan->sizes[l] * plan->sizes[l + 1];
    for (size_t i = 0; i < count; i++) theta[i] = i * 31 % every == 0 ? theta[i] : 0;
    theta += count + plan->sizes[l + 1];
  }
  made->own_theta = from_double(plan->precision, made->theta, made->num_parameters);
}

static nnreg_problem make_problem(const world *here, const nnreg_penalty *penalty,
                                  size_t batch_size, size_t num_epochs)
{
  nnreg_problem problem = problem_make(here, penalty, batch_size, num_epochs, 0.01);
  problem.keep_zeros = problem.shuffle = true;
  problem.seed = 5;
  return problem;
}

/* Weights that the training has made 0, or kept so, with a moment or without. The trainer of all
 * weights moves the moments of zeros too. */
typedef struct {
  size_t with, ended_without;
} zeros;

static zeros count_zeros(const world *here, const nnreg_state *state)
{
  size_t count = here->num_parameters;
  const double *w = to_double(here->network.precision, state->theta, count);
  const double *m = to_double(here->network.precision, state->first_moment, count);
  zeros found = {0, 0};
  for (size_t i = 0; i < count; i++) {
    if (w[i] != 0) continue;
    found.with += m[i] != 0;
    found.ended_without += m[i] == 0 && here->theta[i] != 0;
  }
  return found;
}

/* ---------------------------------------------------------- Against loops -- */

static void check_training(const world *here, const nnreg_problem *problem)
{
  size_t count = here->num_parameters, epochs = problem->num_epochs;
  double *want = take_copy(here->theta, count, sizeof *want);
  nnreg_epoch *wanted = take(epochs, sizeof *wanted), *history = take(epochs, sizeof *history);
  nnreg_state state = state_make(here);
  naive_train(here, problem, want, wanted);
  train_whole(problem, 2, &state, history);
  const double *got = to_double(here->network.precision, state.theta, count);
  bool single = here->network.precision == NNREG_SINGLE;
  ASSERT_VECTOR_NEAR(got, want, count, single ? 1e-4 : 1e-9);
  for (size_t i = 0; i < count && !single; i++) assert_int_equal(got[i] == 0, want[i] == 0);
  for (size_t e = 0; e < epochs; e++) {
    double near = single ? 1e-4 : 1e-9;
    ASSERT_NEAR(history[e].data_loss, wanted[e].data_loss, near * wanted[e].data_loss);
    ASSERT_NEAR(history[e].metric, wanted[e].metric, near * (1 + wanted[e].metric));
    ASSERT_NEAR(history[e].penalty, wanted[e].penalty, near * wanted[e].penalty);
  }
  assert_int_equal(count_zeros(here, &state).with, 0);
}

static const nnreg_penalty PENALTIES[] = {
    {.lambda1 = {0}},
    {.lambda1 = {0.01, 0.02, 0.005}, .lambda2 = {0.1, 0, 0.02}, .decay = {0, 1.5, 0.5}},
    {.lambda1 = {0.01, 0.02, 0.005}, .l1_method = NNREG_SUBGRADIENT}};

/* Every task, form of data, activation and precision; batches that fill no vector. */
static void test_loops(void **state)
{
  (void)state;
  for (size_t n = 0; n < 2 * 3 * 2 * LENGTH(PENALTIES); n += thread_sanitized_step(5)) {
    world here;
    world_plan plan = PLAN;
    plan.task = n % 2 ? NNREG_REGRESSION : NNREG_CLASSIFICATION;
    plan.form = (data_form)(n / 2 % 3);
    plan.precision = n / 6 % 2 ? NNREG_DOUBLE : NNREG_SINGLE;
    plan.activation = n % 3 ? NNREG_RELU : NNREG_SIGMOID;
    make_sparse(&here, &plan, 13);
    nnreg_problem problem = make_problem(&here, &PENALTIES[n / 12], 20, 3);
    check_training(&here, &problem);
    give_back(NULL);
  }
}

/* Batches of several stretches of samples, and one that is large enough for lanes. */
static void test_large_batches(void **state)
{
  (void)state;
  for (size_t n = 0; n < 4; n++) {
    world here;
    world_plan plan = PLAN;
    bool lanes = n == 3;
    plan.sizes[1] = lanes ? 250 : 40;
    plan.num_samples = 1300;
    plan.form = lanes ? FULL : (data_form)n;
    make_sparse(&here, &plan, lanes ? 7 : 13);
    nnreg_problem problem = make_problem(&here, &PENALTIES[1], lanes ? SIZE_MAX : 500, 1 + !lanes);
    check_training(&here, &problem);
    give_back(NULL);
  }
}

static void test_shapes(void **state)
{
  (void)state;
  for (size_t layers = 1; layers <= 2; layers++) {
    world here;
    world_plan plan = PLAN;
    plan.num_layers = layers;
    plan.sizes[1] = layers == 1 ? 5 : 40;
    plan.sizes[2] = 3;
    make_sparse(&here, &plan, 17);
    nnreg_problem problem = make_problem(&here, &PENALTIES[1], 53, 3);
    problem.no_intercept = layers == 2;
    check_training(&here, &problem);
    give_back(NULL);
  }
}

/* Without any weight the biases learn, and nothing else is. */
static void test_no_weights(void **state)
{
  (void)state;
  world here;
  make_sparse(&here, &PLAN, SIZE_MAX);
  nnreg_problem problem = make_problem(&here, &PENALTIES[0], 20, 3);
  here.theta[0] = 0;
  memset(here.own_theta, 0, sizeof(double));
  nnreg_state trained = state_make(&here);
  train_whole(&problem, 1, &trained, take(3, sizeof(nnreg_epoch)));
  assert_int_equal(count_zeros(&here, &trained).with, 0);
  size_t last = here.num_parameters - 1;
  assert_true(((double *)trained.theta)[last] != here.theta[last]);
}

/* With a factor of each input the trainer of all weights does it. */
static void test_against_dense(void **state)
{
  (void)state;
  static const double ONES[23] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  for (int precision = NNREG_SINGLE; precision <= NNREG_DOUBLE; precision++) {
    world here;
    world_plan plan = PLAN;
    plan.precision = (nnreg_precision)precision;
    plan.form = COMPRESSED;
    make_sparse(&here, &plan, 13);
    nnreg_penalty beside = PENALTIES[1];
    beside.factors = ONES;
    nnreg_problem sparse = make_problem(&here, &PENALTIES[1], 20, 4), dense = sparse;
    dense.penalty = &beside;
    nnreg_state got = state_make(&here), want = state_make(&here);
    nnreg_epoch rows[2][4];
    train_whole(&sparse, 1, &got, rows[0]);
    train_whole(&dense, 1, &want, rows[1]);
    assert_int_equal(count_zeros(&here, &got).with, 0);
    assert_true(count_zeros(&here, &want).with > 100);
    size_t count = here.num_parameters;
    ASSERT_VECTOR_NEAR(to_double(plan.precision, got.theta, count),
                       to_double(plan.precision, want.theta, count), count,
                       precision == NNREG_DOUBLE ? 1e-12 : 1e-4);
    for (size_t e = 0; e < 4; e++)
      ASSERT_NEAR(rows[0][e].data_loss, rows[1][e].data_loss, 1e-4 * rows[1][e].data_loss);
    give_back(NULL);
  }
}

/* --------------------------------------------------------------- Gradient -- */

/* After one step from no moments, m is the gradient times 1 - beta1. */
static void test_gradient(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form++) {
    world here;
    world_plan plan = PLAN;
    plan.form = (data_form)form;
    plan.num_samples = 20;
    make_sparse(&here, &plan, 13);
    nnreg_problem problem = make_problem(&here, &PENALTIES[0], SIZE_MAX, 1);
    nnreg_state trained = state_make(&here);
    nnreg_epoch row;
    train_whole(&problem, 1, &trained, &row);
    const double *m = trained.first_moment, step = 1e-5;
    double *theta = take_copy(here.theta, here.num_parameters, sizeof *theta), largest = 0;
    for (size_t i = 0; i < here.num_parameters; i++) {
      if (here.theta[i] == 0) continue;
      double value = theta[i], cost[2];
      for (int side = 0; side < 2; side++) {
        theta[i] = value + (side ? step : -step);
        cost[side] =
            naive_cost(&here, &PENALTIES[0], theta, NULL, plan.num_samples, NULL, NULL, NULL);
      }
      theta[i] = value;
      double slope = m[i] / (1 - problem.adam.beta1);
      ASSERT_NEAR(slope, (cost[1] - cost[0]) / (2 * step), 1e-7);
      largest = fmax(largest, fabs(slope));
    }
    assert_true(largest > 1e-2);
    give_back(NULL);
  }
}

/* -------------------------------------------------------------- Same bits -- */

/* The training begins with most weights and goes on with few in the midst of an epoch. */
static void make_falling(world *here, nnreg_problem *problem, const world_plan *plan,
                         size_t batch_size)
{
  static const nnreg_penalty STRONG = {.lambda1 = {0.2, 0.2, 0.02}};
  make_sparse(here, plan, 2);
  *problem = make_problem(here, &STRONG, batch_size, 3);
}

static void assert_fallen(const world *here, const nnreg_state *trained)
{
  zeros found = count_zeros(here, trained);
  assert_true(found.with > 0 && found.ended_without > 0);
}

static void test_falling(void **state)
{
  (void)state;
  world here;
  nnreg_problem problem;
  make_falling(&here, &problem, &PLAN, 8);
  size_t count = here.num_parameters;
  double *want = take_copy(here.theta, count, sizeof *want);
  nnreg_epoch wanted[3], history[3];
  nnreg_state trained = state_make(&here);
  naive_train(&here, &problem, want, wanted);
  train_whole(&problem, 1, &trained, history);
  ASSERT_VECTOR_NEAR(trained.theta, want, count, 1e-9);
  assert_fallen(&here, &trained);
}

static void check_bits(const world *here, const nnreg_problem *problem)
{
  const nnreg_limits limits[] = {{.seconds = 0, .num_epochs = 3, .num_threads = 1},
                                 {.seconds = -1, .num_epochs = 3, .num_threads = 3},
                                 {.seconds = INFINITY, .num_epochs = 1, .num_threads = 2},
                                 {.seconds = INFINITY, .num_epochs = 3, .num_threads = 3}};
  check_ways(here, problem, limits, LENGTH(limits));
}

/* Slices of a falling number of weights, and threads that share the lanes of a batch. */
static void test_bits(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form += (int)thread_sanitized_step(2)) {
    world here;
    nnreg_problem problem;
    world_plan plan = PLAN;
    plan.form = (data_form)form;
    plan.precision = NNREG_SINGLE;
    make_falling(&here, &problem, &plan, 8);
    check_bits(&here, &problem);
    plan.sizes[1] = 600;
    plan.num_samples = 1200;
    make_sparse(&here, &plan, 9);
    problem = make_problem(&here, &PENALTIES[1], 800, 3);
    check_bits(&here, &problem);
    give_back(NULL);
  }
}

/* ---------------------------------------------------------- Early ends -- */

/* A batch that is not complete changes nothing: if the call is stopped, or if the loss overflows.
 */
static void test_early_ends(void **state)
{
  (void)state;
  static const int UP = 1;
  static const double RATES[] = {0.01, 1e38};
  world here;
  nnreg_epoch rows[2];
  nnreg_message why;
  size_t finished;
  world_plan plan = PLAN;
  plan.precision = NNREG_SINGLE;
  plan.task = NNREG_REGRESSION;
  plan.num_samples = 200;
  make_sparse(&here, &plan, 13);
  nnreg_problem problem = make_problem(&here, &PENALTIES[0], SIZE_MAX, 2);
  problem.learn_rates = RATES;
  nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 2, .num_threads = 2};
  nnreg_state trained = state_make(&here), before = state_make(&here);
  nnreg_blas_heed(test_blas, &UP);
  nnreg_status status = nnreg_train(test_blas, &problem, &limits, &trained, rows, &finished, &why);
  nnreg_blas_heed(test_blas, NULL);
  assert_int_equal(status, NNREG_STOPPED);
  assert_same_state(&here.network, &trained, &before);
  problem.batch_size = 60;
  assert_int_equal(train_to_end(&problem, &limits, &trained, rows, &why), NNREG_DIVERGED);
  assert_true(trained.epoch == 1 && trained.step > 4 && trained.step < 8);
  assert_says(&why, "loss is no longer finite");
  assert_int_equal(count_zeros(&here, &trained).with, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_loops),      TEST(test_large_batches), TEST(test_shapes),
      TEST(test_no_weights), TEST(test_against_dense), TEST(test_gradient),
      TEST(test_falling),    TEST(test_bits),          TEST(test_early_ends),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
