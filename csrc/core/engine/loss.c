/* Outputs, losses and their deltas.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine.h"

/* Samples whose exponentials are taken together. */
enum { AT_ONCE = 32 };

/* The largest of a sample's logits. */
typedef struct {
  size_t place; /* of the largest */
  real top;     /* its value      */
} peak;

/* z = exp (z - max z) for each of at most AT_ONCE samples. The padding goes through the
 * exponential as well, so that no sample has a remainder. */
static void exponentials(const nnreg_net *net, size_t samples, real *z, peak *peaks)
{
  const nnreg_layer *last = nnreg_last_layer(net);
  for (size_t s = 0; s < samples; s++) {
    real *own = z + s * last->stride;
    size_t place = 0;
    for (size_t k = 1; k < last->outputs; k++)
      if (own[k] > own[place]) place = k;
    real top = own[place];
    peaks[s] = (peak){.place = place, .top = top};
    for (size_t k = 0; k < last->outputs; k++) own[k] -= top;
    for (size_t k = last->outputs; k < last->stride; k++) own[k] = 0;
  }
  net->kernels->exponentials(samples * last->stride, z);
}

static double sum_of(const real *z, size_t count)
{
  double sum = 0;
  for (size_t k = 0; k < count; k++) sum += (double)z[k];
  return sum;
}

static size_t count_at(size_t at, size_t end) { return end - at < AT_ONCE ? end - at : AT_ONCE; }

void nnreg_finish_outputs(const nnreg_net *net, real *outputs, size_t samples)
{
  const nnreg_layer *last = nnreg_last_layer(net);
  peak peaks[AT_ONCE];
  if (net->plan->task != NNREG_CLASSIFICATION) return;
  for (size_t at = 0; at < samples; at += AT_ONCE)
    exponentials(net, count_at(at, samples), outputs + at * last->stride, peaks);
  for (size_t s = 0; s < samples; s++) {
    real *z = outputs + s * last->stride;
    double scale = 1 / sum_of(z, last->outputs);
    for (size_t k = 0; k < last->outputs; k++) z[k] = (real)((double)z[k] * scale);
  }
}

/* Cross-entropy from the exponentials e, as log (sum exp) + max z - z_label, where `lead` is
 * max z - z_label: nothing underflows. With soft labels z_label is the mean of z by their shares.
 * scale > 0: e becomes deltas, to which the label or the shares remain to be subtracted. */
static double cross_entropy(real *e, size_t count, double lead, double scale)
{
  double sum = sum_of(e, count), factor = scale / sum;
  if (scale > 0)
    for (size_t k = 0; k < count; k++) e[k] = (real)((double)e[k] * factor);
  return log(sum) + lead;
}

/* The mean over outputs; *metric: the same in the units of the scales. */
static double squared_error(real *z, const real *y, const double *scales, size_t count,
                            double scale, double *metric)
{
  double sum = 0, scaled = 0;
  for (size_t k = 0; k < count; k++) {
    double error = (double)z[k] - (double)y[k], unit = scales ? scales[k] : 1;
    sum += error * error;
    scaled += error * unit * error * unit;
    if (scale > 0) z[k] = (real)(scale * 2 * error / (double)count);
  }
  *metric = scaled / (double)count;
  return sum / (double)count;
}

/* The loss of an error as nnreg_targets says, and its derivative. */
static double bounded_loss(double error, double threshold, double *slope)
{
  double size = fabs(error), sign = (double)(error > 0) - (double)(error < 0);
  if (threshold == 0) {
    *slope = sign;
    return size;
  }
  *slope = size <= threshold ? 2 * error : 2 * threshold * sign;
  return size <= threshold ? error * error : threshold * (2 * size - threshold);
}

/* As squared_error, for a loss whose slope is bounded. */
static double bounded_error(real *z, const real *y, const nnreg_targets *targets, size_t count,
                            double scale, double *metric)
{
  double sum = 0, squares = 0;
  for (size_t k = 0; k < count; k++) {
    double error = (double)z[k] - (double)y[k], slope;
    double scaled = error * (targets->scales ? targets->scales[k] : 1);
    sum += bounded_loss(error, targets->thresholds[k], &slope);
    squares += scaled * scaled;
    if (scale > 0) z[k] = (real)(scale * slope / (double)count);
  }
  *metric = squares / (double)count;
  return sum / (double)count;
}

