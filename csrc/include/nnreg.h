/* nnreg: small neural networks with L1 and L2 penalties.
 *
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole public interface of the core. The core knows nothing of Octave: it
 * does not print, does not exit and keeps no global state. Matrices are stored
 * column by column; sizes are written (rows x columns). Rows of data are counted
 * from 0. Unless stated otherwise a function borrows its arguments for the call.
 *
 * Sizes are size_t, and an array may have more than 2^31 elements. What is narrower inside is
 * checked, and more of it refused with a message:
 *   inputs, units of a layer           2^31 - 1  OpenBLAS counts in int
 *   samples                            2^32 - 1  row numbers are uint32_t
 *   classes                            2^31 - 1  labels are int32_t
 *   non-zeros of a block or a batch    2^32 - 1  their places are uint32_t
 *   weights, nnreg_predict_view        2^32 - 1  likewise
 * Packed indices of inputs have 16 bits where that holds all inputs, else 32.
 */
#ifndef NNREG_H
#define NNREG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---------------------------------------------------------------- Status -- */

typedef enum {
  NNREG_OK = 0,
  NNREG_BAD_ARGUMENT,  /* a setting or a size is out of its range             */
  NNREG_BAD_DATA,      /* NaN, Inf or an impossible value in X, y or weights  */
  NNREG_DIVERGED,      /* the loss or a weight is no longer finite            */
  NNREG_OUT_OF_MEMORY, /* an allocation failed, or its size overflows         */
  NNREG_BAD_FILE,      /* a file is missing, cut short, or not what it claims */
  NNREG_NO_BLAS,       /* OpenBLAS could not be loaded                        */
  NNREG_NO_THREAD,     /* not even the calling thread's resources were had    */
  NNREG_STOPPED        /* by the flag of nnreg_blas_heed or nnreg_idx_heed    */
} nnreg_status;

/* "nnreg:badArgument", "nnreg:badData", ... : the identifier of a status. */
const char *nnreg_status_id(nnreg_status status);

/* Why a call failed, in words for the user; filled whenever a function that
 * takes one does not return NNREG_OK. Never NULL in a call. */
typedef struct {
  char text[320];
} nnreg_message;

/* ------------------------------------------------------------- Precision -- */

/* Arrays declared `void *` hold float or double, as the precision says. */
typedef enum { NNREG_SINGLE = 0, NNREG_DOUBLE = 1 } nnreg_precision;

/* --------------------------------------------------------------- Network -- */

typedef enum { NNREG_RELU, NNREG_TANH, NNREG_SIGMOID, NNREG_LINEAR } nnreg_activation;

typedef enum {
  NNREG_CLASSIFICATION, /* softmax and cross-entropy, one output a class      */
  NNREG_REGRESSION      /* identity and mean squared error over the outputs   */
} nnreg_task;

enum { NNREG_MAX_LAYERS = 64 };

/* A fully connected network of L layers with weights. Layer l maps sizes[l] to
 * sizes[l + 1] values: sizes[0] inputs, sizes[L] outputs. */
typedef struct {
  nnreg_precision precision;
  nnreg_task task;
  size_t num_layers;                              /* L, 1 .. NNREG_MAX_LAYERS */
  size_t sizes[NNREG_MAX_LAYERS + 1];             /* (L + 1)                  */
  nnreg_activation activations[NNREG_MAX_LAYERS]; /* (L - 1), hidden layers   */
} nnreg_network;

/* NNREG_BAD_ARGUMENT if a size is 0, a layer too many, or P overflows. */
nnreg_status nnreg_network_check(const nnreg_network *network, nnreg_message *why);

/* P: the number of parameters. They lie flat as [W_1(:); b_1; W_2(:); b_2; ...]
 * with W_l (sizes[l] x sizes[l - 1]) and b_l (sizes[l]). */
size_t nnreg_network_num_parameters(const nnreg_network *network);

/* Glorot-uniform weights U(-a, a), a = sqrt(6 / (inputs + outputs)), and zero
 * biases (Glorot and Bengio, AISTATS 2010), into theta (P). The numbers depend on
 * the seed alone, not on the precision (a float is the rounded double). */
