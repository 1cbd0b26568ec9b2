/* Each of these names is one thing in single and another in double precision.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_NAMES_H
#define NNREG_NAMES_H

/* The public header declares some of them without a suffix: it must come first. */
#include "nnreg.h"
#include "real.h"

#define nnreg_batch REAL(nnreg_batch)
#define nnreg_batch_close REAL(nnreg_batch_close)
#define nnreg_batch_fill REAL(nnreg_batch_fill)
#define nnreg_batch_open REAL(nnreg_batch_open)
#define nnreg_batch_transpose REAL(nnreg_batch_transpose)
#define nnreg_corrupt REAL(nnreg_corrupt)
#define nnreg_cost REAL(nnreg_cost)
#define nnreg_direct REAL(nnreg_direct)
#define nnreg_direct_block REAL(nnreg_direct_block)
#define nnreg_direct_close REAL(nnreg_direct_close)
#define nnreg_direct_open REAL(nnreg_direct_open)
#define nnreg_direct_scratch REAL(nnreg_direct_scratch)
#define nnreg_evaluate REAL(nnreg_evaluate)
#define nnreg_finish_outputs REAL(nnreg_finish_outputs)
#define nnreg_fold_shift REAL(nnreg_fold_shift)
#define nnreg_forward_panel REAL(nnreg_forward_panel)
#define nnreg_from_panels REAL(nnreg_from_panels)
#define nnreg_input_metric REAL(nnreg_input_metric)
#define nnreg_kernels REAL(nnreg_kernels)
#define nnreg_kernels_select REAL(nnreg_kernels_select)
#define nnreg_load REAL(nnreg_load)
#define nnreg_loss REAL(nnreg_loss)
#define nnreg_net REAL(nnreg_net)
#define nnreg_net_close REAL(nnreg_net_close)
#define nnreg_net_evaluate REAL(nnreg_net_evaluate)
#define nnreg_net_open REAL(nnreg_net_open)
#define nnreg_objective REAL(nnreg_objective)
#define nnreg_objective_close REAL(nnreg_objective_close)
#define nnreg_objective_gradient REAL(nnreg_objective_gradient)
#define nnreg_objective_open REAL(nnreg_objective_open)
#define nnreg_objective_value REAL(nnreg_objective_value)
#define nnreg_pack_tile REAL(nnreg_pack_tile)
#define nnreg_pass REAL(nnreg_pass)
#define nnreg_pass_close REAL(nnreg_pass_close)
#define nnreg_pass_means REAL(nnreg_pass_means)
#define nnreg_pass_open REAL(nnreg_pass_open)
#define nnreg_pass_over REAL(nnreg_pass_over)
#define nnreg_pass_run REAL(nnreg_pass_run)
#define nnreg_piece_at REAL(nnreg_piece_at)
#define nnreg_predict REAL(nnreg_predict)
#define nnreg_predict_moved REAL(nnreg_predict_moved)
#define nnreg_predict_view REAL(nnreg_predict_view)
#define nnreg_sample_entries REAL(nnreg_sample_entries)
#define nnreg_solve REAL(nnreg_solve)
#define nnreg_step REAL(nnreg_step)
#define nnreg_sum_groups REAL(nnreg_sum_groups)
#define nnreg_to_panels REAL(nnreg_to_panels)
#define nnreg_train REAL(nnreg_train)
#define nnreg_trainer REAL(nnreg_trainer)
#define nnreg_trainer_close REAL(nnreg_trainer_close)
#define nnreg_trainer_groups REAL(nnreg_trainer_groups)
#define nnreg_trainer_open REAL(nnreg_trainer_open)
#define nnreg_trainer_reserve REAL(nnreg_trainer_reserve)
#define nnreg_trainer_reset_order REAL(nnreg_trainer_reset_order)
#define nnreg_trainer_slice REAL(nnreg_trainer_slice)
#define nnreg_update_panel REAL(nnreg_update_panel)
#define nnreg_update_scratch REAL(nnreg_update_scratch)
#define nnreg_validate REAL(nnreg_validate)
#define nnreg_workspace REAL(nnreg_workspace)

#endif
