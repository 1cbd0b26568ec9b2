/* Checks of arguments: NNREG_OK, or NNREG_BAD_ARGUMENT or NNREG_BAD_DATA with the reason.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_CHECKS_H
#define NNREG_CHECKS_H

#include "nnreg.h"

nnreg_status nnreg_range_check(nnreg_range samples, size_t total, nnreg_message *why);
nnreg_status nnreg_data_check(const nnreg_network *network, const nnreg_data *data,
                              nnreg_message *why);
nnreg_status nnreg_samples_check(const nnreg_network *network, const nnreg_samples *samples,
                                 nnreg_message *why);
nnreg_status nnreg_penalty_check(const nnreg_network *network, const nnreg_penalty *penalty,
                                 nnreg_message *why);
nnreg_status nnreg_view_check(const nnreg_network *network, const nnreg_view *view,
                              nnreg_message *why);
nnreg_status nnreg_moved_check(const nnreg_network *network, const nnreg_moved *moved,
                               nnreg_message *why);

/* Whether the state can belong to the problem. */
nnreg_status nnreg_state_check(const nnreg_problem *problem, const nnreg_state *state,
                               nnreg_message *why);

#endif
