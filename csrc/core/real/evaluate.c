/* Forward passes over many samples: prediction and evaluation.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

enum { BLOCK = 256 };

/* One thread's memory. */
typedef struct {
  nnreg_batch batch;
  real *values[2]; /* (widest x block): layers alternate */
} workspace;

typedef struct {
  const nnreg_pass *pass;
  size_t block, num_blocks;
  nnreg_sums *sums; /* one a block, so that their order does not depend on threads */
  workspace *spaces;
} job;

static size_t most_entries(const nnreg_pick *pick, size_t block)
{
  size_t most = 0;
  for (size_t at = 0; at < pick->count; at += block) {
    size_t sum = 0;
    for (size_t k = at; k < at + block && k < pick->count; k++)
      sum += nnreg_sample_entries(pick->data, nnreg_pick_row(pick, k));
    most = sum > most ? sum : most;
  }
  return most;
}

static nnreg_status open_space(workspace *space, const job *work, size_t entries,
                               nnreg_message *why)
{
  const nnreg_plan *plan = work->pass->net->plan;
  nnreg_status status =
      nnreg_batch_open(&space->batch, work->pass->pick.data, work->block, entries, false, why);
  if (status != NNREG_OK) return status;
  for (int i = 0; i < 2; i++) {
    space->values[i] = nnreg_alloc(plan->widest * work->block, sizeof(real));
    if (!space->values[i]) return nnreg_no_memory(why, "a block of predictions");
  }
  return NNREG_OK;
}

static void close_space(workspace *space)
{
  nnreg_batch_close(&space->batch);
  nnreg_free(space->values[0]);
  nnreg_free(space->values[1]);
}

static void store_outputs(const job *work, const nnreg_pick *pick, const real *values)
{
  const nnreg_plan *plan = work->pass->net->plan;
  const nnreg_layer *last = &plan->layers[plan->num_layers - 1];
  real *to = work->pass->outputs + (pick->first - work->pass->pick.first) * last->outputs;
  for (size_t s = 0; s < pick->count; s++)
    memcpy(to + s * last->outputs, values + s * last->stride, last->outputs * sizeof *to);
}

static void run_block(const job *work, workspace *space, size_t number)
{
  const nnreg_pass *pass = work->pass;
  const nnreg_plan *plan = pass->net->plan;
  nnreg_pick pick = pass->pick;
  pick.first += number * work->block;
  pick.count = pass->pick.count - number * work->block;
  if (pick.count > work->block) pick.count = work->block;
  nnreg_batch_fill(&space->batch, &pick, 0, pick.count);
  if (atomic_load(&space->batch.corrupt)) return;
  real *inputs = NULL, *outputs = NULL;
  size_t in_stride = 0;
  for (size_t l = 0; l < plan->num_layers; l++) {
    outputs = space->values[l % 2];
    for (size_t q = 0; q < plan->layers[l].num_panels; q++)
      nnreg_forward_panel(pass->net, l, q, &space->batch, inputs, in_stride, 0, pick.count,
                          outputs);
    inputs = outputs;
    in_stride = plan->layers[l].stride;
  }
  if (pass->targets)
    nnreg_loss(pass->net, pass->targets, &pick, 0, pick.count, 0, outputs, &work->sums[number]);
  if (!pass->outputs) return;
  nnreg_finish_outputs(pass->net, outputs, pick.count);
  store_outputs(work, &pick, outputs);
}

static void run_member(void *context, const nnreg_member *member)
{
  job *work = context;
  for (size_t b = member->id; b < work->num_blocks; b += member->size)
    run_block(work, &work->spaces[member->id], b);
}

static size_t useful_threads(const job *work, size_t num_threads)
{
  double total = (double)work->pass->net->plan->num_parameters * (double)work->pass->pick.count;
  num_threads = nnreg_blas_threads(work->pass->net->blas, num_threads);
  if (total < 4e6) return 1;
  return num_threads < work->num_blocks ? num_threads : work->num_blocks;
}

