/* Many trainings side by side.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "training.h"

enum { NUM_JOBS = 9, MOST_EPOCHS = 4, DIVERGES = 4 };

/* Jobs that share their data, as folds and settings of a search do. */
typedef struct {
  world here;
  nnreg_penalty penalties[NUM_JOBS];
  nnreg_problem problems[NUM_JOBS];
  nnreg_job jobs[NUM_JOBS];
} many;

static void make_jobs(many *all)
{
  uint32_t *rows = take(300, sizeof *rows);
  for (uint32_t k = 0; k < 300; k++) rows[k] = (k * 7 + 1) % 400;
  for (size_t i = 0; i < NUM_JOBS; i++) {
    all->penalties[i] = (nnreg_penalty){.lambda1 = {1e-4 * (double)i}, .lambda2 = {0, 1e-3}};
    nnreg_problem *job = &all->problems[i];
    double rate = i == DIVERGES ? 1e38 : 1e-3 * (double)(1 + i);
    *job = problem_make(&all->here, &all->penalties[i], 32 + 16 * i, 1 + i % MOST_EPOCHS, rate);
    job->seed = i;
    job->shuffle = i % 2;
    job->validate_last_only = i % 3 == 0;
    job->train.rows = rows + 10 * i;
    job->train.num_rows = 200;
    job->validation = all->here.samples;
    job->validation.num_rows = 100;
    all->jobs[i] = (nnreg_job){.problem = job, .state = state_make(&all->here)};
  }
}

static void make_many(many *all, nnreg_precision precision, data_form form)
{
  world_plan plan = {.precision = precision,
                     .task = NNREG_REGRESSION,
                     .num_layers = 3,
                     .sizes = {40, 70, 50, 2},
                     .num_samples = 400,
                     .form = form,
                     .type = NNREG_FLOAT};
  memset(all, 0, sizeof *all);
  world_make(&all->here, &plan);
  make_jobs(all);
}

static void run(many *all, double seconds, size_t num_threads)
{
  nnreg_message why;
  ASSERT_OK(nnreg_train_many(test_blas, all->jobs, NUM_JOBS, seconds, num_threads, &why));
}

/* Trains each job with nnreg_train. */
static void run_one_by_one(many *all)
{
  for (size_t i = 0; i < NUM_JOBS; i++) {
    nnreg_epoch history[MOST_EPOCHS];
    nnreg_message why;
    const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = MOST_EPOCHS, .num_threads = 1};
    nnreg_job *job = &all->jobs[i];
    job->status = train_to_end(job->problem, &limits, &job->state, history, &why);
    if (job->status == NNREG_OK) job->result = history[job->problem->num_epochs - 1];
  }
}

static bool all_done(const many *all)
{
  size_t done = 0;
  for (size_t i = 0; i < NUM_JOBS; i++) done += all->jobs[i].done;
  return done == NUM_JOBS;
}

static void assert_same_jobs(const many *got, const many *want)
{
  for (size_t i = 0; i < NUM_JOBS; i++) {
    assert_int_equal(want->jobs[i].status, i == DIVERGES ? NNREG_DIVERGED : NNREG_OK);
    assert_int_equal(got->jobs[i].status, want->jobs[i].status);
    assert_same_state(&want->here.network, &got->jobs[i].state, &want->jobs[i].state);
    if (i != DIVERGES) assert_same_history(&got->jobs[i].result, &want->jobs[i].result, 1);
  }
}

/* One call to the end. */
static void check_threads(nnreg_precision precision, data_form form)
{
  static many want, got;
  make_many(&want, precision, form);
  run_one_by_one(&want);
  for (size_t threads = 1; threads <= 12; threads += 1 + threads / 3 * 2) {
    make_many(&got, precision, form);
    run(&got, INFINITY, threads);
    assert_true(all_done(&got));
    assert_same_jobs(&got, &want);
  }
  give_back(NULL);
}

static void test_threads(void **state)
{
  (void)state;
  check_threads(NNREG_SINGLE, FULL);
  check_threads(NNREG_SINGLE, COMPRESSED);
  check_threads(NNREG_SINGLE, SHIFTED);
}

static void test_threads_double(void **state)
{
  (void)state;
  static many want, got;
  make_many(&want, NNREG_DOUBLE, SHIFTED);
  make_many(&got, NNREG_DOUBLE, SHIFTED);
  want.problems[DIVERGES].learn_rates = got.problems[DIVERGES].learn_rates =
      (const double[]){1e200};
  run_one_by_one(&want);
  run(&got, INFINITY, 3);
  assert_same_jobs(&got, &want);
}

