/* Teams of threads: who takes part, the barrier, the shares; and a machine that has no
 * thread to give.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <float.h>
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "os/system.h"
#include "training.h"

/* ---------------------------------------------------------------- Threads -- */

enum { UNLIMITED = -1 };
static int threads_left = UNLIMITED;
static int threads_made = 0;

bool __real_nnreg_thread_start(nnreg_thread *thread);
bool __wrap_nnreg_thread_start(nnreg_thread *thread);

/* The core's call comes here (the linker's --wrap): fails when no threads are left. */
bool __wrap_nnreg_thread_start(nnreg_thread *thread)
{
  if (threads_left == 0) return false;
  if (threads_left > 0) threads_left--;
  threads_made++;
  return __real_nnreg_thread_start(thread);
}

static int unlimited(void **state)
{
  threads_left = UNLIMITED;
  return give_back(state);
}

/* ------------------------------------------------------------------- Teams -- */

enum { MOST = 300, ROUNDS = 300 };

typedef struct {
  atomic_int entered[MOST];
  atomic_size_t size, count, late;
} roll;

static void sign_in(void *context, const nnreg_member *member)
{
  roll *list = context;
  atomic_fetch_add(&list->entered[member->id], 1);
  atomic_store(&list->size, member->size);
}

/* Members 0 .. size - 1 have each run once. */
static size_t run_team(size_t num_threads)
{
  static roll list;
  memset(&list, 0, sizeof list);
  nnreg_team_run(num_threads, sign_in, &list);
  size_t size = list.size;
  for (size_t i = 0; i < MOST; i++) assert_int_equal(list.entered[i], i < size);
  return size;
}

static void test_members(void **state)
{
  (void)state;
  assert_int_equal(run_team(0), 1);
  assert_int_equal(run_team(1), 1);
  assert_int_equal(run_team(2), 2);
  assert_int_equal(run_team(7), 7);
  assert_in_range(run_team(1000), 2, 256);
}

static void test_few_threads(void **state)
{
  (void)state;
  for (int left = 0; left < 4; left++) {
    threads_left = left;
    assert_int_equal(run_team(5), left + 1);
  }
}

/* No member is two rounds ahead of another. */
static void keep_step(void *context, const nnreg_member *member)
{
  roll *list = context;
  for (size_t round = 1; round <= ROUNDS; round++) {
    atomic_fetch_add(&list->count, 1);
    nnreg_team_wait(member);
    if (atomic_load(&list->count) != round * member->size) atomic_fetch_add(&list->late, 1);
    nnreg_team_wait(member);
  }
}

static void test_barrier(void **state)
{
  (void)state;
  for (size_t threads = 1; threads <= 6; threads++) {
    static roll list;
    memset(&list, 0, sizeof list);
    nnreg_team_run(threads, keep_step, &list);
    assert_int_equal(list.count, threads * ROUNDS);
    assert_int_equal(list.late, 0);
  }
}

/* Shares follow each other, cover all, and differ by one item at most. */
static void test_shares(void **state)
{
  (void)state;
  static const size_t COUNTS[] = {0, 1, 5, 64, 1000003, SIZE_MAX};
  for (size_t c = 0; c < LENGTH(COUNTS); c++)
    for (size_t size = 1; size <= 256; size++) {
      size_t next = 0;
      for (size_t id = 0; id < size; id++) {
        const nnreg_member member = {.id = id, .size = size};
        size_t first, last, even = COUNTS[c] / size;
        nnreg_team_share(&member, COUNTS[c], &first, &last);
        assert_true(first == next && last >= first);
        assert_true(last - first == even || last - first == even + 1);
        next = last;
      }
      assert_true(next == COUNTS[c]);
    }
}

enum { DEALS = 400, ITEMS = 70 };

static atomic_int done[DEALS][ITEMS];

