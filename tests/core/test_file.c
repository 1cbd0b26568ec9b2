/* Files that are replaced whole or not at all, and claims, by several processes.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine.h"
#include "os/system.h"
#include "support.h"

static char folder[300], path[340];

static int make_folder(void **state)
{
  (void)state;
  scratch_name(folder, sizeof folder);
  snprintf(path, sizeof path, "%s/file", folder);
  return folder_make(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
  (void)remove(path);
  return give_back(state) || !folder_remove(folder); /* nothing else may be in it */
}

/* ------------------------------------------------------------------- Claims -- */

/* As bits, the jobs first .. first + 6 that this process can claim; first is behind the path. */
static int claim(const char *argument)
{
  static nnreg_claims *claims; /* open to the end, which drops them */
  nnreg_message why;
  static char where[400];
  snprintf(where, sizeof where, "%s", argument);
  char *mark = strrchr(where, '|');
  size_t first = (size_t)strtoull(mark + 1, NULL, 10);
  int bits = 0;
  *mark = '\0';
  if (nnreg_claims_open(where, &claims, &why) != NNREG_OK) return 255;
  for (size_t item = 0; item < 7; item++) bits |= nnreg_claims_take(claims, first + item) << item;
  return bits;
}

static int claimable_elsewhere(size_t first)
{
  char argument[400];
  snprintf(argument, sizeof argument, "%s|%llu", path, (unsigned long long)first);
  return process_wait(process_start("claim", argument));
}

/* A claim excludes other processes until it is dropped or its process ends. */
static void check_claims(size_t first)
{
  nnreg_claims *claims;
  nnreg_message why;
  ASSERT_OK(nnreg_claims_open(path, &claims, &why));
  assert_int_equal(claimable_elsewhere(first), 127);
  assert_true(nnreg_claims_take(claims, first + 1));
  assert_true(nnreg_claims_take(claims, first + 5));
  assert_true(nnreg_claims_take(claims, first + 5));
  assert_int_equal(claimable_elsewhere(first), 127 - 2 - 32);
  assert_int_equal(claimable_elsewhere(first), 127 - 2 - 32); /* the other's went with it */
  nnreg_claims_drop(claims, first + 5);
  assert_int_equal(claimable_elsewhere(first), 127 - 2);
  nnreg_claims_close(claims);
  assert_int_equal(claimable_elsewhere(first), 127);
}

static void test_claims(void **state)
{
  (void)state;
  nnreg_claims *claims;
  nnreg_message why;
  check_claims(0);
  nnreg_claims_close(NULL);
  assert_int_equal(nnreg_claims_open("/nowhere/claims", &claims, &why), NNREG_BAD_FILE);
  assert_says(&why, "\"/nowhere/claims\" cannot be opened: No such file");
  assert_null(claims);
}

/* Of jobs whose numbers need more than 31 or 32 bits, as later rounds have them, none is another's.
 */
static void test_far_claims(void **state)
{
  (void)state;
  nnreg_claims *claims;
  nnreg_message why;
  check_claims(((size_t)1 << 31) - 3);
  check_claims(((size_t)1 << 32) + 1);
  check_claims(((size_t)1 << 53) - 8);
  ASSERT_OK(nnreg_claims_open(path, &claims, &why));
  assert_true(nnreg_claims_take(claims, ((size_t)1 << 32) + 2));
  assert_int_equal(claimable_elsewhere(0), 127);
  nnreg_claims_close(claims);
}

/* Whoever reads or appends to the file is not kept from it. */
static void test_claimed_bytes(void **state)
{
  (void)state;
  nnreg_claims *claims;
  nnreg_message why;
  ASSERT_OK(nnreg_file_append(path, "contents", 8, &why));
  ASSERT_OK(nnreg_claims_open(path, &claims, &why));
  for (size_t i = 0; i < 20; i++) assert_true(nnreg_claims_take(claims, i));
  assert_content(path, "contents", 8);
  ASSERT_OK(nnreg_file_append(path, " more", 5, &why));
  assert_content(path, "contents more", 13);
  nnreg_claims_close(claims);
}

/* ------------------------------------------------------------------- Writing -- */

static void test_replaced(void **state)
{
  (void)state;
  nnreg_message why;
  size_t count = 3000000;
  char *long_one = take(count, 1);
  for (size_t i = 0; i < count; i++) long_one[i] = (char)(i * i % 251);
  ASSERT_OK(nnreg_file_replace(path, long_one, count, &why));
  assert_content(path, long_one, count);
  ASSERT_OK(nnreg_file_replace(path, "short", 5, &why));
  assert_content(path, "short", 5);
  ASSERT_OK(nnreg_file_replace(path, NULL, 0, &why));
  assert_content(path, "", 0);
}

