/* Allocation and failure: the one place where the core asks for memory.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _POSIX_C_SOURCE 200809L
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

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

nnreg_status nnreg_fail(nnreg_message *why, nnreg_status status, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(why->text, sizeof why->text, format, arguments);
  va_end(arguments);
  return status;
}

nnreg_status nnreg_no_memory(nnreg_message *why, const char *what)
{
  return nnreg_fail(why, NNREG_OUT_OF_MEMORY, "not enough memory for %s", what);
}
