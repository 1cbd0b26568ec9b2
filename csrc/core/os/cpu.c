/* The clock, and the processors: instruction sets, their number, where threads run.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <sched.h>
#include <stdlib.h>
#include <time.h>

#include "os.h"

double nnreg_now(void)
{
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static const char *const names[] = {"plain", "avx2", "avx512"};

nnreg_isa nnreg_isa_best(void)
{
#ifdef NNREG_HAVE_X86
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    return NNREG_ISA_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return NNREG_ISA_AVX2;
#endif
  return NNREG_ISA_PLAIN;
}

nnreg_isa nnreg_isa_used(void)
{
  nnreg_isa best = nnreg_isa_best();
  const char *wish = getenv("NNREG_ISA");
  for (nnreg_isa isa = NNREG_ISA_PLAIN; wish && isa < best; isa++)
    if (strcmp(wish, names[isa]) == 0) return isa;
  return best;
}

const char *nnreg_isa_name(void) { return names[nnreg_isa_used()]; }

size_t nnreg_num_processors(void)
{
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  int count = CPU_COUNT(&set);
  return count > 0 ? (size_t)count : 1;
}

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
