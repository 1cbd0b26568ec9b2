/* Training against Adam's formulas in plain loops; the order of samples, the figures of
 * an epoch, and how a training that diverges ends.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "naive.h"
#include "network/network.h"
#include "os/os.h"
#include "training.h"

static const nnreg_penalty NO_PENALTY = {.lambda1 = {0}};

static const world_plan PLAN = {.precision = NNREG_DOUBLE,
                                .activation = NNREG_TANH,
                                .num_layers = 3,
                                .sizes = {11, 70, 9, 4},
                                .num_samples = 53,
                                .block_samples = 20,
                                .type = NNREG_FLOAT,
                                .weighted = true};

/* ---------------------------------------------------------- Against loops -- */

static size_t count_zeros(const world *from, const double *theta, size_t *num_weights)
{
  size_t zeros = 0, at = 0;
  *num_weights = 0;
  for (size_t l = 0; l < from->network.num_layers; l++) {
    size_t count = from->network.sizes[l] * from->network.sizes[l + 1];
    for (size_t i = at; i < at + count; i++) zeros += theta[i] == 0;
    *num_weights += count;
    at += count + from->network.sizes[l + 1];
  }
  return zeros;
}

/* Trains both ways; returns the trained weights. */
static const double *check_training(const world *from, const nnreg_problem *problem)
{
  size_t count = from->num_parameters, epochs = problem->num_epochs;
  double *want = take_copy(from->theta, count, sizeof *want);
  nnreg_epoch *wanted = take(epochs, sizeof *wanted), *history = take(epochs, sizeof *history);
  nnreg_state state = state_make(from);
  naive_train(from, problem, want, wanted);
  train_whole(problem, 2, &state, history);
  assert_true(state.epoch == (double)epochs && state.position == 0);
  ASSERT_VECTOR_NEAR(state.theta, want, count, 1e-9);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(((double *)state.theta)[i] == 0, want[i] == 0);
  for (size_t e = 0; e < epochs; e++) {
    ASSERT_NEAR(history[e].data_loss, wanted[e].data_loss, 1e-9 * wanted[e].data_loss);
    ASSERT_NEAR(history[e].metric, wanted[e].metric, 1e-9 * (1 + wanted[e].metric));
    ASSERT_NEAR(history[e].penalty, wanted[e].penalty, 1e-9 * wanted[e].penalty);
    assert_true(history[e].seconds >= 0);
  }
  return state.theta;
}

/* Three epochs of seven batches, the last of which is smaller. */
static const double *check_penalty(const world_plan *plan, const nnreg_penalty *penalty,
                                   world *here)
{
  world_make(here, plan);
  nnreg_problem problem = problem_make(here, penalty, 8, 3, 0.01);
  problem.shuffle = true;
  problem.seed = 3;
  return check_training(here, &problem);
}

/* Every task and form of data, with one penalty. */
static void check_everywhere(const nnreg_penalty *penalty)
{
  for (int task = NNREG_CLASSIFICATION; task <= NNREG_REGRESSION; task++)
    for (int form = FULL; form <= SHIFTED; form++) {
      world here;
      world_plan plan = PLAN;
      plan.task = (nnreg_task)task;
      plan.form = (data_form)form;
      check_penalty(&plan, penalty, &here);
      give_back(NULL);
    }
}

static void test_no_penalty(void **state)
{
  (void)state;
  check_everywhere(&NO_PENALTY);
}

static void test_l2(void **state)
{
  (void)state;
  const nnreg_penalty penalty = {.lambda2 = {0.05, 0.02, 0.3}};
  check_everywhere(&penalty);
}

static void test_proximal(void **state)
{
  (void)state;
  const nnreg_penalty penalty = {.lambda1 = {0.01, 0.02, 0.005}};
  check_everywhere(&penalty);
}

static void test_subgradient(void **state)
{
  (void)state;
  const nnreg_penalty penalty = {.lambda1 = {0.01, 0.02, 0.005}, .l1_method = NNREG_SUBGRADIENT};
  check_everywhere(&penalty);
}

