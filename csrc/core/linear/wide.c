/* Classes, and regression of many inputs: Newton's models over a working set.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working set has the weights that are not 0 and those that the strong rule lets in (Tibshirani
 * et al., "Strong rules for discarding predictors in lasso-type problems", 2012). In it each step
 * minimises the quadratic model of the loss, plus the penalty, by coordinate steps. The second
 * derivatives are kept while the steps still do well with them: the gradients are exact, so only
 * the speed depends on them. At the end the gradient of all weights shows what the rule missed.
 */
#include <math.h>
#include <string.h>

#include "linear.h"

enum { MAX_STEPS = 200, MOST_ACTIVE = 1500 };

/* The strong rule's bar at least; how exactly a quadratic model of classes is solved. */
static const double LEAST_BAR = 0.5, MODEL_SHARE = 1e-3, DESCENT_SHARE = 1e-4;

struct linear_wide {
  const nnreg_blas *blas;
  const linear_columns *columns;
  linear_model *model;
  linear_samples samples;
  size_t inputs, lanes;
  double *share, *responses;   /* (N), (N x R)                                    */
  double *outputs, *trial;     /* (N x lanes)                                     */
  double *last, *last_outputs; /* weights and outputs at the point before       */
  bool has_last;
  double *slopes;              /* (N x lanes) at outputs                          */
  linear_loss loss;            /* at outputs                                      */
  double *gradient;            /* (D x lanes)                                     */
  bool knows_all;              /* gradient is the one at outputs                  */
  bool judged;                 /* slopes and loss are those at outputs            */
  double *totals;              /* (lanes) sums of the slopes                      */
  bool *fixed;                 /* (lanes) biases of classes without samples       */
  int32_t *place;              /* ((D + 1) x lanes) in the working set, or -1     */
  linear_hessian hessian;      /* and the working set                             */
  size_t known;                /* weights whose second derivatives are known      */
  bool stale;                  /* they are to be computed anew                    */
  bool fresh;                  /* they are those at outputs                       */
  size_t room;                 /* of the arrays below                             */
  double *w, *before, *g, *at; /* (M) weights, those before the step, the model's gradient, and
                                  the loss's gradient                           */
  linear_penalty penalty;      /* of the working set                              */
  linear_newton newton;
  linear_quadratic quadratic;
  bool by_columns; /* the model is solved on X's columns, not by second derivatives */
  linear_descent descent;
};

/* ------------------------------------------------------------- Open, close -- */

static void close_room(linear_wide *s)
{
  nnreg_free(s->w);
  nnreg_free(s->before);
  nnreg_free(s->g);
  nnreg_free(s->at);
  nnreg_free(s->penalty.l1);
  nnreg_free(s->penalty.l2);
  nnreg_free(s->penalty.starts);
  nnreg_free(s->penalty.members);
  nnreg_free(s->penalty.price);
  nnreg_free(s->quadratic.active);
  nnreg_free(s->quadratic.marks);
  nnreg_free(s->quadratic.moves);
  linear_descent_close(&s->descent);
}

void linear_wide_close(linear_wide *s)
{
  if (!s) return;
  close_room(s);
  linear_newton_close(&s->newton);
  linear_hessian_close(&s->hessian);
  nnreg_free(s->share);
  nnreg_free(s->responses);
  nnreg_free(s->outputs);
  nnreg_free(s->trial);
  nnreg_free(s->last);
  nnreg_free(s->last_outputs);
  nnreg_free(s->slopes);
  nnreg_free(s->gradient);
  nnreg_free(s->totals);
  nnreg_free(s->place);
  nnreg_free(s->fixed);
  nnreg_free(s->samples.scratch);
  nnreg_free(s);
}

static nnreg_status open_arrays(linear_wide *s, nnreg_message *why)
{
  const nnreg_linear_problem *problem = s->model->problem;
  size_t n = s->columns->samples, all = n * s->lanes;
  bool classes = problem->task == NNREG_CLASSIFICATION;
  s->share = nnreg_alloc(n, sizeof(double));
  s->responses = classes ? NULL : nnreg_alloc(all, sizeof(double));
  s->outputs = nnreg_alloc(all, sizeof(double));
  s->trial = nnreg_alloc(all, sizeof(double));
  s->last = nnreg_alloc((s->inputs + 1) * s->lanes, sizeof(double));
  s->last_outputs = nnreg_alloc(all, sizeof(double));
  s->slopes = nnreg_alloc(all, sizeof(double));
  s->gradient = nnreg_alloc(s->inputs * s->lanes, sizeof(double));
  s->totals = nnreg_alloc(s->lanes, sizeof(double));
  s->place = nnreg_alloc((s->inputs + 1) * s->lanes, sizeof *s->place);
  s->fixed = nnreg_alloc(s->lanes, sizeof *s->fixed);
  s->samples.scratch = nnreg_alloc(2 * n + s->lanes, sizeof(double));
  s->hessian.weighted = nnreg_alloc(all, sizeof(double));
  s->hessian.odds = classes ? nnreg_alloc(all, sizeof(double)) : NULL;
  bool have = s->share && s->outputs && s->trial && s->last && s->last_outputs && s->slopes &&
              s->gradient && s->totals && s->place && s->fixed && s->samples.scratch &&
              s->hessian.weighted && (classes ? s->hessian.odds : s->responses);
  return have ? NNREG_OK : nnreg_no_memory(why, "a linear model");
}

