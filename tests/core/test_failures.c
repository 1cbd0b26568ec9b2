/* Every allocation fails in turn: the call says so, leaks nothing, harms no state, and
 * the next call works.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This program has a csrc/core/os/memory.c of its own, which counts, fails at will and fills
 * what it gives with NaN, so that nobody can live on memory that happens to be clear.
 */
#include <math.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "machine.h"
#include "os/system.h"
#include "table.h"
#include "training.h"

/* ----------------------------------------------------------------- Memory -- */

enum { NEVER = -1 };
static atomic_int failing_in = NEVER; /* allocations that go well before one fails */
static atomic_int num_allocations = 0, num_held = 0;
static int filling = 0xff;

void *nnreg_alloc(size_t count, size_t size)
{
  size_t bytes;
  atomic_fetch_add(&num_allocations, 1);
  if (atomic_load(&failing_in) != NEVER && atomic_fetch_sub(&failing_in, 1) == 0) return NULL;
  if (__builtin_mul_overflow(count, size, &bytes)) return NULL;
  void *memory = nnreg_system_alloc(bytes ? bytes : 1);
  if (!memory) return NULL;
  memset(memory, filling, bytes);
  atomic_fetch_add(&num_held, 1);
  return memory;
}

void nnreg_free(void *memory)
{
  if (memory) atomic_fetch_sub(&num_held, 1);
  nnreg_system_free(memory);
}

bool nnreg_can_map(size_t bytes) { return bytes > 0; }

/* One call of the core, and what must hold after it failed. */
typedef nnreg_status tested_call(void *context, nnreg_message *why);
typedef void harm_check(void *context);

/* Calls until no allocation fails any more, of which every step-th fails in its turn. Returns the
 * number of allocations, to a step. */
static int fail_by_steps(int step, tested_call *call, harm_check *check, void *context)
{
  for (int n = 0;; n += step) {
    nnreg_message why = {""};
    int held = num_held;
    failing_in = n;
    nnreg_status status = call(context, &why);
    bool failed = failing_in < 0;
    failing_in = NEVER;
    assert_int_equal(num_held, held);
    if (!failed) {
      assert_int_equal(status, NNREG_OK);
      return n;
    }
    assert_int_equal(status, NNREG_OUT_OF_MEMORY);
    assert_int_equal(strncmp(why.text, "not enough memory for ", 22), 0);
    if (check) check(context);
  }
}

static int fail_in_turn(tested_call *call, harm_check *check, void *context)
{
  return fail_by_steps(1, call, check, context);
}

static world_plan make_plan(data_form form)
{
  return (world_plan){.activation = NNREG_RELU,
                      .num_layers = 3,
                      .sizes = {40, 70, 9, 4},
                      .num_samples = 120,
                      .form = form,
                      .type = NNREG_FLOAT};
}

/* --------------------------------------------------------------- OpenBLAS -- */

static nnreg_status call_blas_open(void *context, nnreg_message *why)
{
  nnreg_blas *blas = context; /* any address that is not NULL */
  nnreg_status status = nnreg_blas_open(NULL, &blas, why);
  assert_int_equal(blas == NULL, status != NNREG_OK);
  nnreg_blas_close(blas);
  return status;
}

static void test_blas_open(void **state)
{
  assert_true(fail_in_turn(call_blas_open, NULL, &state) >= 1);
}

/* ------------------------------------------------------- Cost, prediction -- */

typedef struct {
  world here;
  size_t num_threads;
  float *gradient, *outputs, *moved, *viewed;
  double cost;
} one_call;

static nnreg_status call_cost(void *context, nnreg_message *why)
{
  one_call *own = context;
  const nnreg_penalty penalty = {.lambda1 = {0.1}};
  return cost_of(&own->here.network, &penalty, own->here.own_theta, &own->here.samples,
                 own->num_threads, &own->cost, own->gradient, why);
}

