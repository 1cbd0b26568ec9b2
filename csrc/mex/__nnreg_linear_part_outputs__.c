/* outputs = __nnreg_linear_part_outputs__ (problem, record, points)
 *
 * nnreg_linear_part_outputs in nnreg.h at some points, numbers from 1: a cell row with a matrix
 * (N x K) for each. problem: as linear.h has it. record: PartBiases, PartCounts, PartIndex and
 * PartValue, as __nnreg_linear_follow__ returns them.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "linear.h"

/* The weights of all points: those of a point begin behind those of the points before. */
typedef struct {
  size_t num_points, num_parts, num_outputs, num_entries;
  const double *biases, *counts, *index, *value;
} part_record;

static part_record read_record(const mxArray *value, const nnreg_linear_problem *problem)
{
  const mxArray *counts = gateway_field(value, "PartCounts");
  part_record r = {.num_points = mxGetM(counts),
                   .num_parts = problem->num_parts,
                   .num_outputs = problem->num_outputs,
                   .num_entries = mxGetNumberOfElements(gateway_field(value, "PartValue"))};
  size_t numbers = mxGetNumberOfElements(counts), all;
  if (r.num_parts < 1 || mxGetN(counts) != r.num_parts ||
      __builtin_mul_overflow(numbers, r.num_outputs, &all))
    gateway_refuse("PartCounts", "does not fit the problem");
  r.counts = linear_doubles(value, "PartCounts", numbers);
  r.biases = linear_doubles(value, "PartBiases", all);
  r.index = linear_doubles(value, "PartIndex", r.num_entries);
  r.value = linear_doubles(value, "PartValue", r.num_entries);
  if (numbers > 0 && !r.biases) gateway_refuse("PartBiases", "is missing");
  if (r.num_entries > 0 && !r.index) gateway_refuse("PartIndex", "is missing");
  double total = 0;
  for (size_t i = 0; i < numbers; i++) {
    if (!(r.counts[i] >= 0 && r.counts[i] == floor(r.counts[i])))
      gateway_refuse("PartCounts", "must hold whole numbers, none below 0");
    total += r.counts[i];
  }
  if (total != (double)r.num_entries) gateway_refuse("PartCounts", "is not about all entries");
  return r;
}

/* How many entries the first `p` parts have at point `i`. */
static size_t entries_of(const part_record *r, size_t i, size_t p)
{
  size_t sum = 0;
  for (size_t part = 0; part < p; part++) sum += (size_t)r->counts[part * r->num_points + i];
  return sum;
}

/* The parts' models at point `i`, from 0. */
static nnreg_linear_weights *models_at(const part_record *r, size_t i)
{
  size_t first = 0, count = entries_of(r, i, r->num_parts);
  for (size_t before = 0; before < i; before++) first += entries_of(r, before, r->num_parts);
  nnreg_linear_weights *models = gateway_scratch(r->num_parts, sizeof *models);
  double *biases = gateway_scratch(r->num_parts, r->num_outputs * sizeof *biases);
  size_t *starts = gateway_scratch(r->num_parts, 2 * sizeof *starts);
  uint64_t *index = gateway_scratch(count, sizeof *index);
  double *value = gateway_scratch(count, sizeof *value);
  for (size_t e = 0; e < count; e++) {
    double from_one = r->index[first + e];
    index[e] =
        from_one >= 1 && from_one <= 9007199254740992.0 ? (uint64_t)from_one - 1 : UINT64_MAX;
    value[e] = r->value[first + e];
  }
  for (size_t p = 0; p < r->num_parts; p++) {
    double *own = biases + p * r->num_outputs;
    for (size_t k = 0; k < r->num_outputs; k++)
      own[k] = r->biases[(p * r->num_outputs + k) * r->num_points + i];
    starts[2 * p] = p > 0 ? starts[2 * p - 1] : 0;
    starts[2 * p + 1] = starts[2 * p] + (size_t)r->counts[p * r->num_points + i];
    models[p] = (nnreg_linear_weights){own, starts + 2 * p, index, value, count};
  }
  return models;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_source source;
  nnreg_linear_problem problem;
  nnreg_message why = {""};
  gateway_expect("__nnreg_linear_part_outputs__", num_in, 3, num_out, 1);
  linear_read_problem(in[0], &source, &problem);
  part_record record = read_record(in[1], &problem);
  size_t count = mxGetNumberOfElements(in[2]);
  const double *points = gateway_column(in[2], count, "points must be numbers");
  out[0] = mxCreateCellMatrix(1, (mwSize)count);
  for (size_t q = 0; q < count; q++) {
    if (!(points[q] >= 1 && points[q] <= (double)record.num_points))
      gateway_refuse("points", "has a point that is not there");
    nnreg_linear_weights *models = models_at(&record, (size_t)points[q] - 1);
    mxArray *outputs =
        mxCreateDoubleMatrix((mwSize)source.num_samples, (mwSize)problem.num_outputs, mxREAL);
    nnreg_status status = nnreg_linear_part_outputs(&problem, models, mxGetPr(outputs), &why);
    if (status != NNREG_OK) gateway_fail(status, why.text);
    mxSetCell(out[0], (mwIndex)q, outputs);
  }
}
