/* Networks and penalties: checks, starting weights, values.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "network.h"
#include "os/os.h"

nnreg_status nnreg_network_check(const nnreg_network *network, nnreg_message *why)
{
  if (network->num_layers < 1 || network->num_layers > NNREG_MAX_LAYERS)
    return nnreg_refuse(why, "a network has 1 to %d layers, not %zu", NNREG_MAX_LAYERS,
                        network->num_layers);
  if (network->sizes[0] < 1) return nnreg_refuse(why, "a network needs at least one input");
  size_t total = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    size_t weights, inputs = network->sizes[l], outputs = network->sizes[l + 1];
    if (outputs < 1) return nnreg_refuse(why, "layer %zu has no units", l + 1);
    /* OpenBLAS counts rows and columns in 32-bit integers. */
    if (inputs > INT32_MAX || outputs > INT32_MAX ||
        __builtin_mul_overflow(inputs + 1, outputs, &weights) ||
        __builtin_add_overflow(total, weights, &total) || total > SIZE_MAX / 32)
      return nnreg_refuse(why, "layer %zu is too large (%zu by %zu)", l + 1, outputs, inputs);
  }
  return NNREG_OK;
}

size_t nnreg_network_num_parameters(const nnreg_network *network)
{
  size_t total = 0;
  for (size_t l = 0; l < network->num_layers; l++)
    total += (network->sizes[l] + 1) * network->sizes[l + 1];
  return total;
}

static void put(nnreg_precision precision, void *theta, size_t at, double value)
{
  if (precision == NNREG_DOUBLE)
    ((double *)theta)[at] = value;
  else
    ((float *)theta)[at] = (float)value;
}

static double get(nnreg_precision precision, const void *theta, size_t at)
{
  return precision == NNREG_DOUBLE ? ((const double *)theta)[at]
                                   : (double)((const float *)theta)[at];
}

nnreg_status nnreg_network_init(const nnreg_network *network, uint64_t seed, void *theta,
                                nnreg_message *why)
{
  nnreg_status status = nnreg_network_check(network, why);
  if (status != NNREG_OK) return status;
  nnreg_random random;
  nnreg_random_seed(&random, seed, NNREG_STREAM_WEIGHTS);
  size_t at = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    size_t inputs = network->sizes[l], outputs = network->sizes[l + 1];
    double limit = sqrt(6.0 / (double)(inputs + outputs));
    for (size_t i = 0; i < inputs * outputs; i++)
      put(network->precision, theta, at++, limit * (2 * nnreg_random_unit(&random) - 1));
    for (size_t i = 0; i < outputs; i++) put(network->precision, theta, at++, 0);
  }
  return NNREG_OK;
}

/* Sums over W_l: |w|, w^2 and the number of zeros. */
typedef struct {
  double absolute, squares;
  size_t zeros;
} weight_sums;

static weight_sums sum_weights(const nnreg_network *network, const void *theta, size_t from,
                               size_t count)
{
  weight_sums sums = {0, 0, 0};
  for (size_t i = from; i < from + count; i++) {
    double w = get(network->precision, theta, i);
    sums.absolute += fabs(w);
    sums.squares += w * w;
    sums.zeros += w == 0;
  }
  return sums;
}

/* The sums of the first layer, each input's times its factor. */
static weight_sums sum_inputs(const nnreg_network *network, const double *factors,
                              const void *theta)
{
  weight_sums sums = {0, 0, 0};
  size_t units = network->sizes[1];
  for (size_t j = 0; j < network->sizes[0]; j++) {
    if (isinf(factors[j])) continue;
    weight_sums own = sum_weights(network, theta, j * units, units);
    sums.absolute += factors[j] * own.absolute;
    sums.squares += factors[j] * own.squares;
  }
  return sums;
}

/* The sum of the norms of the first layer's groups, times their weights. */
static double group_norms(const nnreg_network *network, const nnreg_penalty *penalty,
                          const void *theta)
{
  double sum = 0;
  size_t units = network->sizes[1];
  for (size_t g = 0; g < nnreg_num_groups(penalty, network->sizes[0]); g++) {
    nnreg_range members = nnreg_group_members(penalty, g);
    double squares = 0, weight = nnreg_group_weight(penalty, g);
    if (isinf(weight)) continue;
    for (size_t i = members.first; i < members.first + members.count; i++)
      squares += sum_weights(network, theta, nnreg_group_input(penalty, i) * units, units).squares;
    sum += weight * sqrt(squares);
  }
  return sum;
}

double nnreg_penalty_value(const nnreg_network *network, const nnreg_penalty *penalty,
                           const void *theta)
{
  double value = 0;
  size_t at = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    size_t count = network->sizes[l] * network->sizes[l + 1];
    if (penalty->lambda1[l] > 0 || penalty->lambda2[l] > 0) {
      weight_sums sums = l == 0 && penalty->factors ? sum_inputs(network, penalty->factors, theta)
                                                    : sum_weights(network, theta, at, count);
      if (penalty->lambda1[l] > 0) value += penalty->lambda1[l] * sums.absolute;
      if (penalty->lambda2[l] > 0)
        value += penalty->lambda2[l] * sums.squares; /* so that 0 * Inf makes no NaN */
    }
    at += count + network->sizes[l + 1];
  }
  return penalty->group > 0 ? value + penalty->group * group_norms(network, penalty, theta) : value;
}

static bool is_penalised(const nnreg_penalty *penalty, size_t l)
{
  if (l == 0 && penalty->group > 0) return true;
  return penalty->lambda1[l] > 0 || penalty->lambda2[l] > 0 || penalty->decay[l] > 0;
}

double nnreg_penalty_zeros(const nnreg_network *network, const nnreg_penalty *penalty,
                           const void *theta)
{
  bool any = false;
  for (size_t l = 0; l < network->num_layers; l++) any = any || is_penalised(penalty, l);
  size_t at = 0, zeros = 0, total = 0;
  for (size_t l = 0; l < network->num_layers; l++) {
    size_t count = network->sizes[l] * network->sizes[l + 1];
    if (!any || is_penalised(penalty, l)) {
      zeros += sum_weights(network, theta, at, count).zeros;
      total += count;
    }
    at += count + network->sizes[l + 1];
  }
  return total ? (double)zeros / (double)total : 0;
}
