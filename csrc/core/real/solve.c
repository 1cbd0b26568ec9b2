/* Proximal gradient with momentum on all samples: FISTA (Beck and Teboulle, SIAM J. Imaging
 * Sci. 2009), for a data loss f and a penalty whose proximal map is known.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From x (now) and the point before it
 *   y = x + b (x - before),  next = prox of the penalty at y - grad f (y) / (L d),
 * in the diagonal metric d that evens out the inputs' scales. L grows until
 *   f (next) <= f (y) + <grad f (y), next - y> + L/2 |next - y|_d^2,
 * and may fall again slowly. The momentum starts anew where it points uphill (O'Donoghue
 * and Candes, Found. Comput. Math. 2015), and where the objective would rise: so networks
 * with hidden layers, whose f is not convex, go down as well.
 *
 * It ends when no condition of optimality is violated by more than the tolerance: in units
 * of the gradient by sqrt (d) w, and times the responses' root mean square.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "engine.h"

enum { MAX_DOUBLINGS = 100 };

/* L falls by so much a step while nothing speaks against it. */
static const double RELAXATION = 0.98;

typedef struct {
  const nnreg_problem *problem;
  nnreg_objective objective;
  nnreg_state *state;
  size_t count;                   /* P                                    */
  double *metric;                 /* (D) of the first layer's inputs      */
  real *now, *before;             /* (P) the state's                      */
  real *point, *next, *gradient;  /* (P) y, the step from it, grad f (y)  */
  double loss, metric_now, value; /* at now: f, the metric, f + penalty   */
  double unit;                    /* of the gradient */
  bool open;                      /* the objective   */
} solver;

/* ------------------------------------------------------------------- Prox -- */

/* The thresholds of a layer for one column of weights. */
typedef struct {
  double l1, ridge, group; /* lambda / (L d) */
} shrinkage;

static double soft(double z, double t) { return z > t ? z - t : z < -t ? z + t : 0; }

/* w = the prox of l1 |w|_1 + ridge |w|^2 + group |w|_2 at z, in place. */
static void shrink(real *z, size_t count, const shrinkage *by)
{
  double square = 0, scale = 1 / (1 + 2 * by->ridge);
  for (size_t u = 0; u < count; u++) {
    double w = soft((double)z[u], by->l1);
    square += w * w;
    z[u] = (real)w;
  }
  if (by->group > 0) {
    double norm = sqrt(square);
    scale *= norm > by->group ? 1 - by->group / norm : 0;
  }
  for (size_t u = 0; u < count && scale != 1; u++) z[u] = scale > 0 ? (real)scale * z[u] : 0;
}

static double metric_of(const solver *s, size_t layer, size_t column)
{
  return layer == 0 ? s->metric[column] : 1;
}

/* next = prox (point - gradient / (L d)). */
static void step(solver *s, double curvature)
{
  const nnreg_network *network = s->problem->network;
  const nnreg_penalty *penalty = s->problem->penalty;
  size_t at = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    size_t units = network->sizes[l + 1];
    for (size_t j = 0; j <= network->sizes[l]; j++, at += units) {
      bool bias = j == network->sizes[l];
      double rate = 1 / (curvature * (bias ? 1 : metric_of(s, l, j)));
      for (size_t i = at; i < at + units; i++)
        s->next[i] = (real)((double)s->point[i] - rate * (double)s->gradient[i]);
      if (bias) continue;
      for (size_t i = at; s->problem->keep_zeros && i < at + units; i++)
        if (s->now[i] == 0) s->next[i] = 0;
      shrinkage by = {.l1 = rate * penalty->lambda1[l],
                      .ridge = rate * penalty->lambda2[l],
                      .group = l == 0 ? rate * penalty->group : 0};
      shrink(s->next + at, units, &by);
    }
  }
}

/* ------------------------------------------------------------------- Steps -- */

/* What a step from the point did. */
typedef struct {
  double slope;    /* <gradient, next - point>                       */
  double distance; /* |next - point|_d^2                             */
  double uphill;   /* <point - next, next - now>_d                   */
  double longest;  /* the largest sqrt (d) |next - point| of a weight */
} move;

