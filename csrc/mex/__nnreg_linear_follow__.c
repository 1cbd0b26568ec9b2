/* result = __nnreg_linear_follow__ (problem, path, state)
 *
 * A path of linear models: nnreg_linear_follow in nnreg.h, whose structs have these fields.
 * problem: as linear.h has it.
 * path: L1, L2, Group, Lambda (1 x L), Ratio, Entry, MayEnd, Tolerance, MostInputs, Explained,
 * First, Block, KeepParts, Relax, Seconds, Threads. state: ((D + 1) K (P + 1)) x 1, or [] at first.
 * result, for the n points that this call has done, a row each: Biases (n x K), Counts (n x 1),
 * Index and Value (of all points, columns; W(Index(e)) of the K x D weights), with KeepParts
 * PartBiases (n x K P), PartCounts (n x P), PartIndex and PartValue (of each point all parts one
 * after the other; else they have no rows), Loss (n x R), PartLoss (n x R (P + 1)), PartRight (n x
 * P + 1), Unfinished (n x 1); and Lambda (L x 1), Over, Block, Explained, NullLoss, State. It is 0
 * x 0 if it was stopped.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "linear.h"

static mxArray *matrix(size_t rows, size_t columns)
{
  return mxCreateDoubleMatrix((mwSize)rows, (mwSize)columns, mxREAL);
}

static mxArray *copy(const double *values, size_t rows, size_t columns)
{
  mxArray *out = matrix(rows, columns);
  if (rows * columns > 0) memcpy(mxGetPr(out), values, rows * columns * sizeof *values);
  return out;
}

static void read_path(const mxArray *value, nnreg_linear_path *path, mxArray **lambda)
{
  *path = (nnreg_linear_path){.num_points = mxGetNumberOfElements(gateway_field(value, "Lambda"))};
  *lambda = copy(linear_doubles(value, "Lambda", path->num_points), path->num_points, 1);
  path->lambda = mxGetPr(*lambda);
  path->l1 = linear_number(value, "L1");
  path->l2 = linear_number(value, "L2");
  path->group = linear_number(value, "Group");
  path->ratio = linear_number(value, "Ratio");
  path->entry = linear_number(value, "Entry");
  path->may_end = linear_number(value, "MayEnd") != 0;
  path->tolerance = linear_number(value, "Tolerance");
  path->most_inputs = linear_size(value, "MostInputs");
  path->explained = linear_number(value, "Explained");
  path->first = linear_size(value, "First");
  path->block = linear_size(value, "Block");
  path->keep_parts = linear_number(value, "KeepParts") != 0;
  path->relax = linear_number(value, "Relax") != 0;
  path->seconds = linear_number(value, "Seconds");
  path->num_threads = linear_size(value, "Threads");
}

/* What each model keeps between calls: a copy, which the core changes. */
static mxArray *read_state(const mxArray *value, const nnreg_linear_problem *problem)
{
  size_t count;
  bool fits =
      !__builtin_mul_overflow(problem->source->num_inputs + 1, problem->num_outputs, &count) &&
      !__builtin_mul_overflow(count, problem->num_parts + 1, &count);
  if (!fits) gateway_refuse("NumParts", "is too large");
  if (mxGetNumberOfElements(value) == 0) return matrix(count, 1);
  return copy(gateway_column(value, count, "the state does not fit the problem"), count, 1);
}

static void put(mxArray *structure, const char *name, mxArray *value)
{
  mxAddField(structure, name);
  mxSetField(structure, 0, name, value);
}

/* Of each of `count` matrices (rows x points) the first `done` columns, as rows side by side. */
static mxArray *by_points(const double *values, size_t rows, size_t done, size_t points,
                          size_t count)
{
  mxArray *out = matrix(done, rows * count);
  double *to = mxGetPr(out);
  for (size_t k = 0; k < count; k++)
    for (size_t r = 0; r < rows; r++)
      for (size_t i = 0; i < done; i++) *to++ = values[(k * points + i) * rows + r];
  return out;
}

