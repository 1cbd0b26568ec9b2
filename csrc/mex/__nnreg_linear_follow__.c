/* result = __nnreg_linear_follow__ (problem, path, state)
 *
 * A path of linear models: nnreg_linear_follow in nnreg.h, whose structs have these fields.
 * problem: X (N x D), Offset, Unit, Scale, Factors (D x 1, or [] of the last two), Task,
 * NumOutputs, Labels (int32) or Responses (N x R), ResponseScale (R or []), Intercept, Weights,
 * Judges (N x 1 or []), Parts (int32, N x 1 or []), NumParts, Forward, Groups (int32, D x 1 or []).
 * path: L1, L2, Group, Lambda (1 x L), Ratio, Entry, MayEnd, Tolerance, MostInputs, Explained,
 * First, Block, KeepParts, Relax, Seconds, Threads. state: ((D + 1) K (P + 1)) x 1, or [] at first.
 * result: Lambda, Over, State, Block, Explained, NullLoss, Biases (K x n), Starts (1 x n + 1),
 * Index and Value (columns; W(Index(e)) of the K x D weights), Loss (R x n), PartLoss (R x n x P +
 * 1), PartRight (n x P + 1), Unfinished (1 x n), and with KeepParts Parts (1 x P, a struct array
 * with the Biases, Starts, Index and Value of each), for the n points that this call has done; 0 x
 * 0 if it was stopped.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "gateway.h"

static const double *doubles(const mxArray *structure, const char *name, size_t count)
{
  return gateway_column(gateway_field(structure, name), count, name);
}

static const int32_t *whole_numbers(const mxArray *structure, const char *name, size_t count)
{
  const mxArray *value = gateway_field(structure, name);
  if (mxGetNumberOfElements(value) == 0) return NULL;
  if (!mxIsInt32(value) || mxGetNumberOfElements(value) != count)
    gateway_refuse(name, "has the wrong class or size");
  return mxGetData(value);
}

static double number(const mxArray *structure, const char *name)
{
  return gateway_scalar(gateway_field(structure, name), name);
}

static size_t size(const mxArray *structure, const char *name)
{
  return gateway_size(gateway_field(structure, name), name);
}

static void read_problem(const mxArray *value, nnreg_source *source, nnreg_linear_problem *problem)
{
  gateway_source(gateway_field(value, "X"), source);
  size_t n = source->num_samples, inputs = source->num_inputs, count;
  *problem = (nnreg_linear_problem){.source = source};
  problem->task =
      (nnreg_task)gateway_choice(gateway_field(value, "Task"), nnreg_task_names, "Task");
  problem->num_outputs = size(value, "NumOutputs");
  if (__builtin_mul_overflow(n, problem->num_outputs, &count))
    gateway_refuse("NumOutputs", "is too large");
  problem->offset = doubles(value, "Offset", inputs);
  problem->unit = doubles(value, "Unit", inputs);
  if (!problem->offset || !problem->unit) gateway_refuse("Unit", "is missing");
  problem->scale = doubles(value, "Scale", inputs);
  problem->factors = doubles(value, "Factors", inputs);
  problem->groups = whole_numbers(value, "Groups", inputs);
  problem->labels = whole_numbers(value, "Labels", n);
  problem->responses = doubles(value, "Responses", count);
  problem->response_scale = doubles(value, "ResponseScale", problem->num_outputs);
  problem->intercept = number(value, "Intercept") != 0;
  problem->weights = doubles(value, "Weights", n);
  problem->judges = doubles(value, "Judges", n);
  problem->parts = whole_numbers(value, "Parts", n);
  problem->num_parts = size(value, "NumParts");
  problem->forward = number(value, "Forward") != 0;
}

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
  *lambda = copy(doubles(value, "Lambda", path->num_points), 1, path->num_points);
  path->lambda = mxGetPr(*lambda);
  path->l1 = number(value, "L1");
  path->l2 = number(value, "L2");
  path->group = number(value, "Group");
  path->ratio = number(value, "Ratio");
  path->entry = number(value, "Entry");
  path->may_end = number(value, "MayEnd") != 0;
  path->tolerance = number(value, "Tolerance");
  path->most_inputs = size(value, "MostInputs");
  path->explained = number(value, "Explained");
  path->first = size(value, "First");
  path->block = size(value, "Block");
  path->keep_parts = number(value, "KeepParts") != 0;
  path->relax = number(value, "Relax") != 0;
  path->seconds = number(value, "Seconds");
  path->num_threads = size(value, "Threads");
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

/* Of each of `count` matrices (rows x points) the first `done` columns. */
static mxArray *first_columns(const double *values, size_t rows, size_t done, size_t points,
                              size_t count)
{
  mwSize sizes[3] = {(mwSize)rows, (mwSize)done, (mwSize)count};
  mxArray *out = mxCreateNumericArray(3, sizes, mxDOUBLE_CLASS, mxREAL);
  for (size_t i = 0; i < count && rows * done > 0; i++)
    memcpy(mxGetPr(out) + i * rows * done, values + i * rows * points,
           rows * done * sizeof(double));
  return out;
}