static move measure(const solver *s)
{
  const nnreg_network *network = s->problem->network;
  move sums = {0, 0, 0, 0};
  size_t at = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    size_t units = network->sizes[l + 1];
    for (size_t j = 0; j <= network->sizes[l]; j++) {
      double d = j == network->sizes[l] ? 1 : metric_of(s, l, j), root = sqrt(d);
      for (size_t end = at + units; at < end; at++) {
        double gone = (double)s->next[at] - (double)s->point[at];
        sums.slope += (double)s->gradient[at] * gone;
        sums.distance += d * gone * gone;
        sums.uphill -= d * gone * ((double)s->next[at] - (double)s->now[at]);
        sums.longest = fmax(sums.longest, root * fabs(gone));
      }
    }
  }
  return sums;
}

/* What rounding may add to a loss. */
static double slack(const solver *s, double loss)
{
  double digits = s->problem->network->precision == NNREG_DOUBLE ? DBL_EPSILON : FLT_EPSILON;
  return 8 * digits * fabs(loss);
}

static void look_ahead(solver *s)
{
  double t = s->state->momentum, after = (1 + sqrt(1 + 4 * t * t)) / 2, b = (t - 1) / after;
  for (size_t i = 0; i < s->count; i++)
    s->point[i] = (real)((double)s->now[i] + b * ((double)s->now[i] - (double)s->before[i]));
  s->state->momentum = after;
}

/* A step from the point, with an L that holds; its loss and metric. */
static nnreg_status step_far_enough(solver *s, move *gone, double *loss, double *metric,
                                    nnreg_message *why)
{
  nnreg_state *state = s->state;
  double at_point;
  nnreg_status status =
      nnreg_objective_gradient(&s->objective, s->point, &at_point, s->gradient, why);
  for (int i = 0; status == NNREG_OK && i < MAX_DOUBLINGS; i++) {
    step(s, state->curvature);
    *gone = measure(s);
    status = nnreg_objective_value(&s->objective, s->next, loss, metric, why);
    double bound = at_point + gone->slope + state->curvature / 2 * gone->distance;
    if (status != NNREG_OK || *loss <= bound + slack(s, at_point)) return status;
    state->curvature *= 2;
  }
  if (status != NNREG_OK) return status;
  return nnreg_fail(why, NNREG_DIVERGED, "the loss is not finite (step %.0f)", state->step + 1);
}

static double penalty_at(const solver *s, const real *theta)
{
  return nnreg_penalty_value(s->problem->network, s->problem->penalty, theta);
}

/* One step of the solver; state->converged when it was the last one needed. */
static nnreg_status advance(solver *s, nnreg_message *why)
{
  nnreg_state *state = s->state;
  move gone;
  double loss, metric;
  bool pushed = state->momentum > 1;
  look_ahead(s);
  nnreg_status status = step_far_enough(s, &gone, &loss, &metric, why);
  if (status != NNREG_OK) return status;
  double value = loss + penalty_at(s, s->next);
  bool rises = pushed && value > s->value + slack(s, s->value);
  if (rises || gone.uphill > 0) state->momentum = 1;
  memcpy(s->before, s->now, s->count * sizeof *s->now);
  if (rises) return NNREG_OK; /* once more, from now itself */
  memcpy(s->now, s->next, s->count * sizeof *s->now);
  s->loss = loss;
  s->metric_now = metric;
  s->value = value;
  state->step++;
  state->converged = state->curvature * gone.longest <= s->problem->tolerance * s->unit;
  state->curvature *= RELAXATION;
  return NNREG_OK;
}

/* ---------------------------------------------------------------- Training -- */

/* The root mean square of the responses, 1 for classes. */
static double response_unit(const nnreg_problem *problem)
{
  size_t outputs = problem->network->sizes[problem->network->num_layers];
  const nnreg_samples *train = &problem->train;
  const real *y = train->targets->responses;
  double sum = 0;
  if (problem->network->task == NNREG_CLASSIFICATION) return 1;
  for (size_t k = 0; k < train->num_rows; k++) {
    const real *row = y + (train->rows ? train->rows[k] : k) * outputs;
    for (size_t i = 0; i < outputs; i++) sum += (double)row[i] * (double)row[i];
  }
  double unit = sqrt(sum / (double)train->num_rows / (double)outputs);
  return unit > 0 ? unit : 1;
}

