/* Arguments that do not fit: each is refused, in words that tell what is wrong.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "training.h"

/* A problem that is fine, with parts of its own to spoil. */
typedef struct {
  world here;
  nnreg_penalty penalty;
  nnreg_problem problem;
  nnreg_state state;
  double rates[3], weights[10];
  int32_t labels[10];
  uint32_t rows[10];
} fixture;

static fixture sound;

static int make_sound(void **state)
{
  const world_plan plan = {.num_layers = 2,
                           .sizes = {4, 5, 3},
                           .num_samples = 10,
                           .type = NNREG_FLOAT,
                           .weighted = true};
  fixture *f = &sound;
  *state = f;
  world_make(&f->here, &plan);
  f->penalty = (nnreg_penalty){.lambda1 = {0.1}, .lambda2 = {0, 0.1}, .decay = {0.1}};
  f->problem = problem_make(&f->here, &f->penalty, 4, 3, 0.1);
  f->state = state_make(&f->here);
  for (uint32_t k = 0; k < 10; k++) {
    f->rows[k] = 9 - k;
    f->labels[k] = (int32_t)k % 3;
    f->weights[k] = 1;
  }
  memcpy(f->rates, f->problem.learn_rates, sizeof f->rates);
  f->problem.learn_rates = f->rates;
  f->here.targets.labels = f->labels;
  f->here.targets.weights = f->weights;
  return 0;
}

/* The check and the training both refuse, and leave the state as it was. */
static void assert_refused(fixture *f, nnreg_status status, const char *words)
{
  nnreg_message why = {""};
  nnreg_epoch history[3];
  size_t finished = 9;
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 3, .num_threads = 2};
  nnreg_state before = state_copy(&f->state, &f->here.network);
  assert_int_equal(nnreg_problem_check(&f->problem, &why), status);
  assert_says(&why, words);
  why.text[0] = 0;
  assert_int_equal(
      nnreg_train(test_blas, &f->problem, &limits, &f->state, history, &finished, &why), status);
  assert_says(&why, words);
  assert_int_equal(finished, 0);
  assert_same_state(&f->here.network, &f->state, &before);
}

static void test_sound(void **state)
{
  fixture *f = *state;
  nnreg_message why;
  nnreg_epoch history[3];
  ASSERT_OK(nnreg_problem_check(&f->problem, &why));
  train_whole(&f->problem, 1, &f->state, history);
}

static void test_rates(void **state)
{
  static const double BAD[] = {0, -1, NAN, INFINITY};
  fixture *f = *state;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    f->rates[1] = BAD[i];
    assert_refused(f, NNREG_BAD_ARGUMENT, "the learning rate of epoch 2 is not above 0");
  }
}

static void test_lambda_scales(void **state)
{
  static const double BAD[] = {-1, NAN, INFINITY};
  fixture *f = *state;
  static double scales[3] = {1, 0, 1};
  f->problem.lambda_scales = scales;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    scales[1] = BAD[i];
    assert_refused(f, NNREG_BAD_ARGUMENT, "the lambda of epoch 2 is not a number >= 0");
  }
}

static void test_thresholds(void **state)
{
  static const double BAD[] = {-1, NAN, INFINITY};
  fixture *f = *state;
  double *thresholds = take(f->here.network.sizes[f->here.network.num_layers], sizeof *thresholds);
  f->here.targets.thresholds = thresholds;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    thresholds[0] = BAD[i];
    assert_refused(f, NNREG_BAD_ARGUMENT, "the threshold of response 1 is not a number >= 0");
  }
}

static void test_group(void **state)
{
  static const double BAD[] = {-1, NAN, INFINITY};
  fixture *f = *state;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    f->penalty.group = BAD[i];
    assert_refused(f, NNREG_BAD_ARGUMENT, "the group penalty is not a number >= 0");
  }
}

static void test_factors(void **state)
{
  static const double BAD[] = {-1, NAN};
  fixture *f = *state;
  double *factors = take(f->here.network.sizes[0], sizeof *factors);
  factors[0] = INFINITY;
  f->penalty.factors = factors;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    factors[1] = BAD[i];
    assert_refused(f, NNREG_BAD_ARGUMENT, "the penalty factor of input 2 is not >= 0");
  }
}

