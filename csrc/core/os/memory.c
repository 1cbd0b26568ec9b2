/* Allocation and failure: the one place where the core asks for memory.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/mman.h>

#include "os.h"

enum { LINE = 64 };

void *nnreg_alloc(size_t count, size_t size)
{
  size_t bytes;
  void *memory = NULL;
  if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2) return NULL;
  if (posix_memalign(&memory, LINE, bytes ? bytes : 1) != 0) return NULL;
  return memory;
}

void nnreg_free(void *memory) { free(memory); }

bool nnreg_can_map(size_t bytes)
{
  void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return false;
  munmap(memory, bytes);
  return true;
}
