/* Tables for linear models, and their paths.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "table.h"

#include <math.h>
#include <string.h>

/* About normal. */
static double draw_normal(uint64_t *seed)
{
  double sum = 0;
  for (int i = 0; i < 12; i++) sum += draw_unit(seed);
  return sum - 6;
}

/* Columns of other means and deviations, a little like each other. */
static void fill_x(table *t, uint64_t *seed)
{
  size_t n = t->plan.samples, inputs = t->plan.inputs;
  bool sparse = t->plan.density > 0;
  for (size_t i = 0; i < n; i++) {
    double common = sparse ? 0 : draw_normal(seed) / 2;
    for (size_t j = 0; j < inputs; j++) {
      double size = 1 + (double)(j % 5), value = size * (draw_normal(seed) + common);
      bool zero = sparse && draw_unit(seed) >= t->plan.density && i != j % n;
      t->x[i + j * n] = zero ? 0 : sparse ? value : value + 3 * (double)(j % 3);
      if (!sparse && j + 1 == inputs) t->x[i + j * n] = 7;
    }
  }
}

static void make_source(table *t)
{
  size_t n = t->plan.samples, inputs = t->plan.inputs, at = 0;
  t->source =
      (nnreg_source){.num_samples = n, .num_inputs = inputs, .type = NNREG_FLOAT64, .values = t->x};
  if (t->plan.density == 0) return;
  double *values = take(n * inputs, sizeof *values);
  int64_t *starts = take(inputs + 1, sizeof *starts), *rows = take(n * inputs, sizeof *rows);
  for (size_t j = 0; j < inputs; j++) {
    for (size_t i = 0; i < n; i++) {
      if (t->x[i + j * n] == 0) continue;
      values[at] = t->x[i + j * n];
      rows[at++] = (int64_t)i;
    }
    starts[j + 1] = (int64_t)at;
  }
  t->source.values = values;
  t->source.starts = starts;
  t->source.rows = rows;
}

/* Truth from the first inputs, in other places for each output, and noise. */
static void fill_y(table *t, uint64_t *seed)
{
  size_t n = t->plan.samples, outputs = t->plan.outputs;
  bool classes = t->plan.task == NNREG_CLASSIFICATION;
  for (size_t i = 0; i < n; i++) {
    size_t best = 0;
    for (size_t k = 0; k < outputs; k++) {
      double *y = t->y + i + k * n;
      *y = 2 * draw_normal(seed) + (classes ? 0 : 20);
      for (size_t j = 0; j < 5; j++)
        *y += ((j + k) % 3 == 0 ? 1 : -0.4) * t->x[i + j * n] / (double)(1 + j);
      if (*y > t->y[i + best * n]) best = k;
    }
    t->labels[i] = (int32_t)(i < 4 * outputs ? i % outputs : best);
  }
}

/* Means, and deviations that are a little too large. */
static void set_units(const table *t, double *offset, double *unit)
{
  size_t n = t->plan.samples;
  for (size_t j = 0; j < t->plan.inputs; j++) {
    double square = 0;
    for (size_t i = 0; i < n; i++) offset[j] += t->x[i + j * n] / (double)n;
    for (size_t i = 0; i < n; i++) square += pow(t->x[i + j * n] - offset[j], 2);
    bool varies = square > 1e-20;
    unit[j] = varies ? 1.1 * sqrt(square / (double)n) : 0;
  }
}

static double *draw_weights(const table *t, uint64_t *seed, double step)
{
  double *weights = take(t->plan.samples, sizeof *weights);
  for (size_t i = 0; i < t->plan.samples; i++) weights[i] = 1 + step * (double)draw_below(seed, 4);
  return weights;
}

static void make_problem(table *t, uint64_t *seed)
{
  const table_plan *plan = &t->plan;
  size_t inputs = plan->inputs;
  bool classes = plan->task == NNREG_CLASSIFICATION;
  double *offset = take(inputs, sizeof *offset), *unit = take(inputs, sizeof *unit);
  double *scale = take(inputs, sizeof *scale), *units = take(plan->outputs, sizeof *units);
  set_units(t, offset, unit);
  for (size_t j = 0; j < inputs; j++) scale[j] = 0.5 + (double)(j % 4);
  for (size_t k = 0; k < plan->outputs; k++) units[k] = 0.5 + (double)k;
  t->weights = draw_weights(t, seed, plan->weighted ? 0.7 : 0);
  t->problem = (nnreg_linear_problem){.source = &t->source,
                                      .offset = offset,
                                      .unit = unit,
                                      .scale = plan->fixed ? scale : NULL,
                                      .task = plan->task,
                                      .num_outputs = plan->outputs,
                                      .labels = classes ? t->labels : NULL,
                                      .responses = classes ? NULL : t->y,
                                      .response_scale = plan->scaled ? units : NULL,
                                      .intercept = !plan->no_intercept,
                                      .weights = plan->weighted ? t->weights : NULL,
                                      .judges = plan->judged     ? draw_weights(t, seed, 0.3)
                                                : plan->weighted ? t->weights
                                                                 : NULL,
                                      .parts = plan->parts > 0 ? t->parts : NULL,
                                      .num_parts = plan->parts,
                                      .forward = plan->forward,
                                      .factors = plan->factors,
                                      .groups = plan->groups};
}