static void test_groups(void **state)
{
  static const struct {
    uint32_t starts[3], inputs[3];
    double weights[2];
  } BAD[] = {{{1, 2, 3}, {0, 1, 2}, {1, 1}},       {{0, 2, 1}, {0, 1, 2}, {1, 1}},
             {{0, 1, 3}, {0, 2, 1}, {1, 1}},       {{0, 1, 3}, {0, 1, 1}, {1, 1}},
             {{0, 1, 3}, {0, 1, 1000000}, {1, 1}}, {{0, 1, 3}, {0, 1, 2}, {1, -1}},
             {{0, 1, 3}, {0, 1, 2}, {NAN, 1}},     {{0, 1, 3}, {0, 1, 2}, {INFINITY, 1}},
             {{0, 1, 1000000}, {0, 1, 2}, {1, 1}}};
  fixture *f = *state;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    f->penalty.groups = (nnreg_groups){
        .count = 2, .starts = BAD[i].starts, .inputs = BAD[i].inputs, .weights = BAD[i].weights};
    assert_refused(f, NNREG_BAD_ARGUMENT, "the groups of inputs are not in order");
  }
}

static void test_adam(void **state)
{
  static const nnreg_adam BAD[] = {{1, 0.9, 1e-7}, {-0.1, 0.9, 1e-7}, {NAN, 0.9, 1e-7},
                                   {0.9, 1, 1e-7}, {0.9, -1, 1e-7},   {0.9, NAN, 1e-7},
                                   {0.9, 0.9, 0},  {0.9, 0.9, -1},    {0.9, 0.9, NAN}};
  fixture *f = *state;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    f->problem.adam = BAD[i];
    assert_refused(f, NNREG_BAD_ARGUMENT, "Adam's betas must lie in [0, 1), epsilon above 0");
  }
}

static void test_penalty(void **state)
{
  static const double BAD[] = {-1e-9, NAN, INFINITY};
  fixture *f = *state;
  double *const places[] = {&f->penalty.lambda1[1], &f->penalty.lambda2[1], &f->penalty.decay[1]};
  for (size_t p = 0; p < LENGTH(places); p++)
    for (size_t i = 0; i < LENGTH(BAD); i++) {
      double before = *places[p];
      *places[p] = BAD[i];
      assert_refused(f, NNREG_BAD_ARGUMENT, "the penalty of layer 2 is not a number >= 0");
      *places[p] = before;
    }
  f->penalty.lambda1[2] = NAN; /* there is no such layer */
  nnreg_message why;
  ASSERT_OK(nnreg_problem_check(&f->problem, &why));
}

static void test_labels(void **state)
{
  static const int32_t BAD[] = {-1, 3, INT32_MIN, INT32_MAX};
  fixture *f = *state;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    f->labels[6] = BAD[i];
    assert_refused(f, NNREG_BAD_DATA, "of sample 7 is not one of 3 classes");
  }
  f->problem.train.rows = f->rows; /* 9, 8, 7: sample 7 (row 6) is not among them */
  f->problem.train.num_rows = 3;
  nnreg_message why;
  ASSERT_OK(nnreg_problem_check(&f->problem, &why));
  f->problem.validation = f->here.samples;
  assert_refused(f, NNREG_BAD_DATA, "of sample 7 is not one of 3 classes");
}

static void test_weights(void **state)
{
  static const double BAD[] = {-1e-300, NAN, INFINITY};
  fixture *f = *state;
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    f->weights[2] = BAD[i];
    assert_refused(f, NNREG_BAD_DATA, "the weight of sample 3 is not a number >= 0");
  }
  memset(f->weights, 0, sizeof f->weights);
  assert_refused(f, NNREG_BAD_DATA, "all sample weights are zero");
}

static void test_rows(void **state)
{
  fixture *f = *state;
  f->problem.train.rows = f->rows;
  f->rows[9] = 10;
  assert_refused(f, NNREG_BAD_ARGUMENT, "sample 11 of 10");
  f->problem.train.rows = NULL;
  f->problem.train.num_rows = 11;
  assert_refused(f, NNREG_BAD_ARGUMENT, "11 samples wanted of 10");
  f->problem.train.num_rows = 0;
  assert_refused(f, NNREG_BAD_DATA, "there are no samples to train on");
}

static void test_shapes(void **state)
{
  fixture *f = *state;
  f->problem.batch_size = 0;
  assert_refused(f, NNREG_BAD_ARGUMENT, "the batch size must be at least 1");
  f->problem.batch_size = 4;
  f->here.data.block_samples = 0;
  assert_refused(f, NNREG_BAD_ARGUMENT, "the data have no blocks");
  f->here.data.block_samples = 50;
  f->here.data.num_inputs = 5;
  assert_refused(f, NNREG_BAD_ARGUMENT, "the data have 5 inputs, the network 4");
  f->here.data.num_inputs = 4;
  f->here.targets.labels = NULL;
  assert_refused(f, NNREG_BAD_ARGUMENT, "the targets do not fit the task");
}