/* The samples to learn from. */
static void set_share(linear_wide *s)
{
  const nnreg_linear_problem *problem = s->model->problem;
  double total = 0;
  for (size_t i = 0; i < s->columns->samples; i++) {
    bool out = s->model->part > 0 && problem->parts[i] == (int32_t)s->model->part;
    s->share[i] = out ? 0 : problem->weights ? problem->weights[i] : 1;
    total += s->share[i];
  }
  for (size_t i = 0; i < s->columns->samples; i++) s->share[i] /= total;
}

/* The samples' shares of what counts for means and scales: class weights do not. */
static const double *moment_share(linear_wide *s)
{
  const nnreg_linear_problem *problem = s->model->problem;
  double total = 0;
  if (problem->task == NNREG_REGRESSION || !problem->judges) return s->share;
  for (size_t i = 0; i < s->columns->samples; i++) {
    s->trial[i] = s->share[i] > 0 ? problem->judges[i] : 0;
    total += s->trial[i];
  }
  for (size_t i = 0; i < s->columns->samples; i++) s->trial[i] /= total;
  return s->trial;
}

static nnreg_status set_scales(linear_wide *s, nnreg_message *why)
{
  const double rounding = 1e-20, *share = moment_share(s);
  double *mean = nnreg_alloc(s->inputs, sizeof *mean);
  double *variance = nnreg_alloc(s->inputs, sizeof *variance);
  bool have = mean && variance;
  for (size_t j = 0; have && j < s->inputs; j++) {
    mean[j] = linear_columns_dot(s->columns, j, share);
    variance[j] = linear_columns_variance(s->columns, j, share, mean[j]);
    if (!(variance[j] > rounding * (1 + mean[j] * mean[j]))) variance[j] = 0;
  }
  if (have) linear_model_set_scales(s->model, mean, variance);
  nnreg_free(mean);
  nnreg_free(variance);
  return have ? NNREG_OK : nnreg_no_memory(why, "means of X's columns");
}

/* The responses, standardised by the samples to learn from. */
static void set_responses(linear_wide *s)
{
  const nnreg_linear_problem *problem = s->model->problem;
  size_t n = s->columns->samples;
  for (size_t r = 0; r < s->lanes; r++) {
    const double *y = problem->responses + r * n;
    double *out = s->responses + r * n, mean = 0, square = 0;
    for (size_t i = 0; i < n; i++) mean += s->share[i] * (y[i] - y[0]);
    mean = problem->intercept ? mean + y[0] : 0;
    for (size_t i = 0; i < n; i++) square += s->share[i] * (y[i] - mean) * (y[i] - mean);
    bool varies = square > 1e-28 * mean * mean;
    double scale = problem->response_scale ? problem->response_scale[r] : 1;
    for (size_t i = 0; i < n; i++) out[i] = varies ? (y[i] - mean) / scale : 0;
    s->model->response_mean[r] = mean;
    s->model->response_scale[r] = scale;
    s->model->null_loss += varies ? square / (scale * scale) / (double)s->lanes : 0;
  }
}

/* The bias of a class without samples would go on to -Inf: it is that of a tiny share. */
static void set_classes(linear_wide *s)
{
  const double least = 1e-10;
  const nnreg_linear_problem *problem = s->model->problem;
  size_t classes = problem->num_outputs;
  double *shares = s->samples.scratch, loss = 0;
  memset(shares, 0, classes * sizeof *shares);
  for (size_t i = 0; i < s->columns->samples; i++) shares[problem->labels[i]] += s->share[i];
  for (size_t k = 0; k < classes; k++)
    if (shares[k] > 0) loss -= shares[k] * log(shares[k]);
  s->model->null_loss = problem->intercept ? loss : log((double)classes);
  for (size_t k = 0; k < s->lanes; k++) {
    bool pair = s->lanes == 1;
    s->fixed[k] = shares[pair ? 1 : k] == 0 || (pair && shares[0] == 0);
    if (!s->fixed[k] || !problem->intercept) continue;
    s->model->weights[s->inputs * s->lanes + k] = pair && shares[0] == 0 ? -log(least) : log(least);
  }
}

