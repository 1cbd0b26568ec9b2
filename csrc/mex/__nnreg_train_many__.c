/* [states, results, done, ids, histories] = __nnreg_train_many__ (problems, states, results, done,
 * seconds, threads)
 *
 * Trains many problems side by side for so many seconds (nnreg_train_many): problems
 * and states are cells of the same length, results has a row of seven numbers a job,
 * done is logical; ids names how a job that failed ended (else ""); histories, if asked for,
 * is a cell of each job's rows for the epochs that this call finished.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "problem.h"

/* The jobs' memory, Octave's own. */
typedef struct {
  size_t count;
  problem_full *full;
  nnreg_problem *problems;
  nnreg_state *states;
  nnreg_epoch *results;
  nnreg_epoch **histories; /* or NULL */
  double *epochs;          /* before this call */
  bool *done;
  nnreg_status *status;
} job_list;

static job_list read_jobs(const mxArray *in[], mxArray *next)
{
  job_list jobs = {.count = mxGetNumberOfElements(in[0])};
  jobs.full = gateway_scratch(jobs.count + 1, sizeof *jobs.full);
  jobs.problems = gateway_scratch(jobs.count + 1, sizeof *jobs.problems);
  jobs.states = gateway_scratch(jobs.count + 1, sizeof *jobs.states);
  jobs.results = gateway_scratch(jobs.count + 1, sizeof *jobs.results);
  jobs.done = gateway_scratch(jobs.count + 1, sizeof *jobs.done);
  jobs.status = gateway_scratch(jobs.count + 1, sizeof *jobs.status);
  const double *seconds = mxGetPr(in[2]);
  const mxLogical *done = mxGetLogicals(in[3]);
  for (size_t i = 0; i < jobs.count; i++) {
    problem_read(mxGetCell(in[0], (mwIndex)i), &jobs.full[i]);
    jobs.problems[i] = jobs.full[i].problem;
    mxSetCell(
        next, (mwIndex)i,
        problem_copy_state(mxGetCell(in[1], (mwIndex)i), &jobs.full[i].network, &jobs.states[i]));
    double row[7];
    for (size_t j = 0; j < 7; j++) row[j] = seconds[i + j * jobs.count];
    jobs.results[i] = (nnreg_epoch){row[0], row[1], row[2], row[3], row[4], row[5], row[6]};
    jobs.done[i] = done[i];
  }
  return jobs;
}

/* Room for the epochs that each job has left. */
static void make_histories(job_list *jobs)
{
  jobs->histories = gateway_scratch(jobs->count + 1, sizeof *jobs->histories);
  jobs->epochs = gateway_scratch(jobs->count + 1, sizeof *jobs->epochs);
  for (size_t i = 0; i < jobs->count; i++) {
    size_t all = jobs->problems[i].num_epochs;
    double begun = jobs->epochs[i] = jobs->states[i].epoch;
    bool some = begun >= 0 && begun < (double)all; /* the core refuses what is no count */
    jobs->histories[i] = gateway_scratch(some ? all - (size_t)begun : 0, sizeof **jobs->histories);
  }
}

static mxArray *new_histories(const job_list *jobs)
{
  mxArray *cell = mxCreateCellMatrix((mwSize)jobs->count, 1);
  for (size_t i = 0; i < jobs->count; i++) {
    size_t rows = (size_t)(jobs->states[i].epoch - jobs->epochs[i]);
    mxSetCell(cell, (mwIndex)i, problem_new_history(jobs->histories[i], rows));
  }
  return cell;
}

static void check_arguments(const mxArray *in[])
{
  size_t count = mxGetNumberOfElements(in[0]);
  if (!mxIsCell(in[0]) || !mxIsCell(in[1]) || mxGetNumberOfElements(in[1]) != count)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: problems and states must be cells of one length");
  if (!mxIsDouble(in[2]) || mxIsComplex(in[2]) || mxIsSparse(in[2]) ||
      mxGetNumberOfElements(in[2]) != 7 * count)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: results must have seven columns");
  if (!mxIsLogical(in[3]) || mxIsSparse(in[3]) || mxGetNumberOfElements(in[3]) != count)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: done must be logical, one entry a job");
  for (size_t i = 0; i < count; i++)
    if (!mxGetCell(in[0], (mwIndex)i) || !mxGetCell(in[1], (mwIndex)i))
      gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: problems and states must not be empty");
}

static void return_jobs(const job_list *jobs, mxArray *next, mxArray *out[])
{
  mxArray *ids = mxCreateCellMatrix((mwSize)jobs->count, 1);
  mxArray *done = mxCreateLogicalMatrix((mwSize)jobs->count, 1);
  for (size_t i = 0; i < jobs->count; i++) {
    problem_store_state(&jobs->problems[i], &jobs->states[i], mxGetCell(next, (mwIndex)i));
    mxGetLogicals(done)[i] = jobs->done[i];
    bool failed = jobs->status[i] != NNREG_OK;
    mxSetCell(ids, (mwIndex)i, mxCreateString(failed ? nnreg_status_id(jobs->status[i]) : ""));
  }
  out[0] = next;
  out[1] = problem_new_history(jobs->results, jobs->count);
  out[2] = done;
  out[3] = ids;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_message why = {""};
  gateway_expect("__nnreg_train_many__", num_in, 6, num_out, 5);
  check_arguments(in);
  double seconds = gateway_scalar(in[4], "seconds");
  size_t threads = gateway_size(in[5], "threads");
  mxArray *next = mxCreateCellMatrix((mwSize)mxGetNumberOfElements(in[0]), 1);
  job_list jobs = read_jobs(in, next);
  if (num_out > 4) make_histories(&jobs);
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status =
      nnreg_train_many(blas, jobs.problems, jobs.count, seconds, threads, jobs.states, jobs.results,
                       jobs.histories, jobs.done, jobs.status, &why);
  nnreg_blas_close(blas);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  mxArray *results[5] = {NULL};
  return_jobs(&jobs, next, results);
  if (num_out > 4) results[4] = new_histories(&jobs);
  for (int i = 0; i < (num_out ? num_out : 1); i++) out[i] = results[i];
}