/* Regression wants responses. */
static void test_task(void **state)
{
  fixture *f = *state;
  f->here.network.task = NNREG_REGRESSION;
  assert_refused(f, NNREG_BAD_ARGUMENT, "the targets do not fit the task");
}

static void test_network(void **state)
{
  fixture *f = *state;
  nnreg_message why = {""};
  f->here.network.sizes[2] = 0;
  assert_int_equal(nnreg_problem_check(&f->problem, &why), NNREG_BAD_ARGUMENT);
  assert_says(&why, "layer 2 has no units");
}

/* ----------------------------------------------------------------- States --
 */

static void assert_state_refused(fixture *f)
{
  nnreg_message why = {""};
  nnreg_epoch history[3];
  size_t finished = 9;
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 3, .num_threads = 1};
  assert_int_equal(
      nnreg_train(test_blas, &f->problem, &limits, &f->state, history, &finished, &why),
      NNREG_BAD_ARGUMENT);
  assert_says(&why, "the state does not fit the training");
  assert_int_equal(finished, 0);
}

static void test_states(void **state)
{
  static const double STEPS[] = {-1, NAN, INFINITY}, EPOCHS[] = {-1, NAN, 0.5, 4, INFINITY};
  static const double POSITIONS[] = {-4, NAN, 3, 4.5, 10, 12, 1e300, INFINITY};
  fixture *f = *state;
  const nnreg_state good = f->state;
  for (size_t i = 0; i < LENGTH(STEPS); i++) {
    f->state = good;
    f->state.step = STEPS[i];
    assert_state_refused(f);
  }
  for (size_t i = 0; i < LENGTH(EPOCHS); i++) {
    f->state = good;
    f->state.epoch = EPOCHS[i];
    assert_state_refused(f);
  }
  for (size_t i = 0; i < LENGTH(POSITIONS); i++) {
    f->state = good;
    f->state.position = POSITIONS[i];
    assert_state_refused(f);
  }
}

/* Also in nnreg_train_many, before it starts any job. */
static void test_states_of_many(void **state)
{
  fixture *f = *state;
  nnreg_message why = {""};
  nnreg_job jobs[] = {{.problem = &f->problem, .state = state_make(&f->here)},
                      {.problem = &f->problem, .state = state_make(&f->here)}};
  jobs[1].state.position = 3; /* in the middle of a batch */
  nnreg_status all = nnreg_train_many(test_blas, jobs, 2, INFINITY, 1, &why);
  if (all == NNREG_OK) all = jobs[1].status;
  assert_int_equal(all, NNREG_BAD_ARGUMENT);
}

/* ----------------------------------------------------- Prediction and cost --
 */

static void test_predict(void **state)
{
  static const size_t BAD[][2] = {{0, 11}, {10, 1}, {11, 0}, {1, SIZE_MAX}};
  fixture *f = *state;
  nnreg_message why = {""};
  float outputs[30];
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    assert_int_equal(
        nnreg_predict(test_blas, &(nnreg_model){&f->here.network, f->here.own_theta}, &f->here.data,
                      (nnreg_range){BAD[i][0], BAD[i][1]}, 1, outputs, &why),
        NNREG_BAD_ARGUMENT);
    assert_says(&why, " of 10");
  }
  f->here.data.num_inputs = 3;
  assert_int_equal(nnreg_predict(test_blas, &(nnreg_model){&f->here.network, f->here.own_theta},
                                 &f->here.data, (nnreg_range){0, 1}, 1, outputs, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, "the data have 3 inputs, the network 4");
}

