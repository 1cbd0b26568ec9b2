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
## @deftypefn {Private Function} {@var{c} =} make_candidates (@var{caller}, @var{X}, @var{y}, @var{params}, @var{s})
## A struct array with a candidate of a search each: @code{Params}, @code{Settings} (all
## options), @code{Fit} (packed data and targets).  Candidates that pack alike share
## what is packed.
## @seealso{fit_data, nnreg_gridsearch}
## @end deftypefn

function c = make_candidates (caller, X, y, params, s)
  [keys, fits] = deal ({});
  c = struct ('Params', params, 'Settings', [], 'Fit', []);
  for k = 1:numel (params)
    c(k).Settings = candidate_settings (caller, params{k}, s);
    key = pack_key (c(k).Settings);
    at = find (cellfun (@(other) isequal (other, key), keys), 1);
    if (isempty (at))
      keys{end + 1} = key;
      fits{end + 1} = fit_data (caller, X, y, c(k).Settings);
      at = numel (fits);
    end
    c(k).Fit = fits{at};
    ## What the layers ask of Lambda, Activations ... is checked before anything runs.
    fit_penalty (caller, c(k).Settings, numel (c(k).Settings.LayerSizes) + 1);
  end
end

function settings = candidate_settings (caller, params, s)
  names = fieldnames (params);
  for k = 1:numel (names)
    s.(names{k}) = params.(names{k});
  end
  if (isfield (params, 'Penalty') && strcmpi (params.Penalty, 'none'))
    ## The others' Lambda; where no candidate has a penalty it is an error, as in nnreg_fit.
    s.Lambda = [];
  end
  if (ischar (s.Solver) && strcmpi (s.Solver, 'auto') && any (ismember (names, adam_options ())))
    ## Who varies a learning rate means Adam for each of them, the default one too.
    s.Solver = 'adam';
  end
  settings = fit_settings (caller, {s});
end

function key = pack_key (s)
  key = {s.Precision, s.Standardize, s.StandardizeY, s.ClassWeights};
end
