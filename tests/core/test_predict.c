/* Predictions and their figures against loops that follow the formulas.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "naive.h"
#include "training.h"

static const nnreg_penalty NO_PENALTY = {.lambda1 = {0}};

static world_plan make_plan(nnreg_precision precision, nnreg_task task, data_form form)
{
  return (world_plan){.precision = precision,
                      .task = task,
                      .activation = NNREG_SIGMOID,
                      .num_layers = 3,
                      .sizes = {30, 130, 20, 5},
                      .num_samples = 700,
                      .block_samples = 64,
                      .form = form,
                      .type = NNREG_FLOAT,
                      .weighted = true};
}

static void for_all(void check(world *here, double tolerance))
{
  for (size_t n = 0; n < 3 * 2 * 2; n += sanitized_step(5)) {
    world here;
    nnreg_precision precision = n / 6 ? NNREG_DOUBLE : NNREG_SINGLE;
    nnreg_task task = n / 3 % 2 ? NNREG_REGRESSION : NNREG_CLASSIFICATION;
    world_plan plan = make_plan(precision, task, (data_form)(n % 3));
    world_make(&here, &plan);
    check(&here, precision == NNREG_DOUBLE ? 1e-13 : 5e-6);
    give_back(NULL);
  }
}

/* ------------------------------------------------------------- Prediction -- */

/* Samples first .. first + count - 1, with nothing written beside their outputs. */
static void check_range(const world *here, size_t first, size_t count, size_t num_threads,
                        const double *want, double tolerance)
{
  nnreg_message why;
  nnreg_precision precision = here->network.precision;
  size_t inside = count * 5, bytes = real_bytes(precision);
  char *room = take(inside + 2, bytes);
  memset(room, 0x5a, (inside + 2) * bytes);
  ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here->network, here->own_theta}, &here->data,
                          (nnreg_range){first, count}, num_threads, room + bytes, &why));
  for (size_t i = 0; i < bytes; i++)
    assert_true(room[i] == 0x5a && room[(inside + 1) * bytes + i] == 0x5a);
  if (!count) return;
  ASSERT_VECTOR_NEAR(to_double(precision, room + bytes, inside), want + first * 5, inside,
                     tolerance);
}

static void check_predictions(world *here, double tolerance)
{
  static const size_t RANGES[][2] = {{0, 700}, {0, 1},     {699, 1},   {63, 2},  {64, 64},
                                     {1, 256}, {100, 513}, {500, 200}, {700, 0}, {5, 0}};
  double *want = take(700 * 5, sizeof *want);
  for (size_t i = 0; i < 700; i++)
    naive_predict(&here->network, here->theta, here->x + i * 30, want + i * 5);
  for (size_t r = 0; r < LENGTH(RANGES); r++)
    for (size_t threads = 1; threads < 6; threads += 2)
      check_range(here, RANGES[r][0], RANGES[r][1], threads, want, tolerance);
}

static void test_predictions(void **state)
{
  (void)state;
  for_all(check_predictions);
}

static void check_prediction_bits(world *here, double tolerance)
{
  nnreg_message why;
  size_t bytes = 700 * 5 * real_bytes(here->network.precision);
  char *want = take(bytes, 1), *got = take(bytes, 1);
  (void)tolerance;
  ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here->network, here->own_theta}, &here->data,
                          (nnreg_range){0, 700}, 1, want, &why));
  for (size_t threads = 0; threads <= 5; threads++) {
    memset(got, 0, bytes);
    ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here->network, here->own_theta}, &here->data,
                            (nnreg_range){0, 700}, threads, got, &why));
    assert_memory_equal(got, want, bytes);
  }
}

static void test_prediction_bits(void **state)
{
  (void)state;
  for_all(check_prediction_bits);
}

enum { WIDE = 40 };

/* The world's X as a full source of so many columns, input j being column (7 j + 3) % 40 as
 * scale x + mean; the others hold NaN. */
typedef struct {
  nnreg_source source;
  nnreg_view view;
  double mean[30], scale[30];
  uint32_t columns[30];
} wide_view;

