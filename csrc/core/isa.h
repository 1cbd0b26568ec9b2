/* Instruction sets that the kernels are built for.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_ISA_H
#define NNREG_ISA_H

typedef enum { NNREG_ISA_PLAIN, NNREG_ISA_AVX2, NNREG_ISA_AVX512 } nnreg_isa;

/* What the processor has. */
nnreg_isa nnreg_isa_best(void);

/* What the kernels use: the best, or the lesser one that NNREG_ISA names. */
nnreg_isa nnreg_isa_used(void);

#endif
