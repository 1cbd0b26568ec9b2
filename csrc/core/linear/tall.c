/* Regression where samples outnumber inputs: all that is needed of X are the products of its
 * columns.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With Z the model's columns, v the samples' shares and R responses the loss is
 *   (1 / R) sum_r (yy_r - 2 w_r' c_r + w_r' G w_r),  G = Z' v Z,  c = Z' v y;
 * hessian and pull are 2 / R times G and c.
 */
#include <math.h>
#include <string.h>

#include "linear.h"

struct linear_tall {
  linear_model *model;
  const double *own, *judge; /* products of the samples to learn from, and of the part, or NULL */
  double *products;          /* (E x E) of the samples to learn from, if these are not all      */
  const double *centre;
  size_t inputs, lanes, order;
  double total;      /* weight to learn from */
  double *hessian;   /* (D x D) */
  double *pull, *g;  /* (D x R) */
  double *curvature; /* (D)     */
  double *square;    /* (R) yy  */
  double *guess;     /* (E) scratch: see part_losses */
  double *before;    /* (D x R) weights a point ago */
  bool has_before;
  linear_newton *newton; /* (R) */
  linear_quadratic quadratic;
  linear_newton *again; /* (R) of refits, or NULL: there was none */
};

void linear_tall_close(linear_tall *t)
{
  if (!t) return;
  nnreg_free(t->products);
  nnreg_free(t->hessian);
  nnreg_free(t->pull);
  nnreg_free(t->g);
  nnreg_free(t->curvature);
  nnreg_free(t->square);
  nnreg_free(t->guess);
  nnreg_free(t->before);
  nnreg_free(t->quadratic.active);
  nnreg_free(t->quadratic.marks);
  nnreg_free(t->quadratic.moves);
  nnreg_free(t->quadratic.equations);
  for (size_t r = 0; r < t->lanes && t->newton; r++) linear_newton_close(t->newton + r);
  nnreg_free(t->newton);
  for (size_t r = 0; r < t->lanes && t->again; r++) linear_newton_close(t->again + r);
  nnreg_free(t->again);
  nnreg_free(t);
}

static nnreg_status open_arrays(linear_tall *t, bool is_part, nnreg_message *why)
{
  size_t inputs = t->inputs, lanes = t->lanes;
  t->hessian = nnreg_alloc(inputs * inputs, sizeof *t->hessian);
  t->pull = nnreg_alloc(inputs * lanes, sizeof *t->pull);
  t->g = nnreg_alloc(inputs * lanes, sizeof *t->g);
  t->curvature = nnreg_alloc(inputs, sizeof *t->curvature);
  t->square = nnreg_alloc(lanes, sizeof *t->square);
  t->guess = nnreg_alloc(t->order, sizeof *t->guess);
  t->before = nnreg_alloc(inputs * lanes, sizeof *t->before);
  linear_quadratic *q = &t->quadratic;
  q->active = nnreg_alloc(inputs, sizeof *q->active);
  q->marks = nnreg_alloc(inputs, sizeof *q->marks);
  q->moves = nnreg_alloc(inputs * lanes, sizeof *q->moves);
  t->newton = nnreg_alloc(lanes, sizeof *t->newton);
  if (t->newton) memset(t->newton, 0, lanes * sizeof *t->newton);
  bool grouped = t->model->penalty.num_groups > 0;
  if (grouped) q->equations = nnreg_alloc(inputs * lanes * LINEAR_EQUATIONS, sizeof(double));
  if (is_part) t->products = nnreg_alloc(t->order * t->order, sizeof *t->products);
  bool all = t->hessian && t->pull && t->g && t->curvature && t->square && t->guess && t->before &&
             q->active && q->marks && q->moves && t->newton && (t->products || !is_part) &&
             (q->equations || !grouped);
  if (!all) return nnreg_no_memory(why, "the products of X's columns");
  memset(q->marks, 0, inputs * sizeof *q->marks);
  q->newton = t->newton;
  nnreg_status status = NNREG_OK;
  for (size_t r = 0; r < lanes && status == NNREG_OK; r++)
    status = linear_newton_reserve(t->newton + r, inputs, why);
  return status;
}

/* The products of the samples that the model of a part learns from. Parts are added, not this one
 * subtracted from all: its values may be so large that rounding errors would be left. Very many
 * parts are small, and adding would take too long. */
