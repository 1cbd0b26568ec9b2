/* The mathematics of nnreg.h once more.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "naive.h"

#include <math.h>
#include <string.h>

#include "network/network.h"

enum { DEEPEST = 5, WIDEST = 256 };

/* Values of every layer for one sample. */
typedef struct {
  double a[DEEPEST][WIDEST];
} activity;

/* ----------------------------------------------------------------- Forward --
 */

static double activate(nnreg_activation activation, double z)
{
  switch (activation) {
    case NNREG_RELU: return z > 0 ? z : 0;
    case NNREG_TANH: return tanh(z);
    case NNREG_SIGMOID: return 1 / (1 + exp(-z));
    default: return z;
  }
}

/* The derivative, from the activation a. */
static double derive(nnreg_activation activation, double a)
{
  switch (activation) {
    case NNREG_RELU: return a > 0;
    case NNREG_TANH: return 1 - a * a;
    case NNREG_SIGMOID: return a * (1 - a);
    default: return 1;
  }
}

/* The last layer's values go into the loss: logits or responses. */
static void forward(const nnreg_network *network, const double *theta, const double *x,
                    activity *values)
{
  const size_t *sizes = network->sizes;
  assert_true(network->num_layers <= DEEPEST);
  for (size_t l = 0; l < network->num_layers; l++) {
    const double *in = l ? values->a[l - 1] : x, *bias = theta + sizes[l] * sizes[l + 1];
    assert_true(sizes[l + 1] <= WIDEST);
    for (size_t u = 0; u < sizes[l + 1]; u++) {
      double z = bias[u];
      for (size_t j = 0; j < sizes[l]; j++) z += theta[u + j * sizes[l + 1]] * in[j];
      values->a[l][u] = l + 1 < network->num_layers ? activate(network->activations[l], z) : z;
    }
    theta = bias + sizes[l + 1];
  }
}

static void softmax(const double *z, size_t count, double *p)
{
  double top = z[0], sum = 0;
  for (size_t k = 1; k < count; k++) top = z[k] > top ? z[k] : top;
  for (size_t k = 0; k < count; k++) sum += p[k] = exp(z[k] - top);
  for (size_t k = 0; k < count; k++) p[k] /= sum;
}

void naive_predict(const nnreg_network *network, const double *theta, const double *x,
                   double *outputs)
{
  static activity values;
  size_t last = network->num_layers - 1, count = network->sizes[last + 1];
  forward(network, theta, x, &values);
  if (network->task == NNREG_CLASSIFICATION)
    softmax(values.a[last], count, outputs);
  else
    memcpy(outputs, values.a[last], count * sizeof *outputs);
}

/* -------------------------------------------------------------------- Loss --
 */

/* Cross-entropy of logits z, its derivative d (count), and whether z is right.
 */
static double cross_entropy(const double *z, size_t count, size_t label, double *d, double *metric)
{
  size_t best = 0;
  double sum = 0;
  softmax(z, count, d);
  for (size_t k = 0; k < count; k++) {
    if (z[k] > z[best]) best = k;
    sum += exp(z[k] - z[label]);
  }
  d[label] -= 1;
  *metric = best == label;
  return log(sum);
}

/* Huber's loss with the threshold t, whose derivative is 2 e cut at +-2 t; t 0:
 * |e|; t Inf: e^2. */
static double error_loss(double e, double t, double *slope)
{
  *slope = t > 0 ? 2 * fmax(-t, fmin(t, e)) : copysign(e != 0, e);
  return t > 0 ? e * e - pow(fmax(0, fabs(e) - t), 2) : fabs(e);
}

static double response_error(const double *z, size_t count, const double *y,
                             const nnreg_targets *targets, double *d, double *metric)
{
  double sum = 0;
  *metric = 0;
  for (size_t k = 0; k < count; k++) {
    double error = z[k] - y[k], unit = targets->scales ? targets->scales[k] : 1;
    double threshold = targets->thresholds ? targets->thresholds[k] : INFINITY;
    sum += error_loss(error, threshold, &d[k]) / (double)count;
    *metric += error * unit * error * unit / (double)count;
    d[k] /= (double)count;
  }
  return sum;
}

