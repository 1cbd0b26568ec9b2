/* Reading the engine's structs out of Octave's.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "problem.h"
#include <float.h>

#include <string.h>

static mxClassID real_class(nnreg_precision precision)
{
  return precision == NNREG_DOUBLE ? mxDOUBLE_CLASS : mxSINGLE_CLASS;
}

/* The array's values, if it has this class and this number of elements. */
static const void *values_of(const mxArray *value, mxClassID class, size_t count, const char *name)
{
  if (!value || mxGetClassID(value) != class || mxIsSparse(value) || mxIsComplex(value))
    gateway_refuse(name, "has the wrong class");
  if (mxGetNumberOfElements(value) != count) gateway_refuse(name, "has the wrong size");
  return mxGetData(value);
}

static const double *doubles_of(const mxArray *structure, const char *name, size_t count)
{
  return values_of(gateway_field(structure, name), mxDOUBLE_CLASS, count, name);
}

/* Fields of a struct. */
static double number_in(const mxArray *value, const char *name)
{
  return gateway_scalar(gateway_field(value, name), name);
}

static size_t size_in(const mxArray *value, const char *name)
{
  return gateway_size(gateway_field(value, name), name);
}

static size_t choice_in(const mxArray *value, const char *name, const nnreg_name *list)
{
  return gateway_choice(gateway_field(value, name), list, name);
}

/* Doubles, or NULL for an empty field. */
static const double *optional_in(const mxArray *value, const char *name, size_t count)
{
  return mxGetNumberOfElements(gateway_field(value, name)) ? doubles_of(value, name, count) : NULL;
}

void problem_read_network(const mxArray *value, nnreg_network *network)
{
  nnreg_message why = {""};
  const mxArray *sizes = gateway_field(value, "Sizes");
  const mxArray *names = gateway_field(value, "Activations");
  size_t count = mxGetNumberOfElements(sizes);
  if (count < 2 || count > NNREG_MAX_LAYERS + 1) gateway_refuse("Sizes", "has the wrong size");
  if (!mxIsCell(names) || mxGetNumberOfElements(names) != count - 2)
    gateway_refuse("Activations", "must be a cell with a name for each hidden layer");
  memset(network, 0, sizeof *network);
  network->precision = (nnreg_precision)choice_in(value, "Precision", nnreg_precision_names);
  network->task = (nnreg_task)choice_in(value, "Task", nnreg_task_names);
  network->num_layers = count - 1;
  const double *numbers = values_of(sizes, mxDOUBLE_CLASS, count, "Sizes");
  for (size_t l = 0; l < count; l++) {
    if (!(numbers[l] >= 1 && numbers[l] <= INT32_MAX))
      gateway_refuse("Sizes", "must be from 1 to 2^31-1");
    network->sizes[l] = (size_t)numbers[l];
  }
  for (size_t l = 0; l + 2 < count; l++)
    network->activations[l] = (nnreg_activation)gateway_choice(
        mxGetCell(names, (mwIndex)l), nnreg_activation_names, "Activations");
  nnreg_status status = nnreg_network_check(network, &why);
  if (status != NNREG_OK) gateway_fail(status, why.text);
}

/* Groups of inputs, if there are any. */
static void read_groups(const mxArray *value, nnreg_groups *groups)
{
  const mxArray *starts = gateway_field(value, "GroupStarts");
  const mxArray *inputs = gateway_field(value, "GroupInputs");
  size_t count = mxGetNumberOfElements(starts), all = mxGetNumberOfElements(inputs);
  if (count == 0) return;
  groups->count = count - 1;
  groups->starts = values_of(starts, mxUINT32_CLASS, count, "GroupStarts");
  groups->inputs = values_of(inputs, mxUINT32_CLASS, all, "GroupInputs");
  groups->weights = doubles_of(value, "GroupWeights", count - 1);
  bool within = true;
  for (size_t g = 0; g < count; g++) within = within && groups->starts[g] <= all;
  if (!within) gateway_refuse("GroupStarts", "leads out of GroupInputs");
}