static void make_view(wide_view *made, const world *here, nnreg_type type, bool scaled)
{
  double *x = take(700 * WIDE, sizeof *x);
  for (size_t i = 0; i < 700 * WIDE; i++) x[i] = NAN;
  for (size_t j = 0; j < 30; j++) {
    made->columns[j] = (uint32_t)(7 * j + 3) % WIDE;
    made->mean[j] = scaled ? (double)(j % 3) : 0;
    made->scale[j] = scaled ? (j % 2 ? 0.5 : 2) : 1;
    for (size_t i = 0; i < 700; i++)
      x[made->columns[j] * 700 + i] = here->x[i * 30 + j] * made->scale[j] + made->mean[j];
  }
  nnreg_precision like = type == NNREG_FLOAT ? NNREG_SINGLE : NNREG_DOUBLE;
  made->source = (nnreg_source){.num_samples = 700,
                                .num_inputs = WIDE,
                                .type = type,
                                .values = from_double(like, x, 700 * WIDE)};
  made->view = (nnreg_view){.source = &made->source, .columns = made->columns};
  if (scaled) made->view.mean = made->mean;
  if (scaled) made->view.scale = made->scale;
}

static void check_view_range(const world *here, const wide_view *made, size_t first, size_t count,
                             const double *want, double tolerance)
{
  nnreg_message why;
  size_t bytes = count * 5 * real_bytes(here->network.precision);
  char *once = take(bytes, 1), *got = take(bytes, 1);
  for (size_t threads = 1; threads < 5; threads++) {
    ASSERT_OK(nnreg_predict_view(test_blas, &(nnreg_model){&here->network, here->own_theta},
                                 &made->view, (nnreg_range){first, count}, threads,
                                 threads == 1 ? once : got, &why));
    if (threads > 1) assert_memory_equal(got, once, bytes);
  }
  if (!count) return;
  ASSERT_VECTOR_NEAR(to_double(here->network.precision, once, count * 5), want + first * 5,
                     count * 5, tolerance);
}

/* A value that is not finite is refused where a weight reads it, and only there. */
static void check_view_fault(const world *here, wide_view *made)
{
  nnreg_message why;
  void *outputs = take(700 * 5, real_bytes(here->network.precision));
  const double fault = made->source.type == NNREG_FLOAT64 ? 1e300 : (double)INFINITY;
  size_t at = made->columns[29] * 700 + 699;
  if (made->source.type == NNREG_FLOAT64)
    ((double *)(uintptr_t)made->source.values)[at] = fault;
  else
    ((float *)(uintptr_t)made->source.values)[at] = (float)fault;
  bool fits = here->network.precision == NNREG_DOUBLE && made->source.type == NNREG_FLOAT64;
  nnreg_status status =
      nnreg_predict_view(test_blas, &(nnreg_model){&here->network, here->own_theta}, &made->view,
                         (nnreg_range){0, 700}, 3, outputs, &why);
  assert_int_equal(status, fits ? NNREG_OK : NNREG_BAD_DATA);
  if (!fits) assert_says(&why, "not finite");
  ASSERT_OK(nnreg_predict_view(test_blas, &(nnreg_model){&here->network, here->own_theta},
                               &made->view, (nnreg_range){0, 699}, 3, outputs, &why));
}

static void check_views(world *here, double tolerance)
{
  double *want = take(700 * 5, sizeof *want);
  for (size_t i = 0; i < 700; i++)
    naive_predict(&here->network, here->theta, here->x + i * 30, want + i * 5);
  for (int scaled = 0; scaled < 2; scaled++)
    for (int type = NNREG_FLOAT; type <= NNREG_FLOAT64; type++) {
      wide_view made;
      make_view(&made, here, (nnreg_type)type, scaled);
      check_view_range(here, &made, 0, 700, want, tolerance);
      check_view_range(here, &made, 127, 2, want, tolerance);
      check_view_range(here, &made, 699, 1, want, tolerance);
      check_view_range(here, &made, 700, 0, want, tolerance);
      check_view_fault(here, &made);
    }
}

static void test_views(void **state)
{
  (void)state;
  for_all(check_views);
}

static void test_view_refusals(void **state)
{
  (void)state;
  world here;
  wide_view made;
  nnreg_message why;
  world_plan plan = make_plan(NNREG_DOUBLE, NNREG_REGRESSION, FULL);
  world_make(&here, &plan);
  make_view(&made, &here, NNREG_FLOAT64, false);
  double outputs[5];
  static const int64_t starts[WIDE + 1] = {0};
#define REFUSED(words)                                                                            \
  do {                                                                                            \
    assert_int_equal(nnreg_predict_view(test_blas, &(nnreg_model){&here.network, here.own_theta}, \
                                        &made.view, (nnreg_range){700, 1}, 1, outputs, &why),     \
                     NNREG_BAD_ARGUMENT);                                                         \
    assert_says(&why, words);                                                                     \
  } while (0)
  REFUSED("samples 701 to 701 of 700");
  made.columns[7] = WIDE;
  REFUSED("column 41 of 40");
  made.view.columns = NULL;
  REFUSED("X has 40 columns, the network 30 inputs");
  made.source.starts = starts;
  REFUSED("X must be full");
#undef REFUSED
  give_back(NULL);
}

