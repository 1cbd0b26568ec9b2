/* The system for POSIX: Linux with glibc or musl, macOS, and others. What only some of them have is
 * asked for here and nowhere else.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "system.h"

#ifdef __APPLE__
#include <xlocale.h>
#endif
#ifdef __linux__
#include <link.h>
#include <sched.h>
#include <sys/sendfile.h>
#endif

_Static_assert(sizeof(off_t) >= 8, "compile nnreg with -D_FILE_OFFSET_BITS=64");

/* ---------------------------------------------------------------- Memory -- */

void *nnreg_system_alloc(size_t bytes)
{
  enum { LINE = 64 };
  void *memory = NULL;
  return posix_memalign(&memory, LINE, bytes) == 0 ? memory : NULL;
}

void nnreg_system_free(void *memory) { free(memory); }

bool nnreg_system_can_map(size_t bytes)
{
  void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return false;
  munmap(memory, bytes);
  return true;
}

/* --------------------------------------------------------------- Numbers -- */

double nnreg_decimal(const char *text)
{
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (!plain) return strtod(text, NULL);
  locale_t before = uselocale(plain);
  double value = strtod(text, NULL);
  uselocale(before);
  freelocale(plain);
  return value;
}

/* ------------------------------------------------- The clock, processors -- */

double nnreg_now(void)
{
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

#ifdef __linux__

size_t nnreg_num_processors(void)
{
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  int count = CPU_COUNT(&set);
  return count > 0 ? (size_t)count : 1;
}

int nnreg_processor(void) { return sched_getcpu(); }

void nnreg_move_from(const int *taken, size_t count)
{
  cpu_set_t allowed, free;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  free = allowed;
  for (size_t i = 0; i < count; i++)
    if (taken[i] >= 0 && taken[i] < CPU_SETSIZE) CPU_CLR((size_t)taken[i], &free);
  if (CPU_COUNT(&free) == 0 || sched_setaffinity(0, sizeof free, &free) != 0) return;
  sched_setaffinity(0, sizeof allowed, &allowed);
}

#else

size_t nnreg_num_processors(void)
{
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (size_t)count : 1;
}

int nnreg_processor(void) { return -1; }

void nnreg_move_from(const int *taken, size_t count)
{
  (void)taken;
  (void)count;
}

#endif

/* --------------------------------------------------------------- Threads -- */

typedef struct {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
} gate;

_Static_assert(sizeof(gate) <= sizeof(nnreg_gate), "a gate has room for the system's");
_Static_assert(sizeof(pthread_t) <= sizeof(uintptr_t), "a thread's handle has room");

static gate *of(nnreg_gate *room) { return (gate *)(void *)room; }

void nnreg_gate_init(nnreg_gate *own)
{
  pthread_mutex_init(&of(own)->mutex, NULL);
  pthread_cond_init(&of(own)->changed, NULL);
}

void nnreg_gate_destroy(nnreg_gate *own)
{
  pthread_cond_destroy(&of(own)->changed);
  pthread_mutex_destroy(&of(own)->mutex);
}

void nnreg_gate_lock(nnreg_gate *own) { pthread_mutex_lock(&of(own)->mutex); }
void nnreg_gate_unlock(nnreg_gate *own) { pthread_mutex_unlock(&of(own)->mutex); }
void nnreg_gate_wait(nnreg_gate *own) { pthread_cond_wait(&of(own)->changed, &of(own)->mutex); }
void nnreg_gate_wake_all(nnreg_gate *own) { pthread_cond_broadcast(&of(own)->changed); }

static void *enter(void *argument)
{
  const nnreg_thread *thread = argument;
  thread->function(thread->argument);
  return NULL;
}

/* musl gives a thread 128 KiB of stack and macOS 512 KiB; OpenBLAS may use more. */
static int create(pthread_t *handle, nnreg_thread *thread)
{
  enum { LEAST_STACK = 2 << 20 };
  pthread_attr_t attributes;
  size_t stack = 0;
  if (pthread_attr_init(&attributes) != 0) return EAGAIN;
  if (pthread_attr_getstacksize(&attributes, &stack) == 0 && stack < LEAST_STACK)
    (void)pthread_attr_setstacksize(&attributes, LEAST_STACK);
  int fault = pthread_create(handle, &attributes, enter, thread);
  pthread_attr_destroy(&attributes);
  return fault;
}

bool nnreg_thread_start(nnreg_thread *thread)
{
  sigset_t all, before;
  pthread_t handle;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = create(&handle, thread) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (started) memcpy(&thread->handle, &handle, sizeof handle);
  return started;
}

void nnreg_thread_join(const nnreg_thread *thread)
{
  pthread_t handle;
  memcpy(&handle, &thread->handle, sizeof handle);
  pthread_join(handle, NULL);
}

/* ------------------------------------------------------------ Open files -- */

enum { MOST_AT_ONCE = 1 << 30 }; /* read and write count in 31 bits */

nnreg_handle nnreg_system_open(const char *path, nnreg_purpose purpose)
{
  switch (purpose) {
    case NNREG_TO_APPEND: return open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    case NNREG_TO_CLAIM: return open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    /* Without O_NONBLOCK a named pipe would wait for a writer. */
    default: return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  }
}

bool nnreg_system_close(nnreg_handle file) { return close((int)file) == 0; }

nnreg_kind nnreg_system_kind(nnreg_handle file, uint64_t *num_bytes)
{
  struct stat about;
  if (fstat((int)file, &about) != 0) return NNREG_UNKNOWN;
  *num_bytes = (uint64_t)about.st_size;
  return S_ISREG(about.st_mode)   ? NNREG_REGULAR
         : S_ISDIR(about.st_mode) ? NNREG_FOLDER
                                  : NNREG_OTHER;
}

bool nnreg_system_is_device(const char *path)
{
  struct stat what;
  return stat(path, &what) == 0 && !S_ISREG(what.st_mode) && !S_ISDIR(what.st_mode);
}

bool nnreg_system_read(nnreg_handle file, void *bytes, size_t count, size_t *got)
{
  ssize_t have;
  do have = read((int)file, bytes, count < MOST_AT_ONCE ? count : MOST_AT_ONCE);
  while (have < 0 && errno == EINTR);
  *got = have > 0 ? (size_t)have : 0;
  return have >= 0;
}

bool nnreg_system_rewind(nnreg_handle file) { return lseek((int)file, 0, SEEK_SET) == 0; }

/* On macOS fsync leaves the bytes in the disk's own memory. */
static bool sync_file(int descriptor)
{
#ifdef F_FULLFSYNC
  if (fcntl(descriptor, F_FULLFSYNC) == 0) return true;
#endif
  return fsync(descriptor) == 0 || errno == EINVAL ||
         errno == ENOSYS; /* the file system has no fsync */
}

bool nnreg_system_write(nnreg_handle file, const void *bytes, size_t count)
{
  for (size_t at = 0; at < count;) {
    size_t part = count - at < MOST_AT_ONCE ? count - at : MOST_AT_ONCE;
    ssize_t done = write((int)file, (const char *)bytes + at, part);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    at += (size_t)done;
  }
  return sync_file((int)file);
}

static int lock_byte(nnreg_handle file, size_t item, short type)
{
  struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = (off_t)item, .l_len = 1};
  return fcntl((int)file, F_SETLK, &lock);
}

