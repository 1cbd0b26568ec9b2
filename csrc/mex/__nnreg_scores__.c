/* [outside, total, distance, ahead, best, area, counts, points] =
 *   __nnreg_scores__ (scores, labels, weights, threads)
 *
 * Scores of classes (N x K, single or double) against the true classes (int32, from 0) with
 * weights (N doubles): nnreg_judge_scores in nnreg.h. counts (K x 1) are the rows of points
 * (false positives' share, true positives' share, threshold) that each class has.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "gateway.h"

static mxArray *column(size_t count) { return mxCreateDoubleMatrix((mwSize)count, 1, mxREAL); }

static void read_scores(const mxArray *const in[], nnreg_scores *scores)
{
  nnreg_source source;
  gateway_source(in[0], &source);
  size_t n = source.num_samples;
  if (source.starts || (source.type != NNREG_FLOAT && source.type != NNREG_FLOAT64))
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: scores must be full and single or double");
  if (!mxIsInt32(in[1]) || mxGetNumberOfElements(in[1]) != n || n >= UINT32_MAX)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: labels must be int32, one a row");
  const double *weights = gateway_column(in[2], n, "nnreg: weights must be doubles, one a row");
  if (!weights && n > 0) gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: there are no weights");
  *scores = (nnreg_scores){.num_samples = n,
                           .num_classes = source.num_inputs,
                           .type = source.type,
                           .values = source.values,
                           .labels = mxGetData(in[1]),
                           .weights = weights};
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_scores scores;
  nnreg_message why = {""};
  gateway_expect("__nnreg_scores__", num_in, 4, num_out, 8);
  read_scores(in, &scores);
  size_t threads = gateway_size(in[3], "threads");
  size_t n = scores.num_samples, classes = scores.num_classes, room = 2 * n + 2 * classes;
  mxArray *made[8] = {NULL,      column(n),       column(n),      column(n),
                      column(n), column(classes), column(classes)};
  nnreg_judgement found = {.total = mxGetPr(made[1]),
                           .distance = mxGetPr(made[2]),
                           .ahead = mxGetPr(made[3]),
                           .best = mxGetPr(made[4]),
                           .area = mxGetPr(made[5]),
                           .num_points = gateway_scratch(classes, sizeof(size_t)),
                           .fpr = gateway_scratch(room, sizeof(double)),
                           .tpr = gateway_scratch(room, sizeof(double)),
                           .threshold = gateway_scratch(room, sizeof(double))};
  nnreg_status status = nnreg_judge_scores(&scores, threads, &found, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  size_t total = 0;
  for (size_t k = 0; k < classes; k++) {
    mxGetPr(made[6])[k] = (double)found.num_points[k];
    total += found.num_points[k];
  }
  made[0] = mxCreateLogicalScalar(found.outside);
  made[7] = mxCreateDoubleMatrix((mwSize)total, 3, mxREAL);
  const double *from[3] = {found.fpr, found.tpr, found.threshold};
  for (size_t i = 0; i < 3 && total > 0; i++)
    memcpy(mxGetPr(made[7]) + i * total, from[i], total * sizeof(double));
  for (int i = 0; i < 8 && (i < num_out || i == 0); i++) out[i] = made[i];
}