static void test_elastic_and_decay(void **state)
{
  (void)state;
  const nnreg_penalty penalty = {
      .lambda1 = {0.01, 0, 0.02}, .lambda2 = {0.1, 0.2, 0}, .decay = {0, 1.5, 0.5}};
  check_everywhere(&penalty);
}

/* Only the proximal method makes zeros, and keeps those that are there. */
static void test_zeros(void **state)
{
  (void)state;
  world here;
  size_t weights;
  nnreg_penalty penalty = {.lambda1 = {0.02, 0.02, 0.02}};
  const double *theta = check_penalty(&PLAN, &penalty, &here);
  size_t before = count_zeros(&here, here.theta, &weights);
  size_t proximal = count_zeros(&here, theta, &weights);
  assert_true(proximal > 2 * before && proximal < weights);
  penalty.l1_method = NNREG_SUBGRADIENT;
  assert_int_equal(count_zeros(&here, check_penalty(&PLAN, &penalty, &here), &weights), 0);
}

/* The group penalty alone, and with all the others; a strong one removes inputs for good. */
static void test_group(void **state)
{
  (void)state;
  const nnreg_penalty alone = {.group = 0.02};
  const nnreg_penalty beside = {
      .group = 0.01, .lambda1 = {1e-3, 0, 1e-3}, .lambda2 = {0.1, 0.2, 0}, .decay = {0.5}};
  check_everywhere(&alone);
  check_everywhere(&beside);
}

static void test_group_ends_inputs(void **state)
{
  (void)state;
  world here;
  world_make(&here, &PLAN);
  const nnreg_penalty penalty = {.group = 1.5};
  nnreg_problem problem = problem_make(&here, &penalty, 8, 60, 0.01);
  const double *theta = check_training(&here, &problem);
  size_t ended = 0;
  for (size_t j = 0; j < PLAN.sizes[0]; j++) ended += naive_norm(&here.network, theta, j) == 0;
  assert_true(ended > 0);
}

static const double FACTORS[] = {1, 0, 2.5, INFINITY, 0.3, 1, 4, 1, 0, 1, 1};
static const uint32_t STARTS[] = {0, 3, 7, 8}, MEMBERS[] = {0, 4, 9, 1, 2, 7, 10, 6};
static const double WEIGHTS[] = {2, 0, 0.7};
static const nnreg_groups GROUPS = {
    .count = 3, .starts = STARTS, .inputs = MEMBERS, .weights = WEIGHTS};

/* Factors of the inputs with each kind of penalty, and groups of inputs. */
static void test_factors(void **state)
{
  (void)state;
  const nnreg_penalty penalties[] = {
      {.lambda1 = {0.01, 0.02}, .lambda2 = {0.1}, .decay = {2, 1}},
      {.lambda1 = {0.01, 0.02}, .l1_method = NNREG_SUBGRADIENT},
      {.group = 0.02, .lambda1 = {1e-3}},
  };
  for (size_t i = 0; i < LENGTH(penalties); i++) {
    nnreg_penalty penalty = penalties[i];
    penalty.factors = FACTORS;
    check_everywhere(&penalty);
  }
}

static void test_groups(void **state)
{
  (void)state;
  const nnreg_penalty alone = {.group = 0.02, .groups = GROUPS};
  const nnreg_penalty beside = {
      .group = 0.02, .lambda1 = {2e-3}, .groups = GROUPS, .factors = FACTORS};
  check_everywhere(&alone);
  check_everywhere(&beside);
}

/* A group across panels and threads: the same bits for any number of threads, in whole batches and
 * in portions. A strong penalty removes it whole. */
