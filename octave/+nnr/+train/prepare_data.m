## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## d = nnr.train.prepare_data (X, targets, s)
## d = nnr.train.prepare_data (X, targets, s, outside)
##
## Checks and packs X for trainings by the settings S on the TARGETS (nnr.targets.make): a struct
## with the fields of nnr.train.scale_data and
##
##   Standardize     what was done to X: true, false or "range" (nnr.train.choose_scaling)
##   Inputs, NumInputs   of a compacted InitialModel: the columns that it reads, of how many
##   NumColumns      the number of all columns
##   TrainRows, ValidationRows   the rows to train on and those of ValidationFraction; [] for all
##                   and none
##   Folds           for each cell of OUTSIDE a struct as from nnr.train.scale_data, scaled by the
##                   rows in the cell: those that a fold's training learns from
##
## All scales come from the rows to train on. With an InitialModel they are that model's.

function d = prepare_data (X, targets, s, outside)
  nnr.train.check_initial (s, targets, columns (X));
  [X, of_initial, num_columns] = inputs_of_initial (X, s.InitialModel);
  nnr.train.check_name_count (s.FeatureNames, num_columns);
  nnr.options.check_inputs (s, num_columns);
  [train, validation] = nnr.train.split_rows (targets, rows (X), s);
  found = nnr.data.scan ('X', X, true, s.Precision, s.Threads, ...
                         targets.SampleWeights);
  s.Standardize = nnr.train.choose_scaling (found, X, s);
  nnr.train.warn_of_scales (found, s);
  d = nnr.train.scale_data (X, targets, found, train, s);
  d.Standardize = s.Standardize;
  [d.Inputs, d.NumInputs] = deal (of_initial{:});
  d.NumColumns = num_columns;
  [d.TrainRows, d.ValidationRows, d.Folds] = deal (train, validation, {});
  if (nargin < 4)
    return
  end
  for k = 1:numel (outside)
    d.Folds{k} = data_of_fold (X, targets, found, outside{k}, s, d);
  end
end

## The rows of a fold are prepared by what the rows OUTSIDE say, in a table too.
function f = data_of_fold (X, targets, found, outside, s, whole)
  [X, same] = nnr.table.of_rows (X, nnr.table.of (s), outside);
  if (same)
    f = nnr.train.scale_data (X, targets, found, outside, s, whole);
  else
    found = nnr.data.scan ('X', X, true, s.Precision, s.Threads, targets.SampleWeights);
    f = nnr.train.scale_data (X, targets, found, outside, s);
  end
end

## A compacted model reads some columns alone, which X may have alone. OF_INITIAL has their numbers
## and the number of all.
function [X, of_initial, num_columns] = inputs_of_initial (X, model)
  of_initial = {[], []};
  num_columns = columns (X);
  if (! isempty (model) && isfield (model, 'Inputs'))
    of_initial = {model.Inputs, model.NumInputs};
    if (num_columns == model.NumInputs)
      X = X(:,model.Inputs);
    end
    num_columns = model.NumInputs;
  end
end