static nnreg_status reserve(linear_wide *s, size_t count, nnreg_message *why)
{
  nnreg_status status = linear_hessian_reserve(&s->hessian, count, why);
  size_t room = s->hessian.room;
  if (status != NNREG_OK || room == s->room) return status;
  double *w = nnreg_alloc(room, sizeof *w);
  if (w && s->room) memcpy(w, s->w, s->hessian.count * sizeof *w);
  close_room(s);
  s->room = room;
  s->w = w;
  s->before = nnreg_alloc(room, sizeof(double));
  s->g = nnreg_alloc(room, sizeof(double));
  s->at = nnreg_alloc(room, sizeof(double));
  linear_penalty *p = &s->penalty;
  p->l1 = nnreg_alloc(room, sizeof(double));
  p->l2 = nnreg_alloc(room, sizeof(double));
  p->starts = nnreg_alloc(room + 1, sizeof *p->starts);
  p->members = nnreg_alloc(room, sizeof *p->members);
  p->price = nnreg_alloc(room, sizeof(double));
  linear_quadratic *q = &s->quadratic;
  q->active = nnreg_alloc(room, sizeof *q->active);
  q->marks = nnreg_alloc(room, sizeof *q->marks);
  q->moves = nnreg_alloc(room, sizeof *q->moves);
  bool have = w && s->before && s->g && s->at && p->l1 && p->l2 && p->starts && p->members &&
              p->price && q->active && q->marks && q->moves;
  if (!have) s->room = 0;
  if (!have) return nnreg_no_memory(why, "the weights of a linear model");
  memset(q->marks, 0, room * sizeof *q->marks);
  if (s->by_columns) return linear_descent_reserve(&s->descent, room, why);
  return linear_newton_reserve(&s->newton, room < MOST_ACTIVE ? room : MOST_ACTIVE, why);
}

nnreg_status linear_wide_open(const nnreg_blas *blas, const linear_columns *columns,
                              linear_model *model, linear_wide **result, nnreg_message *why)
{
  linear_wide *s = nnreg_alloc(1, sizeof *s);
  *result = s;
  if (!s) return nnreg_no_memory(why, "a linear model");
  *s = (linear_wide){.blas = blas,
                     .columns = columns,
                     .model = model,
                     .inputs = columns->inputs,
                     .lanes = model->lanes};
  nnreg_status status = open_arrays(s, why);
  if (status != NNREG_OK) return status;
  set_share(s);
  status = set_scales(s, why);
  if (status != NNREG_OK) return status;
  s->samples.count = columns->samples;
  s->samples.lanes = s->lanes;
  s->samples.share = s->share;
  s->samples.labels = model->problem->labels;
  s->samples.responses = s->responses;
  s->samples.kernels = columns->kernels;
  memset(s->fixed, 0, s->lanes * sizeof *s->fixed);
  if (s->responses)
    set_responses(s);
  else
    set_classes(s);
  s->hessian.blas = blas;
  s->hessian.columns = columns;
  s->hessian.model = model;
  s->hessian.samples = &s->samples;
  s->by_columns = linear_descent_suits(columns) && model->penalty.num_groups == 0;
  s->hessian.listed = s->by_columns;
  s->descent = (linear_descent){.columns = columns,
                                .model = model,
                                .samples = &s->samples,
                                .penalty = &s->penalty,
                                .rest = s->hessian.weighted,
                                .bend = s->samples.scratch,
                                .odds = s->hessian.odds};
  for (size_t i = 0; i < (s->inputs + 1) * s->lanes; i++) s->place[i] = -1;
  return reserve(s, 1, why);
}

/* ------------------------------------------------------------- Working set -- */

static double *weight_of(const linear_wide *s, size_t c)
{
  size_t j = s->hessian.input[c], k = s->hessian.lane[c];
  return s->model->weights + (j == s->inputs ? s->inputs * s->lanes + k : j + k * s->inputs);
}

static void add_weight(linear_wide *s, size_t input, size_t lane)
{
  int32_t *place = s->place + input + lane * (s->inputs + 1);
  size_t c = s->hessian.count;
  if (*place >= 0) return;
  *place = (int32_t)c;
  s->hessian.input[c] = (uint32_t)input;
  s->hessian.lane[c] = (uint32_t)lane;
  s->hessian.count++;
  s->w[c] = *weight_of(s, c);
}

static void empty_set(linear_wide *s)
{
  for (size_t c = 0; c < s->hessian.count; c++)
    s->place[s->hessian.input[c] + s->hessian.lane[c] * (s->inputs + 1)] = -1;
  s->hessian.count = s->known = s->newton.count = 0;
}

/* Whether a weight is to be in the set: it is not 0, or free, or its gradient is above the bar, a
 * share of its price. With groups the group's norm counts. */
static bool belongs(const linear_wide *s, size_t j, size_t k, double bar)
{
  const linear_penalty *p = &s->model->penalty;
  size_t i = j + k * s->inputs;
  if (isinf(p->l1[j])) return false;
  return s->model->weights[i] != 0 || fabs(s->gradient[i]) > bar * p->l1[j];
}

