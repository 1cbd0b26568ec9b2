/* Files that are replaced whole or not at all.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "os.h"

/* Opens a folder in which one may work but not look. */
#if defined O_PATH
#define OPEN_FOLDER (O_PATH | O_DIRECTORY | O_CLOEXEC)
#elif defined O_SEARCH
#define OPEN_FOLDER (O_SEARCH | O_DIRECTORY | O_CLOEXEC)
#else
#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#endif

enum { MOST_AT_ONCE = 1 << 30 }; /* write counts in 31 bits */
enum { SHOWN_BYTES = 160 };      /* of a path, in a message */

/* The end of a path that fits into room bytes. */
static const char *end_of(const char *path, size_t room)
{
  size_t length = strlen(path);
  if (length < room) return path;
  const char *end = path + length - (room - 1);
  while (((unsigned char)*end & 0xC0) == 0x80) end++; /* not in the middle of a UTF-8 letter */
  return end;
}

static nnreg_status fail_with_errno(nnreg_message *why, const char *path, const char *what)
{
  return nnreg_fail(why, NNREG_BAD_FILE, "\"%s\" cannot be %s: %s", end_of(path, SHOWN_BYTES), what,
                    strerror(errno));
}

static bool write_all(int descriptor, const unsigned char *bytes, size_t count)
{
  for (size_t at = 0; at < count;) {
    size_t part = count - at < MOST_AT_ONCE ? count - at : MOST_AT_ONCE;
    ssize_t done = write(descriptor, bytes + at, part);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    at += (size_t)done;
  }
  return fsync(descriptor) == 0 || errno == EINVAL ||
         errno == ENOSYS; /* the file system has no fsync */
}

nnreg_status nnreg_file_append(const char *path, const void *bytes, size_t count,
                               nnreg_message *why)
{
  int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return fail_with_errno(why, path, "opened");
  nnreg_status status = NNREG_OK;
  if (!write_all(descriptor, bytes, count)) status = fail_with_errno(why, path, "written");
  if (close(descriptor) != 0 && status == NNREG_OK) status = fail_with_errno(why, path, "written");
  return status;
}

static bool is_device_or_pipe(const char *path)
{
  struct stat what;
  return stat(path, &what) == 0 && !S_ISREG(what.st_mode) && !S_ISDIR(what.st_mode);
}

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

/* A file of a new name, which goes into name (room bytes); -1 with errno. Its length does not
 * depend on the file to be replaced, whose name may be as long as the system allows. */
static int new_file(int folder, mode_t mode, char *name, size_t room)
{
  enum { MOST_TRIES = 1000 }; /* others may have the same number and time on another machine */
  int descriptor = -1;
  for (int i = 0; i < MOST_TRIES; i++) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    snprintf(name, room, ".nnreg-%" PRIxMAX "-%" PRIxMAX "-%lx-%x.new", (uintmax_t)getpid(),
             (uintmax_t)now.tv_sec, (unsigned long)now.tv_nsec, (unsigned)i);
    descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
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
  bool whole = write_all(descriptor, bytes, count);
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
  char name[80];
  bool made, whole;
} new_one;

/* Writes a new file and gives it the name of the old one, if one exists; false with errno. */
static bool put_in_place(int folder, const char *name, const struct stat *old, const void *bytes,
                         size_t count, new_one *fresh)
{
  int descriptor =
      new_file(folder, old ? S_IRUSR | S_IWUSR : 0666, fresh->name, sizeof fresh->name);
  fresh->made = descriptor >= 0;
  if (fresh->made) lock_new(descriptor);
  if (fresh->made && old) keep_rights(descriptor, old);
  fresh->whole = fresh->made && write_and_close(descriptor, bytes, count);
  return fresh->whole && renameat(folder, fresh->name, folder, name) == 0;
}

/* Replaces the file `name` in the folder; path is what messages say. */
static nnreg_status replace_in(int folder, const char *name, const char *path, const void *bytes,
                               size_t count, nnreg_message *why)
{
  enum { MOST_TRIES = 5 }; /* another process may drop the new file, see lock_new */
  new_one fresh = {0};
  struct stat old;
  bool exists = find(folder, name, &old);
  if (exists && is_protected(folder, name, &old)) return fail_with_errno(why, path, "written");
  for (int i = 0; i < MOST_TRIES; i++) {
    if (put_in_place(folder, name, exists ? &old : NULL, bytes, count, &fresh)) {
      sync_folder(folder);
      return NNREG_OK;
    }
    if (!fresh.whole || errno != ENOENT) break;
  }
  bool forbidden = exists && (!fresh.made || fresh.whole) && (errno == EACCES || errno == EPERM);
  nnreg_status status = fail_with_errno(
      why, path,
      forbidden ? "written: nnreg puts a new file in its place, and the folder does not allow that"
                : "written");
  if (fresh.made) (void)unlinkat(folder, fresh.name, 0);
  return status;
}

