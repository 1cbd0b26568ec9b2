/* Allocation and failure: the one place where the core asks for memory.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "system.h"

void *nnreg_alloc(size_t count, size_t size)
{
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2) return NULL;
  return nnreg_system_alloc(bytes ? bytes : 1);
}

void nnreg_free(void *memory) { nnreg_system_free(memory); }

bool nnreg_can_map(size_t bytes) { return nnreg_system_can_map(bytes); }
