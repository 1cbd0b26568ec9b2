## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, y, opts] = nnr.model.read_data (model, X, args, defaults)
##
## The data that a function gets which measures a MODEL: its matrix X (nnr.model.read_rows), the
## response y and the options OPTS. ARGS are the arguments behind X: y and names and values of the
## options in DEFAULTS, among them FeatureNames and Weights. Of a table y may be the name of a
## column, or left out: then it is the response of the training. Rows without a response are left
## out.

function [X, y, opts] = read_data (model, X, args, defaults)
  if (! nnr.table.is_table (X))
    y = args{1};
    opts = nnr.args.parse_options (defaults, args(2:end));
    nnr.model.refuse_swapped (model, X, y);
    X = nnr.model.read_rows (model, X, opts.FeatureNames);
    nnr.targets.warn_of_weights (nnr.targets.metric_weights (opts.Weights, rows (X)), []);
    return
  end
  X = nnr.table.read ('X', X);
  [y, args] = nnr.model.take_response (model, X, args);
  opts = nnr.args.parse_options (defaults, args);
  opts.Weights = nnr.table.named_column (X, opts.Weights, 'Weights');
  [X, y, opts.Weights, kept] = nnr.table.known_rows (X, y, opts.Weights, model.ClassNames);
  nnr.targets.warn_of_weights (opts.Weights, kept);
  X = nnr.model.read_rows (model, X, opts.FeatureNames);
end
