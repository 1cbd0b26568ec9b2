/* Predictions by each way there is, of any samples of any data: the same from packed data
 * as from X itself, and nothing but a refusal where there are none.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "draw_world.h"

/* X (N x D) as the user has it, in double. */
static double *make_columns(const world *from)
{
  size_t samples = from->data.num_samples, inputs = from->data.num_inputs;
  double *x = take(samples * inputs, sizeof *x);
  for (size_t s = 0; s < samples; s++)
    for (size_t j = 0; j < inputs; j++) x[j * samples + s] = from->x[s * inputs + j];
  return x;
}

/* Each output near the other, or both not finite. */
static void expect_near(const world *from, const void *got, const void *want, size_t count)
{
  nnreg_precision precision = from->network.precision;
  const double *a = to_double(precision, got, count), *b = to_double(precision, want, count);
  double tolerance = precision == NNREG_DOUBLE ? 1e-9 : 1e-3;
  for (size_t i = 0; i < count; i++)
    if (isfinite(a[i]) || isfinite(b[i])) EXPECT(fabs(a[i] - b[i]) <= tolerance * (1 + fabs(a[i])));
}

typedef struct {
  size_t first, count, num_threads;
} range;

static void *new_outputs(const world *from, size_t count)
{
  size_t outputs = from->network.sizes[from->network.num_layers];
  return take(count * outputs, real_bytes(from->network.precision));
}

/* By packed data; NULL if refused. */
static void *predict_packed(const world *from, const range *of, bool inside)
{
  nnreg_message why = {""};
  void *outputs = new_outputs(from, inside ? of->count : 0);
  nnreg_status status =
      nnreg_predict(test_blas, &(nnreg_model){&from->network, from->own_theta}, &from->data,
                    (nnreg_range){of->first, of->count}, of->num_threads, outputs, &why);
  EXPECT(inside || status == NNREG_BAD_ARGUMENT);
  EXPECT(status == NNREG_OK || strlen(why.text) > 0);
  return status == NNREG_OK ? outputs : NULL;
}

/* By X itself, of twice as many columns as are looked at. */
static void *predict_view(const world *from, fuzz_input *input, const range *of, bool inside)
{
  nnreg_message why = {""};
  size_t samples = from->data.num_samples, inputs = from->data.num_inputs;
  const double *x = make_columns(from);
  double *wide = take(2 * samples * inputs, sizeof *wide);
  uint32_t *columns = take(inputs, sizeof *columns);
  for (size_t j = 0; j < inputs; j++) {
    columns[j] = (uint32_t)(2 * j + 1);
    memcpy(wide + columns[j] * samples, x + j * samples, samples * sizeof *x);
  }
  bool wild = fuzz_below(input, 4) == 0;
  if (wild) columns[fuzz_below(input, inputs)] = (uint32_t)(2 * inputs + fuzz_bits(input, 2));
  nnreg_source source = {
      .num_samples = samples, .num_inputs = 2 * inputs, .type = NNREG_FLOAT64, .values = wide};
  nnreg_view view = {.source = &source, .columns = columns};
  void *outputs = new_outputs(from, inside ? of->count : 0);
  nnreg_status status =
      nnreg_predict_view(test_blas, &(nnreg_model){&from->network, from->own_theta}, &view,
                         (nnreg_range){of->first, of->count}, of->num_threads, outputs, &why);
  EXPECT((inside && !wild) || status == NNREG_BAD_ARGUMENT);
  EXPECT(status == NNREG_OK || strlen(why.text) > 0);
  return status == NNREG_OK ? outputs : NULL;
}

/* By X as an array in the network's precision. */
static void *predict_columns(const world *from, const range *of, bool inside)
{
  nnreg_message why = {""};
  size_t count = from->data.num_samples * from->data.num_inputs;
  nnreg_data data = {.num_samples = from->data.num_samples,
                     .num_inputs = from->data.num_inputs,
                     .columns = from_double(from->network.precision, make_columns(from), count)};
  void *outputs = new_outputs(from, inside ? of->count : 0);
  nnreg_status status =
      nnreg_predict(test_blas, &(nnreg_model){&from->network, from->own_theta}, &data,
                    (nnreg_range){of->first, of->count}, of->num_threads, outputs, &why);
  EXPECT(inside == (status == NNREG_OK));
  return status == NNREG_OK ? outputs : NULL;
}

