/* The solver on all samples against the conditions of optimality and a closed
 * form; its slices, threads and forms of data; states that it refuses.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "training.h"

enum { EPOCHS = 400 };

static const nnreg_penalty NO_PENALTY = {.group = 0};
static const nnreg_penalty PENALTIES[] = {{.lambda1 = {0.02}},
                                          {.lambda2 = {0.03}},
                                          {.lambda1 = {0.01}, .lambda2 = {0.02}},
                                          {.group = 0.04},
                                          {.group = 0.02, .lambda1 = {0.01}, .lambda2 = {0.01}}};

static world_plan make_plan(nnreg_task task, data_form form, nnreg_precision precision)
{
  return (world_plan){.precision = precision,
                      .task = task,
                      .num_layers = 1,
                      .sizes = {14, 3},
                      .num_samples = 90,
                      .form = form,
                      .type = NNREG_FLOAT,
                      .weighted = true,
                      .seed = 5};
}

static nnreg_problem make_problem(const world *here, const nnreg_penalty *penalty, double tolerance)
{
  nnreg_problem problem = problem_make(here, penalty, 1, EPOCHS, 1);
  problem.solver = NNREG_FISTA;
  problem.tolerance = tolerance;
  return problem;
}

/* The final weights, as double; the training must have reached its tolerance.
 */
static double *solve(const world *here, const nnreg_penalty *penalty, double tolerance)
{
  nnreg_problem problem = make_problem(here, penalty, tolerance);
  nnreg_state state = state_make(here);
  train_whole(&problem, 2, &state, take(EPOCHS, sizeof(nnreg_epoch)));
  assert_true(state.converged == 1 && state.epoch < EPOCHS);
  return to_double(here->network.precision, state.theta, here->num_parameters);
}

/* ------------------------------------------------------------- Optimality --
 */

static double soft(double z, double t) { return z > t ? z - t : z < -t ? z + t : 0; }

/* How far w, the weights of an input, are from optimal; g (units) is the loss's
 * gradient. */
static double violation(const nnreg_penalty *penalty, const double *w, const double *g,
                        size_t units)
{
  double square = 0, rest = 0;
  for (size_t u = 0; u < units; u++) square += w[u] * w[u];
  double norm = sqrt(square);
  for (size_t u = 0; u < units; u++) {
    double pull = g[u] + 2 * penalty->lambda2[0] * w[u];
    if (norm > 0) pull += penalty->group * w[u] / norm;
    double gone = w[u] == 0 ? soft(pull, penalty->lambda1[0])
                            : pull + (w[u] > 0 ? 1 : -1) * penalty->lambda1[0];
    rest += gone * gone;
  }
  return norm > 0 ? sqrt(rest) : fmax(0, sqrt(rest) - penalty->group);
}

static void check_optimal(const world *here, const nnreg_penalty *penalty, double tolerance)
{
  size_t units = here->network.sizes[1], inputs = here->network.sizes[0];
  double cost, *theta = solve(here, penalty, tolerance / 100);
  void *gradient = take(here->num_parameters, real_bytes(here->network.precision));
  nnreg_message why;
  ASSERT_OK(cost_of(&here->network, &NO_PENALTY,
                    from_double(here->network.precision, theta, here->num_parameters),
                    &here->samples, 1, &cost, gradient, &why));
  double *g = to_double(here->network.precision, gradient, here->num_parameters);
  for (size_t j = 0; j < inputs; j++)
    ASSERT_NEAR(violation(penalty, theta + j * units, g + j * units, units), 0, tolerance);
  for (size_t u = 0; u < units; u++) ASSERT_NEAR(g[inputs * units + u], 0, tolerance);
}

static void check_all_optimal(nnreg_precision precision, double tolerance)
{
  const size_t penalties = LENGTH(PENALTIES);
  for (size_t n = 0; n < penalties * 3 * 2; n += sanitized_step(7)) {
    world here;
    nnreg_task task = n / penalties / 3 ? NNREG_REGRESSION : NNREG_CLASSIFICATION;
    world_plan plan = make_plan(task, (data_form)(n / penalties % 3), precision);
    world_make(&here, &plan);
    check_optimal(&here, &PENALTIES[n % penalties], tolerance);
    give_back(NULL);
  }
}

static void test_optimal_double(void **state)
{
  (void)state;
  check_all_optimal(NNREG_DOUBLE, 1e-7);
}

static void test_optimal_single(void **state)
{
  (void)state;
  check_all_optimal(NNREG_SINGLE, 1e-4);
}