/* Samples with one input moved, from the sums of the first layer: as those whose x has it. */
static void check_moved(world *here, double tolerance)
{
  enum { COUNT = 600, UNITS = 130 };
  nnreg_precision precision = here->network.precision;
  nnreg_message why;
  uint64_t seed = 5;
  double *sums = take(700 * UNITS, sizeof *sums), *want = take(COUNT * 5, sizeof *want);
  double *moves = take(COUNT, sizeof *moves);
  uint32_t *rows = take(COUNT, sizeof *rows);
  for (size_t i = 0; i < 700; i++)
    for (size_t j = 0; j < 30; j++)
      for (size_t u = 0; u < UNITS; u++)
        sums[i * UNITS + u] += here->theta[j * UNITS + u] * here->x[i * 30 + j];
  for (size_t k = 0; k < COUNT; k++) {
    double x[30];
    rows[k] = (uint32_t)draw_below(&seed, 700);
    moves[k] = (float)(2 * draw_unit(&seed) - 1);
    memcpy(x, here->x + rows[k] * 30, sizeof x);
    x[17] += moves[k];
    naive_predict(&here->network, here->theta, x, want + k * 5);
  }
  nnreg_moved moved = {.sums = from_double(precision, sums, 700 * UNITS),
                       .num_samples = 700,
                       .input = 17,
                       .rows = rows,
                       .moves = from_double(precision, moves, COUNT),
                       .count = COUNT};
  size_t bytes = COUNT * 5 * real_bytes(precision);
  char *first = take(bytes, 1), *got = take(bytes, 1);
  for (size_t threads = 1; threads < 5; threads++) {
    ASSERT_OK(nnreg_predict_moved(test_blas, &(nnreg_model){&here->network, here->own_theta},
                                  &moved, threads, threads == 1 ? first : got, &why));
    if (threads > 1) assert_memory_equal(got, first, bytes);
  }
  ASSERT_VECTOR_NEAR(to_double(precision, first, COUNT * 5), want, COUNT * 5, tolerance);
  rows[3] = 700;
  assert_int_equal(nnreg_predict_moved(test_blas, &(nnreg_model){&here->network, here->own_theta},
                                       &moved, 1, got, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, "sample 701 of 700");
  moved.input = 30;
  assert_int_equal(nnreg_predict_moved(test_blas, &(nnreg_model){&here->network, here->own_theta},
                                       &moved, 1, got, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, "input 31 of 30");
}

static void test_moved(void **state)
{
  (void)state;
  for_all(check_moved);
}

/* X itself, column by column, instead of packed samples: the same predictions; a training
 * and a cost refuse it. */
static void check_columns(world *here, double tolerance)
{
  nnreg_precision precision = here->network.precision;
  nnreg_message why;
  double loss = 0, *x = take(700 * 30, sizeof *x);
  for (size_t i = 0; i < 700; i++)
    for (size_t j = 0; j < 30; j++) x[j * 700 + i] = here->x[i * 30 + j];
  here->data = (nnreg_data){
      .num_samples = 700, .num_inputs = 30, .columns = from_double(precision, x, 700 * 30)};
  check_predictions(here, tolerance);
  assert_int_equal(
      cost_of(&here->network, &NO_PENALTY, here->own_theta, &here->samples, 1, &loss, NULL, &why),
      NNREG_BAD_ARGUMENT);
  assert_says(&why, "the data are not packed");
}

static void test_columns(void **state)
{
  (void)state;
  for_all(check_columns);
}

/* Probabilities of logits far apart are 0 and 1, and sum to 1. */
static void test_large_logits(void **state)
{
  (void)state;
  world here;
  world_plan plan = {.num_layers = 1, .sizes = {1, 3}, .num_samples = 1, .type = NNREG_FLOAT};
  const float far[] = {0, 0, 0, 1e30F, -1e30F, 0}, level[] = {0, 0, 0, 5e4F, 5e4F, -5e4F};
  float outputs[3];
  nnreg_message why;
  world_make(&here, &plan);
  ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here.network, far}, &here.data,
                          (nnreg_range){0, 1}, 1, outputs, &why));
  assert_true(outputs[0] == 1 && outputs[1] == 0 && outputs[2] == 0);
  ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here.network, level}, &here.data,
                          (nnreg_range){0, 1}, 1, outputs, &why));
  assert_true(outputs[0] == 0.5F && outputs[1] == 0.5F && outputs[2] == 0);
}

