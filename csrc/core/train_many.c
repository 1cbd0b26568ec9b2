/* Many trainings side by side.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdatomic.h>

#include "engine/precisions.h"
#include "network/network.h"
#include "os/os.h"

typedef struct {
  const nnreg_blas *blas;
  nnreg_job *jobs;
  size_t num_jobs;
  double deadline;
  size_t threads_each; /* more than 1 if there are fewer jobs than threads */
  atomic_size_t next;
} queue;

static bool time_is_up(const queue *work)
{
  return nnreg_now() >= work->deadline || nnreg_is_stopped(work->blas);
}

/* Trains until an epoch ends, which goes to *history, or the time is up. */
static void train_epoch(const queue *work, nnreg_job *job, nnreg_epoch **history)
{
  nnreg_epoch row;
  size_t finished;
  double spent = job->result.seconds;
  nnreg_limits limits = {
      .seconds = work->deadline - nnreg_now(), .num_epochs = 1, .num_threads = work->threads_each};
  job->status = nnreg_train_checked(work->blas, job->problem, &limits, &job->state, &row, &finished,
                                    &job->why);
  if (job->status == NNREG_STOPPED) job->status = NNREG_OK;
  if (!finished) return;
  if (*history) *(*history)++ = row;
  job->result = row;
  job->result.seconds += spent;
}

/* Trains a job until it is over or the time is up. */
static void train_job(const queue *work, nnreg_job *job)
{
  nnreg_epoch *history = job->history;
  while (job->status == NNREG_OK && !nnreg_is_over(job->problem, &job->state)) {
    train_epoch(work, job, &history);
    if (job->status == NNREG_OK && time_is_up(work) && !nnreg_is_over(job->problem, &job->state))
      return;
  }
  job->done = true;
}

static void take_jobs(void *context, const nnreg_member *member)
{
  queue *work = context;
  (void)member;
  while (!time_is_up(work)) {
    size_t i = atomic_fetch_add(&work->next, 1);
    if (i >= work->num_jobs) return;
    if (!work->jobs[i].done) train_job(work, &work->jobs[i]);
  }
}

nnreg_status nnreg_train_many(const nnreg_blas *blas, nnreg_job *jobs, size_t num_jobs,
                              double seconds, size_t num_threads, nnreg_message *why)
{
  for (size_t i = 0; i < num_jobs; i++) {
    nnreg_status status = nnreg_problem_check(jobs[i].problem, why);
    if (status == NNREG_OK) status = nnreg_state_check(jobs[i].problem, &jobs[i].state, why);
    if (status != NNREG_OK) return status;
    if (!jobs[i].done) jobs[i].status = NNREG_OK;
  }
  queue work = {
      .blas = blas, .jobs = jobs, .num_jobs = num_jobs, .deadline = nnreg_now() + seconds};
  num_threads = nnreg_blas_threads(blas, num_threads);
  work.threads_each = num_jobs > 0 && num_jobs < num_threads ? num_threads / num_jobs : 1;
  nnreg_team_run(num_threads < num_jobs ? num_threads : num_jobs, take_jobs, &work);
  return NNREG_OK;
}
