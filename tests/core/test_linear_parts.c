/* Parts of the solver for linear models by themselves, against plain loops: copies among the inputs
 * (twins.c), coordinate steps on the columns of a sparse X (descent.c), directions of steps
 * (directions.c), second derivatives (hessian.c), gradients that are found where they matter
 * (gradient.c), factors that rows leave (factor.c), lengths of blocks (setup.c).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define NNREG_REAL_DOUBLE
#include <math.h>
#include <string.h>

#include "linear/wide.h"
#include "table.h"

/* ------------------------------------------------------------------- Twins -- */

enum { ROWS = 9, COLUMNS = 14 };

/* Columns of which some are earlier ones in other units, with other zeros or with the other sign,
 * or nearly so. */
static void draw_columns(uint64_t *seed, bool sparse, double *x)
{
  for (size_t j = 0; j < COLUMNS; j++) {
    double *own = x + j * ROWS;
    for (size_t i = 0; i < ROWS; i++)
      own[i] = sparse && draw_unit(seed) < 0.5 ? 0 : draw_unit(seed) - 0.5;
    size_t kind = draw_below(seed, 6);
    if (j == 0 || kind > 3) continue;
    const double *other = x + draw_below(seed, j) * ROWS;
    double by = draw_below(seed, 2) ? -1 : 1, shift = kind == 2 ? 3 : 0;
    if (kind == 1) by *= 2.5;
    for (size_t i = 0; i < ROWS; i++) own[i] = by * other[i] + shift;
    if (kind == 3) own[draw_below(seed, ROWS)] += 1e-3;
  }
  for (size_t i = 0; i < ROWS; i++) x[i + (COLUMNS - 1) * ROWS] = 4;
}

static void measure_columns(const double *x, double *offset, double *unit)
{
  for (size_t j = 0; j < COLUMNS; j++) {
    double square = 0;
    offset[j] = 0;
    for (size_t i = 0; i < ROWS; i++) offset[j] += x[i + j * ROWS] / ROWS;
    for (size_t i = 0; i < ROWS; i++) square += pow(x[i + j * ROWS] - offset[j], 2);
    unit[j] = square > 1e-20 ? sqrt(square / ROWS) : 0;
  }
}

/* Whether input k is sign times input j in the penalty's units. */
static bool is_copy(const nnreg_linear_problem *p, const double *x, size_t j, size_t k, double sign)
{
  const double same = 1e-9;
  for (size_t i = 0; i < ROWS; i++) {
    double a = x[i + j * ROWS] - (p->intercept ? p->offset[j] : 0);
    double b = x[i + k * ROWS] - (p->intercept ? p->offset[k] : 0);
    a /= p->scale ? p->scale[j] : p->unit[j];
    b /= p->scale ? p->scale[k] : p->unit[k];
    if (fabs(a - sign * b) > same) return false;
  }
  return !p->factors || p->factors[j] == p->factors[k];
}

static bool learns(const nnreg_linear_problem *p, size_t j)
{
  return p->unit[j] > 0 && !(p->factors && isinf(p->factors[j]));
}

static size_t leader_of(const linear_twins *twins, size_t j)
{
  return twins->leader ? twins->leader[j] : j;
}

/* Each input's copies, by comparing all pairs. */
static void check_twins(const nnreg_linear_problem *p, const double *x, size_t *found)
{
  linear_twins twins;
  nnreg_message why;
  ASSERT_OK(linear_twins_open(p, 2, &twins, &why));
  for (size_t j = 0; j < COLUMNS; j++) {
    size_t count = 0;
    double sign_of_lead = 0;
    for (size_t k = 0; k < COLUMNS; k++) {
      bool pair = learns(p, j) && learns(p, k);
      double sign = pair && is_copy(p, x, j, k, 1) ? 1 : pair && is_copy(p, x, j, k, -1) ? -1 : 0;
      count += sign != 0;
      if (k == leader_of(&twins, j)) sign_of_lead = sign;
      if (k != j) assert_int_equal(leader_of(&twins, j) == leader_of(&twins, k), sign != 0);
    }
    if (!learns(p, j)) {
      assert_int_equal(leader_of(&twins, j), j);
      continue;
    }
    ASSERT_NEAR(twins.share ? twins.share[j] : 1, sign_of_lead / (double)count, 1e-15);
    *found += count - 1;
  }
  linear_twins_close(&twins);
}

