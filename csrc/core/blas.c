/* Binding OpenBLAS privately.
 *
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
#define _GNU_SOURCE
#include "blas.h"

#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "isa.h"

#ifndef NNREG_OPENBLAS_PATH
#define NNREG_OPENBLAS_PATH ""
#endif

/* AddressSanitizer refuses RTLD_DEEPBIND. */
#ifdef __SANITIZE_ADDRESS__
#define OPEN_FLAGS (RTLD_NOW | RTLD_LOCAL)
#else
#define OPEN_FLAGS (RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND)
#endif

/* dlsym gives an object pointer; POSIX says it holds a function's address. */
#define BIND(target, library, name)            \
  do {                                         \
    void *symbol = dlsym(library, name);       \
    memcpy(&(target), &symbol, sizeof symbol); \
  } while (0)

static const char *core_name(void *library)
{
  char *(*get)(void) = NULL;
  BIND(get, library, "openblas_get_corename");
  return get ? get() : "";
}

/* OpenBLAS 0.3.21 takes every processor that it does not know for a Prescott, which
 * is five times slower than what an AVX-512 machine can do. */
static const char *better_core(const char *core)
{
  if (strcmp(core, "Prescott") != 0 && strcmp(core, "Core2") != 0) return NULL;
  switch (nnreg_isa_best()) {
    case NNREG_ISA_AVX512: return "SkylakeX";
    case NNREG_ISA_AVX2: return "Haswell";
    default: return NULL;
  }
}

/* Opens the library with a variable of its own set, unless the user has set it. */
static void *open_with(const char *path, const char *variable, const char *value)
{
  bool set = value && !getenv(variable);
  if (set) setenv(variable, value, 1);
  void *library = dlopen(path, OPEN_FLAGS);
  if (set) unsetenv(variable);
  return library;
}

/* Opens the library so that it stays loaded, with a core type where it needs one,
 * and without threads of its own unless the process has it already. */
static void *open_library(const char *path)
{
  void *library = dlopen(path, OPEN_FLAGS | RTLD_NOLOAD);
  if (library) return library;
  library = open_with(path, "OPENBLAS_NUM_THREADS", "1");
  if (!library) return NULL;
  const char *core = getenv("OPENBLAS_CORETYPE") ? NULL : better_core(core_name(library));
  if (core) {
    dlclose(library);
    library = open_with(path, "OPENBLAS_CORETYPE", core);
    if (!library) return NULL;
  }
  void *kept = dlopen(path, OPEN_FLAGS | RTLD_NODELETE);
  if (kept) dlclose(kept);
  return library;
}

/* Only OpenBLAS's own threads (openblas_get_parallel () = 1) come with locks for sure. */
static bool is_concurrent(void *library)
{
  int (*parallel)(void) = NULL;
  BIND(parallel, library, "openblas_get_parallel");
  return parallel && parallel() == 1;
}

static bool bind_functions(nnreg_blas *blas)
{
  BIND(blas->sgemm, blas->library, "cblas_sgemm");
  BIND(blas->dgemm, blas->library, "cblas_dgemm");
  BIND(blas->set_num_threads, blas->library, "openblas_set_num_threads");
  char *(*config)(void) = NULL;
  BIND(config, blas->library, "openblas_get_config");
  if (!blas->sgemm || !blas->dgemm || !blas->set_num_threads || !config) return false;
  blas->config = config();
  blas->core = core_name(blas->library);
  blas->concurrent = is_concurrent(blas->library);
  struct link_map *map = NULL;
  if (dlinfo(blas->library, RTLD_DI_LINKMAP, &map) == 0 && map)
    snprintf(blas->file, sizeof blas->file, "%s", map->l_name);
  return true;
}

/* One thread a caller: the core has its own. */
static void hold_to_one_thread(nnreg_blas *blas)
{
  int (*get)(void) = NULL;
  BIND(get, blas->library, "openblas_get_num_threads");
  int threads = get ? get() : 1;
  if (threads <= 1) return;
  blas->shared_threads = threads;
  blas->set_num_threads(1);
}

nnreg_status nnreg_blas_open(const char *path, nnreg_blas **result, nnreg_message *why)
{
  const char *wish = getenv("NNREG_OPENBLAS");
  const char *candidates[] = {path   ? path
                              : wish ? wish
                                     : NNREG_OPENBLAS_PATH,
                              path || wish ? "" : "libopenblas.so.0"};
  *result = NULL;
  nnreg_blas *blas = nnreg_alloc(1, sizeof *blas);
  if (!blas) return nnreg_no_memory(why, "the OpenBLAS binding");
  memset(blas, 0, sizeof *blas);
  for (int i = 0; i < 2; i++) {
    if (!*candidates[i]) continue;
    blas->library = open_library(candidates[i]);
    if (!blas->library) continue;
    if (bind_functions(blas)) {
      hold_to_one_thread(blas);
      *result = blas;
      return NNREG_OK;
    }
    dlclose(blas->library);
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
  dlclose(blas->library);
  nnreg_free(blas);
}

size_t nnreg_blas_threads(const nnreg_blas *blas, size_t num_threads)
{
  return blas->concurrent && num_threads > 1 ? num_threads : 1;
}

const char *nnreg_blas_config(const nnreg_blas *blas) { return blas->config; }
const char *nnreg_blas_core(const nnreg_blas *blas) { return blas->core; }
const char *nnreg_blas_file(const nnreg_blas *blas) { return blas->file; }