/* Adds the gradient of layer `l` down to 0; d: the last layer's derivative,
 * destroyed. */
static void backward(const nnreg_network *network, const double *theta, const double *x,
                     const activity *values, double *d, double *gradient)
{
  const size_t *sizes = network->sizes;
  size_t at = nnreg_network_num_parameters(network);
  for (size_t l = network->num_layers; l-- > 0;) {
    size_t inputs = sizes[l], outputs = sizes[l + 1];
    const double *in = l ? values->a[l - 1] : x;
    double below[WIDEST];
    at -= (inputs + 1) * outputs;
    for (size_t j = 0; j < inputs; j++)
      for (size_t u = 0; u < outputs; u++) gradient[at + u + j * outputs] += d[u] * in[j];
    for (size_t u = 0; u < outputs; u++) gradient[at + inputs * outputs + u] += d[u];
    for (size_t j = 0; l > 0 && j < inputs; j++) {
      below[j] = 0;
      for (size_t u = 0; u < outputs; u++) below[j] += theta[at + u + j * outputs] * d[u];
      below[j] *= derive(network->activations[l - 1], in[j]);
    }
    if (l > 0) memcpy(d, below, inputs * sizeof *d);
  }
}

void naive_sample(const world *from, const double *theta, size_t row, double scale,
                  double *gradient, naive_sums *sums)
{
  static activity values;
  const nnreg_network *network = &from->network;
  size_t last = network->num_layers - 1, count = network->sizes[last + 1];
  const double *x = from->x + row * network->sizes[0];
  double d[WIDEST], metric, loss;
  double weight = from->targets.weights ? from->targets.weights[row] : 1;
  forward(network, theta, x, &values);
  if (network->task == NNREG_CLASSIFICATION)
    loss = cross_entropy(values.a[last], count, (size_t)from->targets.labels[row], d, &metric);
  else
    loss = response_error(values.a[last], count, from->y + row * count, &from->targets, d, &metric);
  sums->loss += weight * loss;
  sums->metric += weight * metric;
  sums->weight += weight;
  for (size_t k = 0; k < count; k++) d[k] *= scale * weight;
  if (gradient) backward(network, theta, x, &values, d, gradient);
}

/* -------------------------------------------------------------------- Cost --
 */

double naive_norm(const nnreg_network *network, const double *theta, size_t input)
{
  double sum = 0;
  for (size_t u = 0; u < network->sizes[1]; u++)
    sum += theta[input * network->sizes[1] + u] * theta[input * network->sizes[1] + u];
  return sqrt(sum);
}

double naive_factor(const nnreg_penalty *penalty, size_t l, size_t input)
{
  return l == 0 && penalty->factors ? penalty->factors[input] : 1;
}

double naive_group(const nnreg_network *network, const nnreg_penalty *penalty, const double *theta,
                   size_t input, double *weight)
{
  const nnreg_groups *groups = &penalty->groups;
  double square = 0;
  *weight = naive_factor(penalty, 0, input);
  if (isinf(*weight)) *weight = 0;
  if (!groups->starts) return naive_norm(network, theta, input);
  *weight = 0;
  for (size_t g = 0; g < groups->count; g++)
    for (size_t k = groups->starts[g]; k < groups->starts[g + 1]; k++)
      if (groups->inputs[k] == input) {
        *weight = groups->weights[g];
        for (size_t i = groups->starts[g]; i < groups->starts[g + 1]; i++)
          square += pow(naive_norm(network, theta, groups->inputs[i]), 2);
      }
  return sqrt(square);
}

