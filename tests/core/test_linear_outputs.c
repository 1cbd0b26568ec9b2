/* What the models of parts give for their parts, against the losses that the path says.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define NNREG_REAL_DOUBLE
#include <math.h>

#include "table.h"

enum { POINTS = 6 };

typedef struct {
  table here;
  nnreg_linear_path path;
  nnreg_linear_result result;
  nnreg_linear_weights *models; /* (P) with one point */
  double *out;                  /* (N x K) */
} outputs_call;

static void make_outputs(outputs_call *own, const table_plan *plan)
{
  nnreg_message why;
  trail room;
  *own = (outputs_call){.models = take(plan->parts, sizeof *own->models),
                        .out = take(plan->samples * plan->outputs, sizeof *own->out)};
  table_make(&own->here, plan);
  own->path = path_make(&own->here, POINTS, 0.01);
  own->path.keep_parts = true;
  trail_make(&room, &own->here, POINTS);
  own->result.state = room.state;
  ASSERT_OK(nnreg_linear_follow(test_blas, &own->here.problem, &own->path, &own->result, &why));
  assert_int_equal(own->result.num_points, POINTS);
}

static void pick_point(outputs_call *own, size_t point)
{
  for (size_t p = 0; p < own->here.plan.parts; p++) {
    nnreg_linear_weights *all = &own->result.models[p + 1];
    own->models[p] = *all;
    own->models[p].biases += point * own->here.plan.outputs;
    own->models[p].starts += point;
  }
}

/* The squared error of output k for sample i, or for classes the cross-entropy. */
static double loss_of(const outputs_call *own, size_t i, size_t k)
{
  const table *here = &own->here;
  size_t n = here->plan.samples;
  if (here->plan.task == NNREG_REGRESSION) return pow(own->out[i + k * n] - here->y[i + k * n], 2);
  double largest = -INFINITY, sum = 0;
  for (size_t c = 0; c < here->plan.outputs; c++) largest = fmax(largest, own->out[i + c * n]);
  for (size_t c = 0; c < here->plan.outputs; c++) sum += exp(own->out[i + c * n] - largest);
  return largest + log(sum) - own->out[i + (size_t)here->labels[i] * n];
}

static void check_point(outputs_call *own, size_t point)
{
  const table_plan *plan = &own->here.plan;
  size_t losses = plan->task == NNREG_REGRESSION ? plan->outputs : 1;
  nnreg_message why;
  pick_point(own, point);
  ASSERT_OK(nnreg_linear_part_outputs(&own->here.problem, own->models, own->out, &why));
  for (size_t p = 1; p <= plan->parts; p++)
    for (size_t k = 0; k < losses; k++) {
      double sum = 0, count = 0;
      for (size_t i = 0; i < plan->samples; i++) {
        if (own->here.parts[i] != (int32_t)p) continue;
        sum += loss_of(own, i, k);
        count++;
      }
      double want = own->result.part_loss[(p * POINTS + point) * losses + k];
      assert_true(count > 0 && fabs(sum / count - want) <= 1e-10 * want);
    }
  for (size_t i = 0; i < plan->samples; i++)
    for (size_t k = 0; k < plan->outputs; k++)
      assert_true(isnan(own->out[i + k * plan->samples]) == (own->here.parts[i] == 0));
}

static void check_outputs(const table_plan *plan)
{
  outputs_call own;
  make_outputs(&own, plan);
  for (size_t point = 0; point < POINTS; point++) check_point(&own, point);
  nnreg_linear_free(&own.result);
  give_back(NULL);
}

static const table_plan PLAN = {
    .task = NNREG_REGRESSION, .samples = 90, .inputs = 12, .outputs = 2, .parts = 3, .l1 = 1};

/* Full and sparse; the last input of the full X is constant. */
static void test_outputs(void **state)
{
  (void)state;
  for (int sparse = 0; sparse < 2; sparse++)
    for (size_t outputs = 1; outputs <= 3; outputs++) {
      table_plan plan = PLAN;
      plan.density = 0.4 * sparse;
      plan.outputs = outputs;
      check_outputs(&plan);
      if (outputs == 1) continue;
      plan.task = NNREG_CLASSIFICATION;
      check_outputs(&plan);
    }
}

static void assert_refused(outputs_call *own, const char *words)
{
  nnreg_message why = {""};
  nnreg_status status = nnreg_linear_part_outputs(&own->here.problem, own->models, own->out, &why);
  assert_int_equal(status, NNREG_BAD_ARGUMENT);
  assert_says(&why, words);
}

static void test_bad_outputs(void **state)
{
  (void)state;
  outputs_call own;
  make_outputs(&own, &PLAN);
  pick_point(&own, POINTS - 1);
  nnreg_linear_problem good = own.here.problem;
  uint64_t *last = &own.models[1].index[own.models[1].starts[1] - 1], kept = *last;
  *last = PLAN.inputs * PLAN.outputs;
  assert_refused(&own, "the indices of weights must ascend and exist");
  *last = 0;
  assert_refused(&own, "the indices of weights must ascend and exist");
  *last = kept;
  own.here.parts[7] = 4;
  assert_refused(&own, "parts must be from 0 to 3");
  own.here.parts[7] = -1;
  assert_refused(&own, "parts must be from 0 to 3");
  own.here.problem.parts = NULL;
  assert_refused(&own, "there are no parts");
  own.here.problem = good;
  own.here.problem.num_parts = 0;
  assert_refused(&own, "there are no parts");
  own.here.problem.num_outputs = 0;
  assert_refused(&own, "the number of outputs is out of range");
  own.here.source.num_samples = 0;
  assert_refused(&own, "X is empty");
  nnreg_linear_free(&own.result);
}

int main(void)
{
  const struct CMUnitTest tests[] = {TEST(test_outputs), TEST(test_bad_outputs)};
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
