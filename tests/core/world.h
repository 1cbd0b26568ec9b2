/* Random networks with random data, for tests: known in double, packed for the core.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEST_WORLD_H
#define NNREG_TEST_WORLD_H

#include "support.h"

typedef enum { FULL, COMPRESSED, SHIFTED } data_form; /* SHIFTED: compressed, with a shift */

typedef struct {
  nnreg_precision precision;
  nnreg_task task;
  nnreg_activation activation; /* of all hidden layers */
  size_t num_layers;
  size_t sizes[6]; /* (num_layers + 1) */
  size_t num_samples;
  size_t block_samples; /* 0: 50 */
  data_form form;
  nnreg_type type; /* of the packed values: NNREG_UINT8, NNREG_FLOAT or NNREG_FLOAT64 */
  bool weighted;   /* samples, some with weight 0 */
  uint64_t seed;
} world_plan;

/* All numbers are floats, so that both precisions see the same world. Memory is taken
 * from support.h. A world must stay where it was made: samples points into it. */
typedef struct {
  nnreg_network network;
  size_t num_parameters;
  nnreg_data data;
  nnreg_targets targets;
  nnreg_samples samples; /* all of them */
  double *x;             /* (D x N) what the network sees: the shift is subtracted */
  double *y;             /* (K x N) responses, or NULL */
  double *theta;         /* (P) with biases that are not 0 and some weights that are */
  void *own_theta;       /* (P) the same in the network's precision */
} world;

void world_make(world *made, const world_plan *plan);

/* The other form of the same world: X of `from` packed anew, dense or compressed. */
void world_pack(nnreg_data *data, const double *stored, size_t num_samples, size_t num_inputs,
                size_t block_samples, nnreg_type type, bool compressed);

/* The world of these rows alone (num_rows), packed in the same form. */
void world_subset(world *made, const world_plan *plan, const world *from, const uint32_t *rows,
                  size_t num_rows);

#endif
