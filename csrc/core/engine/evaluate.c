/* Forward passes over many samples: prediction and evaluation.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

enum { BLOCK = 256 };

/* One thread's memory. */
struct nnreg_workspace {
  nnreg_batch batch;
  real *values[2]; /* (widest x block): layers alternate */
  real *scratch;   /* of a direct first layer, or NULL */
};

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

static nnreg_status open_space(nnreg_workspace *space, const nnreg_pass *pass, size_t entries,
                               nnreg_message *why)
{
  nnreg_status status =
      nnreg_batch_open(&space->batch, pass->pick.data, pass->block, entries, false, why);
  if (status != NNREG_OK) return status;
  for (int i = 0; i < 2; i++) {
    space->values[i] = nnreg_alloc(pass->net->plan->widest * pass->block, sizeof(real));
    if (!space->values[i]) return nnreg_no_memory(why, "a block of predictions");
  }
  if (!pass->direct) return NNREG_OK;
  space->scratch = nnreg_alloc(nnreg_direct_scratch(pass->direct), sizeof(real));
  return space->scratch ? NNREG_OK : nnreg_no_memory(why, "a block of predictions");
}

static size_t useful_threads(const nnreg_pass *pass, size_t num_threads)
{
  double total = (double)pass->net->plan->num_parameters * (double)pass->pick.count;
  num_threads = nnreg_blas_threads(pass->net->blas, num_threads);
  if (total < 4e6) return 1;
  return num_threads < pass->num_blocks ? num_threads : pass->num_blocks;
}

nnreg_status nnreg_pass_open(nnreg_pass *pass, size_t num_threads, nnreg_message *why)
{
  size_t chunk = pass->net->plan->chunk, most = pass->direct ? NNREG_DIRECT_BLOCK : BLOCK;
  pass->block = chunk < most ? chunk : most;
  pass->num_blocks = (pass->pick.count + pass->block - 1) / pass->block;
  pass->num_threads = useful_threads(pass, num_threads);
  size_t entries = pass->pick.data->compressed ? most_entries(&pass->pick, pass->block) : 0;
  pass->sums = nnreg_alloc(pass->num_blocks, sizeof *pass->sums);
  pass->spaces = nnreg_alloc(pass->num_threads, sizeof *pass->spaces);
  if (!pass->sums || !pass->spaces) {
    nnreg_free(pass->spaces); /* nothing is in them yet */
    pass->spaces = NULL;
    nnreg_pass_close(pass);
    (void)nnreg_no_memory(why, "a forward pass");
    return NNREG_OUT_OF_MEMORY; /* so that analysers see it, too */
  }
  memset(pass->spaces, 0, pass->num_threads * sizeof *pass->spaces);
  nnreg_status status = NNREG_OK;
  for (size_t i = 0; i < pass->num_threads && status == NNREG_OK; i++)
    status = open_space(&pass->spaces[i], pass, entries, why);
  if (status != NNREG_OK) nnreg_pass_close(pass);
  return status;
}

void nnreg_pass_close(nnreg_pass *pass)
{
  for (size_t i = 0; pass->spaces && i < pass->num_threads; i++) {
    nnreg_batch_close(&pass->spaces[i].batch);
    nnreg_free(pass->spaces[i].values[0]);
    nnreg_free(pass->spaces[i].values[1]);
    nnreg_free(pass->spaces[i].scratch);
  }
  nnreg_free(pass->spaces);
  nnreg_free(pass->sums);
  pass->spaces = NULL;
  pass->sums = NULL;
}

static void store_outputs(const nnreg_pass *pass, const nnreg_pick *pick, const real *values)
{
  const nnreg_plan *plan = pass->net->plan;
  const nnreg_layer *last = &plan->layers[plan->num_layers - 1];
  real *to = pass->outputs + (pick->first - pass->pick.first) * last->outputs;
  for (size_t s = 0; s < pick->count; s++)
    memcpy(to + s * last->outputs, values + s * last->stride, last->outputs * sizeof *to);
}

