/* Names of the public enumerations' values and of the epoch's and the state's members.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "nnreg.h"

const nnreg_name nnreg_precision_names[] = {
    {"single", NNREG_SINGLE}, {"double", NNREG_DOUBLE}, {NULL, 0}};

const nnreg_name nnreg_task_names[] = {
    {"classification", NNREG_CLASSIFICATION}, {"regression", NNREG_REGRESSION}, {NULL, 0}};

#define NAMED(value, name) {name, NNREG_##value},
const nnreg_name nnreg_activation_names[] = {NNREG_ACTIVATIONS(NAMED){NULL, 0}};

const nnreg_name nnreg_l1_method_names[] = {
    {"proximal", NNREG_PROXIMAL}, {"subgradient", NNREG_SUBGRADIENT}, {NULL, 0}};

const nnreg_name nnreg_solver_names[] = {{"adam", NNREG_ADAM}, {"fista", NNREG_FISTA}, {NULL, 0}};

const nnreg_name nnreg_phase_names[] = {{"Samples", NNREG_PHASE_SAMPLES},
                                        {"Forward", NNREG_PHASE_FORWARD},
                                        {"Loss", NNREG_PHASE_LOSS},
                                        {"Backward", NNREG_PHASE_BACKWARD},
                                        {"Update", NNREG_PHASE_UPDATE},
                                        {"Waiting", NNREG_PHASE_WAITING},
                                        {"Validation", NNREG_PHASE_VALIDATION},
                                        {"Calls", NNREG_PHASE_CALL},
                                        {NULL, 0}};

#define IN_EPOCH(member) offsetof(nnreg_epoch, member)
const nnreg_name nnreg_epoch_numbers[] = {
    {"DataLoss", IN_EPOCH(data_loss)},   {"Metric", IN_EPOCH(metric)},
    {"Penalty", IN_EPOCH(penalty)},      {"ValDataLoss", IN_EPOCH(val_data_loss)},
    {"ValMetric", IN_EPOCH(val_metric)}, {"Zeros", IN_EPOCH(zeros)},
    {"Seconds", IN_EPOCH(seconds)},      {NULL, 0}};

#define IN_STATE(member) offsetof(nnreg_state, member)
const nnreg_name nnreg_state_arrays[] = {{"Theta", IN_STATE(theta)},
                                         {"FirstMoment", IN_STATE(first_moment)},
                                         {"SecondMoment", IN_STATE(second_moment)},
                                         {NULL, 0}};

const nnreg_name nnreg_state_numbers[] = {{"Step", IN_STATE(step)},
                                          {"Epoch", IN_STATE(epoch)},
                                          {"Position", IN_STATE(position)},
                                          {"LossSum", IN_STATE(loss_sum)},
                                          {"MetricSum", IN_STATE(metric_sum)},
                                          {"WeightSum", IN_STATE(weight_sum)},
                                          {"Seconds", IN_STATE(seconds)},
                                          {"Curvature", IN_STATE(curvature)},
                                          {"Momentum", IN_STATE(momentum)},
                                          {"Lowest", IN_STATE(lowest)},
                                          {"Converged", IN_STATE(converged)},
                                          {NULL, 0}};

#define LENGTH(list) (sizeof(list) / sizeof *(list)-1)
_Static_assert(LENGTH(nnreg_phase_names) == NNREG_NUM_PHASES, "each has a name");
_Static_assert(LENGTH(nnreg_epoch_numbers) == NNREG_EPOCH_NUMBERS, "each has a name");
_Static_assert(LENGTH(nnreg_state_arrays) * sizeof(void *) +
                       LENGTH(nnreg_state_numbers) * sizeof(double) ==
                   sizeof(nnreg_state),
               "each has a name");
