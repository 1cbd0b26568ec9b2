/* The tests' machine on POSIX.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include "machine.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const process_entry *known;

void processes_begin(int count, char *const *words, const process_entry *jobs)
{
  (void)count;
  (void)words;
  known = jobs;
}

intptr_t process_start(const char *name, const char *argument)
{
  const process_entry *entry = known;
  while (strcmp(entry->name, name) != 0) entry++;
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) exit(entry->job(argument)); /* not _exit: a coverage build writes its counts */
  return child;
}

int process_wait(intptr_t process)
{
  int status;
  if (waitpid((pid_t)process, &status, 0) != (pid_t)process) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void process_kill(intptr_t process)
{
  kill((pid_t)process, SIGKILL);
  waitpid((pid_t)process, NULL, 0);
}

void scratch_name(char *path, size_t size)
{
  const char *folder = getenv("TMPDIR");
  snprintf(path, size, "%.200s/nnreg_test_XXXXXX", folder ? folder : P_tmpdir);
  if (mkdtemp(path)) rmdir(path);
}

bool folder_make(const char *path) { return mkdir(path, 0700) == 0; }
bool folder_remove(const char *path) { return rmdir(path) == 0; }

void pause_seconds(double seconds)
{
  struct timespec pause = {.tv_sec = (time_t)seconds};
  pause.tv_nsec = (long)(1e9 * (seconds - (double)pause.tv_sec));
  nanosleep(&pause, NULL);
}

void *pages_reserve(size_t bytes)
{
  void *memory =
      mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

void *pages_repeat(const void *pattern, size_t bytes, size_t times)
{
  FILE *file = tmpfile();
  char *all = pages_reserve(bytes * times);
  bool good = file && all && fwrite(pattern, 1, bytes, file) == bytes && fflush(file) == 0;
  for (size_t i = 0; i < times && good; i++)
    good = mmap(all + i * bytes, bytes, PROT_READ, MAP_SHARED | MAP_FIXED, fileno(file), 0) !=
           MAP_FAILED;
  if (file) (void)fclose(file);
  return good ? all : NULL;
}

void pages_release(void *pages, size_t bytes, size_t part)
{
  (void)part;
  munmap(pages, bytes);
}
