/* [state, history, id, text, profile] = __nnreg_train__ (problem, state, seconds, epochs,
 * threads)
 *
 * Continues a training for this number of seconds and epochs (nnreg_train). history has a row for
 * each epoch that ended (the columns are nnreg_epoch's). A divergence is no error but returned in
 * id and text, otherwise "", so that the state is not lost. profile has the seconds of each
 * nnreg_phase.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "problem.h"

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  problem_full full;
  nnreg_state state;
  nnreg_message why = {""};
  nnreg_profile profile = {{0}};
  size_t finished = 0;
  gateway_expect("__nnreg_train__", num_in, 5, num_out, 5);
  problem_read(in[0], &full);
  mxArray *next = problem_copy_state(in[1], &full.network, &state);
  nnreg_limits limits = {.seconds = gateway_scalar(in[2], "seconds"),
                         .num_epochs = gateway_size(in[3], "epochs"),
                         .num_threads = gateway_size(in[4], "threads"),
                         .profile = num_out > 4 ? &profile : NULL};
  if (limits.num_epochs > full.problem.num_epochs) limits.num_epochs = full.problem.num_epochs;
  nnreg_epoch *rows = gateway_scratch(limits.num_epochs + 1, sizeof *rows);
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status = nnreg_train(blas, &full.problem, &limits, &state, rows, &finished, &why);
  nnreg_blas_close(blas);
  bool diverged = status == NNREG_DIVERGED;
  if (status != NNREG_OK && status != NNREG_STOPPED && !diverged) gateway_fail(status, why.text);
  problem_store_state(&full.problem, &state, next);
  out[0] = next;
  if (num_out > 1) out[1] = problem_new_history(rows, finished);
  if (num_out > 2) out[2] = mxCreateString(diverged ? nnreg_status_id(status) : "");
  if (num_out > 4) {
    out[4] = mxCreateDoubleMatrix(NNREG_NUM_PHASES, 1, mxREAL);
    memcpy(mxGetPr(out[4]), profile.seconds, sizeof profile.seconds);
  }
  if (num_out > 3) out[3] = mxCreateString(diverged ? why.text : "");
}