static bool group_belongs(const linear_wide *s, size_t group, double bar)
{
  const linear_penalty *p = &s->model->penalty;
  double square = 0;
  for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
    for (size_t k = 0; k < s->lanes; k++) {
      size_t j = p->members[m], i = j + k * s->inputs;
      if (isinf(p->l1[j])) continue;
      if (s->model->weights[i] != 0) return true;
      double over = fmax(fabs(s->gradient[i]) - fmax(bar, 0) * p->l1[j], 0);
      square += over * over;
    }
  return sqrt(square) > bar * p->price[group];
}

/* Counts a weight that is not in the set yet, and adds it if `adds`. */
static size_t pass_weight(linear_wide *s, size_t input, size_t lane, bool adds)
{
  bool missing = s->place[input + lane * (s->inputs + 1)] < 0;
  if (missing && adds) add_weight(s, input, lane);
  return missing;
}

static size_t pass_groups(linear_wide *s, size_t lane, double bar, bool adds)
{
  const linear_penalty *p = &s->model->penalty;
  size_t count = 0;
  for (size_t group = 0; group < p->num_groups; group++) {
    if (!group_belongs(s, group, bar)) continue;
    for (size_t m = p->starts[group]; m < p->starts[group + 1]; m++)
      if (!isinf(p->l1[p->members[m]])) count += pass_weight(s, p->members[m], lane, adds);
  }
  return count;
}

/* Counts the weights above the bar that are not in the set yet, and adds them if `adds`. */
static size_t pass_set(linear_wide *s, double bar, bool adds)
{
  size_t count = 0;
  for (size_t k = 0; k < s->lanes; k++) {
    if (s->model->problem->intercept && !s->fixed[k]) count += pass_weight(s, s->inputs, k, adds);
    if (s->model->penalty.num_groups > 0) count += pass_groups(s, k, bar, adds);
    for (size_t j = 0; j < s->inputs && s->model->penalty.num_groups == 0; j++)
      if (belongs(s, j, k, bar)) count += pass_weight(s, j, k, adds);
  }
  return count;
}

/* The bar that lets in at most `most` of the `more` weights above bar that are not in the set: the
 * ones with the largest gradients for their price. By bisection: about as many will do. */
static double raise_bar(linear_wide *s, double bar, size_t more, size_t most)
{
  enum { STEPS = 30 };
  double low = bar, high = fmax(bar, 1);
  while (more > most && pass_set(s, high, false) > most) {
    low = high;
    high *= 2;
  }
  for (int i = 0; i < STEPS && more > most && high > low * 1.01; i++) {
    double middle = (low + high) / 2;
    if (pass_set(s, middle, false) > most)
      low = middle;
    else
      high = middle;
  }
  return more > most ? high : bar;
}

/* Adds what is above the bar, but not too much at once: far below the lambda before most of it
 * would be 0 in the end. */
static nnreg_status add_above(linear_wide *s, double bar, nnreg_message *why)
{
  enum { LEAST = 200 };
  const double out_of_reach = 1e100; /* but not Inf: the price of free weights is 0 */
  size_t more = pass_set(s, bar, false), have = s->hessian.count;
  if (more == 0) return NNREG_OK;
  if (more > LEAST && more > have) {
    size_t needed = pass_set(s, out_of_reach, false);
    bar = raise_bar(s, bar, more, needed + (have > LEAST ? have : LEAST));
    more = pass_set(s, bar, false);
  }
  nnreg_status status = reserve(s, s->hessian.count + more, why);
  if (status == NNREG_OK) pass_set(s, bar, true);
  return status;
}

/* The set's penalty. */
static void set_penalty(linear_wide *s)
{
  const linear_penalty *all = &s->model->penalty;
  linear_penalty *p = &s->penalty;
  size_t count = s->hessian.count, groups = 0, at = 0;
  p->count = count;
  p->lanes = 1;
  for (size_t c = 0; c < count; c++) {
    size_t j = s->hessian.input[c];
    bool bias = j == s->inputs;
    p->l1[c] = bias ? 0 : all->l1[j];
    p->l2[c] = bias ? 0 : all->l2[j];
    if (!bias || all->num_groups == 0) continue;
    p->members[at++] = (uint32_t)c;
    p->starts[groups] = groups;
    p->price[groups++] = 0;
  }
  for (size_t group = 0; group < all->num_groups; group++) {
    size_t first = at;
    for (size_t m = all->starts[group]; m < all->starts[group + 1]; m++)
      for (size_t k = 0; k < s->lanes; k++) {
        int32_t c = s->place[all->members[m] + k * (s->inputs + 1)];
        if (c >= 0) p->members[at++] = (uint32_t)c;
      }
    if (at == first) continue;
    p->starts[groups] = first;
    p->price[groups++] = all->price[group];
  }
  p->starts[groups] = at;
  p->num_groups = groups;
}