/* Huber's loss, with errors on both sides of the thresholds. */
static void test_optimal_huber(void **state)
{
  (void)state;
  static const double THRESHOLDS[] = {0.3, 1, 0.05, 0.6};
  for (size_t p = 0; p < LENGTH(PENALTIES); p++) {
    world here;
    world_plan plan = make_plan(NNREG_REGRESSION, p % 2 ? FULL : SHIFTED, NNREG_DOUBLE);
    world_make(&here, &plan);
    here.targets.thresholds = THRESHOLDS;
    check_optimal(&here, &PENALTIES[p], 1e-7);
    give_back(NULL);
  }
}

static const double FACTORS[] = {1, 0, 2, INFINITY, 0.5, 1, 3, 1, 2, 1, 1, 0.5, 1, 1};
static const uint32_t STARTS[] = {0, 3, 5, 8}, MEMBERS[] = {0, 5, 7, 2, 8, 9, 10, 12};
static const double WEIGHTS[] = {1.7, 2.8, 0};

/* How far a group is from optimal; those of the factor Inf are no matter. */
static double group_violation(const nnreg_penalty *penalty, const double *theta, const double *g,
                              size_t group, size_t units)
{
  const nnreg_groups *groups = &penalty->groups;
  double square = 0, rest = 0, pull = penalty->group * groups->weights[group];
  for (int pass = 0; pass < 2; pass++)
    for (size_t k = groups->starts[group]; k < groups->starts[group + 1]; k++)
      for (size_t i = groups->inputs[k] * units; i < (groups->inputs[k] + 1) * units; i++) {
        double lambda1 = penalty->lambda1[0] * penalty->factors[groups->inputs[k]], w = theta[i];
        double gone = g[i] + (square > 0 ? pull * w / sqrt(square) : 0);
        gone = w == 0 ? soft(gone, lambda1) : gone + (w > 0 ? 1 : -1) * lambda1;
        if (pass == 0)
          square += w * w;
        else
          rest += gone * gone;
      }
  return square > 0 ? sqrt(rest) : fmax(0, sqrt(rest) - pull);
}

/* Groups of inputs with other scales, and inputs in none: a lasso with factors.
 */
static void check_groups(nnreg_task task, data_form form, bool no_intercept)
{
  world here;
  world_plan plan = make_plan(task, form, NNREG_DOUBLE);
  const nnreg_penalty penalty = {
      .group = 0.05,
      .lambda1 = {0.01},
      .factors = FACTORS,
      .groups = {.count = 3, .starts = STARTS, .inputs = MEMBERS, .weights = WEIGHTS}};
  world_make(&here, &plan);
  size_t units = here.network.sizes[1], last = here.num_parameters - units;
  nnreg_problem problem = make_problem(&here, &penalty, 1e-9);
  problem.no_intercept = no_intercept;
  nnreg_state end = state_make(&here);
  train_whole(&problem, 2, &end, take(EPOCHS, sizeof(nnreg_epoch)));
  assert_true(end.converged == 1);
  nnreg_message why;
  double cost, *theta = end.theta, *g = take(here.num_parameters, sizeof *g);
  ASSERT_OK(cost_of(&here.network, &NO_PENALTY, theta, &here.samples, 1, &cost, g, &why));
  for (size_t group = 0; group < 3; group++)
    ASSERT_NEAR(group_violation(&penalty, theta, g, group, units), 0, 1e-6);
  for (size_t u = 0; u < units; u++) {
    ASSERT_NEAR(g[1 * units + u], 0, 1e-6); /* the factor 0, in no group */
    assert_true(theta[3 * units + u] == here.theta[3 * units + u]);
    if (no_intercept)
      assert_true(theta[last + u] == here.theta[last + u]);
    else
      ASSERT_NEAR(g[last + u], 0, 1e-6);
  }
  give_back(NULL);
}

static void test_groups(void **state)
{
  (void)state;
  for (int task = NNREG_CLASSIFICATION; task <= NNREG_REGRESSION; task++)
    for (int form = FULL; form <= SHIFTED; form++) {
      check_groups((nnreg_task)task, (data_form)form, false);
      check_groups((nnreg_task)task, (data_form)form, true);
    }
}

/* Weights that are 0 at the start stay so, the others are optimal among such.
 */
static void test_keep_zeros(void **state)
{
  (void)state;
  static const nnreg_penalty penalty = {.lambda2 = {0.03}};
  world here;
  world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
  world_make(&here, &plan);
  nnreg_problem problem = make_problem(&here, &penalty, 1e-9);
  problem.keep_zeros = true;
  nnreg_state end = state_make(&here);
  nnreg_message why;
  double cost, *gradient = take(here.num_parameters, sizeof *gradient);
  train_whole(&problem, 2, &end, take(EPOCHS, sizeof(nnreg_epoch)));
  assert_true(end.converged == 1);
  ASSERT_OK(cost_of(&here.network, &penalty, end.theta, &here.samples, 1, &cost, gradient, &why));
  size_t weights = here.network.sizes[0] * here.network.sizes[1], zeros = 0;
  for (size_t i = 0; i < here.num_parameters; i++) {
    bool kept = i < weights && here.theta[i] == 0;
    zeros += kept;
    if (kept)
      assert_true(((double *)end.theta)[i] == 0);
    else
      ASSERT_NEAR(gradient[i], 0, 1e-7);
  }
  assert_true(zeros > 0 && zeros < weights);
  give_back(NULL);
}

