/* Binding OpenBLAS privately.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A MEX file linked with -lopenblas takes cblas_sgemm from the BLAS that Octave
 * loaded first, which may be the reference one. So the library is opened by file,
 * its symbols stay local, and calls go through pointers.
 *
 * OpenBLAS's builds differ. One with threads of its own may be called by many threads at a
 * time. The serial one (Debian's libopenblas0-serial has no locks) gives wrong products then.
 * One with OpenMP takes OpenMP's number of threads, which each thread of ours has for itself
 * and which starts at OMP_NUM_THREADS: so each sets it to one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system.h"

#ifndef NNREG_OPENBLAS_PATH
#define NNREG_OPENBLAS_PATH ""
#endif

/* What openblas_get_parallel () returns. */
enum { SERIAL = 0, OWN_THREADS = 1, OPENMP = 2 };

static int threading_of(void *library)
{
  int (*parallel)(void) = NULL;
  NNREG_BIND(parallel, library, "openblas_get_parallel");
  return parallel ? parallel() : SERIAL;
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
  blas->threading = threading_of(blas->library);
  if (nnreg_system_is_copy(blas->library))
    snprintf(blas->file, sizeof blas->file, "%.480s (a copy in memory)", path);
  return true;
}

/* OpenBLAS uses one thread per caller: the core has threads of its own. False if that cannot be
 * had: OpenMP's functions are not found beside the library. */
static bool hold_to_one_thread(nnreg_blas *blas)
{
  int (*get)(void) = NULL;
  if (blas->threading == OPENMP) {
    NNREG_BIND(get, blas->library, "omp_get_max_threads");
    NNREG_BIND(blas->limit_thread, blas->library, "omp_set_num_threads");
    if (!get || !blas->limit_thread) return false;
    blas->shared_threads = get();
    blas->limit_thread(1);
    return true;
  }
  NNREG_BIND(get, blas->library, "openblas_get_num_threads");
  int threads = get ? get() : 1;
  if (threads <= 1) return true;
  blas->shared_threads = threads;
  blas->set_num_threads(1);
  return true;
}

/* Binds the library in a file or of a name. *unfit: it is there, but its threads cannot be held. */
static bool open_one(nnreg_blas *blas, const char *path, bool *unfit)
{
  memset(blas, 0, sizeof *blas);
  blas->library = nnreg_library_open(path);
  if (!blas->library) return false;
  bool bound = bind_functions(blas, path);
  if (bound && hold_to_one_thread(blas)) return true;
  *unfit = *unfit || bound;
  nnreg_library_close(blas->library);
  return false;
}

enum { MOST_CANDIDATES = 16, MOST_BYTES = 4096 };

typedef struct {
  const char *names[MOST_CANDIDATES]; /* then NULL */
  char wish[MOST_BYTES];              /* a copy: getenv's text may move while OpenBLAS is loaded */
} candidates;

/* The files and names to try, in their order: the call's, else the user's, else the one found when
 * the core was built and those of the system. */
static void list_candidates(const char *path, candidates *list)
{
  const char *wish = getenv("NNREG_OPENBLAS");
  size_t count = 0;
  snprintf(list->wish, sizeof list->wish, "%s", wish ? wish : "");
  if (path || *list->wish) {
    list->names[count++] = path ? path : list->wish;
  } else {
    if (*NNREG_OPENBLAS_PATH) list->names[count++] = NNREG_OPENBLAS_PATH;
    const char *const *names = nnreg_system_openblas();
    while (*names && count + 1 < MOST_CANDIDATES) list->names[count++] = *names++;
  }
  list->names[count] = NULL;
}

static nnreg_status fail_to_load(nnreg_message *why, const char *const *tried, bool unfit)
{
  char names[240] = "";
  for (size_t i = 0; tried[i]; i++) {
    size_t used = strlen(names);
    snprintf(names + used, sizeof names - used, "%s%s", i ? ", " : "", tried[i]);
  }
  if (unfit)
    return nnreg_fail(why, NNREG_NO_BLAS,
                      "OpenBLAS (%s) was built with OpenMP, and its number of threads cannot be "
                      "set from here; install %s, or name the file of a build with threads of its "
                      "own in the environment variable NNREG_OPENBLAS",
                      names, nnreg_system_openblas_advice);
  return nnreg_fail(why, NNREG_NO_BLAS,
                    "OpenBLAS cannot be loaded (tried %s); install %s, or name the file in the "
                    "environment variable NNREG_OPENBLAS",
                    names, nnreg_system_openblas_advice);
}

nnreg_status nnreg_blas_open(const char *path, nnreg_blas **result, nnreg_message *why)
{
  candidates list;
  bool unfit = false;
  *result = NULL;
  if (!nnreg_can_map(WORK_MEMORY)) return nnreg_no_memory(why, "the products of OpenBLAS");
  nnreg_blas *blas = nnreg_alloc(1, sizeof *blas);
  if (!blas) return nnreg_no_memory(why, "the OpenBLAS binding");
  list_candidates(path, &list);
  for (size_t i = 0; list.names[i]; i++)
    if (open_one(blas, list.names[i], &unfit)) {
      *result = blas;
      return NNREG_OK;
    }
  nnreg_free(blas);
  return fail_to_load(why, list.names, unfit);
}

void nnreg_blas_close(nnreg_blas *blas)
{
  if (!blas) return;
  if (blas->limit_thread)
    blas->limit_thread(blas->shared_threads);
  else if (blas->shared_threads)
    blas->set_num_threads(blas->shared_threads);
  nnreg_library_close(blas->library);
  nnreg_free(blas);
}

void nnreg_blas_heed(nnreg_blas *blas, const int *flag) { blas->flag = flag; }

/* Only builds with threads are sure to have locks. */
size_t nnreg_blas_threads(const nnreg_blas *blas, size_t num_threads)
{
  if (blas->threading == SERIAL || num_threads < 1) return 1;
  return num_threads < NNREG_MAX_THREADS ? num_threads : NNREG_MAX_THREADS;
}

const char *nnreg_blas_config(const nnreg_blas *blas) { return blas->config; }
const char *nnreg_blas_core(const nnreg_blas *blas) { return blas->core; }

const char *nnreg_blas_file(nnreg_blas *blas)
{
  if (!*blas->file) nnreg_library_file(blas->library, blas->file, sizeof blas->file);
  return blas->file;
}

const char *nnreg_blas_threading(const nnreg_blas *blas)
{
  return blas->threading == OPENMP        ? "OpenMP"
         : blas->threading == OWN_THREADS ? "own threads"
                                          : "none";
}
