/* The probe of the benchmark: multiply-adds in registers, and nothing else.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   probe THREADS [MULTIPLY-ADDS]
 *
 * Each thread does that many million vector multiply-adds [2000] and waits for no memory and no
 * lock. So the speed of two threads over that of one is what the machine gives: its processors may
 * be halves of one core, or lent to others. Prints a line of JSON with the seconds and GFLOP/s of
 * all threads together.
 */
#define _POSIX_C_SOURCE 200112L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* The widest vectors that the compiler may use here. SUMS of them are in flight, as many as hide
 * the latency and leave registers for the two factors. */
#if defined __AVX512F__
enum { BYTES = 64, SUMS = 24 };
#elif defined __AVX__
enum { BYTES = 32, SUMS = 12 };
#else
enum { BYTES = 16, SUMS = 12 };
#endif
typedef float vector __attribute__((vector_size(BYTES)));
enum { LANES = BYTES / 4, MAX_THREADS = 256 };

typedef struct {
  long steps;   /* of SUMS multiply-adds each */
  float start;  /* so that the compiler cannot know the result */
  float result; /* so that it cannot leave out the work */
} work;

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void *multiply_add(void *argument)
{
  work *task = argument;
  vector sum[SUMS], factor, term;
  for (int lane = 0; lane < LANES; lane++) {
    factor[lane] = 0.999f * task->start;
    term[lane] = 0.001f * task->start;
  }
  for (int k = 0; k < SUMS; k++) sum[k] = term * (float)k;
  for (long step = 0; step < task->steps; step++)
    for (int k = 0; k < SUMS; k++) sum[k] = sum[k] * factor + term;
  for (int k = 0; k < SUMS; k++)
    for (int lane = 0; lane < LANES; lane++) task->result += sum[k][lane];
  return NULL;
}

static long positive(const char *text, long most)
{
  char *end = NULL;
  long value = strtol(text, &end, 10);
  if (*end || value < 1 || value > most) {
    fprintf(stderr, "probe: numbers must be whole, from 1 to %ld\n", most);
    exit(1);
  }
  return value;
}

/* Seconds of all threads; member 0 is the caller. */
static double run(int threads, work *tasks)
{
  pthread_t thread[MAX_THREADS];
  double began = now();
  for (int k = 1; k < threads; k++)
    if (pthread_create(&thread[k], NULL, multiply_add, &tasks[k])) {
      fprintf(stderr, "probe: a thread could not be made\n");
      exit(1);
    }
  multiply_add(&tasks[0]);
  for (int k = 1; k < threads; k++) pthread_join(thread[k], NULL);
  return now() - began;
}

int main(int argc, char *argv[])
{
  if (argc != 2 && argc != 3) {
    fprintf(stderr, "usage: probe THREADS [MULTIPLY-ADDS]\n");
    return 1;
  }
  int threads = (int)positive(argv[1], MAX_THREADS);
  long steps = positive(argc > 2 ? argv[2] : "2000", 1000000) * 1000000 / SUMS;
  work tasks[MAX_THREADS];
  for (int k = 0; k < threads; k++)
    tasks[k] = (work){.steps = steps, .start = 1 + (float)(argc > 9)};
  double seconds = run(threads, tasks), sum = 0;
  for (int k = 0; k < threads; k++) sum += (double)tasks[k].result;
  double flops = 2.0 * LANES * SUMS * (double)steps * threads;
  printf("{\"seconds\": %.6f, \"gflops\": %.3f, \"threads\": %d, \"bytes\": %d, \"sum\": %g}\n",
         seconds, flops / seconds * 1e-9, threads, (int)BYTES, sum);
  return 0;
}