/* Values of the first layer for moved samples: a (sums + W(:,input) move + b). */
static void move_block(const nnreg_pass *pass, const nnreg_pick *pick, real *outputs)
{
  const nnreg_net *net = pass->net;
  const nnreg_layer *layer = &net->plan->layers[0];
  const nnreg_moved *moved = pass->moved;
  const uint32_t *rows = moved->rows + pick->first;
  const real *all = moved->sums, *moves = (const real *)moved->moves + pick->first;
  for (size_t q = 0; q < layer->num_panels; q++) {
    size_t units = nnreg_panel_units(layer, q), first = q * layer->panel;
    const real *w = net->theta + nnreg_panel_offset(layer, q) + moved->input * units;
    for (size_t s = 0; s < pick->count; s++) {
      const real *sums = all + rows[s] * layer->outputs + first;
      real *z = outputs + s * layer->stride + first, move = moves[s];
      for (size_t u = 0; u < units; u++) z[u] = sums[u] + move * w[u];
    }
  }
  net->kernels->activate(layer->activation, layer->outputs, pick->count, net->theta + layer->bias,
                         outputs, layer->stride);
}

/* Values of the first layer; false if the samples are not as they must be. */
static bool first_layer(const nnreg_pass *pass, nnreg_workspace *space, const nnreg_pick *pick)
{
  real *outputs = space->values[0];
  if (pass->direct)
    return nnreg_direct_block(pass->direct, pass->net, pick->first, pick->count, space->scratch,
                              outputs);
  if (pass->moved) {
    move_block(pass, pick, outputs);
    return true;
  }
  nnreg_batch_fill(&space->batch, pick, 0, pick->count);
  if (atomic_load(&space->batch.corrupt)) return false;
  for (size_t q = 0; q < pass->net->plan->layers[0].num_panels; q++)
    nnreg_forward_panel(pass->net, 0, q, &space->batch, NULL, 0, 0, pick->count, outputs);
  return true;
}

static void run_block(const nnreg_pass *pass, nnreg_workspace *space, size_t number)
{
  const nnreg_plan *plan = pass->net->plan;
  nnreg_pick pick = pass->pick;
  pick.first += number * pass->block;
  pick.count = pass->pick.count - number * pass->block;
  if (pick.count > pass->block) pick.count = pass->block;
  if (!first_layer(pass, space, &pick)) {
    atomic_store(&space->batch.corrupt, true);
    return;
  }
  real *outputs = space->values[0];
  for (size_t l = 1; l < plan->num_layers; l++) {
    const real *inputs = outputs;
    outputs = space->values[l % 2];
    for (size_t q = 0; q < plan->layers[l].num_panels; q++)
      nnreg_forward_panel(pass->net, l, q, NULL, inputs, plan->layers[l - 1].stride, 0, pick.count,
                          outputs);
  }
  if (pass->targets)
    nnreg_loss(pass->net, pass->targets, &pick, 0, pick.count, 0, outputs, &pass->sums[number]);
  if (!pass->outputs) return;
  nnreg_finish_outputs(pass->net, outputs, pick.count);
  store_outputs(pass, &pick, outputs);
}

static void run_member(void *context, const nnreg_member *member)
{
  const nnreg_pass *pass = context;
  for (size_t b = member->id; b < pass->num_blocks && !nnreg_is_stopped(pass->net->blas);
       b += member->size)
    run_block(pass, &pass->spaces[member->id], b);
}

nnreg_status nnreg_pass_run(nnreg_pass *pass, nnreg_sums *sums, nnreg_message *why)
{
  const nnreg_layer *first = &pass->net->plan->layers[0];
  size_t folds = nnreg_is_shifted(pass->net->data) ? first->num_panels : 0;
  for (size_t q = 0; q < folds; q++) nnreg_fold_shift(pass->net, q);
  memset(pass->sums, 0, pass->num_blocks * sizeof *pass->sums);
  nnreg_team_run(pass->num_threads, run_member, pass);
  if (nnreg_is_stopped(pass->net->blas)) return nnreg_stopped(why);
  *sums = (nnreg_sums){0, 0, 0};
  for (size_t b = 0; b < pass->num_blocks; b++) {
    sums->loss += pass->sums[b].loss;
    sums->metric += pass->sums[b].metric;
    sums->weight += pass->sums[b].weight;
  }
  for (size_t i = 0; i < pass->num_threads; i++)
    if (atomic_load(&pass->spaces[i].batch.corrupt))
      return pass->direct ? nnreg_fail(why, NNREG_BAD_DATA,
                                       "X has a value that is not finite in %s precision",
                                       sizeof(real) == sizeof(double) ? "double" : "single")
                          : nnreg_corrupt(why);
  return NNREG_OK;
}

