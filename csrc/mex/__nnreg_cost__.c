/* [J, gradient] = __nnreg_cost__ (network, penalty, theta, samples, threads)
 *
 * The objective and its gradient (P x 1) over the samples.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_network network;
  nnreg_penalty penalty;
  problem_samples all;
  nnreg_message why = {""};
  nnreg_cost_result cost = {.value = 0};
  gateway_expect("__nnreg_cost__", num_in, 5, num_out, 2);
  problem_read_network(in[0], &network);
  problem_read_penalty(in[1], &network, &penalty);
  nnreg_model model = {&network, problem_read_theta(in[2], &network)};
  problem_read_samples(in[3], &network, &all);
  size_t threads = gateway_size(in[4], "threads");
  if (num_out > 1) {
    out[1] = problem_new_column(&network, nnreg_network_num_parameters(&network));
    cost.gradient = mxGetData(out[1]);
  }
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status = nnreg_cost(blas, &model, &penalty, &all.samples, threads, &cost, &why);
  nnreg_blas_close(blas);
  bool done = gateway_is_done(status, &why);
  out[0] = done ? mxCreateDoubleScalar(cost.value) : gateway_nothing();
  if (num_out > 1 && !done) out[1] = gateway_nothing();
}
