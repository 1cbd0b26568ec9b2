/* What a caller may ask of the linear models.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "data/data.h"
#include "linear.h"

static nnreg_status check_numbers(const double *values, size_t count, double most, const char *name,
                                  nnreg_message *why)
{
  for (size_t i = 0; values && i < count; i++)
    if (!(values[i] >= 0 && values[i] <= most))
      return nnreg_refuse(why, "%s must not be negative or NaN", name);
  return NNREG_OK;
}

static nnreg_status check_whole(const int32_t *values, size_t count, size_t least, size_t most,
                                const char *name, nnreg_message *why)
{
  for (size_t i = 0; values && i < count; i++)
    if (values[i] < (int32_t)least || (size_t)values[i] > most)
      return nnreg_refuse(why, "%s must be from %zu to %zu", name, least, most);
  return NNREG_OK;
}

static nnreg_status check_targets(const nnreg_linear_problem *problem, nnreg_message *why)
{
  size_t n = problem->source->num_samples, outputs = problem->num_outputs;
  bool classes = problem->task == NNREG_CLASSIFICATION;
  if (outputs < (classes ? 2 : 1) || outputs > INT32_MAX)
    return nnreg_refuse(why, "the number of outputs is out of range");
  if (classes ? !problem->labels : !problem->responses)
    return nnreg_refuse(why, "there are no targets");
  for (size_t i = 0; !classes && i < n * outputs; i++)
    if (!isfinite(problem->responses[i]))
      return nnreg_fail(why, NNREG_BAD_DATA, "a response is not finite");
  for (size_t r = 0; !classes && problem->response_scale && r < outputs; r++)
    if (!(problem->response_scale[r] > 0))
      return nnreg_refuse(why, "the scale of a response must be above 0");
  return classes ? check_whole(problem->labels, n, 0, outputs - 1, "labels", why) : NNREG_OK;
}

/* Each model needs samples to learn from, and each part some to judge by. */
static nnreg_status check_parts(const nnreg_linear_problem *problem, nnreg_message *why)
{
  size_t n = problem->source->num_samples;
  double *sums = nnreg_alloc(2 * (problem->num_parts + 1), sizeof *sums), total = 0;
  if (!sums) return nnreg_no_memory(why, "the parts");
  double *judges = sums + problem->num_parts + 1;
  for (size_t p = 0; p <= problem->num_parts; p++) sums[p] = judges[p] = 0;
  for (size_t i = 0; i < n; i++) {
    size_t part = problem->parts ? (size_t)problem->parts[i] : 0;
    double weight = problem->weights ? problem->weights[i] : 1;
    sums[part] += weight;
    judges[part] += problem->judges ? problem->judges[i] : weight;
    total += weight;
  }
  bool fits = total > 0 && isfinite(total);
  double before = sums[0];
  for (size_t p = 1; p <= problem->num_parts; p++) {
    double learnt = problem->forward ? before : total - sums[p];
    fits = fits && judges[p] > 0 && learnt > 1e-14 * total;
    before += sums[p];
  }
  nnreg_free(sums);
  if (!fits)
    return nnreg_fail(why, NNREG_BAD_DATA,
                      "a fold, or all samples that its model learns from, weigh nothing");
  return NNREG_OK;
}

static nnreg_status check_path(const nnreg_linear_problem *problem, const nnreg_linear_path *path,
                               nnreg_message *why)
{
  size_t block = path->block ? path->block : linear_block_length(problem);
  bool penalty = path->l1 >= 0 && path->l2 >= 0 && path->group >= 0 &&
                 isfinite(path->l1 + path->l2 + path->group);
  if (!penalty || !(path->tolerance > 0) || path->num_points < 1 || path->num_threads < 1)
    return nnreg_refuse(why, "a number of the path is out of range");
  if (block > NNREG_LINEAR_BLOCK || path->first % block != 0 || path->first > path->num_points)
    return nnreg_refuse(why, "the first point begins no block");
  if (path->ratio > 0 && path->first == 0)
    return path->entry > 0 || path->group > 0 ? NNREG_OK
                                              : nnreg_refuse(why, "the first lambda is unknown");
  for (size_t i = 0; i < path->num_points; i++)
    if (!(path->lambda[i] >= 0 && isfinite(path->lambda[i])) ||
        (i > 0 && path->lambda[i] > path->lambda[i - 1]))
      return nnreg_refuse(why, "lambda must fall and not be negative");
  return NNREG_OK;
}

nnreg_status linear_check(const nnreg_linear_problem *problem, const nnreg_linear_path *path,
                          nnreg_message *why)
{
  size_t n = problem->source->num_samples, inputs = problem->source->num_inputs;
  nnreg_status status = nnreg_source_check(problem->source, why);
  if (status == NNREG_OK && (n < 1 || inputs < 1 || n > INT32_MAX))
    status = nnreg_refuse(why, "X is empty or has more than 2^31 rows");
  if (status == NNREG_OK) status = check_targets(problem, why);
  if (status == NNREG_OK) status = check_numbers(problem->weights, n, INFINITY, "weights", why);
  if (status == NNREG_OK) status = check_numbers(problem->judges, n, INFINITY, "weights", why);
  if (status == NNREG_OK) status = check_numbers(problem->unit, inputs, INFINITY, "scales", why);
  if (status == NNREG_OK) status = check_numbers(problem->scale, inputs, INFINITY, "scales", why);
  if (status == NNREG_OK)
    status = check_numbers(problem->factors, inputs, INFINITY, "factors", why);
  if (status == NNREG_OK)
    status = check_whole(problem->groups, inputs, 0, inputs - 1, "groups", why);
  if (status == NNREG_OK && problem->num_parts > 0 && !problem->parts)
    status = nnreg_refuse(why, "there are no parts");
  if (status == NNREG_OK)
    status = check_whole(problem->parts, n, 0, problem->num_parts, "parts", why);
  if (status == NNREG_OK) status = check_parts(problem, why);
  return status == NNREG_OK ? check_path(problem, path, why) : status;
}
