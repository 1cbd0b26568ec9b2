/* nnreg: small neural networks with L1 and L2 penalties.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole public interface of the core. The core knows nothing of Octave: it
 * does not print, does not exit and keeps no global state. Matrices are stored
 * column by column; sizes are written (rows x columns). Rows of data are counted
 * from 0. A function borrows its arguments for the call, unless it says otherwise.
 *
 * Sizes are size_t, and an array may have more than 2^31 elements. Some counts are narrower
 * inside; a larger one is refused with a message:
 *   inputs, units of a layer                2^31 - 1  OpenBLAS counts in int
 *   samples                                 2^32 - 1  row numbers are uint32_t
 *   classes                                 2^31 - 1  labels are int32_t
 *   non-zeros of a block or a batch         2^32 - 1  their places are uint32_t
 *   first-layer weights, nnreg_predict_view 2^32 - 1  likewise
 * Packed indices of inputs have 16 bits if these hold all inputs, else 32.
 */
#ifndef NNREG_H
#define NNREG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* csrc/flags.mk takes such flags back; this is for any that it does not see. */
#if defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__) || \
    defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__) || defined(__NO_SIGNED_ZEROS__)
#error "nnreg must see NaN and Inf: compile it without -Ofast, -ffast-math and their parts"
#endif
_Static_assert(sizeof 0.5 == sizeof(double), "compile nnreg without -fsingle-precision-constant");

/* ---------------------------------------------------------------- Status -- */

typedef enum {
  NNREG_OK = 0,
  NNREG_BAD_ARGUMENT,  /* a setting or a size is out of its range             */
  NNREG_BAD_DATA,      /* NaN, Inf or an impossible value in X, y or weights  */
  NNREG_DIVERGED,      /* the loss or a weight is no longer finite            */
  NNREG_OUT_OF_MEMORY, /* an allocation failed, or its size overflows         */
  NNREG_BAD_FILE,      /* a file is missing, cut short, or not what it claims */
  NNREG_NO_BLAS,       /* OpenBLAS could not be loaded                        */
  NNREG_STOPPED        /* by a stop flag: nnreg_blas_heed, nnreg_idx_heed, nnreg_text */
} nnreg_status;

/* "nnreg:badArgument", "nnreg:badData", ... : the identifier of a status. */
const char *nnreg_status_id(nnreg_status status);

/* Why a call failed, in words for the user. A function that takes one fills it whenever it does
 * not return NNREG_OK. Never NULL in a call. */
typedef struct {
  char text[512];
} nnreg_message;

/* ------------------------------------------------------------- Precision -- */

/* Arrays declared `void *` hold float or double, as the precision says. */
typedef enum { NNREG_SINGLE = 0, NNREG_DOUBLE = 1 } nnreg_precision;

/* --------------------------------------------------------------- Network -- */

/* X(value, name) for each; kernels/activations.h has the formulas. */
#define NNREG_ACTIVATIONS(X) X(RELU, "relu") X(TANH, "tanh") X(SIGMOID, "sigmoid") X(LINEAR, "none")
#define NNREG_ACTIVATION_VALUE(value, name) NNREG_##value,
typedef enum { NNREG_ACTIVATIONS(NNREG_ACTIVATION_VALUE) NNREG_NUM_ACTIVATIONS } nnreg_activation;

