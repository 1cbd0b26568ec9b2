/* The same bits: in one call or in slices, on one thread or on several, from rows of the
 * data or from a copy of these rows.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "training.h"

/* Large enough for a batch to be shared among threads. */
static world_plan large_plan(nnreg_precision precision, data_form form)
{
  return (world_plan){.precision = precision,
                      .activation = NNREG_RELU,
                      .num_layers = 3,
                      .sizes = {70, 200, 130, 7},
                      .num_samples = 500,
                      .block_samples = 64,
                      .form = form,
                      .type = NNREG_FLOAT,
                      .weighted = true};
}

static nnreg_problem make_problem(const world *here, size_t batch_size)
{
  static const uint32_t STARTS[] = {0, 3, 5}, MEMBERS[] = {1, 33, 69, 0, 2};
  static const double WEIGHTS[] = {1.7, 1.4};
  static const nnreg_groups GROUPS = {2, STARTS, MEMBERS, WEIGHTS};
  static const nnreg_penalty ALONE = {
      .group = 1e-3, .lambda1 = {1e-3, 0, 1e-4}, .lambda2 = {0, 1e-3}, .decay = {0, 0, 0.01}};
  static nnreg_penalty in_groups;
  in_groups = ALONE;
  in_groups.groups = GROUPS;
  const nnreg_penalty *penalty = batch_size == 500 ? &in_groups : &ALONE;
  nnreg_problem problem = problem_make(here, penalty, batch_size, 2, 1e-3);
  problem.validation = here->samples;
  problem.validation.num_rows = 300;
  problem.shuffle = true;
  problem.seed = 11;
  return problem;
}

static void for_all(void check(const world *here, const nnreg_problem *problem), size_t batch_size)
{
  for (size_t n = 0; n < 3 * 2; n += sanitized_step(2)) {
    world here;
    world_plan plan = large_plan(n / 3 ? NNREG_DOUBLE : NNREG_SINGLE, (data_form)(n % 3));
    world_make(&here, &plan);
    nnreg_problem problem = make_problem(&here, batch_size);
    check(&here, &problem);
    give_back(NULL);
  }
}

/* ---------------------------------------------------------------- Threads -- */

static void check_threads(const world *here, const nnreg_problem *problem)
{
  static const size_t THREADS[] = {0, 2, 3, 5};
  nnreg_state want = state_make(here);
  nnreg_epoch wanted[2], history[2];
  train_whole(problem, 1, &want, wanted);
  assert_true(wanted[1].data_loss < wanted[0].data_loss);
  for (size_t i = 0; i < LENGTH(THREADS); i++) {
    nnreg_state got = state_make(here);
    train_whole(problem, THREADS[i], &got, history);
    assert_same_state(&here->network, &got, &want);
    assert_same_history(history, wanted, 2);
  }
}

static void test_threads(void **state)
{
  (void)state;
  for_all(check_threads, 128);
  for_all(check_threads, 500);
}

/* Wide layers, of more panels than items of work, and a batch of several pieces. */
static void test_threads_wide(void **state)
{
  (void)state;
  world here;
  world_plan plan = large_plan(NNREG_SINGLE, COMPRESSED);
  plan.sizes[0] = 9;
  plan.sizes[1] = 1200;
  plan.num_samples = 1300;
  world_make(&here, &plan);
  nnreg_problem problem = make_problem(&here, 1200);
  problem.num_epochs = 1;
  nnreg_state one = state_make(&here), three = state_make(&here);
  nnreg_epoch first, second;
  train_whole(&problem, 1, &one, &first);
  train_whole(&problem, 3, &three, &second);
  assert_same_state(&here.network, &three, &one);
  assert_same_history(&second, &first, 1);
}

/* ----------------------------------------------------------------- Slices -- */

static void check_slices(const world *here, const nnreg_problem *problem)
{
  const nnreg_limits limits[] = {{.seconds = 0, .num_epochs = 2, .num_threads = 1},
                                 {.seconds = 0, .num_epochs = 1, .num_threads = 2},
                                 {.seconds = -1, .num_epochs = 5, .num_threads = 1},
                                 {.seconds = 1e-3, .num_epochs = 2, .num_threads = 2},
                                 {.seconds = INFINITY, .num_epochs = 1, .num_threads = 1}};
  check_ways(here, problem, limits, LENGTH(limits));
}

