## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{c}, @var{fits}] =} make_candidates (@var{caller}, @var{X}, @var{y}, @var{params}, @var{s})
## A struct array with a candidate of a search each: @code{Params}, @code{Settings} (all
## options), @code{Fit} (packed data and targets).  Candidates that pack alike share
## what is packed, which the cell @var{fits} has once each.
## @seealso{fit_data, nnreg_gridsearch}
## @end deftypefn

function [c, fits] = make_candidates (caller, X, y, params, s)
  [packed, fits] = deal ({});
  c = struct ('Params', params, 'Settings', [], 'Fit', []);
  in_common = common_settings (caller, params, s);
  for k = 1:numel (params)
    c(k).Settings = candidate_settings (caller, params{k}, in_common);
    at = numel (packed);
    while (at > 0 && ! packs_alike (packed{at}, c(k).Settings))
      at = at - 1;
    end
    if (at == 0)
      packed{end + 1} = c(k).Settings;
      fits{end + 1} = fit_data (caller, X, y, c(k).Settings);
      at = numel (fits);
    end
    c(k).Fit = fits{at};
    check_initial (caller, c(k).Settings, c(k).Fit.Targets);
    ## What the layers ask of Lambda, Activations ... is checked before anything runs.
    fit_penalty (caller, c(k).Settings, numel (c(k).Settings.LayerSizes) + 1);
  end
end

## What some candidate does not have of its own is checked once, and not for each of them.
function s = common_settings (caller, params, s)
  names = fieldnames (s).';
  own = cellfun (@(p) isfield (p, names), params(:), 'UniformOutput', false);
  s = check_settings (caller, s, names(! all (vertcat (own{:}), 1)));
end

function settings = candidate_settings (caller, params, s)
  names = fieldnames (params).';
  for k = 1:numel (names)
    s.(names{k}) = params.(names{k});
  end
  if (isfield (params, 'Penalty') && strcmpi (params.Penalty, 'none'))
    ## The others' Lambda; where no candidate has a penalty it is an error, as in nnreg_fit.
    s.Lambda = [];
  end
  if (ischar (s.Solver) && strcmpi (s.Solver, 'auto') && any (isfield (params, adam_options ())))
    ## Who varies a learning rate means Adam for each of them, the default one too.
    s.Solver = 'adam';
  end
  settings = settle_settings (caller, check_settings (caller, s, names));
end

function yes = packs_alike (a, b)
  yes = strcmp (a.Precision, b.Precision) && a.Standardize == b.Standardize ...
        && a.StandardizeY == b.StandardizeY ...
        && (isempty (a.ClassWeights) && isempty (b.ClassWeights) ...
            || isequal (a.ClassWeights, b.ClassWeights));
end
