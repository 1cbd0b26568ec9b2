/* info = __nnreg_info__ ()
 *
 * Struct: OpenBLAS (its configuration), Core, File, Threading, InstructionSet, Processors.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  static const char *names[] = {"OpenBLAS",  "Core",           "File",
                                "Threading", "InstructionSet", "Processors"};
  nnreg_message why = {""};
  nnreg_blas *blas;
  (void)in;
  gateway_expect("__nnreg_info__", num_in, 0, num_out, 1);
  out[0] = mxCreateStructMatrix(1, 1, 6, names);
  nnreg_status status = nnreg_blas_open(NULL, &blas, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  mxSetField(out[0], 0, "OpenBLAS", mxCreateString(nnreg_blas_config(blas)));
  mxSetField(out[0], 0, "Core", mxCreateString(nnreg_blas_core(blas)));
  mxSetField(out[0], 0, "File", mxCreateString(nnreg_blas_file(blas)));
  mxSetField(out[0], 0, "Threading", mxCreateString(nnreg_blas_threading(blas)));
  nnreg_blas_close(blas);
  mxSetField(out[0], 0, "InstructionSet", mxCreateString(nnreg_isa_name()));
  mxSetField(out[0], 0, "Processors", mxCreateDoubleScalar((double)nnreg_num_processors()));
}
