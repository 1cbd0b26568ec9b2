/* What the bytes of a fuzzer stand for: sizes, numbers, choices; the odd ones often.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_FUZZ_INPUT_H
#define NNREG_FUZZ_INPUT_H

#include "support.h"

/* Stops the program, as a sanitizer does, if the condition is false. */
#define EXPECT(holds)                                    \
  do {                                                   \
    if (!(holds)) fuzz_stop(#holds, __FILE__, __LINE__); \
  } while (0)
_Noreturn void fuzz_stop(const char *what, const char *file, int line);

/* Bytes that are used up one after the other; then all is 0. */
typedef struct {
  const uint8_t *bytes;
  size_t left;
} fuzz_input;

uint8_t fuzz_byte(fuzz_input *input);
uint64_t fuzz_bits(fuzz_input *input, size_t num_bytes); /* 0 .. 8, little-endian */
uint32_t fuzz_below(fuzz_input *input, size_t bound);    /* 1 <= bound <= 65536   */
size_t fuzz_size(fuzz_input *input);                     /* any, near an edge often */
double fuzz_number(fuzz_input *input);                   /* any, NaN and Inf too    */

/* libFuzzer's entry point; always returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
