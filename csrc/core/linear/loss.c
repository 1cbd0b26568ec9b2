/* Losses of samples, their derivatives, and of responses the loss's part of the duality gap.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "linear.h"

/* -------------------------------------------------------------- Regression -- */

static void judge_responses(const linear_samples *s, const double *outputs, double *slopes,
                            linear_loss *loss)
{
  double unit = 2 / (double)s->lanes;
  for (size_t r = 0; r < s->lanes; r++)
    for (size_t i = 0, at = r * s->count; i < s->count; i++, at++) {
      double rest = outputs[at] - s->responses[at], slope = unit * s->share[i] * rest;
      slopes[at] = slope;
      loss->value += slope * rest / 2;
      loss->with_truth -= slope * s->responses[at];
    }
}

/* -------------------------------------------------------------- Logarithms -- */

/* Sums share log (x) for x >= 1. Factors of one share are multiplied first: a logarithm takes as
 * long as many products. */
typedef struct {
  double sum, share, product;
} log_sum;

static void flush(log_sum *s)
{
  s->sum += s->share * log(s->product);
  s->product = 1;
}

static inline void add_log(log_sum *s, double share, double x)
{
  const double large = 1e250;
  if (share == 0) return;
  if (share != s->share || s->product > large) {
    flush(s);
    s->share = share;
  }
  s->product *= x;
}

/* --------------------------------------------------------------- Two classes -- */

/* One output, the log-odds of class 1. */
static void judge_pair(const linear_samples *s, const double *outputs, double *slopes,
                       linear_loss *loss)
{
  double *odds = s->scratch;
  log_sum logs = {.product = 1};
  for (size_t i = 0; i < s->count; i++) odds[i] = -fabs(outputs[i]);
  s->kernels->exponentials(s->count, odds);
  for (size_t i = 0; i < s->count; i++) {
    double z = outputs[i], share = s->share[i], likely = 1 / (1 + odds[i]);
    bool second = s->labels[i] == 1;
    double wrong = (z > 0) == second ? odds[i] * likely : likely;
    slopes[i] = second ? -share * wrong : share * wrong;
    loss->value += share * (fmax(z, 0) - (second ? z : 0));
    add_log(&logs, share, 1 + odds[i]);
  }
  flush(&logs);
  loss->value += logs.sum;
}

/* --------------------------------------------------------------- More classes -- */

/* slopes (count x lanes) become exp (outputs - most), most (count) the rows' largest outputs, and
 * sums (count) the sums of the rows of slopes. */
static void exponentiate(const linear_samples *s, const double *outputs, double *slopes,
                         double *most, double *sums)
{
  size_t n = s->count;
  memcpy(most, outputs, n * sizeof *most);
  for (size_t k = 1; k < s->lanes; k++)
    for (size_t i = 0; i < n; i++) {
      double value = outputs[i + k * n];
      most[i] = value > most[i] ? value : most[i];
    }
  memset(sums, 0, n * sizeof *sums);
  for (size_t k = 0; k < s->lanes; k++) {
    double *odd = slopes + k * n;
    for (size_t i = 0; i < n; i++) odd[i] = outputs[i + k * n] - most[i];
    s->kernels->exponentials(n, odd);
    for (size_t i = 0; i < n; i++) sums[i] += odd[i];
  }
}

static void judge_classes(const linear_samples *s, const double *outputs, double *slopes,
                          linear_loss *loss)
{
  size_t n = s->count;
  double *most = s->scratch, *sums = s->scratch + n;
  log_sum logs = {.product = 1};
  exponentiate(s, outputs, slopes, most, sums);
  for (size_t i = 0; i < n; i++) {
    double share = s->share[i];
    loss->value += share * (most[i] - outputs[i + (size_t)s->labels[i] * n]);
    add_log(&logs, share, sums[i]);
    sums[i] = share / sums[i];
  }
  flush(&logs);
  loss->value += logs.sum;
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t i = 0; i < n; i++) slopes[i + k * n] *= sums[i];
  for (size_t i = 0; i < n; i++) slopes[i + (size_t)s->labels[i] * n] -= s->share[i];
}

linear_loss linear_judge(const linear_samples *samples, const double *outputs, double *slopes)
{
  linear_loss loss = {.value = 0};
  if (samples->responses)
    judge_responses(samples, outputs, slopes, &loss);
  else if (samples->lanes == 1)
    judge_pair(samples, outputs, slopes, &loss);
  else
    judge_classes(samples, outputs, slopes, &loss);
  return loss;
}

void linear_odds(const linear_samples *s, const double *slopes, double *odds)
{
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t i = 0; i < s->count; i++) {
      size_t at = i + k * s->count;
      bool own = s->lanes == 1 ? s->labels[i] == 1 : (size_t)s->labels[i] == k;
      odds[at] = s->share[i] > 0 ? slopes[at] / s->share[i] + own : 0;
    }
}

double linear_conjugate(const linear_loss *loss, double kappa)
{
  return kappa * loss->with_truth - kappa * kappa * loss->value;
}

/* ------------------------------------------------------------------ Measures -- */

/* The loss of a sample of classes; *right if its label has the highest output, the first of them.
 */
static double class_loss(const linear_samples *s, const double *outputs, size_t i, bool *right)
{
  size_t n = s->count, label = (size_t)s->labels[i];
  if (s->lanes == 1) {
    double z = outputs[i];
    *right = label == (z > 0);
    return fmax(z, 0) + log1p(exp(-fabs(z))) - (label ? z : 0);
  }
  double most = -INFINITY, others = 0, own = outputs[i + label * n];
  size_t best = 0;
  for (size_t k = 0; k < s->lanes; k++)
    if (outputs[i + k * n] > most) {
      most = outputs[i + k * n];
      best = k;
    }
  for (size_t k = 0; k < s->lanes; k++)
    if (k != best) others += exp(outputs[i + k * n] - most);
  *right = best == label;
  return most + log1p(others) - own;
}

double linear_measure(const linear_samples *s, const double *outputs, const double *share,
                      double *loss)
{
  double total = 0, right = 0;
  for (size_t i = 0; i < s->count; i++) total += share[i];
  for (size_t r = 0; r < s->lanes && s->responses; r++) {
    double sum = 0;
    for (size_t i = 0, at = r * s->count; i < s->count; i++, at++) {
      double rest = outputs[at] - s->responses[at];
      sum += share[i] * rest * rest;
    }
    loss[r] = sum / total;
  }
  if (s->responses) return 0;
  loss[0] = 0;
  for (size_t i = 0; i < s->count; i++) {
    bool is_right;
    if (share[i] == 0) continue;
    loss[0] += share[i] * class_loss(s, outputs, i, &is_right);
    right += share[i] * is_right;
  }
  loss[0] /= total;
  return right / total;
}
