/* Files that are replaced and appended to, and claims: each against what the system says.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input.h"

enum { MOST_BYTES = 1 << 16, NUM_ITEMS = 8 };

static char folder[200];

static void remove_folder(void) { (void)rmdir(folder); }

/* A folder of its own, for the whole run. */
static void make_folder(void)
{
  const char *parent = getenv("TMPDIR");
  if (*folder) return;
  snprintf(folder, sizeof folder, "%.150s/fuzz_file_XXXXXX", parent ? parent : P_tmpdir);
  EXPECT(mkdtemp(folder));
  atexit(remove_folder);
}

/* A name of any bytes but '/', in the folder; false if no file can have it. */
static bool draw_name(fuzz_input *input, char *path, size_t room)
{
  char name[301] = "";
  size_t count = fuzz_below(input, 300);
  for (size_t i = 0; i < count; i++) {
    name[i] = (char)fuzz_byte(input);
    if (name[i] == '/') name[i] = '.';
  }
  snprintf(path, room, "%s/%s", folder, name);
  return *name && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

/* ---------------------------------------------------------------- Contents -- */

static void expect_contents(const char *path, const uint8_t *bytes, size_t count)
{
  static uint8_t found[MOST_BYTES + 1];
  int file = open(path, O_RDONLY | O_CLOEXEC);
  EXPECT(file >= 0 && read(file, found, sizeof found) == (ssize_t)count);
  EXPECT(memcmp(found, bytes, count) == 0);
  close(file);
}

static void expect_refusal(nnreg_status status, const nnreg_message *why)
{
  EXPECT(status == NNREG_BAD_FILE && strstr(why->text, " cannot be "));
}

/* Replaces and appends in any order, and compares the file each time. */
static void fuzz_contents(fuzz_input *input)
{
  char path[600];
  uint8_t wanted[MOST_BYTES];
  size_t count = 0;
  bool possible = draw_name(input, path, sizeof path), there = false;
  for (int k = 0; k < 6 && input->left > 0; k++) {
    nnreg_message why = {""};
    bool append = fuzz_byte(input) % 2;
    size_t more = fuzz_below(input, 2000);
    if (more > input->left) more = input->left;
    nnreg_status status = append ? nnreg_file_append(path, input->bytes, more, &why)
                                 : nnreg_file_replace(path, input->bytes, more, &why);
    if (status != NNREG_OK) expect_refusal(status, &why);
    if (status == NNREG_OK) {
      EXPECT(possible);
      count = append ? count : 0;
      memcpy(wanted + count, input->bytes, more);
      count += more;
      there = true;
    }
    if (there) expect_contents(path, wanted, count);
    input->bytes += more;
    input->left -= more;
  }
  if (there) EXPECT(unlink(path) == 0);
}

/* ------------------------------------------------------------------ Claims -- */

/* Whether a byte of the file is locked, as another's lock would find it. */
static bool is_locked(int file, size_t item)
{
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t)item, .l_len = 1};
  EXPECT(fcntl(file, F_OFD_GETLK, &lock) == 0);
  return lock.l_type != F_UNLCK;
}

/* Jobs are taken and dropped in any order: exactly the taken ones are locked. Wild numbers must
 * merely do no harm. */
static void fuzz_claims(fuzz_input *input)
{
  char path[600];
  nnreg_claims *claims;
  nnreg_message why;
  bool taken[NUM_ITEMS] = {false};
  snprintf(path, sizeof path, "%s/claims", folder);
  EXPECT(nnreg_claims_open(path, &claims, &why) == NNREG_OK);
  int file = open(path, O_RDWR | O_CLOEXEC);
  while (input->left > 0) {
    uint8_t action = fuzz_byte(input);
    size_t item = action % NUM_ITEMS, wild = action >= 192 ? fuzz_size(input) : item;
    if (action & 64)
      EXPECT(nnreg_claims_take(claims, wild));
    else
      nnreg_claims_drop(claims, wild);
    if (wild < NUM_ITEMS) taken[wild] = action & 64;
    for (size_t i = 0; i < NUM_ITEMS; i++) EXPECT(is_locked(file, i) == taken[i]);
  }
  nnreg_claims_close(claims);
  for (size_t i = 0; i < NUM_ITEMS; i++) EXPECT(!is_locked(file, i));
  close(file);
  EXPECT(unlink(path) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input input = {data, size};
  make_folder();
  switch (fuzz_byte(&input) % 4) {
    case 0:
    case 1: fuzz_contents(&input); break;
    default: fuzz_claims(&input);
  }
  return 0;
}