void problem_read_penalty(const mxArray *value, const nnreg_network *network,
                          nnreg_penalty *penalty)
{
  size_t num_layers = network->num_layers, bytes = num_layers * sizeof(double);
  memset(penalty, 0, sizeof *penalty);
  penalty->group = number_in(value, "Group");
  memcpy(penalty->lambda1, doubles_of(value, "Lambda1", num_layers), bytes);
  memcpy(penalty->lambda2, doubles_of(value, "Lambda2", num_layers), bytes);
  memcpy(penalty->decay, doubles_of(value, "Decay", num_layers), bytes);
  penalty->l1_method = (nnreg_l1_method)choice_in(value, "L1Method", nnreg_l1_method_names);
  penalty->factors = optional_in(value, "Factors", network->sizes[0]);
  read_groups(value, &penalty->groups);
}

/* A compressed block: its starts must ascend from 0 to the number of entries. The core checks
 * its indices. */
static void read_compressed(const mxArray *starts, const mxArray *indices, const mxArray *values,
                            const nnreg_data *data, size_t samples, nnreg_block *block)
{
  size_t count = mxGetNumberOfElements(values);
  block->starts = values_of(starts, mxUINT32_CLASS, samples + 1, "Starts");
  block->indices = values_of(indices, gateway_index_class(data->num_inputs), count, "Indices");
  bool ascend = block->starts[0] == 0 && block->starts[samples] == count;
  for (size_t i = 0; i < samples; i++) ascend = ascend && block->starts[i] <= block->starts[i + 1];
  if (!ascend) gateway_refuse("Starts", "does not ascend to the number of values");
}

static const mxArray *cell_of(const mxArray *structure, const char *name, size_t count)
{
  const mxArray *cells = gateway_field(structure, name);
  if (!mxIsCell(cells) || mxGetNumberOfElements(cells) != count)
    gateway_refuse(name, "must be a cell with an entry for each block");
  return cells;
}

/* The class of a block's values, all of one. */
static nnreg_type block_type(const mxArray *values, const nnreg_data *data, size_t number)
{
  if (!values) gateway_refuse("Values", "has an empty entry");
  nnreg_type type = gateway_type(values);
  if (type != NNREG_UINT8 && type != NNREG_FLOAT && type != NNREG_FLOAT64)
    gateway_refuse("Values", "has the wrong class");
  if (number > 0 && type != data->type) gateway_refuse("Values", "must be of one class");
  return type;
}

static void read_blocks(const mxArray *value, nnreg_data *data, size_t num_blocks)
{
  nnreg_block *blocks = gateway_scratch(num_blocks, sizeof *blocks);
  const mxArray *values = cell_of(value, "Values", num_blocks);
  data->compressed = mxGetNumberOfElements(gateway_field(value, "Starts")) > 0;
  size_t marks = data->compressed ? num_blocks : 0;
  const mxArray *starts = cell_of(value, "Starts", marks);
  const mxArray *indices = cell_of(value, "Indices", marks);
  data->blocks = blocks;
  for (size_t b = 0; b < num_blocks; b++) {
    const mxArray *own = mxGetCell(values, (mwIndex)b);
    size_t left = data->num_samples - b * data->block_samples;
    size_t samples = left < data->block_samples ? left : data->block_samples;
    data->type = block_type(own, data, b);
    size_t count = mxGetNumberOfElements(own);
    if (!data->compressed && count != samples * data->num_inputs)
      gateway_refuse("Values", "has the wrong size");
    blocks[b].values = values_of(own, gateway_class(data->type), count, "Values");
    if (data->compressed)
      read_compressed(mxGetCell(starts, (mwIndex)b), mxGetCell(indices, (mwIndex)b), own, data,
                      samples, &blocks[b]);
  }
}

void problem_read_data(const mxArray *value, nnreg_data *data)
{
  memset(data, 0, sizeof *data);
  data->num_samples = size_in(value, "NumSamples");
  data->num_inputs = size_in(value, "NumInputs");
  data->block_samples = size_in(value, "BlockSamples");
  if (data->num_samples > UINT32_MAX || data->num_inputs > INT32_MAX || data->block_samples < 1 ||
      data->block_samples > UINT32_MAX)
    gateway_refuse("Data", "has sizes out of range");
  data->shift = optional_in(value, "Shift", data->num_inputs);
  data->divisor = number_in(value, "Divisor");
  if (!(data->divisor >= 0 && data->divisor <= DBL_MAX))
    gateway_refuse("Divisor", "must not be negative");
  read_blocks(value, data, (data->num_samples + data->block_samples - 1) / data->block_samples);
}

