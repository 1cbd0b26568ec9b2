## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [c, fits] = nnr.grid.make_candidates (X, y, params, s)
##
## The candidates of a search, a struct array: Params, Settings (all options), Fit (packed data and
## targets) and Penalty (a cell with what nnr.options.penalty returns). Candidates whose data are
## packed alike share a Fit; the cell FITS has each Fit once. A Lambda or another option that does
## not fit the layers is an error now, before anything runs.

function [c, fits] = make_candidates (X, y, params, s)
  [packed, fits] = deal ({});
  c = struct ('Params', params, 'Settings', [], 'Fit', [], 'Penalty', []);
  in_common = common_settings (params, s);
  for k = 1:numel (params)
    c(k).Settings = candidate_settings (params{k}, in_common);
    at = numel (packed);
    while (at > 0 && ! packs_alike (packed{at}, c(k).Settings))
      at = at - 1;
    end
    if (at == 0)
      packed{end + 1} = c(k).Settings;
      fits{end + 1} = nnr.train.prepare_data (X, y, c(k).Settings);
      at = numel (fits);
    end
    c(k).Fit = fits{at};
    nnr.train.check_initial (c(k).Settings, c(k).Fit.Targets);
    num_layers = numel (c(k).Settings.LayerSizes) + 1;
    [penalty, scales] = nnr.options.penalty (c(k).Settings, num_layers);
    c(k).Penalty = {penalty, scales};
  end
end

## The options that candidates have in common are checked here, once.
function s = common_settings (params, s)
  names = fieldnames (s).';
  own = cellfun (@(p) isfield (p, names), params(:), 'UniformOutput', false);
  s = nnr.options.check (s, names(! all (vertcat (own{:}), 1)));
end

function settings = candidate_settings (params, s)
  names = fieldnames (params).';
  for k = 1:numel (names)
    s.(names{k}) = params.(names{k});
  end
  if (isfield (params, 'Penalty') && strcmpi (params.Penalty, 'none'))
    ## Lambda is for the other candidates. If none has a penalty, it is an error, as in nnreg_fit.
    s.Lambda = [];
  end
  if (ischar (s.Solver) && strcmpi (s.Solver, 'auto') ...
      && any (isfield (params, nnr.options.names ('adam'))))
    ## If the grid varies an Adam option, every candidate uses Adam.
    s.Solver = 'adam';
  end
  settings = nnr.options.settle (nnr.options.check (s, names));
end

function yes = packs_alike (a, b)
  yes = strcmp (a.Precision, b.Precision) && a.Standardize == b.Standardize ...
        && a.StandardizeY == b.StandardizeY ...
        && (isempty (a.ClassWeights) && isempty (b.ClassWeights) ...
            || isequal (a.ClassWeights, b.ClassWeights));
end
