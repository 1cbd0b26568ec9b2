/* Threads that live for one call, and their barrier.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdatomic.h>
#include <stdbool.h>

#include "system.h"

#ifdef NNREG_HAVE_X86
#include <immintrin.h>
#endif

/* A waiting thread spins for this long, then sleeps. The others usually arrive within
 * microseconds, and to be woken takes a virtual machine's processor a hundred. If another program
 * has their processor, they can take over the sleeper's. */
static const double SPIN_SECONDS = 200e-6;

/* What is left of a member's share, on a line of its own in the cache: see pack_share. */
typedef struct {
  _Alignas(64) atomic_uint_least64_t left;
  uint32_t deals; /* how many the member has begun: no other reads this */
} shared_share;

struct nnreg_team {
  size_t size;
  shared_share *shares; /* (members) */
  atomic_size_t arrived, generation;
  nnreg_gate gate;                          /* open when ready, and when the generation changes */
  bool ready;                               /* the size is final */
  atomic_int processors[NNREG_MAX_THREADS]; /* where each member was last */
  nnreg_task_function *function;
  void *context;
};

typedef struct {
  nnreg_member member;
  nnreg_thread thread;
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

unsigned nnreg_keep_denormals(void)
{
#ifdef NNREG_HAVE_X86
  unsigned before = _mm_getcsr();
  _mm_setcsr(before & ~0x8040u);
  return before;
#else
  return 0;
#endif
}

void nnreg_restore_denormals(unsigned before)
{
#ifdef NNREG_HAVE_X86
  _mm_setcsr(before);
#else
  (void)before;
#endif
}

static void note_processor(const nnreg_member *member)
{
  atomic_int *noted = &member->team->processors[member->id];
  int own = nnreg_processor();
  /* Written only if it changes: each write costs the others their cached copy. */
  if (atomic_load_explicit(noted, memory_order_relaxed) != own) atomic_store(noted, own);
}

/* A thread may wake up on the processor of the thread that woke it. The system can leave both
 * there, taking turns, for milliseconds, and a small batch would take twice as long. */
static void spread_out(const nnreg_member *member)
{
  int taken[NNREG_MAX_THREADS], own = nnreg_processor();
  size_t count = 0;
  bool shared = false;
  for (size_t i = 0; i < member->size; i++) {
    if (i == member->id) continue;
    taken[count] = atomic_load_explicit(&member->team->processors[i], memory_order_relaxed);
    shared = shared || taken[count] == own;
    count++;
  }
  if (own >= 0 && shared) nnreg_move_from(taken, count);
}

static void run_member(const nnreg_member *member)
{
  unsigned mode = flush_denormals();
  member->team->function(member->team->context, member);
  nnreg_restore_denormals(mode);
}

static void enter(void *argument)
{
  seat *own = argument;
  nnreg_team *team = own->member.team;
  nnreg_gate_lock(&team->gate);
  while (!team->ready) nnreg_gate_wait(&team->gate);
  nnreg_gate_unlock(&team->gate);
  own->member.size = team->size;
  spread_out(&own->member);
  run_member(&own->member);
}

/* Starts members 1 .. wanted - 1. Returns the number of members. */
static size_t start(nnreg_team *team, seat *seats, size_t wanted)
{
  size_t size = 1;
  for (; size < wanted; size++) {
    seat *next = &seats[size];
    next->member = (nnreg_member){.team = team, .id = size};
    next->thread = (nnreg_thread){.function = enter, .argument = next};
    if (!nnreg_thread_start(&next->thread)) break;
  }
  return size;
}

void nnreg_team_run(size_t num_threads, nnreg_task_function *function, void *context)
{
  size_t wanted = num_threads < 1                   ? 1
                  : num_threads > NNREG_MAX_THREADS ? NNREG_MAX_THREADS
                                                    : num_threads;
  nnreg_team team = {.size = 1, .function = function, .context = context};
  for (size_t i = 0; i < wanted; i++) atomic_init(&team.processors[i], -1);
  nnreg_member caller = {.team = &team, .id = 0, .size = 1};
  if (wanted == 1) {
    run_member(&caller);
    return;
  }
  note_processor(&caller);
  seat seats[NNREG_MAX_THREADS];
  shared_share shares[NNREG_MAX_THREADS];
  team.shares = shares;
  for (size_t i = 0; i < wanted; i++) {
    atomic_init(&shares[i].left, 0);
    shares[i].deals = 0;
  }
  nnreg_gate_init(&team.gate);
  size_t size = start(&team, seats, wanted);
  nnreg_gate_lock(&team.gate);
  team.size = caller.size = size;
  team.ready = true;
  nnreg_gate_wake_all(&team.gate);
  nnreg_gate_unlock(&team.gate);
  run_member(&caller);
  for (size_t i = 1; i < size; i++) nnreg_thread_join(&seats[i].thread);
  nnreg_gate_destroy(&team.gate);
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
  note_processor(member);
  if (atomic_fetch_add(&team->arrived, 1) + 1 == member->size) {
    atomic_store(&team->arrived, 0);
    nnreg_gate_lock(&team->gate);
    atomic_fetch_add(&team->generation, 1);
    nnreg_gate_wake_all(&team->gate);
    nnreg_gate_unlock(&team->gate);
    return;
  }
  double until = nnreg_now() + SPIN_SECONDS;
  while (nnreg_now() < until) {
    if (atomic_load_explicit(&team->generation, memory_order_acquire) != generation) return;
    pause_briefly();
  }
  nnreg_gate_lock(&team->gate);
  while (atomic_load(&team->generation) == generation) nnreg_gate_wait(&team->gate);
  nnreg_gate_unlock(&team->gate);
  spread_out(member);
}

void nnreg_team_share(const nnreg_member *member, size_t count, size_t *first, size_t *last)
{
  *first = count / member->size * member->id + count % member->size * member->id / member->size;
  size_t next = member->id + 1;
  *last = count / member->size * next + count % member->size * next / member->size;
}

/* ----------------------------------------------------------------- Deals -- */

/* A deal's number, and the share's chunks first .. last - 1, in one word: they change together. */
static uint64_t pack_share(uint32_t number, size_t first, size_t last)
{
  return (uint64_t)number << 32 | (uint64_t)first << 16 | (uint64_t)last;
}

nnreg_deal nnreg_team_deal(const nnreg_member *member, size_t count, size_t chunks)
{
  nnreg_deal deal = {.member = member, .count = count, .chunks = 1};
  if (member->size == 1) return deal;
  size_t most = member->size * chunks;
  deal.chunks = count < most ? count : most;
  deal.number = ++member->team->shares[member->id].deals;
  return deal;
}

/* Takes a chunk of a member's share: its next one, or from the far end. Whoever comes first makes
 * the share; one of a later deal means that all of this deal are taken. */
static bool take_chunk(const nnreg_deal *deal, const nnreg_member *owner, bool next, size_t *chunk)
{
  atomic_uint_least64_t *left = &owner->team->shares[owner->id].left;
  uint64_t seen = atomic_load(left), rest;
  do {
    size_t first = seen >> 16 & 0xffff, last = seen & 0xffff;
    uint32_t passed = deal->number - (uint32_t)(seen >> 32);
    if (passed > UINT32_MAX / 2) return false;
    if (passed > 0) nnreg_team_share(owner, deal->chunks, &first, &last);
    if (first >= last) return false;
    *chunk = next != deal->backwards ? first++ : --last;
    rest = pack_share(deal->number, first, last);
  } while (!atomic_compare_exchange_weak(left, &seen, rest));
  return true;
}

/* The member's next chunk; false: none is left to begin. A member that is alone has a single one.
 */
static bool next_chunk(nnreg_deal *deal, size_t *chunk)
{
  nnreg_member owner = *deal->member;
  *chunk = 0;
  if (owner.size == 1) return deal->others++ == 0;
  for (; deal->others < owner.size; deal->others++) {
    owner.id = (deal->member->id + deal->others) % owner.size;
    if (take_chunk(deal, &owner, deal->others == 0, chunk)) return true;
  }
  return false;
}

bool nnreg_team_take(nnreg_deal *deal, size_t *first, size_t *last)
{
  size_t chunk;
  if (!next_chunk(deal, &chunk)) return false;
  nnreg_team_share(&(nnreg_member){.id = chunk, .size = deal->chunks}, deal->count, first, last);
  return *first < *last;
}
