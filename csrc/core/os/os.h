/* What the core asks of the operating system, the processor and OpenBLAS. system.h beside says what
 * each system does for it.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_OS_H
#define NNREG_OS_H

#include <stdio.h>
#include <string.h>

#include "nnreg.h"

/* -------------------------------------------------------------- status.c -- */

/* MinGW has a name of its own for ISO C's formats. */
#ifdef __MINGW_PRINTF_FORMAT
#define NNREG_PRINTF __MINGW_PRINTF_FORMAT
#else
#define NNREG_PRINTF printf
#endif

/* Fills why (as printf does) and returns status: `return nnreg_fail (...)`. */
nnreg_status nnreg_fail(nnreg_message *why, nnreg_status status, const char *format, ...)
    __attribute__((format(NNREG_PRINTF, 3, 4)));

/* The same with NNREG_BAD_ARGUMENT. */
#define nnreg_refuse(why, ...) nnreg_fail(why, NNREG_BAD_ARGUMENT, __VA_ARGS__)

/* NNREG_OUT_OF_MEMORY: not enough memory for `what`. */
nnreg_status nnreg_no_memory(nnreg_message *why, const char *what);

/* NNREG_STOPPED. */
nnreg_status nnreg_stopped(nnreg_message *why);

/* Whether the stop flag of nnreg_blas_heed or nnreg_idx_heed is up. */
static inline bool nnreg_is_raised(const int *flag)
{
  return flag && __atomic_load_n(flag, __ATOMIC_RELAXED) != 0;
}

/* -------------------------------------------------------------- memory.c -- */

/* The one place where the core allocates: count * size bytes, on a 64-byte line, not cleared.
 * NULL if the product overflows or the system has no memory. */
void *nnreg_alloc(size_t count, size_t size);
void nnreg_free(void *memory); /* accepts NULL */

/* Whether the process can map this many more bytes. */
bool nnreg_can_map(size_t bytes);

/* Asks the processor to load these bytes into its cache. */
static inline void nnreg_prefetch(const void *from, size_t bytes)
{
  enum { LINE_BYTES = 64 };
  for (size_t at = 0; at < bytes; at += LINE_BYTES) __builtin_prefetch((const char *)from + at);
}

/* ---------------------------------------------------------------- file.c -- */

/* A regular file, read from its start. */
typedef struct {
  intptr_t file; /* the system's */
  uint64_t num_bytes;
  char name[160]; /* the end of its path, for messages */
} nnreg_reader;

nnreg_status nnreg_reader_open(nnreg_reader *reader, const char *path, nnreg_message *why);
void nnreg_reader_close(nnreg_reader *reader);

/* Reads up to count bytes; *got is less only at the end of the file. */
nnreg_status nnreg_reader_read(nnreg_reader *reader, void *bytes, size_t count, size_t *got,
                               nnreg_message *why);

/* Goes back to the start. */
nnreg_status nnreg_reader_rewind(nnreg_reader *reader, nnreg_message *why);

/* ---------------------------------------------- cpu.c, posix.c, windows.c -- */

/* The double nearest to a text of digits with an exponent ("123e-2"), whatever the locale. */
double nnreg_decimal(const char *text);

/* Seconds of a clock that never goes back. */
double nnreg_now(void);

typedef struct {
  nnreg_profile *profile; /* NULL: off */
  double mark;
} nnreg_stopwatch;

static inline nnreg_stopwatch nnreg_stopwatch_start(nnreg_profile *profile)
{
  return (nnreg_stopwatch){.profile = profile, .mark = profile ? nnreg_now() : 0};
}

/* Adds the time since the last lap to a phase. */
static inline void nnreg_lap(nnreg_stopwatch *watch, nnreg_phase phase)
{
  if (!watch->profile) return;
  double now = nnreg_now();
  watch->profile->seconds[phase] += now - watch->mark;
  watch->mark = now;
}

typedef enum { NNREG_ISA_PLAIN, NNREG_ISA_AVX2, NNREG_ISA_AVX512 } nnreg_isa;

/* What the processor has, and what the kernels use: that, or the lesser set in NNREG_ISA. */
nnreg_isa nnreg_isa_best(void);
nnreg_isa nnreg_isa_used(void);

/* The processor that runs the calling thread, or -1 if the system does not say. */
int nnreg_processor(void);

/* Moves the calling thread to an allowed processor that is not in taken (count), if there is
 * one. Its affinity stays as it was: the system may move it on. */
void nnreg_move_from(const int *taken, size_t count);

/* ------------------------------------------------------------- library.c -- */

/* A handle for the OpenBLAS in the file, or NULL. The library's code stays loaded for good, and
 * its symbols stay private. */
void *nnreg_library_open(const char *path);
void nnreg_library_close(void *library);