static void put_weights(mxArray *out, const nnreg_linear_weights *weights, size_t outputs,
                        size_t done)
{
  size_t count = done ? weights->starts[done] : 0;
  mxArray *starts = matrix(1, done + 1), *index = matrix(count, 1);
  for (size_t i = 0; i <= done && done > 0; i++) mxGetPr(starts)[i] = (double)weights->starts[i];
  for (size_t e = 0; e < count; e++) mxGetPr(index)[e] = (double)(weights->index[e] + 1);
  put(out, "Biases", copy(weights->biases, outputs, done));
  put(out, "Starts", starts);
  put(out, "Index", index);
  put(out, "Value", copy(weights->value, count, 1));
}

/* A struct array of the parts' models. */
static mxArray *part_weights(const nnreg_linear_result *result, size_t outputs)
{
  const char *names[] = {"Biases", "Starts", "Index", "Value"};
  size_t count = result->num_models - 1;
  mxArray *out = mxCreateStructMatrix(1, (mwSize)count, 4, names);
  for (size_t p = 0; p < count; p++) {
    mxArray *one = mxCreateStructMatrix(1, 1, 0, NULL);
    put_weights(one, &result->models[p + 1], outputs, result->num_points);
    for (size_t k = 0; k < 4; k++) {
      mxSetField(out, (mwIndex)p, names[k], mxGetField(one, 0, names[k]));
      mxSetField(one, 0, names[k], NULL);
    }
    mxDestroyArray(one);
  }
  return out;
}

static mxArray *make_result(const nnreg_linear_problem *problem, const nnreg_linear_path *path,
                            const nnreg_linear_result *result)
{
  size_t done = result->num_points, points = path->num_points, models = problem->num_parts + 1;
  size_t losses = problem->task == NNREG_CLASSIFICATION ? 1 : problem->num_outputs;
  mxArray *out = mxCreateStructMatrix(1, 1, 0, NULL);
  put(out, "Over", mxCreateLogicalScalar(result->over));
  put(out, "Block", mxCreateDoubleScalar((double)path->block));
  put(out, "Explained", mxCreateDoubleScalar(path->explained));
  put(out, "NullLoss", mxCreateDoubleScalar(result->null_loss));
  put(out, "Loss", copy(result->loss, losses, done));
  put(out, "PartLoss", first_columns(result->part_loss, losses, done, points, models));
  put(out, "PartRight", first_columns(result->part_right, 1, done, points, models));
  put(out, "Unfinished", copy(result->unfinished, 1, done));
  put_weights(out, &result->models[0], problem->num_outputs, done);
  put(out, "Parts", part_weights(result, problem->num_outputs));
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
  read_problem(in[0], &source, &problem);
  read_path(in[1], &path, &lambda);
  mxArray *state = read_state(in[2], &problem);
  nnreg_linear_result result = {.state = mxGetPr(state)};
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status = nnreg_linear_follow(blas, &problem, &path, &result, &why);
  nnreg_blas_close(blas);
  if (status == NNREG_OK) out[0] = make_result(&problem, &path, &result);
  nnreg_linear_free(&result);
  if (!gateway_is_done(status, &why)) {
    out[0] = gateway_nothing();
    return;
  }
  put(out[0], "Lambda", lambda);
  put(out[0], "State", state);
}