void table_make(table *made, const table_plan *plan)
{
  uint64_t seed = 11;
  size_t n = plan->samples;
  *made = (table){.plan = *plan,
                  .x = take(n * plan->inputs, sizeof(double)),
                  .y = take(n * plan->outputs, sizeof(double)),
                  .labels = take(n, sizeof(int32_t)),
                  .parts = take(n, sizeof(int32_t))};
  fill_x(made, &seed);
  make_source(made);
  fill_y(made, &seed);
  /* A few samples are in no part. */
  for (size_t i = 0; i < n && plan->parts > 0; i++)
    made->parts[i] =
        i % 9 >= (plan->forward ? 4 : 8) ? 0 : (int32_t)(1 + draw_below(&seed, plan->parts));
  make_problem(made, &seed);
}

nnreg_linear_path path_make(const table *here, size_t num_points, double ratio)
{
  const table_plan *plan = &here->plan;
  return (nnreg_linear_path){.l1 = plan->l1,
                             .l2 = plan->l2,
                             .group = plan->group,
                             .num_points = num_points,
                             .lambda = take(num_points, sizeof(double)),
                             .ratio = ratio,
                             .entry = plan->l1 > 0 ? plan->l1 : 0.05,
                             .tolerance = 1e-11,
                             .seconds = INFINITY,
                             .num_threads = 1};
}

/* ------------------------------------------------------------------ Trails -- */

void trail_make(trail *made, const table *here, size_t most_points)
{
  size_t outputs = here->plan.outputs, models = here->plan.parts + 1;
  size_t losses = here->plan.task == NNREG_CLASSIFICATION ? 1 : outputs;
  *made = (trail){.losses = losses,
                  .state = take((here->plan.inputs + 1) * outputs * models, sizeof(double)),
                  .weights = take(outputs * here->plan.inputs * most_points, sizeof(double)),
                  .biases = take(outputs * most_points, sizeof(double)),
                  .loss = take(losses * most_points, sizeof(double)),
                  .part_loss = take(losses * models * most_points, sizeof(double)),
                  .part_right = take(models * most_points, sizeof(double))};
}

static void keep_point(trail *all, const table *here, const nnreg_linear_path *path,
                       const nnreg_linear_result *result, size_t at)
{
  size_t outputs = here->plan.outputs, models = here->plan.parts + 1, losses = all->losses;
  size_t to = all->num_points++;
  double *weights = all->weights + to * outputs * here->plan.inputs;
  const nnreg_linear_weights *kept = &result->models[all->model];
  for (size_t e = kept->starts[at]; e < kept->starts[at + 1]; e++) {
    assert_true(kept->index[e] < outputs * here->plan.inputs);
    weights[kept->index[e]] = kept->value[e];
  }
  memcpy(all->biases + to * outputs, kept->biases + at * outputs, outputs * sizeof(double));
  memcpy(all->loss + to * losses, result->loss + at * losses, losses * sizeof(double));
  for (size_t p = 0; p < models; p++) {
    size_t from = at + p * path->num_points;
    memcpy(all->part_loss + (p + to * models) * losses, result->part_loss + from * losses,
           losses * sizeof(double));
    all->part_right[p + to * models] = result->part_right[from];
  }
  all->unfinished += result->unfinished[at];
}

void trail_go_on(trail *all, const table *here, nnreg_linear_path *path)
{
  nnreg_message why;
  nnreg_linear_result result = {.state = all->state};
  path->first = all->num_points;
  ASSERT_OK(nnreg_linear_follow(test_blas, &here->problem, path, &result, &why));
  assert_true(result.num_points <= path->num_points - path->first);
  for (size_t at = 0; at < result.num_points; at++) keep_point(all, here, path, &result, at);
  all->over = result.over;
  all->null_loss = result.null_loss;
  nnreg_linear_free(&result);
}

void trail_follow(trail *all, const table *here, nnreg_linear_path *path)
{
  trail_make(all, here, path->num_points);
  trail_go_on(all, here, path);
  assert_true(all->over);
}

void assert_same_trail(const table *here, const trail *got, const trail *want)
{
  size_t points = want->num_points, outputs = here->plan.outputs, models = here->plan.parts + 1;
  assert_int_equal(got->num_points, points);
  assert_true(got->null_loss == want->null_loss && got->unfinished == want->unfinished);
  assert_memory_equal(got->weights, want->weights,
                      points * outputs * here->plan.inputs * sizeof(double));
  assert_memory_equal(got->biases, want->biases, points * outputs * sizeof(double));
  assert_memory_equal(got->loss, want->loss, points * want->losses * sizeof(double));
  assert_memory_equal(got->part_loss, want->part_loss,
                      points * want->losses * models * sizeof(double));
  assert_memory_equal(got->part_right, want->part_right, points * models * sizeof(double));
}
