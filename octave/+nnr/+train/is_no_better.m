## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.train.is_no_better (loss, constant, samples, s)
##
## Whether a training by the settings S has gained nothing on the best constant prediction, whose
## data loss is CONSTANT.
##
## A small gain counts if so many samples support it that it is no chance: twice SAMPLES times the
## gain of a loss in nats, or SAMPLES times the share of y's variance, is a chi-squared statistic.
## Any gain of an exact solution counts, but for rounding and a Lambda that holds all weights.

function yes = is_no_better (loss, constant, samples, s)
  is_exact = ! strcmp (s.Solver, 'adam') && isempty (s.LayerSizes);
  gain = (constant - loss) / constant;
  yes = ! (gain > merge (is_exact, 1e-3, 0.05) || samples * gain > 10);
end