/* The outputs of a pass whose network is theta. */
static nnreg_status predict_once(nnreg_pass *pass, const nnreg_blas *blas,
                                 const nnreg_network *network, const real *theta,
                                 size_t num_threads, nnreg_message *why)
{
  nnreg_plan plan;
  nnreg_net net;
  nnreg_sums sums;
  nnreg_plan_make(&plan, network, pass->pick.data, 0);
  nnreg_status status = nnreg_net_open(&net, blas, &plan, pass->pick.data, theta, why);
  if (status != NNREG_OK) return status;
  pass->net = &net;
  status = nnreg_pass_open(pass, num_threads, why);
  if (status == NNREG_OK) status = nnreg_pass_run(pass, &sums, why);
  nnreg_pass_close(pass);
  nnreg_net_close(&net);
  pass->net = NULL;
  return status;
}

nnreg_status nnreg_predict(const nnreg_blas *blas, const nnreg_network *network, const real *theta,
                           const nnreg_data *data, size_t first, size_t count, size_t num_threads,
                           real *outputs, nnreg_message *why)
{
  nnreg_pass pass = {.pick = {.data = data, .first = first, .count = count}, .outputs = outputs};
  return predict_once(&pass, blas, network, theta, num_threads, why);
}

nnreg_status nnreg_predict_moved(const nnreg_blas *blas, const nnreg_network *network,
                                 const real *theta, const nnreg_moved *moved, size_t num_threads,
                                 real *outputs, nnreg_message *why)
{
  /* The sums stand for the data: nothing is taken out of them. */
  nnreg_data data = {.num_inputs = network->sizes[0], .columns = moved->sums};
  nnreg_pass pass = {
      .pick = {.data = &data, .count = moved->count}, .moved = moved, .outputs = outputs};
  return predict_once(&pass, blas, network, theta, num_threads, why);
}

nnreg_status nnreg_predict_view(const nnreg_blas *blas, const nnreg_network *network,
                                const real *theta, const nnreg_view *view, size_t first,
                                size_t count, size_t num_threads, real *outputs, nnreg_message *why)
{
  nnreg_plan plan;
  nnreg_direct direct;
  nnreg_data data = {.num_inputs = network->sizes[0], .columns = view->source->values};
  nnreg_pass pass = {.pick = {.data = &data, .first = first, .count = count},
                     .direct = &direct,
                     .outputs = outputs};
  nnreg_plan_make(&plan, network, &data, 0);
  nnreg_status status = nnreg_direct_open(&direct, view, &plan.layers[0], theta, why);
  if (status != NNREG_OK) return status;
  status = predict_once(&pass, blas, network, theta, num_threads, why);
  nnreg_direct_close(&direct);
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

nnreg_pass nnreg_pass_over(const nnreg_net *net, const nnreg_samples *samples)
{
  return (nnreg_pass){
      .net = net,
      .pick = {.data = samples->data, .rows = samples->rows, .count = samples->num_rows},
      .targets = samples->targets};
}

nnreg_status nnreg_pass_means(nnreg_pass *pass, double *data_loss, double *metric,
                              nnreg_message *why)
{
  nnreg_sums sums = {0, 0, 0};
  nnreg_status status = nnreg_pass_run(pass, &sums, why);
  if (status != NNREG_OK) return status;
  *data_loss = sums.loss / sums.weight;
  *metric = sums.metric / sums.weight;
  return NNREG_OK;
}

nnreg_status nnreg_net_evaluate(const nnreg_net *net, const nnreg_samples *samples,
                                size_t num_threads, double *data_loss, double *metric,
                                nnreg_message *why)
{
  nnreg_pass pass = nnreg_pass_over(net, samples);
  nnreg_status status = nnreg_pass_open(&pass, num_threads, why);
  if (status != NNREG_OK) return status;
  status = nnreg_pass_means(&pass, data_loss, metric, why);
  nnreg_pass_close(&pass);
  return status;
}
