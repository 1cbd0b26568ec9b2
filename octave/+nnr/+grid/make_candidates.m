## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.grid.make_candidates (params, s)
##
## The candidates of a search, a struct array: Params, Settings (all options), and, for
## nnr.grid.pack_candidates, Fit and Penalty, which are empty yet.

function c = make_candidates (params, s)
  c = struct ('Params', params, 'Settings', [], 'Fit', [], 'Penalty', []);
  in_common = common_settings (params, s);
  for k = 1:numel (params)
    c(k).Settings = candidate_settings (params{k}, in_common);
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
  if (isfield (params, 'Penalty') && all (strcmpi (params.Penalty, 'none')))
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