void problem_read_columns(const mxArray *value, const nnreg_network *network, nnreg_data *data)
{
  size_t inputs = network->sizes[0], samples = mxGetM(value), count;
  if (__builtin_mul_overflow(inputs, samples, &count)) gateway_refuse("X", "has the wrong size");
  *data = (nnreg_data){.num_samples = samples,
                       .num_inputs = inputs,
                       .columns = values_of(value, real_class(network->precision), count, "X")};
}

static void read_targets(const mxArray *value, const nnreg_network *network, size_t num_samples,
                         nnreg_targets *targets)
{
  size_t outputs = network->sizes[network->num_layers];
  memset(targets, 0, sizeof *targets);
  targets->weights = optional_in(value, "Weights", num_samples);
  if (network->task == NNREG_CLASSIFICATION) {
    targets->labels =
        values_of(gateway_field(value, "Labels"), mxINT32_CLASS, num_samples, "Labels");
    if (mxGetNumberOfElements(gateway_field(value, "Responses")) == 0) return;
  } else {
    targets->scales = optional_in(value, "Scales", outputs);
    targets->thresholds = optional_in(value, "Thresholds", outputs);
  }
  targets->responses = values_of(gateway_field(value, "Responses"), real_class(network->precision),
                                 num_samples * outputs, "Responses");
}

void problem_read_samples(const mxArray *value, const nnreg_network *network, problem_samples *all)
{
  problem_read_data(gateway_field(value, "Data"), &all->data);
  read_targets(value, network, all->data.num_samples, &all->targets);
  const mxArray *rows = gateway_field(value, "Rows");
  size_t count = mxGetNumberOfElements(rows);
  all->samples = (nnreg_samples){.data = &all->data,
                                 .targets = &all->targets,
                                 .num_rows = count ? count : all->data.num_samples};
  if (count) all->samples.rows = values_of(rows, mxUINT32_CLASS, count, "Rows");
}

void problem_read(const mxArray *value, problem_full *full)
{
  nnreg_problem *problem = &full->problem;
  const mxArray *validation = gateway_field(value, "Validation");
  memset(problem, 0, sizeof *problem);
  problem_read_network(gateway_field(value, "Network"), &full->network);
  problem_read_penalty(gateway_field(value, "Penalty"), &full->network, &full->penalty);
  problem_read_samples(gateway_field(value, "Train"), &full->network, &full->train);
  problem->network = &full->network;
  problem->penalty = &full->penalty;
  problem->train = full->train.samples;
  if (mxGetNumberOfElements(validation) > 0) {
    problem_read_samples(validation, &full->network, &full->validation);
    problem->validation = full->validation.samples;
  }
  problem->solver = (nnreg_solver)choice_in(value, "Solver", nnreg_solver_names);
  problem->tolerance = number_in(value, "Tolerance");
  problem->validate_last_only = number_in(value, "ValidateLastOnly") != 0;
  problem->adam.beta1 = number_in(value, "Beta1");
  problem->adam.beta2 = number_in(value, "Beta2");
  problem->adam.epsilon = number_in(value, "Epsilon");
  problem->batch_size = size_in(value, "BatchSize");
  problem->num_epochs = mxGetNumberOfElements(gateway_field(value, "LearnRates"));
  problem->learn_rates = doubles_of(value, "LearnRates", problem->num_epochs);
  problem->lambda_scales = optional_in(value, "LambdaScales", problem->num_epochs);
  problem->seed = size_in(value, "Seed");
  problem->shuffle = number_in(value, "Shuffle") != 0;
  problem->keep_zeros = number_in(value, "KeepZeros") != 0;
  problem->no_intercept = number_in(value, "Intercept") == 0;
}

const void *problem_read_theta(const mxArray *value, const nnreg_network *network)
{
  return values_of(value, real_class(network->precision), nnreg_network_num_parameters(network),
                   "Theta");
}

nnreg_model problem_read_model(const mxArray *const in[2], nnreg_network *network)
{
  problem_read_network(in[0], network);
  return (nnreg_model){network, problem_read_theta(in[1], network)};
}

