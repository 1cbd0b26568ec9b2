/* [density, largest, mean, deviation] = __nnreg_source_scan__ (X, threads, weights)
 *
 * The share of non-zeros, the columns' largest absolute values, and, where asked for, their means
 * and standard deviations (D x 1 each) with the weights (N doubles, or []: all 1). NaN and Inf are
 * errors.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_source source;
  nnreg_scan scan = {0};
  nnreg_message why = {""};
  gateway_expect("__nnreg_source_scan__", num_in, 3, num_out, 4);
  gateway_source(in[0], &source);
  size_t threads = gateway_size(in[1], "threads");
  const double *weights =
      gateway_column(in[2], source.num_samples, "nnreg: weights must be doubles, one a sample");
  mxArray *columns[3];
  for (int i = 0; i < 3; i++)
    columns[i] = mxCreateDoubleMatrix((mwSize)source.num_inputs, 1, mxREAL);
  scan.largest = mxGetPr(columns[0]);
  if (num_out > 2) {
    scan.mean = mxGetPr(columns[1]);
    scan.deviation = mxGetPr(columns[2]);
  }
  nnreg_status status = nnreg_source_scan(&source, weights, threads, &scan, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  out[0] = mxCreateDoubleScalar(scan.density);
  for (int i = 1; i < num_out && i <= 3; i++) out[i] = columns[i - 1];
}
