/* Binding OpenBLAS privately.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A MEX file linked with -lopenblas takes cblas_sgemm from the BLAS that Octave
 * loaded first, which may be the reference one. So the library is opened by file,
 * its symbols stay local, and calls go through pointers.
 *
 * OpenBLAS's builds differ: the pthread one may be called by many threads at a time;
 * the serial one (Debian's libopenblas0-serial has no locks) gives wrong products then.
 */
#include "os.h"

#include <stdio.h>
#include <stdlib.h>

#ifndef NNREG_OPENBLAS_PATH
#define NNREG_OPENBLAS_PATH ""
#endif

/* Only builds with OpenBLAS's own threads (openblas_get_parallel () = 1) are sure to have locks. */
static bool is_concurrent(void *library)
{
  int (*parallel)(void) = NULL;
  NNREG_BIND(parallel, library, "openblas_get_parallel");
  return parallel && parallel() == 1;
}

/* If OpenBLAS cannot get its work memory, 128 MiB a caller, it tries again for ever. */
static const size_t WORK_MEMORY = (size_t)256 << 20;

static bool bind_functions(nnreg_blas *blas, const char *path)
{
  NNREG_BIND(blas->sgemm, blas->library, "cblas_sgemm");
  NNREG_BIND(blas->dgemm, blas->library, "cblas_dgemm");
  NNREG_BIND(blas->set_num_threads, blas->library, "openblas_set_num_threads");
  char *(*config)(void) = NULL;
  NNREG_BIND(config, blas->library, "openblas_get_config");
  if (!blas->sgemm || !blas->dgemm || !blas->set_num_threads || !config) return false;
  blas->config = config();
  blas->core = nnreg_library_core(blas->library);
  blas->concurrent = is_concurrent(blas->library);
  const char *file = nnreg_library_file(blas->library);
  bool copied = strncmp(file, "/proc/", 6) == 0;
  snprintf(blas->file, sizeof blas->file, "%s%s", copied ? path : file,
           copied ? " (a copy in memory)" : "");
  return true;
}

/* OpenBLAS uses one thread per caller: the core has threads of its own. */
static void hold_to_one_thread(nnreg_blas *blas)
{
  int (*get)(void) = NULL;
  NNREG_BIND(get, blas->library, "openblas_get_num_threads");
  int threads = get ? get() : 1;
  if (threads <= 1) return;
  blas->shared_threads = threads;
  blas->set_num_threads(1);
}

nnreg_status nnreg_blas_open(const char *path, nnreg_blas **result, nnreg_message *why)
{
  const char *wish = getenv("NNREG_OPENBLAS");
  if (wish && !*wish) wish = NULL;
  const char *candidates[] = {path   ? path
                              : wish ? wish
                                     : NNREG_OPENBLAS_PATH,
                              path || wish ? "" : "libopenblas.so.0"};
  *result = NULL;
  if (!nnreg_can_map(WORK_MEMORY)) return nnreg_no_memory(why, "the products of OpenBLAS");
  nnreg_blas *blas = nnreg_alloc(1, sizeof *blas);
  if (!blas) return nnreg_no_memory(why, "the OpenBLAS binding");
  memset(blas, 0, sizeof *blas);
  for (int i = 0; i < 2; i++) {
    if (!*candidates[i]) continue;
    blas->library = nnreg_library_open(candidates[i]);
    if (!blas->library) continue;
    if (bind_functions(blas, candidates[i])) {
      hold_to_one_thread(blas);
      *result = blas;
      return NNREG_OK;
    }
    nnreg_library_close(blas->library);
  }
  nnreg_free(blas);
  return nnreg_fail(why, NNREG_NO_BLAS,
                    "OpenBLAS cannot be loaded (tried %.100s%s%.100s); install Debian's package "
                    "libopenblas0-pthread, or name the file in the environment variable "
                    "NNREG_OPENBLAS",
                    candidates[0], *candidates[0] && *candidates[1] ? ", " : "", candidates[1]);
}

void nnreg_blas_close(nnreg_blas *blas)
{
  if (!blas) return;
  if (blas->shared_threads) blas->set_num_threads(blas->shared_threads);
  nnreg_library_close(blas->library);
  nnreg_free(blas);
}

void nnreg_blas_heed(nnreg_blas *blas, const int *flag) { blas->flag = flag; }

size_t nnreg_blas_threads(const nnreg_blas *blas, size_t num_threads)
{
  if (!blas->concurrent || num_threads < 1) return 1;
  return num_threads < NNREG_MAX_THREADS ? num_threads : NNREG_MAX_THREADS;
}

const char *nnreg_blas_config(const nnreg_blas *blas) { return blas->config; }
const char *nnreg_blas_core(const nnreg_blas *blas) { return blas->core; }
const char *nnreg_blas_file(const nnreg_blas *blas) { return blas->file; }
