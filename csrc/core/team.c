/* Threads that live for one call, and their barrier.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include "team.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "internal.h"

#ifdef NNREG_HAVE_X86
#include <immintrin.h>
#endif

/* A waiting thread looks so long, then sleeps: the others arrive within microseconds, unless
 * another program has their core, which a sleeper's core can take over. */
static const double SPIN_SECONDS = 12e-6;

struct nnreg_team {
  size_t size;
  atomic_size_t arrived, generation;
  pthread_mutex_t mutex;
  pthread_cond_t changed, formed;
  bool ready; /* the size is final */
  nnreg_task_function *function;
  void *context;
};

typedef struct {
  nnreg_member member;
  pthread_t thread;
} seat;

static unsigned flush_denormals(void)
{
#ifdef NNREG_HAVE_X86
  unsigned before = _mm_getcsr();
  _mm_setcsr(before | 0x8040u); /* flush to zero, denormals are zero */
  return before;
#else
  return 0;
#endif
}

static void restore_denormals(unsigned before)
{
#ifdef NNREG_HAVE_X86
  _mm_setcsr(before);
#else
  (void)before;
#endif
}

static void run_member(const nnreg_member *member)
{
  unsigned mode = flush_denormals();
  member->team->function(member->team->context, member);
  restore_denormals(mode);
}

static void *enter(void *argument)
{
  seat *own = argument;
  nnreg_team *team = own->member.team;
  pthread_mutex_lock(&team->mutex);
  while (!team->ready) pthread_cond_wait(&team->formed, &team->mutex);
  pthread_mutex_unlock(&team->mutex);
  own->member.size = team->size;
  run_member(&own->member);
  return NULL;
}

/* Starts members 1 .. wanted - 1 with all signals blocked, so that Ctrl-C reaches
 * the caller's thread; returns how many members there are. */
static size_t start(nnreg_team *team, seat *seats, size_t wanted)
{
  sigset_t all, before;
  size_t size = 1;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  for (; size < wanted; size++) {
    seats[size].member = (nnreg_member){.team = team, .id = size};
    if (pthread_create(&seats[size].thread, NULL, enter, &seats[size]) != 0) break;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return size;
}

void nnreg_team_run(size_t num_threads, nnreg_task_function *function, void *context)
{
  size_t wanted = num_threads < 1                   ? 1
                  : num_threads > NNREG_MAX_THREADS ? NNREG_MAX_THREADS
                                                    : num_threads;
  nnreg_team team = {.size = 1, .function = function, .context = context};
  nnreg_member caller = {.team = &team, .id = 0, .size = 1};
  if (wanted == 1) {
    run_member(&caller);
    return;
  }
  seat seats[NNREG_MAX_THREADS];
  pthread_mutex_init(&team.mutex, NULL);
  pthread_cond_init(&team.changed, NULL);
  pthread_cond_init(&team.formed, NULL);
  size_t size = start(&team, seats, wanted);
  pthread_mutex_lock(&team.mutex);
  team.size = caller.size = size;
  team.ready = true;
  pthread_cond_broadcast(&team.formed);
  pthread_mutex_unlock(&team.mutex);
  run_member(&caller);
  for (size_t i = 1; i < size; i++) pthread_join(seats[i].thread, NULL);
  pthread_cond_destroy(&team.formed);
  pthread_cond_destroy(&team.changed);
  pthread_mutex_destroy(&team.mutex);
}

static inline void pause_briefly(void)
{
#ifdef NNREG_HAVE_X86
  _mm_pause();
#endif
}

void nnreg_team_wait(const nnreg_member *member)
{
  nnreg_team *team = member->team;
  if (member->size == 1) return;
  size_t generation = atomic_load(&team->generation);
  if (atomic_fetch_add(&team->arrived, 1) + 1 == member->size) {
    atomic_store(&team->arrived, 0);
    pthread_mutex_lock(&team->mutex);
    atomic_fetch_add(&team->generation, 1);
    pthread_cond_broadcast(&team->changed);
    pthread_mutex_unlock(&team->mutex);
    return;
  }
  double until = nnreg_now() + SPIN_SECONDS;
  while (nnreg_now() < until) {
    if (atomic_load_explicit(&team->generation, memory_order_acquire) != generation) return;
    pause_briefly();
  }
  pthread_mutex_lock(&team->mutex);
  while (atomic_load(&team->generation) == generation)
    pthread_cond_wait(&team->changed, &team->mutex);
  pthread_mutex_unlock(&team->mutex);
}

void nnreg_team_share(const nnreg_member *member, size_t count, size_t *first, size_t *last)
{
  *first = count / member->size * member->id + count % member->size * member->id / member->size;
  size_t next = member->id + 1;
  *last = count / member->size * next + count % member->size * next / member->size;
}
