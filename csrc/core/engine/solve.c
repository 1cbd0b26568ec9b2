/* Proximal gradient with momentum on all samples: FISTA (Beck and Teboulle, SIAM J. Imaging
 * Sci. 2009), for a data loss f and a penalty whose proximal map is known.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From x (now) and the point before it
 *   y = x + b (x - before),  next = prox of the penalty at y - grad f (y) / (L d),
 * where the diagonal d, the inputs' variances, evens out their scales. L grows until
 *   f (next) <= f (y) + <grad f (y), next - y> + L/2 |next - y|_d^2,
 * and may slowly fall again. The momentum starts anew when it points uphill (O'Donoghue
 * and Candes, Found. Comput. Math. 2015), and when the objective would rise: so networks
 * with hidden layers, whose f is not convex, go down as well.
 *
 * It ends when no condition of optimality is violated by more than the tolerance. A violation
 * is measured in the gradient with respect to sqrt (d) w, relative to the responses' deviation.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "solve.h"

enum { MAX_DOUBLINGS = 100, LEVEL_RATIO = 16 };

/* The factor of L after each step that allows a smaller one. */
static const double RELAXATION = 0.98;

/* Where classes separate without a penalty there is no optimum: twice the weights have half the
 * loss, for ever. A training ends when all samples are right and the loss is this small. */
static const double SEPARATED_LOSS = 1e-3;

/* ------------------------------------------------------------------- Steps -- */

/* What a step from the point did, inputs centred. */
typedef struct {
  double slope;     /* <gradient, next - point>                        */
  double distance;  /* |next - point|_d^2                              */
  double uphill;    /* <point - next, next - now>_d                    */
  double longest;   /* the largest sqrt (d) |next - point| of a weight */
  double violation; /* the largest L longest of all L that were tried: a rounded step may be 0 */
  bool telling;     /* the losses show, despite rounding, whether L fits */
} move;

static void measure_column(const nnreg_fista *s, const nnreg_column *c, move *sums)
{
  const double *drift = s->drift, *drift_now = s->drift + s->units;
  double root = sqrt(c->d);
  for (size_t u = 0, i = c->at; u < c->units; u++, i++) {
    double gone = (double)s->next[i] - (double)s->point[i] + (c->drifts ? drift[u] : 0);
    double since = (double)s->next[i] - (double)s->now[i] + (c->drifts ? drift_now[u] : 0);
    sums->slope += (double)s->gradient[i] * gone;
    sums->distance += c->d * gone * gone;
    sums->uphill -= c->d * gone * since;
    sums->longest = fmax(sums->longest, root * fabs(gone));
  }
}

static move measure(const nnreg_fista *s)
{
  move sums = {.slope = 0};
  nnreg_drift(s, s->point, s->next, s->drift);
  nnreg_drift(s, s->now, s->next, s->drift + s->units);
  for (nnreg_column c = nnreg_first_column(s); c.units; c = nnreg_next_column(s, &c))
    measure_column(s, &c, &sums);
  return sums;
}

static double largest(const double *values, size_t count)
{
  double most = 0;
  for (size_t i = 0; i < count; i++) most = fmax(most, values[i]);
  return most;
}

/* Sets the sizes of the terms in b + W x at the point, for the unit of the first layer where they
 * are largest. cancelling is |b| + sum_j |W(:,j)| (|mean_j| + |shift_j|): in b + W mean these terms
 * may cancel, and in products that subtract the shift late; rounding errors stay. adding is
 * sum_j |W(:,j)| deviation_j. */
