## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## params = nnr.grid.expand (grid, num_samples, seed)
##
## The candidates of a search, a cell of structs. GRID is a cell or a struct of names and values, or
## a list of settings (a cell of structs or a struct array). A grid gives all combinations, the last
## name varying fastest, or NUM_SAMPLES drawn ones (if not empty); a list is taken as it is. Equal
## candidates are kept once. An empty grid has one candidate, which sets no option.

function params = expand (grid, num_samples, seed)
  if (is_empty (grid))
    if (! isempty (num_samples))
      error ('nnreg:badArgument', 'NumSamples draws from a grid, which is empty here');
    end
    params = {struct()};
  elseif (is_list_of_settings (grid))
    if (! isempty (num_samples))
      error ('nnreg:badArgument', ['NumSamples draws from a grid; this is a list of ' ...
                                   'whole settings']);
    end
    params = listed_settings (grid);
  else
    axes = nnr.grid.axes (grid, ! isempty (num_samples));
    if (isempty (num_samples))
      params = combine (axes);
    else
      params = nnr.grid.sample (axes, num_samples, seed);
    end
  end
  params = without_repeats (cellfun (@without_idle_lambda, params, 'UniformOutput', false));
end

function yes = is_empty (grid)
  yes = (iscell (grid) && isempty (grid)) ...
        || (isstruct (grid) && isscalar (grid) && isempty (fieldnames (grid)));
end

function yes = is_list_of_settings (grid)
  yes = (isstruct (grid) && ! isscalar (grid)) ...
        || (iscell (grid) && ! isempty (grid) && all (cellfun ('isclass', grid(:), 'struct')));
end

function params = listed_settings (grid)
  if (isstruct (grid))
    grid = num2cell (grid);
  end
  params = cell (1, numel (grid));
  for k = 1:numel (grid)
    if (! isscalar (grid{k}) || isempty (fieldnames (grid{k})))
      error ('nnreg:badArgument', ['each of the settings in the list must be a struct ' ...
                                   'of options, number %d is %s'], k, ...
             nnr.words.show_value (grid{k}));
    end
    params{k} = struct ();
    for name = fieldnames (grid{k}).'
      params{k}.(nnr.grid.axis_name (name{1})) = grid{k}.(name{1});
    end
  end
  if (isempty (params))
    error ('nnreg:badArgument', 'the grid is empty');
  end
end

function params = combine (axes)
  counts = cellfun ('numel', {axes.List});
  most = 1e6;
  if (prod (counts) > most)
    error ('nnreg:badArgument', ['the grid has %g candidates, more than the %g that a search ' ...
                                 'may have; draw some with "NumSamples"'], prod (counts), most);
  end
  params = cell (1, prod (counts));
  for k = 1:numel (params)
    rest = k - 1;
    p = struct ();
    for j = numel (axes):-1:1
      p.(axes(j).Name) = axes(j).List{mod(rest, counts(j)) + 1};
      rest = floor (rest / counts(j));
    end
    params{k} = orderfields (p, {axes.Name});
  end
end

## A training without a penalty has no Lambda.
function p = without_idle_lambda (p)
  if (isfield (p, 'Penalty') && isfield (p, 'Lambda') && all (strcmpi (p.Penalty, 'none')))
    p.Lambda = [];
  end
end

function params = without_repeats (params)
  texts = cellfun (@nnr.files.value_text, params, 'UniformOutput', false);
  [~, first] = unique (texts, 'first');
  params = params(sort (first));
end
