/* Numbers of any class as real.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/data.h"
#include "data/real.h"

#define LOAD(ctype)                                            \
  do {                                                         \
    const ctype *from = (const ctype *)values + at;            \
    for (size_t i = 0; i < count; i++) out[i] = (real)from[i]; \
  } while (0)

void REAL(nnreg_load)(nnreg_type type, const void *values, size_t at, size_t count, real *out)
{
  switch (type) {
    case NNREG_FLOAT64: LOAD(double); break;
    case NNREG_FLOAT: LOAD(float); break;
    case NNREG_BOOL:
    case NNREG_UINT8: LOAD(uint8_t); break;
    case NNREG_INT8: LOAD(int8_t); break;
    case NNREG_INT16: LOAD(int16_t); break;
    case NNREG_UINT16: LOAD(uint16_t); break;
    case NNREG_INT32: LOAD(int32_t); break;
    case NNREG_UINT32: LOAD(uint32_t); break;
    case NNREG_INT64: LOAD(int64_t); break;
    case NNREG_UINT64: LOAD(uint64_t); break;
  }
}