static void test_twins(void **state)
{
  (void)state;
  enum { TRIALS = 200 };
  static const double FACTORS[] = {1, 1, 2, INFINITY, 1, 1, 0};
  uint64_t seed = 5;
  size_t found = 0;
  for (size_t trial = 0; trial < TRIALS; trial++) {
    bool sparse = trial % 2;
    double *x = take(ROWS * COLUMNS, sizeof *x), *offset = take(COLUMNS, sizeof *offset);
    double *unit = take(COLUMNS, sizeof *unit), *ones = take(COLUMNS, sizeof *ones);
    double *factors = take(COLUMNS, sizeof *factors), *values = take(ROWS * COLUMNS, sizeof *x);
    int64_t *starts = take(COLUMNS + 1, sizeof *starts), *rows = take(ROWS * COLUMNS, sizeof *rows);
    draw_columns(&seed, sparse, x);
    measure_columns(x, offset, unit);
    for (size_t j = 0, at = 0; j < COLUMNS; j++) {
      ones[j] = 1;
      factors[j] = FACTORS[draw_below(&seed, LENGTH(FACTORS))];
      for (size_t i = 0; i < ROWS; i++) {
        if (x[i + j * ROWS] == 0) continue;
        values[at] = x[i + j * ROWS];
        rows[at++] = (int64_t)i;
      }
      starts[j + 1] = (int64_t)at;
    }
    nnreg_source source = {.num_samples = ROWS, .num_inputs = COLUMNS, .type = NNREG_FLOAT64};
    source.values = sparse ? values : x;
    source.starts = sparse ? starts : NULL;
    source.rows = sparse ? rows : NULL;
    nnreg_linear_problem problem = {.source = &source,
                                    .offset = offset,
                                    .unit = unit,
                                    .scale = trial / 2 % 2 ? ones : NULL,
                                    .intercept = trial / 4 % 2 == 0,
                                    .factors = trial / 8 % 2 ? factors : NULL};
    check_twins(&problem, x, &found);
    give_back(NULL);
  }
  assert_true(found > TRIALS);
}

/* ----------------------------------------------------------------- Descent -- */

/* A quadratic model of the loss, at outputs that are drawn. */
typedef struct {
  table here;
  size_t n, lanes, inputs, count; /* N, lanes, D, M */
  linear_columns columns;
  linear_model model;
  linear_samples samples;
  linear_penalty penalty;
  linear_descent descent;
  double *slopes, *odds, *w, *before; /* odds NULL: responses */
} quadratic;

static void make_quadratic(quadratic *q, const table_plan *plan)
{
  nnreg_message why;
  uint64_t seed = 3;
  table_make(&q->here, plan);
  const nnreg_linear_problem *problem = &q->here.problem;
  q->n = plan->samples;
  q->inputs = plan->inputs;
  ASSERT_OK(linear_columns_open(problem, 1, &q->columns, &why));
  double *state = take((q->inputs + 1) * plan->outputs, sizeof *state);
  ASSERT_OK(linear_model_open(problem, 0, false, state, &q->model, &why));
  q->lanes = q->model.lanes;
  double *share = take(q->n, sizeof *share), total = 0;
  for (size_t i = 0; i < q->n; i++) total += q->here.weights[i];
  for (size_t i = 0; i < q->n; i++) share[i] = q->here.weights[i] / total;
  for (size_t j = 0; j < q->inputs; j++) {
    double mean = linear_columns_dot(&q->columns, j, share);
    linear_model_set_scale(&q->model, j, mean,
                           linear_columns_variance(&q->columns, j, share, mean));
    if (!problem->intercept) q->model.mean[j] = 0; /* the columns are as they are */
  }
  q->samples = (linear_samples){.count = q->n,
                                .lanes = q->lanes,
                                .share = share,
                                .labels = problem->labels,
                                .responses = problem->responses,
                                .scratch = take(3 * q->n, sizeof(double)),
                                .kernels = q->columns.kernels};
  double *outputs = take(q->n * q->lanes, sizeof *outputs);
  for (size_t i = 0; i < q->n * q->lanes; i++) outputs[i] = 2 * draw_unit(&seed) - 1;
  q->slopes = take(q->n * q->lanes, sizeof *q->slopes);
  linear_judge(&q->samples, outputs, q->slopes);
  if (problem->labels) {
    q->odds = take(q->n * q->lanes, sizeof *q->odds);
    linear_odds(&q->samples, q->slopes, q->odds);
  }
}