/* Every byte stays what it is: ends of lines, and the byte that ends a text on Windows. */
static void test_bytes(void **state)
{
  (void)state;
  static const char bytes[] = "one\ntwo\r\nthree\x1a\n\n\0four\r";
  char got[64];
  size_t count;
  nnreg_message why;
  nnreg_reader reader;
  ASSERT_OK(nnreg_file_replace(path, bytes, sizeof bytes, &why));
  ASSERT_OK(nnreg_file_append(path, bytes, sizeof bytes, &why));
  ASSERT_OK(nnreg_reader_open(&reader, path, &why));
  assert_int_equal(reader.num_bytes, 2 * sizeof bytes);
  for (int i = 0; i < 2; i++) {
    ASSERT_OK(nnreg_reader_read(&reader, got, sizeof got, &count, &why));
    assert_int_equal(count, 2 * sizeof bytes);
    assert_memory_equal(got, bytes, sizeof bytes);
    assert_memory_equal(got + sizeof bytes, bytes, sizeof bytes);
    ASSERT_OK(nnreg_reader_rewind(&reader, &why));
  }
  nnreg_reader_close(&reader);
}

static void test_places(void **state)
{
  (void)state;
  nnreg_message why;
  char nowhere[400];
  snprintf(nowhere, sizeof nowhere, "%s/nowhere/file", folder);
  assert_int_equal(nnreg_file_replace(nowhere, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "/nowhere/file\" cannot be written: No such file or directory");
  assert_int_equal(nnreg_file_append(nowhere, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "/nowhere/file\" cannot be opened: No such file or directory");
  assert_int_equal(nnreg_file_replace(folder, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "cannot be written: Is a directory");
  assert_int_equal(nnreg_file_append(folder, "x", 1, &why), NNREG_BAD_FILE);
  assert_says(&why, "cannot be opened: Is a directory");
  assert_int_equal(nnreg_file_replace("", "x", 1, &why), NNREG_BAD_FILE);
}

/* ------------------------------------------------------------------ Together -- */

enum { BYTES = 40000 };

/* Writes the file again and again, each process with a letter of its own, "a" at the end. */
static int write_often(const char *argument)
{
  enum { TIMES = 40 };
  static char bytes[BYTES], found[BYTES];
  static char where[400];
  snprintf(where, sizeof where, "%s", argument);
  char *mark = strrchr(where, '|');
  size_t process = (size_t)(mark[1] - 'a');
  nnreg_message why;
  *mark = '\0';
  memset(bytes, mark[1], sizeof bytes);
  for (size_t i = 0; i < TIMES; i++) {
    if (nnreg_file_replace(where, bytes, BYTES - 1000 * process, &why) != NNREG_OK) {
      fprintf(stderr, "%s\n", why.text);
      return 1;
    }
    nnreg_reader reader;
    size_t got = 0;
    if (nnreg_reader_open(&reader, where, &why) != NNREG_OK ||
        nnreg_reader_read(&reader, found, sizeof found, &got, &why) != NNREG_OK)
      return 4;
    if (got == 0 || got != BYTES - 1000 * (size_t)(found[0] - 'a')) return 2;
    for (size_t k = 0; k < got; k++)
      if (found[k] != found[0]) return 3;
    nnreg_reader_close(&reader);
  }
  return 0;
}

/* Until it is killed, or a minute at most. */
static int drop_often(const char *argument)
{
  const double until = nnreg_now() + 60;
  for (; nnreg_now() < until; pause_seconds(0.005)) nnreg_files_drop_unfinished(argument);
  return 0;
}

/* Each call succeeds, and a reader sees the whole bytes of one of them, though another process
 * drops what is unfinished; nothing else is left. */
static void test_together(void **state)
{
  (void)state;
  enum { PROCESSES = 6 };
  char argument[400];
  intptr_t others[PROCESSES], dropper = process_start("drop", folder);
  for (size_t i = 0; i < PROCESSES; i++) {
    snprintf(argument, sizeof argument, "%s|%c", path, (char)('a' + (int)i));
    others[i] = process_start("write", argument);
  }
  for (size_t i = 0; i < PROCESSES; i++) assert_int_equal(process_wait(others[i]), 0);
  process_kill(dropper);
}

/* Ends as if killed, with a new file that is not whole. */
static int write_half(const char *argument)
{
  FILE *file = fopen(argument, "wb");
  if (!file) return 1;
  bool written = fwrite("half", 1, 4, file) == 4;
  return fclose(file) == 0 && written ? 0 : 1;
}

static void test_unfinished(void **state)
{
  (void)state;
  static const char *const names[] = {".nnreg-1f-6a-3-0.new", ".nnreg-x.new", "a.new",
                                      ".nnreg-1.new.txt", ".nnreg-.new"};
  for (size_t i = 0; i < LENGTH(names); i++) {
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    assert_int_equal(process_wait(process_start("half", path)), 0);
  }
  nnreg_files_drop_unfinished(folder);
  nnreg_files_drop_unfinished("/nowhere");
  for (size_t i = 0; i < LENGTH(names); i++) {
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    assert_int_equal(remove(path) == 0, i > 0);
  }
}

#define IN_FOLDER(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(int count, char **words)
{
  static const process_entry jobs[] = {{"claim", claim},
                                       {"write", write_often},
                                       {"drop", drop_often},
                                       {"half", write_half},
                                       {NULL, NULL}};
  processes_begin(count, words, jobs);
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_claims),   IN_FOLDER(test_far_claims), IN_FOLDER(test_claimed_bytes),
      IN_FOLDER(test_replaced), IN_FOLDER(test_bytes),      IN_FOLDER(test_places),
      IN_FOLDER(test_together), IN_FOLDER(test_unfinished),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