static void measure_terms(nnreg_fista *s)
{
  const nnreg_data *data = s->problem->train.data;
  bool shifted = nnreg_is_shifted(data);
  double *far = s->drift, *near = s->drift + s->units;
  for (size_t u = 0; u < s->units; u++) {
    far[u] = fabs((double)s->point[s->inputs * s->units + u]);
    near[u] = 0;
  }
  for (size_t j = 0, at = 0; j < s->inputs; j++) {
    double offset = fabs(s->mean[j]) + (shifted ? fabs(data->shift[j]) : 0);
    double deviation = sqrt(s->variance[j]);
    for (size_t u = 0; u < s->units; u++, at++) {
      far[u] += offset * fabs((double)s->point[at]);
      near[u] += deviation * fabs((double)s->point[at]);
    }
  }
  s->cancelling = largest(far, s->units);
  s->adding = largest(near, s->units);
}

static double digits(void)
{
  return sizeof(real) == sizeof(double) ? DBL_EPSILON : (double)FLT_EPSILON;
}

/* The rounding error of a loss at the point: from its sum, which is of doubles in any precision and
 * has another order in a pass than in a gradient, and from the outputs. The slope of the
 * loss by its outputs is at most 2 sqrt (loss), also of Huber's, or of a softmax twice the loss.
 * Without these errors the loss of a short step seems too large, L is doubled until the step
 * underflows, and a step of length 0 passes for convergence. */
static double slack(const nnreg_fista *s, double loss)
{
  bool squares = s->problem->network->task == NNREG_REGRESSION;
  double slope = squares ? 2 * sqrt(fabs(loss)) : 1;
  double flat = squares ? slope : fmin(1, 2 * fabs(loss));
  return 64 * DBL_EPSILON * fabs(loss) +
         digits() * (8 * (fabs(loss) + slope * s->cancelling) + flat * s->adding);
}

static double rounding(const nnreg_fista *s, double cancelling)
{
  return 4 * digits() * (s->unit + 2 * cancelling);
}

/* The tolerance, but never below rounding error. */
static double tolerable(const nnreg_fista *s)
{
  return fmax(s->problem->tolerance * s->unit, rounding(s, s->cancelling));
}

/* Why a training ends at a violation: the tolerance is reached, or as nearly as the precision
 * allows without cancellation; or rounding ended it before, or left out an input. */
static double end_with(const nnreg_fista *s, double violation)
{
  double wanted = fmax(s->problem->tolerance * s->unit, rounding(s, s->unit));
  return s->hidden || violation > 10 * wanted ? NNREG_ROUNDED : NNREG_CONVERGED;
}

static void look_ahead(nnreg_fista *s)
{
  double t = s->state->momentum, after = (1 + sqrt(1 + 4 * t * t)) / 2, b = (t - 1) / after;
  for (size_t i = 0; i < s->count; i++)
    s->point[i] = (real)((double)s->now[i] + b * ((double)s->now[i] - (double)s->before[i]));
  s->state->momentum = after;
}

/* The gradient by W at constant b + W mean is the one at constant b, minus gradient_b mean'. */
static void centre_gradient(const nnreg_fista *s)
{
  const real *by_bias = s->gradient + s->inputs * s->units;
  for (size_t j = 0, at = 0; j < s->inputs; j++)
    for (size_t u = 0; u < s->units; u++, at++)
      s->gradient[at] = s->variance[j] > 0
                            ? (real)((double)s->gradient[at] - s->mean[j] * (double)by_bias[u])
                            : 0;
}

/* Steps from the point with an L that is large enough; sets the loss and metric there. */
static nnreg_status step_safely(nnreg_fista *s, move *gone, double *loss, double *metric,
                                nnreg_message *why)
{
  nnreg_state *state = s->state;
  double at_point, curvature = state->curvature, violation = 0;
  nnreg_status status =
      nnreg_objective_gradient(&s->objective, s->point, &at_point, s->gradient, why);
  if (status == NNREG_OK) centre_gradient(s);
  measure_terms(s);
  for (int i = 0; status == NNREG_OK && i < MAX_DOUBLINGS; i++) {
    nnreg_prox_step(s, state->curvature);
    *gone = measure(s);
    gone->violation = violation = fmax(violation, state->curvature * gone->longest);
    if (gone->longest == 0) state->curvature = curvature; /* a larger L made it underflow */
    status = nnreg_objective_value(&s->objective, s->next, loss, metric, why);
    double bend = state->curvature / 2 * gone->distance, noise = slack(s, at_point);
    gone->telling = bend > 4 * noise;
    /* Rounding of the losses may hide a step that is as short as convergence requires. */
    bool holds = *loss <= at_point + gone->slope + bend + noise ||
                 (isfinite(*loss) && (violation <= tolerable(s) || gone->longest == 0));
    if (status != NNREG_OK || holds) return status;
    state->curvature *= 2;
  }
  if (status != NNREG_OK) return status;
  return nnreg_fail(why, NNREG_DIVERGED, "the loss is not finite (step %.0f)", state->step + 1);
}