/* All weights and biases are in the set; some start elsewhere than at 0. */
static void make_descent(quadratic *q)
{
  nnreg_message why;
  size_t most = (q->inputs + 1) * q->lanes;
  uint32_t *input = take(most, sizeof *input), *lane = take(most, sizeof *lane);
  double *l1 = take(most, sizeof *l1), *l2 = take(most, sizeof *l2);
  q->w = take(most, sizeof *q->w);
  q->before = take(most, sizeof *q->before);
  for (size_t k = 0; k < q->lanes; k++)
    for (size_t j = 0; j <= q->inputs; j++) {
      bool bias = j == q->inputs;
      if (bias && !q->model.problem->intercept) continue;
      size_t c = q->count++;
      input[c] = (uint32_t)j;
      lane[c] = (uint32_t)k;
      l1[c] = bias || j % 7 == 3 ? 0 : q->here.plan.l1;
      l2[c] = bias ? 0 : q->here.plan.l2;
      q->w[c] = q->before[c] = c % 3 == 0 ? 0.1 * (double)(c % 5) - 0.2 : 0;
    }
  q->penalty = (linear_penalty){.count = q->count, .lanes = 1, .l1 = l1, .l2 = l2};
  q->descent = (linear_descent){.blas = test_blas,
                                .columns = &q->columns,
                                .model = &q->model,
                                .samples = &q->samples,
                                .penalty = &q->penalty,
                                .count = q->count,
                                .input = input,
                                .lane = lane,
                                .slopes = q->slopes,
                                .odds = q->odds,
                                .w = q->w,
                                .limit = INFINITY,
                                .rest = take(q->n * q->lanes, sizeof(double)),
                                .bend = take(q->n, sizeof(double))};
  ASSERT_OK(linear_descent_reserve(&q->descent, q->count, &why));
}

/* The model's input j of sample i: centred and scaled, or 1. */
static double value_of(const quadratic *q, size_t i, size_t j)
{
  if (j == q->inputs) return 1;
  const nnreg_linear_problem *problem = q->model.problem;
  double offset = q->columns.starts ? 0 : problem->offset[j];
  double base = (q->here.x[i + j * q->n] - offset) / problem->unit[j];
  return (base - q->model.mean[j]) / q->model.scale[j];
}

/* The second derivatives of sample i's loss times a change of its outputs, in lane k. */
static double bent(const quadratic *q, size_t i, size_t k, const double *change)
{
  double share = q->samples.share[i], own = change[i + k * q->n], mean = 0;
  if (!q->odds) return 2 * share / (double)q->lanes * own;
  double p = q->odds[i + k * q->n];
  for (size_t b = 0; b < q->lanes; b++) mean += q->odds[i + b * q->n] * change[i + b * q->n];
  return share * p * (own - mean);
}

static void test_descent_of(const table_plan *plan)
{
  quadratic q = {.count = 0};
  make_quadratic(&q, plan);
  make_descent(&q);
  double lowered = linear_descent_solve(&q.descent, q.before, 1e-22);
  double *change = take(q.n * q.lanes, sizeof *change), lower = 0;
  for (size_t c = 0; c < q.count; c++)
    for (size_t i = 0; i < q.n; i++)
      change[i + q.descent.lane[c] * q.n] +=
          (q.w[c] - q.before[c]) * value_of(&q, i, q.descent.input[c]);
  for (size_t i = 0; i < q.n; i++)
    for (size_t k = 0; k < q.lanes; k++)
      lower -= change[i + k * q.n] * (q.slopes[i + k * q.n] + bent(&q, i, k, change) / 2);
  size_t zeros = 0, used = 0;
  for (size_t c = 0; c < q.count; c++) {
    double g = 0, w = q.w[c], l1 = q.penalty.l1[c], l2 = q.penalty.l2[c];
    size_t k = q.descent.lane[c];
    for (size_t i = 0; i < q.n; i++)
      g += value_of(&q, i, q.descent.input[c]) * (q.slopes[i + k * q.n] + bent(&q, i, k, change));
    if (w == 0)
      assert_true(fabs(g) <= l1 + 1e-9);
    else
      ASSERT_NEAR(g + (l1 > 0 ? copysign(l1, w) : 0) + 2 * l2 * w, 0, 1e-9);
    lower += l1 * (fabs(q.before[c]) - fabs(w)) + l2 * (pow(q.before[c], 2) - w * w);
    zeros += w == 0;
    used += w != 0;
  }
  assert_true(used > 3 && (zeros > 0 || plan->l1 == 0));
  ASSERT_NEAR(lowered, lower, 1e-9 * fmax(1, lower));
  linear_descent_close(&q.descent);
  linear_model_close(&q.model);
  linear_columns_close(&q.columns);
  give_back(NULL);
}