/* ---------------------------------------------------------------- Outputs -- */

/* out (N) += change times the model's column j, less what all samples get alike, which it returns.
 */
static double add_column(const linear_wide *s, size_t j, double change, double *out)
{
  if (j == s->inputs) return change;
  double by = change / s->model->scale[j];
  linear_columns_add(s->columns, j, by, out);
  return -by * s->model->mean[j];
}

/* outputs (N x lanes) += change_c times weight c's column, over the set. */
static void add_outputs(const linear_wide *s, const double *change, double *outputs)
{
  size_t n = s->columns->samples;
  for (size_t k = 0; k < s->lanes; k++) {
    double constant = 0, *out = outputs + k * n;
    for (size_t c = 0; c < s->hessian.count; c++) {
      if (s->hessian.lane[c] != k || change[c] == 0) continue;
      constant += add_column(s, s->hessian.input[c], change[c], out);
    }
    for (size_t i = 0; i < n; i++) out[i] += constant;
  }
}

static void set_outputs(linear_wide *s)
{
  size_t n = s->columns->samples;
  for (size_t k = 0; k < s->lanes; k++) {
    const double *w = s->model->weights + k * s->inputs;
    double constant = s->model->weights[s->inputs * s->lanes + k], *out = s->outputs + k * n;
    memset(out, 0, n * sizeof *out);
    for (size_t j = 0; j < s->inputs; j++)
      if (w[j] != 0) constant += add_column(s, j, w[j], out);
    for (size_t i = 0; i < n; i++) out[i] += constant;
  }
}

static void judge(linear_wide *s)
{
  size_t n = s->columns->samples;
  if (s->judged) return;
  s->loss = linear_judge(&s->samples, s->outputs, s->slopes);
  for (size_t k = 0; k < s->lanes; k++) {
    s->totals[k] = 0;
    for (size_t i = 0; i < n; i++) s->totals[k] += s->slopes[i + k * n];
  }
  s->judged = true;
  s->knows_all = false;
}

static void find_gradient(linear_wide *s)
{
  judge(s);
  if (s->knows_all) return;
  linear_columns_gradient(s->blas, s->columns, s->slopes, s->lanes, s->gradient);
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t j = 0; j < s->inputs; j++) {
      double *g = s->gradient + j + k * s->inputs, scale = s->model->scale[j];
      *g = scale > 0 ? (*g - s->model->mean[j] * s->totals[k]) / scale : 0;
    }
  s->knows_all = true;
}

const double *linear_wide_gradient(linear_wide *s)
{
  find_gradient(s);
  return s->gradient;
}

/* The loss's gradient by the set's weights. */
static void find_own_gradient(linear_wide *s)
{
  size_t n = s->columns->samples;
  for (size_t c = 0; c < s->hessian.count; c++) {
    size_t j = s->hessian.input[c], k = s->hessian.lane[c];
    if (j == s->inputs)
      s->at[c] = s->totals[k];
    else if (s->knows_all)
      s->at[c] = s->gradient[j + k * s->inputs];
    else
      s->at[c] = (linear_columns_dot(s->columns, j, s->slopes + k * n) -
                  s->model->mean[j] * s->totals[k]) /
                 s->model->scale[j];
  }
}

/* ------------------------------------------------------------------- Steps -- */

/* The duality gap over all weights, or over the set; the objective in *objective. */
static double gap(linear_wide *s, double *objective)
{
  linear_dual dual;
  double free = 0;
  if (s->knows_all) {
    dual = linear_dual_of(&s->model->penalty, s->model->weights, s->gradient, NULL);
    for (size_t k = 0; k < s->lanes && s->model->problem->intercept; k++)
      free += s->totals[k] * s->totals[k];
  } else {
    dual = linear_dual_of(&s->penalty, s->w, s->at, NULL);
  }
  *objective = s->loss.value + dual.value;
  return *objective - linear_conjugate(&s->loss, dual.share) + dual.conjugate +
         4 * (dual.free + free);
}

/* Sorts the set by lane, and drops what is 0 and below the bar. */
static nnreg_status sort_set(linear_wide *s, double bar, nnreg_message *why)
{
  empty_set(s);
  return add_above(s, bar, why);
}

static void set_odds(linear_wide *s)
{
  size_t n = s->columns->samples;
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t i = 0; i < n; i++) {
      size_t at = i + k * n;
      bool own = s->lanes == 1 ? s->samples.labels[i] == 1 : (size_t)s->samples.labels[i] == k;
      s->hessian.odds[at] = s->share[i] > 0 ? s->slopes[at] / s->share[i] + own : 0;
    }
}