double naive_penalty(const nnreg_network *network, const nnreg_penalty *penalty,
                     const double *theta, double *gradient)
{
  double value = 0;
  size_t at = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    for (size_t i = 0; i < network->sizes[l] * network->sizes[l + 1]; i++, at++) {
      double factor = naive_factor(penalty, l, i / network->sizes[l + 1]);
      double w = theta[at], sign = w > 0 ? 1 : w < 0 ? -1 : 0;
      if (isinf(factor)) {
        if (gradient) gradient[at] = 0;
        continue;
      }
      value += factor * (penalty->lambda1[l] * fabs(w) + penalty->lambda2[l] * w * w);
      if (gradient)
        gradient[at] += factor * (penalty->lambda1[l] * sign + 2 * penalty->lambda2[l] * w);
    }
    at += network->sizes[l + 1];
  }
  for (size_t j = 0; j < network->sizes[0]; j++) {
    double weight, norm = naive_group(network, penalty, theta, j, &weight);
    if (norm > 0) value += penalty->group * weight * pow(naive_norm(network, theta, j), 2) / norm;
    for (size_t i = j * network->sizes[1]; gradient && norm > 0 && i < (j + 1) * network->sizes[1];
         i++)
      gradient[i] += penalty->group * weight * theta[i] / norm;
  }
  return value;
}

static double total_weight(const world *from, const uint32_t *rows, size_t num_rows)
{
  double sum = 0;
  for (size_t k = 0; k < num_rows; k++)
    sum += from->targets.weights ? from->targets.weights[rows ? rows[k] : k] : 1;
  return sum;
}

double naive_cost(const world *from, const nnreg_penalty *penalty, const double *theta,
                  const uint32_t *rows, size_t num_rows, double *gradient, double *data_loss,
                  double *metric)
{
  naive_sums sums = {0, 0, 0};
  double weight = total_weight(from, rows, num_rows);
  if (gradient) memset(gradient, 0, from->num_parameters * sizeof *gradient);
  for (size_t k = 0; k < num_rows; k++)
    naive_sample(from, theta, rows ? rows[k] : k, 1 / weight, gradient, &sums);
  if (data_loss) *data_loss = sums.loss / weight;
  if (metric) *metric = sums.metric / weight;
  return sums.loss / weight + naive_penalty(&from->network, penalty, theta, gradient);
}

/* ---------------------------------------------------------------- Training --
 */

typedef struct {
  double *theta, *gradient, *m, *v; /* (P) each */
  double t;
} adam_state;

/* The terms of one parameter's step beside its gradient; none for a bias. */
typedef struct {
  double lambda1, lambda2, decay, pull; /* lambda_g / the norm of its group */
  bool keep_zero, fixed;
} naive_forces;

static void step_one(const nnreg_problem *problem, adam_state *now, size_t i, double rate,
                     naive_forces by)
{
  if (by.fixed) return;
  double lambda1 = by.lambda1, lambda2 = by.lambda2, decay = by.decay;
  const nnreg_adam *adam = &problem->adam;
  bool proximal = problem->penalty->l1_method == NNREG_PROXIMAL;
  double w = now->theta[i], sign = w > 0 ? 1 : w < 0 ? -1 : 0;
  double g = now->gradient[i] + 2 * lambda2 * w + (proximal ? 0 : lambda1 * sign);
  double root = sqrt(1 - pow(adam->beta2, now->t));
  now->m[i] = adam->beta1 * now->m[i] + (1 - adam->beta1) * g;
  now->v[i] = adam->beta2 * now->v[i] + (1 - adam->beta2) * g * g;
  double denominator = sqrt(now->v[i]) + adam->epsilon;
  double alpha = rate * root / (1 - pow(adam->beta1, now->t));
  double z = w - rate * decay * w - alpha * now->m[i] / denominator;
  double threshold = proximal ? rate * root * lambda1 / denominator : 0;
  z = z > threshold ? z - threshold : z < -threshold ? z + threshold : 0;
  z /= 1 + rate * root * by.pull / denominator;
  now->theta[i] = by.keep_zero && w == 0 ? 0 : z;
}

