/* Losses of samples, their derivatives, and the loss's part of the duality gap.
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

/* --------------------------------------------------------------- Two classes -- */

/* One output, the log-odds of class 1. */
static void judge_pair(const linear_samples *s, const double *outputs, double *slopes,
                       linear_loss *loss)
{
  double *odds = s->scratch;
  for (size_t i = 0; i < s->count; i++) odds[i] = -fabs(outputs[i]);
  s->kernels->exponentials(s->count, odds);
  for (size_t i = 0; i < s->count; i++) {
    double z = outputs[i], e = odds[i], likely = 1 / (1 + e), share = s->share[i];
    double p = z > 0 ? likely : e * likely;
    bool first = s->labels[i] == 0;
    double lse = fmax(z, 0) + log1p(e), wrong = first ? p : z > 0 ? e * likely : likely;
    slopes[i] = share * (first ? p : -wrong);
    if (share == 0) continue;
    loss->value += share * (lse - (first ? 0 : z));
    loss->entropy += share * (lse - p * z);
    loss->bend += share * wrong / (1 - wrong);
  }
}

/* --------------------------------------------------------------- More classes -- */

/* Turns the rows of `odds` (count x lanes) from outputs into probabilities; sets each row's log of
 * the sum of exponentials in lse (count). */
static void softmax(const linear_samples *s, const double *outputs, double *odds, double *lse,
                    double *sums)
{
  size_t n = s->count;
  memcpy(lse, outputs, n * sizeof *lse);
  for (size_t k = 1; k < s->lanes; k++)
    for (size_t i = 0; i < n; i++) lse[i] = fmax(lse[i], outputs[i + k * n]);
  memset(sums, 0, n * sizeof *sums);
  for (size_t k = 0; k < s->lanes; k++) {
    double *odd = odds + k * n;
    for (size_t i = 0; i < n; i++) odd[i] = outputs[i + k * n] - lse[i];
    s->kernels->exponentials(n, odd);
    for (size_t i = 0; i < n; i++) sums[i] += odd[i];
  }
  for (size_t i = 0; i < n; i++) {
    lse[i] += log(sums[i]);
    sums[i] = 1 / sums[i];
  }
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t i = 0; i < n; i++) odds[i + k * n] *= sums[i];
}

static void judge_classes(const linear_samples *s, const double *outputs, double *slopes,
                          linear_loss *loss)
{
  size_t n = s->count;
  double *lse = s->scratch;
  softmax(s, outputs, slopes, lse, s->scratch + n);
  for (size_t i = 0; i < n; i++) loss->entropy += s->share[i] * lse[i];
  for (size_t k = 0; k < s->lanes; k++)
    for (size_t i = 0, at = k * n; i < n; i++, at++) {
      double p = slopes[at];
      loss->entropy -= s->share[i] * p * outputs[at];
      slopes[at] = s->share[i] * p;
    }
  for (size_t i = 0; i < n; i++) {
    if (s->share[i] == 0) continue;
    size_t at = i + (size_t)s->labels[i] * n;
    double p = slopes[at] / s->share[i];
    loss->value += s->share[i] * (lse[i] - outputs[at]);
    loss->bend += s->share[i] * (1 - p) / p;
    slopes[at] -= s->share[i];
  }
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

double linear_conjugate(const linear_samples *samples, const linear_loss *loss, double kappa)
{
  if (samples->responses) return kappa * loss->with_truth - kappa * kappa * loss->value;
  /* The entropy at kappa p + (1 - kappa) truth: its tangent at p, less what its curvature takes. */
  double gone = 1 - kappa;
  return loss->entropy + gone * (loss->value - loss->entropy) -
         (kappa > 0 ? gone * gone * loss->bend / (2 * kappa) : 0);
}