static nnreg_status call_predict(void *context, nnreg_message *why)
{
  one_call *own = context;
  return nnreg_predict(test_blas, &(nnreg_model){&own->here.network, own->here.own_theta},
                       &own->here.data, (nnreg_range){0, own->here.data.num_samples},
                       own->num_threads, own->outputs, why);
}

/* The first layer's sums are the samples' number times one. */
static nnreg_status call_moved(void *context, nnreg_message *why)
{
  enum { SAMPLES = 1500, UNITS = 70 };
  one_call *own = context;
  static float sums[SAMPLES * UNITS], moves[SAMPLES];
  static uint32_t rows[SAMPLES];
  for (size_t k = 0; k < SAMPLES; k++) {
    rows[k] = (uint32_t)k;
    moves[k] = 0.5;
    for (size_t u = 0; u < UNITS; u++) sums[k * UNITS + u] = (float)k / SAMPLES;
  }
  const nnreg_moved moved = {.sums = sums,
                             .num_samples = SAMPLES,
                             .input = 3,
                             .rows = rows,
                             .moves = moves,
                             .count = SAMPLES};
  return nnreg_predict_moved(test_blas, &(nnreg_model){&own->here.network, own->here.own_theta},
                             &moved, own->num_threads, own->moved, why);
}

static nnreg_status call_view(void *context, nnreg_message *why)
{
  one_call *own = context;
  static uint8_t x[1500 * 40];
  for (size_t i = 0; i < sizeof x; i++) x[i] = (uint8_t)(i % 11);
  const nnreg_source source = {
      .num_samples = 1500, .num_inputs = 40, .type = NNREG_UINT8, .values = x};
  const nnreg_view view = {.source = &source};
  return nnreg_predict_view(test_blas, &(nnreg_model){&own->here.network, own->here.own_theta},
                            &view, (nnreg_range){0, 1500}, own->num_threads, own->viewed, why);
}

static void make_call(one_call *own, data_form form, int fill, size_t num_threads)
{
  world_plan plan = make_plan(form);
  filling = fill;
  plan.num_samples = 1500;
  plan.weighted = true;
  *own = (one_call){.num_threads = num_threads};
  world_make(&own->here, &plan);
  own->gradient = take(own->here.num_parameters, sizeof(float));
  own->outputs = take(1500 * 4, sizeof(float));
  own->moved = take(1500 * 4, sizeof(float));
  own->viewed = take(1500 * 4, sizeof(float));
}

/* After all the failures the results are the same as on clear memory. */
static void check_calls(data_form form)
{
  nnreg_message why;
  one_call own, clear;
  make_call(&clear, form, 0, 1);
  ASSERT_OK(call_cost(&clear, &why));
  ASSERT_OK(call_predict(&clear, &why));
  ASSERT_OK(call_moved(&clear, &why));
  ASSERT_OK(call_view(&clear, &why));
  make_call(&own, form, 0xff, 3);
  assert_true(fail_in_turn(call_cost, NULL, &own) >= 10);
  assert_true(fail_in_turn(call_predict, NULL, &own) >= 10);
  assert_true(fail_in_turn(call_moved, NULL, &own) >= 8);
  assert_true(fail_in_turn(call_view, NULL, &own) >= 12);
  assert_memory_equal(own.gradient, clear.gradient, own.here.num_parameters * sizeof(float));
  assert_memory_equal(own.outputs, clear.outputs, 1500 * 4 * sizeof(float));
  assert_memory_equal(own.moved, clear.moved, 1500 * 4 * sizeof(float));
  assert_memory_equal(own.viewed, clear.viewed, 1500 * 4 * sizeof(float));
  assert_true(own.cost == clear.cost);
  give_back(NULL);
}

static void test_calls(void **state)
{
  (void)state;
  check_calls(FULL);
  check_calls(COMPRESSED);
  check_calls(SHIFTED);
}

