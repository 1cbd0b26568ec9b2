/* Names of the public enumerations' values and of the state's and the epoch's members.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "nnreg.h"

const char *const nnreg_precision_names[] = {
    [NNREG_SINGLE] = "single", [NNREG_DOUBLE] = "double", NULL};

const char *const nnreg_task_names[] = {
    [NNREG_CLASSIFICATION] = "classification", [NNREG_REGRESSION] = "regression", NULL};

const char *const nnreg_activation_names[] = {[NNREG_RELU] = "relu",
                                              [NNREG_TANH] = "tanh",
                                              [NNREG_SIGMOID] = "sigmoid",
                                              [NNREG_LINEAR] = "none",
                                              [NNREG_NUM_ACTIVATIONS] = NULL};

const char *const nnreg_l1_method_names[] = {
    [NNREG_PROXIMAL] = "proximal", [NNREG_SUBGRADIENT] = "subgradient", NULL};

const char *const nnreg_solver_names[] = {[NNREG_ADAM] = "adam", [NNREG_FISTA] = "fista", NULL};

const char *const nnreg_phase_names[] = {[NNREG_PHASE_SAMPLES] = "Samples",
                                         [NNREG_PHASE_FORWARD] = "Forward",
                                         [NNREG_PHASE_LOSS] = "Loss",
                                         [NNREG_PHASE_BACKWARD] = "Backward",
                                         [NNREG_PHASE_UPDATE] = "Update",
                                         [NNREG_PHASE_WAITING] = "Waiting",
                                         [NNREG_PHASE_VALIDATION] = "Validation",
                                         [NNREG_PHASE_CALL] = "Calls",
                                         [NNREG_NUM_PHASES] = NULL};

const nnreg_field nnreg_epoch_numbers[NNREG_EPOCH_NUMBERS] = {
    {"DataLoss", offsetof(nnreg_epoch, data_loss)},
    {"Metric", offsetof(nnreg_epoch, metric)},
    {"Penalty", offsetof(nnreg_epoch, penalty)},
    {"ValDataLoss", offsetof(nnreg_epoch, val_data_loss)},
    {"ValMetric", offsetof(nnreg_epoch, val_metric)},
    {"Zeros", offsetof(nnreg_epoch, zeros)},
    {"Seconds", offsetof(nnreg_epoch, seconds)}};

const nnreg_field nnreg_state_arrays[NNREG_STATE_ARRAYS] = {
    {"Theta", offsetof(nnreg_state, theta)},
    {"FirstMoment", offsetof(nnreg_state, first_moment)},
    {"SecondMoment", offsetof(nnreg_state, second_moment)}};

const nnreg_field nnreg_state_numbers[NNREG_STATE_NUMBERS] = {
    {"Step", offsetof(nnreg_state, step)},
    {"Epoch", offsetof(nnreg_state, epoch)},
    {"Position", offsetof(nnreg_state, position)},
    {"LossSum", offsetof(nnreg_state, loss_sum)},
    {"MetricSum", offsetof(nnreg_state, metric_sum)},
    {"WeightSum", offsetof(nnreg_state, weight_sum)},
    {"Seconds", offsetof(nnreg_state, seconds)},
    {"Curvature", offsetof(nnreg_state, curvature)},
    {"Momentum", offsetof(nnreg_state, momentum)},
    {"Converged", offsetof(nnreg_state, converged)}};
