/* outputs = __nnreg_predict__ (network, theta, data, first, count, threads)
 *
 * Softmax probabilities or responses (K x count) of samples first .. (from 0). data are
 * packed, or X itself.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_network network;
  nnreg_data data;
  nnreg_message why = {""};
  gateway_expect("__nnreg_predict__", num_in, 6, num_out, 1);
  nnreg_model model = problem_read_model(in, &network);
  if (mxIsStruct(in[2]))
    problem_read_data(in[2], &data);
  else
    problem_read_columns(in[2], &network, &data);
  nnreg_range samples = gateway_range(in + 3, data.num_samples);
  size_t threads = gateway_size(in[5], "threads");
  out[0] = problem_new_outputs(&network, samples.count);
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status =
      nnreg_predict(blas, &model, &data, samples, threads, mxGetData(out[0]), &why);
  nnreg_blas_close(blas);
  if (!gateway_is_done(status, &why)) out[0] = gateway_nothing();
}
