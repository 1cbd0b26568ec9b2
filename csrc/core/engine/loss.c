/* Outputs, losses and their deltas.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine.h"

/* Samples whose exponentials are taken together. */
enum { GROUP = 32 };

/* The largest of a sample's logits. */
typedef struct {
  size_t place; /* of the largest */
  real top;     /* its value      */
} peak;

/* z = exp (z - max z) for each of at most GROUP samples. The padding goes through the
 * exponential as well, so that no sample has a remainder. */
static void exponentials(const nnreg_net *net, const nnreg_layer *last, size_t samples, real *z,
                         peak *peaks)
{
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

static size_t group_at(size_t at, size_t end) { return end - at < GROUP ? end - at : GROUP; }

void nnreg_finish_outputs(const nnreg_net *net, real *outputs, size_t samples)
{
  const nnreg_layer *last = &net->plan->layers[net->plan->num_layers - 1];
  peak peaks[GROUP];
  if (net->plan->task != NNREG_CLASSIFICATION) return;
  for (size_t at = 0; at < samples; at += GROUP)
    exponentials(net, last, group_at(at, samples), outputs + at * last->stride, peaks);
  for (size_t s = 0; s < samples; s++) {
    real *z = outputs + s * last->stride;
    double scale = 1 / sum_of(z, last->outputs);
    for (size_t k = 0; k < last->outputs; k++) z[k] = (real)((double)z[k] * scale);
  }
}

/* Cross-entropy from the exponentials e, as log (sum exp) + max z - z_label, where `lead` is
 * max z - z_label: nothing underflows. */
static double cross_entropy(real *e, size_t count, size_t label, double lead, double scale)
{
  double sum = sum_of(e, count), factor = scale / sum;
  if (scale > 0) {
    for (size_t k = 0; k < count; k++) e[k] = (real)((double)e[k] * factor);
    e[label] -= (real)scale;
  }
  return log(sum) + lead;
}

/* The mean over outputs; metric gets the same in the units of the scales. */
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
  *metric += scaled / (double)count;
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

/* A group of a classification; see nnreg_loss. */
static void lose_labels(const nnreg_net *net, const nnreg_targets *targets, const nnreg_pick *pick,
                        size_t from, size_t samples, double scale, real *z, nnreg_sums *sums)
{
  const nnreg_layer *last = &net->plan->layers[net->plan->num_layers - 1];
  peak peaks[GROUP];
  real own[GROUP];
  for (size_t s = 0; s < samples; s++)
    own[s] = z[s * last->stride + (size_t)targets->labels[nnreg_pick_row(pick, from + s)]];
  exponentials(net, last, samples, z, peaks);
  for (size_t s = 0; s < samples; s++) {
    size_t row = nnreg_pick_row(pick, from + s), label = (size_t)targets->labels[row];
    double weight = weight_of(targets, row);
    double lead = (double)(peaks[s].top - own[s]);
    double loss = cross_entropy(z + s * last->stride, last->outputs, label, lead, scale * weight);
    add_sample(sums, weight, loss, peaks[s].place == label);
  }
}

/* The same for a regression. */
static void lose_responses(const nnreg_net *net, const nnreg_targets *targets,
                           const nnreg_pick *pick, size_t from, size_t samples, double scale,
                           real *z, nnreg_sums *sums)
{
  const nnreg_layer *last = &net->plan->layers[net->plan->num_layers - 1];
  size_t count = last->outputs;
  for (size_t s = 0; s < samples; s++) {
    size_t row = nnreg_pick_row(pick, from + s);
    const real *y = (const real *)targets->responses + row * count;
    double weight = weight_of(targets, row), metric = 0;
    double loss =
        squared_error(z + s * last->stride, y, targets->scales, count, scale * weight, &metric);
    add_sample(sums, weight, loss, metric);
  }
}

void nnreg_loss(const nnreg_net *net, const nnreg_targets *targets, const nnreg_pick *pick,
                size_t from, size_t to, double scale, real *outputs, nnreg_sums *sums)
{
  const nnreg_layer *last = &net->plan->layers[net->plan->num_layers - 1];
  bool classes = net->plan->task == NNREG_CLASSIFICATION;
  for (size_t at = from; at < to; at += GROUP) {
    size_t count = group_at(at, to);
    real *z = outputs + at * last->stride;
    if (classes)
      lose_labels(net, targets, pick, at, count, scale, z, sums);
    else
      lose_responses(net, targets, pick, at, count, scale, z, sums);
  }
  for (size_t s = from; s < to && scale > 0 && targets->weights; s++)
    if (targets->weights[nnreg_pick_row(pick, s)] == 0)
      for (size_t k = 0; k < last->outputs; k++) outputs[s * last->stride + k] = 0;
}