/* -------------------------------------------------------------- Training -- */

enum { EPOCHS = 3 };

typedef struct {
  world here;
  nnreg_problem problem;
  nnreg_state state;
  nnreg_epoch history[EPOCHS];
  size_t finished;
  nnreg_state want; /* the result of the whole training */
} one_training;

static const nnreg_penalty PENALTY = {.lambda1 = {1e-3}};

static nnreg_status call_train(void *context, nnreg_message *why)
{
  one_training *own = context;
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = EPOCHS, .num_threads = 2};
  own->state = state_make(&own->here);
  own->finished = 99;
  return nnreg_train(test_blas, &own->problem, &limits, &own->state, own->history, &own->finished,
                     why);
}

/* The failed training continues as if nothing had happened. */
static void check_goes_on(void *context)
{
  one_training *own = context;
  nnreg_epoch rest[EPOCHS];
  train_whole(&own->problem, 1, &own->state, rest);
  assert_same_state(&own->here.network, &own->state, &own->want);
}

/* There is a row for every epoch that the state has finished. */
static void check_rows(void *context)
{
  one_training *own = context;
  assert_true((double)own->finished == own->state.epoch);
}

static void make_training(one_training *own, data_form form, const nnreg_penalty *penalty,
                          bool validate)
{
  world_plan plan = make_plan(form);
  world_make(&own->here, &plan);
  own->problem = problem_make(&own->here, penalty, 16, EPOCHS, 0.01);
  own->problem.shuffle = true;
  if (validate) own->problem.validation = own->here.samples;
  own->want = state_make(&own->here);
  filling = 0;
  train_whole(&own->problem, 1, &own->want, own->history);
  filling = 0xff;
}

static void check_training(data_form form, bool validate, harm_check *check)
{
  one_training own;
  make_training(&own, form, &PENALTY, validate);
  assert_true(fail_in_turn(call_train, check, &own) >= 12);
  assert_same_state(&own.here.network, &own.state, &own.want);
  give_back(NULL);
}

static void test_train(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form++)
    for (int validate = 0; validate < 2; validate++)
      check_training((data_form)form, validate, check_goes_on);
}

static void test_train_rows(void **state)
{
  (void)state;
  check_training(FULL, false, check_rows);
  check_training(COMPRESSED, false, check_rows);
}

static void test_train_rows_validated(void **state)
{
  (void)state;
  check_training(FULL, true, check_rows);
}

/* Groups also have their norms in memory, before and after a batch, and what the pull needs. */
static void test_train_groups(void **state)
{
  (void)state;
  static const nnreg_penalty groups = {.group = 1e-3, .lambda1 = {1e-3}};
  for (int form = FULL; form <= SHIFTED; form++) {
    one_training plain, own;
    make_training(&plain, (data_form)form, &PENALTY, false);
    make_training(&own, (data_form)form, &groups, false);
    int without = fail_in_turn(call_train, NULL, &plain);
    assert_int_equal(fail_in_turn(call_train, check_goes_on, &own), without + 3);
    assert_same_state(&own.here.network, &own.state, &own.want);
    give_back(NULL);
  }
}

/* A network of few weights whose zeros stay. */
static void test_train_sparse(void **state)
{
  (void)state;
  for (int form = FULL; form <= SHIFTED; form++) {
    one_training plain, own;
    make_training(&plain, (data_form)form, &PENALTY, false);
    make_training(&own, (data_form)form, &PENALTY, false);
    own.problem.keep_zeros = true;
    for (size_t i = 0; i < own.here.num_parameters; i++)
      if (i * 31 % 40 != 0) ((float *)own.here.own_theta)[i] = 0;
    own.want = state_make(&own.here);
    train_whole(&own.problem, 1, &own.want, own.history);
    int without = fail_in_turn(call_train, NULL, &plain);
    assert_true(fail_in_turn(call_train, check_goes_on, &own) > without + 20);
    assert_same_state(&own.here.network, &own.state, &own.want);
    give_back(NULL);
  }
}

