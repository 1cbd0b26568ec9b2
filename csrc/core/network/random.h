/* The package's own random numbers.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_RANDOM_H
#define NNREG_RANDOM_H

#include <stdint.h>

/* xoshiro256** (Blackman and Vigna, 2018). */
typedef struct {
  uint64_t state[4];
} nnreg_random;

/* Streams of one seed: what the numbers are for. */
enum { NNREG_STREAM_WEIGHTS = 1, NNREG_STREAM_EPOCHS = 1000 };

void nnreg_random_seed(nnreg_random *random, uint64_t seed, uint64_t stream);
uint64_t nnreg_random_below(nnreg_random *random, uint64_t bound); /* 0 .. bound - 1 */
double nnreg_random_unit(nnreg_random *random);                    /* [0, 1)         */

#endif
