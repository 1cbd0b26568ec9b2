/* Opening OpenBLAS so that it is the core's own.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A processor that is newer than the OpenBLAS counts as a Prescott there (0.3.21 so
 * takes Sapphire Rapids), with kernels five times slower than it could have. OpenBLAS
 * then obeys OPENBLAS_CORETYPE, but only while it is loaded. Where the process has it
 * loaded already, as Octave may have, a second instance is loaded from a copy in memory.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "os.h"

/* The sanitizers refuse RTLD_DEEPBIND. GCC and Clang announce them in different ways. */
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__ || \
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OPEN_FLAGS (RTLD_NOW | RTLD_LOCAL)
#else
#define OPEN_FLAGS (RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND)
#endif

/* This spelling of /proc/self/fd identifies the copy later. */
#define COPY_PREFIX "/proc/self/./fd/"

void nnreg_library_close(void *library) { dlclose(library); }

void *nnreg_library_symbol(void *library, const char *name) { return dlsym(library, name); }

const void *nnreg_find_symbol(const char *name) { return dlsym(RTLD_DEFAULT, name); }

const char *nnreg_library_file(void *library)
{
  struct link_map *map = NULL;
  return dlinfo(library, RTLD_DI_LINKMAP, &map) == 0 && map ? map->l_name : "";
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

/* dlopen with an environment variable, unless the user has set it. */
static void *open_with(const char *path, const char *variable, const char *value)
{
  bool set = value && !getenv(variable);
  if (set) setenv(variable, value, 1);
  void *library = dlopen(path, OPEN_FLAGS);
  if (set) unsetenv(variable);
  return library;
}

/* Loads the file with kernels of the core type and without OpenBLAS's own threads. */
static void *load(const char *path, const char *core)
{
  bool set = !getenv("OPENBLAS_NUM_THREADS");
  if (set) setenv("OPENBLAS_NUM_THREADS", "1", 1);
  void *library = open_with(path, "OPENBLAS_CORETYPE", core);
  if (set) unsetenv("OPENBLAS_NUM_THREADS");
  return library;
}

/* A copy of the file in memory: its descriptor, or -1. */
static int copy_to_memory(const char *path)
{
  struct stat status;
  int from = open(path, O_RDONLY | O_CLOEXEC), to = memfd_create("openblas", MFD_CLOEXEC);
  bool whole = from >= 0 && to >= 0 && fstat(from, &status) == 0;
  off_t done = 0;
  while (whole && done < status.st_size)
    whole = sendfile(to, from, &done, (size_t)(status.st_size - done)) > 0;
  if (from >= 0) close(from);
  if (whole) return to;
  if (to >= 0) close(to);
  return -1;
}

static int note_copy(struct dl_phdr_info *info, size_t size, void *name)
{
  (void)size;
  if (strncmp(info->dlpi_name, COPY_PREFIX, strlen(COPY_PREFIX)) != 0) return 0;
  snprintf(name, 64, "%s", info->dlpi_name);
  return 1;
}

/* The second instance, loaded now or earlier; NULL if that fails. */
static void *open_copy(void *library, const char *core)
{
  char name[64] = "";
  if (dl_iterate_phdr(note_copy, name)) return dlopen(name, OPEN_FLAGS | RTLD_NOLOAD);
  int file = copy_to_memory(nnreg_library_file(library));
  if (file < 0) return NULL;
  snprintf(name, sizeof name, COPY_PREFIX "%d", file);
  void *copy = load(name, core);
  close(file);
  return copy;
}

void *nnreg_library_open(const char *path)
{
  void *library = dlopen(path, OPEN_FLAGS | RTLD_NOLOAD);
  bool resident = library != NULL;
  if (!resident) library = load(path, NULL);
  if (!library) return NULL;
  const char *core = better_core(library);
  if (core) {
    void *better = NULL;
    if (resident) {
      better = open_copy(library, core);
    } else {
      dlclose(library);
      library = NULL;
      better = load(path, core);
    }
    if (library && better) dlclose(library);
    if (better || !library) library = better;
  }
  void *kept = library ? dlopen(nnreg_library_file(library), OPEN_FLAGS | RTLD_NODELETE) : NULL;
  if (kept) dlclose(kept);
  return library;
}
