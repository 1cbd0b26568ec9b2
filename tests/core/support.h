/* What all tests of the core share: cmocka, memory, random numbers, comparisons.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_TEST_SUPPORT_H
#define NNREG_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* cmocka needs the headers above. */
#include <cmocka.h>

#include "nnreg.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Cleared memory of exactly count * size bytes, so that AddressSanitizer sees one more;
 * give_back frees all of it: a teardown, and of use inside long loops. */
void *take(size_t count, size_t size);
void *take_copy(const void *from, size_t count, size_t size);
int give_back(void **state);

#define TEST(function) cmocka_unit_test_teardown(function, give_back)

/* How far a loop over cases steps: 1, so that it takes all. Sanitizers make a program many times
 * slower; of those that look alike it may then take every step-th, the second function under
 * ThreadSanitizer alone. With the variable NNREG_WHOLE (make tsan, make asan) it takes all. */
size_t sanitized_step(size_t step);
size_t thread_sanitized_step(size_t step);

/* Random numbers of the tests' own: 64 bits, an integer below bound, a number in [0, 1). */
uint64_t draw(uint64_t *seed);
size_t draw_below(uint64_t *seed, size_t bound);
double draw_unit(uint64_t *seed);

/* |got - want| <= tolerance; NaN fails. */
#define ASSERT_NEAR(got, want, tolerance) \
  assert_near_at((got), (want), (tolerance), #got, __FILE__, __LINE__)
void assert_near_at(double got, double want, double tolerance, const char *what, const char *file,
                    int line);

/* Euclidean |got - want| <= tolerance * |want|, and |want| > 0. */
#define ASSERT_VECTOR_NEAR(got, want, count, tolerance) \
  assert_vector_near_at((got), (want), (count), (tolerance), __FILE__, __LINE__)
void assert_vector_near_at(const double *got, const double *want, size_t count, double tolerance,
                           const char *file, int line);

#define ASSERT_OK(call)                                             \
  do {                                                              \
    nnreg_status status_ = (call);                                  \
    if (status_ != NNREG_OK) fail_msg("%s: %s", #call, (why).text); \
  } while (0)

/* The text contains these words. */
void assert_says(const nnreg_message *why, const char *words);

/* The file at `path` has these bytes and no others. */
void assert_content(const char *path, const char *bytes, size_t count);

/* An array of the precision, as double; and the other way. */
double *to_double(nnreg_precision precision, const void *values, size_t count);
void *from_double(nnreg_precision precision, const double *values, size_t count);
size_t real_bytes(nnreg_precision precision);

/* nnreg_cost, and its results apart. */
nnreg_status cost_of(const nnreg_network *network, const nnreg_penalty *penalty, const void *theta,
                     const nnreg_samples *samples, size_t num_threads, double *cost, void *gradient,
                     nnreg_message *why);

/* OpenBLAS, opened once a program; the group's setup and teardown. */
extern nnreg_blas *test_blas;
int open_blas(void **state);
int close_blas(void **state);

#endif