static bool is_penalised(const nnreg_problem *problem)
{
  const nnreg_penalty *penalty = problem->penalty;
  double sum = penalty->group;
  for (size_t l = 0; l < problem->network->num_layers; l++)
    sum += penalty->lambda1[l] + penalty->lambda2[l];
  return sum > 0;
}

static bool separates(const nnreg_fista *s)
{
  const nnreg_network *network = s->problem->network;
  return network->task == NNREG_CLASSIFICATION && network->num_layers == 1 && s->metric == 1 &&
         s->loss <= SEPARATED_LOSS && !is_penalised(s->problem);
}

static double penalty_at(const nnreg_fista *s, const real *theta)
{
  return nnreg_penalty_value(s->problem->network, s->problem->penalty, theta);
}

/* One step of the solver; sets state->converged if no other is needed. */
static nnreg_status advance(nnreg_fista *s, nnreg_message *why)
{
  nnreg_state *state = s->state;
  move gone;
  double loss, metric;
  double momentum = state->momentum, curvature = state->curvature;
  bool pushed = momentum > 1;
  look_ahead(s);
  nnreg_status status = step_safely(s, &gone, &loss, &metric, why);
  if (status != NNREG_OK) {
    state->momentum = momentum; /* so that the step can be repeated */
    state->curvature = curvature;
    return status;
  }
  double value = loss + penalty_at(s, s->next), violation = gone.violation;
  bool rises = value > state->lowest + slack(s, state->lowest);
  bool stuck = rises || gone.longest == 0;
  if (stuck || gone.uphill > 0) state->momentum = 1;
  memcpy(s->before, s->now, s->count * sizeof *s->now);
  state->step++;
  if (violation <= tolerable(s)) state->converged = end_with(s, violation);
  /* The next step starts from now itself; one without momentum is stuck by rounding alone. */
  if (stuck && !pushed && state->converged == 0) state->converged = end_with(s, violation);
  if (rises) return NNREG_OK;
  memcpy(s->now, s->next, s->count * sizeof *s->now);
  s->loss = loss;
  s->metric = metric;
  s->value = value;
  state->lowest = fmin(state->lowest, value);
  if (separates(s)) state->converged = NNREG_CONVERGED;
  if (gone.telling) state->curvature *= RELAXATION;
  return NNREG_OK;
}

/* ---------------------------------------------------------------- Training -- */

/* Weighted mean over the samples of response i's (y - centre), or of its square. */
static double mean_response(const nnreg_problem *problem, size_t i, double centre, bool squared)
{
  size_t outputs = problem->network->sizes[problem->network->num_layers];
  const nnreg_samples *train = &problem->train;
  const real *y = train->targets->responses;
  double sum = 0, weight = 0;
  for (size_t k = 0; k < train->num_rows; k++) {
    size_t row = nnreg_row(train, k);
    double w = train->targets->weights ? train->targets->weights[row] : 1;
    double gone = (double)y[row * outputs + i] - centre;
    sum += w * (squared ? gone * gone : gone);
    weight += w;
  }
  return sum / weight;
}

/* Standard deviation of the responses, or the threshold of their loss if that is less; root mean
 * square over them; 1 for classes. */