nnreg_locking nnreg_system_lock(nnreg_handle file, size_t item)
{
  if (lock_byte(file, item, F_WRLCK) == 0) return NNREG_LOCKED;
  return errno == EACCES || errno == EAGAIN ? NNREG_TAKEN : NNREG_NO_LOCKS;
}

void nnreg_system_unlock(nnreg_handle file, size_t item) { lock_byte(file, item, F_UNLCK); }

bool nnreg_isatty(void) { return isatty(STDOUT_FILENO) != 0; }

/* ------------------------------------------------------ Replacing a file -- */

/* Opens a folder in which one may work but not look. */
#if defined O_PATH
#define OPEN_FOLDER (O_PATH | O_DIRECTORY | O_CLOEXEC)
#elif defined O_SEARCH
#define OPEN_FOLDER (O_SEARCH | O_DIRECTORY | O_CLOEXEC)
#else
#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#endif

/* If place (PATH_MAX) is a symbolic link, puts its target there; else false with errno. */
static bool take_link(char *place)
{
  char target[PATH_MAX];
  ssize_t length = readlink(place, target, sizeof target - 1);
  if (length < 0) return false;
  target[length] = '\0';
  char *slash = strrchr(place, '/');
  size_t folder = slash && target[0] != '/' ? (size_t)(slash - place) + 1 : 0;
  errno = ENAMETOOLONG;
  if (folder + (size_t)length >= PATH_MAX) return false;
  memcpy(place + folder, target, (size_t)length + 1);
  return true;
}

/* The file at the end of a path's symbolic links, which need not exist, into place (PATH_MAX);
 * false with errno. */
static bool follow_links(const char *path, char *place)
{
  enum { MOST_LINKS = 40 };
  size_t length = strlen(path);
  errno = ENAMETOOLONG;
  if (length >= PATH_MAX) return false;
  memcpy(place, path, length + 1);
  for (int i = 0; i < MOST_LINKS; i++)
    if (!take_link(place)) return errno == EINVAL || errno == ENOENT; /* no link, nothing there */
  errno = ELOOP;
  return false;
}

