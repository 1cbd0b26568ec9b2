/* A path of linear models: from point to point, for all samples and without each part.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "linear.h"

typedef struct {
  linear_model model;
  linear_tall *tall;
  linear_wide *wide;
  double *relaxed; /* weights, as the model's, or NULL */
  uint32_t *used;  /* (D) scratch                      */
  nnreg_status status;
  nnreg_message why;
} runner;

typedef struct {
  const nnreg_blas *blas;
  const nnreg_linear_problem *problem;
  nnreg_linear_path *path;
  nnreg_linear_result *result;
  bool tall;
  double *centre;
  linear_gram gram;
  linear_columns columns;
  linear_twins twins;
  runner *runners;
  size_t num_models, losses; /* P + 1; losses of a point: R, or 1 */
  bool *missed;              /* (L x models) */
  atomic_size_t next, end;   /* the next model to take; the points that the path has */
  atomic_bool failed;
  bool more; /* a block follows */
  double begun, seconds;
  size_t done; /* points */
} follower;

/* ----------------------------------------------------------------- Results -- */

void nnreg_linear_free(nnreg_linear_result *result)
{
  for (size_t p = 0; result->models && p < result->num_models; p++) {
    nnreg_free(result->models[p].biases);
    nnreg_free(result->models[p].starts);
    nnreg_free(result->models[p].index);
    nnreg_free(result->models[p].value);
  }
  nnreg_free(result->models);
  nnreg_free(result->loss);
  nnreg_free(result->part_loss);
  nnreg_free(result->part_right);
  nnreg_free(result->unfinished);
}

static bool open_weights(follower *f)
{
  nnreg_linear_result *r = f->result;
  size_t points = f->path->num_points, count = f->path->keep_parts ? f->num_models : 1;
  r->models = nnreg_alloc(count, sizeof *r->models);
  if (!r->models) return false;
  r->num_models = count;
  memset(r->models, 0, count * sizeof *r->models);
  bool have = true;
  for (size_t p = 0; p < count; p++) {
    nnreg_linear_weights *w = &r->models[p];
    w->biases = nnreg_alloc(points * f->problem->num_outputs, sizeof(double));
    w->starts = nnreg_alloc(points + 1, sizeof *w->starts);
    have = have && w->biases && w->starts;
    if (w->starts) w->starts[0] = 0;
  }
  return have;
}

static nnreg_status open_result(follower *f, nnreg_message *why)
{
  nnreg_linear_result *r = f->result;
  size_t points = f->path->num_points;
  double *state = r->state;
  *r = (nnreg_linear_result){
      .state = state,
      .loss = nnreg_alloc(points * f->losses, sizeof(double)),
      .part_loss = nnreg_alloc(points * f->losses * f->num_models, sizeof(double)),
      .part_right = nnreg_alloc(points * f->num_models, sizeof(double)),
      .unfinished = nnreg_alloc(points, sizeof(double))};
  f->missed = nnreg_alloc(points * f->num_models, sizeof *f->missed);
  if (!open_weights(f) || !r->loss || !r->part_loss || !r->part_right || !r->unfinished ||
      !f->missed)
    return nnreg_no_memory(why, "the results of a path");
  return NNREG_OK;
}

static nnreg_status reserve_weights(nnreg_linear_weights *r, size_t count, nnreg_message *why)
{
  if (count <= r->room) return NNREG_OK;
  size_t room = count + count / 2 + 64, have = r->room;
  uint64_t *index = nnreg_alloc(room, sizeof *index);
  double *value = nnreg_alloc(room, sizeof *value);
  if (index && value && have) {
    memcpy(index, r->index, have * sizeof *index);
    memcpy(value, r->value, have * sizeof *value);
  }
  nnreg_free(r->index);
  nnreg_free(r->value);
  r->index = index;
  r->value = value;
  r->room = room;
  return index && value ? NNREG_OK : nnreg_no_memory(why, "the results of a path");
}

/* The mean that a column in base units still has, as (x - offset) / unit. */
static double shift_of(const follower *f, size_t j)
{
  double unit = f->problem->unit[j];
  return f->problem->source->starts && !f->tall && unit > 0 ? f->problem->offset[j] / unit : 0;
}