static void test_descent(void **state)
{
  (void)state;
  enum { TASKS = 4, PENALTIES = 3 };
  static const double L1[PENALTIES] = {0.02, 0.01, 0}, L2[PENALTIES] = {0, 0.02, 0.05};
  for (size_t task = 0; task < TASKS; task++)
    for (size_t penalty = 0; penalty < PENALTIES; penalty++)
      for (size_t more = 0; more < 4; more++) {
        table_plan plan = {.samples = 40, .inputs = 25, .outputs = 1 + task, .density = 0.2};
        plan.task = task < 2 ? NNREG_REGRESSION : NNREG_CLASSIFICATION;
        if (task >= 2) plan.outputs = task == 2 ? 2 : 3;
        plan.l1 = L1[penalty] * (task < 2 ? 40 : 1); /* responses are about 20 */
        plan.l2 = L2[penalty];
        plan.no_intercept = more % 2;
        plan.weighted = more / 2;
        test_descent_of(&plan);
      }
}

/* -------------------------------------------------------------- Directions -- */

enum { WEIGHTS = 7, FIRST = 5 };

/* w' H w / 2 - c' w and a penalty, over WEIGHTS weights of which FIRST are in the set at first. */
typedef struct {
  double hessian[WEIGHTS * WEIGHTS], c[WEIGHTS], l1[WEIGHTS], l2[WEIGHTS], w[WEIGHTS], g[WEIGHTS];
  linear_penalty penalty;
  linear_quadratic q;
  linear_directions directions;
} bowl;

static void find_slopes(bowl *b)
{
  for (size_t i = 0; i < WEIGHTS; i++) {
    b->g[i] = -b->c[i];
    for (size_t j = 0; j < WEIGHTS; j++) b->g[i] += b->hessian[i + j * WEIGHTS] * b->w[j];
  }
}

static void make_bowl(bowl *b, uint64_t seed)
{
  double rows[WEIGHTS * 9];
  nnreg_message why;
  *b = (bowl){.directions = {.least = 1e-10}};
  for (size_t i = 0; i < WEIGHTS * 9; i++) rows[i] = draw_unit(&seed) - 0.3;
  for (size_t i = 0; i < WEIGHTS; i++) {
    b->l1[i] = i == 0 ? 0 : 0.01;
    b->l2[i] = 0.02 * (double)(i % 2);
    b->hessian[i + i * WEIGHTS] = 1;
    for (size_t j = 0; j < WEIGHTS; j++)
      for (size_t k = 0; k < 9; k++)
        b->hessian[i + j * WEIGHTS] += rows[i * 9 + k] * rows[j * 9 + k];
  }
  for (size_t i = 0; i < WEIGHTS; i++) { /* the lowest point is at 2 in each of the set */
    b->c[i] = b->l1[i] + 4 * b->l2[i];
    for (size_t j = 0; j < FIRST; j++) b->c[i] += 2 * b->hessian[i + j * WEIGHTS];
    b->w[i] = i < FIRST ? 2 + 0.1 * draw_unit(&seed) : 0;
  }
  find_slopes(b);
  b->penalty = (linear_penalty){.count = FIRST, .lanes = 1, .l1 = b->l1, .l2 = b->l2};
  b->q = (linear_quadratic){.blas = test_blas,
                            .penalty = &b->penalty,
                            .stride = WEIGHTS,
                            .hessian = b->hessian,
                            .w = b->w,
                            .g = b->g,
                            .kernels = nnreg_kernels_select()};
  ASSERT_OK(linear_directions_reserve(&b->directions, FIRST, &why));
}

/* The derivative of model and penalty by weight j, which is above 0. */
static double slope_of(const bowl *b, size_t j)
{
  return b->g[j] + b->l1[j] + 2 * b->l2[j] * b->w[j];
}

/* A round that moves weight j by `moved`. */
static void move_one(bowl *b, size_t j, double moved)
{
  find_slopes(b);
  linear_directions_begin(&b->directions, &b->q);
  b->w[j] += moved;
  find_slopes(b);
  linear_directions_step(&b->directions, &b->q);
}

/* After rounds along all weights of the set the lowest point is found; after others have joined,
 * with more room, still that of all directions; and the gradient is the one there. */