static void sum_others(linear_tall *t, const linear_gram *gram)
{
  enum { MANY = 64 };
  size_t count = t->order * t->order, part = t->model->part;
  bool forward = t->model->problem->forward;
  if (gram->num_parts > MANY && !forward) {
    for (size_t i = 0; i < count; i++) t->products[i] = gram->total[i] - t->judge[i];
    return;
  }
  memset(t->products, 0, count * sizeof *t->products);
  for (size_t p = 0; p < (forward ? part : gram->num_parts); p++)
    for (size_t i = 0; i < count && p != part; i++) t->products[i] += gram->products[i + p * count];
}

/* The models' means and scales, from the products. */
static void set_scales(linear_tall *t)
{
  const double rounding = 1e-13;
  const double *ones = t->own + (t->order - 1) * t->order;
  for (size_t j = 0; j < t->inputs; j++) {
    double square = t->own[j + j * t->order] / t->total, mean = ones[j] / t->total;
    double variance = square - mean * mean;
    linear_model_set_scale(t->model, j, mean, variance > rounding * square ? variance : 0);
  }
}

static void set_responses(linear_tall *t)
{
  size_t order = t->order;
  const double *ones = t->own + (order - 1) * order;
  for (size_t r = 0; r < t->lanes; r++) {
    size_t c = t->inputs + r;
    bool centred = t->model->problem->intercept;
    double mean = centred ? ones[c] / t->total : -t->centre[r];
    double square = t->own[c + c * order] / t->total - 2 * mean * ones[c] / t->total + mean * mean;
    bool varies = square > 1e-28 * t->centre[r] * t->centre[r];
    const double *unit = t->model->problem->response_scale;
    double scale = unit ? unit[r] : 1;
    t->model->response_mean[r] = centred ? t->centre[r] + mean : 0;
    t->model->response_scale[r] = scale;
    t->square[r] = varies ? square / (scale * scale) : 0;
    t->model->null_loss += t->square[r] / (double)t->lanes;
  }
}

/* The product of the model's columns i and k, a share of the weight. Those of responses are their
 * values less the response's mean. */
static double centred(const linear_tall *t, size_t i, size_t k, double mean_i, double mean_k)
{
  const double *ones = t->own + (t->order - 1) * t->order;
  double raw = t->own[i + k * t->order] - mean_i * ones[k] - mean_k * ones[i];
  return raw / t->total + mean_i * mean_k;
}

static void set_products(linear_tall *t)
{
  const linear_model *model = t->model;
  double unit = 2 / (double)t->lanes;
  for (size_t k = 0; k < t->inputs; k++) {
    double scale_k = model->scale[k];
    for (size_t j = 0; j < t->inputs; j++) {
      double scales = scale_k * model->scale[j];
      t->hessian[j + k * t->inputs] =
          scales > 0 ? unit * centred(t, j, k, model->mean[j], model->mean[k]) / scales : 0;
    }
    for (size_t r = 0; r < t->lanes; r++) {
      double scales = scale_k * model->response_scale[r];
      double mean = model->response_mean[r] - t->centre[r];
      t->pull[k + r * t->inputs] =
          scales > 0 ? unit * centred(t, k, t->inputs + r, model->mean[k], mean) / scales : 0;
    }
    t->curvature[k] = t->hessian[k + k * t->inputs];
  }
}

nnreg_status linear_tall_open(const linear_gram *gram, const double *centre, linear_model *model,
                              linear_tall **result, nnreg_message *why)
{
  linear_tall *t = nnreg_alloc(1, sizeof *t);
  *result = t;
  if (!t) return nnreg_no_memory(why, "a linear model");
  *t = (linear_tall){.model = model,
                     .centre = centre,
                     .inputs = gram->order - model->lanes - 1,
                     .lanes = model->lanes,
                     .order = gram->order};
  nnreg_status status = open_arrays(t, model->part > 0, why);
  if (status != NNREG_OK) return status;
  if (model->part > 0) {
    t->judge = gram->products + model->part * t->order * t->order;
    sum_others(t, gram);
  }
  t->own = t->products ? t->products : gram->total;
  t->total = t->own[t->order * t->order - 1];
  set_scales(t);
  set_responses(t);
  set_products(t);
  linear_quadratic *q = &t->quadratic;
  q->blas = gram->blas;
  q->penalty = &model->penalty;
  q->stride = t->inputs;
  q->hessian = t->hessian;
  q->w = model->weights;
  q->g = t->g;
  q->polish = true;
  q->kernels = nnreg_kernels_select();
  return NNREG_OK;
}