/* Samples moved by 0, from W x: the same predictions. */
static void check_moved(const world *from, fuzz_input *input, const range *of, const void *want)
{
  nnreg_message why = {""};
  nnreg_precision precision = from->network.precision;
  size_t units = from->network.sizes[1], inputs = from->network.sizes[0];
  size_t samples = from->data.num_samples;
  double *sums = take(units * samples, sizeof *sums);
  uint32_t *rows = take(of->count, sizeof *rows);
  const double *weights = to_double(precision, from->own_theta, from->num_parameters);
  for (size_t s = 0; s < samples; s++)
    for (size_t j = 0; j < inputs; j++)
      for (size_t u = 0; u < units; u++)
        sums[s * units + u] += weights[j * units + u] * from->x[s * inputs + j];
  for (size_t k = 0; k < of->count; k++) rows[k] = (uint32_t)(of->first + k);
  nnreg_moved moved = {.sums = from_double(precision, sums, units * samples),
                       .num_samples = samples,
                       .input = fuzz_below(input, 2) ? fuzz_size(input) : 0,
                       .rows = rows,
                       .moves = take(of->count, real_bytes(precision)),
                       .count = of->count};
  bool wild = fuzz_below(input, 4) == 0 && of->count > 0;
  if (wild) rows[fuzz_below(input, of->count)] = (uint32_t)(samples + fuzz_bits(input, 3));
  void *outputs = new_outputs(from, of->count);
  nnreg_status status =
      nnreg_predict_moved(test_blas, &(nnreg_model){&from->network, from->own_theta}, &moved,
                          of->num_threads, outputs, &why);
  EXPECT((status == NNREG_OK) == (!wild && moved.input < inputs));
  if (status == NNREG_OK)
    expect_near(from, outputs, want, of->count * from->network.sizes[from->network.num_layers]);
}

/* Most weights of the first layer become zero; one or the other any number, and then false is
 * returned: what is left of huge numbers depends on the order of the sums. */
static bool change_weights(fuzz_input *input, world *from)
{
  size_t count = from->network.sizes[0] * from->network.sizes[1];
  bool sparse = fuzz_below(input, 2);
  for (size_t i = 0; sparse && i < count; i++)
    if (i % 7) draw_put(from->network.precision, from->own_theta, i, 0);
  size_t num_wild = fuzz_below(input, 3);
  for (size_t k = 0; k < num_wild; k++)
    draw_put(from->network.precision, from->own_theta, fuzz_below(input, from->num_parameters),
             fuzz_number(input));
  return num_wild == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_input input = {data, size};
  static world from;
  if (!test_blas) EXPECT(open_blas(NULL) == 0);
  draw_world(&input, &from);
  size_t samples = from.data.num_samples;
  bool tame = change_weights(&input, &from);
  range of = {.first = fuzz_below(&input, samples), .num_threads = fuzz_below(&input, 4)};
  of.count = fuzz_below(&input, samples - of.first + 1);
  if (fuzz_below(&input, 8) == 0) of.first = fuzz_size(&input);
  if (fuzz_below(&input, 8) == 0) of.count = fuzz_size(&input);
  bool inside = of.first <= samples && of.count <= samples - of.first;
  const void *direct = predict_columns(&from, &of, inside);
  const void *view = predict_view(&from, &input, &of, inside);
  const void *packed = predict_packed(&from, &of, inside);
  size_t outputs = from.network.sizes[from.network.num_layers];
  if (inside && tame) {
    if (view) expect_near(&from, view, direct, of.count * outputs);
    if (packed) expect_near(&from, packed, direct, of.count * outputs);
    check_moved(&from, &input, &of, direct);
  }
  draw_wild_data(&input, &from);
  (void)predict_packed(&from, &of, inside);
  give_back(NULL);
  return 0;
}