nnreg_status nnreg_network_init(const nnreg_network *network, uint64_t seed, void *theta,
                                nnreg_message *why);

/* --------------------------------------------------------------- Penalty -- */

typedef enum {
  NNREG_PROXIMAL,   /* soft threshold in Adam's metric after the step: zeros */
  NNREG_SUBGRADIENT /* lambda * sign(w) inside the gradient: no zeros        */
} nnreg_l1_method;

/* sum_l lambda1[l] ||W_l||_1 + lambda2[l] ||W_l||_F^2; biases are free.
 * decay[l] is decoupled weight decay, W_l -= rate * decay[l] * W_l a step,
 * which is no term of the objective (Loshchilov and Hutter, ICLR 2019). */
typedef struct {
  double group; /* lambda_g sum_j ||W_1(:,j)||_2, a group for each input */
  double lambda1[NNREG_MAX_LAYERS];
  double lambda2[NNREG_MAX_LAYERS];
  double decay[NNREG_MAX_LAYERS];
  nnreg_l1_method l1_method;
} nnreg_penalty;

/* The penalty's value at theta (P), summed in double. */
double nnreg_penalty_value(const nnreg_network *network, const nnreg_penalty *penalty,
                           const void *theta);

/* Exactly zero weights in the layers with a lambda1, lambda2 or decay above 0 (in
 * all layers when there is none), as a share of those layers' weights. */
double nnreg_penalty_zeros(const nnreg_network *network, const nnreg_penalty *penalty,
                           const void *theta);

/* ------------------------------------------------------------------ Data -- */

typedef enum {
  NNREG_UINT8,
  NNREG_FLOAT,
  NNREG_FLOAT64,
  NNREG_BOOL,
  NNREG_INT8,
  NNREG_INT16,
  NNREG_UINT16,
  NNREG_INT32,
  NNREG_UINT32,
  NNREG_INT64,
  NNREG_UINT64
} nnreg_type;

/* X as the user has it: N samples in rows, column by column; or compressed
 * columns (as Octave's sparse: starts (D + 1), rows and values (nnz)), whose rows
 * ascend in each column: nnreg_source_scan looks, all others take it for granted. */
typedef struct {
  size_t num_samples, num_inputs; /* N, D                                */
  nnreg_type type;                /* of values                           */
  const void *values;             /* (N x D), or (nnz) with starts given */
  const int64_t *starts;          /* (D + 1) or NULL: full               */
  const int64_t *rows;            /* (nnz) or NULL                       */
} nnreg_source;

/* What a pass over the source finds. mean and scale (both or neither) are the
 * columns' means and standard deviations (divided by N - 1 as MATLAB's zscore
 * does; a constant column has scale 1). A NaN or Inf stops with NNREG_BAD_DATA and
 * the message names its row and column, counted from 1 as Octave does, as does a column
 * whose mean or deviation no double holds. NNREG_BAD_ARGUMENT for rows or starts that do
 * not ascend. */
typedef struct {
  double density;  /* share of values that are not 0 */
  double *largest; /* (D) or NULL: the columns' largest absolute values */
  double *mean;    /* (D) or NULL */
  double *scale;   /* (D) or NULL */
} nnreg_scan;

nnreg_status nnreg_source_scan(const nnreg_source *source, size_t num_threads, nnreg_scan *scan,
                               nnreg_message *why);

/* Packed samples: a block holds `block_samples` consecutive samples (the last one
 * fewer), one after the other. In a dense block sample i's D values follow each
 * other; a compressed block has its non-zeros only:
 * values[starts[i] .. starts[i + 1] - 1] at inputs indices[...], ascending. */
typedef struct {
  const void *values;     /* dense: (D x samples); compressed: (nnz)          */
  const uint32_t *starts; /* NULL: dense; else (samples + 1), from 0          */
  const void *indices;    /* of nnreg_index_bytes each                        */
} nnreg_block;