/* Deals of 0 .. ITEMS - 1 items one after the other without a barrier, in many chunks or few. */
static void take_turns(void *context, const nnreg_member *member)
{
  (void)context;
  for (size_t d = 0; d < DEALS; d++) {
    size_t first, last;
    nnreg_deal deal = nnreg_team_deal(member, d % ITEMS, 1 + d % 16);
    deal.backwards = d % 3 == 0;
    while (nnreg_team_take(&deal, &first, &last))
      for (size_t i = first; i < last; i++) atomic_fetch_add(&done[d][i], 1);
  }
}

static void test_deals(void **state)
{
  (void)state;
  for (size_t threads = 1; threads <= 6; threads++) {
    memset(done, 0, sizeof done);
    nnreg_team_run(threads, take_turns, NULL);
    for (size_t d = 0; d < DEALS; d++)
      for (size_t i = 0; i < ITEMS; i++) assert_int_equal(done[d][i], i < d % ITEMS);
  }
}

/* The last member comes when all is done: the others have done its share, and it finds nothing.
 * Each begins with its own share, from that end which it is told. */
static void come_late(void *context, const nnreg_member *member)
{
  roll *list = context;
  size_t first, last, own, end;
  bool late = member->size > 1 && member->id == member->size - 1;
  nnreg_team_share(member, ITEMS, &own, &end);
  for (double until = nnreg_now() + 60; late && nnreg_now() < until;)
    if (atomic_load(&list->count) == ITEMS) break;
  nnreg_deal deal = nnreg_team_deal(member, ITEMS, ITEMS);
  deal.backwards = true;
  bool begins = nnreg_team_take(&deal, &first, &last);
  if (!begins || late) {
    if (begins) atomic_fetch_add(&list->late, 1);
    return;
  }
  if (last > end || (member->size > 1 && last != end && first >= own)) atomic_store(&list->size, 1);
  do {
    atomic_fetch_add(&list->count, last - first);
  } while (nnreg_team_take(&deal, &first, &last));
}

static void test_late_member(void **state)
{
  (void)state;
  for (size_t threads = 1; threads <= 2; threads++) {
    static roll list;
    memset(&list, 0, sizeof list);
    nnreg_team_run(threads, come_late, &list);
    assert_int_equal(list.count, ITEMS);
    assert_int_equal(list.late, 0);
    assert_int_equal(list.size, 0);
  }
}

/* Denormal numbers are 0 inside, where the processor can do that, and back afterwards. */
static void halve(void *context, const nnreg_member *member)
{
  volatile double *least = context;
  volatile double half = least[0] / 2;
  if (member->id == 0) least[1] = half;
}

static void test_denormals(void **state)
{
  (void)state;
  volatile double least[] = {DBL_MIN, 1};
  for (size_t threads = 1; threads <= 2; threads++) {
    nnreg_team_run(threads, halve, (void *)(uintptr_t)least);
#ifdef __x86_64__
    assert_true(least[1] == 0);
#endif
    volatile double half = least[0] / 2;
    assert_true(half > 0);
  }
}

/* ---------------------------------------------------------------- Training -- */

/* With five threads, or as many as the system gives, the bits are the same as with one. */
static void check_training(data_form form, size_t hidden, size_t batch_size, bool validated,
                           int most_threads)
{
  world here;
  const world_plan plan = {.num_layers = 3,
                           .sizes = {70, hidden, 130, 7},
                           .num_samples = 600,
                           .form = form,
                           .type = NNREG_FLOAT};
  const nnreg_penalty penalty = {.lambda1 = {1e-3}};
  nnreg_epoch wanted[2], history[2];
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &penalty, batch_size, 2, 0.001);
  if (validated) problem.validation = here.samples;
  nnreg_state want = state_make(&here);
  train_whole(&problem, 1, &want, wanted);
  for (int left = UNLIMITED; left < most_threads; left += (int)sanitized_step(2)) {
    nnreg_state got = state_make(&here);
    threads_left = left;
    threads_made = 0;
    train_whole(&problem, 5, &got, history);
    assert_same_state(&here.network, &got, &want);
    assert_same_history(history, wanted, 2);
    if (left >= 0) assert_int_equal(threads_made, left);
    if (left != UNLIMITED) continue;
    assert_in_range(threads_made, 2 * (most_threads - 1),
                    validated ? 4 * 4 : 2 * (most_threads - 1));
  }
}