const double *linear_tall_gradient(linear_tall *t)
{
  for (size_t r = 0; r < t->lanes; r++) {
    double *g = t->g + r * t->inputs;
    const double *w = t->model->weights + r * t->inputs;
    for (size_t j = 0; j < t->inputs; j++) g[j] = -t->pull[j + r * t->inputs];
    for (size_t j = 0; j < t->inputs; j++)
      if (w[j] != 0) t->quadratic.kernels->add(t->inputs, w[j], t->hessian + j * t->inputs, g);
  }
  return t->g;
}

/* ------------------------------------------------------------------- Solve -- */

/* R / 2 times w' c and w' g of a lane. */
static void products_of(const linear_tall *t, size_t r, double *with_pull, double *with_g)
{
  const double *w = t->model->weights + r * t->inputs;
  double half = (double)t->lanes / 2;
  *with_pull = half * t->quadratic.kernels->dot(t->inputs, w, t->pull + r * t->inputs);
  *with_g = half * t->quadratic.kernels->dot(t->inputs, w, t->g + r * t->inputs);
}

/* The duality gap, and the objective in *objective. For the loss a / 2 with the residuals' a, and b
 * their product with y, the dual's value at -kappa g is kappa b - kappa^2 a / 2 - conjugate. */
static double gap(const linear_tall *t, double *objective)
{
  double a = 0, b = 0;
  for (size_t r = 0; r < t->lanes; r++) {
    double with_pull, with_g;
    products_of(t, r, &with_pull, &with_g);
    a += 2 * fmax(t->square[r] - with_pull + with_g, 0) / (double)t->lanes;
    b += 2 * (t->square[r] - with_pull) / (double)t->lanes;
  }
  linear_dual dual = linear_dual_of(&t->model->penalty, t->model->weights, t->g, t->curvature);
  *objective = a / 2 + dual.value;
  double kappa = dual.share;
  return *objective - (kappa * b - kappa * kappa * a / 2 - dual.conjugate) + dual.free;
}

static bool reach(linear_tall *t, double tolerance)
{
  enum { TIMES = 12 };
  const double rounding = 1e-14;
  double objective, allowed = 0;
  gap(t, &objective);
  double gain = tolerance * objective / 4;
  for (int i = 0; i < TIMES; i++) {
    if (!linear_quadratic_solve(&t->quadratic, gain)) return false;
    gain /= 16;
    double left = gap(t, &objective);
    allowed = fmax(tolerance * objective, rounding * t->model->null_loss);
    if (left <= allowed) return true;
  }
  linear_tall_gradient(t);
  return gap(t, &objective) <= 10 * allowed;
}

/* ------------------------------------------------------------------ Losses -- */

/* The weighted sum of a part's squared errors: with the residual as a sum of its columns it is
 * guess' products guess. */
static void part_losses(linear_tall *t, double *loss)
{
  const linear_model *model = t->model;
  size_t order = t->order;
  double weight = t->judge[order * order - 1];
  for (size_t r = 0; r < t->lanes; r++) {
    const double *w = model->weights + r * t->inputs;
    double rest = t->centre[r] - model->response_mean[r], sum = 0;
    memset(t->guess, 0, order * sizeof *t->guess);
    for (size_t j = 0; j < t->inputs; j++) {
      if (w[j] == 0) continue;
      t->guess[j] = -w[j] * model->response_scale[r] / model->scale[j];
      rest -= t->guess[j] * model->mean[j];
    }
    t->guess[t->inputs + r] = 1;
    t->guess[order - 1] = rest;
    for (size_t i = 0; i < order; i++)
      if (t->guess[i] != 0)
        sum += t->guess[i] * t->quadratic.kernels->dot(order, t->judge + i * order, t->guess);
    loss[r] = fmax(sum, 0) / weight;
  }
}

