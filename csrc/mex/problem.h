/* Reading the engine's structs out of Octave's.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is checked: whatever an Octave value holds, the core gets sizes that
 * are true. Arrays are borrowed; small ones that the core wants in another form are
 * in memory that Octave frees by itself.
 */
#ifndef NNREG_PROBLEM_H
#define NNREG_PROBLEM_H

#include "gateway.h"

/* Struct with Precision ("single", "double"), Task ("classification", "regression"),
 * Sizes (1 x L+1) and Activations (cell, 1 x L-1). */
void problem_read_network(const mxArray *value, nnreg_network *network);

/* Struct with Lambda1, Lambda2, Decay (1 x L each), Group (a number), L1Method, Factors (D or
 * empty), GroupStarts (uint32, G + 1 or empty), GroupInputs (uint32, from 0) and GroupWeights (G).
 */
void problem_read_penalty(const mxArray *value, const nnreg_network *network,
                          nnreg_penalty *penalty);

/* Struct with NumSamples, NumInputs, BlockSamples, Values, Starts, Indices (cells, one
 * entry a block; the latter two empty for dense data) and Shift (D x 1 or empty). */
void problem_read_data(const mxArray *value, nnreg_data *data);

/* X itself (N x D, full, in the network's precision), for a prediction. */
void problem_read_columns(const mxArray *value, const nnreg_network *network, nnreg_data *data);

/* Struct with Data, Labels (int32, N) or Responses (K x N) and Scales (K, or empty),
 * Weights (double, N, or empty) and Rows (uint32, counted from 0, or empty: all). */
typedef struct {
  nnreg_data data;
  nnreg_targets targets;
  nnreg_samples samples;
} problem_samples;

void problem_read_samples(const mxArray *value, const nnreg_network *network,
                          problem_samples *samples);

/* All of a training; the members point into this struct. */
typedef struct {
  nnreg_network network;
  nnreg_penalty penalty;
  problem_samples train, validation;
  nnreg_problem problem;
} problem_full;

/* Struct with Network, Penalty, Train, Validation (struct or empty), ValidateLastOnly,
 * Solver, Tolerance, Beta1, Beta2, Epsilon, BatchSize, LearnRates, LambdaScales (or empty),
 * Seed, Shuffle, KeepZeros and Intercept. */
void problem_read(const mxArray *value, problem_full *full);

/* P parameters in the network's precision, borrowed; and both, from two arguments. */
const void *problem_read_theta(const mxArray *value, const nnreg_network *network);
nnreg_model problem_read_model(const mxArray *const in[2], nnreg_network *network);

/* Copies an Octave state (struct with nnreg_state_arrays and nnreg_state_numbers) into a new
 * one, whose arrays *state points to. */
mxArray *problem_copy_state(const mxArray *value, const nnreg_network *network, nnreg_state *state);

/* Puts the state's numbers into the Octave struct, which has its arrays already, and Over:
 * whether the training is over. */
void problem_store_state(const nnreg_problem *problem, const nnreg_state *state, mxArray *value);

/* X, full and of any class, and the columns of it (uint32 from 0, or empty: all), mean and
 * scale (double, or empty) that are the network's inputs. */
void problem_read_view(const mxArray *const in[4], const nnreg_network *network,
                       nnreg_source *source, nnreg_view *view);

/* Sums (units of the first layer x N, in the network's precision), an input counted from 0,
 * rows (uint32, counted from 0) and moves (one a row, in the network's precision). */
void problem_read_moved(const mxArray *const in[4], const nnreg_network *network,
                        nnreg_moved *moved);

/* A new, uninitialised column of reals in the network's precision. */
mxArray *problem_new_column(const nnreg_network *network, size_t count);

/* New, uninitialised outputs (K x count). */
mxArray *problem_new_outputs(const nnreg_network *network, size_t count);

/* A matrix of epochs (count), a row each, with the columns nnreg_epoch_numbers. */
mxArray *problem_new_history(const nnreg_epoch *rows, size_t count);

/* Row i, from 0, of such a matrix. */
nnreg_epoch problem_read_row(const mxArray *history, size_t i);

#endif
