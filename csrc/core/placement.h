/* Which processor a thread is on, and how it gets off one.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_PLACEMENT_H
#define NNREG_PLACEMENT_H

#include <stddef.h>

/* The processor that the calling thread is on, or -1 where the system does not say. */
int nnreg_processor(void);

/* Moves the calling thread to an allowed processor that is none of taken (count), if there is
 * one. Where it may run is afterwards what it was: the system can move it on. */
void nnreg_move_from(const int *taken, size_t count);

#endif