static void test_groups_and_threads(void **state)
{
  (void)state;
  static const size_t HIDDEN[] = {300, 600}, BATCH[] = {16, 128};
  for (size_t n = 0; n < 8; n += sanitized_step(3)) {
    world here;
    world_plan plan = PLAN;
    plan.form = n & 4 ? COMPRESSED : FULL;
    plan.num_samples = 300;
    plan.sizes[1] = HIDDEN[n & 1];
    world_make(&here, &plan);
    nnreg_penalty penalty = {.group = 1.5, .groups = GROUPS, .factors = FACTORS};
    nnreg_problem problem = problem_make(&here, &penalty, BATCH[n >> 1 & 1], 12, 0.01);
    nnreg_state ends[3];
    for (size_t threads = 1; threads <= 3; threads++) {
      ends[threads - 1] = state_make(&here);
      train_whole(&problem, threads, &ends[threads - 1], take(12, sizeof(nnreg_epoch)));
      assert_same_state(&here.network, &ends[threads - 1], &ends[0]);
    }
    const double *theta = ends[0].theta;
    size_t gone = 0;
    for (size_t i = 0; i < 3; i++) gone += naive_norm(&here.network, theta, MEMBERS[i]) == 0;
    assert_true(gone == 0 || gone == 3);
    assert_true(BATCH[n >> 1 & 1] > 16 || gone == 3);
    give_back(NULL);
  }
}

/* The last layer's biases stay, others move. */
static void test_no_intercept(void **state)
{
  (void)state;
  for (size_t layers = 1; layers <= 3; layers += 2) {
    world here;
    world_plan plan = PLAN;
    plan.num_layers = layers;
    if (layers == 1) plan.sizes[1] = 4;
    world_make(&here, &plan);
    nnreg_problem problem = problem_make(&here, &NO_PENALTY, 8, 3, 0.01);
    problem.no_intercept = true;
    const double *theta = check_training(&here, &problem);
    size_t last = here.num_parameters - 4, hidden = (size_t)11 * 70;
    assert_memory_equal(theta + last, here.theta + last, 4 * sizeof *theta);
    if (layers > 1) assert_true(theta[hidden] != here.theta[hidden]);
    give_back(NULL);
  }
}

/* Lambda by epoch: a factor of 2 throughout equals twice the lambda, 0 equals no penalty. */
static void test_lambda_scales(void **state)
{
  (void)state;
  static const double scales[3][3] = {{2, 2, 2}, {1, 1, 1}, {0, 0, 0}};
  const nnreg_penalty once = {.group = 0.02, .lambda1 = {0.01, 0.02}, .lambda2 = {0, 0.03}};
  const nnreg_penalty twice = {.group = 0.04, .lambda1 = {0.02, 0.04}, .lambda2 = {0, 0.06}};
  const nnreg_penalty *same[] = {&twice, &once, &NO_PENALTY};
  for (size_t i = 0; i < 3; i++) {
    world here;
    nnreg_epoch want_rows[3], rows[3];
    world_make(&here, &PLAN);
    nnreg_problem want = problem_make(&here, same[i], 8, 3, 0.01), problem = want;
    problem.penalty = &once;
    problem.lambda_scales = scales[i];
    nnreg_state want_state = state_make(&here), state_here = state_make(&here);
    train_whole(&want, 1, &want_state, want_rows);
    train_whole(&problem, 1, &state_here, rows);
    assert_same_state(&here.network, &state_here, &want_state);
    for (size_t e = 0; e < 3; e++)
      ASSERT_NEAR(rows[e].penalty, want_rows[e].penalty, 1e-12 * want_rows[e].penalty);
    give_back(NULL);
  }
}

/* The phases' times are there and add up to no more than the call. */
static void test_profile(void **state)
{
  (void)state;
  world here;
  world_make(&here, &PLAN);
  nnreg_problem problem = problem_make(&here, &NO_PENALTY, 8, 3, 0.01);
  for (int solver = NNREG_ADAM; solver <= NNREG_FISTA; solver++) {
    nnreg_profile profile = {{0}};
    nnreg_message why;
    nnreg_epoch rows[3];
    nnreg_limits limits = {
        .seconds = INFINITY, .num_epochs = 3, .num_threads = 2, .profile = &profile};
    problem.solver = (nnreg_solver)solver;
    problem.tolerance = 1e-3;
    nnreg_state state_here = state_make(&here);
    double began = nnreg_now(), sum = 0;
    ASSERT_OK(train_to_end(&problem, &limits, &state_here, rows, &why));
    double taken = nnreg_now() - began;
    for (int phase = 0; phase < NNREG_NUM_PHASES; phase++) {
      assert_true(profile.seconds[phase] >= 0);
      sum += profile.seconds[phase];
    }
    assert_true(profile.seconds[NNREG_PHASE_FORWARD] > 0);
    assert_true(profile.seconds[NNREG_PHASE_UPDATE] > 0);
    assert_true(sum <= taken && sum > 0.3 * taken);
  }
}

