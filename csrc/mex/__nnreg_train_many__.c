/* [states, results, done, ids, texts, histories] = __nnreg_train_many__ (problems, states, results,
 * done, seconds, threads)
 *
 * Trains many problems side by side for this number of seconds (nnreg_train_many). problems and
 * states are cells of the same length; results has a row for each job (the columns are
 * nnreg_epoch's); done is logical; ids and texts have the identifier and the reason of a job that
 * failed, otherwise ""; histories, if asked for, is a cell with the rows of the epochs that this
 * call finished for each job.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem.h"

/* The jobs, in Octave's memory. */
typedef struct {
  size_t count;
  problem_full *full;
  nnreg_job *jobs;
  double *begun; /* epochs before this call */
} job_list;

static void check_arguments(const mxArray *in[])
{
  size_t count = mxGetNumberOfElements(in[0]);
  if (!mxIsCell(in[0]) || !mxIsCell(in[1]) || mxGetNumberOfElements(in[1]) != count)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: problems and states must be cells of one length");
  if (!mxIsDouble(in[2]) || mxIsComplex(in[2]) || mxIsSparse(in[2]) ||
      mxGetNumberOfElements(in[2]) != NNREG_EPOCH_NUMBERS * count ||
      (count && mxGetM(in[2]) != count))
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: results must have a row a job, an epoch's columns");
  if (!mxIsLogical(in[3]) || mxIsSparse(in[3]) || mxGetNumberOfElements(in[3]) != count)
    gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: done must be logical, one entry a job");
  for (size_t i = 0; i < count; i++)
    if (!mxGetCell(in[0], (mwIndex)i) || !mxGetCell(in[1], (mwIndex)i))
      gateway_fail(NNREG_BAD_ARGUMENT, "nnreg: problems and states must not be empty");
}

/* Reads the jobs; copies of their states, which they write to, go into the cell `next`. */
static job_list read_jobs(const mxArray *in[], mxArray *next)
{
  job_list list = {.count = mxGetNumberOfElements(in[0])};
  list.full = gateway_scratch(list.count + 1, sizeof *list.full);
  list.jobs = gateway_scratch(list.count + 1, sizeof *list.jobs);
  list.begun = gateway_scratch(list.count + 1, sizeof *list.begun);
  for (size_t i = 0; i < list.count; i++) {
    problem_full *full = &list.full[i];
    nnreg_job *job = &list.jobs[i];
    problem_read(mxGetCell(in[0], (mwIndex)i), full);
    job->problem = &full->problem;
    mxSetCell(next, (mwIndex)i,
              problem_copy_state(mxGetCell(in[1], (mwIndex)i), &full->network, &job->state));
    job->result = problem_read_row(in[2], i);
    job->done = mxGetLogicals(in[3])[i];
    list.begun[i] = job->state.epoch;
  }
  return list;
}

/* Room for the epochs that each job has left. */
static void make_histories(job_list *list)
{
  for (size_t i = 0; i < list->count; i++) {
    nnreg_job *job = &list->jobs[i];
    size_t all = job->problem->num_epochs;
    double begun = list->begun[i];
    bool some = begun >= 0 && begun < (double)all; /* the core refuses other values */
    job->history = gateway_scratch(some ? all - (size_t)begun : 0, sizeof *job->history);
  }
}

static mxArray *new_histories(const job_list *list)
{
  mxArray *cell = mxCreateCellMatrix((mwSize)list->count, 1);
  for (size_t i = 0; i < list->count; i++) {
    size_t rows = (size_t)(list->jobs[i].state.epoch - list->begun[i]);
    mxSetCell(cell, (mwIndex)i, problem_new_history(list->jobs[i].history, rows));
  }
  return cell;
}

static void return_jobs(const job_list *list, mxArray *next, mxArray *out[])
{
  mxArray *ids = mxCreateCellMatrix((mwSize)list->count, 1);
  mxArray *texts = mxCreateCellMatrix((mwSize)list->count, 1);
  mxArray *done = mxCreateLogicalMatrix((mwSize)list->count, 1);
  nnreg_epoch *results = gateway_scratch(list->count + 1, sizeof *results);
  for (size_t i = 0; i < list->count; i++) {
    const nnreg_job *job = &list->jobs[i];
    bool failed = job->status != NNREG_OK;
    problem_store_state(job->problem, &job->state, mxGetCell(next, (mwIndex)i));
    results[i] = job->result;
    mxGetLogicals(done)[i] = job->done;
    mxSetCell(ids, (mwIndex)i, mxCreateString(failed ? nnreg_status_id(job->status) : ""));
    mxSetCell(texts, (mwIndex)i, mxCreateString(failed ? job->why.text : ""));
  }
  out[0] = next;
  out[1] = problem_new_history(results, list->count);
  out[2] = done;
  out[3] = ids;
  out[4] = texts;
}

void mexFunction(int num_out, mxArray *out[], int num_in, const mxArray *in[])
{
  nnreg_message why = {""};
  gateway_expect("__nnreg_train_many__", num_in, 6, num_out, 6);
  check_arguments(in);
  double seconds = gateway_scalar(in[4], "seconds");
  size_t threads = gateway_size(in[5], "threads");
  mxArray *next = mxCreateCellMatrix((mwSize)mxGetNumberOfElements(in[0]), 1);
  job_list list = read_jobs(in, next);
  if (num_out > 5) make_histories(&list);
  nnreg_blas *blas = gateway_open_blas();
  nnreg_status status = nnreg_train_many(blas, list.jobs, list.count, seconds, threads, &why);
  nnreg_blas_close(blas);
  if (status != NNREG_OK) gateway_fail(status, why.text);
  mxArray *results[6] = {NULL};
  return_jobs(&list, next, results);
  if (num_out > 5) results[5] = new_histories(&list);
  for (int i = 0; i < (num_out ? num_out : 1); i++) out[i] = results[i];
}