nnreg_status nnreg_pass_run(const nnreg_pass *pass, size_t num_threads, nnreg_sums *sums,
                            nnreg_message *why)
{
  const nnreg_plan *plan = pass->net->plan;
  job work = {.pass = pass, .block = plan->chunk < BLOCK ? plan->chunk : BLOCK};
  *sums = (nnreg_sums){0, 0, 0};
  work.num_blocks = (pass->pick.count + work.block - 1) / work.block;
  size_t threads = useful_threads(&work, num_threads), opened = 0;
  size_t entries = pass->pick.data->compressed ? most_entries(&pass->pick, work.block) : 0;
  work.sums = nnreg_alloc(work.num_blocks, sizeof *work.sums);
  work.spaces = nnreg_alloc(threads, sizeof *work.spaces);
  nnreg_status status = NNREG_OK;
  if (!work.sums || !work.spaces) status = nnreg_no_memory(why, "a forward pass");
  if (status == NNREG_OK) {
    memset(work.sums, 0, work.num_blocks * sizeof *work.sums);
    memset(work.spaces, 0, threads * sizeof *work.spaces);
    for (; opened < threads && status == NNREG_OK; opened++)
      status = open_space(&work.spaces[opened], &work, entries, why);
  }
  if (status == NNREG_OK) {
    size_t folds = nnreg_is_shifted(pass->net->data) ? plan->layers[0].num_panels : 0;
    for (size_t q = 0; q < folds; q++) nnreg_fold_shift(pass->net, q);
    nnreg_team_run(threads, run_member, &work);
    for (size_t b = 0; b < work.num_blocks; b++) {
      sums->loss += work.sums[b].loss;
      sums->metric += work.sums[b].metric;
      sums->weight += work.sums[b].weight;
    }
  }
  for (size_t i = 0; i < opened; i++) {
    if (atomic_load(&work.spaces[i].batch.corrupt)) status = nnreg_corrupt(why);
    close_space(&work.spaces[i]);
  }
  nnreg_free(work.spaces);
  nnreg_free(work.sums);
  return status;
}

nnreg_status nnreg_predict(const nnreg_blas *blas, const nnreg_network *network, const real *theta,
                           const nnreg_data *data, size_t first, size_t count, size_t num_threads,
                           real *outputs, nnreg_message *why)
{
  nnreg_plan plan;
  nnreg_net net;
  nnreg_sums sums;
  nnreg_plan_make(&plan, network, data, 0);
  nnreg_status status = nnreg_net_open(&net, blas, &plan, data, theta, why);
  if (status != NNREG_OK) return status;
  nnreg_pass pass = {
      .net = &net, .pick = {.data = data, .first = first, .count = count}, .outputs = outputs};
  status = nnreg_pass_run(&pass, num_threads, &sums, why);
  nnreg_net_close(&net);
  return status;
}

nnreg_status nnreg_evaluate(const nnreg_blas *blas, const nnreg_network *network, const real *theta,
                            const nnreg_samples *samples, size_t num_threads, double *data_loss,
                            double *metric, nnreg_message *why)
{
  nnreg_plan plan;
  nnreg_net net;
  nnreg_plan_make(&plan, network, samples->data, 0);
  nnreg_status status = nnreg_net_open(&net, blas, &plan, samples->data, theta, why);
  if (status != NNREG_OK) return status;
  status = nnreg_net_evaluate(&net, samples, num_threads, data_loss, metric, why);
  nnreg_net_close(&net);
  return status;
}

nnreg_status nnreg_net_evaluate(const nnreg_net *net, const nnreg_samples *samples,
                                size_t num_threads, double *data_loss, double *metric,
                                nnreg_message *why)
{
  nnreg_sums sums;
  nnreg_pass pass = {
      .net = net,
      .pick = {.data = samples->data, .rows = samples->rows, .count = samples->num_rows},
      .targets = samples->targets};
  nnreg_status status = nnreg_pass_run(&pass, num_threads, &sums, why);
  if (status != NNREG_OK) return status;
  *data_loss = sums.loss / sums.weight;
  *metric = sums.metric / sums.weight;
  return NNREG_OK;
}
