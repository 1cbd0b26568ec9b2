/* Opening OpenBLAS so that it is the core's own.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A processor that is newer than the OpenBLAS counts as a Prescott there (0.3.21 so
 * takes Sapphire Rapids), with kernels five times slower than it could have. OpenBLAS
 * then obeys OPENBLAS_CORETYPE, but only while it is loaded. Where the process has it
 * loaded already, as Octave may have, a second instance is loaded from a copy in memory,
 * on systems that have such copies.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system.h"

/* SciPy's builds, which PyPI has for every system, put a word before each name. */
void *nnreg_library_symbol(void *library, const char *name)
{
  char longer[80];
  void *symbol = nnreg_system_symbol(library, name);
  if (symbol) return symbol;
  snprintf(longer, sizeof longer, "scipy_%s", name);
  return nnreg_system_symbol(library, longer);
}

const char *nnreg_library_core(void *library)
{
  char *(*get)(void) = NULL;
  NNREG_BIND(get, library, "openblas_get_corename");
  return get ? get() : "";
}

/* The core type that suits this processor better, or NULL. */
static const char *better_core(void *library)
{
  const char *core = nnreg_library_core(library);
  if (getenv("OPENBLAS_CORETYPE")) return NULL;
  if (strcmp(core, "Prescott") != 0 && strcmp(core, "Core2") != 0) return NULL;
  switch (nnreg_isa_best()) {
    case NNREG_ISA_AVX512: return "SkylakeX";
    case NNREG_ISA_AVX2: return "Haswell";
    default: return NULL;
  }
}

/* Sets an environment variable unless the user has; says whether it did. */
static bool lend(const char *name, const char *value)
{
  if (!value || getenv(name)) return false;
  nnreg_system_setenv(name, value);
  return true;
}

/* Loads the file, or a copy of a library, with kernels of the core type and without OpenBLAS's own
 * threads. */
static void *load(const char *path, void *original, const char *core)
{
  bool threads = lend("OPENBLAS_NUM_THREADS", "1"), type = lend("OPENBLAS_CORETYPE", core);
  void *library = original ? nnreg_system_load_copy(original) : nnreg_system_load(path);
  if (type) nnreg_system_setenv("OPENBLAS_CORETYPE", NULL);
  if (threads) nnreg_system_setenv("OPENBLAS_NUM_THREADS", NULL);
  return library;
}

/* With kernels of the core type: loaded anew, or a copy where the library stays loaded, because
 * others use it or because the C library never unloads one (musl). */
static void *load_better(const char *path, void *library, bool resident, const char *core)
{
  if (!resident) {
    nnreg_library_close(library);
    library = nnreg_system_loaded(path);
    if (!library) return load(path, NULL, core);
  }
  void *copy = load(path, library, core);
  if (!copy) return library;
  nnreg_library_close(library);
  return copy;
}

void *nnreg_library_open(const char *path)
{
  void *library = nnreg_system_loaded(path);
  bool resident = library != NULL;
  if (!resident) library = load(path, NULL, NULL);
  if (!library) return NULL;
  const char *core = better_core(library);
  if (core) library = load_better(path, library, resident, core);
  if (library) nnreg_system_keep(library);
  return library;
}