/* Batches of several pieces, and portions, also have gradients in memory. */
static void check_gradients(size_t num_samples, size_t hidden, size_t batch_size)
{
  one_training own;
  world_plan plan = make_plan(COMPRESSED);
  plan.num_samples = num_samples;
  plan.sizes[1] = hidden;
  world_make(&own.here, &plan);
  own.problem = problem_make(&own.here, &PENALTY, batch_size, 2, 0.01);
  own.want = state_make(&own.here);
  filling = 0;
  train_whole(&own.problem, 1, &own.want, own.history);
  filling = 0xff;
  assert_true(fail_in_turn(call_train, check_goes_on, &own) >= 12);
  assert_same_state(&own.here.network, &own.state, &own.want);
  give_back(NULL);
}

static void test_train_gradients(void **state)
{
  (void)state;
  check_gradients(1300, 70, 1200);
  check_gradients(230, 120, 100);
}

/* The solver on all samples, with a tolerance that it comes to within most_steps. */
static void check_solver(const nnreg_penalty *penalty, double tolerance, uintmax_t most_steps)
{
  for (int form = FULL; form <= SHIFTED; form++) {
    one_training own;
    make_training(&own, (data_form)form, penalty, true);
    own.problem.solver = NNREG_FISTA;
    own.problem.tolerance = tolerance;
    own.want = state_make(&own.here);
    filling = 0;
    train_whole(&own.problem, 1, &own.want, own.history);
    filling = 0xff;
    assert_in_range((uintmax_t)own.want.step, 3, most_steps);
    assert_true(fail_in_turn(call_train, check_goes_on, &own) >= 18);
    assert_same_state(&own.here.network, &own.state, &own.want);
    give_back(NULL);
  }
}

static void test_solve(void **state)
{
  (void)state;
  check_solver(&PENALTY, 0.026, 40);
}

/* Groups also have their norms in memory. */
static void test_solve_groups(void **state)
{
  (void)state;
  static const nnreg_penalty groups = {.group = 1e-3, .lambda1 = {1e-3}};
  check_solver(&groups, 0.015, 100);
}

/* The solver allocates once a call, whatever the number of steps. */
static void test_solve_allocates_once(void **state)
{
  (void)state;
  static const double tolerances[] = {0.026, 1e-4};
  int allocations[2];
  double steps[2];
  for (int i = 0; i < 2; i++) {
    one_training own;
    nnreg_message why;
    make_training(&own, COMPRESSED, &PENALTY, false);
    own.problem.solver = NNREG_FISTA;
    own.problem.tolerance = tolerances[i];
    num_allocations = 0;
    ASSERT_OK(call_train(&own, &why));
    allocations[i] = num_allocations;
    steps[i] = own.state.step;
    give_back(NULL);
  }
  assert_true(steps[1] > 2 * steps[0]);
  assert_int_equal(allocations[0], allocations[1]);
}

/* -------------------------------------------------------------- Many jobs -- */

enum { NUM_JOBS = 4 };

typedef struct {
  world here;
  nnreg_problem problems[NUM_JOBS];
  nnreg_state want[NUM_JOBS];
  nnreg_job jobs[NUM_JOBS];
} many_jobs;

static void run_jobs(many_jobs *own, size_t num_threads)
{
  nnreg_message why;
  ASSERT_OK(nnreg_train_many(test_blas, own->jobs, NUM_JOBS, INFINITY, num_threads, &why));
}

static void make_many(many_jobs *own)
{
  world_plan plan = make_plan(COMPRESSED);
  memset(own, 0, sizeof *own);
  world_make(&own->here, &plan);
  for (size_t i = 0; i < NUM_JOBS; i++) {
    nnreg_epoch history[EPOCHS];
    own->problems[i] = problem_make(&own->here, &PENALTY, 16 + i, EPOCHS, 0.01);
    own->problems[i].validation = own->here.samples;
    own->want[i] = state_make(&own->here);
    train_whole(&own->problems[i], 1, &own->want[i], history);
  }
}