/* An orthogonal design, for which the solution is the prox of the means of x y:
 * w = (1 - K group / 2 / |u|)+ u / (1 + K ridge), u = soft (z, K l1 / 2), K
 * responses. */
static void test_closed_form(void **state)
{
  (void)state;
  static const double x[4][2] = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
  static const nnreg_penalty penalty = {.group = 0.3, .lambda1 = {0.1}, .lambda2 = {0.2}};
  world here;
  world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
  plan.sizes[0] = 2;
  plan.num_samples = 4;
  plan.weighted = false;
  world_make(&here, &plan);
  world_pack(&here.data, &x[0][0], 4, 2, 4, NNREG_FLOAT64, false);
  const double *theta = solve(&here, &penalty, 1e-12);
  bool some = false;
  for (size_t j = 0; j < 2; j++) {
    double u[3], square = 0;
    for (size_t k = 0; k < 3; k++) {
      double z = 0;
      for (size_t i = 0; i < 4; i++) z += x[i][j] * here.y[i * 3 + k] / 4;
      u[k] = soft(z, 3 * penalty.lambda1[0] / 2);
      square += u[k] * u[k];
    }
    double share = square > 0 ? fmax(0, 1 - 3 * penalty.group / 2 / sqrt(square)) : 0;
    for (size_t k = 0; k < 3; k++) {
      double want = share * u[k] / (1 + 3 * penalty.lambda2[0]);
      ASSERT_NEAR(theta[j * 3 + k], want, 1e-10);
      some = some || want != 0;
    }
  }
  assert_true(some);
}

/* Fewer samples than inputs, no penalty, from 0: the solution of least norm is
 * X' a, a combination of the samples, and fits them exactly. Inputs 0 and 1 are
 * equal, 2 is constant, and the scales of the others differ a little. */
static void test_least_norm(void **state)
{
  (void)state;
  enum { N = 5, D = 14 };
  world here;
  world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
  plan.sizes[1] = 1;
  plan.num_samples = N;
  plan.weighted = false;
  world_make(&here, &plan);
  for (size_t i = 0; i < N; i++) {
    for (size_t j = 0; j < D; j++) here.x[i * D + j] *= 1 + (double)j / D;
    here.x[i * D + 1] = here.x[i * D];
    here.x[i * D + 2] = 7;
  }
  world_pack(&here.data, here.x, N, D, N, NNREG_FLOAT64, false);
  for (size_t i = 0; i < here.num_parameters; i++) ((double *)here.own_theta)[i] = 0;
  const double *w = solve(&here, &NO_PENALTY, 1e-12);
  ASSERT_NEAR(w[0], w[1], 1e-12);
  ASSERT_NEAR(w[2], 0, 0);
  assert_true(fabs(w[0]) > 1e-3);
  /* What is orthogonal to all centred samples is orthogonal to w: here by
   * removing them in turn. */
  double rest[D], basis[N][D], square = 0;
  for (size_t j = 0; j < D; j++) rest[j] = w[j];
  for (size_t i = 0; i + 1 < N; i++) {
    for (size_t j = 0; j < D; j++) {
      double mean = 0;
      for (size_t k = 0; k < N; k++) mean += here.x[k * D + j] / N;
      basis[i][j] = here.x[i * D + j] - mean;
    }
    for (size_t p = 0; p < i; p++) {
      double dot = 0;
      for (size_t j = 0; j < D; j++) dot += basis[i][j] * basis[p][j];
      for (size_t j = 0; j < D; j++) basis[i][j] -= dot * basis[p][j];
    }
    double norm = 0, dot = 0;
    for (size_t j = 0; j < D; j++) norm += basis[i][j] * basis[i][j];
    for (size_t j = 0; j < D; j++) basis[i][j] /= sqrt(norm);
    for (size_t j = 0; j < D; j++) dot += basis[i][j] * rest[j];
    for (size_t j = 0; j < D; j++) rest[j] -= dot * basis[i][j];
  }
  for (size_t j = 0; j < D; j++) square += rest[j] * rest[j];
  ASSERT_NEAR(sqrt(square), 0, 1e-9);
}

/* A large enough group penalty leaves no input; the loss is then that of the
 * biases. */
