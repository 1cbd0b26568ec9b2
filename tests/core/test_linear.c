/* Paths of linear models against the conditions of optimality and against trainings without a
 * part; threads, calls, ends of a path; arguments that are refused.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is compared is computed here anew, by plain loops over the full X.
 */
#define NNREG_REAL_DOUBLE
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linear/linear.h"
#include "naive_linear.h"

enum { POINTS = 19, TALL_INPUTS = 20, WIDE_INPUTS = 400 };

/* ------------------------------------------------------------------- Plans -- */

/* As many as the widest table has; group numbers need not be in order, and some have no input. */
static double factors[WIDE_INPUTS];
static int32_t groups[WIDE_INPUTS];
static double group_factors[WIDE_INPUTS]; /* the same for all inputs of a group, or Inf */

static int set_up(void **state)
{
  static const double FACTORS[] = {1, 0, 2, INFINITY, 0.5, 1, 3, 1};
  for (size_t j = 0; j < WIDE_INPUTS; j++) {
    factors[j] = FACTORS[j % LENGTH(FACTORS)];
    if (j > 8 && factors[j] == 0) factors[j] = 1.5; /* few inputs are free */
    groups[j] = (int32_t)(j < 9 ? 2 * (j % 3) : j - j % 2);
    group_factors[j] = groups[j] == 4 ? 0 : groups[j] == 2 ? 2 : 1;
  }
  group_factors[3] = INFINITY;
  return open_blas(state);
}

static const table_plan TALL = {.samples = 120, .inputs = TALL_INPUTS, .outputs = 1, .l1 = 1};
static const table_plan WIDE = {.samples = 60, .inputs = WIDE_INPUTS, .outputs = 1, .l1 = 1};

typedef enum { PAIR = 2, MORE = 4 } num_classes;

/* Forms of the data: regression with samples or inputs in the majority, and classes. */
enum { FORMS = 8 };

static table_plan plan_of(size_t form)
{
  table_plan plan = form % 2 == 0 ? TALL : WIDE;
  plan.task = form < 4 ? NNREG_REGRESSION : NNREG_CLASSIFICATION;
  if (form >= 4) plan.outputs = form < 6 ? PAIR : MORE;
  if (form >= 4) plan.samples = 100; /* so that no free input separates the classes */
  if (form >= 4 && plan.inputs == WIDE_INPUTS) plan.inputs = 120;
  if (form == 2 || form == 7) plan.density = 0.3;
  if (form == 3) plan.density = 0.03;
  return plan;
}

/* ----------------------------------------------------------------- Models -- */

static double soft(double z, double t) { return z > t ? z - t : z < -t ? z + t : 0; }

/* The probability of each class for a sample. */
static void probabilities(const table *here, const double *out, size_t i, double *p)
{
  size_t n = here->plan.samples, K = here->plan.outputs;
  double most = -INFINITY, sum = 0;
  for (size_t k = 0; k < K; k++) most = fmax(most, out[i + k * n]);
  for (size_t k = 0; k < K; k++) sum += p[k] = exp(out[i + k * n] - most);
  for (size_t k = 0; k < K; k++) p[k] /= sum;
}

/* The loss's derivatives (N x K) by outputs in their units. */
static double *slopes_at(const table *here, const double *out)
{
  size_t n = here->plan.samples, K = here->plan.outputs;
  double *slopes = take(n * K, sizeof *slopes), total = 0, p[MORE];
  for (size_t i = 0; i < n; i++) total += here->weights[i];
  for (size_t i = 0; i < n; i++) {
    if (here->problem.labels) probabilities(here, out, i, p);
    for (size_t k = 0; k < K; k++) {
      double slope = here->problem.labels
                         ? p[k] - (here->labels[i] == (int32_t)k)
                         : 2 * (out[i + k * n] - here->y[i + k * n]) / unit_of(here, k) / (double)K;
      slopes[i + k * n] = slope * here->weights[i] / total;
    }
  }
  return slopes;
}

/* -------------------------------------------------------------- Optimality -- */

static double factor_of(const table *here, size_t j)
{
  return here->problem.factors ? here->problem.factors[j] : 1;
}

/* An input that may enter; a constant one counts in its group's size. */
static bool is_member(const table *here, size_t j, size_t group)
{
  size_t own = here->problem.groups ? (size_t)here->problem.groups[j] : j;
  return own == group && !isinf(factor_of(here, j));
}

