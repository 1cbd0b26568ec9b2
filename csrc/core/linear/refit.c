/* Classes, and regression of many inputs: a model fitted again without a penalty on the weights
 * that are not 0, by Newton's steps on all of them. Of inputs whose weights others can replace,
 * some stay as they are (quadratic.c).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "wide.h"

enum { MOST_STEPS = 60 };

/* Where the classes separate there is no optimum: the loss falls towards 0 for ever. */
static const double LEAST_LOSS = 1e-6;

typedef struct {
  linear_wide *s;
  linear_hessian hessian; /* lists the weights */
  linear_newton newton;
  linear_penalty open; /* l1 and l2 are 0 */
  linear_quadratic quadratic;
  linear_loss loss;
  double *numbers;                            /* of the arrays below but weights */
  double *outputs, *trial, *slopes;           /* (N x lanes) */
  double *totals;                             /* (lanes) sums of the slopes */
  double *w, *before, *g, *at, *moves, *none; /* (M), M the number of weights */
  double *weights;                            /* the caller's, ((D + 1) x lanes) */
} refit;

static double *place_of(const refit *f, size_t c)
{
  return f->weights + linear_hessian_place(&f->hessian, c);
}

/* Lists the weights that are fitted, by lanes, or counts them if `lists` is false. */
static size_t list_weights(refit *f, bool lists)
{
  const linear_wide *s = f->s;
  size_t count = 0;
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t j = 0; j <= s->inputs; j++) {
      bool bias = j == s->inputs;
      bool fitted =
          bias ? s->model->problem->intercept && !s->fixed[k] : f->weights[j + k * s->inputs] != 0;
      if (!fitted) continue;
      if (lists) {
        f->hessian.input[count] = (uint32_t)j;
        f->hessian.lane[count] = (uint32_t)k;
      }
      count++;
    }
  return count;
}

static void refit_close(refit *f)
{
  linear_hessian_close(&f->hessian);
  linear_newton_close(&f->newton);
  nnreg_free(f->quadratic.active);
  nnreg_free(f->quadratic.marks);
  nnreg_free(f->numbers);
}

static nnreg_status refit_open(refit *f, linear_wide *s, double *weights, nnreg_message *why)
{
  size_t all = s->columns->samples * s->lanes;
  *f = (refit){.s = s, .weights = weights};
  f->hessian = (linear_hessian){.blas = s->blas,
                                .columns = s->columns,
                                .model = s->model,
                                .samples = &s->samples,
                                .weighted = nnreg_alloc(LINEAR_TOGETHER * all, sizeof(double)),
                                .odds = s->responses ? NULL : nnreg_alloc(all, sizeof(double))};
  size_t count = list_weights(f, false);
  nnreg_status status = linear_hessian_reserve(&f->hessian, count, why);
  if (status == NNREG_OK) status = linear_newton_reserve(&f->newton, count, why);
  f->numbers = nnreg_alloc(3 * all + 6 * count + s->lanes, sizeof(double));
  f->quadratic.active = nnreg_alloc(count, sizeof(uint32_t));
  f->quadratic.marks = nnreg_alloc(count, sizeof(bool));
  bool have = f->hessian.weighted && (s->responses || f->hessian.odds) && f->numbers &&
              f->quadratic.active && f->quadratic.marks;
  if (status != NNREG_OK) return status;
  if (!have) return nnreg_no_memory(why, "a linear model");
  double **parts[] = {&f->w, &f->before, &f->g, &f->at, &f->moves, &f->none};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) *parts[i] = f->numbers + i * count;
  f->outputs = f->numbers + 6 * count;
  f->trial = f->outputs + all;
  f->slopes = f->trial + all;
  f->totals = f->slopes + all;
  memset(f->none, 0, count * sizeof *f->none);
  memset(f->quadratic.marks, 0, count * sizeof *f->quadratic.marks);
  f->hessian.count = list_weights(f, true);
  f->open = (linear_penalty){.count = count, .lanes = 1, .l1 = f->none, .l2 = f->none};
  return NNREG_OK;
}

/* The loss's gradient by the weights. */
static void find_gradient(refit *f)
{
  size_t n = f->s->columns->samples;
  for (size_t k = 0; k < f->s->lanes; k++) {
    f->totals[k] = 0;
    for (size_t i = 0; i < n; i++) f->totals[k] += f->slopes[i + k * n];
  }
  linear_hessian_slopes(&f->hessian, 0, f->hessian.count, f->slopes, f->totals, f->at);
}

