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

/* The product of numbers from 1 on; Inf if it is too large. */
static double product_of(size_t count, const double *x)
{
  enum { CHAINS = 4 }; /* a product waits for the one before */
  double product[CHAINS] = {1, 1, 1, 1};
  size_t i = 0;
  for (; i + CHAINS <= count; i += CHAINS)
    for (size_t k = 0; k < CHAINS; k++) product[k] *= x[i + k];
  for (; i < count; i++) product[0] *= x[i];
  return (product[0] * product[1]) * (product[2] * product[3]);
}

/* Whether all shares are 0 or `same`. */
static bool are_same(size_t count, const double *share, double same)
{
  size_t others = 0;
  for (size_t i = 0; i < count; i++) others += (size_t)(share[i] != 0) & (size_t)(share[i] != same);
  return others == 0;
}

/* The sum of share log (x) for x >= 1. Where the share is 0, x becomes 1. Numbers of one share are
 * multiplied first: a logarithm takes as long as many products. */
static double sum_logs(size_t count, const double *restrict share, double *restrict x)
{
  enum { CHUNK = 64 };
  double sum = 0, same = 0;
  for (size_t i = 0; i < count && same == 0; i++) same = share[i];
  bool together = are_same(count, share, same);
  for (size_t i = 0; i < count; i++) x[i] = share[i] != 0 ? x[i] : 1;
  for (size_t first = 0, last; first < count; first = last) {
    last = count - first < CHUNK ? count : first + CHUNK;
    double product = together ? product_of(last - first, x + first) : INFINITY;
    if (product < INFINITY)
      sum += same * log(product);
    else
      for (size_t i = first; i < last; i++) sum += share[i] * log(x[i]);
  }
  return sum;
}

/* --------------------------------------------------------------- Two classes -- */

/* One output z, the log-odds of class 1. With m = -z for a sample of class 1, else z, its loss is
 * log (1 + exp (m)), which is max (m, 0) + log (1 + exp (-|m|)). Finds m and exp (-|m|). */
static void find_margins(const linear_samples *s, const double *outputs, double *restrict odds,
                         double *restrict margins)
{
  const int32_t *labels = s->labels;
  for (size_t i = 0; i < s->count; i++) odds[i] = -fabs(outputs[i]);
  s->kernels->exponentials(s->count, odds);
  for (size_t i = 0; i < s->count; i++) margins[i] = outputs[i] * (1 - 2 * labels[i]);
}

/* The loss of `count` samples with these shares. Changes both. */
static double pair_loss(const linear_samples *s, size_t count, const double *share,
                        double *restrict odds, double *restrict margins)
{
  for (size_t i = 0; i < count; i++) {
    margins[i] = margins[i] > 0 ? margins[i] : 0;
    odds[i] += 1;
  }
  return s->kernels->dot(count, share, margins) + sum_logs(count, share, odds);
}

static void judge_pair(const linear_samples *s, const double *outputs, double *restrict slopes,
                       linear_loss *loss)
{
  double *restrict odds = s->scratch, *restrict margins = s->scratch + s->count;
  const double *share = s->share;
  const int32_t *labels = s->labels;
  find_margins(s, outputs, odds, margins);
  for (size_t i = 0; i < s->count; i++) {
    double wrong = (margins[i] > 0 ? 1 : odds[i]) / (1 + odds[i]);
    slopes[i] = share[i] * (1 - 2 * labels[i]) * wrong;
  }
  loss->value = pair_loss(s, s->count, share, odds, margins);
}

/* The loss of samples with these shares, and the share of right labels. A part has few. */
static double measure_pair(const linear_samples *s, const double *outputs, const double *share,
                           double *right)
{
  double *odds = s->scratch, *margins = odds + s->count, *shares = margins + s->count;
  size_t count = 0;
  for (size_t i = 0; i < s->count; i++) {
    odds[count] = -fabs(outputs[i]);
    margins[count] = outputs[i] * (1 - 2 * s->labels[i]);
    shares[count] = share[i];
    count += share[i] != 0;
    *right += (outputs[i] > 0) == s->labels[i] ? share[i] : 0;
  }
  s->kernels->exponentials(count, odds);
  return pair_loss(s, count, shares, odds, margins);
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
  exponentiate(s, outputs, slopes, most, sums);
  for (size_t i = 0; i < n; i++) {
    double share = s->share[i];
    loss->value += share * (most[i] - outputs[i + (size_t)s->labels[i] * n]);
  }
  loss->value += sum_logs(n, s->share, sums);
  for (size_t i = 0; i < n; i++) sums[i] = s->share[i] / sums[i];
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
  loss[0] = s->lanes == 1 ? measure_pair(s, outputs, share, &right) : 0;
  for (size_t i = 0; i < s->count && s->lanes > 1; i++) {
    bool is_right;
    if (share[i] == 0) continue;
    loss[0] += share[i] * class_loss(s, outputs, i, &is_right);
    right += share[i] * is_right;
  }
  loss[0] /= total;
  return right / total;
}
