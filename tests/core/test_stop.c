/* A flag that ends calls early: trainings can be gone on with to the same bits, all others say
 * that they were stopped.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "machine.h"
#include "os/system.h"
#include "table.h"
#include "training.h"

static const int UP = 1;
static const nnreg_penalty PENALTY = {.lambda1 = {1e-3, 1e-3}, .lambda2 = {1e-3}};

/* Batches of several pieces, and threads. */
static void make_world(world *made, data_form form)
{
  world_plan plan = {.precision = NNREG_SINGLE,
                     .activation = NNREG_TANH,
                     .num_layers = 2,
                     .sizes = {40, 100, 5},
                     .num_samples = 1100,
                     .form = form,
                     .type = NNREG_FLOAT};
  world_make(made, &plan);
}

static nnreg_problem make_problem(const world *here, nnreg_solver solver)
{
  nnreg_problem problem = problem_make(here, &PENALTY, 1100, solver == NNREG_ADAM ? 6 : 1, 1e-3);
  problem.solver = solver;
  problem.tolerance = 1e-12;
  problem.validation = here->samples;
  problem.shuffle = true;
  return problem;
}

static int lower_flag(void **state)
{
  (void)state;
  nnreg_blas_heed(test_blas, NULL);
  give_back(NULL);
  return 0;
}

/* ----------------------------------------------------------- Flag up always -- */

static void check_no_step(nnreg_solver solver, data_form form)
{
  world here;
  nnreg_epoch history[6];
  nnreg_message why;
  size_t finished;
  make_world(&here, form);
  nnreg_problem problem = make_problem(&here, solver);
  nnreg_state state = state_make(&here), before = state_make(&here);
  nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 6, .num_threads = 2};
  nnreg_blas_heed(test_blas, &UP);
  assert_int_equal(nnreg_train(test_blas, &problem, &limits, &state, history, &finished, &why),
                   NNREG_STOPPED);
  nnreg_blas_heed(test_blas, NULL);
  assert_int_equal(finished, 0);
  assert_same_state(&here.network, &state, &before);
}

static void test_no_step(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form++) {
    check_no_step(NNREG_ADAM, (data_form)form);
    check_no_step(NNREG_FISTA, (data_form)form);
  }
}

/* Many trainings return soon; none has ended. */
static void test_no_job(void **state)
{
  (void)state;
  world here;
  nnreg_message why;
  make_world(&here, FULL);
  const nnreg_problem problems[3] = {make_problem(&here, NNREG_ADAM),
                                     make_problem(&here, NNREG_FISTA),
                                     make_problem(&here, NNREG_ADAM)};
  nnreg_job jobs[3];
  for (int i = 0; i < 3; i++)
    jobs[i] = (nnreg_job){.problem = &problems[i], .state = state_make(&here)};
  nnreg_blas_heed(test_blas, &UP);
  ASSERT_OK(nnreg_train_many(test_blas, jobs, 3, INFINITY, 2, &why));
  for (int i = 0; i < 3; i++) {
    assert_false(jobs[i].done);
    assert_int_equal(jobs[i].status, NNREG_OK);
  }
}

static void test_passes(void **state)
{
  (void)state;
  world here;
  nnreg_message why;
  double loss;
  make_world(&here, COMPRESSED);
  void *gradient = take(here.num_parameters, sizeof(float));
  void *outputs = take(1100 * 5, sizeof(float));
  nnreg_blas_heed(test_blas, &UP);
  assert_int_equal(nnreg_predict(test_blas, &(nnreg_model){&here.network, here.own_theta},
                                 &here.data, (nnreg_range){0, 1100}, 2, outputs, &why),
                   NNREG_STOPPED);
  assert_int_equal(
      cost_of(&here.network, &PENALTY, here.own_theta, &here.samples, 2, &loss, gradient, &why),
      NNREG_STOPPED);
  assert_string_equal(why.text, "stopped by a signal");
  assert_string_equal(nnreg_status_id(NNREG_STOPPED), "nnreg:stopped");
}

/* ---------------------------------------------------- Flag up now and then -- */

typedef struct {
  int flag;
  double seconds;
} alarm_clock;

/* A system's timers may be coarser than the pauses. */
static void ring(void *argument)
{
  alarm_clock *clock = argument;
  const double nap = 0.005, until = nnreg_now() + clock->seconds;
  while (nnreg_now() < until)
    if (until - nnreg_now() > 2 * nap) pause_seconds(nap);
  __atomic_store_n(&clock->flag, 1, __ATOMIC_RELAXED);
}