typedef struct {
  size_t num_samples, num_inputs, block_samples;
  nnreg_type type; /* NNREG_UINT8, NNREG_FLOAT or NNREG_FLOAT64      */
  bool compressed;
  const nnreg_block *blocks; /* (ceil (num_samples / block_samples))           */
  const double *shift;       /* (D) or NULL: subtracted from every compressed
                                sample, never stored, so that zeros stay free  */
  const void *columns;       /* nnreg_predict only: not packed, X (N x D) itself in
                                the network's precision, N < 2^31; no blocks   */
} nnreg_data;

/* The type that packed values of a source get: uint8 for bool and uint8, else
 * float, or double where the precision asks for it and float would round. A scaled
 * source (nnreg_pack's scale) never stays uint8. */
nnreg_type nnreg_packed_type(nnreg_type source, nnreg_precision precision, bool scaled);

/* Bytes of a packed index: 2 (uint16_t) where that holds all D inputs, else 4 (uint32_t). */
size_t nnreg_index_bytes(size_t num_inputs);

/* The samples a block should hold so that it stays near 4 MiB; at least 64. */
size_t nnreg_pack_block_samples(size_t num_inputs, size_t value_bytes);

/* Non-zeros (once divided by scale, (D) or NULL) of samples first .. first + count - 1,
 * into starts (count + 1). */
nnreg_status nnreg_pack_count(const nnreg_source *source, size_t first, size_t count,
                              const double *scale, size_t num_threads, uint32_t *starts,
                              nnreg_message *why);

/* Packs samples first .. first + count - 1 as (x - mean) / scale into values (and
 * indices, for a compressed block whose starts nnreg_pack_count has filled).
 * mean, scale: (D), both or neither. Compressed blocks apply the scale only: the shift
 * mean / scale goes into nnreg_data. */
nnreg_status nnreg_pack_block(const nnreg_source *source, size_t first, size_t count,
                              const double *mean, const double *scale, nnreg_type packed,
                              size_t num_threads, const uint32_t *starts, void *indices,
                              void *values, nnreg_message *why);

/* What the samples should map to. */
typedef struct {
  const int32_t *labels; /* (N) classes from 0, or NULL for regression */
  const void *responses; /* (K x N) in the network's precision, or NULL */
  const double *weights; /* (N), >= 0, or NULL: all 1                   */
  const double *scales;  /* (K) or NULL: all 1; units of the responses, by
                            which the metric multiplies errors */
} nnreg_targets;

/* Some samples of packed data: rows (num_rows) or, where NULL, 0 .. num_rows - 1. */
typedef struct {
  const nnreg_data *data;
  const nnreg_targets *targets;
  const uint32_t *rows;
  size_t num_rows;
} nnreg_samples;

/* -------------------------------------------------------------- OpenBLAS -- */

/* OpenBLAS, bound privately: none of the process's own BLAS symbols are used. */
typedef struct nnreg_blas nnreg_blas;

/* Loads OpenBLAS (path, or NULL: the file of NNREG_OPENBLAS, else the one found when
 * the core was built, else the system's libopenblas.so.0); NNREG_NO_BLAS with what
 * was tried. An OpenBLAS that does not know the processor is loaded again with the
 * core type that fits its instruction set. If the process shares the library, its thread count is
 * one until nnreg_blas_close puts it back. */
nnreg_status nnreg_blas_open(const char *path, nnreg_blas **blas, nnreg_message *why);
void nnreg_blas_close(nnreg_blas *blas); /* accepts NULL */

/* Calls that work with this binding look at the flag, NULL for none, many times a second. While
 * it is not 0 they end early with NNREG_STOPPED, or what they did is whole: a training's state is
 * the one after a batch, outputs are worthless. */
void nnreg_blas_heed(nnreg_blas *blas, const int *flag);

/* OpenBLAS's configuration and core name, the file; owned by blas. */
const char *nnreg_blas_config(const nnreg_blas *blas);
const char *nnreg_blas_core(const nnreg_blas *blas);
const char *nnreg_blas_file(const nnreg_blas *blas);

/* The instruction set whose kernels run here: "plain", "avx2" or "avx512". The
 * environment variable NNREG_ISA may name a lesser one. */
const char *nnreg_isa_name(void);

/* Processors this process may use. */
size_t nnreg_num_processors(void);

/* Whether the standard output is a terminal. */
bool nnreg_isatty(void);

