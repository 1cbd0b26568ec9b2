/* Forward passes: predictions, and losses without gradients.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine.h"

enum { PIECE_SAMPLES = 256 };

/* One thread's memory. */
struct nnreg_workspace {
  nnreg_stage stage;
  real *values[2]; /* (widest x piece_samples): layers alternate */
  real *scratch;   /* of a direct first layer, or NULL */
};

/* The samples of a piece. */
static nnreg_pick pick_piece(const nnreg_pass *pass, size_t number)
{
  nnreg_pick pick = pass->pick;
  pick.first += number * pass->piece_samples;
  pick.count = pass->pick.count - number * pass->piece_samples;
  if (pick.count > pass->piece_samples) pick.count = pass->piece_samples;
  return pick;
}

static size_t most_entries(const nnreg_pass *pass)
{
  size_t most = 0;
  for (size_t i = 0; i < pass->num_pieces; i++) {
    nnreg_pick pick = pick_piece(pass, i);
    size_t count = nnreg_pick_entries(&pick);
    most = count > most ? count : most;
  }
  return most;
}

static nnreg_status open_space(nnreg_workspace *space, const nnreg_pass *pass, size_t entries,
                               nnreg_message *why)
{
  nnreg_status status =
      nnreg_stage_open(&space->stage, pass->pick.data, pass->piece_samples, entries, false, why);
  if (status != NNREG_OK) return status;
  for (int i = 0; i < 2; i++) {
    space->values[i] = nnreg_alloc(pass->net->plan->widest * pass->piece_samples, sizeof(real));
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
  return num_threads < pass->num_pieces ? num_threads : pass->num_pieces;
}

nnreg_status nnreg_pass_open(nnreg_pass *pass, size_t num_threads, nnreg_message *why)
{
  size_t planned = pass->net->plan->piece_samples;
  size_t most = pass->direct ? NNREG_DIRECT_SAMPLES : PIECE_SAMPLES;
  pass->piece_samples = planned < most ? planned : most;
  pass->num_pieces = (pass->pick.count + pass->piece_samples - 1) / pass->piece_samples;
  pass->num_threads = useful_threads(pass, num_threads);
  size_t entries = pass->pick.data->compressed ? most_entries(pass) : 0;
  pass->sums = nnreg_alloc(pass->num_pieces, sizeof *pass->sums);
  pass->spaces = nnreg_alloc(pass->num_threads, sizeof *pass->spaces);
  if (!pass->sums || !pass->spaces) {
    nnreg_free(pass->spaces); /* they hold nothing yet */
    pass->spaces = NULL;
    nnreg_pass_close(pass);
    (void)nnreg_no_memory(why, "a forward pass");
    return NNREG_OUT_OF_MEMORY; /* a constant, for the analysers */
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
    nnreg_stage_close(&pass->spaces[i].stage);
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

/* Outputs of the first layer for moved samples: a (sums + W(:,input) move + b). */
static void move_piece(const nnreg_pass *pass, const nnreg_pick *pick, real *outputs)
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
  nnreg_activate_layer(net, layer, pick->count, outputs);
}

/* Outputs of the first layer; false if the samples' data are bad. */
static bool first_layer(const nnreg_pass *pass, nnreg_workspace *space, const nnreg_pick *pick)
{
  nnreg_flow flow = {.stage = &space->stage, .outputs = space->values[0]};
  nnreg_range samples = {pick->first, pick->count};
  if (pass->direct)
    return nnreg_direct_piece(pass->direct, pass->net, samples, space->scratch, flow.outputs);
  if (pass->moved) {
    move_piece(pass, pick, flow.outputs);
    return true;
  }
  nnreg_stage_fill(&space->stage, pick, 0, pick->count);
  if (atomic_load(&space->stage.corrupt)) return false;
  for (size_t q = 0; q < pass->net->plan->layers[0].num_panels; q++)
    nnreg_forward_panel(pass->net, &flow, q, 0, pick->count);
  return true;
}

/* Sums the losses of a piece, or stores its outputs. */
static void use_outputs(const nnreg_pass *pass, const nnreg_pick *pick, real *outputs,
                        nnreg_sums *sums)
{
  nnreg_judged judged = {
      .net = pass->net, .targets = pass->targets, .pick = pick, .outputs = outputs};
  if (pass->targets) nnreg_loss(&judged, 0, pick->count, sums);
  if (!pass->outputs) return;
  nnreg_finish_outputs(pass->net, outputs, pick->count);
  store_outputs(pass, pick, outputs);
}

static void run_piece(const nnreg_pass *pass, nnreg_workspace *space, size_t number)
{
  const nnreg_plan *plan = pass->net->plan;
  nnreg_pick pick = pick_piece(pass, number);
  if (!first_layer(pass, space, &pick)) {
    atomic_store(&space->stage.corrupt, true);
    return;
  }
  for (size_t l = 1; l < plan->num_layers; l++) {
    nnreg_flow flow = {
        .layer = l, .below = space->values[(l - 1) % 2], .outputs = space->values[l % 2]};
    for (size_t q = 0; q < plan->layers[l].num_panels; q++)
      nnreg_forward_panel(pass->net, &flow, q, 0, pick.count);
  }
  use_outputs(pass, &pick, space->values[(plan->num_layers - 1) % 2], &pass->sums[number]);
}

static void run_pieces(void *context, const nnreg_member *member)
{
  const nnreg_pass *pass = context;
  for (size_t i = member->id; i < pass->num_pieces; i += member->size) {
    if (nnreg_is_stopped(pass->net->blas)) return;
    run_piece(pass, &pass->spaces[member->id], i);
  }
}

nnreg_status nnreg_pass_run(nnreg_pass *pass, nnreg_sums *sums, nnreg_message *why)
{
  const nnreg_layer *first = &pass->net->plan->layers[0];
  size_t folds = nnreg_is_shifted(pass->net->data) ? first->num_panels : 0;
  for (size_t q = 0; q < folds; q++) nnreg_fold_shift(pass->net, q);
  memset(pass->sums, 0, pass->num_pieces * sizeof *pass->sums);
  nnreg_team_run(pass->num_threads, run_pieces, pass);
  if (nnreg_is_stopped(pass->net->blas)) return nnreg_stopped(why);
  *sums = (nnreg_sums){0, 0, 0};
  for (size_t i = 0; i < pass->num_pieces; i++) nnreg_add_sums(sums, &pass->sums[i]);
  for (size_t i = 0; i < pass->num_threads; i++)
    if (atomic_load(&pass->spaces[i].stage.corrupt))
      return pass->direct ? nnreg_fail(why, NNREG_BAD_DATA,
                                       "X has a value that is not finite in %s precision",
                                       sizeof(real) == sizeof(double) ? "double" : "single")
                          : nnreg_corrupt(why);
  return NNREG_OK;
}

/* Opens, runs and closes a pass of the model. */
static nnreg_status predict_once(nnreg_pass *pass, const nnreg_blas *blas, const nnreg_model *model,
                                 size_t num_threads, nnreg_message *why)
{
  nnreg_plan plan;
  nnreg_net net;
  nnreg_sums sums;
  nnreg_plan_make(&plan, model->network, pass->pick.data, 0, nnreg_kernels_select()->dense_panel);
  nnreg_status status = nnreg_net_open(&net, blas, &plan, pass->pick.data, model->theta, why);
  if (status != NNREG_OK) return status;
  pass->net = &net;
  status = nnreg_pass_open(pass, num_threads, why);
  if (status == NNREG_OK) status = nnreg_pass_run(pass, &sums, why);
  nnreg_pass_close(pass);
  nnreg_net_close(&net);
  pass->net = NULL;
  return status;
}

nnreg_status nnreg_predict(const nnreg_blas *blas, const nnreg_model *model, const nnreg_data *data,
                           nnreg_range samples, size_t num_threads, void *outputs,
                           nnreg_message *why)
{
  nnreg_pass pass = {.pick = {.data = data, .first = samples.first, .count = samples.count},
                     .outputs = outputs};
  return predict_once(&pass, blas, model, num_threads, why);
}

nnreg_status nnreg_predict_moved(const nnreg_blas *blas, const nnreg_model *model,
                                 const nnreg_moved *moved, size_t num_threads, void *outputs,
                                 nnreg_message *why)
{
  /* No sample is staged: the sums take the place of the data. */
  nnreg_data data = {.num_inputs = model->network->sizes[0], .columns = moved->sums};
  nnreg_pass pass = {
      .pick = {.data = &data, .count = moved->count}, .moved = moved, .outputs = outputs};
  return predict_once(&pass, blas, model, num_threads, why);
}

nnreg_status nnreg_predict_view(const nnreg_blas *blas, const nnreg_model *model,
                                const nnreg_view *view, nnreg_range samples, size_t num_threads,
                                void *outputs, nnreg_message *why)
{
  nnreg_plan plan;
  nnreg_direct direct;
  nnreg_data data = {.num_inputs = model->network->sizes[0], .columns = view->source->values};
  nnreg_pass pass = {.pick = {.data = &data, .first = samples.first, .count = samples.count},
                     .direct = &direct,
                     .outputs = outputs};
  nnreg_plan_make(&plan, model->network, &data, 0, nnreg_kernels_select()->dense_panel);
  nnreg_status status = nnreg_direct_open(&direct, view, &plan.layers[0], model->theta, why);
  if (status != NNREG_OK) return status;
  status = predict_once(&pass, blas, model, num_threads, why);
  nnreg_direct_close(&direct);
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