nnreg_status nnreg_file_replace(const char *path, const void *bytes, size_t count,
                                nnreg_message *why)
{
  char place[PATH_MAX];
  if (is_device_or_pipe(path)) return nnreg_file_append(path, bytes, count, why);
  if (!follow_links(path, place)) return fail_with_errno(why, path, "written");
  const char *name;
  int folder = open_folder(place, &name);
  if (folder < 0) return fail_with_errno(why, path, "written");
  nnreg_status status = replace_in(folder, name, path, bytes, count, why);
  (void)close(folder);
  return status;
}

/* Whether new_file gives such a name. */
static bool is_name_of_new(const char *name)
{
  static const char start[] = ".nnreg-", end[] = ".new";
  size_t length = strlen(name), skip = sizeof start - 1;
  if (length < skip + sizeof end || strncmp(name, start, skip) != 0) return false;
  return strcmp(name + skip + strspn(name + skip, "0123456789abcdef-"), end) == 0;
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

void nnreg_files_drop_unfinished(const char *path)
{
  DIR *folder = opendir(path);
  if (!folder) return;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
    if (is_name_of_new(entry->d_name)) drop_abandoned(dirfd(folder), entry->d_name);
  (void)closedir(folder);
}

/* ---------------------------------------------------------------- Reader -- */

/* Without O_NONBLOCK a named pipe would wait for a writer. */
nnreg_status nnreg_reader_open(nnreg_reader *reader, const char *path, nnreg_message *why)
{
  struct stat about;
  snprintf(reader->name, sizeof reader->name, "%s", end_of(path, sizeof reader->name));
  reader->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (reader->descriptor < 0 || fstat(reader->descriptor, &about) != 0)
    return nnreg_fail(why, NNREG_BAD_FILE, "%s: cannot be opened: %s", reader->name,
                      strerror(errno));
  if (!S_ISREG(about.st_mode))
    return nnreg_fail(why, NNREG_BAD_FILE, "%s: is %s, not a file", reader->name,
                      S_ISDIR(about.st_mode) ? "a folder" : "a device or a pipe");
  reader->num_bytes = (uint64_t)about.st_size;
  return NNREG_OK;
}

static nnreg_status not_read(const nnreg_reader *reader, nnreg_message *why)
{
  return nnreg_fail(why, NNREG_BAD_FILE, "%s: cannot be read: %s", reader->name, strerror(errno));
}

nnreg_status nnreg_reader_read(nnreg_reader *reader, void *bytes, size_t count, size_t *got,
                               nnreg_message *why)
{
  for (*got = 0; *got < count;) {
    size_t want = count - *got < MOST_AT_ONCE ? count - *got : MOST_AT_ONCE;
    ssize_t have = read(reader->descriptor, (char *)bytes + *got, want);
    if (have == 0) break;
    if (have > 0)
      *got += (size_t)have;
    else if (errno != EINTR)
      return not_read(reader, why);
  }
  return NNREG_OK;
}

nnreg_status nnreg_reader_rewind(nnreg_reader *reader, nnreg_message *why)
{
  return lseek(reader->descriptor, 0, SEEK_SET) == 0 ? NNREG_OK : not_read(reader, why);
}

void nnreg_reader_close(nnreg_reader *reader)
{
  if (reader->descriptor >= 0) close(reader->descriptor);
}

/* ---------------------------------------------------------------- Claims -- */

struct nnreg_claims {
  int descriptor;
};

nnreg_status nnreg_claims_open(const char *path, nnreg_claims **claims, nnreg_message *why)
{
  *claims = nnreg_alloc(1, sizeof **claims);
  if (!*claims) return nnreg_no_memory(why, "the claims of a search");
  (*claims)->descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if ((*claims)->descriptor >= 0) return NNREG_OK;
  nnreg_status status = fail_with_errno(why, path, "opened");
  nnreg_free(*claims);
  *claims = NULL;
  return status;
}

static int lock_byte(const nnreg_claims *claims, size_t item, short type)
{
  struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = (off_t)item, .l_len = 1};
  return fcntl(claims->descriptor, F_SETLK, &lock);
}

bool nnreg_claims_take(nnreg_claims *claims, size_t item)
{
  if (lock_byte(claims, item, F_WRLCK) == 0) return true;
  /* A file system without locks: work may be done twice, never wrongly. */
  return errno != EACCES && errno != EAGAIN;
}

void nnreg_claims_drop(nnreg_claims *claims, size_t item) { lock_byte(claims, item, F_UNLCK); }

void nnreg_claims_close(nnreg_claims *claims)
{
  if (!claims) return;
  close(claims->descriptor);
  nnreg_free(claims);
}

bool nnreg_isatty(void) { return isatty(STDOUT_FILENO) != 0; }