/* The address of a variable of this process by its name, or NULL. */
const void *nnreg_find_symbol(const char *name);

/* -------------------------------------------------------------- Training -- */

/* Adam as Keras states it (Kingma and Ba, ICLR 2015, the "epsilon hat" form):
 * w -= rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon). */
typedef struct {
  double beta1, beta2, epsilon; /* 0.9, 0.999, 1e-7 */
} nnreg_adam;

typedef enum {
  NNREG_ADAM, /* batches                                                             */
  NNREG_FISTA /* all samples at a time, to the optimum where the loss is convex (no
                 hidden layer), to a point that satisfies the conditions of optimality
                 otherwise. An epoch is NNREG_FISTA_STEPS steps; adam, batch_size,
                 learn_rates, lambda_scales and shuffle are not used; no decay        */
} nnreg_solver;

enum { NNREG_FISTA_STEPS = 50 };

/* All that defines a training: its result depends on this and on nothing else. */
typedef struct {
  nnreg_solver solver;
  double tolerance; /* > 0, NNREG_FISTA: ends when no condition of optimality is violated
                       by more (or by more than rounding does): the gradient by s_j w_j and
                       by the biases, s_j the standard deviation of input j and inputs
                       centred, over the responses' standard deviation (classes: 1) */
  const nnreg_network *network;
  const nnreg_penalty *penalty;
  nnreg_samples train;
  nnreg_samples validation; /* num_rows 0: none                              */
  bool validate_last_only;  /* validate after the last epoch only            */
  nnreg_adam adam;
  size_t batch_size; /* >= 1; more than the samples: one batch         */
  size_t num_epochs;
  const double *learn_rates;   /* (num_epochs), > 0                             */
  const double *lambda_scales; /* (num_epochs), >= 0, times the penalty, or NULL: 1 */
  uint64_t seed;               /* of the order of the samples                   */
  bool shuffle;
  bool keep_zeros; /* weights that are 0 at the start of a step stay so: a refit on a support */
} nnreg_problem;

/* All that a training remembers between calls; plain values, so that it can be
 * saved and resumed to the same bits. Set up by nnreg_state_init. */
typedef struct {
  void *theta;         /* (P) parameters                                  */
  void *first_moment;  /* (P) Adam's m; NNREG_FISTA: theta a step ago      */
  void *second_moment; /* (P) Adam's v                                    */
  double step;         /* updates made                                    */
  double epoch;        /* epochs finished                                 */
  double position;     /* samples done in the current epoch               */
  double loss_sum;     /* running sums of the current epoch: weighted loss */
  double metric_sum;   /* right labels, or squared errors, weighted       */
  double weight_sum;   /* weights of the samples done                     */
  double seconds;      /* spent in the current epoch                      */
  double curvature;    /* NNREG_FISTA: L, > 0                             */
  double momentum;     /* NNREG_FISTA: t, >= 1                            */
  double converged;    /* NNREG_FISTA: 1 when the tolerance is reached    */
} nnreg_state;

/* No epoch is left, or the tolerance is reached and booked. */
bool nnreg_is_over(const nnreg_problem *problem, const nnreg_state *state);

/* One finished epoch. Data losses are weighted means; the training ones run over
 * the epoch while the weights change, as Keras reports them. metric: the weighted share of right
 * labels, or mean squared error over samples and outputs in the units of the targets' scales. NaN
 * where there is no validation. */
typedef struct {
  double data_loss, metric, penalty, val_data_loss, val_metric, zeros, seconds;
} nnreg_epoch;

/* Where the time of a training goes, on the caller's thread. */
typedef enum {
  NNREG_PHASE_SAMPLES,    /* a batch's samples taken out, and their transpose      */
  NNREG_PHASE_FORWARD,    /* hidden layers                                         */
  NNREG_PHASE_LOSS,       /* output layer, losses, their derivatives               */
  NNREG_PHASE_BACKWARD,   /* derivatives by hidden units, updates of later layers  */
  NNREG_PHASE_UPDATE,     /* gradient of the first layer's weights and Adam's step */
  NNREG_PHASE_WAITING,    /* for other threads                                     */
  NNREG_PHASE_VALIDATION, /* and the epoch's other figures                         */
  NNREG_PHASE_CALL,       /* what a call takes beside: memory, order of samples    */
  NNREG_NUM_PHASES
} nnreg_phase;

