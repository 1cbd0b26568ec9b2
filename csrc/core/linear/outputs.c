/* What the model of each part gives for the samples of its part.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "data/data.h"
#include "linear.h"

/* A table has a row of K numbers for each part; row 0 is for samples in none. */
typedef struct {
  const nnreg_linear_problem *problem;
  const nnreg_linear_weights *models;
  double *x;      /* (N) the stored values of a column       */
  double *bias;   /* (K x (P + 1)) of X without the offset   */
  double *slopes; /* (K x (P + 1)) of a column               */
  size_t *next;   /* (P) the first entry of later columns    */
} outputs_work;

static nnreg_status check(const nnreg_linear_problem *problem, const nnreg_linear_weights *models,
                          nnreg_message *why)
{
  size_t n = problem->source->num_samples;
  size_t count = problem->num_outputs * problem->source->num_inputs;
  nnreg_status status = nnreg_source_check(problem->source, why);
  if (status != NNREG_OK) return status;
  if (n < 1) return nnreg_refuse(why, "X is empty");
  if (problem->num_outputs < 1 || problem->num_outputs > INT32_MAX)
    return nnreg_refuse(why, "the number of outputs is out of range");
  if (!problem->parts || problem->num_parts < 1 || problem->num_parts > INT32_MAX)
    return nnreg_refuse(why, "there are no parts");
  for (size_t i = 0; i < n; i++)
    if (problem->parts[i] < 0 || (size_t)problem->parts[i] > problem->num_parts)
      return nnreg_refuse(why, "parts must be from 0 to %zu", problem->num_parts);
  for (size_t p = 0; p < problem->num_parts; p++)
    for (size_t e = models[p].starts[0]; e < models[p].starts[1]; e++)
      if (models[p].index[e] >= count ||
          (e > models[p].starts[0] && models[p].index[e] <= models[p].index[e - 1]))
        return nnreg_refuse(why, "the indices of weights must ascend and exist");
  return NNREG_OK;
}

/* The first column after those done that some model uses; D if there is none. */
static size_t next_column(const outputs_work *w)
{
  const nnreg_linear_problem *problem = w->problem;
  size_t column = problem->source->num_inputs;
  for (size_t p = 0; p < problem->num_parts; p++) {
    const nnreg_linear_weights *model = &w->models[p];
    if (w->next[p] == model->starts[1]) continue;
    size_t own = (size_t)model->index[w->next[p]] / problem->num_outputs;
    if (own < column) column = own;
  }
  return column;
}

/* The models' slopes of column j, and their biases without its offset. */
static void take_column(outputs_work *w, size_t j)
{
  const nnreg_linear_problem *problem = w->problem;
  size_t outputs = problem->num_outputs;
  double unit = problem->unit[j] > 0 ? problem->unit[j] : 1;
  for (size_t p = 0; p < problem->num_parts; p++) {
    const nnreg_linear_weights *model = &w->models[p];
    double *slopes = w->slopes + (p + 1) * outputs, *bias = w->bias + (p + 1) * outputs;
    for (size_t k = 0; k < outputs; k++) slopes[k] = 0;
    for (; w->next[p] < model->starts[1] && model->index[w->next[p]] / outputs == j; w->next[p]++) {
      size_t k = (size_t)model->index[w->next[p]] % outputs;
      slopes[k] = model->value[w->next[p]] / unit;
      bias[k] -= problem->offset[j] * slopes[k];
    }
  }
}

/* Adds column j. */
static void add_column(const outputs_work *w, size_t j, double *out)
{
  const nnreg_source *source = w->problem->source;
  const int32_t *parts = w->problem->parts;
  size_t n = source->num_samples, outputs = w->problem->num_outputs, first, last;
  nnreg_column_entries(source, j, &first, &last);
  nnreg_load_d(source->type, source->values, first, last - first, w->x);
  for (size_t k = 0; k < outputs; k++) {
    const double *slopes = w->slopes + k;
    double *to = out + k * n;
    if (!source->starts)
      for (size_t i = 0; i < n; i++) to[i] += w->x[i] * slopes[(size_t)parts[i] * outputs];
    else
      for (size_t e = first; e < last; e++) {
        size_t i = (size_t)source->rows[e];
        to[i] += w->x[e - first] * slopes[(size_t)parts[i] * outputs];
      }
  }
}

static void fill(outputs_work *w, double *out)
{
  const nnreg_linear_problem *problem = w->problem;
  size_t n = problem->source->num_samples, inputs = problem->source->num_inputs;
  size_t outputs = problem->num_outputs;
  for (size_t k = 0; k < outputs; k++) {
    w->bias[k] = NAN;
    w->slopes[k] = 0;
  }
  for (size_t p = 0; p < problem->num_parts; p++) {
    w->next[p] = w->models[p].starts[0];
    for (size_t k = 0; k < outputs; k++) w->bias[(p + 1) * outputs + k] = w->models[p].biases[k];
  }
  for (size_t i = 0; i < n * outputs; i++) out[i] = 0;
  for (size_t j = next_column(w); j < inputs; j = next_column(w)) {
    take_column(w, j);
    add_column(w, j, out);
  }
  for (size_t k = 0; k < outputs; k++)
    for (size_t i = 0; i < n; i++)
      out[k * n + i] += w->bias[(size_t)problem->parts[i] * outputs + k];
}

nnreg_status nnreg_linear_part_outputs(const nnreg_linear_problem *problem,
                                       const nnreg_linear_weights *models, double *out,
                                       nnreg_message *why)
{
  nnreg_status status = check(problem, models, why);
  if (status != NNREG_OK) return status;
  size_t table = (problem->num_parts + 1) * problem->num_outputs;
  outputs_work w = {.problem = problem,
                    .models = models,
                    .x = nnreg_alloc(problem->source->num_samples, sizeof(double)),
                    .bias = nnreg_alloc(table, sizeof(double)),
                    .slopes = nnreg_alloc(table, sizeof(double)),
                    .next = nnreg_alloc(problem->num_parts, sizeof(size_t))};
  if (w.x && w.bias && w.slopes && w.next)
    fill(&w, out);
  else
    status = nnreg_no_memory(why, "the outputs of the parts");
  nnreg_free(w.x);
  nnreg_free(w.bias);
  nnreg_free(w.slopes);
  nnreg_free(w.next);
  return status;
}
