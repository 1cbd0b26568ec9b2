/* Threads and the system on POSIX: signals, processors.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>

#include "os/os.h"
#include "support.h"

/* ----------------------------------------------------------------- Signals -- */

static void note_mask(void *context, const nnreg_member *member)
{
  atomic_int *blocked = context;
  sigset_t mask;
  pthread_sigmask(SIG_SETMASK, NULL, &mask);
  atomic_store(&blocked[member->id], sigismember(&mask, SIGINT));
}

/* Ctrl-C reaches the caller alone. */
static void test_signals(void **state)
{
  (void)state;
  atomic_int blocked[4] = {-1, -1, -1, -1};
  sigset_t mask;
  nnreg_team_run(4, note_mask, blocked);
  for (int i = 0; i < 4; i++) assert_int_equal(blocked[i], i > 0);
  pthread_sigmask(SIG_SETMASK, NULL, &mask);
  assert_int_equal(sigismember(&mask, SIGINT), 0);
}

static void note_stack(void *context, const nnreg_member *member)
{
  size_t *least = context;
  pthread_attr_t attributes;
  if (member->id == 0) return;
  assert_int_equal(pthread_getattr_np(pthread_self(), &attributes), 0);
  pthread_attr_getstacksize(&attributes, least);
  pthread_attr_destroy(&attributes);
}

/* OpenBLAS may need more than the 128 KiB of musl's threads. */
static void test_stack(void **state)
{
  (void)state;
  size_t stack = 0;
  nnreg_team_run(2, note_stack, &stack);
  assert_in_range(stack, 2 << 20, SIZE_MAX);
}

/* --------------------------------------------------------------- Processors -- */

/* A thread leaves its processor if it may run on another one. Its affinity stays the same. */
static void test_leaving(void **state)
{
  (void)state;
  enum { TRIES = 20 };
  cpu_set_t before, after;
  int moved = 0;
  assert_int_equal(sched_getaffinity(0, sizeof before, &before), 0);
  if (CPU_COUNT(&before) < 2) skip();
  for (int i = 0; i < TRIES; i++) {
    int own = nnreg_processor();
    assert_true(own >= 0 && CPU_ISSET((size_t)own, &before));
    nnreg_move_from(&own, 1);
    moved += nnreg_processor() != own;
  }
  assert_true(moved > TRIES / 2); /* the system may have moved it back */
  assert_int_equal(sched_getaffinity(0, sizeof after, &after), 0);
  assert_true(CPU_EQUAL(&before, &after));
}

/* With no other processor, it stays. */
static void test_staying(void **state)
{
  (void)state;
  cpu_set_t before, one, after;
  int own = nnreg_processor();
  assert_int_equal(sched_getaffinity(0, sizeof before, &before), 0);
  CPU_ZERO(&one);
  CPU_SET((size_t)own, &one);
  assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
  const int taken[] = {-1, own, CPU_SETSIZE};
  nnreg_move_from(taken, LENGTH(taken));
  assert_int_equal(nnreg_processor(), own);
  assert_int_equal(sched_getaffinity(0, sizeof after, &after), 0);
  assert_true(CPU_EQUAL(&one, &after));
  sched_setaffinity(0, sizeof before, &before);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_signals),
      cmocka_unit_test(test_stack),
      cmocka_unit_test(test_leaving),
      cmocka_unit_test(test_staying),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