/* ------------------------------------------------------------- Evaluation -- */

static void check_evaluation(world *here, double tolerance)
{
  static const double SCALES[] = {2, 0.5, 3, 10, 1};
  uint32_t rows[600];
  double want_loss, want_metric, loss, metric, first[2];
  nnreg_message why;
  for (uint32_t k = 0; k < LENGTH(rows); k++) rows[k] = k * 11 % 700;
  if (here->network.task == NNREG_REGRESSION) here->targets.scales = SCALES;
  for (size_t part = 0; part < 3; part++) {
    here->samples.rows = part ? rows : NULL;
    here->samples.num_rows = part == 0 ? 700 : part == 1 ? 600 : 3;
    naive_cost(here, &NO_PENALTY, here->theta, here->samples.rows, here->samples.num_rows, NULL,
               &want_loss, &want_metric);
    for (size_t threads = 1; threads <= 4; threads++) {
      ASSERT_OK(
          evaluate(&here->network, here->own_theta, &here->samples, threads, &loss, &metric, &why));
      ASSERT_NEAR(loss, want_loss, tolerance * want_loss);
      ASSERT_NEAR(metric, want_metric, tolerance * want_metric);
      if (threads == 1) first[0] = loss, first[1] = metric;
      assert_true(loss == first[0] && metric == first[1]);
    }
  }
}

static void test_evaluation(void **state)
{
  (void)state;
  for_all(check_evaluation);
}

/* The loss is the mean of -log of the predicted probability of the true class. */
static void test_likelihood(void **state)
{
  (void)state;
  world here;
  world_plan plan = make_plan(NNREG_DOUBLE, NNREG_CLASSIFICATION, FULL);
  nnreg_message why;
  double loss, metric, sum = 0, hits = 0, outputs[700 * 5];
  plan.weighted = false;
  world_make(&here, &plan);
  ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here.network, here.theta}, &here.data,
                          (nnreg_range){0, 700}, 2, outputs, &why));
  ASSERT_OK(evaluate(&here.network, here.theta, &here.samples, 2, &loss, &metric, &why));
  for (size_t i = 0; i < 700; i++) {
    const double *p = outputs + 5 * i, own = p[here.targets.labels[i]];
    double total = 0, larger = 0;
    for (int k = 0; k < 5; k++) {
      total += p[k];
      larger += p[k] > own;
    }
    ASSERT_NEAR(total, 1, 1e-15);
    sum -= log(own);
    hits += larger == 0;
  }
  ASSERT_NEAR(loss, sum / 700, 1e-13);
  ASSERT_NEAR(metric, hits / 700, 1e-13);
}

/* Values that are not finite are handed on, not hidden. */
static void test_not_finite(void **state)
{
  (void)state;
  world here;
  for (int activation = NNREG_RELU; activation <= NNREG_LINEAR; activation++) {
    world_plan plan = {.activation = (nnreg_activation)activation,
                       .num_layers = 2,
                       .sizes = {4, 70, 3},
                       .num_samples = 5,
                       .type = NNREG_FLOAT};
    nnreg_message why;
    float outputs[15];
    double loss = 0;
    world_make(&here, &plan);
    ((float *)here.own_theta)[4 * 70 + 69] = NAN; /* the last hidden unit's bias */
    ((float *)here.own_theta)[5 * 70 + 3 * 69] = 1;
    ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here.network, here.own_theta}, &here.data,
                            (nnreg_range){0, 5}, 1, outputs, &why));
    for (size_t i = 0; i < LENGTH(outputs); i++) assert_true(isnan(outputs[i]));
    ASSERT_OK(
        cost_of(&here.network, &NO_PENALTY, here.own_theta, &here.samples, 1, &loss, NULL, &why));
    assert_true(isnan(loss));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_predictions),  TEST(test_views),      TEST(test_view_refusals),
      TEST(test_moved),        TEST(test_columns),    TEST(test_prediction_bits),
      TEST(test_large_logits), TEST(test_evaluation), TEST(test_likelihood),
      TEST(test_not_finite),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
