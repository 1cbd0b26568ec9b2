/* What each operating system does for this folder. posix.c and windows.c implement it, and the
 * Makefile compiles one of them: no other file asks which system it is.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_SYSTEM_H
#define NNREG_SYSTEM_H

#include "os.h"

/* ---------------------------------------------------------------- Memory -- */

/* bytes > 0 on a 64-byte line, not cleared; NULL if there are none. */
void *nnreg_system_alloc(size_t bytes);
void nnreg_system_free(void *memory); /* accepts NULL */

bool nnreg_system_can_map(size_t bytes); /* see nnreg_can_map */

/* --------------------------------------------------------------- Threads -- */

/* A lock, and one condition that its holders wait for. */
typedef struct {
  _Alignas(16) unsigned char room[128];
} nnreg_gate;

void nnreg_gate_init(nnreg_gate *gate);
void nnreg_gate_destroy(nnreg_gate *gate);
void nnreg_gate_lock(nnreg_gate *gate);
void nnreg_gate_unlock(nnreg_gate *gate);
void nnreg_gate_wait(nnreg_gate *gate); /* held; it may also return for no reason */
void nnreg_gate_wake_all(nnreg_gate *gate);

typedef struct {
  void (*function)(void *argument);
  void *argument;
  uintptr_t handle;  /* the system's */
  uint16_t rounding; /* the caller's, where threads do not inherit it */
} nnreg_thread;

/* Starts a thread that signals do not reach: Ctrl-C is the caller's. False if there is none. */
bool nnreg_thread_start(nnreg_thread *thread);
void nnreg_thread_join(const nnreg_thread *thread);

/* ----------------------------------------------------------------- Files -- */

/* Paths are UTF-8. What fails sets errno, which says why. */
typedef intptr_t nnreg_handle;

enum { NNREG_NO_HANDLE = -1 };

typedef enum {
  NNREG_TO_READ,   /* a file that exists; a pipe does not wait for its writer */
  NNREG_TO_APPEND, /* a new or old file, written at its end */
  NNREG_TO_CLAIM   /* a new or old file, for nnreg_system_lock */
} nnreg_purpose;

typedef enum { NNREG_UNKNOWN, NNREG_REGULAR, NNREG_FOLDER, NNREG_OTHER } nnreg_kind;

nnreg_handle nnreg_system_open(const char *path, nnreg_purpose purpose);
bool nnreg_system_close(nnreg_handle file);

/* What an open file is, and its size; NNREG_UNKNOWN with errno. */
nnreg_kind nnreg_system_kind(nnreg_handle file, uint64_t *num_bytes);

/* Whether a path is a device or a pipe, which is written to and never replaced. */
bool nnreg_system_is_device(const char *path);

/* Reads up to count bytes; *got = 0 at the end of the file. */
bool nnreg_system_read(nnreg_handle file, void *bytes, size_t count, size_t *got);
bool nnreg_system_rewind(nnreg_handle file);

/* Writes all bytes and waits until they are on the disk. */
bool nnreg_system_write(nnreg_handle file, const void *bytes, size_t count);

typedef enum { NNREG_REPLACED, NNREG_NOT_WRITTEN, NNREG_NOT_ALLOWED } nnreg_replacing;

/* Writes a new file beside path, then gives it that name: see nnreg_file_replace. With
 * NNREG_NOT_ALLOWED the folder does not permit that, though the file might be written. */
nnreg_replacing nnreg_system_replace(const char *path, const void *bytes, size_t count);

/* The name of a new file, from numbers that no other new file has: the process, seconds, parts of a
 * second, tries. And whether a file has such a name. */
typedef struct {
  char text[80];
} nnreg_new_name;

nnreg_new_name nnreg_make_new_name(const uintmax_t numbers[4]);
bool nnreg_is_new_name(const char *name);

/* Removes the new files in a folder that no process is writing. */
void nnreg_system_drop_unfinished(const char *path);

typedef enum { NNREG_LOCKED, NNREG_TAKEN, NNREG_NO_LOCKS } nnreg_locking;

/* Locks a number of a file for this process, also one that it has already. The system drops the
 * lock when the process ends in whatever way. */
nnreg_locking nnreg_system_lock(nnreg_handle file, size_t item);
void nnreg_system_unlock(nnreg_handle file, size_t item);

/* ------------------------------------------------------------- Libraries -- */

/* Where OpenBLAS may be, in the order in which to look: names and files, then NULL. */
const char *const *nnreg_system_openblas(void);

/* What a user types or does to have it, after "install ". */
extern const char nnreg_system_openblas_advice[];

void *nnreg_system_load(const char *path);
void *nnreg_system_symbol(void *library, const char *name); /* NULL if there is none */
void *nnreg_system_loaded(const char *path); /* NULL if the process has not loaded it */

/* A second instance of a library, from a copy of its file, now or earlier; NULL where the system
 * cannot do that. */
void *nnreg_system_load_copy(void *library);
bool nnreg_system_is_copy(void *library);

/* Keeps the library's code loaded for good. */
void nnreg_system_keep(void *library);

/* Sets an environment variable, or removes it (NULL). */
void nnreg_system_setenv(const char *name, const char *value);

#endif