/* The same number added to all classes' biases changes nothing: their mean is 0, as glmnet's. */
static void centre_biases(const follower *f, double *biases)
{
  size_t classes = f->problem->task == NNREG_CLASSIFICATION ? f->problem->num_outputs : 0;
  double mean = 0;
  for (size_t k = 0; k < classes; k++) mean += biases[k] / (double)classes;
  for (size_t k = 0; k < classes; k++) biases[k] -= mean;
}

/* Lists the inputs that a model uses. */
static size_t list_used(const linear_model *m, uint32_t *used)
{
  size_t count = 0;
  for (size_t j = 0; j < m->penalty.count; j++) {
    used[count] = (uint32_t)j;
    count += linear_answer_uses(m, j);
  }
  return count;
}

/* Two classes have the weights of their log-odds, halved, with both signs. */
static bool is_pair(const linear_model *m) { return m->lanes < m->problem->num_outputs; }
static size_t lane_of(const linear_model *m, size_t output) { return is_pair(m) ? 0 : output; }

static double unit_of(const linear_model *m, size_t output)
{
  if (is_pair(m)) return output ? 0.5 : -0.5;
  return m->response_scale[output];
}

/* Adds the weights of model p to the result, for (x - offset) / unit, in the responses' units. */
static nnreg_status keep_weights(follower *f, size_t p, size_t at, nnreg_message *why)
{
  linear_model relaxed = f->runners[p].model;
  if (f->path->relax) relaxed.weights = f->runners[p].relaxed;
  const linear_model *m = &relaxed;
  nnreg_linear_weights *r = &f->result->models[p];
  size_t inputs = f->problem->source->num_inputs, outputs = f->problem->num_outputs;
  size_t e = r->starts[at];
  uint32_t *used = f->runners[p].used;
  double *biases = r->biases + at * outputs;
  size_t count = list_used(m, used);
  nnreg_status status = reserve_weights(r, e + count * outputs, why);
  if (status != NNREG_OK) return status;
  for (size_t k = 0; k < outputs; k++)
    biases[k] = m->weights[inputs * m->lanes + lane_of(m, k)] * unit_of(m, k) + m->response_mean[k];
  for (size_t i = 0; i < count; i++) {
    size_t j = used[i];
    double common = linear_answer_common(m, j, f->path->relax);
    for (size_t k = 0; k < outputs; k++) {
      double w = linear_answer_weight(m, j, lane_of(m, k)) - common;
      if (w == 0) continue;
      w *= unit_of(m, k) / m->scale[j];
      biases[k] += w * (shift_of(f, j) - m->mean[j]);
      r->index[e] = k + outputs * j;
      r->value[e++] = w;
    }
  }
  r->starts[at + 1] = e;
  centre_biases(f, biases);
  return NNREG_OK;
}

/* Whether model 0 uses more inputs than the path may have. */
static bool has_too_many(const follower *f)
{
  size_t inputs = f->problem->source->num_inputs, count = 0;
  for (size_t j = 0; j < inputs && f->path->most_inputs > 0; j++)
    count += linear_answer_uses(&f->runners[0].model, j);
  return f->path->most_inputs > 0 && count > f->path->most_inputs;
}

/* ------------------------------------------------------------------ Models -- */

static nnreg_status open_runner(follower *f, size_t p, nnreg_message *why)
{
  runner *r = &f->runners[p];
  size_t inputs = f->problem->source->num_inputs, room = (inputs + 1) * f->problem->num_outputs;
  r->used = nnreg_alloc(inputs, sizeof *r->used);
  if (!r->used) return nnreg_no_memory(why, "a linear model");
  nnreg_status status = linear_model_open(f->problem, p, f->path->group > 0,
                                          f->result->state + p * room, &r->model, why);
  if (status != NNREG_OK) return status;
  if (f->twins.leader) r->model.twins = &f->twins;
  if (f->tall) return linear_tall_open(&f->gram, f->centre, &r->model, &r->tall, why);
  return linear_wide_open(f->blas, &f->columns, &r->model, &r->wide, why);
}