static double response_unit(const nnreg_problem *problem)
{
  size_t outputs = problem->network->sizes[problem->network->num_layers];
  const double *thresholds = problem->train.targets->thresholds;
  double square = 0;
  if (problem->network->task == NNREG_CLASSIFICATION) return 1;
  for (size_t i = 0; i < outputs; i++) {
    double variance = mean_response(problem, i, mean_response(problem, i, 0, false), true);
    square += thresholds ? fmin(variance, thresholds[i] * thresholds[i]) : variance;
  }
  return square > 0 ? sqrt(square / (double)outputs) : 1;
}

/* Steps stay in the span of d^-1 X': from 0 they lead to the solution of least norm in sqrt (d) w.
 * Without a penalty it should be the least in w itself; so d is the same for all inputs, unless
 * their scales are so different that the steps would be too many. */
static void level_variances(const nnreg_fista *s)
{
  double least = INFINITY, most = 0, sum = 0, count = 0;
  if (s->problem->network->num_layers > 1 || is_penalised(s->problem)) return;
  for (size_t j = 0; j < s->inputs; j++) {
    if (s->variance[j] == 0) continue;
    least = fmin(least, s->variance[j]);
    most = fmax(most, s->variance[j]);
    sum += s->variance[j];
    count++;
  }
  if (most > LEVEL_RATIO * least) return;
  for (size_t j = 0; j < s->inputs; j++)
    if (s->variance[j] > 0) s->variance[j] = sum / count;
}

/* The columns of a group have the same d: for another metric its proximal map has no formula. */
static void level_groups(const nnreg_fista *s)
{
  const nnreg_penalty *penalty = s->problem->penalty;
  if (!penalty->groups.starts || penalty->group == 0) return;
  for (size_t g = 0; g < penalty->groups.count; g++) {
    nnreg_range members = nnreg_group_members(penalty, g);
    double most = 0;
    for (size_t i = members.first; i < members.first + members.count; i++)
      most = fmax(most, s->variance[nnreg_group_input(penalty, i)]);
    for (size_t i = members.first; i < members.first + members.count; i++)
      if (s->variance[nnreg_group_input(penalty, i)] > 0)
        s->variance[nnreg_group_input(penalty, i)] = most;
  }
}

/* A linear model without an intercept cannot shift its inputs: mean squares take the place of
 * variances. */
static void forget_means(nnreg_fista *s)
{
  if (!s->problem->no_intercept || s->problem->network->num_layers > 1) return;
  for (size_t j = 0; j < s->inputs; j++) {
    s->variance[j] += s->mean[j] * s->mean[j];
    s->mean[j] = 0;
  }
  s->hidden = false;
}

static nnreg_status open_solver(nnreg_fista *s, const nnreg_blas *blas,
                                const nnreg_problem *problem, const nnreg_limits *limits,
                                nnreg_state *state, nnreg_message *why)
{
  *s = (nnreg_fista){.problem = problem,
                     .state = state,
                     .now = state->theta,
                     .before = state->first_moment,
                     .inputs = problem->network->sizes[0],
                     .units = problem->network->sizes[1],
                     .unit = response_unit(problem)};
  nnreg_model model = {.network = problem->network, .theta = s->now};
  s->count = nnreg_network_num_parameters(problem->network);
  nnreg_status status =
      nnreg_objective_open(&s->objective, blas, &model, &problem->train, limits->num_threads, why);
  if (status != NNREG_OK) return status;
  s->open = true;
  s->objective.trainer.watch = nnreg_stopwatch_start(limits->profile);
  s->mean = nnreg_alloc(s->inputs, sizeof *s->mean);
  s->variance = nnreg_alloc(s->inputs, sizeof *s->variance);
  s->drift = nnreg_alloc(s->units, 2 * sizeof *s->drift);
  s->squares = nnreg_alloc(s->inputs, sizeof *s->squares);
  s->point = nnreg_alloc(s->count, sizeof *s->point);
  s->next = nnreg_alloc(s->count, sizeof *s->next);
  s->gradient = nnreg_alloc(s->count, sizeof *s->gradient);
  if (!s->mean || !s->variance || !s->drift || !s->squares || !s->point || !s->next || !s->gradient)
    return nnreg_no_memory(why, "the solver");
  status = nnreg_input_moments(blas, &problem->train, s->mean, s->variance, &s->hidden, why);
  if (status != NNREG_OK) return status;
  forget_means(s);
  level_variances(s);
  level_groups(s);
  status = nnreg_objective_value(&s->objective, s->now, &s->loss, &s->metric, why);
  if (status != NNREG_OK) return status;
  s->value = s->loss + penalty_at(s, s->now);
  if (state->step > 0) return NNREG_OK;
  state->momentum = state->curvature = 1;
  state->lowest = s->value;
  memcpy(s->before, s->now, s->count * sizeof *s->now);
  return NNREG_OK;
}

