/* Files on Windows: names of all letters, drives, long paths, and files that others have open.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include <stdio.h>
#include <string.h>
#include <windows.h>

#include "machine.h"
#include "os/system.h"
#include "support.h"

static char folder[300], path[340];
static wchar_t wide[700];

static int make_folder(void **state)
{
  (void)state;
  scratch_name(folder, sizeof folder);
  snprintf(path, sizeof path, "%s\\file", folder);
  MultiByteToWideChar(CP_UTF8, 0, path, -1, wide, 700);
  return folder_make(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
  (void)DeleteFileW(wide);
  return give_back(state) || !folder_remove(folder);
}

static void assert_shared_content(const wchar_t *file, const char *bytes)
{
  char got[64];
  DWORD count = 0;
  HANDLE handle = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
  assert_true(handle != INVALID_HANDLE_VALUE);
  assert_true(ReadFile(handle, got, sizeof got, &count, NULL));
  CloseHandle(handle);
  assert_int_equal(count, strlen(bytes));
  assert_memory_equal(got, bytes, count);
}

/* Paths are UTF-8, whatever the system's own encoding is. */
static void test_letters(void **state)
{
  (void)state;
  nnreg_message why;
  nnreg_reader reader;
  snprintf(path, sizeof path, "%s\\\xc3\xa4 \xe2\x82\xac \xe4\xb8\xad \xf0\x9f\x98\x80", folder);
  MultiByteToWideChar(CP_UTF8, 0, folder, -1, wide, 700);
  wcscat(wide, L"\\\u00e4 \u20ac \u4e2d \U0001f600");
  ASSERT_OK(nnreg_file_append(path, "old", 3, &why));
  ASSERT_OK(nnreg_file_replace(path, "new", 3, &why));
  assert_shared_content(wide, "new");
  ASSERT_OK(nnreg_reader_open(&reader, path, &why));
  assert_int_equal(reader.num_bytes, 3);
  nnreg_reader_close(&reader);
  assert_int_equal(nnreg_file_replace("C:\\\xff.txt", "x", 1, &why), NNREG_BAD_FILE);
}

/* A drive's letter, either slash, dots, and a path relative to the folder. */
static void test_spellings(void **state)
{
  (void)state;
  nnreg_message why;
  char spelled[700], before[MAX_PATH];
  assert_true(path[1] == ':');
  snprintf(spelled, sizeof spelled, "%s/./../%s/file", folder, strrchr(folder, '\\') + 1);
  ASSERT_OK(nnreg_file_replace(spelled, "slashes", 7, &why));
  assert_shared_content(wide, "slashes");
  GetCurrentDirectoryA(sizeof before, before);
  assert_true(SetCurrentDirectoryA(folder));
  nnreg_status status = nnreg_file_replace("file", "relative", 8, &why);
  snprintf(spelled, sizeof spelled, "%c:file", path[0]);
  nnreg_status second = nnreg_file_append(spelled, " drive", 6, &why);
  assert_true(SetCurrentDirectoryA(before));
  assert_int_equal(status, NNREG_OK);
  assert_int_equal(second, NNREG_OK);
  assert_shared_content(wide, "relative drive");
}

/* More letters than the 260 that Windows's functions take without a prefix. */
static void test_long_path(void **state)
{
  (void)state;
  enum { FOLDERS = 4, LETTERS = 100 };
  nnreg_message why;
  wchar_t deep[1000];
  char spelled[1000];
  snprintf(spelled, sizeof spelled, "%s", folder);
  for (size_t i = 0; i < FOLDERS; i++) {
    size_t length = strlen(spelled);
    memset(spelled + length, 'd', LETTERS);
    spelled[length] = '\\';
    spelled[length + LETTERS] = '\0';
    _snwprintf(deep, 1000, L"\\\\?\\%hs", spelled);
    assert_true(CreateDirectoryW(deep, NULL));
  }
  strcat(spelled, "\\file");
  ASSERT_OK(nnreg_file_replace(spelled, "one", 3, &why));
  ASSERT_OK(nnreg_file_replace(spelled, "two", 3, &why));
  ASSERT_OK(nnreg_file_append(spelled, " three", 6, &why));
  nnreg_files_drop_unfinished(spelled);
  _snwprintf(deep, 1000, L"\\\\?\\%hs", spelled);
  assert_shared_content(deep, "two three");
  assert_true(DeleteFileW(deep));
  for (size_t i = FOLDERS; i-- > 0;) {
    wchar_t *last = wcsrchr(deep, L'\\');
    *last = L'\0';
    assert_true(RemoveDirectoryW(deep));
  }
}

