/* Adam's step; a part of kernels.c.
 * Copyright (C) 2026 The nnreg developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef NNREG_KERNELS_ADAM_H
#define NNREG_KERNELS_ADAM_H

#include <float.h>
#include <math.h>

#include "kernels.h"
#include "vector.h"

#ifdef NNREG_REAL_DOUBLE
#define SQRT sqrt
#else
#define SQRT sqrtf
#endif

/* Which extra terms a step applies. */
typedef enum {
  STRAIGHT, /* none: Adam and the threshold */
  BENT,     /* slope, ridge, decay, zeros that stay */
  GROUPED   /* all these, and a pull on the group of weights */
} kind;

/* Adam with the gradient g + ridge w + slope sign (w), then the soft threshold and the pull,
 * both multiplied as the step is by 1 / (sqrt (v) + epsilon). */
static inline __attribute__((always_inline)) void adam_scalar(const nnreg_step *s, kind bent,
                                                              real g, real *w, real *m, real *v)
{
  real keep = 1;
  bool stays = bent && s->keep_zeros && *w == 0;
  if (bent) {
    real sign = (real)((*w > 0) - (*w < 0));
    g += s->ridge * *w + s->sign_slope * sign;
    keep = s->keep;
  }
  *m += (g - *m) * s->one_less_beta1;
  *v += (g * g - *v) * s->one_less_beta2;
  real inverse = 1 / (SQRT(*v) + s->epsilon);
  real stepped = *w * keep - s->rate * *m * inverse, t = s->threshold * inverse;
  /* The threshold takes this away; NaN stays NaN. */
  real taken = t < stepped ? t : stepped;
  taken = taken < -t ? -t : taken;
  stepped -= taken;
  if (bent == GROUPED) stepped /= 1 + s->pull * inverse;
  *w = stays ? 0 : stepped;
}

/* Estimates of 1 / sqrt (v) and 1 / d, each refined by one Newton step, are as accurate as
 * single precision and several times faster than root and quotient. */
#if defined NNREG_REAL_SINGLE && defined __AVX512F__
#define HAVE_ESTIMATES
typedef __m512 estimate;
typedef int lanes_mask __attribute__((vector_size(64)));
#define LOAD _mm512_loadu_ps
#define STORE _mm512_storeu_ps
#define ALL _mm512_set1_ps
#define INVERSE_ROOT _mm512_rsqrt14_ps
#define INVERSE _mm512_rcp14_ps
#define LARGER _mm512_max_ps
#define SMALLER _mm512_min_ps
#elif defined NNREG_REAL_SINGLE && defined __AVX2__
#define HAVE_ESTIMATES
typedef __m256 estimate;
typedef int lanes_mask __attribute__((vector_size(32)));
#define LOAD _mm256_loadu_ps
#define STORE _mm256_storeu_ps
#define ALL _mm256_set1_ps
#define INVERSE_ROOT _mm256_rsqrt_ps
#define INVERSE _mm256_rcp_ps
#define LARGER _mm256_max_ps
#define SMALLER _mm256_min_ps
#endif

#ifdef HAVE_ESTIMATES
/* adam_scalar for LANES weights. */
static inline __attribute__((always_inline)) void adam_vector(const nnreg_step *s, kind bent,
                                                              const real *g_at, real *w_at,
                                                              real *m_at, real *v_at)
{
  estimate g = LOAD(g_at), w = LOAD(w_at), m = LOAD(m_at), v = LOAD(v_at), zero = ALL(0);
  lanes_mask moves = w != zero; /* also if it is NaN */
  if (bent) {
    estimate sign = SMALLER(ALL(1), LARGER(ALL(-1), w * ALL(FLT_MAX)));
    g += ALL(s->ridge) * w + ALL(s->sign_slope) * sign;
    w *= ALL(s->keep);
  }
  m += (g - m) * ALL(s->one_less_beta1);
  v += (g * g - v) * ALL(s->one_less_beta2);
  STORE(m_at, m);
  STORE(v_at, v);
  /* Bounded, since the Newton step fails for 0 and Inf; NaN stays NaN. */
  estimate x = SMALLER(ALL(FLT_MAX), LARGER(ALL(FLT_MIN), v)), r = INVERSE_ROOT(x), root = x * r;
  root *= ALL(1.5F) - ALL(0.5F) * root * r;
  estimate d = root + ALL(s->epsilon), q = INVERSE(d), inverse = q * (ALL(2) - d * q);
  estimate stepped = w - ALL(s->rate) * m * inverse, t = ALL(s->threshold) * inverse;
  stepped -= LARGER(zero - t, SMALLER(t, stepped));
  if (bent == GROUPED) stepped /= ALL(1) + ALL(s->pull) * inverse; /* the pull may be Inf */
  if (bent && s->keep_zeros) stepped = (estimate)((lanes_mask)stepped & moves);
  STORE(w_at, stepped);
}
#endif

static inline __attribute__((always_inline)) void adam_all(size_t count, const nnreg_step *step,
                                                           kind bent, const real *restrict g,
                                                           real *restrict w, real *restrict m,
                                                           real *restrict v)
{
  const nnreg_step s = *step;
  size_t i = 0;
#ifdef HAVE_ESTIMATES
  for (; i + LANES <= count; i += LANES) adam_vector(&s, bent, g + i, w + i, m + i, v + i);
#endif
  for (; i < count; i++) adam_scalar(&s, bent, g[i], w + i, m + i, v + i);
}

static void adam(size_t count, const nnreg_step *step, const real *g, real *w, real *m, real *v)
{
  if (step->pull != 0)
    adam_all(count, step, GROUPED, g, w, m, v);
  else if (step->ridge != 0 || step->sign_slope != 0 || step->keep != 1 || step->keep_zeros)
    adam_all(count, step, BENT, g, w, m, v);
  else
    adam_all(count, step, STRAIGHT, g, w, m, v);
}

#endif
