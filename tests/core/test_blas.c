/* OpenBLAS's products, and trainings with each instruction set.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "os/system.h"
#include "training.h"

/* What nnreg_info shows. */
static void test_names(void **state)
{
  (void)state;
  assert_non_null(strstr(nnreg_blas_config(test_blas), "OpenBLAS"));
  assert_non_null(strstr(nnreg_blas_file(test_blas), "openblas"));
  assert_true(strlen(nnreg_blas_core(test_blas)) > 0);
  assert_true(strlen(nnreg_blas_threading(test_blas)) > 0);
  assert_in_range(nnreg_num_processors(), 1, 100000);
}

/* The file is named, with what to do; nothing is returned, and the next try works. */
static void test_missing(void **state)
{
  (void)state;
  int any = 0;
  nnreg_blas *blas = (nnreg_blas *)&any;
  nnreg_message why = {""};
  assert_int_equal(nnreg_blas_open("/nowhere/libopenblas.so.0", &blas, &why), NNREG_NO_BLAS);
  assert_null(blas);
  assert_says(&why, "tried /nowhere/libopenblas.so.0");
  assert_says(&why, "NNREG_OPENBLAS");
  ASSERT_OK(nnreg_blas_open(NULL, &blas, &why));
  assert_string_equal(nnreg_blas_file(blas), nnreg_blas_file(test_blas));
  nnreg_blas_close(blas);
}

/* ----------------------------------------------------------------- Products -- */

enum { M = 37, N = 29, K = 41 };

static void test_products(void **state)
{
  (void)state;
  static double a[M * K], b[N * K], c[M * N];
  static float fa[M * K], fb[N * K], fc[M * N];
  uint64_t seed = 1;
  nnreg_blas *blas = test_blas;
  for (int i = 0; i < M * K; i++) fa[i] = (float)(a[i] = draw_unit(&seed) - 0.5);
  for (int i = 0; i < N * K; i++) fb[i] = (float)(b[i] = draw_unit(&seed) - 0.5);
  blas->dgemm(NNREG_COLUMNS, NNREG_PLAIN, NNREG_TRANSPOSED, M, N, K, 1, a, M, b, N, 0, c, M);
  blas->sgemm(NNREG_COLUMNS, NNREG_PLAIN, NNREG_TRANSPOSED, M, N, K, 1, fa, M, fb, N, 0, fc, M);
  for (int i = 0; i < M; i++)
    for (int j = 0; j < N; j++) {
      double want = 0;
      for (int k = 0; k < K; k++) want += a[i + k * M] * b[j + k * N];
      assert_true(fabs(c[i + j * M] - want) < 1e-14);
      assert_true(fabs((double)fc[i + j * M] - want) < 1e-5);
    }
}

/* ------------------------------------------------------- Instruction sets -- */

/* Trainings with each set's kernels agree up to rounding. */
static void test_sets(void **state)
{
  (void)state;
  static const char *const NAMES[] = {"plain", "avx2", "avx512"};
  world here;
  const world_plan plan = {.precision = NNREG_DOUBLE,
                           .activation = NNREG_SIGMOID,
                           .num_layers = 3,
                           .sizes = {70, 130, 20, 7},
                           .num_samples = 200,
                           .form = SHIFTED,
                           .type = NNREG_FLOAT};
  const nnreg_penalty penalty = {.lambda1 = {1e-3}, .lambda2 = {1e-3, 1e-3}};
  nnreg_epoch history[2];
  nnreg_state states[3];
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &penalty, 50, 2, 0.01);
  for (size_t i = 0; i < LENGTH(NAMES); i++) {
    nnreg_system_setenv("NNREG_ISA", NAMES[i]);
    states[i] = state_make(&here);
    train_whole(&problem, 1, &states[i], history);
    ASSERT_VECTOR_NEAR(states[i].theta, (const double *)states[0].theta, here.num_parameters,
                       1e-10);
  }
  nnreg_system_setenv("NNREG_ISA", NULL);
}

int main(void)
{
  nnreg_system_setenv("NNREG_ISA", NULL);
  const struct CMUnitTest tests[] = {
      TEST(test_names),
      TEST(test_missing),
      TEST(test_products),
      TEST(test_sets),
  };
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
