/* The floor of the benchmark: the bare sgemm calls of a training, and nothing else.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   floor fit ROWS EPOCHS BATCH INPUTS UNITS... OUTPUTS
 *   floor predict ROWS INPUTS UNITS
 *   floor core
 *
 * With two layers that is five products a batch: forward 1, forward 2, weight gradient 2,
 * backward, weight gradient 1. OPENBLAS_NUM_THREADS says how many threads they have.
 * Prints a line of JSON with the seconds and the kernels that OpenBLAS chose: an OpenBLAS
 * older than the processor falls back to "Prescott", which is several times slower.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What cblas.h declares, so that OpenBLAS's run-time package is enough. */
enum { ROW_MAJOR = 101, NO_TRANS = 111, TRANS = 112 };
void cblas_sgemm(int order, int trans_a, int trans_b, int m, int n, int k, float alpha,
                 const float *a, int lda, const float *b, int ldb, float beta, float *c, int ldc);
char *openblas_get_corename(void);
char *openblas_get_config(void);
int openblas_get_num_threads(void);

enum { MAX_LAYERS = 16 };

/* The inputs that are held, at most 1 GB: beyond, the same rows come again. */
static const size_t MAX_HELD = (size_t)1 << 28;

typedef struct {
  int rows, epochs, batch, held;
  int layers;                  /* number of weight matrices */
  int size[MAX_LAYERS + 1];    /* inputs, units of each layer */
  float *x;                    /* (held, inputs) */
  float *weight[MAX_LAYERS];   /* (size[l + 1], size[l]) */
  float *gradient[MAX_LAYERS]; /* the same */
  float *output[MAX_LAYERS];   /* (batch, size[l + 1]) */
  float *delta[MAX_LAYERS];    /* the same */
} network;

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void die(const char *text)
{
  fprintf(stderr, "floor: %s\n", text);
  exit(1);
}

static int positive(const char *text)
{
  char *end = NULL;
  long value = strtol(text, &end, 10);
  if (*end || value < 1 || value > 100000000) die("sizes must be positive whole numbers");
  return (int)value;
}

/* Small numbers of both signs, every page touched. */
static float *filled(int rows, int columns)
{
  size_t count = (size_t)rows * (size_t)columns;
  float *memory = malloc(count * sizeof *memory);
  if (!memory) die("out of memory");
  unsigned state = 1;
  for (size_t i = 0; i < count; i++) {
    state = state * 1664525u + 1013904223u;
    memory[i] = (float)(state >> 8) / 16777216.0f - 0.5f;
  }
  return memory;
}

static void make(network *net)
{
  size_t held = MAX_HELD / (size_t)net->size[0];
  if (held < (size_t)net->batch) held = (size_t)net->batch;
  net->held = held < (size_t)net->rows ? (int)held : net->rows;
  if (net->batch > net->held) net->batch = net->held;
  net->x = filled(net->held, net->size[0]);
  for (int l = 0; l < net->layers; l++) {
    net->weight[l] = filled(net->size[l + 1], net->size[l]);
    net->gradient[l] = filled(net->size[l + 1], net->size[l]);
    net->output[l] = filled(net->batch, net->size[l + 1]);
    net->delta[l] = filled(net->batch, net->size[l + 1]);
  }
}

static void release(network *net)
{
  free(net->x);
  for (int l = 0; l < net->layers; l++) {
    free(net->weight[l]);
    free(net->gradient[l]);
    free(net->output[l]);
    free(net->delta[l]);
  }
}

/* output = input * weight^T */
static void forward(const network *net, int l, const float *input, int rows)
{
  int in = net->size[l], out = net->size[l + 1];
  cblas_sgemm(ROW_MAJOR, NO_TRANS, TRANS, rows, out, in, 1, input, in, net->weight[l], in, 0,
              net->output[l], out);
}

/* gradient = delta^T * input; below it delta_below = delta * weight. */
static void backward(const network *net, int l, const float *input, int rows)
{
  int in = net->size[l], out = net->size[l + 1];
  cblas_sgemm(ROW_MAJOR, TRANS, NO_TRANS, out, in, rows, 1, net->delta[l], out, input, in, 0,
              net->gradient[l], in);
  if (l == 0) return;
  cblas_sgemm(ROW_MAJOR, NO_TRANS, NO_TRANS, rows, in, out, 1, net->delta[l], out, net->weight[l],
              in, 0, net->delta[l - 1], in);
}

static void run_batch(const network *net, const float *x, int rows)
{
  for (int l = 0; l < net->layers; l++) forward(net, l, l ? net->output[l - 1] : x, rows);
  for (int l = net->layers; l-- > 0;) backward(net, l, l ? net->output[l - 1] : x, rows);
}

static void run_epoch(const network *net)
{
  int at = 0;
  for (int done = 0; done < net->rows;) {
    int rows = net->rows - done < net->batch ? net->rows - done : net->batch;
    if (at + rows > net->held) at = 0;
    run_batch(net, net->x + (size_t)at * (size_t)net->size[0], rows);
    at += rows;
    done += rows;
  }
}

static void print(double seconds, int epochs)
{
  char build[64] = "";
  sscanf(openblas_get_config(), "%*s %63s", build);
  printf(
      "{\"seconds\": %.6f, \"epoch\": %.6f, \"core\": \"%s\", \"threads\": %d, \"about\": "
      "\"OpenBLAS %s, core %s\"}\n",
      seconds, seconds / epochs, openblas_get_corename(), openblas_get_num_threads(), build,
      openblas_get_corename());
}

int main(int argc, char *argv[])
{
  network net = {.epochs = 1};
  bool fit = argc >= 7 && !strcmp(argv[1], "fit");
  bool predict = argc == 5 && !strcmp(argv[1], "predict");
  if (argc == 2 && !strcmp(argv[1], "core")) {
    puts(openblas_get_corename());
    return 0;
  }
  int first = fit ? 5 : 3; /* where the sizes are */
  net.layers = argc - first - 1;
  if ((!fit && !predict) || net.layers > MAX_LAYERS)
    die("see the head of floor.c for its arguments");
  net.rows = net.batch = positive(argv[2]);
  if (fit) {
    net.epochs = positive(argv[3]);
    net.batch = positive(argv[4]);
  }
  for (int l = 0; l <= net.layers; l++) net.size[l] = positive(argv[first + l]);
  make(&net);
  double began = now();
  if (predict)
    forward(&net, 0, net.x, net.held);
  else
    for (int epoch = 0; epoch < net.epochs; epoch++) run_epoch(&net);
  print(now() - began, net.epochs);
  release(&net);
  return 0;
}
