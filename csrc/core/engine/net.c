/* A network in panel layout for the length of a call.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine.h"

nnreg_status nnreg_net_open(nnreg_net *net, const nnreg_blas *blas, const nnreg_plan *plan,
                            const nnreg_data *data, const real *theta, nnreg_message *why)
{
  *net = (nnreg_net){.blas = blas, .kernels = nnreg_kernels_select(), .plan = plan, .data = data};
  net->theta = nnreg_alloc(plan->num_parameters, sizeof(real));
  net->folded = nnreg_alloc(plan->layers[0].outputs, sizeof(real));
  if (!net->theta || !net->folded) {
    nnreg_net_close(net);
    return nnreg_no_memory(why, "the network");
  }
  nnreg_to_panels(plan, theta, net->theta);
  return NNREG_OK;
}

void nnreg_net_close(nnreg_net *net)
{
  nnreg_free(net->theta);
  nnreg_free(net->folded);
  net->theta = net->folded = NULL;
}