/* Makes sure that all second derivatives of the set are there. */
static nnreg_status find_curvature(linear_wide *s, double bar, nnreg_message *why)
{
  nnreg_status status = NNREG_OK;
  if (s->by_columns) {
    if (s->hessian.odds) set_odds(s);
    s->fresh = true;
    s->stale = false;
  } else if (s->hessian.odds && (s->stale || s->known == 0)) {
    find_gradient(s);
    status = sort_set(s, bar, why);
    if (status != NNREG_OK) return status;
    set_odds(s);
    linear_hessian_fill(&s->hessian);
    s->stale = false;
    s->fresh = true;
  } else if (s->known == 0 && !s->hessian.odds) {
    linear_hessian_fill(&s->hessian);
  } else if (s->known < s->hessian.count) {
    linear_hessian_extend(&s->hessian, s->known);
  }
  s->known = s->hessian.count;
  return nnreg_is_stopped(s->blas) ? nnreg_stopped(why) : NNREG_OK;
}

static double penalty_value(const linear_wide *s, const double *w)
{
  return linear_dual_of(&s->penalty, w, s->at, NULL).value;
}

/* Goes from the set's weights `before` towards w, as far as the objective falls. False if it does
 * not: then nothing has changed. */
static bool move(linear_wide *s, double objective)
{
  enum { HALVINGS = 12 };
  size_t count = s->hessian.count, all = s->columns->samples * s->lanes;
  double *change = s->g, *old = s->outputs;
  linear_loss old_loss = s->loss;
  for (size_t c = 0; c < count; c++) change[c] = s->w[c] - s->before[c];
  for (int i = 0; i < HALVINGS; i++) {
    memcpy(s->trial, old, all * sizeof *old);
    if (i > 0)
      for (size_t c = 0; c < count; c++) {
        change[c] /= 2;
        s->w[c] = s->before[c] + change[c];
      }
    add_outputs(s, change, s->trial);
    s->outputs = s->trial;
    s->judged = false;
    judge(s);
    double value = s->loss.value + penalty_value(s, s->w);
    s->outputs = old;
    if (value <= objective + 1e-13 * fabs(objective)) {
      s->outputs = s->trial;
      s->trial = old;
      for (size_t c = 0; c < count; c++) *weight_of(s, c) = s->w[c];
      s->fresh = false;
      return true;
    }
    if (!s->fresh && s->hessian.odds) break; /* better second derivatives first */
  }
  memcpy(s->w, s->before, count * sizeof *s->w);
  s->judged = false;
  s->loss = old_loss;
  return false;
}

static double solve_by_columns(linear_wide *s, double objective, double gain)
{
  s->descent.count = s->hessian.count;
  s->descent.input = s->hessian.input;
  s->descent.lane = s->hessian.lane;
  s->descent.slopes = s->slopes;
  s->descent.w = s->w;
  s->descent.share = s->responses ? 0 : DESCENT_SHARE;
  s->descent.limit = s->responses ? INFINITY : objective;
  memcpy(s->before, s->w, s->hessian.count * sizeof *s->w);
  return linear_descent_solve(&s->descent, s->before, gain);
}

/* Minimises the quadratic model over the set. Returns by how much that lowers it. */
static double solve_model(linear_wide *s, double objective, double gain)
{
  linear_quadratic *q = &s->quadratic;
  size_t count = s->hessian.count;
  if (s->by_columns) return solve_by_columns(s, objective, gain);
  q->penalty = &s->penalty;
  q->stride = s->hessian.room;
  q->hessian = s->hessian.matrix;
  q->w = s->w;
  q->g = s->g;
  q->kernels = s->columns->kernels;
  q->newton = &s->newton;
  q->polish = s->responses != NULL;
  q->share = s->responses ? 0 : MODEL_SHARE;
  memcpy(s->g, s->at, count * sizeof *s->g);
  memcpy(s->before, s->w, count * sizeof *s->w);
  linear_quadratic_solve(q, gain);
  double lower = penalty_value(s, s->before) - penalty_value(s, s->w);
  for (size_t c = 0; c < count; c++) lower -= (s->w[c] - s->before[c]) * (s->at[c] + s->g[c]) / 2;
  return lower;
}

/* Where the objective is, and what may be left. */
typedef struct {
  double objective, allowed; /* and what is allowed to be left      */
  double left;               /* regression: the duality gap         */
  double lowered;            /* by the model's minimum, a step ago  */
  double care;               /* regression: falls from step to step */
} standing;

static void look(linear_wide *s, double tolerance, standing *now)
{
  const double rounding = 1e-14;
  set_penalty(s);
  find_own_gradient(s);
  if (s->responses)
    now->left = gap(s, &now->objective);
  else
    now->objective = s->loss.value + penalty_value(s, s->w);
  now->allowed = fmax(tolerance * now->objective, rounding * s->model->null_loss);
}