static void test_directions(void **state)
{
  (void)state;
  nnreg_message why;
  for (uint64_t seed = 1; seed < 9; seed++) {
    bowl b;
    double g[WEIGHTS];
    make_bowl(&b, seed);
    for (size_t j = 0; j < FIRST; j++) move_one(&b, j, 1e-3);
    assert_int_equal(b.directions.count, FIRST);
    linear_directions_again(&b.directions, &b.q);
    for (size_t j = 0; j < FIRST; j++) ASSERT_NEAR(slope_of(&b, j), 0, 1e-9);
    b.penalty.count = WEIGHTS;
    ASSERT_OK(linear_directions_reserve(&b.directions, WEIGHTS, &why));
    linear_directions_extend(&b.directions, &b.q, FIRST);
    for (size_t j = 0; j < FIRST; j++) b.c[j] -= 0.01;
    find_slopes(&b);
    linear_directions_again(&b.directions, &b.q);
    memcpy(g, b.g, sizeof g);
    find_slopes(&b);
    for (size_t j = 0; j < WEIGHTS; j++) ASSERT_NEAR(g[j], b.g[j], 1e-9);
    for (size_t j = 0; j < FIRST; j++) ASSERT_NEAR(slope_of(&b, j), 0, 1e-9);
    linear_directions_close(&b.directions);
  }
}

/* A direction that would move a weight which is 0 by now is dropped, and others are used; a round
 * in which a weight became 0 gives a direction without it. */
static void test_open_directions(void **state)
{
  (void)state;
  bowl b;
  make_bowl(&b, 3);
  move_one(&b, 1, 1e-3);
  move_one(&b, 2, 1e-3);
  assert_int_equal(b.directions.count, 2);
  size_t moving = 0;
  for (size_t k = 0; k < 2; k++) moving += b.directions.moves[2 + k * FIRST] != 0;
  assert_int_equal(moving, 1);
  b.w[2] = 0;
  find_slopes(&b);
  linear_directions_again(&b.directions, &b.q);
  assert_int_equal(b.directions.count, 1);
  assert_true(b.w[2] == 0);
  linear_directions_begin(&b.directions, &b.q);
  b.w[3] = 0;
  b.w[4] += 1e-3;
  find_slopes(&b);
  linear_directions_step(&b.directions, &b.q);
  assert_int_equal(b.directions.count, 2);
  const double *move = b.directions.moves + FIRST, *bent = b.directions.bent + FIRST;
  assert_true(move[3] == 0 && move[4] != 0);
  for (size_t i = 0; i < FIRST; i++) {
    double sum = 2 * b.l2[i] * move[i];
    for (size_t j = 0; j < FIRST; j++) sum += b.hessian[i + j * WEIGHTS] * move[j];
    ASSERT_NEAR(bent[i], sum, 1e-12);
  }
  linear_directions_close(&b.directions);
}

/* ------------------------------------------------------ Second derivatives -- */

/* Those of weights that join after all were multiplied are multiplied too. X is full if the density
 * is 0; then its last column is constant, and joins nothing. */
static void check_rescale(double density)
{
  enum { OLD = 15, ALL = 22 };
  nnreg_message why;
  table_plan plan = {.samples = 40, .inputs = 11, .outputs = 3, .density = density};
  plan.task = NNREG_CLASSIFICATION;
  quadratic q = {.count = 0};
  make_quadratic(&q, &plan);
  linear_hessian h = {.blas = test_blas, .columns = &q.columns, .model = &q.model};
  h.samples = &q.samples;
  h.odds = q.odds;
  h.weighted = take(LINEAR_TOGETHER * q.n * q.lanes, sizeof *h.weighted);
  ASSERT_OK(linear_hessian_reserve(&h, ALL, &why));
  for (size_t c = 0; c < ALL; c++) {
    h.input[c] = (uint32_t)((c < OLD ? c : c - OLD + 5) % (OLD / 3) + (c < OLD ? 0 : 5));
    h.lane[c] = (uint32_t)(c < OLD ? c / 5 : c % 3);
  }
  h.count = OLD;
  linear_hessian_fill(&h);
  linear_hessian_rescale(&h, 0.5);
  h.count = ALL;
  linear_hessian_extend(&h, OLD);
  double *half = take(ALL * ALL, sizeof *half);
  for (size_t c = 0; c < ALL; c++)
    memcpy(half + c * ALL, h.matrix + c * h.room, ALL * sizeof *half);
  linear_hessian_extend(&h, 0); /* of all, by itself */
  for (size_t c = 0; c < ALL; c++)
    for (size_t i = 0; i < ALL; i++) {
      double sum = 0, *change = take(q.n * q.lanes, sizeof *change);
      for (size_t n = 0; n < q.n; n++) change[n + h.lane[c] * q.n] = value_of(&q, n, h.input[c]);
      for (size_t n = 0; n < q.n; n++)
        sum += value_of(&q, n, h.input[i]) * bent(&q, n, h.lane[i], change);
      ASSERT_NEAR(half[i + c * ALL], sum / 2, 1e-12);
    }
  h.odds = NULL;
  h.weighted = NULL;
  linear_hessian_close(&h);
  linear_model_close(&q.model);
  linear_columns_close(&q.columns);
  give_back(NULL);
}

