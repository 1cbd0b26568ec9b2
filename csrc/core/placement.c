/* Which processor a thread is on, and how it gets off one: as Linux does it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include "placement.h"

#ifdef __linux__
#include <sched.h>

int nnreg_processor(void) { return sched_getcpu(); }

void nnreg_move_from(const int *taken, size_t count)
{
  cpu_set_t allowed, free;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  free = allowed;
  for (size_t i = 0; i < count; i++)
    if (taken[i] >= 0 && taken[i] < CPU_SETSIZE) CPU_CLR((size_t)taken[i], &free);
  if (CPU_COUNT(&free) == 0 || sched_setaffinity(0, sizeof free, &free) != 0) return;
  sched_setaffinity(0, sizeof allowed, &allowed);
}
#else
int nnreg_processor(void) { return -1; }

void nnreg_move_from(const int *taken, size_t count)
{
  (void)taken;
  (void)count;
}
#endif