/* Minimises the quadratic model. Returns by how much that lowers it. */
static double solve_model(refit *f)
{
  const double share = 1e-14;
  linear_quadratic *q = &f->quadratic;
  size_t count = f->hessian.count;
  q->blas = f->s->blas;
  q->penalty = &f->open;
  q->stride = f->hessian.room;
  q->hessian = f->hessian.matrix;
  q->w = f->w;
  q->g = f->g;
  q->moves = f->moves;
  q->newton = &f->newton;
  q->polish = true;
  q->kernels = f->s->columns->kernels;
  f->newton.count = 0;
  memcpy(f->g, f->at, count * sizeof *f->g);
  memcpy(f->before, f->w, count * sizeof *f->w);
  linear_quadratic_solve(q, share * f->loss.value);
  double lower = 0;
  for (size_t c = 0; c < count; c++) lower -= (f->w[c] - f->before[c]) * (f->at[c] + f->g[c]) / 2;
  return lower;
}

/* Goes on to w, or less far, as far as the loss falls. False if it does not. */
static bool move(refit *f)
{
  enum { HALVINGS = 30 };
  const double rounding = 1e-13;
  size_t count = f->hessian.count, all = f->s->columns->samples * f->s->lanes;
  double *change = f->g;
  for (size_t c = 0; c < count; c++) change[c] = f->w[c] - f->before[c];
  for (int i = 0; i < HALVINGS; i++) {
    memcpy(f->trial, f->outputs, all * sizeof *f->trial);
    linear_hessian_add(&f->hessian, change, f->trial);
    linear_loss loss = linear_judge(&f->s->samples, f->trial, f->slopes);
    if (loss.value <= f->loss.value * (1 + rounding)) {
      for (size_t c = 0; c < count; c++) f->w[c] = f->before[c] + change[c];
      double *old = f->outputs;
      f->outputs = f->trial;
      f->trial = old;
      f->loss = loss;
      return true;
    }
    for (size_t c = 0; c < count; c++) change[c] /= 2;
  }
  memcpy(f->w, f->before, count * sizeof *f->w);
  return false;
}

/* Newton's steps until a model promises no more than a share of the loss. */
static nnreg_status take_steps(refit *f, double tolerance, bool *reached, nnreg_message *why)
{
  const double promised = 0.1, rounding = 1e-14;
  double null_loss = f->s->model->null_loss;
  bool classes = f->hessian.odds != NULL, known = false;
  *reached = f->hessian.count == 0;
  for (int i = 0; i < MOST_STEPS && !*reached; i++) {
    if (nnreg_is_stopped(f->s->blas)) return nnreg_stopped(why);
    if (classes && f->loss.value <= LEAST_LOSS * null_loss) return NNREG_OK;
    if (classes) linear_odds(&f->s->samples, f->slopes, f->hessian.odds);
    if (classes || !known) linear_hessian_fill(&f->hessian);
    known = true;
    find_gradient(f);
    double lower = solve_model(f);
    double enough = fmax(promised * tolerance * f->loss.value, rounding * null_loss);
    bool moved = move(f);
    *reached = lower <= enough;
    if (!moved) return NNREG_OK;
  }
  return NNREG_OK;
}

/* The outcome at the outputs of the refit; the model's own stay. */
static void judge(refit *f, linear_outcome *outcome)
{
  linear_wide *s = f->s;
  double *kept = s->outputs;
  s->outputs = f->outputs;
  s->judged = false;
  linear_wide_judge(s, outcome);
  s->outputs = kept;
  s->judged = false;
}

nnreg_status linear_wide_refit(linear_wide *s, double tolerance, double *weights,
                               linear_outcome *outcome, nnreg_message *why)
{
  refit f;
  nnreg_status status = refit_open(&f, s, weights, why);
  if (status == NNREG_OK) {
    memcpy(f.outputs, s->outputs, s->columns->samples * s->lanes * sizeof *f.outputs);
    f.loss = linear_judge(&s->samples, f.outputs, f.slopes);
    for (size_t c = 0; c < f.hessian.count; c++) f.w[c] = *place_of(&f, c);
    status = take_steps(&f, tolerance, &outcome->reached, why);
  }
  if (status == NNREG_OK) {
    for (size_t c = 0; c < f.hessian.count; c++) *place_of(&f, c) = f.w[c];
    judge(&f, outcome);
  }
  refit_close(&f);
  return status;
}
