/* The processors' instruction sets.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "os.h"

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