typedef enum {
  NNREG_CLASSIFICATION, /* softmax and cross-entropy, one output a class      */
  NNREG_REGRESSION      /* identity and a loss of the errors, a mean over the outputs */
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

/* NNREG_BAD_ARGUMENT if a size is 0, there are too many layers, or P overflows. */
nnreg_status nnreg_network_check(const nnreg_network *network, nnreg_message *why);

/* P, the number of parameters. They lie flat as [W_1(:); b_1; W_2(:); b_2; ...]
 * with W_l (sizes[l] x sizes[l - 1]) and b_l (sizes[l]). */
size_t nnreg_network_num_parameters(const nnreg_network *network);

/* A network and its parameters. */
typedef struct {
  const nnreg_network *network;
  const void *theta; /* (P) in the network's precision */
} nnreg_model;

/* Glorot-uniform weights U(-a, a), a = sqrt(6 / (inputs + outputs)), and zero
 * biases (Glorot and Bengio, AISTATS 2010), into theta (P). The numbers depend on
 * the seed alone: a float is the rounded double. */
nnreg_status nnreg_network_init(const nnreg_network *network, uint64_t seed, void *theta,
                                nnreg_message *why);

/* --------------------------------------------------------------- Penalty -- */

typedef enum {
  NNREG_PROXIMAL,   /* soft threshold, scaled as Adam's step, after it: zeros */
  NNREG_SUBGRADIENT /* lambda * sign(w) inside the gradient: no zeros         */
} nnreg_l1_method;

/* Groups of inputs. Group g has the inputs inputs[starts[g]] .. inputs[starts[g + 1] - 1], which
 * ascend. An input is in one group at most; one in no group has no group penalty. */
typedef struct {
  size_t count;           /* G                                               */
  const uint32_t *starts; /* (G + 1) from 0 on, or NULL: each input is a group */
  const uint32_t *inputs; /* (starts[G])                                     */
  const double *weights;  /* (G) >= 0                                        */
} nnreg_groups;

/* sum_l lambda1[l] ||W_l||_1 + lambda2[l] ||W_l||_F^2; biases are free.
 * decay[l] is decoupled weight decay (Loshchilov and Hutter, ICLR 2019): each step also does
 * W_l -= rate * decay[l] * W_l, which is no term of the objective. */
typedef struct {
  double group; /* lambda_g sum_g weights[g] ||the first layer's weights of group g||_2 */
  double lambda1[NNREG_MAX_LAYERS];
  double lambda2[NNREG_MAX_LAYERS];
  double decay[NNREG_MAX_LAYERS];
  nnreg_l1_method l1_method;
  const double *factors; /* (D) >= 0, or NULL: 1; times lambda1, lambda2 and decay of an input's
                            weights in the first layer, and its weight as a group if groups.starts
                            is NULL. Inf: these weights stay as they are and cost nothing */
  nnreg_groups groups;
} nnreg_penalty;

/* The penalty's value at theta (P), summed in double. */
double nnreg_penalty_value(const nnreg_network *network, const nnreg_penalty *penalty,
                           const void *theta);

/* The share of exactly zero weights in the penalised layers: the first one with a group penalty,
 * any one with a lambda1, lambda2 or decay above 0; all layers if none is penalised. */
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
 * columns (as Octave's sparse: starts (D + 1), rows and values (nnz)). Rows must
 * ascend in each column: nnreg_source_scan checks that, other functions trust it. */
typedef struct {
  size_t num_samples, num_inputs; /* N, D                                */
  nnreg_type type;                /* of values                           */
  const void *values;             /* (N x D), or (nnz) with starts given */
  const int64_t *starts;          /* (D + 1) or NULL: full               */
  const int64_t *rows;            /* (nnz) or NULL                       */
} nnreg_source;

/* What nnreg_source_scan finds. mean and deviation (both or neither) are the columns' weighted
 * means and standard deviations, divided by the sum of the weights, as glmnet and scikit-learn's
 * StandardScaler do. The deviation of a column is 0 if it is constant but for 4 rounding errors. */
typedef struct {
  double density;    /* share of values that are not 0 */
  double *largest;   /* (D) or NULL: the columns' largest absolute values */
  double *mean;      /* (D) or NULL */
  double *deviation; /* (D) or NULL */
} nnreg_scan;

/* weights (N, not negative) or NULL: all 1. A sample of weight 2 counts twice, one of weight 0 does
 * not count at all. NNREG_BAD_DATA for a NaN or Inf, whose row and column the message names,
 * counted from 1 as Octave does, and for a column whose mean or deviation no double holds.
 * NNREG_BAD_ARGUMENT for rows or starts that do not ascend. */
nnreg_status nnreg_source_scan(const nnreg_source *source, const double *weights,
                               size_t num_threads, nnreg_scan *scan, nnreg_message *why);

/* Scores of classes, (N x K) column by column, N < 2^32, beside the truth. */
typedef struct {
  size_t num_samples, num_classes; /* N, K */
  nnreg_type type;                 /* of values */
  const void *values;
  const int32_t *labels; /* (N) the true classes, from 0 */
  const double *weights; /* (N) not negative */
} nnreg_scores;

/* What nnreg_judge_scores finds. The ROC curve of class 0 against the rest has its num_points[0]
 * points first, then comes class 1, and so on. It starts at (0, 0, Inf); points inside a straight
 * run along an axis are left out. If a class or the rest has no weight, it has no points and the
 * area NaN. */
typedef struct {
  bool outside;     /* some score is below 0 or above 1 */
  double *total;    /* (N) the sums of the rows */
  double *distance; /* (N) squared, from the row with 1 for the true class and else 0 */
  double *ahead;    /* (N) classes whose score is higher than the true one's, or equal, but later */
  double *best;     /* (N) the class with the highest score, the first of them if equal */
  double *area;     /* (K) under the curve */
  size_t *num_points; /* (K) */
  double *fpr, *tpr;  /* (room for 2 N + 2 K) */
  double *threshold;  /* (the same) */
} nnreg_judgement;

/* The result has the same bits for any number of threads. If a score is not finite, the total of
 * its row is not either, and nothing else means anything. */
nnreg_status nnreg_judge_scores(const nnreg_scores *scores, size_t num_threads,
                                nnreg_judgement *found, nnreg_message *why);

/* Consecutive samples. A call returns NNREG_BAD_ARGUMENT if some are not there. */
typedef struct {
  size_t first, count; /* samples first .. first + count - 1 */
} nnreg_range;

/* Packed samples: a block holds `block_samples` consecutive samples (the last one
 * fewer), one after the other. A dense block has the D values of each sample; a
 * compressed block has only the non-zeros of sample i,
 * values[starts[i] .. starts[i + 1] - 1] at inputs indices[...], ascending. */
typedef struct {
  const void *values;     /* dense: (D x samples); compressed: (nnz)          */
  const uint32_t *starts; /* NULL: dense; else (samples + 1), from 0          */
  const void *indices;    /* (nnz) of nnreg_index_bytes each                  */
} nnreg_block;

typedef struct {
  size_t num_samples, num_inputs, block_samples;
  nnreg_type type; /* NNREG_UINT8, NNREG_FLOAT or NNREG_FLOAT64      */
  bool compressed;
  const nnreg_block *blocks; /* (ceil (num_samples / block_samples))           */
  const double *shift;       /* (D) or NULL: subtracted from every compressed sample
                                in the products, so that zeros need no storage */
  double divisor;            /* packed values are divided by it when they are read, so
                                that bytes stay bytes; 0: they are not         */
  const void *columns;       /* nnreg_predict only, instead of blocks: X (N x D)
                                itself in the network's precision, N < 2^31    */
} nnreg_data;

/* The type of a source's packed values: uint8 for bool and uint8, else float; double if
 * the precision is double and float would round. Scaled values are never uint8. */
nnreg_type nnreg_packed_type(nnreg_type source, nnreg_precision precision, bool scaled);

/* Bytes of a packed index: 2 (uint16_t) if that holds all D inputs, else 4 (uint32_t). */
size_t nnreg_index_bytes(size_t num_inputs);

/* Counts the non-zeros of samples, once divided by scale ((D) or NULL), into starts
 * (count + 1). */
nnreg_status nnreg_pack_count(const nnreg_source *source, nnreg_range samples, const double *scale,
                              size_t num_threads, uint32_t *starts, nnreg_message *why);

/* How values are packed: (x - mean) / scale, as the type of nnreg_packed_type. */
typedef struct {
  const double *mean, *scale; /* (D), both or neither */
  nnreg_type type;
} nnreg_scaling;

/* Where a block is packed to; as nnreg_block. starts come from nnreg_pack_count. */
typedef struct {
  void *values;
  const uint32_t *starts;
  void *indices;
} nnreg_room;

/* Packs samples into a block. A compressed block is scaled only: its shift, mean / scale,
 * goes into nnreg_data. */
nnreg_status nnreg_pack_block(const nnreg_source *source, nnreg_range samples,
                              const nnreg_scaling *scaling, size_t num_threads,
                              const nnreg_room *room, nnreg_message *why);

/* What the samples should map to. */
typedef struct {
  const int32_t *labels; /* (N) classes from 0, or NULL for regression */
  /* (K x N) in the network's precision. Regression: the responses. Classes: NULL, or soft labels,
   * shares that add up to 1; the loss is then the cross-entropy with them, and the labels decide
   * the metric alone. */
  const void *responses;
  const double *weights; /* (N), >= 0, or NULL: all 1                   */
  const double *scales;  /* (K) or NULL: all 1; the responses' units: the
                            metric multiplies errors by them      */
  /* (K) or NULL: the loss of an error e of response k is e^2. Else, with t = thresholds[k] > 0, it
   * is e^2 for |e| <= t and t (2 |e| - t) beyond (Huber, Ann. Math. Stat. 1964), or with t = 0 it
   * is |e|, whose derivative at 0 is 0. */
  const double *thresholds;
} nnreg_targets;

/* Some samples of packed data: rows (num_rows); NULL: 0 .. num_rows - 1. */
typedef struct {
  const nnreg_data *data;
  const nnreg_targets *targets;
  const uint32_t *rows;
  size_t num_rows;
} nnreg_samples;

/* -------------------------------------------------------------- OpenBLAS -- */

/* OpenBLAS, bound privately: the process's own BLAS is not used. */
typedef struct nnreg_blas nnreg_blas;

/* Loads OpenBLAS: path; if that is NULL the file in the environment variable NNREG_OPENBLAS, else
 * the one found when the core was built, else the one of the system's usual names and folders.
 * NNREG_NO_BLAS: the message says what was tried. An OpenBLAS that does not know the processor is
 * loaded again with the core type that fits its instruction set. If the process uses the same
 * library, its thread count is 1 until nnreg_blas_close restores it. */
nnreg_status nnreg_blas_open(const char *path, nnreg_blas **blas, nnreg_message *why);
void nnreg_blas_close(nnreg_blas *blas); /* accepts NULL */

/* Sets a stop flag (NULL: none). Calls poll it many times a second. When it is nonzero they
 * return NNREG_STOPPED: a training's state is then the one after the last complete batch, other
 * outputs are worthless. A call that was done already returns as usual. */
void nnreg_blas_heed(nnreg_blas *blas, const int *flag);

/* OpenBLAS's configuration, the name of its kernels, its file; owned by blas. What its build has
 * for threads: "own threads", "OpenMP" or "none". Whichever it is, each thread of ours multiplies
 * alone; a build with none is used by one thread at a time. */
const char *nnreg_blas_config(const nnreg_blas *blas);
const char *nnreg_blas_core(const nnreg_blas *blas);
const char *nnreg_blas_file(nnreg_blas *blas);
const char *nnreg_blas_threading(const nnreg_blas *blas);

/* The instruction set that the kernels use: "plain", "avx2" or "avx512", the best that the
 * processor has unless the environment variable NNREG_ISA names a lesser one. */
const char *nnreg_isa_name(void);

/* Processors this process may use. */
size_t nnreg_num_processors(void);

/* Whether the standard output is a terminal. */
bool nnreg_isatty(void);

/* The address of a variable of this process by its name, or NULL. */
const void *nnreg_find_symbol(const char *name);

/* -------------------------------------------------------------- Training -- */

/* Adam in Keras's form (Kingma and Ba, ICLR 2015, with "epsilon hat"):
 * w -= rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon). */
typedef struct {
  double beta1, beta2, epsilon; /* 0.9, 0.999, 1e-7 */
} nnreg_adam;

typedef enum {
  NNREG_ADAM, /* batches */
  NNREG_FISTA /* all samples in each step: to the optimum if the loss is convex (no hidden layer),
                 else to a point that satisfies the conditions of optimality. An epoch is
                 NNREG_FISTA_STEPS steps. Ignores adam, batch_size, learn_rates, lambda_scales
                 and shuffle; refuses decay.
                 From weights of 0 equal inputs get equal weights, and without a penalty the end is
                 the optimum of least norm: of the weights if the inputs' deviations lie within a
                 factor of 4 of each other, else of the weights times the deviations. The weights of
                 a constant input stay, or become 0 if they cost */
} nnreg_solver;

enum { NNREG_FISTA_STEPS = 50 };

/* How NNREG_FISTA ended: its tolerance is reached; or large terms cancel, as with inputs far from
 * 0, so that rounding errors hide a violation ten times as large as the tolerance, or more, or all
 * variation of an input, which then counts as constant. */
enum { NNREG_CONVERGED = 1, NNREG_ROUNDED = 2 };

/* All that the result of a training depends on. */
typedef struct {
  nnreg_solver solver;
  double tolerance; /* > 0, NNREG_FISTA: ends when no condition of optimality is violated by more
                       than this (or than rounding error). With centred inputs and s_j the standard
                       deviation of input j (of groups of inputs: the largest of the group): the
                       gradient by s_j w_j and by the biases, divided by the responses' standard
                       deviation or, if that is less, their threshold (classes: 1). A linear model
                       with no_intercept: inputs are not centred, and s_j is the root mean square */
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
  bool keep_zeros;   /* weights that are 0 before a step stay 0: a refit on a support. Once few
                        are left, NNREG_ADAM touches these alone, unless the penalty has factors or
                        groups; the results are the same to rounding */
  bool no_intercept; /* the last layer's biases stay as they are */
} nnreg_problem;

/* All that a training keeps between calls. A training that continues from a saved state ends with
 * the same bits. At the start theta has the starting weights and everything else is 0. */
typedef struct {
  void *theta;         /* (P) parameters                                  */
  void *first_moment;  /* (P) Adam's m; NNREG_FISTA: theta a step ago      */
  void *second_moment; /* (P) Adam's v                                    */
  double step;         /* updates made                                    */
  double epoch;        /* epochs finished                                 */
  double position;     /* samples done in the current epoch               */
  double loss_sum;     /* of the current epoch so far: weighted losses    */
  double metric_sum;   /* weighted right labels, or squared errors        */
  double weight_sum;   /* weights of the samples done                     */
  double seconds;      /* spent in the current epoch                      */
  double curvature;    /* NNREG_FISTA: L, > 0                             */
  double momentum;     /* NNREG_FISTA: t, >= 1                            */
  double lowest;       /* NNREG_FISTA: the least objective so far         */
  double converged;    /* NNREG_FISTA: NNREG_CONVERGED, NNREG_ROUNDED, or 0 */
} nnreg_state;

/* No epoch is left, or the tolerance is reached and its epoch has ended. */
bool nnreg_is_over(const nnreg_problem *problem, const nnreg_state *state);

/* One finished epoch. Losses and metrics are weighted means. The training's are taken batch by
 * batch while the weights change, as Keras does; the validation's (NaN if there is none) at the
 * end. metric: the share of right labels, or the squared error, mean over samples and outputs, in
 * the units of the targets' scales. */
typedef struct {
  double data_loss, metric, penalty, val_data_loss, val_metric, zeros, seconds;
} nnreg_epoch;

/* Where the time of a training goes, on the caller's thread. */
typedef enum {
  NNREG_PHASE_SAMPLES,    /* staging a batch's samples, and their transpose        */
  NNREG_PHASE_FORWARD,    /* hidden layers                                         */
  NNREG_PHASE_LOSS,       /* output layer, losses, their derivatives               */
  NNREG_PHASE_BACKWARD,   /* derivatives by hidden units, updates of later layers  */
  NNREG_PHASE_UPDATE,     /* gradient of the first layer's weights and Adam's step */
  NNREG_PHASE_WAITING,    /* for other threads                                     */
  NNREG_PHASE_VALIDATION, /* and the epoch's other figures                         */
  NNREG_PHASE_CALL,       /* the rest of a call: memory, order of samples          */
  NNREG_NUM_PHASES
} nnreg_phase;

typedef struct {
  double seconds[NNREG_NUM_PHASES];
} nnreg_profile;

/* How much a call may do. */
typedef struct {
  double seconds;         /* it returns after the batch that reaches them; Inf: never.
                             If a call takes long to begin, as for a large network, these
                             become up to 5 s. 0 or less: after one batch            */
  size_t num_epochs;      /* it returns after this many finished epochs               */
  size_t num_threads;     /* at most; the results do not depend on it                 */
  nnreg_profile *profile; /* its times are added to this, or NULL                     */
} nnreg_limits;

/* NNREG_BAD_ARGUMENT or NNREG_BAD_DATA with the reason: sizes that do not fit each
 * other, labels out of range, negative weights, rates that are not > 0. */
nnreg_status nnreg_problem_check(const nnreg_problem *problem, nnreg_message *why);

/* Continues the training until it is over or a limit is reached. history has room for
 * limits->num_epochs rows; *num_finished of them are filled. On NNREG_DIVERGED the state is the
 * one after the last batch with a finite loss; that batch itself may have spoilt the weights. On
 * NNREG_STOPPED the training can continue. */
nnreg_status nnreg_train(const nnreg_blas *blas, const nnreg_problem *problem,
                         const nnreg_limits *limits, nnreg_state *state, nnreg_epoch *history,
                         size_t *num_finished, nnreg_message *why);

/* A training among many. */
typedef struct {
  const nnreg_problem *problem;
  nnreg_state state;
  nnreg_epoch result;   /* its last epoch; seconds: of all its epochs   */
  nnreg_epoch *history; /* the epochs that this call finishes, or NULL  */
  bool done;            /* it is over: calls leave it alone             */
  nnreg_status status;  /* NNREG_OK, or how it failed ...               */
  nnreg_message why;    /* ... and the reason                           */
} nnreg_job;

/* Trains many jobs side by side, each on one thread (on several if there are fewer jobs than
 * threads), until `seconds` are up. Free threads take jobs in order. A job that has not ended
 * keeps its state for the next call. All jobs are checked first: NNREG_BAD_ARGUMENT or
 * NNREG_BAD_DATA of one stops the call. */
nnreg_status nnreg_train_many(const nnreg_blas *blas, nnreg_job *jobs, size_t num_jobs,
                              double seconds, size_t num_threads, nnreg_message *why);

/* ---------------------------------------------------------- Linear models -- */

/* Linear models of one table at their optimum, for lambdas that fall from point to point. Model 0
 * learns from all samples; model p, for each part p = 1 .. P, from the samples outside of the part
 * (or, if the problem is `forward`, in lower parts), and is judged on the part. With w_j the
 * weights of input j in its penalty's units, each minimises
 *   loss + sum_j f_j (lambda1 |w_j|_1 + lambda2 |w_j|_2^2) + sum_g lambda_g sqrt(n_g) |w_g|_2
 * where loss is the mean cross-entropy of the softmax, or the mean squared error of the outputs,
 * w_g has the weights of the n_g inputs of group g, and f_j is the input's factor. All is computed
 * in double. Biases are free. */
typedef struct {
  const nnreg_source *source; /* X (N x D); N < 2^31                                          */
  const double *offset;       /* (D) the columns' means                                       */
  const double *unit;         /* (D) their deviations, 0: constant; a rough one will do       */
  const double *scale;        /* (D) w is the weight of (x - anything) / scale; NULL: of the
                                 deviation in the samples that the model learns from          */
  nnreg_task task;
  size_t num_outputs;           /* K >= 2 classes, or R responses                               */
  const int32_t *labels;        /* (N) classes from 0, or NULL for regression                   */
  const double *responses;      /* (N x R) or NULL                                              */
  const double *response_scale; /* (R) > 0, the unit of each response in the loss, or NULL: 1 */
  bool intercept;               /* false: biases are 0, and no mean is subtracted               */
  const double *weights;        /* (N), >= 0, or NULL: all 1. The models learn with them        */
  const double *judges;         /* (N), >= 0, or NULL: all 1. Parts are judged with them. If given,
                                   they also count for the means and deviations of X under classes,
                                   where weights do otherwise                                   */
  const int32_t *parts;         /* (N) 1 .. P, or 0: in no part; NULL: no parts                 */
  size_t num_parts;             /* P                                                            */
  bool forward;                 /* model p learns from the parts 0 .. p - 1 alone               */
  const double *factors;        /* (D) f_j: 0 free, Inf: the weight stays 0; NULL: all 1        */
  const int32_t *groups;        /* (D) group numbers from 0, below D; NULL: each input is one   */
} nnreg_linear_problem;

/* Points are done in blocks of at most this many: a block depends on the one before by its last
 * weights. */
enum { NNREG_LINEAR_BLOCK = 16 };

/* Which points to visit. The penalty at lambda is l1 * lambda, l2 * lambda, group * lambda. */
typedef struct {
  double l1, l2, group;
  size_t num_points;  /* L */
  double *lambda;     /* (L) falling; if ratio > 0 and first is 0 they are set: from the largest
                         that matters, down to ratio times it, evenly on a logarithmic scale   */
  double ratio;       /* or 0: lambda is given                                                 */
  double entry;       /* the largest is max_j |gradient_j| / (f_j entry) if group is 0         */
  bool may_end;       /* the path ends where model 0 explains 99.9% of the null model's loss, or
                         less than 1e-5 more than a point before (of responses: 1e-5 of what it
                         explains), as glmnet does                                              */
  double tolerance;   /* > 0: a model is done if its objective is at most this share above the
                         optimum, by the duality gap                                            */
  size_t most_inputs; /* the path ends before the first point where model 0 uses more, if > 0   */
  double explained;   /* in and out, 0 at first: the share of the null model's loss that model 0
                         explained at the point before `first`                                  */
  bool keep_parts;    /* the result has the weights of all models, else of model 0 alone       */
  bool relax;         /* the results are those of each model fitted again without a penalty,
                         its weights that are 0 staying 0; most_inputs and may_end still look at
                         the model with the penalty                                            */
  size_t block;       /* in and out: points of a block; 0: fewer than NNREG_LINEAR_BLOCK if the
                         problem's size says that these might take longer than a second         */
  size_t first;       /* the point to begin with, a multiple of block                           */
  double seconds;     /* the call returns after the block that reaches them                     */
  size_t num_threads;
} nnreg_linear_path;

/* A model's weights at points, for (x - offset) / unit. */
typedef struct {
  double *biases;  /* (K x L)                                                             */
  size_t *starts;  /* (L + 1) the weights of point l that are not 0 are value[e],         */
  uint64_t *index; /* ... e = starts[l] .. starts[l + 1] - 1, of output k and input j     */
  double *value;   /* ... where index[e] = k + K j                                        */
  size_t room;     /* for values                                                          */
} nnreg_linear_weights;

/* Results of points first .. first + num_points - 1. What one model finds has the same bits for any
 * number of threads, and whether one call does all points or many calls do them. */
typedef struct {
  size_t num_points;
  bool over;         /* no point is left: all are done, or the path ended                  */
  double *state;     /* ((D + 1) x K x (P + 1)) the caller's; zeros before the first call   */
  double null_loss;  /* of model 0                                                          */
  size_t num_models; /* P + 1 if keep_parts, else 1                                         */
  nnreg_linear_weights *models; /* (num_models) of models 0, 1 ...                           */
  double *loss;       /* (R x L), classes (1 x L): data loss of model 0; regression: squared
                         error of each response                                              */
  double *part_loss;  /* (the same x (P + 1)) of model p on part p, first of model 0 on all  */
  double *part_right; /* (L x (P + 1)) classes: share of right labels                        */
  double *unfinished; /* (L) models whose tolerance was not reached                          */
} nnreg_linear_result;

/* Allocates the result's arrays but state; nnreg_linear_free frees them after any return.
 * NNREG_BAD_ARGUMENT for sizes and numbers out of range, NNREG_BAD_DATA where a part, or all
 * samples but a part, weigh nothing. X is not scanned for NaN and Inf: see nnreg_source_scan. */
nnreg_status nnreg_linear_follow(const nnreg_blas *blas, const nnreg_linear_problem *problem,
                                 nnreg_linear_path *path, nnreg_linear_result *result,
                                 nnreg_message *why);
void nnreg_linear_free(nnreg_linear_result *result);

/* What the model of each part gives for the samples of its part: out (N x K, column by column), of
 * classes before the softmax; NaN for samples in no part. models (P) have one point each, whose
 * indices ascend. Of the problem it reads source, offset, unit, num_outputs and parts. */
nnreg_status nnreg_linear_part_outputs(const nnreg_linear_problem *problem,
                                       const nnreg_linear_weights *models, double *out,
                                       nnreg_message *why);

/* ---------------------------------------------------- Prediction and cost -- */

/* Outputs of samples into outputs (K x count): softmax probabilities, or responses. Works
 * in pieces, so that it needs little more memory. */
nnreg_status nnreg_predict(const nnreg_blas *blas, const nnreg_model *model, const nnreg_data *data,
                           nnreg_range samples, size_t num_threads, void *outputs,
                           nnreg_message *why);

/* X as the user has it, full, and how it becomes inputs: input j of D is column columns[j]
 * less mean[j], divided by scale[j]. */
typedef struct {
  const nnreg_source *source;
  const uint32_t *columns;    /* (D), or NULL: X has these D columns */
  const double *mean, *scale; /* (D), both or neither                */
} nnreg_view;

/* nnreg_predict for a network whose first layer is mostly zeros: it skips their products, and
 * columns that no weight reads. NNREG_BAD_DATA if a column that it reads has a value that is not
 * finite in the network's precision. */
nnreg_status nnreg_predict_view(const nnreg_blas *blas, const nnreg_model *model,
                                const nnreg_view *view, nnreg_range samples, size_t num_threads,
                                void *outputs, nnreg_message *why);

/* Samples with one input changed, and what the first layer made of them before. */
typedef struct {
  const void *sums; /* (units of the first layer x N), W_1 x, in the network's precision */
  size_t num_samples;
  size_t input;
  const uint32_t *rows; /* (count) which samples, from 0                              */
  const void *moves;    /* (count) added to the input, in the network's precision     */
  size_t count;
} nnreg_moved;

/* Outputs (K x count) of such samples, from sums + W_1(:,input) move: permutation importance
 * changes one input at a time and needs no product with the others. */
nnreg_status nnreg_predict_moved(const nnreg_blas *blas, const nnreg_model *model,
                                 const nnreg_moved *moved, size_t num_threads, void *outputs,
                                 nnreg_message *why);

/* The objective J and its gradient. */
typedef struct {
  double value;   /* J                                                       */
  void *gradient; /* (P) in the network's precision, or NULL: not wanted; of
                     an l1 term lambda1 * sign(w), sign(0) = 0; 0 for the weights of an
                     input whose factor is Inf */
} nnreg_cost_result;

/* J = data loss + penalty over the samples. */
nnreg_status nnreg_cost(const nnreg_blas *blas, const nnreg_model *model,
                        const nnreg_penalty *penalty, const nnreg_samples *samples,
                        size_t num_threads, nnreg_cost_result *cost, nnreg_message *why);

/* ----------------------------------------------------------------- Names -- */

/* The name that users and files have for a value of an enumeration, or for a member of a struct,
 * whose value is its offset. A list ends with the name NULL. */
typedef struct {
  const char *name;
  size_t value;
} nnreg_name;

extern const nnreg_name nnreg_precision_names[], nnreg_task_names[], nnreg_activation_names[],
    nnreg_l1_method_names[], nnreg_solver_names[], nnreg_phase_names[];

/* All members of nnreg_epoch, which are doubles, and of nnreg_state: arrays (P) and doubles. */
extern const nnreg_name nnreg_epoch_numbers[], nnreg_state_arrays[], nnreg_state_numbers[];

enum { NNREG_EPOCH_NUMBERS = sizeof(nnreg_epoch) / sizeof(double) };

/* ---------------------------------------------------------------- Random -- */

/* Permutes rows (count), by Fisher and Yates with xoshiro256** seeded from
 * (seed, stream) by splitmix64 (Blackman and Vigna, 2018; Steele et al., 2014). */
void nnreg_shuffle(uint64_t seed, uint64_t stream, uint32_t *rows, size_t count);

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

/* Opens a file, reads its header and checks it against the file's size, so that a wrong header
 * makes nobody allocate too much. For gzip, whose true size only reading tells, the limit is
 * what deflate can hold at most: 1032 bytes a byte. */
nnreg_status nnreg_idx_open(const char *path, nnreg_idx **file, nnreg_message *why);
const nnreg_idx_header *nnreg_idx_get_header(const nnreg_idx *file);

/* Sets a stop flag (NULL: none), as nnreg_blas_heed, for nnreg_idx_read. */
void nnreg_idx_heed(nnreg_idx *file, const int *flag);

/* Reads all elements, in the machine's byte order, into elements (num_bytes);
 * NNREG_BAD_FILE if the file ends early, is longer, or its checksum is wrong. */
nnreg_status nnreg_idx_read(nnreg_idx *file, void *elements, nnreg_message *why);
void nnreg_idx_close(nnreg_idx *file); /* accepts NULL */

/* ----------------------------------------------------------------- Tables -- */

/* The number of bytes of a file, of an unpacked one if it is gzipped, and the bytes themselves.
 * flag is a stop flag (NULL: none), as in nnreg_idx_heed. */
nnreg_status nnreg_file_size(const char *path, const int *flag, size_t *num_bytes,
                             nnreg_message *why);
nnreg_status nnreg_file_read(const char *path, const int *flag, void *bytes, size_t num_bytes,
                             nnreg_message *why);

/* A text that holds a table: a record is a row, with a field for each column. A field in double
 * quotes may have delimiters, ends of lines, and quotes, which are doubled. Blanks around a field
 * do not count. A line ends with LF, CR LF or CR. */
typedef struct {
  const char *name; /* for messages */
  const unsigned char *bytes;
  size_t num_bytes;
  const int *flag; /* a stop flag, or NULL */
} nnreg_text;

typedef enum { NNREG_NUMBERS, NNREG_LOGICALS, NNREG_TEXTS, NNREG_SKIPPED } nnreg_column_kind;
typedef enum { NNREG_FIND_HEADER, NNREG_HEADER, NNREG_NO_HEADER } nnreg_header;

/* The delimiter of a table of one column. */
enum { NNREG_NO_DELIMITER = '\n' };

/* How a table is written. 0: nnreg_table_find and nnreg_table_scan find it out. */
typedef struct {
  char delimiter;      /* ' ' is any number of spaces and tabs */
  char decimal;        /* '.' or ','                           */
  char thousands;      /* 0: none                              */
  char comment;        /* begins lines that are skipped; 0: none */
  nnreg_header header; /* whether the first record has names   */
  size_t skip_lines;   /* before the first record              */
  bool usual_gaps;     /* NA, NaN, ? and the like are gaps     */
  size_t num_gaps;
  const char *const *gaps; /* (num_gaps) words for more gaps */
} nnreg_table_format;

/* How the names stand to the columns: one for each; or one fewer, since the first column has none
 * (names of the rows, as R writes them), or the last one (a delimiter ends each row). */
typedef enum { NNREG_ALL_NAMED, NNREG_FIRST_UNNAMED, NNREG_LAST_UNNAMED } nnreg_naming;

/* What was found. */
typedef struct {
  size_t at, line; /* of the first record that is a row: its byte, and its line from 1 */
  size_t num_columns, num_rows;
  nnreg_naming naming;
  size_t names_at;      /* byte of the names, where they are one fewer                      */
  bool doubtful_header; /* the names hold numbers                                      */
  bool mixed_decimals;  /* a column would be numbers with the other decimal mark       */
  char unused;          /* one column: what would divide most rows alike, or 0         */
  size_t num_letters;   /* that have more than one byte in UTF-8                       */
  size_t num_foreign;   /* bytes that are no UTF-8; 0: the text is UTF-8               */
  size_t foreign_line;  /* of the first                                                */
  bool has_controls;    /* some of them are 0x80 .. 0x9F, no letters in ISO 8859       */
} nnreg_table_about;

/* What a column holds. */
typedef struct {
  nnreg_column_kind kind;
  size_t title;   /* byte where its field of the first record begins          */
  size_t gaps;    /* rows without a value                                     */
  size_t values;  /* the others                                               */
  size_t numbers; /* of them                                                  */
  size_t codes;   /* integers with leading zeros: they make a column of texts */
  size_t longs;   /* integers that no double holds: likewise                  */
  char thousands; /* a mark between thousands with which all would be numbers, or
                     which the decimal mark may be, though none was given; or 0 */
  size_t odd;     /* byte of the first value that is no number                */
  size_t odd_line;
} nnreg_column_about;

/* Finds out the delimiter and the number of columns, from the first records. The format gets what
 * was 0 in it. A mark of UTF-8 at the start is skipped, and a line "sep=;" names the delimiter. If
 * the first record is of texts, and one field shorter than all below it, it has the names of all
 * columns but one. Blanks divide rows that are numbers behind their first field, or whose quotes
 * would be wrong otherwise. NNREG_BAD_FILE if there is no record. */
nnreg_status nnreg_table_find(const nnreg_text *text, nnreg_table_format *format,
                              nnreg_table_about *about, nnreg_message *why);

/* Then reads everything once: counts rows, checks that they have as many fields as the first one,
 * and finds out the decimal mark, the header and the columns (about->num_columns).
 *
 * A column is of numbers if all its values are numbers; of logicals if all are true or false and
 * there is no gap; of texts otherwise, and if an integer in it has leading zeros or is held by no
 * double. The first record has names if it has no number, or a text above numbers, or texts and two
 * or more years in even steps above other numbers. The decimal mark is a comma if that makes more
 * columns numbers and the delimiter is no comma. */
nnreg_status nnreg_table_scan(const nnreg_text *text, nnreg_table_format *format,
                              nnreg_table_about *about, nnreg_column_about *columns,
                              nnreg_message *why);

/* A column to read, or to skip, and what was read. */
typedef struct {
  nnreg_column_kind kind;
  double *numbers;  /* (N) nearest doubles, NaN for gaps                                      */
  bool *logicals;   /* (N)                                                                    */
  uint32_t *codes;  /* (N) number of each row's text from 1 on; text 1 is the empty one, of
                       gaps                                                                   */
  uint64_t *starts; /* (N + 1) byte where text k is found first, from k = 2 on                */
  size_t num_texts; /* different ones, with the empty one                                     */
  size_t num_gaps;
} nnreg_table_column;

/* A field that does not fit its column's kind. */
typedef struct {
  bool found;
  size_t column, line, at;
} nnreg_table_fault;

/* Reads about->num_rows rows from about->at on of a scanned table's columns (about->num_columns),
 * and sets at and line to what follows them, so that a table of several columns can be read in
 * parts. A fault ends it. NNREG_BAD_ARGUMENT if there are fewer rows. */
nnreg_status nnreg_table_read(const nnreg_text *text, const nnreg_table_format *format,
                              nnreg_table_about *about, nnreg_table_column *columns,
                              nnreg_table_fault *fault, nnreg_message *why);

typedef enum { NNREG_UTF8, NNREG_LATIN1, NNREG_WINDOWS1252 } nnreg_encoding;

/* The text of the field that begins at byte `at`, as UTF-8 into out, unless that is NULL. Returns
 * its number of bytes. */
size_t nnreg_table_text(const nnreg_text *text, const nnreg_table_format *format,
                        nnreg_encoding encoding, size_t at, char *out);

/* ----------------------------------------------------------------- Files -- */

/* Replaces the file's contents whole or not at all: writes and syncs a new file ".nnreg-*.new" in
 * the same folder, then renames it. An older file's mode is kept, and its owner and group as far as
 * the system permits. If several processes write the same file, the last one wins. A process that
 * is killed meanwhile leaves the new file, for nnreg_files_drop_unfinished. NNREG_BAD_FILE with the
 * system's reason leaves the file as it was; so for a file that is read-only. If PATH is a symbolic
 * link, its target is replaced. If it is a device or a pipe, the bytes are written to it. */
nnreg_status nnreg_file_replace(const char *path, const void *bytes, size_t count,
                                nnreg_message *why);

/* Removes from the folder PATH the new files (.nnreg-*.new) of processes that were killed while
 * nnreg_file_replace wrote them. A process has a lock (flock) on its new file, which the system
 * drops when the process ends in whatever way; on a file system without locks, and if the user may
 * not write to them or list the folder, the files stay. */
void nnreg_files_drop_unfinished(const char *path);

/* Appends bytes to a file, which it creates if there is none, and waits until they are on the
 * disk. A crash may leave some of them: a reader must recognise an incomplete record. */
nnreg_status nnreg_file_append(const char *path, const void *bytes, size_t count,
                               nnreg_message *why);

/* Claims of jobs 0, 1, ... among processes that open the same file: each is a POSIX lock of one
 * byte, which the system drops when the process ends in whatever way. On a file system without
 * locks every claim succeeds. A process may have a file open once at a time. */
typedef struct nnreg_claims nnreg_claims;

nnreg_status nnreg_claims_open(const char *path, nnreg_claims **claims, nnreg_message *why);
bool nnreg_claims_take(nnreg_claims *claims, size_t job); /* false: another process has it */
void nnreg_claims_drop(nnreg_claims *claims, size_t job);
void nnreg_claims_close(nnreg_claims *claims); /* accepts NULL; drops all claims */

#endif