static void test_group_empties(void **state)
{
  (void)state;
  static const nnreg_penalty penalty = {.group = 100};
  world here;
  world_plan plan = make_plan(NNREG_CLASSIFICATION, COMPRESSED, NNREG_DOUBLE);
  world_make(&here, &plan);
  const double *theta = solve(&here, &penalty, 1e-9);
  for (size_t i = 0; i < 14 * 3; i++) assert_true(theta[i] == 0);
}

/* Near the optimum losses differ by their rounding alone. Here that made steps
 * shorter and shorter, until one of length 0 passed for convergence at a
 * violation of 1e-9. */
static void test_tight_tolerance(void **state)
{
  (void)state;
  static const nnreg_penalty penalty = {.group = 0.8};
  for (uint64_t seed = 1; seed <= 60; seed += sanitized_step(10)) {
    world here;
    world_plan plan = make_plan(NNREG_CLASSIFICATION, COMPRESSED, NNREG_DOUBLE);
    plan.sizes[0] = 6;
    plan.sizes[1] = 2;
    plan.num_samples = 254;
    plan.seed = seed;
    world_make(&here, &plan);
    check_optimal(&here, &penalty, 2e-12);
    give_back(NULL);
  }
}

/* -------------------------------------------------------- Forms of the data --
 */

/* Compressed with a shift, or dense with the shift taken off: one solution. */
static void test_shifted_is_dense(void **state)
{
  (void)state;
  for (size_t p = 0; p < LENGTH(PENALTIES); p++) {
    world here;
    world_plan plan = make_plan(NNREG_REGRESSION, SHIFTED, NNREG_DOUBLE);
    world_make(&here, &plan);
    const double *got = solve(&here, &PENALTIES[p], 1e-11);
    world_pack(&here.data, here.x, 90, 14, 50, NNREG_FLOAT64, false);
    const double *want = solve(&here, &PENALTIES[p], 1e-11);
    ASSERT_VECTOR_NEAR(got, want, here.num_parameters, 1e-8);
    for (size_t i = 0; i < 14 * 3; i++) assert_int_equal(got[i] == 0, want[i] == 0);
    give_back(NULL);
  }
}

/* Inputs far from zero: the weights stay the same, the biases change. */
static void test_moved_inputs(void **state)
{
  (void)state;
  world here;
  world_plan plan = make_plan(NNREG_CLASSIFICATION, FULL, NNREG_DOUBLE);
  world_make(&here, &plan);
  const double *near = solve(&here, &PENALTIES[2], 1e-11);
  for (size_t i = 0; i < 90 * 14; i++) here.x[i] += 1000 * (double)(1 + i % 14);
  world_pack(&here.data, here.x, 90, 14, 50, NNREG_FLOAT64, false);
  const double *far = solve(&here, &PENALTIES[2], 1e-11);
  ASSERT_VECTOR_NEAR(far, near, 14 * 3, 1e-7);
  for (size_t u = 1; u < 3; u++) { /* of the classes' biases the differences count */
    double want = near[14 * 3 + u] - near[14 * 3];
    for (size_t j = 0; j < 14; j++)
      want -= 1000 * (double)(1 + j) * (near[j * 3 + u] - near[j * 3]);
    ASSERT_NEAR(far[14 * 3 + u] - far[14 * 3], want, 1e-3);
  }
}

/* A constant input can do no more than the bias: its weight becomes 0 if that
 * costs, else it stays. */
static void test_constant_input(void **state)
{
  (void)state;
  for (int free = 0; free < 2; free++) {
    world here;
    world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
    world_make(&here, &plan);
    for (size_t i = 0; i < 90; i++) here.x[14 * i + 2] = 1e7 / 3;
    world_pack(&here.data, here.x, 90, 14, 50, NNREG_FLOAT64, false);
    const double *theta = solve(&here, free ? &NO_PENALTY : &PENALTIES[0], 1e-8);
    for (size_t i = 6; i < 9; i++) assert_true(theta[i] == (free ? here.theta[i] : 0));
    give_back(NULL);
  }
}

/* ---------------------------------------------------- Far, huge, tiny inputs
 * -- */

/* A world in double that begins at zero weights and, if all is well, at the
 * best biases. */
static void make_far(world *here, nnreg_task task, nnreg_precision precision)
{
  world_plan plan = make_plan(task, FULL, precision);
  world_make(here, &plan);
  size_t units = 3, biases = 14 * units;
  double sums[3] = {0}, total = 0;
  for (size_t i = 0; i < 90; i++) {
    double w = here->targets.weights[i];
    total += w;
    for (size_t u = 0; u < units; u++)
      sums[u] += w * (here->y ? here->y[i * units + u] : here->targets.labels[i] == (int32_t)u);
  }
  memset(here->theta, 0, here->num_parameters * sizeof *here->theta);
  for (size_t u = 0; u < units; u++)
    here->theta[biases + u] = here->y ? sums[u] / total : log(sums[u] / total);
  here->own_theta = from_double(precision, here->theta, here->num_parameters);
}