static void test_training(void **state)
{
  (void)state;
  check_training(FULL, 200, 128, true, 5);
  unlimited(state);
  check_training(COMPRESSED, 200, 128, true, 5);
  unlimited(state);
  check_training(FULL, 200, 128, false, 5);
}

/* As many threads as portions of a batch. */
static void test_portions(void **state)
{
  (void)state;
  check_training(FULL, 50, 256, false, 4);
  unlimited(state);
  check_training(COMPRESSED, 50, 256, true, 4);
  unlimited(state);
  check_training(FULL, 50, 100, false, 2);
}

static void check_others(const world *here, int left)
{
  nnreg_message why;
  const nnreg_penalty penalty = {.lambda2 = {1e-3}};
  size_t bytes = here->num_parameters * sizeof(float);
  float *want = take(bytes, 1), *got = take(bytes, 1);
  float *outputs = take(600 * 7, sizeof(float)), *again = take(600 * 7, sizeof(float));
  double cost[2], loss[2], metric[2];
  threads_left = UNLIMITED;
  ASSERT_OK(
      cost_of(&here->network, &penalty, here->own_theta, &here->samples, 1, &cost[0], want, &why));
  ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here->network, here->own_theta}, &here->data,
                          (nnreg_range){0, 600}, 1, outputs, &why));
  threads_left = left;
  ASSERT_OK(
      cost_of(&here->network, &penalty, here->own_theta, &here->samples, 4, &cost[1], got, &why));
  ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&here->network, here->own_theta}, &here->data,
                          (nnreg_range){0, 600}, 4, again, &why));
  assert_true(cost[0] == cost[1]);
  for (int i = 0; i < 2; i++) {
    threads_left = i ? left : UNLIMITED;
    ASSERT_OK(evaluate(&here->network, here->own_theta, &here->samples, i ? 4 : 1, &loss[i],
                       &metric[i], &why));
  }
  assert_true(loss[0] == loss[1] && metric[0] == metric[1]);
  assert_memory_equal(got, want, bytes);
  assert_memory_equal(again, outputs, 600 * 7 * sizeof(float));
}

static void test_others(void **state)
{
  (void)state;
  world here;
  const world_plan plan = {.num_layers = 3,
                           .sizes = {70, 200, 130, 7},
                           .num_samples = 600,
                           .form = SHIFTED,
                           .type = NNREG_FLOAT};
  world_make(&here, &plan);
  for (int left = 0; left < 4; left += (int)sanitized_step(3)) check_others(&here, left);
}

/* The solver on all samples, and many trainings side by side. */
static void check_solvers(const world *here, int left)
{
  nnreg_message why;
  const nnreg_penalty penalty = {.group = 1e-3, .lambda1 = {1e-3}};
  nnreg_problem problems[5];
  nnreg_job jobs[5];
  nnreg_state want[5];
  nnreg_epoch history[2];
  for (size_t i = 0; i < 5; i++) {
    problems[i] = problem_make(here, &penalty, 64 + 16 * i, 2, 0.001);
    problems[i].solver = i == 0 ? NNREG_FISTA : NNREG_ADAM;
    problems[i].tolerance = 1e-3;
    want[i] = state_make(here);
    jobs[i] = (nnreg_job){.problem = &problems[i], .state = state_make(here)};
    threads_left = UNLIMITED;
    train_whole(&problems[i], 1, &want[i], history);
  }
  nnreg_state alone = state_make(here);
  threads_left = left;
  train_whole(&problems[0], 4, &alone, history);
  assert_same_state(&here->network, &alone, &want[0]);
  threads_left = left;
  threads_made = 0;
  ASSERT_OK(nnreg_train_many(test_blas, jobs, 5, INFINITY, 4, &why));
  assert_int_equal(threads_made, left);
  for (size_t i = 0; i < 5; i++) {
    assert_true(jobs[i].done && jobs[i].status == NNREG_OK);
    assert_same_state(&here->network, &jobs[i].state, &want[i]);
  }
}

