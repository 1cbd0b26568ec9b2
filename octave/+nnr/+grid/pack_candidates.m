## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [c, fits] = nnr.grid.pack_candidates (c, X, y, folds)
##
## The candidates C of a search with their data: Fit (nnr.train.prepare_data, with FOLDS) and
## Penalty (a cell with what nnr.options.penalty returns). The defaults that the data decide are in
## their Settings (nnr.options.for_rows), and Standardize says what was done. The Solver
## "coordinate" becomes "fista" if X does not suit it; else Fit has the Source of its trainings
## (nnr.linear.data_source). Candidates whose data are packed alike share a Fit; the cell FITS has
## each Fit once. A Lambda or another option that does not fit the layers is an error now, before
## anything runs.

function [c, fits] = pack_candidates (c, X, y, folds)
  [packed, fits] = deal ({});
  [~, outside] = nnr.folds.sides (folds);
  for k = 1:numel (c)
    if (strcmp (c(k).Settings.Solver, 'coordinate') ...
        && ! nnr.linear.suits (c(k).Settings, size (X)))
      c(k).Settings.Solver = 'fista';
    end
    s = c(k).Settings;
    at = numel (packed);
    while (at > 0 && ! packs_alike (packed{at}, s))
      at = at - 1;
    end
    if (at > 0)
      nnr.train.check_initial (s, fits{at}.Targets, columns (X));
      nnr.options.check_inputs (s, fits{at}.NumColumns);
    else
      packed{end + 1} = s;
      targets = nnr.targets.make (y, rows (X), s);
      fits{end + 1} = nnr.train.prepare_data (X, targets, s, outside);
      if (strcmp (s.Solver, 'coordinate'))
        fits{end}.Source = nnr.linear.data_source (X, targets, s);
      end
      at = numel (fits);
    end
    c(k).Fit = fits{at};
    s = nnr.options.for_rows (s, rows (X), c(k).Fit.Targets.NumOutputs);
    [penalty, scales] = nnr.options.penalty (s, numel (s.LayerSizes) + 1, c(k).Fit.Data.Columns);
    s.Standardize = c(k).Fit.Standardize;
    c(k).Settings = s;
    c(k).Penalty = {penalty, scales};
  end
end

function yes = packs_alike (a, b)
  yes = strcmp (a.Precision, b.Precision) && isequal (scaled_as (a), scaled_as (b)) ...
        && a.StandardizeY == b.StandardizeY && strcmp (a.Loss, b.Loss) ...
        && isequal (a.HuberDelta, b.HuberDelta) ...
        && (! strcmp (a.Loss, 'huber') || isequal (a.PenaltyFactor, b.PenaltyFactor)) ...
        && a.Intercept == b.Intercept ...
        && (isempty (a.ClassWeights) && isempty (b.ClassWeights) ...
            || isequal (a.ClassWeights, b.ClassWeights));
end

## What decides how X is scaled (nnr.train.choose_scaling, nnr.train.scale_data).
function what = scaled_as (s)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  what = {s.Standardize, isempty(s.LayerSizes), u.ByInput, s.Solver};
end