/* How a training from there ends: its state, objective and weights; it began at
 * loss `start`. */
typedef struct {
  double converged, objective, start, *theta;
} ending;

static ending solve_far(const world *here, const nnreg_penalty *penalty)
{
  nnreg_problem problem = make_problem(here, penalty, 1e-8);
  nnreg_state state = state_make(here);
  nnreg_epoch *history = take(EPOCHS, sizeof *history);
  nnreg_message why;
  ending end;
  double metric;
  ASSERT_OK(
      evaluate(&here->network, here->own_theta, &here->samples, 1, &end.start, &metric, &why));
  train_whole(&problem, 2, &state, history);
  const nnreg_epoch *last = &history[(size_t)state.epoch - 1];
  end.converged = state.converged;
  end.objective = last->data_loss + last->penalty;
  end.theta = to_double(here->network.precision, state.theta, here->num_parameters);
  return end;
}

/* Packs x + offset, full, or compressed with a shift that takes the offset off
 * again. */
static void pack_far(world *here, double offset, bool compressed)
{
  double *x = take_copy(here->x, 90 * 14, sizeof *x), *shift = take(14, sizeof *shift);
  bool wide = here->network.precision == NNREG_DOUBLE;
  for (size_t i = 0; i < 90 * 14; i++) x[i] += offset;
  for (size_t j = 0; j < 14; j++) shift[j] = offset;
  world_pack(&here->data, x, 90, 14, 50, wide ? NNREG_FLOAT64 : NNREG_FLOAT, compressed);
  if (compressed) here->data.shift = shift;
}

/* Far from 0 the same objective and weights, as near as rounding allows, which
 * the state tells; never an objective above the start's. */
static void test_far_inputs(void **state)
{
  (void)state;
  static const double OFFSETS[] = {1e4, 1e8, -1e10, 1e12};
  for (int task = NNREG_CLASSIFICATION; task <= NNREG_REGRESSION; task++)
    for (size_t p = 0; p < LENGTH(PENALTIES); p += sanitized_step(4)) {
      world here;
      make_far(&here, (nnreg_task)task, NNREG_DOUBLE);
      pack_far(&here, 0, false);
      ending near = solve_far(&here, &PENALTIES[p]);
      assert_true(near.converged == NNREG_CONVERGED);
      for (size_t o = 0; o < LENGTH(OFFSETS); o++)
        for (int compressed = 0; compressed < 2; compressed++) {
          double rounding = 1e-14 * fabs(OFFSETS[o]);
          pack_far(&here, OFFSETS[o], compressed);
          ending far = solve_far(&here, &PENALTIES[p]);
          assert_true(far.converged == (fabs(OFFSETS[o]) > 1e7 ? NNREG_ROUNDED : NNREG_CONVERGED));
          assert_true(far.objective <= far.start);
          ASSERT_NEAR(far.objective, near.objective, 1e-8 + 10 * rounding);
          ASSERT_VECTOR_NEAR(far.theta, near.theta, 14 * 3, 1e-5 + 50 * rounding);
        }
      give_back(NULL);
    }
}

/* Inputs whose variation drowns in rounding errors are left out, but not
 * without a word: constant inputs are no reason for one. */
static void test_hidden_inputs(void **state)
{
  (void)state;
  static const struct {
    nnreg_precision precision;
    double offset;
  } CASES[] = {{NNREG_SINGLE, 1e6}, {NNREG_DOUBLE, 1e14}};
  for (size_t c = 0; c < LENGTH(CASES); c++)
    for (int compressed = 0; compressed < 2; compressed++)
      for (size_t constant = 0; constant < 2; constant++) {
        world here;
        make_far(&here, NNREG_REGRESSION, CASES[c].precision);
        for (size_t i = 0; constant && i < 90 * 14; i++) here.x[i] = 1.0 / 3;
        pack_far(&here, CASES[c].offset, compressed);
        ending end = solve_far(&here, &PENALTIES[1]);
        assert_true(end.converged == (constant ? NNREG_CONVERGED : NNREG_ROUNDED));
        for (size_t i = 0; i < 14 * 3; i++) assert_true(end.theta[i] == 0);
        give_back(NULL);
      }
}

/* Inputs in other units, and a time in seconds beside ordinary inputs: weights
 * in these units. */