/* How far the weights of a group are from optimal. */
static double violation(const table *here, const in_units *at, size_t group, double lambda)
{
  size_t K = here->plan.outputs, inputs = here->plan.inputs;
  double square = 0, rest = 0, size = 0, pull = 0;
  for (size_t j = 0; j < inputs; j++) {
    if (!is_member(here, j, group)) continue;
    size += 1;
    pull = lambda * here->plan.group * factor_of(here, j);
    for (size_t k = 0; k < K; k++) square += pow(at->w[k + K * j], 2);
  }
  pull *= sqrt(size);
  for (size_t j = 0; j < inputs; j++) {
    if (!is_member(here, j, group)) continue;
    double l1 = lambda * here->plan.l1 * factor_of(here, j);
    double l2 = lambda * here->plan.l2 * factor_of(here, j);
    for (size_t k = 0; k < K; k++) {
      double w = at->w[k + K * j], gone = at->g[k + K * j] + 2 * l2 * w;
      if (square > 0) gone += pull * w / sqrt(square);
      gone = w == 0 ? soft(gone, l1) : gone + copysign(l1, w);
      rest += gone * gone;
    }
  }
  return square > 0 ? sqrt(rest) : fmax(0, sqrt(rest) - pull);
}

/* With an intercept the slopes of each output add up to 0; without, the output at x = 0 is 0, or
 * that of all classes is the same. */
static void check_biases(const table *here, const trail *t, size_t at, const double *slopes)
{
  size_t n = here->plan.samples, K = here->plan.outputs, inputs = here->plan.inputs;
  double first = 0;
  for (size_t k = 0; k < K; k++) {
    double sum = 0, bias = t->biases[k + at * K];
    for (size_t i = 0; i < n; i++) sum += slopes[i + k * n];
    for (size_t j = 0; j < inputs; j++)
      if (here->problem.unit[j] > 0)
        bias -=
            t->weights[k + K * (j + at * inputs)] * here->problem.offset[j] / here->problem.unit[j];
    if (k == 0 && here->problem.labels) first = bias;
    ASSERT_NEAR(here->problem.intercept ? sum : bias - first, 0, 1e-6);
  }
}

static void check_optimal(const table *here, const nnreg_linear_path *path, const trail *t)
{
  size_t K = here->plan.outputs, used = 0, zeros = 0;
  for (size_t at = 0; at < t->num_points; at += 3) {
    const double *slopes = slopes_at(here, outputs_at(here, t, at));
    in_units scaled = scale_point(here, t, at, slopes);
    check_biases(here, t, at, slopes);
    for (size_t j = 0; j < here->plan.inputs; j++) {
      ASSERT_NEAR(violation(here, &scaled, j, path->lambda[at]), 0, 1e-5);
      bool never = isinf(factor_of(here, j)) || here->problem.unit[j] == 0;
      for (size_t k = 0; k < K; k++) {
        bool zero = scaled.w[k + K * j] == 0;
        assert_true(zero || !never);
        zeros += zero;
        used += !zero;
      }
    }
  }
  assert_true(used > 0 && (zeros > 0 || path->l1 + path->group == 0));
}

static void check_path(const table_plan *plan, double ratio)
{
  table here;
  trail all;
  table_make(&here, plan);
  nnreg_linear_path path = path_make(&here, POINTS, ratio);
  trail_follow(&all, &here, &path);
  assert_int_equal(all.num_points, POINTS);
  ASSERT_NEAR(all.unfinished, 0, 0);
  check_optimal(&here, &path, &all);
  give_back(NULL);
}

/* ThreadSanitizer sees some forms in each test, beginning with another one each time: most tests
 * have one thread. */
static size_t form_step(void) { return thread_sanitized_step(6); }
static size_t first_form(void)
{
  static size_t calls = 0;
  return calls++ % form_step();
}

/* For all forms of data, after a change of the plan. */
static void check_forms(void change(table_plan *plan), double ratio)
{
  for (size_t form = first_form(); form < FORMS; form += form_step()) {
    table_plan plan = plan_of(form);
    change(&plan);
    check_path(&plan, ratio);
  }
}

static void as_it_is(table_plan *plan) { (void)plan; }

static void with_weights(table_plan *plan)
{
  plan->weighted = true;
  /* Class weights make the weights of the moments other ones. */
  plan->judged = plan->task == NNREG_CLASSIFICATION;
}

static void with_factors(table_plan *plan) { plan->factors = factors; }

static void with_two_penalties(table_plan *plan)
{
  plan->l1 = 0.5;
  plan->l2 = 0.25;
  plan->factors = factors;
}

static void with_ridge(table_plan *plan)
{
  plan->l1 = 0;
  plan->l2 = 1;
}

static void with_own_groups(table_plan *plan)
{
  plan->l1 = 0;
  plan->group = 1;
}

static void with_groups(table_plan *plan)
{
  plan->l1 = 0.3;
  plan->group = 0.7;
  plan->groups = groups;
  plan->factors = group_factors;
  plan->weighted = true;
}

