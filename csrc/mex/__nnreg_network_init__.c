/* theta = __nnreg_network_init__ (network, seed)
 *
 * Starting weights (P x 1), from the seed alone.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_network network;
  nnreg_message why = {""};
  gateway_expect("__nnreg_network_init__", num_in, 2, num_out, 1);
  problem_read_network(in[0], &network);
  size_t seed = gateway_size(in[1], "seed");
  out[0] = problem_new_column(&network, nnreg_network_num_parameters(&network));
  nnreg_status status = nnreg_network_init(&network, seed, mxGetData(out[0]), &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
}