static void test_units(void **state)
{
  (void)state;
  static const double UNITS[] = {1e20, 1e-20, 1e-140};
  for (int task = NNREG_CLASSIFICATION; task <= NNREG_REGRESSION; task++)
    for (size_t u = 0; u < LENGTH(UNITS); u++) {
      world here;
      double unit = UNITS[u];
      nnreg_penalty plain = {.lambda1 = {0.02}}, scaled = {.lambda1 = {0.02 * unit}};
      make_far(&here, (nnreg_task)task, NNREG_DOUBLE);
      pack_far(&here, 0, false);
      ending want = solve_far(&here, &plain);
      for (size_t i = 0; i < 90 * 14; i++) here.x[i] *= unit;
      pack_far(&here, 0, false);
      ending got = solve_far(&here, &scaled);
      assert_true(got.converged == NNREG_CONVERGED);
      for (size_t i = 0; i < 14 * 3; i++) got.theta[i] *= unit;
      ASSERT_VECTOR_NEAR(got.theta, want.theta, 14 * 3, 1e-6);
      for (size_t i = 0; i < 90 * 14; i++) here.x[i] /= unit;
      for (size_t i = 0; i < 90; i++) here.x[i * 14] = 1.7e9 + 1e7 * here.x[i * 14];
      pack_far(&here, 0, false);
      plain = (nnreg_penalty){.lambda2 = {0}};
      got = solve_far(&here, &plain);
      for (size_t i = 0; i < 90; i++) here.x[i * 14] = (here.x[i * 14] - 1.7e9) / 1e7;
      pack_far(&here, 0, false);
      want = solve_far(&here, &plain);
      for (size_t k = 0; k < 3; k++) got.theta[k] *= 1e7;
      assert_true(got.converged == NNREG_CONVERGED);
      ASSERT_VECTOR_NEAR(got.theta, want.theta, 14 * 3, 1e-5);
      give_back(NULL);
    }
}

/* ------------------------------------------------------------------ Weights --
 */

/* A sample of weight 2 is the sample twice, one of weight 0 none. */
static void test_weights_are_copies(void **state)
{
  (void)state;
  for (int task = NNREG_CLASSIFICATION; task <= NNREG_REGRESSION; task++)
    for (size_t p = 0; p < LENGTH(PENALTIES); p += sanitized_step(4)) {
      world here, copies;
      uint32_t rows[360];
      size_t count = 0;
      world_plan plan = make_plan((nnreg_task)task, FULL, NNREG_DOUBLE);
      world_make(&here, &plan);
      double *weights = take(90, sizeof *weights);
      for (size_t i = 0; i < 90; i++) {
        weights[i] = (double)(i * 7 % 4);
        for (size_t k = 0; k < i * 7 % 4; k++) rows[count++] = (uint32_t)i;
      }
      here.targets.weights = NULL;
      world_subset(&copies, &plan, &here, rows, count);
      here.targets.weights = weights;
      const double *want = solve(&copies, &PENALTIES[p], 1e-10);
      const double *got = solve(&here, &PENALTIES[p], 1e-10);
      ASSERT_VECTOR_NEAR(got, want, 14 * 3, 1e-7);
      give_back(NULL);
    }
}

/* The first samples tell where the inputs lie, unless they have no weight. */
static void test_weightless_at_first(void **state)
{
  (void)state;
  enum { COUNT = 700, GONE = 600 };
  world here, rest;
  uint32_t rows[COUNT - GONE];
  world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
  plan.num_samples = COUNT;
  world_make(&here, &plan);
  double *weights = take_copy(here.targets.weights, COUNT, sizeof *weights);
  memset(weights, 0, GONE * sizeof *weights);
  here.targets.weights = weights;
  for (size_t i = 0; i < COUNT * 14; i++) here.x[i] = i < GONE * 14 ? 0 : here.x[i] + 1e9;
  for (size_t i = 0; i < COUNT - GONE; i++) rows[i] = (uint32_t)(GONE + i);
  world_pack(&here.data, here.x, COUNT, 14, 50, NNREG_FLOAT64, false);
  plan.type = NNREG_FLOAT64;
  world_subset(&rest, &plan, &here, rows, COUNT - GONE);
  memset(here.own_theta, 0, here.num_parameters * sizeof(double));
  ending want = solve_far(&rest, &PENALTIES[1]), got = solve_far(&here, &PENALTIES[1]);
  assert_true(want.objective < 0.999 * want.start);
  ASSERT_NEAR(got.objective, want.objective, 1e-4 * want.objective);
  ASSERT_VECTOR_NEAR(got.theta, want.theta, 14 * 3, 1e-2);
}

