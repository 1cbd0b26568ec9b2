/* What the tests ask of the system: machine_posix.c and machine_windows.c, of which the Makefile
 * takes one. Programs whose names end in _posix or _windows run on that system alone.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEST_MACHINE_H
#define NNREG_TEST_MACHINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* --------------------------------------------------------------- Processes -- */

/* What a process does by itself; its result is its exit status, below 256. */
typedef int process_job(const char *argument);

typedef struct {
  const char *name; /* NULL ends a list */
  process_job *job;
} process_entry;

/* The first call of main: on Windows a process of process_start does its job here and ends. */
void processes_begin(int count, char *const *words, const process_entry *jobs);

/* Starts a job in a process of its own; waits for its exit status, -1 if it crashed. */
intptr_t process_start(const char *name, const char *argument);
int process_wait(intptr_t process);
void process_kill(intptr_t process);

/* ------------------------------------------------------------------- Files -- */

/* A name that nothing has, in the folder for temporary files. */
void scratch_name(char *path, size_t size);

bool folder_make(const char *path);
bool folder_remove(const char *path);

void pause_seconds(double seconds);

/* ------------------------------------------------------------------- Pages -- */

/* Addresses of zeros, which become memory only where they are written; NULL if there are none. */
void *pages_reserve(size_t bytes);

/* The same bytes `times` times, one after the other, in the same memory; NULL if that cannot be
 * had. bytes is a multiple of 64 KiB. */
void *pages_repeat(const void *pattern, size_t bytes, size_t times);

/* Gives back the pages: bytes in parts of `part` (of pages_repeat; else bytes again). */
void pages_release(void *pages, size_t bytes, size_t part);

#endif