static void with_responses(table_plan *plan)
{
  if (plan->task == NNREG_REGRESSION) plan->outputs = 3;
  plan->scaled = plan->task == NNREG_REGRESSION;
}

static void with_responses_in_groups(table_plan *plan)
{
  with_responses(plan);
  with_groups(plan);
}

static void without_intercept(table_plan *plan)
{
  plan->no_intercept = true;
  plan->weighted = true;
  plan->scaled = plan->task == NNREG_REGRESSION;
}

static void with_scales(table_plan *plan)
{
  plan->fixed = true;
  plan->weighted = true;
}

#define OPTIMAL(name, change, ratio)    \
  static void test_##name(void **state) \
  {                                     \
    (void)state;                        \
    check_forms(change, ratio);         \
  }

OPTIMAL(lasso, as_it_is, 1e-2)
OPTIMAL(weights, with_weights, 1e-2)
OPTIMAL(factors, with_factors, 0.05)
OPTIMAL(elastic_net, with_two_penalties, 0.05)
OPTIMAL(ridge, with_ridge, 1e-3)
OPTIMAL(own_groups, with_own_groups, 0.05)
OPTIMAL(groups, with_groups, 0.05)
OPTIMAL(responses, with_responses, 0.1)
OPTIMAL(responses_in_groups, with_responses_in_groups, 0.1)
OPTIMAL(no_intercept, without_intercept, 0.05)
OPTIMAL(scales, with_scales, 0.05)

/* A refit has the zeros of the model with the penalty, and the gradient 0 at all other weights. */
static void check_relaxed(const table_plan *plan)
{
  table here;
  trail plain, all;
  table_make(&here, plan);
  nnreg_linear_path path = path_make(&here, 7, plan->task == NNREG_REGRESSION ? 0.2 : 0.5);
  trail_follow(&plain, &here, &path);
  path.relax = true;
  trail_follow(&all, &here, &path);
  assert_int_equal(all.num_points, plain.num_points);
  ASSERT_NEAR(all.unfinished, 0, 0);
  size_t used = 0, count = plan->outputs * plan->inputs;
  for (size_t at = 0; at < all.num_points; at++) {
    const double *slopes = slopes_at(&here, outputs_at(&here, &all, at));
    in_units scaled = scale_point(&here, &all, at, slopes);
    check_biases(&here, &all, at, slopes);
    for (size_t i = 0; i < count; i++) {
      assert_int_equal(scaled.w[i] != 0, plain.weights[i + at * count] != 0);
      if (scaled.w[i] != 0) ASSERT_NEAR(scaled.g[i], 0, 1e-6);
      used += scaled.w[i] != 0;
    }
    for (size_t r = 0; r < all.losses; r++)
      assert_true(all.loss[r + at * all.losses] <= plain.loss[r + at * all.losses] * (1 + 1e-9));
  }
  assert_true(used > 0 && used < count * all.num_points);
  give_back(NULL);
}

static void test_relaxed(void **state)
{
  (void)state;
  void (*const changes[])(table_plan *) = {as_it_is, with_weights, with_responses, with_own_groups,
                                           without_intercept};
  for (size_t form = first_form(); form < FORMS; form += form_step())
    for (size_t c = 0; c < LENGTH(changes); c++) {
      table_plan plan = plan_of(form);
      changes[c](&plan);
      check_relaxed(&plan);
    }
}

/* ------------------------------------------------------------- Same answers -- */

