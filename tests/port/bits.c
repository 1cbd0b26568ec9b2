/* The bits of trainings with the plain code, to compare systems: a checksum of the parameters, with
 * units, losses and a solver (fista) that need no function of the C library, and with those that
 * do: Adam takes powers, tanh and softmax have their own.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <zlib.h>

#include "os/system.h"
#include "training.h"

static unsigned long train(nnreg_solver solver, nnreg_task task, nnreg_activation activation,
                           nnreg_precision precision)
{
  world here;
  const world_plan plan = {.precision = precision,
                           .task = task,
                           .activation = activation,
                           .num_layers = 3,
                           .sizes = {40, 70, 30, 5},
                           .num_samples = 300,
                           .form = COMPRESSED,
                           .type = NNREG_FLOAT};
  const nnreg_penalty penalty = {.lambda1 = {1e-3}, .lambda2 = {1e-3, 1e-3}};
  nnreg_epoch history[5];
  world_make(&here, &plan);
  nnreg_problem problem = problem_make(&here, &penalty, 50, 5, 0.01);
  problem.solver = solver;
  problem.tolerance = 1e-9;
  nnreg_state state = state_make(&here);
  train_whole(&problem, 2, &state, history);
  unsigned long sum =
      crc32(0, state.theta, (unsigned)(here.num_parameters * real_bytes(precision)));
  give_back(NULL);
  return sum;
}

static void test_trainings(void **state)
{
  (void)state;
  nnreg_system_setenv("NNREG_ISA", "plain");
  for (int p = 0; p < 2; p++) {
    nnreg_precision precision = p ? NNREG_DOUBLE : NNREG_SINGLE;
    printf("bits %s fista %08lx\n", p ? "double" : "single",
           train(NNREG_FISTA, NNREG_REGRESSION, NNREG_RELU, precision));
    printf("bits %s relu %08lx\n", p ? "double" : "single",
           train(NNREG_ADAM, NNREG_REGRESSION, NNREG_RELU, precision));
    printf("bits %s tanh %08lx\n", p ? "double" : "single",
           train(NNREG_ADAM, NNREG_REGRESSION, NNREG_TANH, precision));
    printf("bits %s softmax %08lx\n", p ? "double" : "single",
           train(NNREG_ADAM, NNREG_CLASSIFICATION, NNREG_RELU, precision));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {TEST(test_trainings)};
  return cmocka_run_group_tests(tests, open_blas, close_blas);
}
