/* Trainings of small networks in which anything may be wild: what the check lets pass is
 * trained to numbers that are finite, the same on any number of threads.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "draw_world.h"
#include "training.h"

enum { MOST_EPOCHS = 2 };

typedef struct {
  world world;
  nnreg_penalty penalty;
  nnreg_problem problem;
  nnreg_state state;
  double lambda_scales[MOST_EPOCHS];
  uint32_t rows[200];
  bool trainable; /* no size is larger than its array */
} training;

/* --------------------------------------------------------------- Mutations -- */

/* Sizes that only the check may see. */
static void mutate_size(fuzz_input *input, training *t)
{
  nnreg_network *network = &t->world.network;
  nnreg_data *data = &t->world.data;
  static const nnreg_targets no_targets = {.labels = NULL};
  size_t wild = fuzz_size(input), layer = fuzz_below(input, NNREG_MAX_LAYERS + 1);
  t->trainable = false;
  switch (fuzz_byte(input) % 7) {
    case 0: network->num_layers = wild; break;
    case 1: network->sizes[layer] = wild; break;
    case 2: data->num_inputs = wild; break;
    case 3: data->block_samples = wild; break;
    case 4: t->problem.train.targets = &no_targets; break;
    case 5: data->columns = t->world.x; break;
    default: network->sizes[0] = data->num_inputs = wild;
  }
}

static void mutate_options(fuzz_input *input, training *t)
{
  nnreg_problem *problem = &t->problem;
  size_t layer = fuzz_below(input, t->world.network.num_layers);
  double *numbers[] = {
      &t->penalty.group,        &t->penalty.lambda1[layer], &t->penalty.lambda2[layer],
      &t->penalty.decay[layer], &problem->adam.beta1,       &problem->adam.beta2,
      &problem->adam.epsilon,   &problem->tolerance,        (double *)problem->learn_rates,
      &t->lambda_scales[0]};
  size_t at = fuzz_below(input, LENGTH(numbers) + 4);
  if (at < LENGTH(numbers)) {
    size_t epoch = at + 2 < LENGTH(numbers) ? 0 : fuzz_below(input, problem->num_epochs + 1);
    if (epoch < problem->num_epochs || epoch == 0) numbers[at][epoch] = fuzz_number(input);
  } else if (at == LENGTH(numbers)) {
    problem->batch_size = fuzz_size(input);
  } else if (at == LENGTH(numbers) + 1) {
    problem->seed = fuzz_bits(input, 8);
  } else {
    t->penalty.l1_method = NNREG_SUBGRADIENT;
    problem->keep_zeros = fuzz_below(input, 2);
  }
}

static void mutate_state(fuzz_input *input, training *t)
{
  nnreg_state *state = &t->state;
  double *numbers[] = {&state->step,       &state->epoch,      &state->position, &state->loss_sum,
                       &state->metric_sum, &state->weight_sum, &state->seconds,  &state->curvature,
                       &state->momentum,   &state->lowest,     &state->converged};
  void *arrays[] = {state->theta, state->first_moment, state->second_moment};
  size_t at = fuzz_below(input, LENGTH(numbers) + LENGTH(arrays));
  double wild = fuzz_below(input, 2) ? fuzz_number(input) : (double)fuzz_below(input, 256);
  if (at < LENGTH(numbers))
    *numbers[at] = wild;
  else
    draw_put(t->world.network.precision, arrays[at - LENGTH(numbers)],
             fuzz_below(input, t->world.num_parameters), wild);
}

static void mutate_samples(fuzz_input *input, training *t)
{
  nnreg_samples *train = &t->problem.train;
  size_t count = t->world.data.num_samples;
  switch (fuzz_byte(input) % 4) {
    case 0: train->rows = t->rows; break;
    case 1: t->rows[fuzz_below(input, count)] = (uint32_t)fuzz_size(input); break;
    case 2: train->num_rows = fuzz_below(input, count + 1); break;
    default: t->problem.validation = *train;
  }
}

static void draw_training(fuzz_input *input, training *t)
{
  *t = (training){.trainable = true};
  draw_world(input, &t->world);
  size_t epochs = fuzz_below(input, MOST_EPOCHS + 1);
  size_t batch = 1 + fuzz_below(input, 40);
  if (t->world.data.num_samples > 100) batch += 100;
  t->problem = problem_make(&t->world, &t->penalty, batch, epochs, 0.01);
  t->state = state_make(&t->world);
  for (size_t e = 0; e < MOST_EPOCHS; e++) t->lambda_scales[e] = 1;
  for (uint32_t i = 0; i < LENGTH(t->rows); i++) t->rows[i] = i;
  uint8_t flags = fuzz_byte(input);
  t->problem.solver = flags & 1 ? NNREG_FISTA : NNREG_ADAM;
  t->problem.tolerance = 1e-4;
  t->problem.shuffle = flags & 2;
  t->problem.validate_last_only = flags & 4;
  t->problem.keep_zeros = flags & 8;
  if (flags & 16) t->problem.lambda_scales = t->lambda_scales;
  if (flags & 32) t->penalty.lambda1[0] = 0.01;
  if (flags & 64) t->penalty.lambda2[0] = 0.01;
  if (flags & 128) t->penalty.group = 0.01;
  for (size_t k = fuzz_below(input, 6); k > 0; k--) switch (fuzz_byte(input) % 5) {
      case 0: mutate_options(input, t); break;
      case 1: mutate_state(input, t); break;
      case 2: mutate_samples(input, t); break;
      case 3: draw_wild_data(input, &t->world); break;
      default: draw_wild_targets(input, &t->world);
    }
  if (fuzz_below(input, 8) == 1) mutate_size(input, t);
}

