/* outputs = __nnreg_predict_view__ (network, theta, X, columns, mean, scale, first, count, threads)
 *
 * Softmax probabilities or responses (K x count) of rows first .. (from 0) of a full X of any
 * class, for a network whose first layer is mostly zeros (nnreg_predict_view).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_network network;
  nnreg_source source;
  nnreg_view view;
  nnreg_message why = {""};
  gateway_expect("__nnreg_predict_view__", num_in, 9, num_out, 1);
  nnreg_model model = problem_read_model(in, &network);
  problem_read_view(in + 2, &network, &source, &view);
  nnreg_range samples = gateway_range(in + 6, source.num_samples);
  size_t threads = gateway_size(in[8], "threads");
  out[0] = problem_new_outputs(&network, samples.count);
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status =
      nnreg_predict_view(blas, &model, &view, samples, threads, mxGetData(out[0]), &why);
  nnreg_blas_close(blas);
  if (!gateway_is_done(status, &why)) out[0] = gateway_nothing();
}
