/* Opens and closes the solver of wide.c: its memory, and what it knows of the data.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "wide.h"

void linear_wide_close(linear_wide *s)
{
  if (!s) return;
  linear_set_close(s);
  linear_newton_close(&s->newton);
  linear_directions_close(&s->directions);
  linear_directions_close(&s->course);
  linear_hessian_close(&s->hessian);
  nnreg_free(s->share);
  nnreg_free(s->responses);
  nnreg_free(s->outputs);
  nnreg_free(s->trial);
  nnreg_free(s->last);
  nnreg_free(s->last_outputs);
  nnreg_free(s->slopes);
  nnreg_free(s->gradient);
  nnreg_free(s->doubt);
  nnreg_free(s->seen);
  nnreg_free(s->seen_totals);
  nnreg_free(s->first);
  nnreg_free(s->first_gradient);
  nnreg_free(s->length);
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
  s->doubt = nnreg_alloc(s->inputs * s->lanes, sizeof(double));
  s->seen = nnreg_alloc(all, sizeof(double));
  s->seen_totals = nnreg_alloc(s->lanes, sizeof(double));
  s->first = nnreg_alloc(all, sizeof(double));
  s->first_gradient = nnreg_alloc(s->inputs * s->lanes, sizeof(double));
  s->length = nnreg_alloc(s->inputs, sizeof(double));
  s->totals = nnreg_alloc(s->lanes, sizeof(double));
  s->place = nnreg_alloc((s->inputs + 1) * s->lanes, sizeof *s->place);
  s->fixed = nnreg_alloc(s->lanes, sizeof *s->fixed);
  s->samples.scratch = nnreg_alloc(3 * n + LINEAR_TOGETHER * s->lanes, sizeof(double));
  /* On columns it is the descent's rest alone. */
  s->hessian.weighted = nnreg_alloc((s->by_columns ? 1 : LINEAR_TOGETHER) * all, sizeof(double));
  s->hessian.odds = classes ? nnreg_alloc(all, sizeof(double)) : NULL;
  bool have = s->share && s->outputs && s->trial && s->last && s->last_outputs && s->slopes &&
              s->gradient && s->doubt && s->seen && s->seen_totals && s->first &&
              s->first_gradient && s->length && s->totals && s->place && s->fixed &&
              s->samples.scratch && s->hessian.weighted &&
              (classes ? s->hessian.odds : s->responses);
  return have ? NNREG_OK : nnreg_no_memory(why, "a linear model");
}

/* The samples to learn from. */
static void set_share(linear_wide *s)
{
  const nnreg_linear_problem *problem = s->model->problem;
  double total = 0;
  for (size_t i = 0; i < s->columns->samples; i++) {
    int32_t own = (int32_t)s->model->part, part = problem->parts ? problem->parts[i] : 0;
    bool out = own > 0 && (problem->forward ? part >= own : part == own);
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

static void set_scales(linear_wide *s)
{
  const double rounding = 1e-20, *share = moment_share(s);
  for (size_t j = 0; j < s->inputs; j++) {
    double mean = linear_columns_dot(s->columns, j, share);
    double variance = linear_columns_variance(s->columns, j, share, mean);
    bool varies = variance > rounding * (1 + mean * mean);
    linear_model_set_scale(s->model, j, mean, varies ? variance : 0);
    s->length[j] = s->model->scale[j] > 0 ? sqrt(variance) / s->model->scale[j] : 0;
  }
  /* gradient.c wants them about the mean that is subtracted, and by the shares of the loss. */
  s->measured = share == s->share && s->model->problem->intercept;
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
  s->by_columns = linear_descent_suits(columns) && model->penalty.num_groups == 0;
  nnreg_status status = open_arrays(s, why);
  if (status != NNREG_OK) return status;
  set_share(s);
  set_scales(s);
  s->samples.count = columns->samples;
  s->samples.lanes = s->lanes;
  s->samples.share = s->share;
  s->samples.labels = model->problem->labels;
  s->samples.responses = s->responses;
  s->samples.kernels = columns->kernels;
  memset(s->fixed, 0, s->lanes * sizeof *s->fixed);
  memset(s->last, 0, (s->inputs + 1) * s->lanes * sizeof *s->last);
  if (s->responses)
    set_responses(s);
  else
    set_classes(s);
  s->hessian.blas = blas;
  s->hessian.columns = columns;
  s->hessian.model = model;
  s->hessian.samples = &s->samples;
  /* Those of a quadratic model are exact but for rounding; the loss is no parabola. */
  s->directions.least = 1e-10;
  s->course.least = 0.02;
  s->hessian.listed = s->by_columns;
  s->descent = (linear_descent){.blas = blas,
                                .columns = columns,
                                .model = model,
                                .samples = &s->samples,
                                .penalty = &s->penalty,
                                .rest = s->hessian.weighted,
                                .bend = s->samples.scratch,
                                .odds = s->hessian.odds};
  for (size_t i = 0; i < (s->inputs + 1) * s->lanes; i++) s->place[i] = -1;
  return linear_set_reserve(s, 1, why);
}
