/* The kernels for this machine.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "kernels/kernels.h"
#include "os/os.h"

#ifdef NNREG_REAL_DOUBLE
#define TABLE(isa) nnreg_kernels_##isa##_d
#else
#define TABLE(isa) nnreg_kernels_##isa##_s
#endif

extern const nnreg_kernels TABLE(plain), TABLE(avx2), TABLE(avx512);

const nnreg_kernels *nnreg_kernels_select(void)
{
#ifdef NNREG_HAVE_X86
  switch (nnreg_isa_used()) {
    case NNREG_ISA_AVX512: return &TABLE(avx512);
    case NNREG_ISA_AVX2: return &TABLE(avx2);
    default: break;
  }
#endif
  return &TABLE(plain);
}