static void test_rescale(void **state)
{
  (void)state;
  check_rescale(1);
  check_rescale(0);
}

/* ---------------------------------------------------------------- Gradient -- */

/* A wide model whose outputs the test moves as it likes. */
typedef struct {
  table here;
  linear_columns columns;
  linear_model model;
  linear_wide *wide;
} moved_model;

static void open_moved(moved_model *m, const table_plan *plan)
{
  nnreg_message why;
  table_make(&m->here, plan);
  size_t lanes = plan->outputs, inputs = plan->inputs;
  double *weights = take((inputs + 1) * lanes, sizeof *weights);
  const nnreg_linear_problem *problem = &m->here.problem;
  assert_int_equal(linear_columns_open(problem, 1, &m->columns, &why), NNREG_OK);
  assert_int_equal(linear_model_open(problem, 0, plan->group > 0, weights, &m->model, &why),
                   NNREG_OK);
  assert_int_equal(linear_wide_open(test_blas, &m->columns, &m->model, &m->wide, &why), NNREG_OK);
  nnreg_linear_path path = {.l1 = plan->l1, .l2 = plan->l2, .group = plan->group};
  linear_model_set_lambda(&m->model, &path, 1);
  linear_wide_restart(m->wide);
  const double *g = linear_wide_gradient(m->wide);
  double most = 0;
  for (size_t i = 0; i < inputs * m->wide->lanes; i++) most = fmax(most, fabs(g[i]));
  linear_model_set_lambda(&m->model, &path, most);
  linear_wide_restart(m->wide);
}

static void close_moved(moved_model *m)
{
  linear_wide_close(m->wide);
  linear_model_close(&m->model);
  linear_columns_close(&m->columns);
}

/* Column j in base units at sample i. */
static double base_value(const moved_model *m, size_t i, size_t j)
{
  const nnreg_linear_problem *p = &m->here.problem;
  double x = m->here.x[i + j * m->here.plan.samples];
  return p->unit[j] > 0 ? (m->columns.starts ? x : x - p->offset[j]) / p->unit[j] : 0;
}

/* The outputs go on as those of a path do, or along one column as fast as its
 * gradient can change, or anywhere. */
static void move_outputs(const moved_model *m, uint64_t *seed)
{
  size_t n = m->here.plan.samples, along = draw_below(seed, m->here.plan.inputs);
  size_t kind = draw_below(seed, 3);
  double far = draw_below(seed, 4) == 0 ? 1 : 0.02;
  linear_wide *s = m->wide;
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t i = 0; i < n; i++) {
      double way = kind == 0 ? 0.3 * (s->responses ? s->responses[i + k * n] : base_value(m, i, 0))
                   : kind == 1 ? base_value(m, i, along)
                               : draw_unit(seed) - 0.5;
      s->outputs[i + k * n] += far * way * (k % 2 ? -1 : 1);
    }
  double loss[8], part_loss[8];
  linear_outcome outcome = {.loss = loss, .part_loss = part_loss};
  s->judged = false;
  linear_wide_judge(s, &outcome);
}

static double derivative_of(const moved_model *m, size_t j, size_t k)
{
  size_t n = m->here.plan.samples;
  double sum = 0;
  if (!(m->model.scale[j] > 0)) return 0;
  for (size_t i = 0; i < n; i++)
    sum += m->wide->slopes[i + k * n] * (base_value(m, i, j) - m->model.mean[j]);
  return sum / m->model.scale[j];
}

/* Whether the derivatives of lane k are above the bar, with groups their group's. */
static void find_above(const linear_penalty *p, const double *g, size_t k, double bar, bool *above)
{
  for (size_t j = 0; j < p->count; j++)
    above[j] = p->num_groups == 0 && fabs(g[j + k * p->count]) > bar * p->l1[j] * (1 + 1e-9);
  for (size_t group = 0; group < p->num_groups; group++) {
    double norm = linear_group_norm(p, group, g, 1 / bar);
    for (size_t e = p->starts[group]; e < p->starts[group + 1]; e++)
      above[p->members[e]] = norm > p->price[group] * (1 + 1e-9);
  }
  for (size_t j = 0; j < p->count; j++)
    if (isinf(p->l1[j])) above[j] = false;
}