static int compare(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* By how much the weights of an input in all classes could still move together to a lesser norm
 * without a higher penalty: to the number between the two middle ones that is closest to their
 * mean. */
static double common_part(const double *w)
{
  double sorted[MORE], mean = 0;
  memcpy(sorted, w, sizeof sorted);
  qsort(sorted, MORE, sizeof *sorted, compare);
  for (size_t k = 0; k < MORE; k++) mean += w[k] / MORE;
  return fmin(fmax(mean, sorted[MORE / 2 - 1]), sorted[MORE / 2]);
}

/* With four classes, two of them above the others, the penalty leaves open where 0 lies between
 * them. The answer is the one of least norm, wherever the path came from. */
static void test_one_answer(void **state)
{
  (void)state;
  size_t undecided = 0;
  for (size_t form = 6; form < FORMS; form++) {
    table here;
    trail all, last;
    table_plan plan = plan_of(form);
    table_make(&here, &plan);
    nnreg_linear_path path = path_make(&here, POINTS, 0.05);
    trail_follow(&all, &here, &path);
    path.lambda[1] = path.lambda[POINTS - 1];
    path.num_points = 2;
    path.ratio = 0;
    trail_follow(&last, &here, &path);
    size_t count = plan.outputs * plan.inputs, from = (POINTS - 1) * count;
    for (size_t i = 0; i < count; i++)
      ASSERT_NEAR(all.weights[from + i], last.weights[count + i], 1e-4);
    for (size_t i = 0; i < count * POINTS; i += MORE) {
      const double *w = all.weights + i;
      ASSERT_NEAR(common_part(w), 0, 1e-12);
      undecided += w[0] != 0 && w[1] != 0 && w[2] != 0 && w[3] != 0;
    }
    give_back(NULL);
  }
  assert_true(undecided > 0);
}

/* The plans go where they are meant to. */
static void test_forms(void **state)
{
  (void)state;
  for (size_t form = 0; form < FORMS; form++) {
    table here;
    table_plan plan = plan_of(form);
    plan.parts = form == 3 ? 1 : 3;
    table_make(&here, &plan);
    assert_int_equal(linear_is_tall(&here.problem), form == 0 || form == 2);
    give_back(NULL);
  }
}

/* ------------------------------------------------------------------ Lambdas -- */

/* The largest lambda is the least one at which all weights with a price are 0. */
static void check_largest(void change(table_plan *plan), size_t form)
{
  const double ratio = 0.1;
  table here;
  trail all;
  table_plan plan = plan_of(form);
  change(&plan);
  table_make(&here, &plan);
  nnreg_linear_path path = path_make(&here, POINTS, ratio);
  trail_follow(&all, &here, &path);
  in_units scaled = scale_point(&here, &all, 0, slopes_at(&here, outputs_at(&here, &all, 0)));
  double below = 0;
  for (size_t j = 0; j < plan.inputs; j++) {
    if (isinf(factor_of(&here, j)) || factor_of(&here, j) == 0) continue;
    /* Where the free weights are as exact as the tolerance asks. */
    for (size_t k = 0; k < plan.outputs; k++)
      ASSERT_NEAR(scaled.w[k + plan.outputs * j], 0, plan.factors ? 1e-5 : 0);
    if (plan.groups && groups[j] != (int32_t)j) continue;
    ASSERT_NEAR(violation(&here, &scaled, j, path.lambda[0]), 0, 2e-6);
    below = fmax(below, violation(&here, &scaled, j, path.lambda[0] * (1 - 1e-3)));
  }
  assert_true(below > 1e-5);
  for (size_t i = 0; i < POINTS; i++)
    ASSERT_NEAR(path.lambda[i], path.lambda[0] * pow(ratio, (double)i / (POINTS - 1)),
                1e-14 * path.lambda[0]);
  give_back(NULL);
}

static void test_largest(void **state)
{
  (void)state;
  for (size_t form = first_form(); form < FORMS; form += form_step()) {
    check_largest(as_it_is, form);
    check_largest(with_factors, form);
    check_largest(with_two_penalties, form);
    check_largest(with_groups, form);
  }
}

/* Without an l1 term the caller says what is large. */
static void test_entry(void **state)
{
  (void)state;
  table here;
  trail all;
  table_plan plan = TALL;
  double most = 0;
  plan.task = NNREG_REGRESSION;
  with_ridge(&plan);
  table_make(&here, &plan);
  nnreg_linear_path path = path_make(&here, 1, 1);
  trail_follow(&all, &here, &path);
  /* The null model: the mean is all it has. */
  memset(all.weights, 0, plan.inputs * sizeof *all.weights);
  all.biases[0] = 0;
  for (size_t i = 0; i < plan.samples; i++) all.biases[0] += here.y[i] / (double)plan.samples;
  in_units scaled = scale_point(&here, &all, 0, slopes_at(&here, outputs_at(&here, &all, 0)));
  for (size_t j = 0; j < plan.inputs; j++) most = fmax(most, fabs(scaled.g[j]));
  ASSERT_NEAR(path.lambda[0], most / path.entry, 1e-9 * path.lambda[0]);
}

/* ------------------------------------------------------------------- Losses -- */

/* The losses of some samples at a point, and the share of right labels. */
static double losses_at(const table *here, const double *out, const double *judges, double *loss)
{
  size_t n = here->plan.samples, K = here->plan.outputs;
  double total = 0, right = 0, p[MORE];
  for (size_t i = 0; i < n; i++) total += judges[i];
  for (size_t k = 0; k < (here->problem.labels ? 1 : K); k++) loss[k] = 0;
  for (size_t i = 0; i < n; i++) {
    double share = judges[i] / total;
    for (size_t k = 0; k < K && !here->problem.labels; k++)
      loss[k] += share * pow(out[i + k * n] - here->y[i + k * n], 2);
    if (!here->problem.labels) continue;
    size_t label = (size_t)here->labels[i];
    bool best = true;
    probabilities(here, out, i, p);
    for (size_t k = 0; k < K; k++) best = best && p[label] >= p[k];
    loss[0] -= share * log(p[label]);
    right += share * best;
  }
  return right;
}

static void check_losses(const table *here, const trail *models, const trail *all, size_t part)
{
  size_t n = here->plan.samples, count = all->losses, num_models = here->plan.parts + 1;
  double *judges = take(n, sizeof *judges), loss[MORE];
  for (size_t i = 0; i < n; i++) {
    double judge = here->problem.judges ? here->problem.judges[i] : 1;
    judges[i] = part == 0 || here->parts[i] == (int32_t)part ? judge : 0;
  }
  for (size_t at = 0; at < all->num_points; at++) {
    double right = losses_at(here, outputs_at(here, models, at), judges, loss);
    for (size_t k = 0; k < count; k++) {
      double got = all->part_loss[k + count * (part + at * num_models)];
      ASSERT_NEAR(got, loss[k], 1e-6 * (1 + loss[k]));
    }
    if (here->problem.labels) ASSERT_NEAR(all->part_right[part + at * num_models], right, 1e-9);
  }
}

/* Model p is the model 0 of a call in which the part weighs nothing. */
static void check_parts(const table *here, const nnreg_linear_path *path, const trail *all)
{
  size_t n = here->plan.samples;
  for (size_t part = 1; part <= here->plan.parts; part++) {
    table rest = *here;
    trail models;
    nnreg_linear_path again = *path;
    rest.weights = take_copy(here->weights, n, sizeof *rest.weights);
    for (size_t i = 0; i < n; i++)
      if (here->parts[i] == (int32_t)part ||
          (here->problem.forward && here->parts[i] > (int32_t)part))
        rest.weights[i] = 0;
    rest.problem.weights = rest.weights;
    rest.problem.parts = NULL;
    rest.plan.parts = rest.problem.num_parts = 0;
    again.ratio = again.explained = 0;
    trail_follow(&models, &rest, &again);
    check_losses(here, &models, all, part);
  }
}

/* The weights that are kept of a part's model give the losses in the part. */
static void check_part_weights(const table *here, const nnreg_linear_path *path, const trail *all)
{
  for (size_t part = 1; part <= here->plan.parts; part++) {
    trail own;
    nnreg_linear_path again = *path;
    again.ratio = again.explained = 0;
    again.keep_parts = true;
    trail_make(&own, here, path->num_points);
    own.model = part;
    trail_go_on(&own, here, &again);
    check_losses(here, &own, all, part);
    own.model = 0;
    assert_memory_equal(own.part_loss, all->part_loss,
                        own.num_points * own.losses * (here->plan.parts + 1) * sizeof(double));
  }
}

/* The loss of the weights that are 0, by the weights that the models learn with. */
static double null_loss_of(const table *here)
{
  size_t n = here->plan.samples, K = here->plan.outputs;
  double total = 0, loss = 0;
  for (size_t i = 0; i < n; i++) total += here->weights[i];
  for (size_t k = 0; k < K; k++) {
    double sum = 0, square = 0;
    for (size_t i = 0; i < n; i++) {
      double y = here->problem.labels ? here->labels[i] == (int32_t)k : here->y[i + k * n];
      sum += here->weights[i] / total * y;
    }
    for (size_t i = 0; i < n && !here->problem.labels; i++)
      square += here->weights[i] / total * pow(here->y[i + k * n] - sum, 2);
    loss += here->problem.labels ? -sum * log(sum) : square / pow(unit_of(here, k), 2) / (double)K;
  }
  return loss;
}

static void going_forward(table_plan *plan) { plan->forward = true; }

static void check_folds(void change(table_plan *plan), size_t form)
{
  table here;
  trail all;
  table_plan plan = plan_of(form);
  double loss[MORE];
  change(&plan);
  plan.parts = form == 3 ? 1 : 3;
  table_make(&here, &plan);
  nnreg_linear_path path = path_make(&here, 6, 0.2);
  trail_follow(&all, &here, &path);
  ASSERT_NEAR(all.null_loss, null_loss_of(&here), 1e-12 * all.null_loss);
  check_losses(&here, &all, &all, 0);
  check_parts(&here, &path, &all);
  check_part_weights(&here, &path, &all);
  for (size_t at = 0; at < all.num_points; at++) {
    losses_at(&here, outputs_at(&here, &all, at), here.weights, loss);
    ASSERT_VECTOR_NEAR(all.loss + at * all.losses, loss, all.losses, 1e-9);
  }
  give_back(NULL);
}

static void test_folds(void **state)
{
  (void)state;
  static void (*const change[])(table_plan *) = {as_it_is, going_forward, with_weights,
                                                 with_factors, with_responses_in_groups};
  for (size_t form = 0; form < FORMS; form += form_step())
    for (size_t k = 0; k < LENGTH(change); k += thread_sanitized_step(4))
      check_folds(change[k], form);
}

/* ---------------------------------------------------------------- Same bits -- */

enum { LONG = 53 };

static void follow_with(const table *here, const nnreg_linear_path *path, size_t num_threads,
                        const trail *want)
{
  trail got;
  nnreg_linear_path again = *path;
  again.num_threads = num_threads;
  trail_follow(&got, here, &again);
  assert_same_trail(here, &got, want);
}

/* Calls as short as they may be: each does a block or some. */
static void follow_in_calls(const table *here, const nnreg_linear_path *path, const trail *want)
{
  trail got;
  nnreg_linear_path again = *path;
  again.seconds = again.explained = 0;
  again.num_threads = 2;
  trail_make(&got, here, LONG);
  while (!got.over) {
    size_t before = got.num_points;
    trail_go_on(&got, here, &again);
    assert_true(got.over || got.num_points % path->block == 0);
    assert_true(got.num_points > before);
  }
  assert_same_trail(here, &got, want);
}

/* A call for each block, whatever the machine's speed. */
static void follow_in_blocks(const table *here, const nnreg_linear_path *path, const trail *want)
{
  trail got;
  nnreg_linear_path again = *path;
  again.ratio = again.explained = 0;
  trail_make(&got, here, LONG);
  for (size_t end = path->block; got.num_points < LONG; end += path->block) {
    again.num_points = end < LONG ? end : LONG;
    trail_go_on(&got, here, &again);
    assert_true(got.over && got.num_points == again.num_points);
  }
  assert_same_trail(here, &got, want);
}

static void test_same_bits(void **state)
{
  (void)state;
  for (size_t form = 0; form < FORMS; form += thread_sanitized_step(3)) {
    table here;
    trail want;
    table_plan plan = plan_of(form);
    plan.parts = form == 3 ? 1 : 3;
    table_make(&here, &plan);
    nnreg_linear_path path = path_make(&here, LONG, 0.1);
    path.tolerance = 1e-6;
    path.block = form == 1 ? 0 : form % 2 ? 16 : 7;
    path.relax = form == 2 || form == 5;
    trail_follow(&want, &here, &path);
    if (form == 1) assert_int_equal(path.block, NNREG_LINEAR_BLOCK);
    path.explained = 0;
    follow_with(&here, &path, 2, &want);
    follow_with(&here, &path, 3, &want);
    follow_in_calls(&here, &path, &want);
    follow_in_blocks(&here, &path, &want);
    give_back(NULL);
  }
}

/* --------------------------------------------------------------------- Ends -- */

/* The share of the null model's loss that a point explains. */
static double explained_at(const table *here, const trail *all, size_t at)
{
  double loss = 0;
  for (size_t k = 0; k < all->losses; k++)
    loss += all->loss[k + at * all->losses] / pow(unit_of(here, k), 2) / (double)all->losses;
  return 1 - loss / all->null_loss;
}

/* glmnet's two rules, after five points at least. */
static void check_may_end(size_t form, double noise, double ratio)
{
  enum { MOST = 100 };
  table here;
  trail all;
  table_plan plan = plan_of(form);
  with_responses(&plan);
  table_make(&here, &plan);
  for (size_t i = 0; i < plan.samples * plan.outputs && noise == 0; i++)
    here.y[i] = here.x[i % plan.samples] + here.x[i % plan.samples + plan.samples];
  nnreg_linear_path path = path_make(&here, MOST, ratio);
  path.may_end = true;
  path.tolerance = 1e-7;
  trail_follow(&all, &here, &path);
  assert_true(all.num_points >= 5 && all.num_points < MOST);
  for (size_t at = 4; at < all.num_points; at++) {
    double before = explained_at(&here, &all, at - 1), now = explained_at(&here, &all, at);
    bool end = now > 0.999 || now - before < 1e-5 * (here.problem.labels ? 1 : now);
    assert_int_equal(end, at + 1 == all.num_points);
  }
  ASSERT_NEAR(path.explained, explained_at(&here, &all, all.num_points - 1), 1e-12);
  give_back(NULL);
}

static void test_may_end(void **state)
{
  (void)state;
  for (size_t form = first_form(); form < FORMS; form += form_step()) check_may_end(form, 1, 1e-6);
  for (size_t form = 0; form < 4; form += form_step()) check_may_end(form, 0, 1e-4);
}

static size_t inputs_used(const table *here, const trail *all, size_t at)
{
  size_t K = here->plan.outputs, used = 0;
  for (size_t j = 0; j < here->plan.inputs; j++) {
    bool uses = false;
    for (size_t k = 0; k < K; k++)
      uses = uses || all->weights[k + K * (j + at * here->plan.inputs)] != 0;
    used += uses;
  }
  return used;
}

/* Most inputs: the points before the first that has more. Many times, with threads that may be
 * late to see the end. */
static void test_most_inputs(void **state)
{
  (void)state;
  const size_t times = 20 / sanitized_step(4);
  for (size_t form = thread_sanitized_step(3) / 2; form < FORMS; form += thread_sanitized_step(3)) {
    table here;
    trail all, some;
    table_plan plan = plan_of(form);
    size_t end = 0, most = 4;
    plan.parts = 2;
    table_make(&here, &plan);
    nnreg_linear_path path = path_make(&here, LONG, 0.1);
    path.tolerance = 1e-6;
    trail_follow(&all, &here, &path);
    while (inputs_used(&here, &all, end) <= most) end++;
    path.most_inputs = most;
    path.num_threads = 3;
    for (size_t i = 0; i < times; i++) {
      trail_follow(&some, &here, &path);
      all.num_points = end;
      all.unfinished = some.unfinished;
      assert_same_trail(&here, &some, &all);
    }
    give_back(NULL);
  }
}

/* ------------------------------------------------------------ Bad arguments -- */

typedef struct {
  table here;
  nnreg_linear_problem problem;
  nnreg_linear_path path;
  nnreg_linear_result result;
  double *numbers; /* (N) 1, of the test's own */
  int32_t *whole;  /* (N) 0 */
} one_call;

static void make_call(one_call *own, nnreg_task task)
{
  table_plan plan = TALL;
  plan.task = task;
  plan.outputs = task == NNREG_CLASSIFICATION ? MORE : 2;
  plan.parts = 3;
  table_make(&own->here, &plan);
  own->problem = own->here.problem;
  own->path = path_make(&own->here, 20, 0);
  for (size_t i = 0; i < 20; i++) own->path.lambda[i] = pow(0.9, (double)i);
  own->numbers = take(plan.samples, sizeof *own->numbers);
  for (size_t i = 0; i < plan.samples; i++) own->numbers[i] = 1;
  own->whole = take(plan.samples, sizeof *own->whole);
  trail room;
  trail_make(&room, &own->here, 1);
  own->result = (nnreg_linear_result){.state = room.state};
}

static void assert_refused(one_call *own, nnreg_status want, const char *words)
{
  nnreg_message why = {""};
  nnreg_status status =
      nnreg_linear_follow(test_blas, &own->problem, &own->path, &own->result, &why);
  assert_int_equal(status, want);
  assert_says(&why, words);
  nnreg_linear_free(&own->result);
  give_back(NULL);
}

/* The call goes well without the change. */
#define REFUSED(task, change, status, words) \
  do {                                       \
    one_call own;                            \
    nnreg_linear_problem *problem;           \
    nnreg_linear_path *path;                 \
    make_call(&own, task);                   \
    problem = &own.problem;                  \
    path = &own.path;                        \
    (void)problem;                           \
    (void)path;                              \
    change;                                  \
    assert_refused(&own, status, words);     \
  } while (0)
#define ARGUMENT(change, words) REFUSED(NNREG_REGRESSION, change, NNREG_BAD_ARGUMENT, words)
#define CLASSES(change, words) REFUSED(NNREG_CLASSIFICATION, change, NNREG_BAD_ARGUMENT, words)
#define DATA(change, words) REFUSED(NNREG_REGRESSION, change, NNREG_BAD_DATA, words)

/* Each of the calls below goes well before its change. */
static void test_good_call(void **state)
{
  (void)state;
  for (int task = NNREG_CLASSIFICATION; task <= NNREG_REGRESSION; task++) {
    one_call own;
    nnreg_message why;
    make_call(&own, (nnreg_task)task);
    ASSERT_OK(nnreg_linear_follow(test_blas, &own.problem, &own.path, &own.result, &why));
    nnreg_linear_free(&own.result);
  }
}

static void test_bad_targets(void **state)
{
  (void)state;
  CLASSES(own.here.labels[3] = MORE, "labels must be from 0 to 3");
  CLASSES(own.here.labels[3] = -1, "labels must be from 0 to 3");
  CLASSES(problem->labels = NULL, "there are no targets");
  CLASSES(problem->num_outputs = 1, "the number of outputs is out of range");
  ARGUMENT(problem->responses = NULL, "there are no targets");
  ARGUMENT(problem->num_outputs = 0, "the number of outputs is out of range");
  DATA(own.here.y[7] = NAN, "a response is not finite");
  DATA(own.here.y[7] = INFINITY, "a response is not finite");
  ARGUMENT((own.numbers[1] = 0, problem->response_scale = own.numbers),
           "the scale of a response must be above 0");
}

static void test_bad_inputs(void **state)
{
  (void)state;
  ARGUMENT(own.here.source.num_inputs = 0, "X is empty or has more than 2^31 rows");
  ARGUMENT(own.here.source.num_samples = 0, "X is empty or has more than 2^31 rows");
  ARGUMENT((own.numbers[5] = -1, problem->unit = own.numbers), "scales must not be negative");
  ARGUMENT((own.numbers[5] = NAN, problem->scale = own.numbers), "scales must not be negative");
  ARGUMENT((own.numbers[5] = -1, problem->factors = own.numbers), "factors must not be negative");
  ARGUMENT((own.numbers[5] = NAN, problem->factors = own.numbers), "factors must not be negative");
  ARGUMENT((own.whole[5] = TALL_INPUTS, problem->groups = own.whole),
           "groups must be from 0 to 19");
  ARGUMENT((own.whole[5] = -1, problem->groups = own.whole), "groups must be from 0 to 19");
}

static void test_bad_samples(void **state)
{
  (void)state;
  ARGUMENT((own.numbers[5] = -1, problem->weights = own.numbers), "weights must not be negative");
  ARGUMENT((own.numbers[5] = NAN, problem->judges = own.numbers), "weights must not be negative");
  ARGUMENT(own.here.parts[3] = 4, "parts must be from 0 to 3");
  ARGUMENT(own.here.parts[3] = -1, "parts must be from 0 to 3");
  ARGUMENT(problem->parts = NULL, "there are no parts");
  DATA((memset(own.numbers, 0, sizeof(double) * TALL.samples), problem->weights = own.numbers),
       "weigh nothing");
  DATA((own.numbers[5] = INFINITY, problem->weights = own.numbers), "weigh nothing");
  DATA(problem->num_parts = 4, "a fold, or all samples that its model learns from, weigh");
  DATA((problem->num_parts = 1, problem->parts = own.whole), "weigh nothing");
}

/* All samples are in one part. */
static void test_bad_part(void **state)
{
  (void)state;
  one_call own;
  make_call(&own, NNREG_REGRESSION);
  own.problem.num_parts = 1;
  own.problem.parts = own.whole;
  for (size_t i = 0; i < TALL.samples; i++) own.whole[i] = 1;
  assert_refused(&own, NNREG_BAD_DATA, "weigh nothing");
}

static void test_bad_paths(void **state)
{
  (void)state;
  static const char *const RANGE = "a number of the path is out of range";
  ARGUMENT(path->l1 = -1, RANGE);
  ARGUMENT(path->l2 = NAN, RANGE);
  ARGUMENT(path->group = INFINITY, RANGE);
  ARGUMENT(path->tolerance = 0, RANGE);
  ARGUMENT(path->num_points = 0, RANGE);
  ARGUMENT(path->num_threads = 0, RANGE);
  ARGUMENT(path->first = 7, "the first point begins no block");
  ARGUMENT(path->first = 32, "the first point begins no block");
  ARGUMENT(path->block = NNREG_LINEAR_BLOCK + 1, "the first point begins no block");
  ARGUMENT((path->ratio = 0.1, path->entry = 0), "the first lambda is unknown");
  ARGUMENT(path->lambda[4] = path->lambda[3] * 1.01, "lambda must fall and not be negative");
  ARGUMENT(path->lambda[19] = -0.1, "lambda must fall and not be negative");
  ARGUMENT(path->lambda[0] = INFINITY, "lambda must fall and not be negative");
  ARGUMENT(path->lambda[5] = NAN, "lambda must fall and not be negative");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_forms),        TEST(test_lasso),
      TEST(test_weights),      TEST(test_factors),
      TEST(test_elastic_net),  TEST(test_ridge),
      TEST(test_own_groups),   TEST(test_groups),
      TEST(test_responses),    TEST(test_responses_in_groups),
      TEST(test_no_intercept), TEST(test_scales),
      TEST(test_relaxed),      TEST(test_one_answer),
      TEST(test_largest),      TEST(test_entry),
      TEST(test_folds),        TEST(test_same_bits),
      TEST(test_may_end),      TEST(test_most_inputs),
      TEST(test_good_call),    TEST(test_bad_targets),
      TEST(test_bad_inputs),   TEST(test_bad_samples),
      TEST(test_bad_part),     TEST(test_bad_paths),
  };
  return cmocka_run_group_tests(tests, set_up, close_blas);
}
