/* Classes, and regression of many inputs: Newton's models over a working set.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working set has the weights that are not 0 and those that the penalty cannot hold at 0: first
 * by the gradient at the end of the point before, then by the one where the set's own weights are
 * at their best. (The strong rule of Tibshirani et al., 2012, expects gradients to change by as
 * much as lambda, and lets in half as many again, of which few ever leave 0.) In the set each step
 * minimises the quadratic model of the loss, plus the penalty, by coordinate steps. The second
 * derivatives are kept while the steps still do well with them: the gradients are exact, so only
 * the speed depends on them.
 */
#include <math.h>
#include <string.h>

#include "wide.h"

enum { MAX_STEPS = 200 };

/* How exactly a quadratic model of classes is solved, and one of responses whose set grows. */
static const double MODEL_SHARE = 1e-2, DESCENT_SHARE = 1e-4, GROWING_SHARE = 1e-2;

/* ---------------------------------------------------------------- Outputs -- */

static void set_outputs(linear_wide *s)
{
  size_t n = s->columns->samples;
  for (size_t k = 0; k < s->lanes; k++) {
    const double *w = s->model->weights + k * s->inputs;
    double constant = s->model->weights[s->inputs * s->lanes + k], *out = s->outputs + k * n;
    linear_sum sum = {.columns = s->columns, .y = out};
    memset(out, 0, n * sizeof *out);
    for (size_t j = 0; j < s->inputs; j++)
      if (w[j] != 0) constant += linear_model_add(s->model, &sum, j, w[j]);
    linear_sum_end(&sum);
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
  s->own = 0;
}

static void find_gradient(linear_wide *s, double bar)
{
  judge(s);
  linear_gradient_find(s, bar);
}

const double *linear_wide_gradient(linear_wide *s)
{
  find_gradient(s, -1);
  return s->gradient;
}

/* Takes the loss's derivative by weight c of the set from the gradient, if it has that. */
static bool take_derivative(linear_wide *s, size_t c)
{
  size_t at = linear_hessian_place(&s->hessian, c);
  bool known = s->knows_all && s->hessian.input[c] < s->inputs && s->doubt[at] == 0;
  if (known) s->at[c] = s->gradient[at];
  return known;
}

/* The loss's gradient by the set's weights. */
static void find_own_gradient(linear_wide *s)
{
  const linear_hessian *h = &s->hessian;
  for (size_t c = s->own, last; c < h->count; c = last + 1) {
    for (last = c; last < h->count && !take_derivative(s, last);) last++;
    linear_hessian_slopes(h, c, last, s->slopes, s->totals, s->at);
  }
  s->own = h->count;
}

/* ------------------------------------------------------------------- Steps -- */

/* The duality gap over the set, which is that over all weights if the set is whole: the others
 * are 0, and allow the dual point. The objective in *objective. */
static double gap(linear_wide *s, double *objective)
{
  linear_dual dual;
  double free = 0;
  if (s->knows_all && !s->whole) {
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

/* Sorts the set by lane, and drops what the penalty holds at 0. */
static nnreg_status sort_set(linear_wide *s, nnreg_message *why)
{
  linear_set_empty(s);
  return linear_set_add(s, why);
}

/* Makes sure that all second derivatives of the set are there. */
static nnreg_status find_curvature(linear_wide *s, nnreg_message *why)
{
  nnreg_status status = NNREG_OK;
  if (s->by_columns) {
    if (s->hessian.odds) linear_odds(&s->samples, s->slopes, s->hessian.odds);
    s->fresh = true;
    s->stale = false;
  } else if (s->hessian.odds && (s->stale || s->known == 0)) {
    find_gradient(s, 1);
    status = sort_set(s, why);
    if (status != NNREG_OK) return status;
    linear_set_penalty(s);
    find_own_gradient(s);
    linear_odds(&s->samples, s->slopes, s->hessian.odds);
    linear_hessian_fill(&s->hessian);
    s->stale = false;
    s->fresh = true;
  } else if (s->known == 0 && !s->hessian.odds) {
    linear_hessian_fill(&s->hessian);
  } else if (s->known < s->hessian.count) {
    linear_hessian_extend(&s->hessian, s->known);
    linear_course_extend(s);
  }
  s->known = s->hessian.count;
  return nnreg_is_stopped(s->blas) ? nnreg_stopped(why) : NNREG_OK;
}

/* Goes from the set's weights `before` towards w, as far as the objective falls. Returns how often
 * it tried, or 0 if it does not fall: then nothing has changed. */
static int move(linear_wide *s, double objective)
{
  enum { HALVINGS = 12 };
  size_t count = s->hessian.count, all = s->columns->samples * s->lanes;
  double *change = s->g, *old = s->outputs;
  for (size_t c = 0; c < count; c++) change[c] = s->w[c] - s->before[c];
  for (int i = 0; i < HALVINGS; i++) {
    memcpy(s->trial, old, all * sizeof *old);
    if (i > 0)
      for (size_t c = 0; c < count; c++) {
        change[c] /= 2;
        s->w[c] = s->before[c] + change[c];
      }
    linear_hessian_add(&s->hessian, change, s->trial);
    s->outputs = s->trial;
    s->judged = false;
    judge(s);
    double value = s->loss.value + linear_penalty_value(&s->penalty, s->w);
    s->outputs = old;
    if (value <= objective + 1e-13 * fabs(objective)) {
      s->outputs = s->trial;
      s->trial = old;
      for (size_t c = 0; c < count; c++) *linear_set_weight(s, c) = s->w[c];
      s->fresh = false;
      return i + 1;
    }
    if (!s->fresh && s->hessian.odds) break; /* better second derivatives first */
  }
  memcpy(s->w, s->before, count * sizeof *s->w);
  s->judged = false;
  return 0;
}

static double solve_by_columns(linear_wide *s, double objective, double gain)
{
  s->descent.count = s->hessian.count;
  s->descent.input = s->hessian.input;
  s->descent.lane = s->hessian.lane;
  s->descent.slopes = s->slopes;
  s->descent.w = s->w;
  s->descent.share = !s->responses ? DESCENT_SHARE : s->grows ? GROWING_SHARE : 0;
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
  q->blas = s->blas;
  q->penalty = &s->penalty;
  q->stride = s->hessian.room;
  q->hessian = s->hessian.matrix;
  q->w = s->w;
  q->g = s->g;
  q->kernels = s->columns->kernels;
  q->newton = &s->newton;
  q->directions = s->responses ? NULL : &s->directions;
  q->polish = s->responses != NULL;
  q->share = s->responses ? 0 : MODEL_SHARE;
  memcpy(s->g, s->at, count * sizeof *s->g);
  memcpy(s->before, s->w, count * sizeof *s->w);
  linear_quadratic_solve(q, gain);
  double lower =
      linear_penalty_value(&s->penalty, s->before) - linear_penalty_value(&s->penalty, s->w);
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
  linear_set_penalty(s);
  find_own_gradient(s);
  if (s->responses)
    now->left = gap(s, &now->objective);
  else
    now->objective = s->loss.value + linear_penalty_value(&s->penalty, s->w);
  now->allowed = fmax(tolerance * now->objective, rounding * s->model->null_loss);
}

/* A step of a regression, whose quadratic model is exact. */
static nnreg_status step_exactly(linear_wide *s, standing *now, bool *stuck, nnreg_message *why)
{
  nnreg_status status = find_curvature(s, why);
  if (status != NNREG_OK) return status;
  /* Steps of less are made of rounding errors. */
  double least = 1e-24 * now->objective;
  solve_model(s, now->objective, fmax(fmin(now->allowed, now->left / 16) * now->care, least));
  /* The gap is of first order in what the gradient lacks, a gain of second. */
  if (!s->grows) now->care /= 16;
  memcpy(s->at, s->g, s->hessian.count * sizeof *s->at);
  int trials = move(s, now->objective);
  *stuck = trials == 0;
  /* After the whole step the gradient is the model's. */
  if (trials == 1 && !s->by_columns) s->own = s->hessian.count;
  return NNREG_OK;
}

/* Whether it is worth while to compute the second derivatives anew: that costs as much as some
 * steps (measured), and about two will do with new ones. */
static bool is_slow(double lowered, double before, double wanted)
{
  const double steps = 5;
  double ratio = lowered / before;
  if (!(ratio < 1)) return isfinite(before);
  return log(wanted / lowered) / log(ratio) > steps;
}

/* What is left after a step, if each one after it lowers the objective by the same share of the one
 * before. */
static double left_after(double lowered, double before)
{
  const double least = 0.03; /* one step may do well by chance */
  double ratio = fmax(lowered / before, least);
  return isfinite(before) && ratio < 1 ? lowered * ratio / (1 - ratio) : INFINITY;
}

/* A step of classes. *ended: the model promised no more than is allowed to be left. If weights
 * outside of the set want to enter then, they must do so first: nothing moves. */
static nnreg_status step_by_model(linear_wide *s, standing *now, bool *ended, bool *stuck,
                                  nnreg_message *why)
{
  const double rounding = 1e-12;
  /* It may promise too little. */
  const double model_share = s->by_columns ? 1e-3 : 1e-2;
  const double promised = s->by_columns ? 0.03 : s->lanes > 1 ? 0.1 : 0.3;
  nnreg_status status = find_curvature(s, why);
  if (status != NNREG_OK) return status;
  double wanted = now->allowed * promised;
  double lowered = linear_course_aim(s);
  lowered += solve_model(s, now->objective, wanted * model_share);
  linear_course_note(s);
  bool small = lowered <= wanted;
  bool last =
      small || (linear_course_is_used(s) && left_after(lowered, now->lowered) <= wanted / 10);
  if (last && s->descent.least_bend == 0) {
    find_gradient(s, 1);
    *ended = linear_set_is_whole(s);
    if (!*ended) {
      memcpy(s->w, s->before, s->hessian.count * sizeof *s->w);
      now->lowered = INFINITY;
      s->promised = 0;
      return NNREG_OK;
    }
  }
  s->stale = !s->fresh && is_slow(lowered, now->lowered, wanted);
  now->lowered = lowered;
  bool knew = s->knows_all;
  int trials = move(s, now->objective);
  bool moved = trials > 0, whole = trials == 1;
  if (!whole) s->promised = 0;
  if (!whole && !small) *ended = false;
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
static nnreg_status reach(linear_wide *s, double tolerance, bool *reached, nnreg_message *why)
{
  enum { MOST_STUCK = 3 };
  bool classes = s->hessian.odds != NULL, ended = false, stuck;
  int failed = 0;
  standing now = {.lowered = INFINITY, .care = 1.0 / 16};
  *reached = false;
  s->grows = s->by_columns;
  for (int i = 0; i < MAX_STEPS && failed < MOST_STUCK; i++) {
    bool cheap = s->grows || s->inputs * s->lanes <= 4 * s->hessian.count;
    judge(s);
    if (ended || cheap || (classes && s->stale)) find_gradient(s, 1);
    if (s->knows_all) {
      size_t count = s->hessian.count;
      nnreg_status status = linear_set_add(s, why);
      if (status != NNREG_OK) return status;
      s->grows = s->by_columns && s->hessian.count > count;
    }
    look(s, tolerance, &now);
    if (!classes) ended = i > 0 && now.left <= now.allowed;
    *reached = ended && s->knows_all && !classes;
    if (*reached) return NNREG_OK;
    stuck = false;
    nnreg_status status = NNREG_OK;
    if (classes)
      status = step_by_model(s, &now, &ended, &stuck, why);
    else if (!ended)
      status = step_exactly(s, &now, &stuck, why);
    if (status != NNREG_OK) return status;
    *reached = classes && ended;
    if (*reached) return NNREG_OK;
    failed = stuck ? failed + 1 : 0;
  }
  return NNREG_OK;
}

/* ------------------------------------------------------------------ Losses -- */

/* Of responses in their units. */
static double measure(const linear_wide *s, const double *share, double *loss)
{
  double right = linear_measure(&s->samples, s->outputs, share, loss);
  for (size_t r = 0; r < s->lanes && s->responses; r++)
    loss[r] = loss[r] * s->model->response_scale[r] * s->model->response_scale[r];
  return right;
}

/* Judges the model by its part, model 0 by all samples. */
static void judge_part(linear_wide *s, linear_outcome *outcome)
{
  const nnreg_linear_problem *problem = s->model->problem;
  size_t part = s->model->part;
  double *share = s->trial;
  for (size_t i = 0; i < s->columns->samples; i++) {
    bool in = part == 0 || problem->parts[i] == (int32_t)part;
    share[i] = !in ? 0 : problem->judges ? problem->judges[i] : 1;
  }
  outcome->part_right = measure(s, share, outcome->part_loss);
}

void linear_wide_judge(linear_wide *s, linear_outcome *outcome)
{
  judge(s);
  if (s->responses)
    measure(s, s->share, outcome->loss);
  else
    outcome->loss[0] = s->loss.value;
  judge_part(s, outcome);
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
    double old = w[i];
    if (old == s->last[i]) continue;
    double moved = ahead > 0 ? ahead * (old - s->last[i]) : 0;
    bool bias = i >= s->inputs * s->lanes;
    s->last[i] = old;
    if (moved == 0) continue;
    w[i] = bias || old * (old + moved) > 0 ? old + moved : 0;
    if (bias || w[i] != 0) continue;
    size_t j = i % s->inputs, k = i / s->inputs;
    linear_sum sum = {.columns = s->columns, .y = s->outputs + k * n};
    double constant = linear_model_add(s->model, &sum, j, -(old + moved));
    linear_sum_end(&sum);
    for (size_t row = 0; row < n; row++) s->outputs[row + k * n] += constant;
  }
  for (size_t c = 0; c < s->hessian.count; c++) s->w[c] = *linear_set_weight(s, c);
  s->judged = s->judged && ahead == 0;
  if (ahead > 0) s->promised = 0; /* more has moved than the last step */
}

void linear_wide_restart(linear_wide *s)
{
  s->has_last = false;
  linear_set_empty(s);
  set_outputs(s);
  linear_gradient_forget(s);
  s->judged = s->fresh = false;
  s->stale = true;
}

nnreg_status linear_wide_solve(linear_wide *s, double tolerance, double ahead,
                               linear_outcome *outcome, nnreg_message *why)
{
  /* The gradient at hand is an estimate of the one at the end of the point before: good enough to
   * begin with. */
  if (!s->has_last) find_gradient(s, 1);
  nnreg_status status = linear_set_add(s, why);
  if (status != NNREG_OK) return status;
  look_ahead(s, s->has_last ? ahead : 0);
  s->has_last = true;
  status = reach(s, tolerance, &outcome->reached, why);
  if (status != NNREG_OK) return status;
  linear_wide_judge(s, outcome);
  return NNREG_OK;
}