/* One job runs out of memory and ends. The others are not affected. When the job is resumed, its
 * result is right. */
static void check_many(many_jobs *own, int n, size_t num_threads, bool *failed)
{
  size_t out_of_memory = 0;
  for (size_t i = 0; i < NUM_JOBS; i++)
    own->jobs[i] = (nnreg_job){.problem = &own->problems[i], .state = state_make(&own->here)};
  int held = num_held;
  failing_in = n;
  run_jobs(own, num_threads);
  *failed = failing_in < 0;
  failing_in = NEVER;
  assert_int_equal(num_held, held);
  for (size_t i = 0; i < NUM_JOBS; i++) {
    assert_true(own->jobs[i].done);
    out_of_memory += own->jobs[i].status == NNREG_OUT_OF_MEMORY;
    own->jobs[i].done = own->jobs[i].status == NNREG_OK;
  }
  assert_int_equal(out_of_memory, *failed);
  run_jobs(own, num_threads);
  for (size_t i = 0; i < NUM_JOBS; i++)
    assert_same_state(&own->here.network, &own->jobs[i].state, &own->want[i]);
}

static void test_train_many(void **state)
{
  (void)state;
  for (size_t threads = 1; threads <= 3; threads += 2) {
    bool failed = true;
    int n = 0;
    for (; failed; n += threads == 1 ? (int)sanitized_step(5) : 5) {
      many_jobs own;
      make_many(&own);
      check_many(&own, n, threads, &failed);
      give_back(NULL);
    }
    assert_true(n > NUM_JOBS * 12);
  }
}

/* ---------------------------------------------------------- Linear models -- */

enum { PATH_POINTS = 18 }; /* more than a block */

typedef struct {
  table here;
  size_t num_threads, num_states;
  nnreg_linear_path path;
  double *state, *losses;
} one_path;

static nnreg_status call_follow(void *context, nnreg_message *why)
{
  one_path *own = context;
  nnreg_linear_path path = own->path;
  nnreg_linear_result result = {.state = own->state};
  path.num_threads = own->num_threads;
  memset(own->state, 0, own->num_states * sizeof *own->state);
  nnreg_status status = nnreg_linear_follow(test_blas, &own->here.problem, &path, &result, why);
  if (status == NNREG_OK) {
    assert_int_equal(result.num_points, PATH_POINTS);
    memcpy(own->losses, result.part_loss, PATH_POINTS * sizeof *own->losses);
  }
  nnreg_linear_free(&result);
  return status;
}

static void make_path(one_path *own, const table_plan *plan, int fill, size_t num_threads)
{
  filling = fill;
  *own = (one_path){.num_threads = num_threads,
                    .num_states = (plan->inputs + 1) * plan->outputs * (plan->parts + 1)};
  table_make(&own->here, plan);
  own->path = path_make(&own->here, PATH_POINTS, 0.1);
  own->path.tolerance = 1e-5;
  own->state = take(own->num_states, sizeof *own->state);
  own->losses = take(PATH_POINTS, sizeof *own->losses);
}

static void check_path(const table_plan *plan, int least)
{
  one_path own, clear;
  nnreg_message why;
  make_path(&clear, plan, 0, 1);
  ASSERT_OK(call_follow(&clear, &why));
  for (size_t threads = 1; threads <= 2; threads++) {
    make_path(&own, plan, 0xff, threads);
    /* With two threads the same places are reached, in an order by chance. */
    int step = threads == 1 ? (int)sanitized_step(3) : 5;
    assert_true(fail_by_steps(step, call_follow, NULL, &own) >= least);
    assert_memory_equal(own.losses, clear.losses, PATH_POINTS * sizeof *own.losses);
  }
  give_back(NULL);
}

