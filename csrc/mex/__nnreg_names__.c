/* names = __nnreg_names__ ()
 *
 * The core's names, columns of cells: of its enumerations' values, of a history's columns, and of
 * a state's fields.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gateway.h"

static mxArray *column_of(const nnreg_name *list)
{
  size_t count = 0;
  while (list[count].name) count++;
  mxArray *cell = mxCreateCellMatrix((mwSize)count, 1);
  for (size_t i = 0; i < count; i++) mxSetCell(cell, (mwIndex)i, mxCreateString(list[i].name));
  return cell;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  static const char *fields[] = {"Precisions",   "Tasks",       "Activations",
                                 "L1Methods",    "Solvers",     "Phases",
                                 "EpochNumbers", "StateArrays", "StateNumbers"};
  static const nnreg_name *const lists[] = {
      nnreg_precision_names, nnreg_task_names,   nnreg_activation_names,
      nnreg_l1_method_names, nnreg_solver_names, nnreg_phase_names,
      nnreg_epoch_numbers,   nnreg_state_arrays, nnreg_state_numbers};
  enum { COUNT = sizeof lists / sizeof *lists };
  (void)in;
  gateway_expect("__nnreg_names__", num_in, 0, num_out, 1);
  out[0] = mxCreateStructMatrix(1, 1, COUNT, fields);
  for (int i = 0; i < COUNT; i++) mxSetField(out[0], 0, fields[i], column_of(lists[i]));
}