static void close_solver(nnreg_fista *s)
{
  if (s->open) nnreg_objective_close(&s->objective);
  nnreg_free(s->mean);
  nnreg_free(s->variance);
  nnreg_free(s->drift);
  nnreg_free(s->squares);
  nnreg_free(s->point);
  nnreg_free(s->next);
  nnreg_free(s->gradient);
}

/* The loss may be finite though a weight is NaN, if that only makes a class unlikely. */
static bool all_finite(const nnreg_fista *s)
{
  real sum = 0;
  for (size_t i = 0; i < s->count; i++) sum += s->now[i] * 0;
  return sum == 0;
}

static nnreg_status finish_epoch(nnreg_fista *s, size_t num_threads, nnreg_epoch *row,
                                 nnreg_message *why)
{
  const nnreg_problem *problem = s->problem;
  nnreg_trainer *t = &s->objective.trainer;
  nnreg_to_panels(&t->plan, s->now, t->net.theta);
  *row = (nnreg_epoch){.data_loss = s->loss,
                       .metric = s->metric,
                       .penalty = penalty_at(s, s->now),
                       .zeros = nnreg_penalty_zeros(problem->network, problem->penalty, s->now)};
  if (!all_finite(s) || !isfinite(row->data_loss + row->penalty))
    return nnreg_fail(why, NNREG_DIVERGED, "weights or penalty are not finite after step %.0f",
                      s->state->step);
  nnreg_status status = nnreg_validate(t, problem, s->state, num_threads, row, why);
  if (status == NNREG_OK) s->state->epoch++;
  return status;
}

static nnreg_status solve_epochs(nnreg_fista *s, const nnreg_limits *limits, double began,
                                 nnreg_epoch *history, size_t *num_finished, nnreg_message *why)
{
  nnreg_state *state = s->state;
  double mark = began;
  while (!nnreg_is_over(s->problem, state) && *num_finished < limits->num_epochs) {
    bool over = state->converged != 0 || state->step >= NNREG_FISTA_STEPS * (state->epoch + 1);
    nnreg_epoch *row = over ? &history[*num_finished] : NULL;
    nnreg_status status = row ? finish_epoch(s, limits->num_threads, row, why) : advance(s, why);
    if (status != NNREG_OK) return status;
    mark = nnreg_count_seconds(state, mark, row, num_finished);
    if (mark >= began + limits->seconds || nnreg_is_stopped(s->objective.trainer.net.blas)) break;
  }
  return NNREG_OK;
}

nnreg_status nnreg_solve(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why)
{
  nnreg_fista s;
  double began = nnreg_now();
  *num_finished = 0;
  nnreg_status status = open_solver(&s, blas, problem, limits, state, why);
  if (status == NNREG_OK) status = solve_epochs(&s, limits, began, history, num_finished, why);
  if (s.open) nnreg_lap(&s.objective.trainer.watch, NNREG_PHASE_CALL);
  close_solver(&s);
  return status;
}