static nnreg_status open_solver(solver *s, const nnreg_blas *blas, const nnreg_problem *problem,
                                const nnreg_limits *limits, nnreg_state *state, nnreg_message *why)
{
  *s = (solver){.problem = problem,
                .state = state,
                .now = state->theta,
                .before = state->first_moment,
                .unit = response_unit(problem)};
  s->count = nnreg_network_num_parameters(problem->network);
  nnreg_status status = nnreg_objective_open(&s->objective, blas, problem->network, &problem->train,
                                             limits->num_threads, s->now, why);
  if (status != NNREG_OK) return status;
  s->open = true;
  s->objective.trainer.watch = nnreg_stopwatch_start(limits->profile);
  s->metric = nnreg_alloc(problem->network->sizes[0], sizeof *s->metric);
  s->point = nnreg_alloc(s->count, sizeof *s->point);
  s->next = nnreg_alloc(s->count, sizeof *s->next);
  s->gradient = nnreg_alloc(s->count, sizeof *s->gradient);
  if (!s->metric || !s->point || !s->next || !s->gradient)
    return nnreg_no_memory(why, "the solver");
  status = nnreg_input_metric(&problem->train, s->metric, why);
  if (status == NNREG_OK)
    status = nnreg_objective_value(&s->objective, s->now, &s->loss, &s->metric_now, why);
  if (status != NNREG_OK) return status;
  s->value = s->loss + penalty_at(s, s->now);
  if (state->step > 0) return NNREG_OK;
  state->momentum = state->curvature = 1;
  memcpy(s->before, s->now, s->count * sizeof *s->now);
  return NNREG_OK;
}

static void close_solver(solver *s)
{
  if (s->open) nnreg_objective_close(&s->objective);
  nnreg_free(s->metric);
  nnreg_free(s->point);
  nnreg_free(s->next);
  nnreg_free(s->gradient);
}

static nnreg_status finish_epoch(solver *s, size_t num_threads, nnreg_epoch *row,
                                 nnreg_message *why)
{
  const nnreg_problem *problem = s->problem;
  nnreg_trainer *t = &s->objective.trainer;
  nnreg_to_panels(&t->plan, s->now, t->net.theta);
  *row = (nnreg_epoch){.data_loss = s->loss,
                       .metric = s->metric_now,
                       .penalty = penalty_at(s, s->now),
                       .zeros = nnreg_penalty_zeros(problem->network, problem->penalty, s->now)};
  nnreg_status status = nnreg_validate(t, problem, s->state, num_threads, row, why);
  if (status == NNREG_OK) s->state->epoch++;
  return status;
}

static nnreg_status run(solver *s, const nnreg_limits *limits, double began, nnreg_epoch *history,
                        size_t *num_finished, nnreg_message *why)
{
  nnreg_state *state = s->state;
  double mark = began;
  while (!nnreg_is_over(s->problem, state) && *num_finished < limits->num_epochs) {
    bool over = state->converged != 0 || state->step >= NNREG_FISTA_STEPS * (state->epoch + 1);
    nnreg_status status =
        over ? finish_epoch(s, limits->num_threads, &history[*num_finished], why) : advance(s, why);
    if (status != NNREG_OK) return status;
    double time = nnreg_now();
    state->seconds += time - mark;
    mark = time;
    if (over) {
      history[*num_finished].seconds = state->seconds;
      state->seconds = 0;
      ++*num_finished;
    }
    if (time >= began + limits->seconds) break;
  }
  return NNREG_OK;
}

nnreg_status nnreg_solve(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why)
{
  solver s;
  double began = nnreg_now();
  *num_finished = 0;
  nnreg_status status = open_solver(&s, blas, problem, limits, state, why);
  if (status == NNREG_OK) status = run(&s, limits, began, history, num_finished, why);
  if (s.open) nnreg_lap(&s.objective.trainer.watch, NNREG_PHASE_CALL);
  close_solver(&s);
  return status;
}
