/* What the bytes of a fuzzer stand for.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "input.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fuzz_stop(const char *what, const char *file, int line)
{
  fprintf(stderr, "%s:%d: %s does not hold\n", file, line, what);
  abort();
}

uint8_t fuzz_byte(fuzz_input *input)
{
  if (input->left == 0) return 0;
  input->left--;
  return *input->bytes++;
}

uint64_t fuzz_bits(fuzz_input *input, size_t num_bytes)
{
  uint64_t bits = 0;
  for (size_t i = 0; i < num_bytes; i++) bits |= (uint64_t)fuzz_byte(input) << 8 * i;
  return bits;
}

uint32_t fuzz_below(fuzz_input *input, size_t bound)
{
  return (uint32_t)(fuzz_bits(input, bound > 256 ? 2 : 1) % bound);
}

size_t fuzz_size(fuzz_input *input)
{
  static const size_t edges[] = {0,         1,          INT32_MAX,     UINT32_MAX,
                                 INT64_MAX, UINT16_MAX, SIZE_MAX / 32, SIZE_MAX};
  uint8_t kind = fuzz_byte(input);
  if (kind < 128) return kind;
  if (kind >= 224) return (size_t)fuzz_bits(input, 1 + kind % 8);
  size_t edge = edges[kind % LENGTH(edges)];
  return kind < 176 ? edge + kind / 16 % 4 : edge - kind / 16 % 4;
}

double fuzz_number(fuzz_input *input)
{
  static const double odd[] = {NAN,  INFINITY, -INFINITY, -1.0,   0,      -0.0,   DBL_MAX, -DBL_MAX,
                               1e39, DBL_MIN,  5e-324,    1e-300, 0x1p53, 0x1p63, 1,       0.5};
  uint8_t kind = fuzz_byte(input);
  if (kind < 128) return ((double)kind - 64) / 16;
  if (kind < 224) return odd[kind % LENGTH(odd)];
  uint64_t bits = fuzz_bits(input, 8);
  double number;
  memcpy(&number, &bits, sizeof number);
  return number;
}
