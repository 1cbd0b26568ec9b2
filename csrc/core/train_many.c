/* Many trainings side by side.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdatomic.h>

#include "engine/precisions.h"
#include "os/blas.h"
#include "os/team.h"

typedef struct {
  const nnreg_blas *blas;
  const nnreg_problem *jobs;
  size_t num_jobs;
  double deadline;
  size_t threads_each; /* more than one where there are fewer jobs than threads */
  nnreg_state *states;
  nnreg_epoch *results;
  nnreg_epoch *const *histories; /* or NULL */
  bool *done;
  nnreg_status *status;
  atomic_size_t next;
} queue;

static bool time_is_up(const queue *work)
{
  return nnreg_now() >= work->deadline || nnreg_is_stopped(work->blas);
}

/* Trains one job until it is over or the time is up. */
static void run_job(queue *work, size_t i)
{
  nnreg_message why;
  nnreg_epoch row, *history = work->histories ? work->histories[i] : NULL;
  while (!nnreg_is_over(&work->jobs[i], &work->states[i])) {
    nnreg_limits limits = {.seconds = work->deadline - nnreg_now(),
                           .num_epochs = 1,
                           .num_threads = work->threads_each};
    size_t finished;
    double spent = work->results[i].seconds;
    work->status[i] = nnreg_train_checked(work->blas, &work->jobs[i], &limits, &work->states[i],
                                          &row, &finished, &why);
    if (finished) {
      if (history) *history++ = row;
      work->results[i] = row;
      work->results[i].seconds += spent;
    }
    if (work->status[i] == NNREG_STOPPED) work->status[i] = NNREG_OK;
    if (work->status[i] != NNREG_OK) break;
    if (time_is_up(work) && !nnreg_is_over(&work->jobs[i], &work->states[i])) return;
  }
  work->done[i] = true;
}

static void run_member(void *context, const nnreg_member *member)
{
  queue *work = context;
  (void)member;
  while (!time_is_up(work)) {
    size_t i = atomic_fetch_add(&work->next, 1);
    if (i >= work->num_jobs) return;
    if (!work->done[i]) run_job(work, i);
  }
}

nnreg_status nnreg_train_many(const nnreg_blas *blas, const nnreg_problem *jobs, size_t num_jobs,
                              double seconds, size_t num_threads, nnreg_state *states,
                              nnreg_epoch *results, nnreg_epoch *const *histories, bool *done,
                              nnreg_status *status, nnreg_message *why)
{
  for (size_t i = 0; i < num_jobs; i++) {
    nnreg_status checked = nnreg_problem_check(&jobs[i], why);
    if (checked == NNREG_OK) checked = nnreg_state_check(&jobs[i], &states[i], why);
    if (checked != NNREG_OK) return checked;
    if (!done[i]) status[i] = NNREG_OK;
  }
  queue work = {.blas = blas,
                .jobs = jobs,
                .num_jobs = num_jobs,
                .deadline = nnreg_now() + seconds,
                .states = states,
                .results = results,
                .histories = histories,
                .done = done,
                .status = status};
  num_threads = nnreg_blas_threads(blas, num_threads);
  work.threads_each = num_jobs > 0 && num_jobs < num_threads ? num_threads / num_jobs : 1;
  nnreg_team_run(num_threads < num_jobs ? num_threads : num_jobs, run_member, &work);
  return NNREG_OK;
}
