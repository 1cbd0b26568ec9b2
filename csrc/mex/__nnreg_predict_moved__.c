/* outputs = __nnreg_predict_moved__ (network, theta, sums, input, rows, moves, threads)
 *
 * Softmax probabilities or responses (K x count) of samples of which one input has moved
 * (nnreg_predict_moved).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_network network;
  nnreg_moved moved;
  nnreg_message why = {""};
  gateway_expect("__nnreg_predict_moved__", num_in, 7, num_out, 1);
  nnreg_model model = problem_read_model(in, &network);
  problem_read_moved(in + 2, &network, &moved);
  size_t threads = gateway_size(in[6], "threads");
  out[0] = problem_new_outputs(&network, moved.count);
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status = nnreg_predict_moved(blas, &model, &moved, threads, mxGetData(out[0]), &why);
  nnreg_blas_close(blas);
  if (!gateway_is_done(status, &why)) out[0] = gateway_nothing();
}
