/* Opening OpenBLAS so that it is the core's own.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_LIBRARY_H
#define NNREG_LIBRARY_H

#include <string.h>

#include "nnreg.h"

/* dlsym gives an object pointer; POSIX says it holds a function's address. */
#define NNREG_BIND(target, library, name)               \
  do {                                                  \
    void *symbol_of_name = dlsym(library, name);        \
    memcpy(&(target), &symbol_of_name, sizeof(target)); \
  } while (0)

/* A handle for the OpenBLAS in the file, to be closed with dlclose, or NULL. The
 * library stays loaded, and its symbols stay out of everyone's way. */
void *nnreg_library_open(const char *path);

/* The file that a library was loaded from, or "". */
const char *nnreg_library_file(void *library);

/* The name of the kernels that OpenBLAS uses, or "". */
const char *nnreg_library_core(void *library);

#endif