/* Syncs the folder's entries too, on file systems that can. */
static void sync_folder(int folder)
{
  int itself = openat(folder, ".", O_RDONLY | O_CLOEXEC);
  if (itself < 0) return;
  (void)fsync(itself);
  (void)close(itself);
}

/* Makes a file of a new name; -1 with errno. Its length does not depend on the file to be replaced,
 * whose name may be as long as the system allows. */
static int new_file(int folder, mode_t mode, nnreg_new_name *name)
{
  enum { MOST_TRIES = 1000 }; /* others may have the same number and time on another machine */
  int descriptor = -1;
  for (unsigned i = 0; i < MOST_TRIES; i++) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    *name = nnreg_make_new_name(
        (const uintmax_t[]){(uintmax_t)getpid(), (uintmax_t)now.tv_sec, (uintmax_t)now.tv_nsec, i});
    descriptor =
        openat(folder, name->text, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (descriptor >= 0 || errno != EEXIST) break;
  }
  return descriptor;
}

/* Keeps others from dropping a new file while it is written. If another does so before this lock,
 * or after the file is closed, replace_in makes a new one. */
static void lock_new(int descriptor) { (void)flock(descriptor, LOCK_EX | LOCK_NB); }

/* Gives a file the owner, group and mode of an older one, as far as the system permits. Another
 * group may do no more than all others may. */
static void keep_rights(int descriptor, const struct stat *old)
{
  mode_t mode = old->st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
  if (fchown(descriptor, old->st_uid, old->st_gid) != 0 &&
      fchown(descriptor, (uid_t)-1, old->st_gid) != 0)
    mode &= S_IRWXU | (mode & S_IRWXO) << 3 | S_IRWXO;
  (void)fchmod(descriptor, mode);
}

static bool write_and_close(int descriptor, const void *bytes, size_t count)
{
  bool whole = nnreg_system_write(descriptor, bytes, count);
  int reason = errno;
  if (close(descriptor) == 0)
    errno = reason;
  else
    whole = false;
  return whole;
}

/* Opens the folder of the file at a path, which is cut before the file's name; -1 with errno. */
static int open_folder(char *path, const char **name)
{
  char *slash = strrchr(path, '/');
  *name = slash ? slash + 1 : path;
  if (!**name) *name = "."; /* nothing follows the slash */
  if (!slash) return open(".", OPEN_FOLDER);
  if (slash == path) return open("/", OPEN_FOLDER);
  *slash = '\0';
  return open(path, OPEN_FOLDER);
}

/* Whether a file or folder of this name exists, and then what it is. False for a symbolic link:
 * since links are followed it has just been put there, and it is what will be replaced. */
