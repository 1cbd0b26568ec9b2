/* More elements than 31 or 32 bits count: the same as from small arrays, or refused.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here takes the memory it seems to: pages that are never written, or the same pages
 * mapped over and over.
 */
#include <math.h>
#include <string.h>

#include "machine.h"
#include "training.h"

static void *reserve(size_t bytes)
{
  void *memory = pages_reserve(bytes);
  if (!memory) skip();
  return memory;
}

static void *repeat(const void *pattern, size_t bytes, size_t times)
{
  void *memory = pages_repeat(pattern, bytes, times);
  if (!memory) skip();
  return memory;
}

/* -------------------------------------------------------------------- Full X -- */

enum { WIDTH = 5, LAST = 200 };

/* X (N x WIDTH), whose last rows are not 0, and a small matrix of those rows alone. */
typedef struct {
  nnreg_source large, small;
  size_t bytes;
  uint8_t *values;
} last_rows;

static void make_full(last_rows *made, size_t num_samples)
{
  uint64_t seed = 7;
  made->bytes = num_samples * WIDTH;
  made->values = reserve(made->bytes);
  uint8_t *few = take(LAST * WIDTH, 1);
  for (size_t j = 0; j < WIDTH; j++)
    for (size_t k = 0; k < LAST; k++) {
      few[j * LAST + k] = (uint8_t)draw_below(&seed, 9);
      made->values[(j + 1) * num_samples - LAST + k] = few[j * LAST + k];
    }
  made->large = (nnreg_source){
      .num_samples = num_samples, .num_inputs = WIDTH, .type = NNREG_UINT8, .values = made->values};
  made->small = made->large;
  made->small.num_samples = LAST;
  made->small.values = few;
}

static void assert_same_packing(const nnreg_source *large, const nnreg_source *small)
{
  size_t first = large->num_samples - LAST, room = LAST * large->num_inputs;
  nnreg_message why;
  uint32_t starts[2][LAST + 1];
  uint16_t *indices[] = {take(room, 2), take(room, 2)};
  float *values[] = {take(room, sizeof(float)), take(room, sizeof(float))};
  const nnreg_source *sources[] = {large, small};
  for (int i = 0; i < 2; i++) {
    size_t from = i == 0 ? first : 0;
    ASSERT_OK(nnreg_pack_count(sources[i], (nnreg_range){from, LAST}, NULL, 2, starts[i], &why));
    ASSERT_OK(nnreg_pack_block(
        sources[i], (nnreg_range){from, LAST}, &(nnreg_scaling){NULL, NULL, NNREG_FLOAT}, 2,
        &(nnreg_room){.values = values[i], .starts = starts[i], .indices = indices[i]}, &why));
  }
  assert_true(starts[1][LAST] > LAST);
  assert_memory_equal(starts[0], starts[1], sizeof starts[0]);
  assert_memory_equal(indices[0], indices[1], starts[0][LAST] * sizeof(uint16_t));
  assert_memory_equal(values[0], values[1], starts[0][LAST] * sizeof(float));
  if (large->starts) return;
  for (int i = 0; i < 2; i++)
    ASSERT_OK(nnreg_pack_block(sources[i], (nnreg_range){i == 0 ? first : 0, LAST},
                               &(nnreg_scaling){NULL, NULL, NNREG_FLOAT}, 2,
                               &(nnreg_room){.values = values[i], .starts = NULL, .indices = NULL},
                               &why));
  assert_memory_equal(values[0], values[1], room * sizeof(float));
}

/* 5 x 2^30 elements. */
static void test_pack(void **state)
{
  (void)state;
  last_rows made;
  make_full(&made, ((size_t)1 << 30) + 64);
  assert_same_packing(&made.large, &made.small);
  pages_release(made.values, made.bytes, made.bytes);
}

static void test_scan(void **state)
{
  (void)state;
  last_rows made;
  nnreg_message why;
  double largest[2][WIDTH], mean[WIDTH], scale[WIDTH];
  make_full(&made, ((size_t)1 << 29) + 64);
  nnreg_scan all = {.largest = largest[0], .mean = mean, .deviation = scale};
  nnreg_scan few = {.largest = largest[1]};
  ASSERT_OK(nnreg_source_scan(&made.large, NULL, 2, &all, &why));
  ASSERT_OK(nnreg_source_scan(&made.small, NULL, 2, &few, &why));
  assert_memory_equal(largest[0], largest[1], sizeof largest[0]);
  ASSERT_NEAR(all.density * (double)made.bytes, few.density * LAST * WIDTH, 1e-3);
  assert_true(few.density > 0.5);
  for (size_t j = 0; j < WIDTH; j++) {
    double sum = 0, squares = 0, n = (double)made.large.num_samples;
    for (size_t k = 0; k < LAST; k++) {
      double x = ((const uint8_t *)made.small.values)[j * LAST + k];
      sum += x;
      squares += x * x;
    }
    ASSERT_NEAR(mean[j] * n, sum, 1e-6);
    ASSERT_NEAR(scale[j] * scale[j] * n, squares - sum * sum / n, 1e-6);
  }
  pages_release(made.values, made.bytes, made.bytes);
}

