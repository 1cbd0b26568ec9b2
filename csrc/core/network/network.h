/* Networks on paper: their layout, their random numbers, what their users may get wrong.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_NETWORK_H
#define NNREG_NETWORK_H

#include "nnreg.h"

/* -------------------------------------------------------------- plan.c -- */

/* Outside the core parameters lie as [W_1(:); b_1; ...]. While it works the core keeps each W_l as
 * panels: `panel` units (rows) at a time, each panel a (units x inputs) matrix of its own. So a
 * panel is contiguous, belongs to one thread, and stays in that thread's cache. Offsets of layers
 * and biases are the same in both. */

/* The most samples of a piece, which go through the network together. */
enum { NNREG_MAX_PIECE = 1024 };

typedef struct {
  size_t inputs, outputs;
  size_t panel; /* units in a panel; the last panel may have fewer        */
  size_t num_panels;
  size_t bundle; /* units in a bundle, a multiple of the panel's            */
  size_t num_bundles;
  size_t offset; /* of W in the parameters                                 */
  size_t bias;   /* of b                                                   */
  size_t stride; /* between samples in activations and deltas, >= outputs  */
  nnreg_activation activation;
} nnreg_layer;

typedef struct {
  nnreg_task task;
  size_t num_layers;
  nnreg_layer layers[NNREG_MAX_LAYERS];
  size_t num_parameters;
  size_t widest;        /* largest stride                                         */
  bool compressed;      /* the input                                              */
  size_t piece_samples; /* of a piece, at most                                    */
  bool small;           /* one thread does a batch or a portion                   */
  size_t portions;      /* of a small batch that go through side by side          */
} nnreg_plan;

/* Layout and work split for a network on such data; batch_size 0: prediction. dense_panel: as the
 * kernels have it. It depends on shapes and the instruction set, never on the number of threads. */
void nnreg_plan_make(nnreg_plan *plan, const nnreg_network *network, const nnreg_data *data,
                     size_t batch_size, size_t dense_panel);

/* Room for `count` numbers of so many bytes that takes an odd number of cache lines, counted in
 * numbers: so columns that lie apart by it do not all fall on the same few sets of the cache. */
size_t nnreg_odd_lines(size_t count, size_t bytes);

/* Units of panel q. */
size_t nnreg_panel_units(const nnreg_layer *layer, size_t q);

/* Where panel q's weights begin in the panel layout. */
size_t nnreg_panel_offset(const nnreg_layer *layer, size_t q);

/* ------------------------------------------------------------ random.c -- */

/* xoshiro256** (Blackman and Vigna, 2018). */
typedef struct {
  uint64_t state[4];
} nnreg_random;

/* Streams of one seed: what the numbers are for. */
enum { NNREG_STREAM_WEIGHTS = 1, NNREG_STREAM_EPOCHS = 1000 };

void nnreg_random_seed(nnreg_random *random, uint64_t seed, uint64_t stream);
uint64_t nnreg_random_below(nnreg_random *random, uint64_t bound); /* 0 .. bound - 1 */
double nnreg_random_unit(nnreg_random *random);                    /* [0, 1)         */

/* ----------------------------------------------------------- network.c -- */

/* The proximal map of t |z|: the soft threshold. */
static inline double nnreg_soft(double z, double t) { return z > t ? z - t : z < -t ? z + t : 0; }

/* What the penalty of input j's weights in layer l is multiplied by; Inf: they are fixed. */
static inline double nnreg_factor_of(const nnreg_penalty *penalty, size_t l, size_t j)
{
  return l == 0 && penalty->factors ? penalty->factors[j] : 1;
}

/* The groups of a penalty on D inputs, the members of one, and its weight; Inf: it is fixed.
 * Members are places for nnreg_group_input. */
static inline size_t nnreg_num_groups(const nnreg_penalty *penalty, size_t inputs)
{
  return penalty->groups.starts ? penalty->groups.count : inputs;
}

static inline nnreg_range nnreg_group_members(const nnreg_penalty *penalty, size_t g)
{
  const uint32_t *starts = penalty->groups.starts;
  return starts ? (nnreg_range){starts[g], starts[g + 1] - starts[g]} : (nnreg_range){g, 1};
}

static inline size_t nnreg_group_input(const nnreg_penalty *penalty, size_t member)
{
  return penalty->groups.starts ? penalty->groups.inputs[member] : member;
}

static inline double nnreg_group_weight(const nnreg_penalty *penalty, size_t g)
{
  return penalty->groups.starts ? penalty->groups.weights[g] : nnreg_factor_of(penalty, 0, g);
}

/* ------------------------------------------------------------ checks.c -- */

/* Checks of arguments: NNREG_OK, or NNREG_BAD_ARGUMENT or NNREG_BAD_DATA with the reason. */
nnreg_status nnreg_range_check(nnreg_range samples, size_t total, nnreg_message *why);
nnreg_status nnreg_data_check(const nnreg_network *network, const nnreg_data *data,
                              nnreg_message *why);
nnreg_status nnreg_samples_check(const nnreg_network *network, const nnreg_samples *samples,
                                 nnreg_message *why);
nnreg_status nnreg_penalty_check(const nnreg_network *network, const nnreg_penalty *penalty,
                                 nnreg_message *why);
nnreg_status nnreg_view_check(const nnreg_network *network, const nnreg_view *view,
                              nnreg_message *why);
nnreg_status nnreg_moved_check(const nnreg_network *network, const nnreg_moved *moved,
                               nnreg_message *why);

/* Whether the state can belong to the problem. */
nnreg_status nnreg_state_check(const nnreg_problem *problem, const nnreg_state *state,
                               nnreg_message *why);

#endif