static nnreg_status solve(follower *f, runner *r, double lambda, double ahead,
                          linear_outcome *outcome, nnreg_message *why)
{
  const double strict = 1e-6; /* the largest lambda depends on the null model */
  double tolerance = f->path->tolerance * (isinf(lambda) ? strict : 1);
  nnreg_status status = NNREG_OK;
  linear_model_set_lambda(&r->model, f->path, lambda);
  if (r->wide)
    status = linear_wide_solve(r->wide, tolerance, ahead, outcome, why);
  else
    linear_tall_solve(r->tall, tolerance, ahead, outcome);
  /* A solver that was stopped is not at the optimum. */
  return nnreg_is_stopped(f->blas) ? nnreg_stopped(why) : status;
}

/* The same model without a penalty on the weights that are not 0: the results are its own, the path
 * goes on from the other. */
static nnreg_status refit(const follower *f, runner *r, linear_outcome *outcome, nnreg_message *why)
{
  size_t count = (f->problem->source->num_inputs + 1) * r->model.lanes;
  if (!r->relaxed) r->relaxed = nnreg_alloc(count, sizeof *r->relaxed);
  if (!r->relaxed) return nnreg_no_memory(why, "a linear model");
  memcpy(r->relaxed, r->model.weights, count * sizeof *r->relaxed);
  linear_answer_settle(&r->model, r->relaxed);
  nnreg_status status =
      r->wide ? linear_wide_refit(r->wide, f->path->tolerance, r->relaxed, outcome, why)
              : linear_tall_refit(r->tall, r->relaxed, outcome, why);
  return nnreg_is_stopped(f->blas) ? nnreg_stopped(why) : status;
}

static void restart(runner *r)
{
  if (r->wide)
    linear_wide_restart(r->wide);
  else
    linear_tall_restart(r->tall);
}

static linear_outcome outcome_at(const follower *f, size_t p, size_t at)
{
  return (linear_outcome){
      .loss = f->result->loss + at * f->losses,
      .part_loss = f->result->part_loss + (at + p * f->path->num_points) * f->losses};
}

/* glmnet's rule for the end of a path. */
static bool is_end(follower *f, size_t at)
{
  enum { LEAST_POINTS = 5 };
  const double all = 0.999, no_more = 1e-5;
  const linear_model *m = &f->runners[0].model;
  bool classes = f->problem->task == NNREG_CLASSIFICATION;
  double before = f->path->explained, loss = 0;
  for (size_t r = 0; r < f->losses; r++) {
    double scale = m->response_scale[r];
    loss += f->result->loss[at * f->losses + r] / (scale * scale) / (double)f->losses;
  }
  double now = m->null_loss > 0 ? 1 - loss / m->null_loss : 1;
  f->path->explained = now;
  return f->path->may_end && f->path->first + at + 1 >= LEAST_POINTS &&
         (now > all || now - before < no_more * (classes ? 1 : now));
}

static void look_for_end(follower *f, size_t at)
{
  if (has_too_many(f))
    f->end = at;
  else if (is_end(f, at))
    f->end = at + 1;
}

/* A model's points of a block. */
static nnreg_status run_block(follower *f, size_t p, size_t first, nnreg_message *why)
{
  runner *r = &f->runners[p];
  size_t last = first + f->path->block;
  nnreg_status status = NNREG_OK;
  double *scratch = nnreg_alloc(f->losses, sizeof *scratch);
  if (!scratch) return nnreg_no_memory(why, "the results of a path");
  restart(r);
  for (size_t at = first; at < last && at < f->end && status == NNREG_OK; at++) {
    const double *lambda = f->path->lambda + f->path->first + at;
    size_t points = f->path->first + at;
    double way = points > 1 ? lambda[-2] - lambda[-1] : 0;
    double ahead = way > 0 ? (lambda[-1] - lambda[0]) / way : 0;
    linear_outcome outcome = outcome_at(f, p, at);
    if (p > 0) outcome.loss = scratch;
    status = solve(f, r, lambda[0], ahead, &outcome, why);
    if (status != NNREG_OK) break;
    bool reached = outcome.reached;
    if (p == 0) look_for_end(f, at);
    if (f->path->relax) status = refit(f, r, &outcome, why);
    if (status != NNREG_OK) break;
    f->missed[at + p * f->path->num_points] = !(reached && outcome.reached);
    f->result->part_right[at + p * f->path->num_points] = outcome.part_right;
    if (p < f->result->num_models) status = keep_weights(f, p, at, why);
  }
  nnreg_free(scratch);
  return status;
}