/* What the models of two parts give: one point, without weights. */
typedef struct {
  table here;
  nnreg_linear_weights *models;
  double *out;
} part_outputs;

static nnreg_status call_part_outputs(void *context, nnreg_message *why)
{
  part_outputs *own = context;
  return nnreg_linear_part_outputs(&own->here.problem, own->models, own->out, why);
}

static void test_part_outputs(void **state)
{
  (void)state;
  part_outputs own;
  table_plan plan = {
      .task = NNREG_REGRESSION, .samples = 40, .inputs = 8, .outputs = 1, .parts = 2, .l1 = 1};
  table_make(&own.here, &plan);
  own.models = take(plan.parts, sizeof *own.models);
  own.out = take(plan.samples, sizeof *own.out);
  for (size_t p = 0; p < plan.parts; p++)
    own.models[p] = (nnreg_linear_weights){.biases = take(1, sizeof(double)),
                                           .starts = take(2, sizeof(size_t))};
  assert_int_equal(fail_by_steps(1, call_part_outputs, NULL, &own), 4);
}

/* By products of columns, by working sets, and of classes; full and sparse. */
static void test_linear(void **state)
{
  (void)state;
  static const table_plan TALL = {
      .task = NNREG_REGRESSION, .samples = 40, .inputs = 8, .outputs = 2, .parts = 2, .l1 = 1};
  table_plan plan = TALL;
  check_path(&plan, 80);
  plan.density = 0.5;
  check_path(&plan, 80);
  plan.task = NNREG_CLASSIFICATION;
  plan.outputs = 3;
  check_path(&plan, 150);
  plan.density = 0;
  plan.outputs = 2;
  plan.group = 0.5;
  check_path(&plan, 150);
  plan.task = NNREG_REGRESSION;
  plan.group = 0;
  plan.samples = 20;
  plan.inputs = 270;
  check_path(&plan, 150);
}

/* --------------------------------------------------------------- The rest -- */

typedef struct {
  uint32_t starts[4];
  uint16_t indices[8];
  float values[8];
} one_block;

/* X = [1 0; 0 2; 3 4], sparse. */
static const int64_t STARTS[] = {0, 2, 4}, ROWS[] = {0, 2, 1, 2};
static const double VALUES[] = {1, 3, 2, 4};
static const nnreg_source SPARSE = {.num_samples = 3,
                                    .num_inputs = 2,
                                    .type = NNREG_FLOAT64,
                                    .values = VALUES,
                                    .starts = STARTS,
                                    .rows = ROWS};

static nnreg_status call_pack(void *context, nnreg_message *why)
{
  one_block *own = context;
  return nnreg_pack_block(
      &SPARSE, (nnreg_range){0, 3}, &(nnreg_scaling){NULL, NULL, NNREG_FLOAT}, 1,
      &(nnreg_room){.values = own->values, .starts = own->starts, .indices = own->indices}, why);
}

static void test_pack(void **state)
{
  (void)state;
  one_block own;
  nnreg_message why;
  static const float want[] = {1, 2, 3, 4};
  ASSERT_OK(nnreg_pack_count(&SPARSE, (nnreg_range){0, 3}, NULL, 1, own.starts, &why));
  assert_true(fail_in_turn(call_pack, NULL, &own) >= 1);
  assert_memory_equal(own.values, want, sizeof want);
}