static void test_view(void **state)
{
  (void)state;
  last_rows made;
  world here;
  nnreg_message why;
  const world_plan plan = {
      .num_layers = 2, .sizes = {WIDTH, 7, 3}, .num_samples = 10, .type = NNREG_UINT8};
  float outputs[2][LAST * 3];
  make_full(&made, ((size_t)1 << 30) + 64);
  world_make(&here, &plan);
  const nnreg_view large = {.source = &made.large}, small = {.source = &made.small};
  ASSERT_OK(nnreg_predict_view(test_blas, &(nnreg_model){&here.network, here.own_theta}, &large,
                               (nnreg_range){made.large.num_samples - LAST, LAST}, 2, outputs[0],
                               &why));
  ASSERT_OK(nnreg_predict_view(test_blas, &(nnreg_model){&here.network, here.own_theta}, &small,
                               (nnreg_range){0, LAST}, 2, outputs[1], &why));
  assert_memory_equal(outputs[0], outputs[1], sizeof outputs[0]);
  pages_release(made.values, made.bytes, made.bytes);
}

/* ------------------------------------------------------------------ Sparse X -- */

/* A column's entries: every other row of ROWS. */
enum { ROWS = 1 << 19, ENTRIES = ROWS / 2, COLUMNS = 8200 };

/* 8200 columns of 2^18 entries each: more than 2^31. */
static void test_sparse(void **state)
{
  (void)state;
  int64_t *rows = take(ENTRIES, sizeof *rows), *few_rows = take(COLUMNS * LAST, sizeof *rows);
  int64_t *starts = take(COLUMNS + 1, sizeof *starts), *few_starts = take(COLUMNS + 1, 8);
  double *values = take(ENTRIES, sizeof *values), *few = take(COLUMNS * LAST, sizeof *few);
  for (size_t e = 0; e < ENTRIES; e++) {
    rows[e] = (int64_t)(2 * e + 1);
    values[e] = (double)(e % 1009 + 1);
  }
  size_t count = LAST / 2, first = ENTRIES - count;
  for (size_t j = 0; j < COLUMNS; j++) {
    starts[j + 1] = (int64_t)((j + 1) * ENTRIES);
    few_starts[j + 1] = (int64_t)((j + 1) * count);
    for (size_t e = 0; e < count; e++) {
      few_rows[j * count + e] = (int64_t)(2 * e + 1);
      few[j * count + e] = values[first + e];
    }
  }
  const size_t bytes = ENTRIES * sizeof *rows;
  const nnreg_source large = {.num_samples = ROWS,
                              .num_inputs = COLUMNS,
                              .type = NNREG_FLOAT64,
                              .values = repeat(values, bytes, COLUMNS),
                              .starts = starts,
                              .rows = repeat(rows, bytes, COLUMNS)};
  nnreg_source small = large;
  small.num_samples = LAST;
  small.values = few;
  small.starts = few_starts;
  small.rows = few_rows;
  assert_true(starts[COLUMNS] > (int64_t)1 << 31);
  assert_same_packing(&large, &small);
  pages_release((void *)(uintptr_t)large.values, bytes * COLUMNS, bytes);
  pages_release((void *)(uintptr_t)large.rows, bytes * COLUMNS, bytes);
}

/* -------------------------------------------------------------- Many samples -- */

enum { BLOCK = 1 << 16, NUM_BLOCKS = (1 << 15) + 2, CHOSEN = 300 };