/* The model without inputs but free ones. */
static nnreg_status run_null(follower *f, size_t p, nnreg_message *why)
{
  double *scratch = nnreg_alloc(2 * f->losses, sizeof *scratch);
  if (!scratch) return nnreg_no_memory(why, "the results of a path");
  linear_outcome outcome = {.loss = scratch, .part_loss = scratch + f->losses};
  restart(&f->runners[p]);
  nnreg_status status = solve(f, &f->runners[p], INFINITY, 0, &outcome, why);
  nnreg_free(scratch);
  return status;
}

/* The lambdas, from the null model's gradient. */
static void set_lambdas(follower *f)
{
  nnreg_linear_path *path = f->path;
  runner *r = &f->runners[0];
  const double *g = r->wide ? linear_wide_gradient(r->wide) : linear_tall_gradient(r->tall);
  /* A little above, or rounding might leave a weight; where free weights are fitted, their errors.
   */
  double above = f->problem->factors && r->wide ? 1e-7 : 1e-13;
  double top = linear_model_entry(&r->model, path, g) * (1 + above);
  for (size_t i = 0; i < path->num_points; i++) {
    double share = path->num_points > 1 ? (double)i / (double)(path->num_points - 1) : 0;
    path->lambda[i] = top * pow(path->ratio, share);
  }
}

/* ----------------------------------------------------------------- Threads -- */

static void fail(follower *f, size_t p, nnreg_status status)
{
  f->runners[p].status = status;
  if (status != NNREG_OK) f->failed = true;
}

/* Takes models until none is left; the last member to leave makes them all free again. */
static void take_models(follower *f, const nnreg_member *member, size_t first, bool opens)
{
  for (size_t p; (p = atomic_fetch_add(&f->next, 1)) < f->num_models && !f->failed;) {
    runner *r = &f->runners[p];
    nnreg_status status = opens ? open_runner(f, p, &r->why) : NNREG_OK;
    if (status == NNREG_OK && opens && f->path->first == 0) status = run_null(f, p, &r->why);
    if (status == NNREG_OK && !opens) status = run_block(f, p, first, &r->why);
    fail(f, p, status);
  }
  nnreg_team_wait(member);
  if (member->id == 0) f->next = 0;
  nnreg_team_wait(member);
}

/* Where the path is after the points before `at`. Only member 0 decides whether a block follows,
 * while the others wait: what they would read for themselves may be that block's already. */
static void look_on(follower *f, size_t at)
{
  f->done = at < f->end ? at : f->end;
  f->result->over = f->done == f->end;
  f->more = !f->failed && !f->result->over && nnreg_now() - f->begun <= f->seconds;
}

static void begin(follower *f)
{
  enum { SHARE = 9 }; /* of the time, against one of preparation */
  if (!f->failed && f->path->ratio > 0 && f->path->first == 0) set_lambdas(f);
  f->seconds = fmax(f->path->seconds, SHARE * (nnreg_now() - f->begun));
  look_on(f, 0);
}

static void follow(void *context, const nnreg_member *member)
{
  follower *f = context;
  take_models(f, member, 0, true);
  if (member->id == 0) begin(f);
  nnreg_team_wait(member);
  for (size_t first = 0; f->more; first += f->path->block) {
    take_models(f, member, first, false);
    if (member->id == 0) look_on(f, first + f->path->block);
    nnreg_team_wait(member);
  }
}

/* -------------------------------------------------------------------- Call -- */