typedef struct {
  double seconds[NNREG_NUM_PHASES];
} nnreg_profile;

/* When a call returns though the training is not over. */
typedef struct {
  double seconds;         /* after the batch in which this time is up; Inf: never */
  size_t num_epochs;      /* after this many finished epochs                      */
  size_t num_threads;     /* at most; the results do not depend on it             */
  nnreg_profile *profile; /* added to, or NULL                                    */
} nnreg_limits;

/* NNREG_BAD_ARGUMENT or NNREG_BAD_DATA with the reason: sizes that do not fit each
 * other, labels out of range, weights that are negative, rates that are not > 0. */
nnreg_status nnreg_problem_check(const nnreg_problem *problem, nnreg_message *why);

/* Goes on with the training until it is over or a limit is reached. history has
 * room for limits->num_epochs rows; *num_finished of them are filled. On NNREG_DIVERGED
 * the state is the one after the last batch with a finite loss, which
 * may have spoilt the weights itself. On NNREG_STOPPED it can be gone on with. */
nnreg_status nnreg_train(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why);

/* Many trainings side by side, each on one thread (on several where there are fewer jobs
 * than threads): jobs are taken in order as threads come free, until `seconds` are up.
 * done[i] is set when job i is over, with its last epoch in result[i]; status[i] is NNREG_OK
 * or how it ended. histories[i] (or histories, or both, NULL) has room for the epochs that
 * job i has left and gets those finished in this call. A job that is begun and not over keeps
 * its state; states of jobs that are not begun (step 0, epoch 0) must be initialised. */
nnreg_status nnreg_train_many(const nnreg_blas *blas, const nnreg_problem *jobs, size_t num_jobs,
                              double seconds, size_t num_threads, nnreg_state *states,
                              nnreg_epoch *results, nnreg_epoch *const *histories, bool *done,
                              nnreg_status *status, nnreg_message *why);

/* ---------------------------------------------------- Prediction and cost -- */

/* Outputs of samples first .. first + count - 1 into outputs (K x count): softmax
 * probabilities, or responses. Memory beyond that is bounded by blocks. */
nnreg_status nnreg_predict(const nnreg_blas *blas, const nnreg_network *network, const void *theta,
                           const nnreg_data *data, size_t first, size_t count, size_t num_threads,
                           void *outputs, nnreg_message *why);

/* X as the user has it, full, and what becomes of it: input j of D is column columns[j],
 * less mean[j], divided by scale[j]. */
typedef struct {
  const nnreg_source *source;
  const uint32_t *columns;    /* (D), or NULL: X has these D columns */
  const double *mean, *scale; /* (D), both or neither                */
} nnreg_view;

/* The same for a network whose first layer is mostly zeros: their products are left out, and
 * columns that no weight reads are not looked at. NNREG_BAD_DATA where one that is has a
 * value that is not finite, or not in the network's precision. */
nnreg_status nnreg_predict_view(const nnreg_blas *blas, const nnreg_network *network,
                                const void *theta, const nnreg_view *view, size_t first,
                                size_t count, size_t num_threads, void *outputs,
                                nnreg_message *why);

/* Samples of which one input has moved, where the first layer's products are known. */
typedef struct {
  const void *sums; /* (units of the first layer x N), W_1 x, in the network's precision */
  size_t num_samples;
  size_t input;
  const uint32_t *rows; /* (count) which samples, from 0                             */
  const void *moves;    /* (count) added to the input, in the network's precision     */
  size_t count;
} nnreg_moved;

/* Outputs (K x count) of moved samples, from sums + W_1(:,input) move: no product with the
 * inputs, as permutation importance wants it, which moves one at a time. */
nnreg_status nnreg_predict_moved(const nnreg_blas *blas, const nnreg_network *network,
                                 const void *theta, const nnreg_moved *moved, size_t num_threads,
                                 void *outputs, nnreg_message *why);