/* A step of a regression, whose quadratic model is exact. */
static nnreg_status step_exactly(linear_wide *s, standing *now, double bar, bool *stuck,
                                 nnreg_message *why)
{
  nnreg_status status = find_curvature(s, bar, why);
  if (status != NNREG_OK) return status;
  /* Steps of less are made of rounding errors. */
  double least = 1e-24 * now->objective;
  solve_model(s, now->objective, fmax(fmin(now->allowed, now->left / 16) * now->care, least));
  now->care /= 16; /* the gap is of first order in what the gradient lacks, a gain of second */
  *stuck = !move(s, now->objective);
  return NNREG_OK;
}

/* Whether it is worth while to compute the second derivatives anew: that costs as much as some
 * steps (measured), and about two will do with new ones. */
static bool is_slow(double lowered, double before, double wanted)
{
  const double steps = 6;
  double ratio = lowered / before;
  if (!(ratio < 1)) return isfinite(before);
  return log(wanted / lowered) / log(ratio) > steps;
}

/* A step of classes. *ended: the model promised no more than is allowed to be left. If weights
 * outside of the set want to enter then, they must do so first: nothing moves. */
static nnreg_status step_by_model(linear_wide *s, standing *now, double bar, bool *ended,
                                  bool *stuck, nnreg_message *why)
{
  const double rounding = 1e-12;
  /* It may promise too little. */
  const double model_share = s->by_columns ? 1e-3 : 1e-2, promised = s->by_columns ? 0.03 : 0.1;
  nnreg_status status = find_curvature(s, bar, why);
  if (status != NNREG_OK) return status;
  set_penalty(s);
  find_own_gradient(s);
  double wanted = now->allowed * promised;
  double lowered = solve_model(s, now->objective, wanted * model_share);
  if (lowered <= wanted && s->descent.least_bend == 0) {
    find_gradient(s);
    *ended = pass_set(s, 1, false) == 0;
    if (!*ended) {
      memcpy(s->w, s->before, s->hessian.count * sizeof *s->w);
      now->lowered = INFINITY;
      return NNREG_OK;
    }
  }
  s->stale = !s->fresh && is_slow(lowered, now->lowered, wanted);
  now->lowered = lowered;
  bool knew = s->knows_all, moved = move(s, now->objective);
  /* What rounding errors of the objective hide cannot be lowered. */
  if (!moved && knew && lowered <= rounding * now->objective) *ended = true;
  *stuck = !moved && !*ended;
  /* A model that bends too little leads too far; one that bends more does not. */
  s->descent.least_bend = !*stuck ? 0 : s->descent.least_bend == 0 ? 1.0 / 64 : 0.25;
  s->stale = s->stale || *stuck;
  return NNREG_OK;
}

/* Steps until little enough is left: by the duality gap, or of classes, where that is of first
 * order in what the gradient lacks, by what the quadratic model can still lower. */
static nnreg_status reach(linear_wide *s, double tolerance, double bar, bool *reached,
                          nnreg_message *why)
{
  enum { MOST_STUCK = 3 };
  bool classes = s->hessian.odds != NULL, ended = false, stuck;
  /* Steps on columns are so cheap that a set that lacks much is not worth solving. */
  bool grows = s->by_columns && bar >= 1;
  int failed = 0;
  standing now = {.lowered = INFINITY, .care = 1.0 / 16};
  *reached = false;
  for (int i = 0; i < MAX_STEPS && failed < MOST_STUCK; i++) {
    bool cheap = grows || s->inputs * s->lanes <= 4 * s->hessian.count;
    judge(s);
    if (ended || cheap || (classes && s->stale)) find_gradient(s);
    if (s->knows_all) {
      size_t count = s->hessian.count;
      nnreg_status status = add_above(s, 1, why);
      if (status != NNREG_OK) return status;
      grows = s->by_columns && s->hessian.count > count;
    }
    look(s, tolerance, &now);
    if (!classes) ended = i > 0 && now.left <= now.allowed;
    *reached = ended && s->knows_all && !classes;
    if (*reached) return NNREG_OK;
    stuck = false;
    nnreg_status status = NNREG_OK;
    if (classes)
      status = step_by_model(s, &now, bar, &ended, &stuck, why);
    else if (!ended)
      status = step_exactly(s, &now, bar, &stuck, why);
    if (status != NNREG_OK) return status;
    *reached = classes && ended;
    if (*reached) return NNREG_OK;
    failed = stuck ? failed + 1 : 0;
  }
  return NNREG_OK;
}

/* ------------------------------------------------------------------ Losses -- */

/* Squared errors of the responses in their units, weighted by `share`, whose sum is total. */
static void square_errors(const linear_wide *s, const double *share, double total, double *loss)
{
  size_t n = s->columns->samples;
  for (size_t r = 0; r < s->lanes; r++) {
    double sum = 0, scale = s->model->response_scale[r];
    for (size_t i = 0; i < n; i++) {
      double rest = s->outputs[i + r * n] - s->responses[i + r * n];
      sum += share[i] * rest * rest;
    }
    loss[r] = sum / total * scale * scale;
  }
}