/* Weights that are 0 stay 0, with every other term present; other weights are not affected. */
static void check_keep_zeros(const nnreg_penalty *penalty)
{
  world here;
  world_make(&here, &PLAN);
  size_t weights = PLAN.sizes[0] * PLAN.sizes[1], zeros = 0;
  nnreg_problem problem = problem_make(&here, penalty, 8, 3, 0.01);
  problem.keep_zeros = true;
  const double *trained = check_training(&here, &problem);
  for (size_t i = 0; i < weights; i++) {
    bool was = here.theta[i] == 0;
    zeros += was;
    assert_true(!was || trained[i] == 0);
    assert_true(was || penalty->lambda1[0] > 0 || trained[i] != 0);
  }
  assert_true(zeros > 0);
  give_back(NULL);
}

static void test_keep_zeros(void **state)
{
  (void)state;
  const nnreg_penalty l1 = {.lambda1 = {0.01}}, l2 = {.lambda2 = {0.01}}, group = {.group = 0.01};
  check_keep_zeros(&NO_PENALTY);
  check_keep_zeros(&l1);
  check_keep_zeros(&l2);
  check_keep_zeros(&group);
}

/* A batch of more samples than a piece has. */
static void check_large_batch(data_form form, size_t batch_size)
{
  world here;
  world_plan plan = PLAN;
  const nnreg_penalty penalty = {.lambda1 = {0.01}, .lambda2 = {0, 0.01}};
  plan.num_samples = 2700;
  plan.form = form;
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &penalty, batch_size, 2, 0.01);
  problem.shuffle = true;
  check_training(&here, &problem);
  give_back(NULL);
}

static void test_large_batch(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form++) {
    check_large_batch((data_form)form, 1500);
    check_large_batch((data_form)form, SIZE_MAX);
  }
}

/* A batch that goes through in portions; the last one has fewer samples than portions. */
static void check_portions(nnreg_task task, data_form form, size_t batch_size, size_t portions)
{
  static const nnreg_penalty PENALTIES[] = {
      {.lambda1 = {1e-3, 0, 2e-3}, .lambda2 = {0, 0.1}, .decay = {0.1, 0, 0.5}},
      {.lambda1 = {1e-3}, .group = 1e-3}};
  for (size_t i = 0; i < LENGTH(PENALTIES); i++) {
    world here;
    nnreg_plan layout;
    world_plan plan = PLAN;
    memcpy(plan.sizes, ((size_t[]){13, 140, 40, 4}), 4 * sizeof *plan.sizes);
    plan.num_samples = batch_size + 1;
    plan.task = task;
    plan.form = form;
    world_make(&here, &plan);
    nnreg_plan_make(&layout, &here.network, &here.data, batch_size, 0);
    assert_int_equal(layout.portions, portions);
    nnreg_problem problem = problem_make(&here, &PENALTIES[i], batch_size, 2, 0.01);
    problem.shuffle = true;
    check_training(&here, &problem);
    give_back(NULL);
  }
}

static void test_portions(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form++) {
    check_portions(NNREG_CLASSIFICATION, (data_form)form, 65, 2);
    check_portions(NNREG_REGRESSION, (data_form)form, 256, 4);
  }
}

static void test_batch_of_one(void **state)
{
  (void)state;
  world here;
  world_plan plan = PLAN;
  plan.weighted = false;
  plan.num_samples = 9;
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &NO_PENALTY, 1, 2, 0.01);
  check_training(&here, &problem);
}

