/* A step of the solver: the gradient's, and the penalty's proximal map.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "solve.h"

/* ---------------------------------------------------------------- Columns -- */

static nnreg_column column_at(const nnreg_fista *s, size_t layer, size_t index, size_t at)
{
  const nnreg_network *network = s->problem->network;
  if (layer == network->num_layers) return (nnreg_column){.units = 0};
  bool bias = index == network->sizes[layer];
  return (nnreg_column){.layer = layer,
                        .index = index,
                        .at = at,
                        .units = network->sizes[layer + 1],
                        .bias = bias,
                        .drifts = bias && layer == 0,
                        .d = layer > 0 || bias ? 1 : s->variance[index]};
}

nnreg_column nnreg_first_column(const nnreg_fista *s) { return column_at(s, 0, 0, 0); }

nnreg_column nnreg_next_column(const nnreg_fista *s, const nnreg_column *c)
{
  bool last = c->bias;
  return column_at(s, last ? c->layer + 1 : c->layer, last ? 0 : c->index + 1, c->at + c->units);
}

void nnreg_drift(const nnreg_fista *s, const real *from, const real *to, double *drift)
{
  memset(drift, 0, s->units * sizeof *drift);
  for (size_t j = 0, at = 0; j < s->inputs; j++)
    for (size_t u = 0; u < s->units; u++, at++)
      drift[u] += s->mean[j] * ((double)to[at] - (double)from[at]);
}

/* ------------------------------------------------------------------- Prox -- */

/* The proximal map of rate * (lambda1 |w|_1 + lambda2 |w|^2 + group |w|_2), where the last norm is
 * of all columns of a group, which have the same rate: first thresholds each column, which returns
 * its sum of squares, then multiplies it. */
static double threshold(const nnreg_fista *s, const nnreg_column *c, double l1)
{
  real *z = s->next + c->at;
  double square = 0;
  for (size_t u = 0; u < c->units; u++) {
    double w = nnreg_soft((double)z[u], l1);
    square += w * w;
    z[u] = (real)w;
  }
  return square;
}

static void multiply(const nnreg_fista *s, const nnreg_column *c, double scale)
{
  real *z = s->next + c->at;
  for (size_t u = 0; u < c->units && scale != 1; u++) z[u] = scale > 0 ? (real)scale * z[u] : 0;
}

/* The bias can replace the weights of a constant input, and has no penalty. */
static void step_constant(const nnreg_fista *s, const nnreg_column *c, double factor)
{
  const nnreg_penalty *penalty = s->problem->penalty;
  bool costs = factor * (penalty->lambda1[0] + penalty->lambda2[0] + penalty->group) > 0;
  for (size_t i = c->at; i < c->at + c->units; i++) s->next[i] = costs ? 0 : s->point[i];
}

/* next = point - rate gradient. */
static void descend(const nnreg_fista *s, const nnreg_column *c, double rate)
{
  if (c->drifts) nnreg_drift(s, s->point, s->next, s->drift);
  for (size_t u = 0, i = c->at; u < c->units; u++, i++)
    s->next[i] =
        (real)((double)s->point[i] - rate * (double)s->gradient[i] - (c->drifts ? s->drift[u] : 0));
  for (size_t i = c->at; !c->bias && s->problem->keep_zeros && i < c->at + c->units; i++)
    if (s->now[i] == 0) s->next[i] = 0;
}

static void stay(const nnreg_fista *s, const nnreg_column *c)
{
  memcpy(s->next + c->at, s->now + c->at, c->units * sizeof *s->next);
}

static nnreg_column input_column(const nnreg_fista *s, size_t input)
{
  return column_at(s, 0, input, input * s->units);
}

/* Weights of an input, before the pull on its group. */
static void step_input(const nnreg_fista *s, size_t input, double curvature)
{
  const nnreg_penalty *penalty = s->problem->penalty;
  nnreg_column c = input_column(s, input);
  double factor = nnreg_factor_of(penalty, 0, input), rate = 1 / (curvature * c.d);
  s->squares[input] = 0;
  if (isinf(factor)) {
    stay(s, &c);
  } else if (c.d == 0) {
    step_constant(s, &c, factor);
  } else {
    descend(s, &c, rate);
    s->squares[input] = threshold(s, &c, rate * (factor * penalty->lambda1[0]));
  }
}

/* The pull on a group of inputs. */
static void pull_group(const nnreg_fista *s, size_t g, double curvature)
{
  const nnreg_penalty *penalty = s->problem->penalty;
  nnreg_range members = nnreg_group_members(penalty, g);
  double square = 0, weight = nnreg_group_weight(penalty, g);
  if (isinf(weight)) return;
  for (size_t i = members.first; i < members.first + members.count; i++)
    square += s->squares[nnreg_group_input(penalty, i)];
  double norm = sqrt(square);
  for (size_t i = members.first; i < members.first + members.count; i++) {
    nnreg_column c = input_column(s, nnreg_group_input(penalty, i));
    double group = 1 / (curvature * c.d) * (weight * penalty->group);
    if (c.d > 0 && group > 0) multiply(s, &c, norm > group ? 1 - group / norm : 0);
  }
}

/* The first layer's weights. */
static void step_inputs(const nnreg_fista *s, double curvature)
{
  const nnreg_penalty *penalty = s->problem->penalty;
  for (size_t j = 0; j < s->inputs; j++) step_input(s, j, curvature);
  for (size_t g = 0; penalty->group > 0 && g < nnreg_num_groups(penalty, s->inputs); g++)
    pull_group(s, g, curvature);
  for (size_t j = 0; penalty->lambda2[0] > 0 && j < s->inputs; j++) {
    nnreg_column c = input_column(s, j);
    double factor = nnreg_factor_of(penalty, 0, j), rate = 1 / (curvature * c.d);
    if (c.d > 0 && !isinf(factor))
      multiply(s, &c, 1 / (1 + 2 * (rate * (factor * penalty->lambda2[0]))));
  }
}

/* The biases of a layer, or the weights of a unit behind the first layer. */
static void step_column(const nnreg_fista *s, const nnreg_column *c, double rate)
{
  const nnreg_penalty *penalty = s->problem->penalty;
  size_t last = s->problem->network->num_layers - 1;
  if (c->bias && c->layer == last && s->problem->no_intercept) {
    stay(s, c);
    return;
  }
  descend(s, c, rate);
  if (c->bias) return;
  threshold(s, c, rate * penalty->lambda1[c->layer]);
  multiply(s, c, 1 / (1 + 2 * (rate * penalty->lambda2[c->layer])));
}

void nnreg_prox_step(const nnreg_fista *s, double curvature)
{
  step_inputs(s, curvature);
  for (nnreg_column c = input_column(s, s->inputs); c.units; c = nnreg_next_column(s, &c))
    step_column(s, &c, 1 / curvature);
}
