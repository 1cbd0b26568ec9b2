/* Small worlds (tests/core/world.h) from a fuzzer's bytes, and wild values in them.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_FUZZ_DRAW_WORLD_H
#define NNREG_FUZZ_DRAW_WORLD_H

#include "input.h"
#include "world.h"

/* A value of an array in the precision. */
void draw_put(nnreg_precision precision, void *values, size_t at, double value);

void draw_world(fuzz_input *input, world *made);

/* One packed value, index or shift becomes any. */
void draw_wild_data(fuzz_input *input, world *made);

/* One label, response or weight becomes any. */
void draw_wild_targets(fuzz_input *input, world *made);

#endif