static bool find(int folder, const char *name, struct stat *what)
{
  return fstatat(folder, name, what, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISLNK(what->st_mode);
}

/* A file that is read-only for its user is left alone, though its folder may permit more. */
static bool is_protected(int folder, const char *name, const struct stat *what)
{
  if (S_ISDIR(what->st_mode)) {
    errno = EISDIR;
    return true;
  }
  return faccessat(folder, name, W_OK, AT_EACCESS) != 0 && (errno == EACCES || errno == EROFS);
}

/* A new file beside the one to be replaced. */
typedef struct {
  nnreg_new_name name;
  bool made, whole;
} new_one;

/* Writes a new file and gives it the name of the old one, if one exists; false with errno. */
static bool put_in_place(int folder, const char *name, const struct stat *old, const void *bytes,
                         size_t count, new_one *fresh)
{
  int descriptor = new_file(folder, old ? S_IRUSR | S_IWUSR : 0666, &fresh->name);
  fresh->made = descriptor >= 0;
  if (fresh->made) lock_new(descriptor);
  if (fresh->made && old) keep_rights(descriptor, old);
  fresh->whole = fresh->made && write_and_close(descriptor, bytes, count);
  return fresh->whole && renameat(folder, fresh->name.text, folder, name) == 0;
}

static nnreg_replacing replace_in(int folder, const char *name, const void *bytes, size_t count)
{
  enum { MOST_TRIES = 5 }; /* another process may drop the new file, see lock_new */
  new_one fresh = {.made = false};
  struct stat old;
  bool exists = find(folder, name, &old);
  if (exists && is_protected(folder, name, &old)) return NNREG_NOT_WRITTEN;
  for (int i = 0; i < MOST_TRIES; i++) {
    if (put_in_place(folder, name, exists ? &old : NULL, bytes, count, &fresh)) {
      sync_folder(folder);
      return NNREG_REPLACED;
    }
    if (!fresh.whole || errno != ENOENT) break;
  }
  int reason = errno;
  if (fresh.made) (void)unlinkat(folder, fresh.name.text, 0);
  errno = reason;
  bool forbidden = exists && (!fresh.made || fresh.whole) && (reason == EACCES || reason == EPERM);
  return forbidden ? NNREG_NOT_ALLOWED : NNREG_NOT_WRITTEN;
}

nnreg_replacing nnreg_system_replace(const char *path, const void *bytes, size_t count)
{
  char place[PATH_MAX];
  const char *name;
  int folder = follow_links(path, place) ? open_folder(place, &name) : -1;
  if (folder < 0) return NNREG_NOT_WRITTEN;
  nnreg_replacing result = replace_in(folder, name, bytes, count);
  int reason = errno;
  (void)close(folder);
  errno = reason;
  return result;
}

/* Removes a new file if no process has its lock. */
static void drop_abandoned(int folder, const char *name)
{
  struct stat what;
  int descriptor = openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return;
  if (fstat(descriptor, &what) == 0 && S_ISREG(what.st_mode) &&
      flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    (void)unlinkat(folder, name, 0);
  (void)close(descriptor);
}

void nnreg_system_drop_unfinished(const char *path)
{
  DIR *folder = opendir(path);
  if (!folder) return;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
    if (nnreg_is_new_name(entry->d_name)) drop_abandoned(dirfd(folder), entry->d_name);
  (void)closedir(folder);
}

/* ------------------------------------------------------------- Libraries -- */

#ifdef __APPLE__
static const char *const openblas[] = {"/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
                                       "/usr/local/opt/openblas/lib/libopenblas.dylib",
                                       "/opt/local/lib/libopenblas.dylib", "libopenblas.dylib",
                                       NULL};
const char nnreg_system_openblas_advice[] = "it (brew install openblas)";
#else
static const char *const openblas[] = {"libopenblas.so.0", "libopenblas.so", "libopenblasp.so.0",
                                       NULL};
const char nnreg_system_openblas_advice[] = "Debian's package libopenblas0-pthread";
#endif

const char *const *nnreg_system_openblas(void) { return openblas; }

/* RTLD_DEEPBIND, where it exists, binds a library to its own symbols; musl has no such flag, macOS
 * needs none, and the sanitizers refuse it. GCC and Clang announce them in different ways. */
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if !defined RTLD_DEEPBIND || defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__ || \
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OPEN_FLAGS (RTLD_NOW | RTLD_LOCAL)
#else
#define OPEN_FLAGS (RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND)
#endif

void *nnreg_system_load(const char *path) { return dlopen(path, OPEN_FLAGS); }
void *nnreg_system_loaded(const char *path) { return dlopen(path, OPEN_FLAGS | RTLD_NOLOAD); }
void nnreg_library_close(void *library) { dlclose(library); }
void *nnreg_system_symbol(void *library, const char *name) { return dlsym(library, name); }
const void *nnreg_find_symbol(const char *name) { return dlsym(RTLD_DEFAULT, name); }

/* The system's own text, or "". */
static const char *file_of(void *library)
{
  Dl_info about = {.dli_fname = NULL};
  const void *function = nnreg_library_symbol(library, "cblas_dgemm");
  return function && dladdr(function, &about) != 0 && about.dli_fname ? about.dli_fname : "";
}

const char *nnreg_library_file(void *library, char *room, size_t size)
{
  snprintf(room, size, "%s", file_of(library));
  return room;
}

/* The same for what was loaded itself. On Linux without dladdr, which reads through all symbols. */
static const char *name_of(void *library)
{
#ifdef __linux__
  struct link_map *map = NULL;
  return dlinfo(library, RTLD_DI_LINKMAP, &map) == 0 ? map->l_name : "";
#else
  return file_of(library);
#endif
}

void nnreg_system_keep(void *library)
{
  const char *name = name_of(library);
  void *kept = *name ? dlopen(name, OPEN_FLAGS | RTLD_NODELETE) : NULL;
  if (kept) dlclose(kept);
}

void nnreg_system_setenv(const char *name, const char *value)
{
  if (value)
    setenv(name, value, 1);
  else
    unsetenv(name);
}

#ifdef __linux__

/* This spelling of /proc/self/fd identifies the copy later. */
#define COPY_PREFIX "/proc/self/./fd/"

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

void *nnreg_system_load_copy(void *library)
{
  char name[64] = "";
  if (dl_iterate_phdr(note_copy, name)) return dlopen(name, OPEN_FLAGS | RTLD_NOLOAD);
  int file = copy_to_memory(file_of(library));
  if (file < 0) return NULL;
  snprintf(name, sizeof name, COPY_PREFIX "%d", file);
  void *copy = dlopen(name, OPEN_FLAGS);
  close(file);
  return copy;
}

bool nnreg_system_is_copy(void *library)
{
  return strncmp(name_of(library), COPY_PREFIX, strlen(COPY_PREFIX)) == 0;
}

#else

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

#endif