/* Stops a call after so many seconds; returns the number of epochs that it finished. */
static size_t train_until(const nnreg_problem *problem, double seconds, nnreg_state *state,
                          nnreg_epoch *history, bool *stopped)
{
  alarm_clock clock = {.seconds = seconds};
  nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 6, .num_threads = 2};
  nnreg_message why;
  nnreg_thread thread = {.function = ring, .argument = &clock};
  size_t finished;
  assert_true(nnreg_thread_start(&thread));
  nnreg_blas_heed(test_blas, &clock.flag);
  nnreg_status status = nnreg_train(test_blas, problem, &limits, state, history, &finished, &why);
  nnreg_thread_join(&thread);
  nnreg_blas_heed(test_blas, NULL);
  assert_true(status == NNREG_OK || status == NNREG_STOPPED);
  if (status == NNREG_STOPPED) *stopped = true;
  return finished;
}

static void check_same_bits(nnreg_solver solver)
{
  world here;
  nnreg_epoch history[6], wanted[6];
  bool stopped = false;
  make_world(&here, COMPRESSED);
  nnreg_problem problem = make_problem(&here, solver);
  nnreg_state want = state_make(&here), got = state_make(&here);
  train_whole(&problem, 1, &want, wanted);
  size_t finished = 0;
  /* The time grows, so that the training ends on the slowest machine too. */
  const double growth = 1.25 * (double)thread_sanitized_step(2);
  for (double pause = 1e-6; !nnreg_is_over(&problem, &got); pause *= growth)
    finished += train_until(&problem, pause, &got, history + finished, &stopped);
  assert_true(stopped);
  assert_same_state(&here.network, &got, &want);
  assert_same_history(history, wanted, problem.num_epochs);
}

static void test_same_bits(void **state)
{
  (void)state;
  check_same_bits(NNREG_ADAM);
  check_same_bits(NNREG_FISTA);
}

/* ------------------------------------------------------------ Linear models -- */

enum { LONG_PATH = 4000 };

static nnreg_status follow_until(const table *here, const int *flag)
{
  nnreg_message why = {""};
  nnreg_linear_path path = path_make(here, LONG_PATH, 0.01);
  size_t states = (here->plan.inputs + 1) * here->plan.outputs * (here->plan.parts + 1);
  nnreg_linear_result result = {.state = take(states, sizeof(double))};
  path.num_threads = 2;
  nnreg_blas_heed(test_blas, flag);
  nnreg_status status = nnreg_linear_follow(test_blas, &here->problem, &path, &result, &why);
  nnreg_blas_heed(test_blas, NULL);
  if (status == NNREG_STOPPED) assert_string_equal(why.text, "stopped by a signal");
  nnreg_linear_free(&result);
  return status;
}

/* A path that would take far longer stops soon after the flag is up, and at once if it is. */
static void check_path_stops(const table_plan *plan)
{
  const double most = 2; /* seconds, on a slow machine */
  table here;
  alarm_clock clock = {.seconds = 0.05};
  nnreg_thread thread = {.function = ring, .argument = &clock};
  table_make(&here, plan);
  assert_int_equal(follow_until(&here, &UP), NNREG_STOPPED);
  double begun = nnreg_now();
  assert_true(nnreg_thread_start(&thread));
  assert_int_equal(follow_until(&here, &clock.flag), NNREG_STOPPED);
  nnreg_thread_join(&thread);
  assert_true(nnreg_now() - begun < most);
  give_back(NULL);
}

static void test_paths(void **state)
{
  (void)state;
  table_plan plan = {
      .task = NNREG_REGRESSION, .samples = 500, .inputs = 150, .outputs = 2, .parts = 5, .l1 = 1};
  check_path_stops(&plan);
  plan.task = NNREG_CLASSIFICATION;
  check_path_stops(&plan);
  plan.density = 0.2;
  plan.outputs = 4;
  check_path_stops(&plan);
  plan.task = NNREG_REGRESSION;
  plan.density = 0;
  plan.samples = 100;
  plan.inputs = 800;
  check_path_stops(&plan);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_teardown(test_no_step, lower_flag),
      cmocka_unit_test_teardown(test_no_job, lower_flag),
      cmocka_unit_test_teardown(test_passes, lower_flag),
      cmocka_unit_test_teardown(test_same_bits, lower_flag),
      cmocka_unit_test_teardown(test_paths, lower_flag),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