static void test_no_hidden_layer(void **state)
{
  (void)state;
  world here;
  world_plan plan = PLAN;
  const nnreg_penalty penalty = {.lambda1 = {0.01}, .lambda2 = {0.01}};
  plan.num_layers = 1;
  plan.sizes[1] = 3;
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &penalty, 10, 4, 0.01);
  check_training(&here, &problem);
}

/* In single precision the numbers are the same but for rounding. */
static void test_single(void **state)
{
  (void)state;
  const nnreg_penalty penalty = {.lambda1 = {1e-3}, .lambda2 = {0.01, 0.01}};
  for (int form = FULL; form <= SHIFTED; form++) {
    world here;
    world_plan plan = PLAN;
    nnreg_epoch want[5], history[5];
    plan.precision = NNREG_SINGLE;
    plan.form = (data_form)form;
    world_make(&here, &plan);
    nnreg_problem problem = problem_make(&here, &penalty, 8, 5, 0.01);
    double *theta = take_copy(here.theta, here.num_parameters, sizeof *theta);
    nnreg_state trained = state_make(&here);
    naive_train(&here, &problem, theta, want);
    train_whole(&problem, 1, &trained, history);
    ASSERT_VECTOR_NEAR(to_double(NNREG_SINGLE, trained.theta, here.num_parameters), theta,
                       here.num_parameters, 1e-4);
    ASSERT_NEAR(history[4].data_loss, want[4].data_loss, 1e-4);
    assert_true(want[4].data_loss < 0.95 * want[0].data_loss); /* and it learns */
    give_back(NULL);
  }
}

/* -------------------------------------------------------------- The order -- */

/* Which samples an epoch takes, in order: by batches of one sample and a rate that moves
 * nothing, each recognised by its loss. */
static void read_order(const world *here, const nnreg_problem *problem, nnreg_state *state,
                       size_t *order)
{
  size_t count = problem->train.num_rows, finished;
  nnreg_message why;
  nnreg_epoch row;
  const nnreg_limits one_batch = {.seconds = 0, .num_epochs = 1, .num_threads = 1};
  for (size_t k = 0; k < count; k++) {
    double before = state->loss_sum;
    ASSERT_OK(nnreg_train(test_blas, problem, &one_batch, state, &row, &finished, &why));
    assert_int_equal(finished, k + 1 == count);
    double loss = (finished ? row.data_loss * (double)count : state->loss_sum) - before;
    size_t found = 0, matches = 0;
    for (size_t i = 0; i < here->data.num_samples; i++) {
      naive_sums own = {0, 0, 0};
      naive_sample(here, here->theta, i, 0, NULL, &own);
      if (fabs(own.loss - loss) > 1e-10) continue;
      found = i;
      matches++;
    }
    assert_int_equal(matches, 1);
    order[k] = found;
  }
}

enum { ORDERED = 40 };

static void assert_permutation(const size_t *order)
{
  bool seen[ORDERED] = {false};
  for (size_t k = 0; k < ORDERED; k++) {
    assert_false(seen[order[k]]);
    seen[order[k]] = true;
  }
}

static size_t count_equal(const size_t *a, const size_t *b)
{
  size_t equal = 0;
  for (size_t k = 0; k < ORDERED; k++) equal += a[k] == b[k];
  return equal;
}

static void test_order(void **state)
{
  (void)state;
  world here;
  world_plan plan = PLAN;
  size_t order[4][ORDERED];
  plan.weighted = false;
  plan.num_samples = ORDERED;
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &NO_PENALTY, 1, 2, 1e-300);
  nnreg_state sorted = state_make(&here), mixed = state_make(&here), other = state_make(&here);
  read_order(&here, &problem, &sorted, order[0]);
  for (size_t k = 0; k < ORDERED; k++) assert_int_equal(order[0][k], k);
  problem.shuffle = true;
  read_order(&here, &problem, &mixed, order[1]);
  read_order(&here, &problem, &mixed, order[2]); /* the second epoch */
  problem.seed = 1;
  read_order(&here, &problem, &other, order[3]);
  for (size_t i = 1; i < 4; i++) {
    assert_permutation(order[i]);
    for (size_t j = 0; j < i; j++) assert_true(count_equal(order[i], order[j]) < 8);
  }
}