/* No derivative above the bar is missed, and each is within its doubt. Returns
 * how many are in doubt. */
static size_t check_gradient(const moved_model *m, double bar)
{
  const linear_wide *s = m->wide;
  size_t inputs = m->here.plan.inputs, doubtful = 0;
  double *g = take(inputs * s->lanes, sizeof *g);
  bool *above = take(inputs, sizeof *above);
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t j = 0; j < inputs; j++) g[j + k * inputs] = derivative_of(m, j, k);
  for (size_t k = 0; k < s->lanes; k++) {
    find_above(&m->model.penalty, g, k, bar, above);
    for (size_t j = 0; j < inputs; j++) {
      size_t at = j + k * inputs;
      if (above[j]) ASSERT_NEAR(s->doubt[at], 0, 0);
      ASSERT_NEAR(s->gradient[at], g[at], s->doubt[at] + 1e-11 * (1 + fabs(g[at])));
      doubtful += s->doubt[at] > 0;
    }
  }
  return doubtful;
}

static void test_gradient_of(const table_plan *plan)
{
  enum { MOVES = 15 };
  static const double BARS[] = {1, 0.9, 0.3};
  uint64_t seed = 5;
  size_t doubtful = 0;
  moved_model m;
  open_moved(&m, plan);
  for (int i = 0; i < MOVES; i++) {
    double bar = BARS[draw_below(&seed, LENGTH(BARS))];
    move_outputs(&m, &seed);
    linear_gradient_find(m.wide, bar);
    doubtful += check_gradient(&m, bar);
    linear_gradient_find(m.wide, bar / 2);
    check_gradient(&m, bar / 2);
  }
  assert_true(doubtful > 0); /* or nothing was saved */
  linear_wide_gradient(m.wide);
  assert_int_equal(check_gradient(&m, 1e-9), 0);
  close_moved(&m);
}

static void test_gradient(void **state)
{
  (void)state;
  for (size_t form = 0; form < 32; form++) {
    bool classes = form % 2, many = form / 2 % 2, grouped = form / 16 % 2;
    table_plan plan = {
        .samples = 40, .inputs = many ? 1300 : 300, .l1 = 1, .group = grouped ? 1 : 0};
    plan.task = classes ? NNREG_CLASSIFICATION : NNREG_REGRESSION;
    plan.outputs = many ? 5 : classes ? 2 : 1;
    plan.density = form / 4 % 2 ? 0.2 : 0;
    plan.fixed = plan.no_intercept = form / 8 % 2;
    plan.weighted = plan.judged = form / 8 % 2 == 0;
    plan.l2 = many ? 0 : 0.5;
    test_gradient_of(&plan);
  }
}

/* ------------------------------------------------------------------ Factor -- */

enum { ORDER = 13, FACTOR_ROOM = ORDER + 2 };

/* A matrix (ORDER x ORDER) that has a factor, and its factor with the weights
 * in an order of their own. */
static void make_factor(linear_newton *n, double *matrix, uint64_t *seed)
{
  double *parts = take(ORDER * ORDER, sizeof *parts);
  for (size_t i = 0; i < ORDER * ORDER; i++) parts[i] = draw_unit(seed) - 0.5;
  for (size_t i = 0; i < ORDER; i++)
    for (size_t j = 0; j < ORDER; j++) {
      matrix[i + j * ORDER] = i == j ? 0.1 : 0;
      for (size_t k = 0; k < ORDER; k++)
        matrix[i + j * ORDER] += parts[i + k * ORDER] * parts[j + k * ORDER];
    }
  for (size_t i = 0; i < ORDER; i++) {
    double *row = n->factor + i * n->room;
    n->order[i] = (uint32_t)(5 * i % ORDER);
    n->ridge[i] = (double)n->order[i];
    for (size_t j = 0; j <= i; j++) {
      double *other = n->factor + j * n->room, sum = matrix[n->order[i] + n->order[j] * ORDER];
      for (size_t k = 0; k < j; k++) sum -= row[k] * other[k];
      row[j] = i == j ? sqrt(sum) : sum / other[j];
    }
  }
  n->count = ORDER;
}

/* What is left is the factor of the weights that are not 0, in the same order.
 */