/* Equal inputs share their weight equally, whatever their places. */
static void test_equal_inputs(void **state)
{
  (void)state;
  for (int precision = NNREG_SINGLE; precision <= NNREG_DOUBLE; precision++)
    for (int task = NNREG_CLASSIFICATION; task <= NNREG_REGRESSION; task++)
      for (size_t p = 0; p <= LENGTH(PENALTIES); p += sanitized_step(5)) {
        world here;
        make_far(&here, (nnreg_task)task, (nnreg_precision)precision);
        for (size_t i = 0; i < 90; i++) here.x[i * 14 + 5] = here.x[i * 14 + 13] = here.x[i * 14];
        pack_far(&here, 0, false);
        ending end = solve_far(&here, p < LENGTH(PENALTIES) ? &PENALTIES[p] : &NO_PENALTY);
        for (size_t u = 0; u < 3; u++) {
          double tolerance = precision == NNREG_DOUBLE ? 1e-9 : 1e-5, w = end.theta[u];
          ASSERT_NEAR(end.theta[5 * 3 + u], w, tolerance);
          ASSERT_NEAR(end.theta[13 * 3 + u], w, tolerance);
        }
        give_back(NULL);
      }
}

/* ------------------------------------------------------- Slices and threads --
 */

static void make_hidden(world *here, data_form form)
{
  world_plan plan = make_plan(NNREG_CLASSIFICATION, form, NNREG_SINGLE);
  plan.num_layers = 2;
  plan.sizes[1] = 70;
  plan.sizes[2] = 3;
  plan.activation = NNREG_TANH;
  plan.num_samples = 1500;
  world_make(here, &plan);
}

static void check_same_bits(const world *here, const nnreg_penalty *penalty)
{
  const nnreg_limits limits[] = {
      {.seconds = INFINITY, .num_epochs = EPOCHS, .num_threads = 2},
      {.seconds = INFINITY, .num_epochs = EPOCHS, .num_threads = 3},
      {.seconds = 0, .num_epochs = EPOCHS, .num_threads = 1},
      {.seconds = 1e-3, .num_epochs = 1, .num_threads = 2},
  };
  nnreg_problem problem = make_problem(here, penalty, 1e-6);
  nnreg_message why;
  problem.num_epochs = 2;
  problem.validation = here->samples;
  nnreg_state want = state_make(here);
  nnreg_epoch wanted[2], history[2];
  memset(wanted, 0, sizeof wanted);
  train_whole(&problem, 1, &want, wanted);
  for (size_t i = 0; i < LENGTH(limits); i += sanitized_step(2)) {
    nnreg_state got = state_make(here);
    memset(history, 0, sizeof history);
    ASSERT_OK(train_to_end(&problem, &limits[i], &got, history, &why));
    assert_same_state(&here->network, &got, &want);
    assert_same_history(history, wanted, (size_t)want.epoch);
  }
}

static void test_same_bits(void **state)
{
  (void)state;
  static const nnreg_penalty hidden = {.group = 1e-3, .lambda1 = {1e-4, 1e-3}};
  for (int form = FULL; form <= SHIFTED; form += (int)sanitized_step(2)) {
    world here;
    world_plan plan = make_plan(NNREG_REGRESSION, (data_form)form, NNREG_DOUBLE);
    world_make(&here, &plan);
    check_same_bits(&here, &PENALTIES[4]);
    make_hidden(&here, (data_form)form);
    check_same_bits(&here, &hidden);
    give_back(NULL);
  }
}

/* With hidden layers the objective decreases too. */
static void test_hidden_goes_down(void **state)
{
  (void)state;
  static const nnreg_penalty penalty = {.lambda1 = {1e-3, 1e-3}};
  world here;
  nnreg_epoch history[8];
  make_hidden(&here, FULL);
  nnreg_problem problem = make_problem(&here, &penalty, 1e-9);
  problem.num_epochs = LENGTH(history);
  nnreg_state now = state_make(&here);
  train_whole(&problem, 2, &now, history);
  for (size_t e = 1; e < LENGTH(history); e++) {
    double before = history[e - 1].data_loss + history[e - 1].penalty;
    assert_true(history[e].data_loss + history[e].penalty <= before * (1 + 1e-5));
  }
  assert_true(history[7].data_loss < 0.9 * history[0].data_loss);
}

/* After the end another call changes nothing. */
static void test_over(void **state)
{
  (void)state;
  world here;
  world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
  world_make(&here, &plan);
  nnreg_problem problem = make_problem(&here, &PENALTIES[0], 1e-6);
  nnreg_state end = state_make(&here);
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 1, .num_threads = 1};
  nnreg_epoch row;
  nnreg_message why;
  size_t finished;
  assert_false(nnreg_is_over(&problem, &end));
  train_whole(&problem, 1, &end, take(EPOCHS, sizeof row));
  assert_true(nnreg_is_over(&problem, &end));
  nnreg_state again = state_copy(&end, &here.network);
  ASSERT_OK(nnreg_train(test_blas, &problem, &limits, &again, &row, &finished, &why));
  assert_int_equal(finished, 0);
  assert_same_state(&here.network, &again, &end);
}

/* ---------------------------------------------------------------- Refusals --
 */

