/* The system for Windows, by its own functions alone: no library of POSIX's is needed. Paths come
 * as UTF-8. Failures set errno, so that messages have the same texts as elsewhere.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0602 /* Windows 8 */
#include <windows.h>

#include <errno.h>
#include <locale.h>
#include <malloc.h>
#include <psapi.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "system.h"

/* -------------------------------------------------------------- Failures -- */

/* The errno of Windows's last error. */
static int errno_of(DWORD error)
{
  switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_INVALID_NAME:
    case ERROR_DIRECTORY: return ENOENT;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE: return EACCES;
    case ERROR_WRITE_PROTECT: return EROFS;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS: return EEXIST;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL: return ENOSPC;
    case ERROR_FILE_TOO_LARGE: return EFBIG;
    case ERROR_FILENAME_EXCED_RANGE:
    case ERROR_BUFFER_OVERFLOW: return ENAMETOOLONG;
    case ERROR_TOO_MANY_OPEN_FILES: return EMFILE;
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY: return ENOMEM;
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA: return EPIPE;
    default: return EIO;
  }
}

static bool note_failure(void)
{
  errno = errno_of(GetLastError());
  return false;
}

static bool done(BOOL result) { return result ? true : note_failure(); }

/* ---------------------------------------------------------------- Memory -- */

void *nnreg_system_alloc(size_t bytes) { return _aligned_malloc(bytes, 64); }
void nnreg_system_free(void *memory) { _aligned_free(memory); }

/* Committed, because that is what a later allocation will ask for. */
bool nnreg_system_can_map(size_t bytes)
{
  void *memory = VirtualAlloc(NULL, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
  if (memory) VirtualFree(memory, 0, MEM_RELEASE);
  return memory != NULL;
}

/* ------------------------------------------------- The clock, processors -- */

double nnreg_decimal(const char *text)
{
  _locale_t plain = _create_locale(LC_ALL, "C");
  if (!plain) return strtod(text, NULL);
  double value = _strtod_l(text, NULL, plain);
  _free_locale(plain);
  return value;
}

double nnreg_now(void)
{
  LARGE_INTEGER ticks, frequency;
  QueryPerformanceFrequency(&frequency);
  QueryPerformanceCounter(&ticks);
  return (double)ticks.QuadPart / (double)frequency.QuadPart;
}

size_t nnreg_num_processors(void)
{
  DWORD_PTR own, all;
  size_t count = 0;
  if (!GetProcessAffinityMask(GetCurrentProcess(), &own, &all)) return 1;
  for (; own; own &= own - 1) count++;
  return count ? count : 1;
}

/* Windows wakes a thread on a processor that is free, so members need not spread themselves. */
int nnreg_processor(void) { return -1; }

void nnreg_move_from(const int *taken, size_t count)
{
  (void)taken;
  (void)count;
}

/* --------------------------------------------------------------- Threads -- */

typedef struct {
  SRWLOCK lock;
  CONDITION_VARIABLE changed;
} gate;

_Static_assert(sizeof(gate) <= sizeof(nnreg_gate), "a gate has room for the system's");

static gate *of(nnreg_gate *room) { return (gate *)(void *)room; }

void nnreg_gate_init(nnreg_gate *own)
{
  InitializeSRWLock(&of(own)->lock);
  InitializeConditionVariable(&of(own)->changed);
}

void nnreg_gate_destroy(nnreg_gate *own) { (void)own; }
void nnreg_gate_lock(nnreg_gate *own) { AcquireSRWLockExclusive(&of(own)->lock); }
void nnreg_gate_unlock(nnreg_gate *own) { ReleaseSRWLockExclusive(&of(own)->lock); }

void nnreg_gate_wait(nnreg_gate *own)
{
  SleepConditionVariableSRW(&of(own)->changed, &of(own)->lock, INFINITE, 0);
}

void nnreg_gate_wake_all(nnreg_gate *own) { WakeAllConditionVariable(&of(own)->changed); }

/* A new thread of Windows rounds long double to 53 bits, MinGW's programs to 64: the same word
 * makes the same bits. */
#ifdef NNREG_HAVE_X86
static uint16_t x87_word(void)
{
  uint16_t word;
  __asm__ volatile("fnstcw %0" : "=m"(word));
  return word;
}

static void set_x87_word(uint16_t word) { __asm__ volatile("fldcw %0" : : "m"(word)); }
#else
static uint16_t x87_word(void) { return 0; }
static void set_x87_word(uint16_t word) { (void)word; }
#endif

static DWORD WINAPI enter(void *argument)
{
  const nnreg_thread *thread = argument;
  set_x87_word(thread->rounding);
  thread->function(thread->argument);
  return 0;
}

/* Windows runs the handler of Ctrl-C in a thread of its own. */
bool nnreg_thread_start(nnreg_thread *thread)
{
  thread->rounding = x87_word();
  HANDLE handle = CreateThread(NULL, 0, enter, thread, 0, NULL);
  thread->handle = (uintptr_t)handle;
  return handle != NULL;
}

void nnreg_thread_join(const nnreg_thread *thread)
{
  WaitForSingleObject((HANDLE)thread->handle, INFINITE);
  CloseHandle((HANDLE)thread->handle);
}

/* ----------------------------------------------------------------- Paths -- */

/* A path as Windows takes it. */
enum { MOST_LETTERS = 32768 };

/* UTF-16 of UTF-8 into wide (MOST_LETTERS); false with errno. */
static bool widen(const char *path, wchar_t *wide)
{
  if (MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, wide, MOST_LETTERS)) return true;
  errno = GetLastError() == ERROR_INSUFFICIENT_BUFFER ? ENAMETOOLONG : EILSEQ;
  return false;
}