static void test_solvers(void **state)
{
  (void)state;
  world here;
  const world_plan plan = {.num_layers = 2,
                           .sizes = {70, 20, 7},
                           .num_samples = 300,
                           .form = COMPRESSED,
                           .type = NNREG_FLOAT};
  world_make(&here, &plan);
  for (int left = (int)sanitized_step(4) - 1; left < 4; left++) check_solvers(&here, left);
}

/* ----------------------------------------------------------------- Packing -- */

enum { PACKED = 1500, INPUTS = 80 };

typedef struct {
  double largest[INPUTS], mean[INPUTS], scale[INPUTS], density;
  uint32_t starts[PACKED + 1];
  uint16_t indices[PACKED * INPUTS];
  float packed[PACKED * INPUTS], dense[PACKED * INPUTS];
} packing;

static void pack(const nnreg_source *source, size_t num_threads, packing *made)
{
  nnreg_message why;
  nnreg_scan scan = {.largest = made->largest, .mean = made->mean, .deviation = made->scale};
  memset(made, 0, sizeof *made);
  ASSERT_OK(nnreg_source_scan(source, NULL, num_threads, &scan, &why));
  made->density = scan.density;
  ASSERT_OK(
      nnreg_pack_count(source, (nnreg_range){0, PACKED}, NULL, num_threads, made->starts, &why));
  ASSERT_OK(nnreg_pack_block(
      source, (nnreg_range){0, PACKED}, &(nnreg_scaling){NULL, NULL, NNREG_FLOAT}, num_threads,
      &(nnreg_room){.values = made->packed, .starts = made->starts, .indices = made->indices},
      &why));
  ASSERT_OK(nnreg_pack_block(
      source, (nnreg_range){0, PACKED}, &(nnreg_scaling){made->mean, made->scale, NNREG_FLOAT},
      num_threads, &(nnreg_room){.values = made->dense, .starts = NULL, .indices = NULL}, &why));
}

static void test_packing(void **state)
{
  (void)state;
  static packing want, got;
  uint64_t seed = 3;
  float *x = take(PACKED * INPUTS, sizeof *x);
  for (size_t i = 0; i < PACKED * INPUTS; i++)
    x[i] = draw_below(&seed, 3) ? 0 : (float)draw_unit(&seed);
  const nnreg_source source = {
      .num_samples = PACKED, .num_inputs = INPUTS, .type = NNREG_FLOAT, .values = x};
  pack(&source, 1, &want);
  for (int left = 0; left < 4; left++) {
    threads_left = left;
    threads_made = 0;
    pack(&source, 4, &got);
    assert_int_equal(threads_made, left);
    assert_memory_equal(&got, &want, sizeof got);
  }
}

#define THREAD_TEST(function) cmocka_unit_test_teardown(function, unlimited)

int main(void)
{
  const struct CMUnitTest tests[] = {
      THREAD_TEST(test_members),  THREAD_TEST(test_few_threads), THREAD_TEST(test_barrier),
      THREAD_TEST(test_shares),   THREAD_TEST(test_denormals),   THREAD_TEST(test_training),
      THREAD_TEST(test_portions), THREAD_TEST(test_others),      THREAD_TEST(test_solvers),
      THREAD_TEST(test_packing),  THREAD_TEST(test_deals),       THREAD_TEST(test_late_member),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