/* Goes on from the point before as far as from there to here: between lambdas at which a weight
 * leaves 0 the path is a straight line (Efron et al., "Least angle regression", 2004). A weight
 * that would change its sign becomes 0. */
static void look_ahead(linear_tall *t, double reach)
{
  for (size_t i = 0, r = 0; r < t->lanes; r++)
    for (size_t j = 0; j < t->inputs; j++, i++) {
      double w = t->model->weights[i], moved = reach > 0 ? reach * (w - t->before[i]) : 0;
      t->before[i] = w;
      if (moved == 0) continue;
      if (w * (w + moved) <= 0) moved = -w;
      t->model->weights[i] = w + moved;
      t->quadratic.kernels->add(t->inputs, moved, t->hessian + j * t->inputs, t->g + r * t->inputs);
    }
}

void linear_tall_restart(linear_tall *t)
{
  linear_tall_gradient(t);
  for (size_t r = 0; r < t->lanes; r++) t->newton[r].count = 0;
  for (size_t r = 0; r < t->lanes && t->again; r++) t->again[r].count = 0;
  t->has_before = false;
}

/* The outcome but `reached`, at the model's weights. */
static void judge(linear_tall *t, linear_outcome *outcome)
{
  for (size_t r = 0; r < t->lanes; r++) {
    double with_pull, with_g, scale = t->model->response_scale[r];
    products_of(t, r, &with_pull, &with_g);
    outcome->loss[r] = scale * scale * fmax(t->square[r] - with_pull + with_g, 0);
  }
  if (t->judge)
    part_losses(t, outcome->part_loss);
  else
    memcpy(outcome->part_loss, outcome->loss, t->lanes * sizeof *outcome->loss);
}

void linear_tall_solve(linear_tall *t, double tolerance, double ahead, linear_outcome *outcome)
{
  look_ahead(t, t->has_before ? ahead : 0);
  t->has_before = true;
  outcome->reached = reach(t, tolerance);
  judge(t, outcome);
}

/* ------------------------------------------------------------------- Refit -- */

static nnreg_status open_again(linear_tall *t, nnreg_message *why)
{
  nnreg_status status = NNREG_OK;
  if (t->again) return NNREG_OK;
  t->again = nnreg_alloc(t->lanes, sizeof *t->again);
  if (!t->again) return nnreg_no_memory(why, "a linear model");
  memset(t->again, 0, t->lanes * sizeof *t->again);
  for (size_t r = 0; r < t->lanes && status == NNREG_OK; r++)
    status = linear_newton_reserve(t->again + r, t->inputs, why);
  return status;
}

/* Each response by itself: without a penalty they have nothing in common. l1 and l2 are scratch. */
static bool solve_again(linear_tall *t, double *weights, double *g, double *l1, double *l2)
{
  const double share = 1e-12;
  bool reached = true;
  for (size_t r = 0; r < t->lanes; r++) {
    linear_penalty open = {.count = t->inputs, .lanes = 1, .l1 = l1, .l2 = l2};
    linear_quadratic q = t->quadratic;
    q.penalty = &open;
    q.w = weights + r * t->inputs;
    q.g = g + r * t->inputs;
    q.newton = t->again + r;
    for (size_t j = 0; j < t->inputs; j++) {
      l1[j] = q.w[j] != 0 ? 0 : INFINITY;
      l2[j] = 0;
    }
    reached = linear_quadratic_solve(&q, share * t->square[r]) && reached;
  }
  return reached;
}

nnreg_status linear_tall_refit(linear_tall *t, double *weights, linear_outcome *outcome,
                               nnreg_message *why)
{
  size_t count = t->inputs * t->lanes;
  double *kept = t->model->weights, *at = t->g;
  double *numbers = nnreg_alloc(count + 2 * t->inputs, sizeof *numbers);
  if (!numbers) return nnreg_no_memory(why, "a linear model");
  nnreg_status status = open_again(t, why);
  if (status == NNREG_OK) {
    memcpy(numbers, at, count * sizeof *numbers);
    outcome->reached =
        solve_again(t, weights, numbers, numbers + count, numbers + count + t->inputs);
    t->model->weights = weights;
    t->g = numbers;
    judge(t, outcome);
    t->model->weights = kept;
    t->g = at;
  }
  nnreg_free(numbers);
  return status;
}