static void test_factor(void **state)
{
  (void)state;
  enum { TIMES = 50 };
  uint64_t seed = 3;
  nnreg_message why;
  for (int time = 0; time < TIMES; time++) {
    linear_newton n = {.room = 0};
    double matrix[ORDER * ORDER], w[ORDER];
    size_t left = 0;
    assert_int_equal(linear_newton_reserve(&n, FACTOR_ROOM, &why), NNREG_OK);
    make_factor(&n, matrix, &seed);
    for (size_t j = 0; j < ORDER; j++) w[j] = draw_below(&seed, 3) == 0 ? 0 : 1;
    linear_newton_drop(&n, w);
    for (size_t i = 0; i < ORDER; i++) {
      uint32_t j = (uint32_t)(5 * i % ORDER);
      if (w[j] == 0) continue;
      assert_int_equal(n.order[left], j);
      ASSERT_NEAR(n.ridge[left], j, 0);
      for (size_t k = 0; k <= left; k++) {
        double sum = 0;
        for (size_t l = 0; l <= k; l++)
          sum += n.factor[left * n.room + l] * n.factor[k * n.room + l];
        ASSERT_NEAR(sum, matrix[j + n.order[k] * ORDER], 1e-12);
      }
      left++;
    }
    assert_int_equal(n.count, left);
    linear_newton_close(&n);
  }
}

/* ------------------------------------------------------------------ Blocks -- */

/* The larger the problem the shorter its blocks, down to one point. */
static void test_blocks(void **state)
{
  (void)state;
  static const int32_t labels[1];
  for (size_t form = 0; form < 4; form++) {
    int64_t *starts = take(100001, sizeof *starts);
    size_t before = NNREG_LINEAR_BLOCK;
    for (size_t size = 10; size <= 100000; size *= 10) {
      nnreg_source source = {.num_samples = size, .num_inputs = size};
      source.starts = form / 2 ? starts : NULL;
      starts[size] = (int64_t)(size * size);
      nnreg_linear_problem problem = {.source = &source, .num_outputs = 3, .num_parts = 5};
      if (form % 2) problem.labels = labels;
      problem.task = form % 2 ? NNREG_CLASSIFICATION : NNREG_REGRESSION;
      size_t length = linear_block_length(&problem);
      assert_in_range(length, 1, before);
      if (size < 100) assert_int_equal(length, NNREG_LINEAR_BLOCK);
      before = length;
    }
    assert_int_equal(before, 1);
  }
}

/* ------------------------------------------------------------------- Stops -- */

static const int UP = 1;

/* Coordinate steps of a model may take minutes: they end when the flag is up. */
static void test_model_stops(void **state)
{
  (void)state;
  bowl b;
  double before[WEIGHTS];
  make_bowl(&b, 3);
  b.q.active = take(WEIGHTS, sizeof *b.q.active);
  b.q.marks = take(WEIGHTS, sizeof *b.q.marks);
  b.q.moves = take(WEIGHTS, sizeof *b.q.moves);
  memcpy(before, b.w, sizeof before);
  nnreg_blas_heed(test_blas, &UP);
  assert_false(linear_quadratic_solve(&b.q, 1e-20));
  assert_memory_equal(b.w, before, sizeof before);
  nnreg_blas_heed(test_blas, NULL);
  assert_true(linear_quadratic_solve(&b.q, 1e-20));
  for (size_t j = 0; j < FIRST; j++) ASSERT_NEAR(slope_of(&b, j), 0, 1e-9);
  linear_directions_close(&b.directions);
  give_back(NULL);
}

static void test_descent_stops(void **state)
{
  (void)state;
  table_plan plan = {.task = NNREG_CLASSIFICATION,
                     .samples = 40,
                     .inputs = 25,
                     .outputs = 2,
                     .density = 0.2,
                     .l1 = 0.01,
                     .no_intercept = true};
  quadratic q = {.count = 0};
  make_quadratic(&q, &plan);
  make_descent(&q);
  nnreg_blas_heed(test_blas, &UP);
  assert_true(linear_descent_solve(&q.descent, q.before, 1e-22) == 0);
  assert_memory_equal(q.w, q.before, q.count * sizeof *q.w);
  nnreg_blas_heed(test_blas, NULL);
  assert_true(linear_descent_solve(&q.descent, q.before, 1e-22) > 0);
  linear_descent_close(&q.descent);
  linear_model_close(&q.model);
  linear_columns_close(&q.columns);
  give_back(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {TEST(test_twins),       TEST(test_descent),
                                     TEST(test_directions),  TEST(test_open_directions),
                                     TEST(test_rescale),     TEST(test_gradient),
                                     TEST(test_factor),      TEST(test_blocks),
                                     TEST(test_model_stops), TEST(test_descent_stops)};
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
