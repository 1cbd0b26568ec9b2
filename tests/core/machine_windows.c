/* The tests' machine on Windows.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include "machine.h"

#include <direct.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

/* A process starts this program again: PROGRAM --job NAME ARGUMENT. */
void processes_begin(int count, char *const *words, const process_entry *jobs)
{
  if (count != 4 || strcmp(words[1], "--job") != 0) return;
  while (strcmp(jobs->name, words[2]) != 0) jobs++;
  exit(jobs->job(words[3]));
}

intptr_t process_start(const char *name, const char *argument)
{
  char program[600], line[1600];
  STARTUPINFOA start = {.cb = sizeof start};
  PROCESS_INFORMATION made;
  GetModuleFileNameA(NULL, program, sizeof program);
  snprintf(line, sizeof line, "\"%s\" --job %s \"%s\"", program, name, argument);
  if (!CreateProcessA(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &made)) return 0;
  CloseHandle(made.hThread);
  return (intptr_t)made.hProcess;
}

int process_wait(intptr_t process)
{
  DWORD status = 0;
  WaitForSingleObject((HANDLE)process, INFINITE);
  GetExitCodeProcess((HANDLE)process, &status);
  CloseHandle((HANDLE)process);
  return status < 256 ? (int)status : -1;
}

void process_kill(intptr_t process)
{
  TerminateProcess((HANDLE)process, 1);
  process_wait(process);
}

void scratch_name(char *path, size_t size)
{
  static unsigned count;
  char folder[MAX_PATH + 1];
  LARGE_INTEGER now;
  GetTempPathA(sizeof folder, folder);
  QueryPerformanceCounter(&now);
  snprintf(path, size, "%snnreg_test_%lx_%llx_%x", folder, GetCurrentProcessId(),
           (unsigned long long)now.QuadPart, count++);
}

bool folder_make(const char *path) { return _mkdir(path) == 0; }
bool folder_remove(const char *path) { return _rmdir(path) == 0; }

void pause_seconds(double seconds) { Sleep((DWORD)(1000 * seconds)); }

void *pages_reserve(size_t bytes)
{
  return VirtualAlloc(NULL, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
}

/* Views of one mapping, side by side in addresses that were free a moment ago. */
void *pages_repeat(const void *pattern, size_t bytes, size_t times)
{
  HANDLE map =
      CreateFileMappingA(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, (DWORD)bytes, NULL);
  void *first = map ? MapViewOfFile(map, FILE_MAP_WRITE, 0, 0, bytes) : NULL;
  char *all = VirtualAlloc(NULL, bytes * times, MEM_RESERVE, PAGE_NOACCESS);
  if (!first || !all) return NULL;
  memcpy(first, pattern, bytes);
  UnmapViewOfFile(first);
  VirtualFree(all, 0, MEM_RELEASE);
  for (size_t i = 0; i < times; i++)
    if (!MapViewOfFileEx(map, FILE_MAP_READ, 0, 0, bytes, all + i * bytes)) return NULL;
  CloseHandle(map);
  return all;
}

void pages_release(void *pages, size_t bytes, size_t part)
{
  if (part == bytes)
    VirtualFree(pages, 0, MEM_RELEASE);
  else
    for (size_t at = 0; at < bytes; at += part) UnmapViewOfFile((char *)pages + at);
}
