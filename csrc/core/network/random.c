/* Random numbers and permutations.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "network.h"

#include <stddef.h>

#include "nnreg.h"

static uint64_t rotate(uint64_t value, int by) { return (value << by) | (value >> (64 - by)); }

/* splitmix64 (Steele, Lea and Flood, OOPSLA 2014). */
static uint64_t split_mix(uint64_t *state)
{
  uint64_t z = (*state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void nnreg_random_seed(nnreg_random *random, uint64_t seed, uint64_t stream)
{
  uint64_t mixed = seed;
  uint64_t state = split_mix(&mixed) ^ (stream * 0xd1342543de82ef95u);
  for (int i = 0; i < 4; i++) random->state[i] = split_mix(&state);
}

static uint64_t next(nnreg_random *random)
{
  uint64_t *s = random->state;
  uint64_t result = rotate(s[1] * 5, 7) * 9, shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate(s[3], 45);
  return result;
}

uint64_t nnreg_random_below(nnreg_random *random, uint64_t bound)
{
  uint64_t threshold = (0 - bound) % bound; /* values below it would favour small numbers */
  for (;;) {
    uint64_t value = next(random);
    if (value >= threshold) return value % bound;
  }
}

double nnreg_random_unit(nnreg_random *random) { return (double)(next(random) >> 11) * 0x1p-53; }

void nnreg_shuffle(uint64_t seed, uint64_t stream, uint32_t *items, size_t count)
{
  nnreg_random random;
  nnreg_random_seed(&random, seed, stream);
  for (size_t i = count; i > 1; i--) {
    size_t j = (size_t)nnreg_random_below(&random, i);
    uint32_t item = items[i - 1];
    items[i - 1] = items[j];
    items[j] = item;
  }
}
