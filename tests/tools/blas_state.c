/* blas_state (): the threads of the OpenBLAS that Octave itself uses (0: it uses another BLAS),
 * and the control word of the processor's arithmetic (MXCSR) without its status flags.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <mex.h>
#include <string.h>

#ifdef __SSE__
#include <xmmintrin.h>
#endif

static int num_threads(void)
{
  int (*get)(void) = NULL;
  void *symbol = dlsym(RTLD_DEFAULT, "openblas_get_num_threads");
  memcpy(&get, &symbol, sizeof get);
  return get ? get() : 0;
}

static unsigned arithmetic(void)
{
#ifdef __SSE__
  return _mm_getcsr() & ~0x3fu;
#else
  return 0;
#endif
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  (void)num_out, (void)num_in, (void)in;
  out[0] = mxCreateDoubleMatrix(1, 2, mxREAL);
  mxGetPr(out[0])[0] = num_threads();
  mxGetPr(out[0])[1] = arithmetic();
}