static nnreg_status call_table(void *context, nnreg_message *why)
{
  static const char bytes[] = "a,b\n1,x\n2,y\n";
  const nnreg_text text = {.name = "t", .bytes = (const unsigned char *)bytes, .num_bytes = 12};
  nnreg_table_format format = {.delimiter = 0};
  nnreg_table_about about;
  nnreg_column_about found[2];
  double numbers[2];
  uint32_t codes[2];
  uint64_t starts[3];
  nnreg_table_column columns[2] = {{.kind = NNREG_NUMBERS, .numbers = numbers},
                                   {.kind = NNREG_TEXTS, .codes = codes, .starts = starts}};
  nnreg_table_fault *fault = context;
  nnreg_status status = nnreg_table_find(&text, &format, &about, why);
  if (status == NNREG_OK) status = nnreg_table_scan(&text, &format, &about, found, why);
  if (status == NNREG_OK) status = nnreg_table_read(&text, &format, &about, columns, fault, why);
  if (status == NNREG_OK) assert_int_equal(codes[1], 3);
  return status;
}

static void test_table(void **state)
{
  (void)state;
  nnreg_table_fault fault;
  assert_true(fail_in_turn(call_table, NULL, &fault) >= 4);
}

static nnreg_status call_file_read(void *context, nnreg_message *why)
{
  char bytes[4];
  size_t count;
  nnreg_status status = nnreg_file_size(context, NULL, &count, why);
  if (status == NNREG_OK) status = nnreg_file_read(context, NULL, bytes, 4, why);
  return status;
}

static void test_packed_file(void **state)
{
  (void)state;
  char path[300];
  scratch_name(path, sizeof path);
  gzFile packed = gzopen(path, "wb");
  assert_int_equal(gzwrite(packed, "1,2\n", 4), 4);
  assert_int_equal(gzclose(packed), Z_OK);
  assert_true(fail_in_turn(call_file_read, NULL, path) >= 5);
  remove(path);
}

static nnreg_status call_claims(void *context, nnreg_message *why)
{
  nnreg_claims *claims = context; /* any address that is not NULL */
  nnreg_status status = nnreg_claims_open(context, &claims, why);
  assert_int_equal(claims == NULL, status != NNREG_OK);
  nnreg_claims_close(claims);
  return status;
}

static void test_files(void **state)
{
  (void)state;
  char path[300];
  nnreg_message why;
  scratch_name(path, sizeof path);
  assert_true(fail_in_turn(call_claims, NULL, path) >= 1);
  num_allocations = 0;
  ASSERT_OK(nnreg_file_replace(path, "whole", 5, &why));
  ASSERT_OK(nnreg_file_append(path, "more", 4, &why));
  assert_int_equal(num_allocations, 0);
  assert_int_equal(remove(path), 0);
}

/* These allocate nothing, so no allocation can fail. */
static void test_without(void **state)
{
  (void)state;
  world here;
  world_plan plan = make_plan(FULL);
  nnreg_message why;
  nnreg_scan scan = {.density = 0};
  uint32_t items[10] = {0}, starts[4];
  world_make(&here, &plan);
  num_allocations = 0;
  ASSERT_OK(nnreg_network_init(&here.network, 1, here.own_theta, &why));
  ASSERT_OK(nnreg_source_scan(&SPARSE, NULL, 2, &scan, &why));
  ASSERT_OK(nnreg_pack_count(&SPARSE, (nnreg_range){0, 3}, NULL, 2, starts, &why));
  nnreg_shuffle(1, 2, items, 10);
  nnreg_penalty_value(&here.network, &PENALTY, here.own_theta);
  nnreg_penalty_zeros(&here.network, &PENALTY, here.own_theta);
  assert_int_equal(num_allocations, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_blas_open),
      TEST(test_calls),
      TEST(test_train),
      TEST(test_train_rows),
      TEST(test_train_rows_validated),
      TEST(test_train_groups),
      TEST(test_train_sparse),
      TEST(test_train_gradients),
      TEST(test_solve),
      TEST(test_solve_groups),
      TEST(test_solve_allocates_once),
      TEST(test_train_many),
      TEST(test_linear),
      TEST(test_part_outputs),
      TEST(test_pack),
      TEST(test_table),
      TEST(test_packed_file),
      TEST(test_files),
      TEST(test_without),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