static void test_slices(void **state)
{
  (void)state;
  for_all(check_slices, 97);
}

static void test_slices_of_large_batches(void **state)
{
  (void)state;
  world here;
  world_plan plan = large_plan(NNREG_DOUBLE, SHIFTED);
  plan.sizes[1] = 10;
  plan.num_samples = 2600;
  world_make(&here, &plan);
  nnreg_problem problem = make_problem(&here, 1300);
  check_slices(&here, &problem);
}

/* A call without time trains one batch; without epochs, or at the end, none. */
static void test_limits(void **state)
{
  (void)state;
  world here;
  world_plan plan = large_plan(NNREG_SINGLE, FULL);
  plan.weighted = false;
  world_make(&here, &plan);
  nnreg_problem problem = make_problem(&here, 150);
  nnreg_state got = state_make(&here);
  nnreg_epoch history[2];
  nnreg_message why;
  nnreg_limits limits = {.seconds = 0, .num_epochs = 0, .num_threads = 1};
  size_t finished = 9;
  ASSERT_OK(nnreg_train(test_blas, &problem, &limits, &got, history, &finished, &why));
  assert_true(got.step == 0 && finished == 0);
  limits.num_epochs = 2;
  ASSERT_OK(nnreg_train(test_blas, &problem, &limits, &got, history, &finished, &why));
  assert_true(got.step == 1 && got.position == 150 && got.weight_sum == 150 && finished == 0);
  train_whole(&problem, 1, &got, history);
  assert_true(got.step == 8 && got.epoch == 2);
  nnreg_state end = state_copy(&got, &here.network);
  ASSERT_OK(nnreg_train(test_blas, &problem, &limits, &got, history, &finished, &why));
  assert_int_equal(finished, 0);
  assert_same_state(&here.network, &got, &end);
}

/* ----------------------------------------------------------------- Subsets -- */

/* Every third row, from the last one on. */
static void check_subset(const world *here, const nnreg_problem *problem)
{
  enum { COUNT = 160 };
  world part;
  uint32_t *rows = take(COUNT, sizeof *rows);
  for (uint32_t k = 0; k < COUNT; k++) rows[k] = 499 - 3 * k;
  world_plan plan = large_plan(here->network.precision, !here->data.compressed ? FULL
                                                        : here->data.shift     ? SHIFTED
                                                                               : COMPRESSED);
  world_subset(&part, &plan, here, rows, COUNT);
  nnreg_problem of_rows = *problem, of_copy = *problem;
  of_rows.train.rows = rows;
  of_rows.train.num_rows = COUNT;
  of_copy.train = part.samples;
  of_rows.validation = of_rows.train;
  of_copy.validation = of_copy.train;
  nnreg_state got = state_make(here), want = state_make(here);
  nnreg_epoch history[2], wanted[2];
  train_whole(&of_rows, 1, &got, history);
  train_whole(&of_copy, 1, &want, wanted);
  assert_same_state(&here->network, &got, &want);
  assert_same_history(history, wanted, 2);
}

static void test_subset(void **state)
{
  (void)state;
  for_all(check_subset, 50);
}

/* Dense and compressed forms of one world: the same training up to rounding. */
static void test_forms_agree(void **state)
{
  (void)state;
  world dense, packed;
  world_plan plan = large_plan(NNREG_DOUBLE, COMPRESSED);
  nnreg_epoch history[2], wanted[2];
  world_make(&dense, &plan);
  world_make(&packed, &plan);
  world_pack(&dense.data, dense.x, 500, 70, 64, NNREG_FLOAT, false);
  nnreg_problem of_dense = make_problem(&dense, 50), of_packed = make_problem(&packed, 50);
  nnreg_state want = state_make(&dense), got = state_make(&packed);
  train_whole(&of_dense, 1, &want, wanted);
  train_whole(&of_packed, 1, &got, history);
  ASSERT_VECTOR_NEAR(got.theta, want.theta, dense.num_parameters, 1e-8);
  ASSERT_NEAR(history[1].val_data_loss, wanted[1].val_data_loss, 1e-8);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_threads),     TEST(test_threads_wide),
      TEST(test_slices),      TEST(test_slices_of_large_batches),
      TEST(test_limits),      TEST(test_subset),
      TEST(test_forms_agree),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
