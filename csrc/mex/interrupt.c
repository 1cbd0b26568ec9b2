/* Ctrl-C, seen while the core is at work.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread of Octave notes signals (Ctrl-C, termination, the end of a child process) in a flag;
 * it is acted upon when the gateway has returned. Where the flag is not found, the core ends a
 * call when its time is up.
 */
#include <signal.h>

#include "gateway.h"

const int *gateway_flag(void)
{
  _Static_assert(sizeof(sig_atomic_t) == sizeof(int), "the flag is an int");
  return nnreg_find_symbol("octave_signal_caught");
}

nnreg_blas *gateway_open_blas(void)
{
  nnreg_blas *blas;
  nnreg_message why = {""};
  nnreg_status status = nnreg_blas_open(NULL, &blas, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  nnreg_blas_heed(blas, gateway_flag());
  return blas;
}

bool gateway_is_done(nnreg_status status, const nnreg_message *why)
{
  if (status != NNREG_OK && status != NNREG_STOPPED) gateway_fail(status, why->text);
  return status == NNREG_OK;
}

mxArray *gateway_nothing(void) { return mxCreateDoubleMatrix(0, 0, mxREAL); }