void problem_read_view(const mxArray *const in[4], const nnreg_network *network,
                       nnreg_source *source, nnreg_view *view)
{
  size_t inputs = network->sizes[0];
  gateway_source(in[0], source);
  *view = (nnreg_view){.source = source};
  if (mxGetNumberOfElements(in[1]) > 0)
    view->columns = values_of(in[1], mxUINT32_CLASS, inputs, "Columns");
  if (mxGetNumberOfElements(in[2]) == 0) return;
  view->mean = values_of(in[2], mxDOUBLE_CLASS, inputs, "Mean");
  view->scale = values_of(in[3], mxDOUBLE_CLASS, inputs, "Scale");
}

void problem_read_moved(const mxArray *const in[4], const nnreg_network *network,
                        nnreg_moved *moved)
{
  mxClassID class = real_class(network->precision);
  size_t samples = mxGetN(in[0]), rows = mxGetNumberOfElements(in[2]), count;
  if (__builtin_mul_overflow(samples, network->sizes[1], &count))
    gateway_refuse("Sums", "is too large");
  *moved = (nnreg_moved){.sums = values_of(in[0], class, count, "Sums"),
                         .num_samples = samples,
                         .input = gateway_size(in[1], "Input"),
                         .rows = values_of(in[2], mxUINT32_CLASS, rows, "Rows"),
                         .moves = values_of(in[3], class, rows, "Moves"),
                         .count = rows};
}

mxArray *problem_new_column(const nnreg_network *network, size_t count)
{
  return mxCreateUninitNumericMatrix((mwSize)count, 1, real_class(network->precision), mxREAL);
}

mxArray *problem_new_outputs(const nnreg_network *network, size_t count)
{
  return mxCreateUninitNumericMatrix((mwSize)network->sizes[network->num_layers], (mwSize)count,
                                     real_class(network->precision), mxREAL);
}

static void *at(void *structure, const nnreg_name *member)
{
  return (char *)structure + member->value;
}

mxArray *problem_copy_state(const mxArray *value, const nnreg_network *network, nnreg_state *state)
{
  mxClassID class = real_class(network->precision);
  size_t count = nnreg_network_num_parameters(network);
  mxArray *copy = mxCreateStructMatrix(1, 1, 0, NULL);
  for (const nnreg_name *m = nnreg_state_arrays; m->name; m++) {
    const void *from = values_of(gateway_field(value, m->name), class, count, m->name);
    mxArray *column = problem_new_column(network, count);
    *(void **)at(state, m) = memcpy(mxGetData(column), from, count * mxGetElementSize(column));
    mxAddField(copy, m->name);
    mxSetField(copy, 0, m->name, column);
  }
  for (const nnreg_name *m = nnreg_state_numbers; m->name; m++) {
    *(double *)at(state, m) = number_in(value, m->name);
    mxAddField(copy, m->name);
  }
  mxAddField(copy, "Over");
  return copy;
}

void problem_store_state(const nnreg_problem *problem, const nnreg_state *state, mxArray *value)
{
  nnreg_state copy = *state;
  for (const nnreg_name *m = nnreg_state_numbers; m->name; m++)
    mxSetField(value, 0, m->name, mxCreateDoubleScalar(*(double *)at(&copy, m)));
  mxSetField(value, 0, "Over", mxCreateLogicalScalar(nnreg_is_over(problem, state)));
}

mxArray *problem_new_history(const nnreg_epoch *rows, size_t count)
{
  mxArray *value = mxCreateDoubleMatrix((mwSize)count, NNREG_EPOCH_NUMBERS, mxREAL);
  for (size_t i = 0; i < count; i++) {
    nnreg_epoch row = rows[i];
    for (size_t j = 0; j < NNREG_EPOCH_NUMBERS; j++)
      mxGetPr(value)[i + j * count] = *(double *)at(&row, &nnreg_epoch_numbers[j]);
  }
  return value;
}

nnreg_epoch problem_read_row(const mxArray *history, size_t i)
{
  nnreg_epoch row = {.data_loss = 0};
  for (size_t j = 0; j < NNREG_EPOCH_NUMBERS; j++)
    *(double *)at(&row, &nnreg_epoch_numbers[j]) = mxGetPr(history)[i + j * mxGetM(history)];
  return row;
}