/* ----------------------------------------------------------- The figures -- */

static void check_validation(data_form train_form, data_form validation_form, nnreg_task task)
{
  world here, there;
  world_plan plan = PLAN;
  const double scales[] = {2, 3, 0.5, 10};
  const nnreg_penalty penalty = {.lambda2 = {0.01}};
  nnreg_epoch history[3];
  nnreg_message why;
  double loss, metric;
  plan.task = task;
  plan.form = train_form;
  plan.sizes[1] = 200;
  world_make(&here, &plan);
  plan.form = validation_form;
  plan.num_samples = 300;
  plan.seed = 8;
  world_make(&there, &plan);
  if (task == NNREG_REGRESSION) there.targets.scales = scales;
  nnreg_problem problem = problem_make(&here, &penalty, 8, 3, 0.01);
  problem.validation = there.samples;
  problem.validation.num_rows = 290;
  nnreg_state state = state_make(&here);
  for (problem.num_epochs = 1; problem.num_epochs <= 3; problem.num_epochs++) {
    const nnreg_epoch *row = &history[problem.num_epochs - 1];
    train_whole(&problem, 2, &state, history);
    ASSERT_OK(evaluate(&here.network, state.theta, &problem.validation, 1, &loss, &metric, &why));
    ASSERT_NEAR(row->val_data_loss, loss, 1e-13 * loss);
    ASSERT_NEAR(row->val_metric, metric, 1e-13 * metric);
    ASSERT_NEAR(row->penalty, nnreg_penalty_value(&here.network, &penalty, state.theta), 1e-13);
  }
  give_back(NULL);
}

static void test_validation(void **state)
{
  (void)state;
  for (int train = FULL; train <= SHIFTED; train++)
    for (int validation = FULL; validation <= SHIFTED; validation++) {
      check_validation((data_form)train, (data_form)validation, NNREG_CLASSIFICATION);
      check_validation((data_form)train, (data_form)validation, NNREG_REGRESSION);
    }
}

/* Validation does not change the training, whenever it happens. */
static void test_validation_apart(void **state)
{
  (void)state;
  world here, there;
  world_plan plan = PLAN;
  nnreg_epoch history[3][3];
  nnreg_state states[3];
  plan.form = SHIFTED;
  world_make(&here, &plan);
  plan.seed = 8;
  world_make(&there, &plan);
  nnreg_problem problem = problem_make(&here, &NO_PENALTY, 8, 3, 0.01);
  for (int i = 0; i < 3; i++) {
    states[i] = state_make(&here);
    if (i > 0) problem.validation = there.samples;
    problem.validate_last_only = i == 2;
    train_whole(&problem, 1, &states[i], history[i]);
    assert_same_state(&here.network, &states[i], &states[0]);
    for (int e = 0; e < 3; e++) {
      bool validated = i == 1 || (i == 2 && e == 2);
      assert_int_equal(isnan(history[i][e].val_data_loss) != 0, !validated);
      assert_int_equal(isnan(history[i][e].val_metric) != 0, !validated);
    }
  }
  assert_memory_equal(&history[2][2].val_data_loss, &history[1][2].val_data_loss, sizeof(double));
}

static void test_zeros_in_history(void **state)
{
  (void)state;
  world here;
  size_t weights;
  nnreg_epoch history[2];
  const nnreg_penalty penalty = {.lambda1 = {0.02, 0.02, 0.02}};
  world_make(&here, &PLAN);
  nnreg_problem problem = problem_make(&here, &penalty, 8, 2, 0.01);
  nnreg_state trained = state_make(&here);
  train_whole(&problem, 1, &trained, history);
  double zeros = (double)count_zeros(&here, trained.theta, &weights);
  ASSERT_NEAR(history[1].zeros, zeros / (double)weights, 1e-15);
  assert_true(zeros > 0);
}

