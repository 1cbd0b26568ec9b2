/* Reading the structs of linear models out of Octave's.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "linear.h"

const double *linear_doubles(const mxArray *structure, const char *name, size_t count)
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

double linear_number(const mxArray *structure, const char *name)
{
  return gateway_scalar(gateway_field(structure, name), name);
}

size_t linear_size(const mxArray *structure, const char *name)
{
  return gateway_size(gateway_field(structure, name), name);
}

void linear_read_problem(const mxArray *value, nnreg_source *source, nnreg_linear_problem *problem)
{
  gateway_source(gateway_field(value, "X"), source);
  size_t n = source->num_samples, inputs = source->num_inputs, count;
  *problem = (nnreg_linear_problem){.source = source};
  problem->task =
      (nnreg_task)gateway_choice(gateway_field(value, "Task"), nnreg_task_names, "Task");
  problem->num_outputs = linear_size(value, "NumOutputs");
  if (__builtin_mul_overflow(n, problem->num_outputs, &count))
    gateway_refuse("NumOutputs", "is too large");
  problem->offset = linear_doubles(value, "Offset", inputs);
  problem->unit = linear_doubles(value, "Unit", inputs);
  if (!problem->offset || !problem->unit) gateway_refuse("Unit", "is missing");
  problem->scale = linear_doubles(value, "Scale", inputs);
  problem->factors = linear_doubles(value, "Factors", inputs);
  problem->groups = whole_numbers(value, "Groups", inputs);
  problem->labels = whole_numbers(value, "Labels", n);
  problem->responses = linear_doubles(value, "Responses", count);
  problem->response_scale = linear_doubles(value, "ResponseScale", problem->num_outputs);
  problem->intercept = linear_number(value, "Intercept") != 0;
  problem->weights = linear_doubles(value, "Weights", n);
  problem->judges = linear_doubles(value, "Judges", n);
  problem->parts = whole_numbers(value, "Parts", n);
  problem->num_parts = linear_size(value, "NumParts");
  problem->forward = linear_number(value, "Forward") != 0;
}