static double weight_of(const nnreg_targets *targets, size_t row)
{
  return targets->weights ? targets->weights[row] : 1;
}

static void add_sample(nnreg_sums *sums, double weight, double loss, double metric)
{
  sums->loss += weight * loss;
  sums->metric += weight * metric;
  sums->weight += weight;
}

/* The soft label of a row, or NULL. */
static const real *shares_of(const nnreg_judged *judged, size_t row)
{
  const real *all = judged->targets->responses;
  return all ? all + row * nnreg_last_layer(judged->net)->outputs : NULL;
}

/* z of a sample's label, or the mean by the shares of its soft label. */
static real wanted_output(const nnreg_judged *judged, size_t row, const real *z)
{
  const real *shares = shares_of(judged, row);
  double sum = 0;
  if (!shares) return z[judged->targets->labels[row]];
  for (size_t k = 0; k < nnreg_last_layer(judged->net)->outputs; k++)
    sum += (double)shares[k] * (double)z[k];
  return (real)sum;
}

static void subtract_wanted(const nnreg_judged *judged, size_t row, double scale, real *deltas)
{
  const real *shares = shares_of(judged, row);
  if (!shares) deltas[judged->targets->labels[row]] -= (real)scale;
  for (size_t k = 0; shares && k < nnreg_last_layer(judged->net)->outputs; k++)
    deltas[k] -= (real)(scale * (double)shares[k]);
}

/* Adds the losses of samples from .. from + count - 1 of a classification, at most AT_ONCE. */
static void lose_labels(const nnreg_judged *judged, size_t from, size_t count, nnreg_sums *sums)
{
  const nnreg_layer *last = nnreg_last_layer(judged->net);
  const nnreg_targets *targets = judged->targets;
  real *z = judged->outputs + from * last->stride, own[AT_ONCE];
  peak peaks[AT_ONCE];
  for (size_t s = 0; s < count; s++)
    own[s] = wanted_output(judged, nnreg_pick_row(judged->pick, from + s), z + s * last->stride);
  exponentials(judged->net, count, z, peaks);
  for (size_t s = 0; s < count; s++, z += last->stride) {
    size_t row = nnreg_pick_row(judged->pick, from + s);
    double weight = weight_of(targets, row), scale = judged->scale * weight;
    double loss = cross_entropy(z, last->outputs, (double)(peaks[s].top - own[s]), scale);
    if (scale > 0) subtract_wanted(judged, row, scale, z);
    add_sample(sums, weight, loss, peaks[s].place == (size_t)targets->labels[row]);
  }
}

/* The same for a regression. */
static void lose_responses(const nnreg_judged *judged, size_t from, size_t count, nnreg_sums *sums)
{
  const nnreg_layer *last = nnreg_last_layer(judged->net);
  const nnreg_targets *targets = judged->targets;
  for (size_t s = from; s < from + count; s++) {
    size_t row = nnreg_pick_row(judged->pick, s);
    const real *y = (const real *)targets->responses + row * last->outputs;
    real *z = judged->outputs + s * last->stride;
    double weight = weight_of(targets, row), scale = judged->scale * weight, metric;
    double loss = targets->thresholds
                      ? bounded_error(z, y, targets, last->outputs, scale, &metric)
                      : squared_error(z, y, targets->scales, last->outputs, scale, &metric);
    add_sample(sums, weight, loss, metric);
  }
}

/* The loss leaves the outputs of a sample with weight 0 as they are; their deltas are 0. */
static void clear_unweighted(const nnreg_judged *judged, size_t from, size_t to)
{
  const nnreg_layer *last = nnreg_last_layer(judged->net);
  for (size_t s = from; s < to; s++)
    if (weight_of(judged->targets, nnreg_pick_row(judged->pick, s)) == 0)
      for (size_t k = 0; k < last->outputs; k++) judged->outputs[s * last->stride + k] = 0;
}

void nnreg_loss(const nnreg_judged *judged, size_t from, size_t to, nnreg_sums *sums)
{
  bool classes = judged->net->plan->task == NNREG_CLASSIFICATION;
  for (size_t at = from; at < to; at += AT_ONCE)
    (classes ? lose_labels : lose_responses)(judged, at, count_at(at, to), sums);
  if (judged->scale > 0 && judged->targets->weights) clear_unweighted(judged, from, to);
}