/* ---------------------------------------------------------------- Checking -- */

static bool all_finite(const training *t, const nnreg_state *state)
{
  const double *theta =
      to_double(t->world.network.precision, state->theta, t->world.num_parameters);
  for (size_t i = 0; i < t->world.num_parameters; i++)
    if (!isfinite(theta[i])) return false;
  return true;
}

/* The same bits, except the time; NaN equals itself. */
static bool same_state(const training *t, const nnreg_state *a, const nnreg_state *b)
{
  size_t bytes = t->world.num_parameters * real_bytes(t->world.network.precision);
  nnreg_state left = *a, right = *b;
  left.theta = left.first_moment = left.second_moment = NULL;
  right.theta = right.first_moment = right.second_moment = NULL;
  left.seconds = right.seconds = 0;
  return memcmp(&left, &right, sizeof left) == 0 && memcmp(a->theta, b->theta, bytes) == 0 &&
         memcmp(a->first_moment, b->first_moment, bytes) == 0 &&
         memcmp(a->second_moment, b->second_moment, bytes) == 0;
}

static nnreg_status train(const training *t, size_t num_threads, nnreg_state *state,
                          nnreg_epoch *history, size_t *finished)
{
  nnreg_message why = {""};
  nnreg_limits limits = {
      .seconds = INFINITY, .num_epochs = MOST_EPOCHS, .num_threads = num_threads};
  nnreg_status status =
      nnreg_train(test_blas, &t->problem, &limits, state, history, finished, &why);
  EXPECT(status == NNREG_OK || strlen(why.text) > 0);
  return status;
}

static void check_training(const training *t, size_t num_threads)
{
  nnreg_state one = state_copy(&t->state, &t->world.network);
  nnreg_state many = state_copy(&t->state, &t->world.network);
  nnreg_epoch history[MOST_EPOCHS], again[MOST_EPOCHS];
  size_t finished, same;
  nnreg_message why;
  nnreg_status checked = nnreg_problem_check(&t->problem, &why);
  nnreg_status status = train(t, 1, &one, history, &finished);
  if (checked != NNREG_OK) EXPECT(status == checked && finished == 0);
  EXPECT(status == NNREG_OK || status == NNREG_BAD_ARGUMENT || status == NNREG_BAD_DATA ||
         status == NNREG_DIVERGED);
  EXPECT(finished <= t->problem.num_epochs);
  for (size_t e = 0; e < finished; e++)
    EXPECT(isfinite(history[e].data_loss) && isfinite(history[e].penalty) &&
           history[e].zeros >= 0 && history[e].zeros <= 1);
  if (status == NNREG_OK && finished > 0) EXPECT(all_finite(t, &one));
  EXPECT(train(t, num_threads, &many, again, &same) == status && same == finished);
  if (status == NNREG_OK) {
    EXPECT(same_state(t, &many, &one));
    assert_same_history(again, history, finished);
  }
}

static void check_cost(const training *t, size_t num_threads)
{
  const nnreg_problem *problem = &t->problem;
  nnreg_message why = {""};
  double cost = 0, loss = 0, metric = 0;
  void *gradient = take(t->world.num_parameters, real_bytes(t->world.network.precision));
  nnreg_status status = cost_of(problem->network, problem->penalty, t->state.theta, &problem->train,
                                num_threads, &cost, gradient, &why);
  nnreg_status other = evaluate(problem->network, t->state.theta, &problem->train, num_threads,
                                &loss, &metric, &why);
  if (status != NNREG_OK || other != NNREG_OK) return;
  double penalty = nnreg_penalty_value(problem->network, problem->penalty, t->state.theta);
  double size = fabs(loss) + fabs(penalty);
  if (isfinite(size)) EXPECT(fabs(cost - loss - penalty) <= 1e-4 * size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input input = {data, size};
  static training t;
  if (!test_blas) EXPECT(open_blas(NULL) == 0);
  draw_training(&input, &t);
  size_t num_threads = fuzz_below(&input, 16) == 1 ? 2 : 1; /* starting threads takes long */
  nnreg_message why = {""};
  if (t.trainable)
    check_training(&t, num_threads);
  else if (nnreg_problem_check(&t.problem, &why) != NNREG_OK)
    EXPECT(strlen(why.text) > 0);
  if (t.trainable) check_cost(&t, num_threads);
  give_back(NULL);
  return 0;
}
