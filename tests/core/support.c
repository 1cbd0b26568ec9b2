/* What all tests of the core share.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ----------------------------------------------------------------- Memory -- */

enum { MOST_TAKEN = 4096 };
static void *taken[MOST_TAKEN];
static size_t num_taken = 0;

void *take(size_t count, size_t size)
{
  assert_true(num_taken < MOST_TAKEN);
  void *memory = calloc(count ? count : 1, size);
  assert_non_null(memory);
  return taken[num_taken++] = memory;
}

void *take_copy(const void *from, size_t count, size_t size)
{
  void *memory = take(count, size);
  memcpy(memory, from, count * size);
  return memory;
}

int give_back(void **state)
{
  (void)state;
  while (num_taken > 0) free(taken[--num_taken]);
  return 0;
}

/* ------------------------------------------------------------- Sanitizers -- */

#ifdef __SANITIZE_THREAD__
enum { FOR_THREADS = 1, FOR_MEMORY = 0 };
#elif defined __SANITIZE_ADDRESS__
enum { FOR_THREADS = 0, FOR_MEMORY = 1 };
#else
enum { FOR_THREADS = 0, FOR_MEMORY = 0 };
#endif

size_t thread_sanitized_step(size_t step)
{
  return FOR_THREADS && !getenv("NNREG_WHOLE") ? step : 1;
}

size_t sanitized_step(size_t step)
{
  return (FOR_THREADS || FOR_MEMORY) && !getenv("NNREG_WHOLE") ? step : 1;
}

/* ----------------------------------------------------------------- Random -- */

/* A 64-bit linear congruential generator (Knuth's constants), its bits mixed. */
uint64_t draw(uint64_t *seed)
{
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  uint64_t bits = *seed;
  bits ^= bits >> 33;
  bits *= 0xff51afd7ed558ccdu;
  return bits ^ (bits >> 29);
}

size_t draw_below(uint64_t *seed, size_t bound) { return (size_t)((draw(seed) >> 16) % bound); }

double draw_unit(uint64_t *seed) { return (double)(draw(seed) >> 11) * 0x1p-53; }

/* ------------------------------------------------------------ Comparisons -- */

void assert_near_at(double got, double want, double tolerance, const char *what, const char *file,
                    int line)
{
  if (fabs(got - want) <= tolerance) return;
  print_error("%s is %.17g, not %.17g (difference %.3g, allowed %.3g)\n", what, got, want,
              got - want, tolerance);
  _fail(file, line);
}

void assert_vector_near_at(const double *got, const double *want, size_t count, double tolerance,
                           const char *file, int line)
{
  double error = 0, norm = 0;
  for (size_t i = 0; i < count; i++) {
    error += (got[i] - want[i]) * (got[i] - want[i]);
    norm += want[i] * want[i];
  }
  if (norm > 0 && sqrt(error) <= tolerance * sqrt(norm)) return;
  print_error("the vectors differ by %.3g where the norm is %.3g, allowed %.3g of it\n",
              sqrt(error), sqrt(norm), tolerance);
  _fail(file, line);
}

void assert_says(const nnreg_message *why, const char *words)
{
  if (!strstr(why->text, words)) fail_msg("\"%s\" does not say \"%s\"", why->text, words);
}

void assert_content(const char *path, const char *bytes, size_t count)
{
  char *got = take(count + 1, 1);
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  assert_int_equal(fread(got, 1, count + 1, file), count);
  assert_int_equal(fclose(file), 0);
  assert_memory_equal(got, bytes, count);
}

/* -------------------------------------------------------------- Precision -- */

size_t real_bytes(nnreg_precision precision)
{
  return precision == NNREG_DOUBLE ? sizeof(double) : sizeof(float);
}

double *to_double(nnreg_precision precision, const void *values, size_t count)
{
  double *result = take(count, sizeof *result);
  for (size_t i = 0; i < count; i++)
    result[i] = precision == NNREG_DOUBLE ? ((const double *)values)[i]
                                          : (double)((const float *)values)[i];
  return result;
}

void *from_double(nnreg_precision precision, const double *values, size_t count)
{
  if (precision == NNREG_DOUBLE) return take_copy(values, count, sizeof *values);
  float *result = take(count, sizeof *result);
  for (size_t i = 0; i < count; i++) result[i] = (float)values[i];
  return result;
}

/* --------------------------------------------------------------- OpenBLAS -- */

nnreg_blas *test_blas = NULL;

int open_blas(void **state)
{
  (void)state;
  nnreg_message why;
  if (nnreg_blas_open(NULL, &test_blas, &why) == NNREG_OK) return 0;
  print_error("%s\n", why.text);
  return -1;
}

int close_blas(void **state)
{
  (void)state;
  nnreg_blas_close(test_blas);
  return 0;
}

nnreg_status cost_of(const nnreg_network *network, const nnreg_penalty *penalty, const void *theta,
                     const nnreg_samples *samples, size_t num_threads, double *cost, void *gradient,
                     nnreg_message *why)
{
  nnreg_cost_result result = {.value = *cost, .gradient = gradient};
  nnreg_status status = nnreg_cost(test_blas, &(nnreg_model){network, theta}, penalty, samples,
                                   num_threads, &result, why);
  *cost = result.value;
  return status;
}