/* The address of one of OpenBLAS's functions, or NULL. */
void *nnreg_library_symbol(void *library, const char *name);

/* Systems return an object pointer, which can hold a function's address. */
#define NNREG_BIND(target, library, name)                       \
  do {                                                          \
    void *symbol_of_name = nnreg_library_symbol(library, name); \
    memcpy(&(target), &symbol_of_name, sizeof(target));         \
  } while (0)

/* The file of a library into room, or ""; returns room. */
const char *nnreg_library_file(void *library, char *room, size_t size);

/* The name of the kernels that OpenBLAS uses, or "". */
const char *nnreg_library_core(void *library);

/* -------------------------------------------------------------- team.c -- */

enum { NNREG_MAX_THREADS = 256 };

typedef struct nnreg_team nnreg_team;

/* A member's view: its number, how many there are, and the team. */
typedef struct {
  nnreg_team *team;
  size_t id, size;
} nnreg_member;

typedef void nnreg_task_function(void *context, const nnreg_member *member);

/* Runs the function on up to num_threads threads, of which the caller is member 0, and joins them.
 * If a thread cannot be created, the rest do its work. Meanwhile denormal numbers are flushed to
 * zero: m of a dead input would decay into them. */
void nnreg_team_run(size_t num_threads, nnreg_task_function *function, void *context);

/* Denormal numbers count inside a team too, until they are restored. */
unsigned nnreg_keep_denormals(void);
void nnreg_restore_denormals(unsigned before);

/* Returns when every member has called it; spins for a moment, then sleeps. */
void nnreg_team_wait(const nnreg_member *member);

/* The member's share of count items: *first .. *last - 1. */
void nnreg_team_share(const nnreg_member *member, size_t count, size_t *first, size_t *last);

/* A member's way through count items that the team does together: its own share, chunk by chunk,
 * then what is left of the others', from their far ends. So nobody waits long for a member whose
 * processor is slow or taken. Every member must begin the same deals in the same order. */
typedef struct {
  const nnreg_member *member;
  size_t count, chunks; /* chunks of all shares together                          */
  size_t others;        /* how many shares the member has seen to the end         */
  uint32_t number;      /* of the deal                                            */
  bool backwards;       /* each share is done from its end; the caller may set it */
} nnreg_deal;

/* A deal of count items; a share has so many chunks, or one for each item. NNREG_CHUNKS are for
 * items that cost the same one by one; more are not allowed. */
enum { NNREG_CHUNKS = 16 };
nnreg_deal nnreg_team_deal(const nnreg_member *member, size_t count, size_t chunks);

/* Sets the items *first .. *last - 1 that the member does next; false: none is left to begin. */
bool nnreg_team_take(nnreg_deal *deal, size_t *first, size_t *last);

/* -------------------------------------------------------------- blas.c -- */

/* The values of CBLAS_ORDER and CBLAS_TRANSPOSE. */
enum { NNREG_COLUMNS = 102, NNREG_PLAIN = 111, NNREG_TRANSPOSED = 112 };

typedef void nnreg_sgemm(int order, int trans_a, int trans_b, int m, int n, int k, float alpha,
                         const float *a, int lda, const float *b, int ldb, float beta, float *c,
                         int ldc);
typedef void nnreg_dgemm(int order, int trans_a, int trans_b, int m, int n, int k, double alpha,
                         const double *a, int lda, const double *b, int ldb, double beta, double *c,
                         int ldc);

struct nnreg_blas {
  nnreg_sgemm *sgemm;
  nnreg_dgemm *dgemm;
  void (*set_num_threads)(int);
  void (*limit_thread)(int); /* the calling thread's number of threads in OpenMP; NULL: no OpenMP */
  int threading;             /* openblas_get_parallel's */
  int shared_threads;        /* its threads, if the process uses it too; 0: it is ours alone */
  const int *flag;           /* see nnreg_blas_heed */
  void *library;
  const char *config, *core;
  char file[512]; /* "": not asked for yet, since finding it reads the library's table */
};

/* The products of OpenBLAS, for the calling thread alone: `nnreg_dgemm_of (blas) (...)`. */
static inline nnreg_sgemm *nnreg_sgemm_of(const nnreg_blas *blas)
{
  if (blas->limit_thread) blas->limit_thread(1);
  return blas->sgemm;
}

static inline nnreg_dgemm *nnreg_dgemm_of(const nnreg_blas *blas)
{
  if (blas->limit_thread) blas->limit_thread(1);
  return blas->dgemm;
}

/* The number of threads that may use it at a time: num_threads, or 1 for a build without locks. */
size_t nnreg_blas_threads(const nnreg_blas *blas, size_t num_threads);

/* Whether the stop flag is up. */
static inline bool nnreg_is_stopped(const nnreg_blas *blas) { return nnreg_is_raised(blas->flag); }

#endif