static void test_read_only(void **state)
{
  (void)state;
  nnreg_message why;
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  assert_true(SetFileAttributesW(wide, FILE_ATTRIBUTE_READONLY));
  assert_int_equal(nnreg_file_replace(path, "new", 3, &why), NNREG_BAD_FILE);
  assert_says(&why, "\\file\" cannot be written: Permission denied");
  assert_shared_content(wide, "old");
  assert_true(SetFileAttributesW(wide, FILE_ATTRIBUTE_NORMAL));
}

typedef struct {
  HANDLE file;
} holder;

static void close_later(void *argument)
{
  pause_seconds(0.3);
  CloseHandle(((holder *)argument)->file);
}

/* A program that shares nothing, such as a virus scanner, is waited for. */
static void test_held(void **state)
{
  (void)state;
  nnreg_message why;
  holder other;
  nnreg_thread thread = {.function = close_later, .argument = &other};
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  other.file = CreateFileW(wide, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  assert_true(other.file != INVALID_HANDLE_VALUE);
  assert_true(nnreg_thread_start(&thread));
  nnreg_status status = nnreg_file_replace(path, "new", 3, &why);
  nnreg_thread_join(&thread);
  assert_int_equal(status, NNREG_OK);
  assert_shared_content(wide, "new");
}

/* Readers of nnreg's own share the file. Since Windows 10 it is replaced under them; before, and by
 * wine, the old one stays. */
static void test_replaced_while_read(void **state)
{
  (void)state;
  nnreg_message why;
  nnreg_reader reader;
  char got[8];
  size_t count;
  ASSERT_OK(nnreg_file_replace(path, "old one", 7, &why));
  ASSERT_OK(nnreg_reader_open(&reader, path, &why));
  nnreg_status status = nnreg_file_replace(path, "new", 3, &why);
  ASSERT_OK(nnreg_reader_read(&reader, got, sizeof got, &count, &why));
  assert_int_equal(count, 7);
  assert_memory_equal(got, "old one", 7);
  nnreg_reader_close(&reader);
  if (status != NNREG_OK) assert_says(&why, "cannot be written: Permission denied");
  assert_shared_content(wide, status == NNREG_OK ? "new" : "old one");
}

/* If it keeps the file, the old one stays, nothing is left, and the message says why. */
static void test_kept(void **state)
{
  (void)state;
  nnreg_message why;
  ASSERT_OK(nnreg_file_replace(path, "old", 3, &why));
  HANDLE other = CreateFileW(wide, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  assert_int_equal(nnreg_file_replace(path, "new", 3, &why), NNREG_BAD_FILE);
  CloseHandle(other);
  assert_says(&why, "\\file\" cannot be written: Permission denied");
  assert_shared_content(wide, "old");
}

/* A new file that is being written is not dropped. */
static void test_live(void **state)
{
  (void)state;
  char name[400];
  wchar_t fresh[400];
  snprintf(name, sizeof name, "%s\\.nnreg-1f-6a-3-1.new", folder);
  MultiByteToWideChar(CP_UTF8, 0, name, -1, fresh, 400);
  HANDLE live = CreateFileW(fresh, GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_NEW, 0, NULL);
  nnreg_files_drop_unfinished(folder);
  assert_true(GetFileAttributesW(fresh) != INVALID_FILE_ATTRIBUTES);
  CloseHandle(live);
  nnreg_files_drop_unfinished(folder);
  assert_true(GetFileAttributesW(fresh) == INVALID_FILE_ATTRIBUTES);
}

/* Bytes for a device go to it. */
static void test_device(void **state)
{
  (void)state;
  nnreg_message why;
  ASSERT_OK(nnreg_file_replace("NUL", "x", 1, &why));
  assert_true(GetFileAttributesW(L"\\\\?\\C:\\NUL") == INVALID_FILE_ATTRIBUTES);
}

#define IN_FOLDER(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void)
{
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_letters),
      IN_FOLDER(test_spellings),
      IN_FOLDER(test_long_path),
      IN_FOLDER(test_read_only),
      IN_FOLDER(test_held),
      IN_FOLDER(test_kept),
      IN_FOLDER(test_replaced_while_read),
      IN_FOLDER(test_live),
      IN_FOLDER(test_device),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