/* The means of the responses, about which their products are exact enough. */
static nnreg_status open_centre(follower *f, nnreg_message *why)
{
  size_t n = f->problem->source->num_samples, outputs = f->problem->num_outputs;
  f->centre = nnreg_alloc(outputs, sizeof *f->centre);
  if (!f->centre) return nnreg_no_memory(why, "means of the responses");
  for (size_t r = 0; r < outputs; r++) {
    double sum = 0, weight = 0;
    const double *y = f->problem->responses + r * n;
    for (size_t i = 0; i < n; i++) {
      double w = f->problem->weights ? f->problem->weights[i] : 1;
      sum += w * (y[i] - y[0]);
      weight += w;
    }
    f->centre[r] = y[0] + sum / weight;
  }
  return NNREG_OK;
}

static nnreg_status open_follower(follower *f, size_t threads, nnreg_message *why)
{
  nnreg_status status = open_result(f, why);
  f->runners = nnreg_alloc(f->num_models, sizeof *f->runners);
  if (!f->runners) return nnreg_no_memory(why, "linear models");
  memset(f->runners, 0, f->num_models * sizeof *f->runners);
  /* A group's weights are priced together: copies in different groups would not share. */
  if (status == NNREG_OK && !(f->path->group > 0 && f->problem->groups))
    status = linear_twins_open(f->problem, threads, &f->twins, why);
  if (status == NNREG_OK && f->tall) status = open_centre(f, why);
  if (status == NNREG_OK && f->tall)
    status = linear_gram_open(f->blas, f->problem, f->centre, threads, &f->gram, why);
  else if (status == NNREG_OK)
    status = linear_columns_open(f->problem, threads, &f->columns, why);
  return status;
}

static void close_follower(follower *f)
{
  for (size_t p = 0; f->runners && p < f->num_models; p++) {
    linear_tall_close(f->runners[p].tall);
    linear_wide_close(f->runners[p].wide);
    nnreg_free(f->runners[p].relaxed);
    nnreg_free(f->runners[p].used);
    linear_model_close(&f->runners[p].model);
  }
  nnreg_free(f->runners);
  nnreg_free(f->centre);
  nnreg_free(f->missed);
  linear_gram_close(&f->gram);
  linear_columns_close(&f->columns);
  linear_twins_close(&f->twins);
}

static nnreg_status status_of(const follower *f, nnreg_message *why)
{
  for (size_t p = 0; p < f->num_models; p++)
    if (f->runners[p].status != NNREG_OK) {
      *why = f->runners[p].why;
      return f->runners[p].status;
    }
  return NNREG_OK;
}

static void finish(follower *f)
{
  nnreg_linear_result *r = f->result;
  r->num_points = f->done;
  r->null_loss = f->runners[0].model.null_loss;
  for (size_t at = 0; at < f->done; at++) {
    r->unfinished[at] = 0;
    for (size_t p = 0; p < f->num_models; p++)
      r->unfinished[at] += f->missed[at + p * f->path->num_points];
  }
}

nnreg_status nnreg_linear_follow(const nnreg_blas *blas, const nnreg_linear_problem *problem,
                                 nnreg_linear_path *path, nnreg_linear_result *result,
                                 nnreg_message *why)
{
  bool classes = problem->task == NNREG_CLASSIFICATION;
  follower f = {.blas = blas,
                .problem = problem,
                .path = path,
                .result = result,
                .tall = linear_is_tall(problem),
                .num_models = problem->num_parts + 1,
                .losses = classes ? 1 : problem->num_outputs,
                .begun = nnreg_now()};
  size_t threads = nnreg_blas_threads(blas, path->num_threads);
  *result = (nnreg_linear_result){.state = result->state};
  nnreg_status checked = linear_check(problem, path, why);
  if (checked != NNREG_OK) return checked;
  if (path->block == 0) path->block = linear_block_length(problem);
  f.end = path->num_points > path->first ? path->num_points - path->first : 0;
  nnreg_status status = open_follower(&f, threads, why);
  if (status == NNREG_OK) {
    nnreg_team_run(threads, follow, &f);
    status = status_of(&f, why);
  }
  if (status == NNREG_OK) finish(&f);
  close_follower(&f);
  return status;
}
