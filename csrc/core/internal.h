/* What the core's own files share and no caller sees.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_INTERNAL_H
#define NNREG_INTERNAL_H

#include "nnreg.h"

/* The one place where the core allocates: count * size bytes, on a 64-byte line,
 * NULL when that overflows or is not to be had. Not cleared. */
void *nnreg_alloc(size_t count, size_t size);
void nnreg_free(void *memory); /* accepts NULL */

/* Asks for the lines of so many bytes, so that they are there when they are read. */
static inline void nnreg_prefetch(const void *from, size_t bytes)
{
  enum { LINE_BYTES = 64 };
  for (size_t at = 0; at < bytes; at += LINE_BYTES) __builtin_prefetch((const char *)from + at);
}

/* Fills why (as printf does) and returns status: `return nnreg_fail (...)`. */
nnreg_status nnreg_fail(nnreg_message *why, nnreg_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A flag of nnreg_blas_heed or nnreg_idx_heed is up: the call is to end, */
static inline bool nnreg_is_raised(const int *flag)
{
  return flag && __atomic_load_n(flag, __ATOMIC_RELAXED) != 0;
}

/* with NNREG_STOPPED and the reason. */
nnreg_status nnreg_stopped(nnreg_message *why);

/* Seconds of a clock that only goes forward. */
double nnreg_now(void);

/* NNREG_OUT_OF_MEMORY with what could not be held. */
nnreg_status nnreg_no_memory(nnreg_message *why, const char *what);

#endif
