/* X as columns of doubles, in base units.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/data.h"
#include "linear.h"

typedef struct {
  const nnreg_linear_problem *problem;
  linear_columns *columns;
} filling;

static void fill(void *context, const nnreg_member *member)
{
  const filling *work = context;
  const nnreg_source *source = work->problem->source;
  size_t from, to, first, last;
  nnreg_team_share(member, source->num_inputs, &from, &to);
  for (size_t j = from; j < to; j++) {
    double unit = work->problem->unit[j], factor = unit > 0 ? 1 / unit : 0;
    double offset = source->starts ? 0 : work->problem->offset[j];
    nnreg_column_entries(source, j, &first, &last);
    double *out = work->columns->values + first;
    nnreg_load_d(source->type, source->values, first, last - first, out);
    for (size_t e = 0; e < last - first; e++) out[e] = (out[e] - offset) * factor;
  }
}

nnreg_status linear_columns_open(const nnreg_linear_problem *problem, size_t num_threads,
                                 linear_columns *columns, nnreg_message *why)
{
  const nnreg_source *source = problem->source;
  size_t inputs = source->num_inputs;
  size_t count = source->starts ? (size_t)source->starts[inputs] : source->num_samples * inputs;
  *columns = (linear_columns){.samples = source->num_samples,
                              .inputs = inputs,
                              .starts = source->starts,
                              .rows = source->rows,
                              .kernels = nnreg_kernels_select(),
                              .values = nnreg_alloc(count, sizeof(double))};
  if (!columns->values) return nnreg_no_memory(why, "X in double precision");
  filling work = {problem, columns};
  nnreg_team_run(num_threads, fill, &work);
  return NNREG_OK;
}

void linear_columns_close(linear_columns *columns) { nnreg_free(columns->values); }

double linear_columns_dot(const linear_columns *columns, size_t j, const double *v)
{
  size_t n = columns->samples;
  if (!columns->starts) return columns->kernels->dot(n, columns->values + j * n, v);
  double sum = 0;
  for (int64_t e = columns->starts[j]; e < columns->starts[j + 1]; e++)
    sum += columns->values[e] * v[columns->rows[e]];
  return sum;
}

void linear_columns_dots(const linear_columns *columns, size_t count, const size_t *inputs,
                         const double *v, double *out)
{
  size_t n = columns->samples, i = 0;
  for (; i + LINEAR_TOGETHER <= count && !columns->starts; i += LINEAR_TOGETHER) {
    const double *x[LINEAR_TOGETHER];
    for (size_t k = 0; k < LINEAR_TOGETHER; k++) x[k] = columns->values + inputs[i + k] * n;
    columns->kernels->dot_four(n, x, v, out + i);
  }
  for (; i < count; i++) out[i] = linear_columns_dot(columns, inputs[i], v);
}

void linear_columns_dot_many(const linear_columns *columns, size_t j, size_t count,
                             const double *const *v, double *out)
{
  size_t n = columns->samples;
  for (size_t i = 0; i < count && columns->starts; i++)
    out[i] = linear_columns_dot(columns, j, v[i]);
  for (size_t i = 0; i < count && !columns->starts; i += LINEAR_TOGETHER) {
    const double *x[LINEAR_TOGETHER];
    double sums[LINEAR_TOGETHER];
    size_t more = count - i < LINEAR_TOGETHER ? count - i : LINEAR_TOGETHER;
    for (size_t k = 0; k < LINEAR_TOGETHER; k++) x[k] = v[i + (k < more ? k : 0)];
    columns->kernels->dot_four(n, x, columns->values + j * n, sums);
    for (size_t k = 0; k < more; k++) out[i + k] = sums[k];
  }
}

void linear_columns_add(const linear_columns *columns, size_t j, double scale, double *y)
{
  size_t n = columns->samples;
  if (!columns->starts) {
    columns->kernels->add(n, scale, columns->values + j * n, y);
    return;
  }
  for (int64_t e = columns->starts[j]; e < columns->starts[j + 1]; e++)
    y[columns->rows[e]] += scale * columns->values[e];
}

void linear_sum_add(linear_sum *sum, size_t j, double scale)
{
  if (sum->columns->starts) {
    linear_columns_add(sum->columns, j, scale, sum->y);
    return;
  }
  sum->scale[sum->count] = scale;
  sum->values[sum->count++] = sum->columns->values + j * sum->columns->samples;
  if (sum->count < LINEAR_TOGETHER) return;
  sum->columns->kernels->add_four(sum->columns->samples, sum->scale, sum->values, sum->y);
  sum->count = 0;
}

void linear_sum_end(linear_sum *sum)
{
  for (size_t i = 0; i < sum->count; i++)
    sum->columns->kernels->add(sum->columns->samples, sum->scale[i], sum->values[i], sum->y);
  sum->count = 0;
}

double linear_columns_variance(const linear_columns *columns, size_t j, const double *share,
                               double mean)
{
  size_t n = columns->samples;
  double sum = 0, rest = 1;
  if (!columns->starts) {
    const double *b = columns->values + j * n;
    for (size_t i = 0; i < n; i++) sum += share[i] * (b[i] - mean) * (b[i] - mean);
    return sum;
  }
  for (int64_t e = columns->starts[j]; e < columns->starts[j + 1]; e++) {
    double gone = columns->values[e] - mean, part = share[columns->rows[e]];
    sum += part * gone * gone;
    rest -= part;
  }
  return sum + (rest > 1e-12 ? rest * mean * mean : 0);
}

void linear_columns_gradient(const nnreg_blas *blas, const linear_columns *columns, const double *R,
                             size_t count, double *out)
{
  enum { FEW = 4 }; /* then some columns stay in the cache for all of R */
  size_t n = columns->samples, inputs = columns->inputs;
  if (!columns->starts && count >= FEW) {
    nnreg_dgemm_of(blas)(NNREG_COLUMNS, NNREG_TRANSPOSED, NNREG_PLAIN, (int)inputs, (int)count,
                         (int)n, 1, columns->values, (int)n, R, (int)n, 0, out, (int)inputs);
    return;
  }
  for (size_t j = 0, more; j < inputs; j += more) {
    size_t some[LINEAR_TOGETHER];
    more = inputs - j < LINEAR_TOGETHER ? inputs - j : LINEAR_TOGETHER;
    for (size_t i = 0; i < more; i++) some[i] = j + i;
    for (size_t k = 0; k < count; k++)
      linear_columns_dots(columns, more, some, R + k * n, out + j + k * inputs);
  }
}