/* 2^31 samples and more, all blocks being one. */
static void spread(world *here, const world *small)
{
  nnreg_block *blocks = take(NUM_BLOCKS, sizeof *blocks);
  for (size_t b = 0; b < NUM_BLOCKS; b++) blocks[b] = small->data.blocks[0];
  *here = *small;
  here->data.blocks = blocks;
  here->data.num_samples = (size_t)NUM_BLOCKS * BLOCK;
  int32_t *labels = reserve(here->data.num_samples * sizeof *labels);
  memcpy(labels + (here->data.num_samples - BLOCK), small->targets.labels, BLOCK * sizeof *labels);
  here->targets.labels = labels;
  here->samples = (nnreg_samples){.data = &here->data, .targets = &here->targets};
}

/* Rows beyond 2^31 give what the same rows of the last block alone do. */
static void check_many_samples(data_form form)
{
  const world_plan plan = {.num_layers = 2,
                           .sizes = {6, 9, 3},
                           .num_samples = BLOCK,
                           .block_samples = BLOCK,
                           .form = form,
                           .type = NNREG_UINT8};
  const nnreg_penalty penalty = {.lambda1 = {1e-3}};
  world small, large;
  nnreg_message why;
  uint32_t rows[2][CHOSEN];
  nnreg_epoch history[2][2];
  nnreg_state states[2];
  static float outputs[2][CHOSEN * 3];
  world_make(&small, &plan);
  spread(&large, &small);
  size_t before = large.data.num_samples - BLOCK;
  world *const worlds[] = {&small, &large};
  for (size_t i = 0; i < 2; i++) {
    for (size_t k = 0; k < CHOSEN; k++)
      rows[i][k] = (uint32_t)(i * before + (k * 7919 + 5) % BLOCK);
    worlds[i]->samples.rows = rows[i];
    worlds[i]->samples.num_rows = CHOSEN;
    nnreg_problem problem = problem_make(worlds[i], &penalty, 32, 2, 0.01);
    problem.shuffle = true;
    problem.validation = worlds[i]->samples;
    states[i] = state_make(worlds[i]);
    train_whole(&problem, 2, &states[i], history[i]);
    ASSERT_OK(nnreg_predict(test_blas, &(nnreg_model){&small.network, small.own_theta},
                            &worlds[i]->data, (nnreg_range){i * before + BLOCK - CHOSEN, CHOSEN}, 2,
                            outputs[i], &why));
  }
  assert_true(rows[1][0] > (uint32_t)INT32_MAX);
  assert_same_state(&small.network, &states[1], &states[0]);
  assert_same_history(history[1], history[0], 2);
  assert_memory_equal(outputs[1], outputs[0], sizeof outputs[0]);
  const size_t bytes = large.data.num_samples * sizeof(int32_t);
  pages_release((void *)(uintptr_t)large.targets.labels, bytes, bytes);
  give_back(NULL);
}

static void test_many_samples(void **state)
{
  (void)state;
  check_many_samples(FULL);
  check_many_samples(COMPRESSED);
  check_many_samples(SHIFTED);
}

/* ------------------------------------------------------------ Many non-zeros -- */

/* 40 samples of 2^31 non-zeros each do not fit one batch, whose places are 32-bit numbers.
 * Their starts alone say so; there is nothing behind them. */
static void test_many_entries(void **state)
{
  (void)state;
  enum { SAMPLES = 40 };
  static const uint32_t starts[] = {0, (uint32_t)1 << 31};
  const world_plan plan = {.num_layers = 1,
                           .sizes = {6, 3},
                           .num_samples = SAMPLES,
                           .block_samples = 1,
                           .form = COMPRESSED,
                           .type = NNREG_UINT8};
  const nnreg_penalty penalty = {.lambda1 = {0}};
  world here;
  nnreg_block blocks[SAMPLES];
  float outputs[SAMPLES * 3];
  double loss;
  world_make(&here, &plan);
  for (size_t b = 0; b < SAMPLES; b++) blocks[b] = (nnreg_block){.starts = starts};
  here.data.blocks = blocks;
  nnreg_message whys[2] = {{""}, {""}};
  const nnreg_status got[] = {
      nnreg_predict(test_blas, &(nnreg_model){&here.network, here.own_theta}, &here.data,
                    (nnreg_range){0, SAMPLES}, 1, outputs, &whys[0]),
      cost_of(&here.network, &penalty, here.own_theta, &here.samples, 1, &loss, NULL, &whys[1])};
  for (size_t i = 0; i < LENGTH(got); i++) {
    assert_int_equal(got[i], NNREG_BAD_ARGUMENT);
    assert_says(&whys[i], "a batch has more than 2^32 non-zeros");
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(test_pack),   TEST(test_scan),         TEST(test_view),
      TEST(test_sparse), TEST(test_many_samples), TEST(test_many_entries),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