/* The weighted mean data loss and metric (as in nnreg_epoch) over the samples. */
nnreg_status nnreg_evaluate(const nnreg_blas *blas, const nnreg_network *network, const void *theta,
                            const nnreg_samples *samples, size_t num_threads, double *data_loss,
                            double *metric, nnreg_message *why);

/* The objective J = data loss + penalty over all samples and its gradient (P, or
 * NULL); for l1 the subgradient lambda1 * sign(w), sign(0) = 0. */
nnreg_status nnreg_cost(const nnreg_blas *blas, const nnreg_network *network,
                        const nnreg_penalty *penalty, const void *theta,
                        const nnreg_samples *samples, size_t num_threads, double *cost,
                        void *gradient, nnreg_message *why);

/* ---------------------------------------------------------------- Random -- */

/* A permutation of items (count), by Fisher and Yates with xoshiro256** seeded from
 * (seed, stream) by splitmix64 (Blackman and Vigna, 2018; Steele et al., 2014). */
void nnreg_shuffle(uint64_t seed, uint64_t stream, uint32_t *items, size_t count);

/* ------------------------------------------------------------- IDX files -- */

enum { NNREG_IDX_MAX_DIMS = 8 };

/* The header of an IDX file (LeCun's format of MNIST), gzipped or not. dims[0]
 * varies slowest in the file. */
typedef struct {
  nnreg_type type; /* of the elements: uint8, int8, int16, int32, float, double */
  size_t num_dims; /* 1 .. NNREG_IDX_MAX_DIMS */
  size_t dims[NNREG_IDX_MAX_DIMS];
  size_t num_elements;
  size_t num_bytes; /* of all elements */
} nnreg_idx_header;

typedef struct nnreg_idx nnreg_idx;

/* Opens a file, reads its header and checks it against the file's size before
 * anything is allocated for the elements (for gzip, whose true size only reading
 * tells, against the most that deflate can hold: 1032 bytes a byte). */
nnreg_status nnreg_idx_open(const char *path, nnreg_idx **file, nnreg_message *why);
const nnreg_idx_header *nnreg_idx_get_header(const nnreg_idx *file);

/* nnreg_idx_read looks at the flag, NULL for none, many times a second and ends with
 * NNREG_STOPPED while it is not 0. */
void nnreg_idx_heed(nnreg_idx *file, const int *flag);

/* Reads all elements, in the machine's byte order, into elements (num_bytes);
 * NNREG_BAD_FILE if the file ends early, is longer, or its checksum is wrong. */
nnreg_status nnreg_idx_read(nnreg_idx *file, void *elements, nnreg_message *why);
void nnreg_idx_close(nnreg_idx *file); /* accepts NULL */

/* ----------------------------------------------------------------- Files -- */

/* The file becomes these bytes, whole or not at all: they are written and synced beside it, to
 * "PATH.new", which then takes its place. NNREG_BAD_FILE with the system's reason, the file
 * as it was. Of a symbolic link the file that it leads to is replaced, and the link stays. A device
 * or a pipe is not replaced, but written to. */
nnreg_status nnreg_file_replace(const char *path, const void *bytes, size_t count,
                                nnreg_message *why);

/* Appends bytes to a file, made if need be, and waits until they are on the disk. A crash
 * may leave some of them: a reader must tell a whole record from a torn one. */
nnreg_status nnreg_file_append(const char *path, const void *bytes, size_t count,
                               nnreg_message *why);

/* CRC-32 of bytes that follow those with the checksum `before` (0: none). */
uint32_t nnreg_checksum(uint32_t before, const void *bytes, size_t count);

/* Claims of work items 0, 1, ... among the processes that open the same file. They are
 * locks of bytes (POSIX), which the system drops when a process ends in whatever way; on a
 * file system without locks every claim succeeds. A process opens a file once at a time. */
typedef struct nnreg_claims nnreg_claims;

nnreg_status nnreg_claims_open(const char *path, nnreg_claims **claims, nnreg_message *why);
bool nnreg_claims_take(nnreg_claims *claims, size_t item); /* false: another process has it */
void nnreg_claims_drop(nnreg_claims *claims, size_t item);
void nnreg_claims_close(nnreg_claims *claims); /* accepts NULL; drops all */

#ifdef __cplusplus
}
#endif

#endif