/* Puts the prefix before a full path of this length, if it is long: without it Windows takes 260
 * letters at most. */
static void allow_length(wchar_t *full, size_t length)
{
  enum { SAFE_LETTERS = 240 }; /* MAX_PATH less a name of eight letters, a dot and three more */
  bool network = full[0] == L'\\' && full[1] == L'\\';
  const wchar_t *prefix = network ? L"\\\\?\\UNC" : L"\\\\?\\";
  size_t drop = network ? 1 : 0, added = wcslen(prefix);
  if (length < SAFE_LETTERS || length + added >= MOST_LETTERS) return;
  if (network && (full[2] == L'?' || full[2] == L'.')) return;
  memmove(full + added, full + drop, (length - drop + 1) * sizeof *full);
  memcpy(full, prefix, added * sizeof *full);
}

/* The full path in Windows's form, to be freed; NULL with errno. */
static wchar_t *take_path(const char *path)
{
  wchar_t *given = malloc(2 * MOST_LETTERS * sizeof *given);
  if (!given) return NULL;
  wchar_t *full = given + MOST_LETTERS;
  errno = ENOENT;
  DWORD length =
      *path && widen(path, given) ? GetFullPathNameW(given, MOST_LETTERS, full, NULL) : 0;
  if (length == 0 || length >= MOST_LETTERS) {
    if (length) errno = ENAMETOOLONG;
    free(given);
    return NULL;
  }
  allow_length(full, length);
  memmove(given, full, (wcslen(full) + 1) * sizeof *full);
  return given;
}

/* ------------------------------------------------------------ Open files -- */

enum { MOST_AT_ONCE = 1 << 30 };

/* Others may read, write, rename and delete it meanwhile, as on other systems. */
enum { SHARED = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE };

static bool is_folder(DWORD attributes)
{
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

/* A folder can be opened for its kind alone. */
static HANDLE open_to_read(const wchar_t *path)
{
  return CreateFileW(path, GENERIC_READ, SHARED, NULL, OPEN_EXISTING,
                     is_folder(GetFileAttributesW(path)) ? FILE_FLAG_BACKUP_SEMANTICS : 0, NULL);
}

/* A folder that is to be written fails as elsewhere. */
static HANDLE open_to_write(const wchar_t *path, DWORD access)
{
  HANDLE file = CreateFileW(path, access, SHARED, NULL, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE) {
    note_failure();
    if (is_folder(GetFileAttributesW(path))) errno = EISDIR;
  }
  return file;
}

nnreg_handle nnreg_system_open(const char *path, nnreg_purpose purpose)
{
  wchar_t *wide = take_path(path);
  if (!wide) return NNREG_NO_HANDLE;
  HANDLE file = purpose == NNREG_TO_READ     ? open_to_read(wide)
                : purpose == NNREG_TO_APPEND ? open_to_write(wide, FILE_APPEND_DATA | SYNCHRONIZE)
                                             : open_to_write(wide, GENERIC_READ | GENERIC_WRITE);
  if (file == INVALID_HANDLE_VALUE && purpose == NNREG_TO_READ) note_failure();
  int reason = errno;
  free(wide);
  errno = reason;
  return file == INVALID_HANDLE_VALUE ? NNREG_NO_HANDLE : (nnreg_handle)file;
}

bool nnreg_system_close(nnreg_handle file) { return done(CloseHandle((HANDLE)file)); }

nnreg_kind nnreg_system_kind(nnreg_handle file, uint64_t *num_bytes)
{
  BY_HANDLE_FILE_INFORMATION about;
  *num_bytes = 0;
  if (GetFileType((HANDLE)file) != FILE_TYPE_DISK) return NNREG_OTHER;
  if (!done(GetFileInformationByHandle((HANDLE)file, &about))) return NNREG_UNKNOWN;
  *num_bytes = (uint64_t)about.nFileSizeHigh << 32 | about.nFileSizeLow;
  return is_folder(about.dwFileAttributes) ? NNREG_FOLDER : NNREG_REGULAR;
}

/* NUL, CON and other devices; a path of pipes. */
bool nnreg_system_is_device(const char *path)
{
  wchar_t *wide = take_path(path);
  bool device = wide && wcsncmp(wide, L"\\\\.\\", 4) == 0;
  free(wide);
  return device;
}

bool nnreg_system_read(nnreg_handle file, void *bytes, size_t count, size_t *got)
{
  DWORD have = 0;
  bool read = ReadFile((HANDLE)file, bytes, (DWORD)(count < MOST_AT_ONCE ? count : MOST_AT_ONCE),
                       &have, NULL) != 0;
  *got = have;
  return read || GetLastError() == ERROR_HANDLE_EOF || note_failure();
}

bool nnreg_system_rewind(nnreg_handle file)
{
  return done(SetFilePointerEx((HANDLE)file, (LARGE_INTEGER){.QuadPart = 0}, NULL, FILE_BEGIN));
}

bool nnreg_system_write(nnreg_handle file, const void *bytes, size_t count)
{
  for (size_t at = 0; at < count;) {
    DWORD part = (DWORD)(count - at < MOST_AT_ONCE ? count - at : MOST_AT_ONCE), wrote = 0;
    if (!WriteFile((HANDLE)file, (const char *)bytes + at, part, &wrote, NULL))
      return note_failure();
    at += wrote;
  }
  /* Devices cannot be synced. */
  return FlushFileBuffers((HANDLE)file) || GetFileType((HANDLE)file) != FILE_TYPE_DISK ||
         note_failure();
}

/* Windows keeps others from reading bytes that are locked, so the locks lie beyond any data. */
static OVERLAPPED place_of(size_t item)
{
  const uint64_t first = (uint64_t)1 << 62, place = first + item;
  return (OVERLAPPED){.Offset = (DWORD)place, .OffsetHigh = (DWORD)(place >> 32)};
}

nnreg_locking nnreg_system_lock(nnreg_handle file, size_t item)
{
  OVERLAPPED place = place_of(item);
  const DWORD kind = LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY;
  if (LockFileEx((HANDLE)file, kind, 0, 1, 0, &place)) return NNREG_LOCKED;
  DWORD error = GetLastError();
  if (error != ERROR_LOCK_VIOLATION && error != ERROR_IO_PENDING) return NNREG_NO_LOCKS;
  /* It may be this process's own, which alone can be given back and taken anew. */
  place = place_of(item);
  if (!UnlockFileEx((HANDLE)file, 0, 1, 0, &place)) return NNREG_TAKEN;
  place = place_of(item);
  return LockFileEx((HANDLE)file, kind, 0, 1, 0, &place) ? NNREG_LOCKED : NNREG_TAKEN;
}

void nnreg_system_unlock(nnreg_handle file, size_t item)
{
  OVERLAPPED place = place_of(item);
  (void)UnlockFileEx((HANDLE)file, 0, 1, 0, &place);
}

bool nnreg_isatty(void)
{
  DWORD mode;
  return GetConsoleMode(GetStdHandle(STD_OUTPUT_HANDLE), &mode) != 0;
}

/* ------------------------------------------------------ Replacing a file -- */

/* If the path is a link to a file that exists, replaces it by that file's path. */
static void follow_link(wchar_t *path)
{
  DWORD attributes = GetFileAttributesW(path);
  if (attributes == INVALID_FILE_ATTRIBUTES || !(attributes & FILE_ATTRIBUTE_REPARSE_POINT)) return;
  HANDLE file = CreateFileW(path, 0, SHARED, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return;
  wchar_t *target = malloc(MOST_LETTERS * sizeof *target);
  DWORD length = target ? GetFinalPathNameByHandleW(file, target, MOST_LETTERS, 0) : 0;
  if (length > 0 && length < MOST_LETTERS) memcpy(path, target, (length + 1) * sizeof *path);
  free(target);
  CloseHandle(file);
}

/* A new file in the folder of path, whose own path goes into fresh. While it is open nobody else
 * can drop it, because it is not shared for that. */
static HANDLE new_file(const wchar_t *path, wchar_t *fresh)
{
  enum { MOST_TRIES = 1000 };
  const wchar_t *slash = wcsrchr(path, L'\\');
  size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
  HANDLE file = INVALID_HANDLE_VALUE;
  memcpy(fresh, path, folder * sizeof *fresh);
  for (unsigned i = 0; i < MOST_TRIES; i++) {
    FILETIME now;
    GetSystemTimeAsFileTime(&now);
    nnreg_new_name name = nnreg_make_new_name(
        (const uintmax_t[]){GetCurrentProcessId(), now.dwHighDateTime, now.dwLowDateTime, i});
    for (size_t k = 0; folder + k < MOST_LETTERS; k++) {
      fresh[folder + k] = (wchar_t)(unsigned char)name.text[k];
      if (!name.text[k]) break;
    }
    file = CreateFileW(fresh, GENERIC_WRITE | DELETE, FILE_SHARE_READ, NULL, CREATE_NEW,
                       FILE_ATTRIBUTE_NORMAL, NULL);
    if (file != INVALID_HANDLE_VALUE || GetLastError() != ERROR_FILE_EXISTS) break;
  }
  if (file == INVALID_HANDLE_VALUE) note_failure();
  return file;
}

/* FileRenameInfoEx, which replaces a file that others have open (Windows 10 and newer), and its
 * flags; not in every header. */
enum { RENAME_EX = 22, REPLACE_IF_EXISTS = 1, POSIX_SEMANTICS = 2 };

typedef struct {
  DWORD flags; /* or whether to replace, for the older call */
  HANDLE folder;
  DWORD bytes;
  wchar_t name[MOST_LETTERS];
} renaming;

_Static_assert(offsetof(renaming, name) == offsetof(FILE_RENAME_INFO, FileName),
               "Windows's layout");

static bool rename_once(HANDLE file, renaming *wish)
{
  wish->flags = REPLACE_IF_EXISTS | POSIX_SEMANTICS;
  if (SetFileInformationByHandle(file, (FILE_INFO_BY_HANDLE_CLASS)RENAME_EX, wish, sizeof *wish))
    return true;
  wish->flags = TRUE;
  return SetFileInformationByHandle(file, FileRenameInfo, wish, sizeof *wish) != 0;
}

/* Gives an open file its name. Another program that has the old file open for a moment, such as a
 * virus scanner, may keep it from being replaced: tried again for some seconds. */
static bool rename_over(HANDLE file, const wchar_t *path)
{
  enum { MOST_TRIES = 150, LONGEST_PAUSE = 20 /* milliseconds */ };
  renaming *wish = calloc(1, sizeof *wish);
  bool renamed = false;
  if (!wish) return false;
  wish->bytes = (DWORD)(wcslen(path) * sizeof *path);
  memcpy(wish->name, path, wish->bytes);
  for (DWORD i = 0; i < MOST_TRIES && !renamed; i++) {
    renamed = rename_once(file, wish);
    if (renamed) break;
    note_failure();
    DWORD error = GetLastError();
    if (error != ERROR_ACCESS_DENIED && error != ERROR_SHARING_VIOLATION) break;
    Sleep(i < LONGEST_PAUSE ? i : LONGEST_PAUSE);
  }
  int reason = errno;
  free(wish);
  errno = reason;
  return renamed;
}

/* Whether the path may not be replaced: a folder, or a file that is read-only. Sets errno. */
static bool is_protected(const wchar_t *path)
{
  DWORD attributes = GetFileAttributesW(path);
  if (attributes == INVALID_FILE_ATTRIBUTES) return false;
  errno = is_folder(attributes) ? EISDIR : EACCES;
  return is_folder(attributes) || (attributes & FILE_ATTRIBUTE_READONLY) != 0;
}

/* Writes a new file and gives it the path; false with errno. */
static bool put_in_place(const wchar_t *path, wchar_t *fresh, const void *bytes, size_t count)
{
  HANDLE file = new_file(path, fresh);
  if (file == INVALID_HANDLE_VALUE) return false;
  bool placed = nnreg_system_write((nnreg_handle)file, bytes, count) && rename_over(file, path);
  int reason = errno;
  CloseHandle(file);
  if (!placed) DeleteFileW(fresh);
  errno = reason;
  return placed;
}

nnreg_replacing nnreg_system_replace(const char *path, const void *bytes, size_t count)
{
  wchar_t *wide = take_path(path), *fresh = malloc(MOST_LETTERS * sizeof *fresh);
  if (wide && fresh) follow_link(wide);
  bool replaced = wide && fresh && !is_protected(wide) && put_in_place(wide, fresh, bytes, count);
  int reason = errno;
  free(wide);
  free(fresh);
  errno = reason;
  return replaced ? NNREG_REPLACED : NNREG_NOT_WRITTEN;
}

/* Removes a new file that no process has open. */
static void drop_abandoned(wchar_t *folder, size_t length, const wchar_t *name)
{
  char plain[80];
  size_t k = 0;
  for (; name[k] && name[k] < 128 && k + 1 < sizeof plain; k++) plain[k] = (char)name[k];
  plain[k] = '\0';
  if (name[k] || length + k + 1 >= MOST_LETTERS || !nnreg_is_new_name(plain)) return;
  memcpy(folder + length, name, (k + 1) * sizeof *name);
  (void)DeleteFileW(folder);
}

void nnreg_system_drop_unfinished(const char *path)
{
  WIN32_FIND_DATAW entry;
  wchar_t *folder = take_path(path);
  size_t length = folder ? wcslen(folder) : MOST_LETTERS;
  if (length + 3 >= MOST_LETTERS) {
    free(folder);
    return;
  }
  if (folder[length - 1] != L'\\') folder[length++] = L'\\';
  memcpy(folder + length, L"*", 2 * sizeof *folder);
  HANDLE list = FindFirstFileW(folder, &entry);
  for (BOOL more = list != INVALID_HANDLE_VALUE; more; more = FindNextFileW(list, &entry))
    drop_abandoned(folder, length, entry.cFileName);
  if (list != INVALID_HANDLE_VALUE) FindClose(list);
  free(folder);
}

/* ------------------------------------------------------------- Libraries -- */

const char nnreg_system_openblas_advice[] =
    "Octave for Windows, which has libopenblas.dll beside its programs";

const char *const *nnreg_system_openblas(void)
{
  static const char *const names[] = {"libopenblas.dll", "openblas.dll", NULL};
  return names;
}

/* A name alone is looked up as Windows does; a path is that file, and the libraries it needs may
 * lie beside it. */
static void *with_path(const char *path, void *use(const wchar_t *))
{
  wchar_t name[512];
  if (!strpbrk(path, "/\\:"))
    return MultiByteToWideChar(CP_UTF8, 0, path, -1, name, 512) ? use(name) : NULL;
  wchar_t *wide = take_path(path);
  void *result = wide ? use(wide) : NULL;
  free(wide);
  return result;
}

static void *load_library(const wchar_t *path)
{
  return (void *)LoadLibraryExW(path, NULL,
                                wcschr(path, L'\\') ? LOAD_WITH_ALTERED_SEARCH_PATH : 0);
}

static void *find_library(const wchar_t *path)
{
  HMODULE library = NULL;
  return GetModuleHandleExW(0, path, &library) ? (void *)library : NULL;
}

void *nnreg_system_load(const char *path) { return with_path(path, load_library); }
void *nnreg_system_loaded(const char *path) { return with_path(path, find_library); }
void nnreg_library_close(void *library) { FreeLibrary((HMODULE)library); }

void *nnreg_system_symbol(void *library, const char *name)
{
  FARPROC function = GetProcAddress((HMODULE)library, name);
  void *address;
  memcpy(&address, &function, sizeof address);
  return address;
}

/* In any library of the process. */
const void *nnreg_find_symbol(const char *name)
{
  enum { MOST_LIBRARIES = 1024 };
  HMODULE libraries[MOST_LIBRARIES];
  DWORD bytes = 0;
  if (!EnumProcessModules(GetCurrentProcess(), libraries, sizeof libraries, &bytes)) return NULL;
  for (size_t i = 0; i < MOST_LIBRARIES && i < bytes / sizeof *libraries; i++) {
    const void *address = nnreg_system_symbol((void *)libraries[i], name);
    if (address) return address;
  }
  return NULL;
}

const char *nnreg_library_file(void *library, char *room, size_t size)
{
  wchar_t wide[1024];
  DWORD length = GetModuleFileNameW((HMODULE)library, wide, 1024);
  if (length == 0 || length >= 1024 ||
      !WideCharToMultiByte(CP_UTF8, 0, wide, -1, room, (int)size, NULL, NULL))
    *room = '\0';
  return room;
}

void nnreg_system_keep(void *library)
{
  HMODULE kept;
  (void)GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (const wchar_t *)library, &kept);
}

/* A second copy would need a file that nobody could remove while it is used. */
void *nnreg_system_load_copy(void *library)
{
  (void)library;
  return NULL;
}

bool nnreg_system_is_copy(void *library)
{
  (void)library;
  return false;
}

/* _putenv changes the C library's copy of the environment and the process's. */
void nnreg_system_setenv(const char *name, const char *value)
{
  char text[300];
  snprintf(text, sizeof text, "%s=%s", name, value ? value : "");
  (void)_putenv(text);
}