/* The entries of point `i`: at `at` of index and value. Returns where those behind them go. */
static size_t copy_entries(const nnreg_linear_weights *weights, size_t i, double *index,
                           double *value, size_t at)
{
  for (size_t e = weights->starts[i]; e < weights->starts[i + 1]; e++, at++) {
    index[at] = (double)(weights->index[e] + 1);
    value[at] = weights->value[e];
  }
  return at;
}

/* The weights of `count` models under these names, of each point all models. */
static void put_weights(mxArray *out, const char *const names[4],
                        const nnreg_linear_weights *models, size_t count, size_t outputs,
                        size_t done)
{
  size_t total = 0, at = 0;
  for (size_t m = 0; m < count && done > 0; m++) total += models[m].starts[done];
  mxArray *biases = matrix(done, outputs * count), *counts = matrix(done, count);
  mxArray *index = matrix(total, 1), *value = matrix(total, 1);
  for (size_t i = 0; i < done; i++)
    for (size_t m = 0; m < count; m++) {
      const nnreg_linear_weights *model = &models[m];
      for (size_t k = 0; k < outputs; k++)
        mxGetPr(biases)[(m * outputs + k) * done + i] = model->biases[i * outputs + k];
      mxGetPr(counts)[m * done + i] = (double)(model->starts[i + 1] - model->starts[i]);
      at = copy_entries(model, i, mxGetPr(index), mxGetPr(value), at);
    }
  put(out, names[0], biases);
  put(out, names[1], counts);
  put(out, names[2], index);
  put(out, names[3], value);
}

/* The fields of nnr.linear.record, in its order. */
static mxArray *make_result(const nnreg_linear_problem *problem, const nnreg_linear_path *path,
                            const nnreg_linear_result *result, mxArray *lambda, mxArray *state)
{
  static const char *const whole[] = {"Biases", "Counts", "Index", "Value"};
  static const char *const parts[] = {"PartBiases", "PartCounts", "PartIndex", "PartValue"};
  size_t done = result->num_points, points = path->num_points, models = problem->num_parts + 1;
  size_t outputs = problem->num_outputs;
  size_t losses = problem->task == NNREG_CLASSIFICATION ? 1 : outputs;
  mxArray *out = mxCreateStructMatrix(1, 1, 0, NULL);
  put(out, "Lambda", lambda);
  put(out, "State", state);
  put(out, "Explained", mxCreateDoubleScalar(path->explained));
  put(out, "NullLoss", mxCreateDoubleScalar(result->null_loss));
  put(out, "Over", mxCreateDoubleScalar(result->over));
  put(out, "Block", mxCreateDoubleScalar((double)path->block));
  put_weights(out, whole, result->models, 1, outputs, done);
  put(out, "Loss", by_points(result->loss, losses, done, points, 1));
  put_weights(out, parts, result->models + 1, problem->num_parts, outputs,
              result->num_models > 1 ? done : 0);
  put(out, "PartLoss", by_points(result->part_loss, losses, done, points, models));
  put(out, "PartRight", by_points(result->part_right, 1, done, points, models));
  put(out, "Unfinished", by_points(result->unfinished, 1, done, points, 1));
  return out;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_source source;
  nnreg_linear_problem problem;
  nnreg_linear_path path;
  nnreg_message why = {""};
  mxArray *lambda;
  gateway_expect("__nnreg_linear_follow__", num_in, 3, num_out, 1);
  linear_read_problem(in[0], &source, &problem);
  read_path(in[1], &path, &lambda);
  mxArray *state = read_state(in[2], &problem);
  nnreg_linear_result result = {.state = mxGetPr(state)};
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status = nnreg_linear_follow(blas, &problem, &path, &result, &why);
  nnreg_blas_close(blas);
  if (status == NNREG_OK) out[0] = make_result(&problem, &path, &result, lambda, state);
  nnreg_linear_free(&result);
  if (!gateway_is_done(status, &why)) out[0] = gateway_nothing();
}