/* ------------------------------------------------------------- Divergence -- */

/* If a large rate makes the next batch's loss overflow, the state is the one before that batch. */
static void check_divergence(nnreg_precision precision, double rate)
{
  world here;
  world_plan plan = PLAN;
  plan.precision = precision;
  plan.task = NNREG_REGRESSION;
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &NO_PENALTY, 8, 3, 1);
  const double rates[] = {0.01, rate, rate};
  problem.learn_rates = rates;
  nnreg_state whole = state_make(&here), sliced = state_make(&here), before = sliced;
  nnreg_epoch history[3];
  nnreg_message why = {""};
  size_t finished;
  nnreg_status status = NNREG_OK;
  const nnreg_limits one_batch = {.seconds = 0, .num_epochs = 3, .num_threads = 1};
  const nnreg_limits unlimited = {.seconds = INFINITY, .num_epochs = 3, .num_threads = 2};
  while (status == NNREG_OK) {
    assert_true(sliced.epoch < 3);
    before = state_copy(&sliced, &here.network);
    status = nnreg_train(test_blas, &problem, &one_batch, &sliced, history, &finished, &why);
  }
  assert_int_equal(status, NNREG_DIVERGED);
  assert_says(&why, "loss is no longer finite");
  assert_true(before.epoch == 1 && before.step > 7);
  assert_same_state(&here.network, &sliced, &before);
  assert_int_equal(train_to_end(&problem, &unlimited, &whole, history, &why), NNREG_DIVERGED);
  assert_same_state(&here.network, &whole, &before);
}

static void test_divergence(void **state)
{
  (void)state;
  check_divergence(NNREG_SINGLE, 1e38);
  check_divergence(NNREG_DOUBLE, 1e160);
}

/* Weights that become infinite in an epoch's last step are seen too. */
static void test_divergence_at_the_end(void **state)
{
  (void)state;
  world here;
  nnreg_epoch row;
  nnreg_message why;
  size_t finished = 7;
  const nnreg_penalty decay = {.decay = {1e10, 1e10, 1e10}}, ridge = {.lambda2 = {1, 1, 1}};
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 1, .num_threads = 1};
  world_make(&here, &PLAN);
  nnreg_problem problem = problem_make(&here, &decay, 100, 1, 1e300);
  nnreg_state decayed = state_make(&here), penalised = state_make(&here);
  nnreg_status status = nnreg_train(test_blas, &problem, &limits, &decayed, &row, &finished, &why);
  assert_int_equal(status, NNREG_DIVERGED);
  assert_says(&why, "weights are no longer finite after epoch 1");
  assert_int_equal(finished, 0);
  problem.penalty = &ridge; /* finite weights whose squares are not */
  status = nnreg_train(test_blas, &problem, &limits, &penalised, &row, &finished, &why);
  assert_int_equal(status, NNREG_DIVERGED);
  assert_says(&why, "loss or penalty are no longer finite after epoch 1");
  assert_int_equal(finished, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_no_penalty),
      TEST(test_l2),
      TEST(test_proximal),
      TEST(test_subgradient),
      TEST(test_elastic_and_decay),
      TEST(test_zeros),
      TEST(test_group),
      TEST(test_group_ends_inputs),
      TEST(test_factors),
      TEST(test_groups),
      TEST(test_groups_and_threads),
      TEST(test_no_intercept),
      TEST(test_keep_zeros),
      TEST(test_lambda_scales),
      TEST(test_profile),
      TEST(test_large_batch),
      TEST(test_portions),
      TEST(test_batch_of_one),
      TEST(test_no_hidden_layer),
      TEST(test_single),
      TEST(test_order),
      TEST(test_validation),
      TEST(test_validation_apart),
      TEST(test_zeros_in_history),
      TEST(test_divergence),
      TEST(test_divergence_at_the_end),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