/* The loss of a sample of classes; *right if its label has the highest output, the first of them.
 */
static double class_loss(const linear_wide *s, size_t i, bool *right)
{
  size_t n = s->columns->samples, label = (size_t)s->samples.labels[i];
  if (s->lanes == 1) {
    double z = s->outputs[i];
    *right = label == (z > 0);
    return fmax(z, 0) + log1p(exp(-fabs(z))) - (label ? z : 0);
  }
  double most = -INFINITY, others = 0, own = s->outputs[i + label * n];
  size_t best = 0;
  for (size_t k = 0; k < s->lanes; k++)
    if (s->outputs[i + k * n] > most) {
      most = s->outputs[i + k * n];
      best = k;
    }
  for (size_t k = 0; k < s->lanes; k++)
    if (k != best) others += exp(s->outputs[i + k * n] - most);
  *right = best == label;
  return most + log1p(others) - own;
}

/* Losses of the samples with a share. */
static void judge_samples(const linear_wide *s, const double *share, double *loss, double *right)
{
  double total = 0, sum = 0, hits = 0;
  for (size_t i = 0; i < s->columns->samples; i++) total += share[i];
  if (s->responses) {
    square_errors(s, share, total, loss);
    return;
  }
  for (size_t i = 0; i < s->columns->samples; i++) {
    bool is_right;
    if (share[i] == 0) continue;
    sum += share[i] * class_loss(s, i, &is_right);
    hits += share[i] * is_right;
  }
  loss[0] = sum / total;
  *right = hits / total;
}

/* Judges the model by its part, model 0 by all samples. */
static void judge_part(linear_wide *s, linear_outcome *outcome)
{
  const nnreg_linear_problem *problem = s->model->problem;
  size_t part = s->model->part;
  double *share = s->samples.scratch;
  for (size_t i = 0; i < s->columns->samples; i++) {
    bool in = part == 0 || problem->parts[i] == (int32_t)part;
    share[i] = !in ? 0 : problem->judges ? problem->judges[i] : 1;
  }
  judge_samples(s, share, outcome->part_loss, &outcome->part_right);
}

/* ------------------------------------------------------------------- Solve -- */

/* Goes on from the point before as far as from there to here; a weight that would change its sign
 * becomes 0. See linear_tall's. */
static void look_ahead(linear_wide *s, double ahead)
{
  size_t n = s->columns->samples, count = (s->inputs + 1) * s->lanes;
  double *w = s->model->weights;
  for (size_t i = 0; i < n * s->lanes; i++) {
    double moved = ahead > 0 ? ahead * (s->outputs[i] - s->last_outputs[i]) : 0;
    s->last_outputs[i] = s->outputs[i];
    s->outputs[i] += moved;
  }
  for (size_t i = 0; i < count; i++) {
    double old = w[i], moved = ahead > 0 ? ahead * (old - s->last[i]) : 0;
    bool bias = i >= s->inputs * s->lanes;
    s->last[i] = old;
    if (moved == 0) continue;
    w[i] = bias || old * (old + moved) > 0 ? old + moved : 0;
    if (bias || w[i] != 0) continue;
    size_t j = i % s->inputs, k = i / s->inputs;
    double constant = add_column(s, j, -(old + moved), s->outputs + k * n);
    for (size_t row = 0; row < n; row++) s->outputs[row + k * n] += constant;
  }
  for (size_t c = 0; c < s->hessian.count; c++) s->w[c] = *weight_of(s, c);
  s->judged = s->judged && ahead == 0;
}

void linear_wide_restart(linear_wide *s)
{
  s->has_last = false;
  empty_set(s);
  set_outputs(s);
  s->judged = s->knows_all = s->fresh = false;
  s->stale = true;
}

nnreg_status linear_wide_solve(linear_wide *s, double tolerance, double before, double ahead,
                               linear_outcome *outcome, nnreg_message *why)
{
  /* A weight that is 0 stays so if its gradient was below 2 lambda - lambda before. The gradient at
   * hand is the one at the end of the point before, or nearly. */
  double bar = fmax(2 - before, LEAST_BAR);
  if (!s->has_last) find_gradient(s);
  nnreg_status status = add_above(s, bar, why);
  if (status != NNREG_OK) return status;
  look_ahead(s, s->has_last ? ahead : 0);
  s->has_last = true;
  status = reach(s, tolerance, bar, &outcome->reached, why);
  if (status != NNREG_OK) return status;
  judge(s);
  if (s->responses)
    square_errors(s, s->share, 1, outcome->loss);
  else
    outcome->loss[0] = s->loss.value;
  judge_part(s, outcome);
  return NNREG_OK;
}