static void refuse(const nnreg_problem *problem, nnreg_state *bad, const char *words)
{
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 1, .num_threads = 1};
  nnreg_epoch row;
  nnreg_message why;
  size_t finished;
  assert_int_equal(nnreg_train(test_blas, problem, &limits, bad, &row, &finished, &why),
                   NNREG_BAD_ARGUMENT);
  assert_says(&why, words);
}

static void test_refusals(void **state)
{
  (void)state;
  static const double MOMENTA[] = {0.5, 0, -1, NAN, INFINITY};
  static const double CURVATURES[] = {0, -1, NAN, INFINITY};
  static const double TOLERANCES[] = {0, -1, NAN};
  static const nnreg_penalty decay = {.decay = {0.1}}, negative = {.group = -1};
  world here;
  world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
  world_make(&here, &plan);
  nnreg_problem problem = make_problem(&here, &PENALTIES[0], 1e-6);
  nnreg_state good = state_make(&here);
  good.step = 3;
  good.momentum = good.curvature = 1;
  for (size_t i = 0; i < LENGTH(MOMENTA); i++) {
    nnreg_state bad = good;
    bad.momentum = MOMENTA[i];
    refuse(&problem, &bad, "the state does not fit the training");
  }
  for (size_t i = 0; i < LENGTH(CURVATURES); i++) {
    nnreg_state bad = good;
    bad.curvature = CURVATURES[i];
    refuse(&problem, &bad, "the state does not fit the training");
  }
  for (size_t i = 0; i < LENGTH(TOLERANCES); i++) {
    problem.tolerance = TOLERANCES[i];
    refuse(&problem, &good, "the tolerance is not above 0");
  }
  problem = make_problem(&here, &decay, 1e-6);
  refuse(&problem, &good, "decoupled decay belongs to Adam");
  problem = make_problem(&here, &negative, 1e-6);
  refuse(&problem, &good, "the group penalty is not a number >= 0");
  problem = make_problem(&here, &PENALTIES[0], 1e-6);
  here.targets.thresholds = (const double[]){1, 0, 1, 1};
  refuse(&problem, &good, "the absolute error belongs to Adam");
}

/* NaN weights end the training, and nothing else happens. */
static void test_diverged(void **state)
{
  (void)state;
  world here;
  world_plan plan = make_plan(NNREG_REGRESSION, FULL, NNREG_DOUBLE);
  world_make(&here, &plan);
  nnreg_problem problem = make_problem(&here, &PENALTIES[0], 1e-6);
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 1, .num_threads = 1};
  nnreg_state bad = state_make(&here);
  nnreg_epoch row;
  nnreg_message why;
  size_t finished;
  ((double *)bad.theta)[0] = NAN;
  assert_int_equal(nnreg_train(test_blas, &problem, &limits, &bad, &row, &finished, &why),
                   NNREG_DIVERGED);
  assert_says(&why, "the loss is not finite");
}

/* Found by tests/fuzz/fuzz_training.c: the loss was finite, the penalty not,
 * and all was well. */
static void test_penalty_overflows(void **state)
{
  (void)state;
  world here;
  world_plan plan = make_plan(NNREG_CLASSIFICATION, FULL, NNREG_DOUBLE);
  world_make(&here, &plan);
  nnreg_penalty penalty = {.lambda2 = {1e-300}};
  nnreg_problem problem = make_problem(&here, &penalty, 1e-6);
  const nnreg_limits limits = {.seconds = INFINITY, .num_epochs = 1, .num_threads = 1};
  nnreg_state bad = state_make(&here);
  nnreg_epoch row;
  nnreg_message why;
  size_t finished;
  ((double *)bad.theta)[0] = 1e200;
  assert_int_equal(nnreg_train(test_blas, &problem, &limits, &bad, &row, &finished, &why),
                   NNREG_DIVERGED);
  assert_int_equal(finished, 0);
  assert_says(&why, "weights or penalty are not finite");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_optimal_double),
      TEST(test_optimal_huber),
      TEST(test_optimal_single),
      TEST(test_closed_form),
      TEST(test_groups),
      TEST(test_keep_zeros),
      TEST(test_least_norm),
      TEST(test_group_empties),
      TEST(test_tight_tolerance),
      TEST(test_shifted_is_dense),
      TEST(test_moved_inputs),
      TEST(test_far_inputs),
      TEST(test_hidden_inputs),
      TEST(test_units),
      TEST(test_weights_are_copies),
      TEST(test_weightless_at_first),
      TEST(test_equal_inputs),
      TEST(test_constant_input),
      TEST(test_same_bits),
      TEST(test_hidden_goes_down),
      TEST(test_over),
      TEST(test_refusals),
      TEST(test_diverged),
      TEST(test_penalty_overflows),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