static naive_forces forces_on(const nnreg_problem *problem, const adam_state *now, size_t l,
                              size_t input)
{
  const nnreg_penalty *penalty = problem->penalty;
  double factor = naive_factor(penalty, l, input);
  naive_forces by = {.lambda1 = factor * penalty->lambda1[l],
                     .lambda2 = factor * penalty->lambda2[l],
                     .decay = factor * penalty->decay[l],
                     .keep_zero = problem->keep_zeros,
                     .fixed = isinf(factor)};
  if (l == 0 && penalty->group > 0) {
    double weight, norm = naive_group(problem->network, penalty, now->theta, input, &weight);
    if (weight > 0) by.pull = norm > 1e-12 ? penalty->group * weight / norm : INFINITY;
  }
  return by;
}

static void step_all(const nnreg_problem *problem, adam_state *now, double rate)
{
  const nnreg_network *network = problem->network;
  naive_forces *by = take(network->sizes[0], sizeof *by);
  size_t i = 0;
  now->t++;
  /* Before any of them moves: a group's inputs pull on each other. */
  for (size_t j = 0; j < network->sizes[0]; j++) by[j] = forces_on(problem, now, 0, j);
  for (size_t l = 0; l < network->num_layers; l++) {
    for (size_t j = 0; j < network->sizes[l]; j++) {
      naive_forces own = l == 0 ? by[j] : forces_on(problem, now, l, j);
      for (size_t u = 0; u < network->sizes[l + 1]; u++) step_one(problem, now, i++, rate, own);
    }
    naive_forces bias = {.fixed = problem->no_intercept && l + 1 == network->num_layers};
    for (size_t u = 0; u < network->sizes[l + 1]; u++) step_one(problem, now, i++, rate, bias);
  }
}

static void set_order(const nnreg_problem *problem, size_t epoch, uint32_t *order)
{
  const nnreg_samples *train = &problem->train;
  for (size_t k = 0; k < train->num_rows; k++)
    order[k] = train->rows ? train->rows[k] : (uint32_t)k;
  if (problem->shuffle)
    nnreg_shuffle(problem->seed, NNREG_STREAM_EPOCHS + epoch, order, train->num_rows);
}

/* Sample weights are taken relative to their mean over the training samples,
 * and a batch's gradient is divided by the number of its samples. */
static naive_sums train_epoch(const world *from, const nnreg_problem *problem,
                              const uint32_t *order, double rate, adam_state *now)
{
  naive_sums sums = {0, 0, 0};
  size_t total = problem->train.num_rows, size = problem->batch_size;
  double mean = total_weight(from, order, total) / (double)total;
  for (size_t first = 0; first < total; first += size) {
    size_t count = total - first < size ? total - first : size;
    memset(now->gradient, 0, from->num_parameters * sizeof *now->gradient);
    for (size_t k = first; k < first + count; k++)
      naive_sample(from, now->theta, order[k], 1 / ((double)count * mean), now->gradient, &sums);
    step_all(problem, now, rate);
  }
  return sums;
}

void naive_train(const world *from, const nnreg_problem *problem, double *theta,
                 nnreg_epoch *history)
{
  size_t count = from->num_parameters;
  adam_state now = {.theta = theta,
                    .gradient = take(count, sizeof(double)),
                    .m = take(count, sizeof(double)),
                    .v = take(count, sizeof(double))};
  uint32_t *order = take(problem->train.num_rows, sizeof *order);
  for (size_t epoch = 0; epoch < problem->num_epochs; epoch++) {
    set_order(problem, epoch, order);
    naive_sums sums = train_epoch(from, problem, order, problem->learn_rates[epoch], &now);
    history[epoch] =
        (nnreg_epoch){.data_loss = sums.loss / sums.weight,
                      .metric = sums.metric / sums.weight,
                      .penalty = naive_penalty(&from->network, problem->penalty, theta, NULL)};
  }
}