/* Over many calls each job's history is the same as from nnreg_train. */
static void test_histories(void **state)
{
  (void)state;
  static many want, got;
  nnreg_epoch all[NUM_JOBS][MOST_EPOCHS] = {{{0}}};
  make_many(&got, NNREG_SINGLE, COMPRESSED);
  for (size_t calls = 0; !all_done(&got); calls++) {
    nnreg_message why;
    assert_true(calls < 100000);
    for (size_t i = 0; i < NUM_JOBS; i++)
      got.jobs[i].history = &all[i][(size_t)got.jobs[i].state.epoch];
    ASSERT_OK(nnreg_train_many(test_blas, got.jobs, NUM_JOBS, 5e-4, 2, &why));
  }
  make_many(&want, NNREG_SINGLE, COMPRESSED);
  for (size_t i = 0; i < NUM_JOBS; i++) {
    nnreg_epoch history[MOST_EPOCHS];
    nnreg_message why;
    const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = MOST_EPOCHS, .num_threads = 1};
    if (i == DIVERGES) continue;
    ASSERT_OK(train_to_end(&want.problems[i], &limits, &want.jobs[i].state, history, &why));
    assert_same_history(all[i], history, want.problems[i].num_epochs);
  }
}

/* With fewer jobs than threads each job has several threads: the same bits. */
static void test_fewer_jobs_than_threads(void **state)
{
  (void)state;
  static many want, got;
  nnreg_message why;
  make_many(&want, NNREG_SINGLE, FULL);
  run_one_by_one(&want);
  make_many(&got, NNREG_SINGLE, FULL);
  ASSERT_OK(nnreg_train_many(test_blas, got.jobs, 2, INFINITY, 5, &why));
  for (size_t i = 0; i < 2; i++) {
    assert_same_state(&want.here.network, &got.jobs[i].state, &want.jobs[i].state);
    assert_same_history(&got.jobs[i].result, &want.jobs[i].result, 1);
  }
}

/* Short calls: between them some jobs are done, some begun, some not. */
static void check_slices(double seconds, size_t num_threads)
{
  static many want, got;
  size_t calls = 0;
  bool diverged = false;
  make_many(&want, NNREG_SINGLE, COMPRESSED);
  make_many(&got, NNREG_SINGLE, COMPRESSED);
  run_one_by_one(&want);
  for (; !all_done(&got); calls++) {
    bool before = got.jobs[DIVERGES].done;
    assert_true(calls < 100000);
    run(&got, seconds, num_threads);
    if (got.jobs[DIVERGES].done && !before) diverged = got.jobs[DIVERGES].status == NNREG_DIVERGED;
  }
  assert_true(calls > 1);
  assert_true(diverged);
  assert_same_jobs(&got, &want);
  give_back(NULL);
}

static void test_slices(void **state)
{
  (void)state;
  check_slices(1e-4, 1);
  check_slices(5e-4, 3);
}

/* A job keeps its status, and the reason, while the others continue. */
static void test_status_stays(void **state)
{
  (void)state;
  static many got;
  make_many(&got, NNREG_SINGLE, FULL);
  run(&got, INFINITY, 2);
  assert_int_equal(got.jobs[DIVERGES].status, NNREG_DIVERGED);
  run(&got, INFINITY, 2);
  assert_true(got.jobs[DIVERGES].done);
  assert_int_equal(got.jobs[DIVERGES].status, NNREG_DIVERGED);
  assert_non_null(strstr(got.jobs[DIVERGES].why.text, "finite"));
}

/* Jobs that are done are left alone. */
static void test_done(void **state)
{
  (void)state;
  static many got, fresh;
  make_many(&fresh, NNREG_SINGLE, FULL);
  make_many(&got, NNREG_SINGLE, FULL);
  for (size_t i = 0; i < NUM_JOBS; i++) got.jobs[i].done = i != 3;
  run(&got, INFINITY, 2);
  assert_true(got.jobs[3].done && got.jobs[3].state.epoch == 4);
  for (size_t i = 0; i < NUM_JOBS; i++)
    if (i != 3) assert_same_state(&fresh.here.network, &got.jobs[i].state, &fresh.jobs[i].state);
}

/* A job that cannot be trained stops the call before any job is begun. */
static void test_bad_job(void **state)
{
  (void)state;
  static many got, fresh;
  nnreg_message why;
  make_many(&fresh, NNREG_SINGLE, FULL);
  make_many(&got, NNREG_SINGLE, FULL);
  got.problems[7].batch_size = 0;
  assert_int_equal(nnreg_train_many(test_blas, got.jobs, NUM_JOBS, INFINITY, 2, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, "the batch size must be at least 1");
  for (size_t i = 0; i < NUM_JOBS; i++) {
    assert_false(got.jobs[i].done);
    assert_same_state(&fresh.here.network, &got.jobs[i].state, &fresh.jobs[i].state);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_threads),   TEST(test_threads_double),
      TEST(test_slices),    TEST(test_status_stays),
      TEST(test_done),      TEST(test_bad_job),
      TEST(test_histories), TEST(test_fewer_jobs_than_threads),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
