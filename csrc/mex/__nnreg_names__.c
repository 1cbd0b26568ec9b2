/* names = __nnreg_names__ ()
 *
 * The core's names as columns of cells: Precisions, Tasks, Activations, L1Methods, Solvers, Phases;
 * EpochNumbers (columns of a history), StateArrays and StateNumbers (fields of a state).
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

static void add_cell(mxArray *names, const char *list, size_t count)
{
  mxAddField(names, list);
  mxSetField(names, 0, list, mxCreateCellMatrix((mwSize)count, 1));
}

static void set_name(mxArray *names, const char *list, size_t i, const char *name)
{
  mxSetCell(mxGetField(names, 0, list), (mwIndex)i, mxCreateString(name));
}

static void add_names(mxArray *names, const char *list, const char *const *from)
{
  size_t count = 0;
  while (from[count]) count++;
  add_cell(names, list, count);
  for (size_t i = 0; i < count; i++) set_name(names, list, i, from[i]);
}

static void add_fields(mxArray *names, const char *list, const nnreg_field *from, size_t count)
{
  add_cell(names, list, count);
  for (size_t i = 0; i < count; i++) set_name(names, list, i, from[i].name);
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  (void)in;
  gateway_expect("__nnreg_names__", num_in, 0, num_out, 1);
  out[0] = mxCreateStructMatrix(1, 1, 0, NULL);
  add_names(out[0], "Precisions", nnreg_precision_names);
  add_names(out[0], "Tasks", nnreg_task_names);
  add_names(out[0], "Activations", nnreg_activation_names);
  add_names(out[0], "L1Methods", nnreg_l1_method_names);
  add_names(out[0], "Solvers", nnreg_solver_names);
  add_names(out[0], "Phases", nnreg_phase_names);
  add_fields(out[0], "EpochNumbers", nnreg_epoch_numbers, NNREG_EPOCH_NUMBERS);
  add_fields(out[0], "StateArrays", nnreg_state_arrays, NNREG_STATE_ARRAYS);
  add_fields(out[0], "StateNumbers", nnreg_state_numbers, NNREG_STATE_NUMBERS);
}