static void test_cost(void **state)
{
  fixture *f = *state;
  nnreg_message why = {""};
  double cost;
  f->labels[0] = 3;
  assert_int_equal(cost_of(&f->here.network, &f->penalty, f->here.own_theta, &f->here.samples, 1,
                           &cost, NULL, &why),
                   NNREG_BAD_DATA);
  assert_says(&why, "label 3 of sample 1 is not one of 3 classes");
  f->labels[0] = 0;
  f->penalty.lambda1[0] = NAN;
  assert_int_equal(cost_of(&f->here.network, &f->penalty, f->here.own_theta, &f->here.samples, 1,
                           &cost, NULL, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, "the penalty of layer 1");
  f->penalty.lambda1[0] = 0;
  f->here.samples.num_rows = 0;
  assert_int_equal(cost_of(&f->here.network, &f->penalty, f->here.own_theta, &f->here.samples, 1,
                           &cost, NULL, &why),
                   NNREG_BAD_DATA);
  assert_says(&why, "there are no samples");
}

/* The world's last 50 samples begin with these three inputs. */
static void tamper(world *here, nnreg_block *block, const uint16_t bad[3])
{
  *block = here->data.blocks[0];
  uint32_t *starts = take_copy(block->starts, 301, sizeof *starts), at = starts[250];
  for (size_t k = 251; k <= 300; k++) starts[k] = starts[k] > at + 3 ? starts[k] : at + 3;
  uint16_t *indices = take(starts[300] + 3, sizeof *indices);
  memcpy(indices, block->indices, at * sizeof *indices);
  memcpy(indices + at, bad, 3 * sizeof *bad);
  block->starts = starts;
  block->indices = indices;
  block->values = take(starts[300] + 3, sizeof(float));
  here->data.blocks = block;
}

static void check_corrupt(world *here, size_t batch_size, size_t threads)
{
  nnreg_message why = {""};
  nnreg_epoch history[2];
  nnreg_penalty penalty = {.lambda1 = {0}};
  size_t finished = 9;
  double cost;
  nnreg_problem problem = problem_make(here, &penalty, batch_size, 2, 0.1);
  nnreg_state at_start = state_make(here);
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 2, .num_threads = threads};
  float *outputs = take(300 * 3, sizeof *outputs);
  assert_int_equal(nnreg_train(test_blas, &problem, &limits, &at_start, history, &finished, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, "inputs that do not ascend, or are not there");
  assert_int_equal(finished, 0);
  problem.keep_zeros = true; /* and the trainer of sparse networks */
  memset(at_start.theta, 0, here->num_parameters * sizeof(float));
  assert_int_equal(nnreg_train(test_blas, &problem, &limits, &at_start, history, &finished, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, "inputs that do not ascend, or are not there");
  assert_int_equal(nnreg_predict(test_blas, &(nnreg_model){&here->network, here->own_theta},
                                 &here->data, (nnreg_range){0, 300}, threads, outputs, &why),
                   NNREG_BAD_ARGUMENT);
  assert_int_equal(cost_of(&here->network, &penalty, here->own_theta, &here->samples, threads,
                           &cost, NULL, &why),
                   NNREG_BAD_ARGUMENT);
}

/* Damaged packed inputs are found before they are used, in whole batches and in
 * portions. */
static void test_corrupt_inputs(void **state)
{
  static const uint16_t BAD[][3] = {{0, 2, 1}, {1, 1, 2}, {0, 1, 4}, {0, 1, 65535}};
  static const size_t HIDDEN[] = {5, 600}, BATCH[] = {16, 128};
  (void)state;
  for (size_t i = 0; i < LENGTH(BAD) * LENGTH(HIDDEN); i++)
    for (size_t threads = 1; threads <= 2; threads++) {
      world here;
      nnreg_block block;
      const world_plan plan = {.num_layers = 2,
                               .sizes = {4, HIDDEN[i % 2], 3},
                               .num_samples = 300,
                               .block_samples = 300,
                               .form = COMPRESSED,
                               .type = NNREG_FLOAT};
      world_make(&here, &plan);
      tamper(&here, &block, BAD[i / 2]);
      check_corrupt(&here, BATCH[i % 2], threads);
      check_corrupt(&here, 300, threads);
      give_back(NULL);
    }
}

#define CHECK_TEST(function) cmocka_unit_test_setup_teardown(function, make_sound, give_back)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CHECK_TEST(test_sound),      CHECK_TEST(test_rates),          CHECK_TEST(test_lambda_scales),
      CHECK_TEST(test_factors),    CHECK_TEST(test_groups),         CHECK_TEST(test_group),
      CHECK_TEST(test_thresholds), CHECK_TEST(test_adam),           CHECK_TEST(test_penalty),
      CHECK_TEST(test_labels),     CHECK_TEST(test_weights),        CHECK_TEST(test_rows),
      CHECK_TEST(test_shapes),     CHECK_TEST(test_task),           CHECK_TEST(test_network),
      CHECK_TEST(test_states),     CHECK_TEST(test_states_of_many), CHECK_TEST(test_predict),
      CHECK_TEST(test_cost),       TEST(test_corrupt_inputs),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
