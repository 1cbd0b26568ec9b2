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
## @deftypefn {Private Function} {[@var{search}, @var{s}, @var{given}] =} search_settings (@var{caller}, @var{args})
## The options of a search, checked, and, as a struct of pairs that are not yet checked
## with the grid's, those of its trainings; @var{given} has the names of all that were given.
## @seealso{nnreg_gridsearch}
## @end deftypefn

function [search, s, given] = search_settings (caller, args)
  own = search_defaults ();
  defaults = fit_defaults ();
  for name = fieldnames (own).'
    defaults.(name{1}) = own.(name{1});
  end
  [s, given] = parse_options (caller, defaults, args);
  for name = fieldnames (own).'
    search.(name{1}) = s.(name{1});
  end
  s = rmfield (s, fieldnames (own));
  search = check_search (caller, search);
  search.ThreadsGiven = ! isempty (s.Threads);
  refuse_validation (caller, s);
  s.Threads = check_threads (caller, s.Threads);
  s.Seed = check_scalar (caller, 'Seed', s.Seed, 'nonnegative integer');
  if (isnumeric (s.Verbose) && isempty (s.Verbose))
    s.Verbose = double (at_terminal ());
  end
  s.Verbose = check_scalar (caller, 'Verbose', s.Verbose, 'nonnegative integer');
end

function own = search_defaults ()
  own = struct ('CV', 3, 'Repeats', 1, 'Refit', true, 'Score', 'auto', 'Select', 'mean', ...
                'NumSamples', [], 'Halving', false, 'WarmStart', false, 'Curves', false, ...
                'StudyDir', '', 'Executor', 'threads', 'Shards', [], 'SlurmOptions', '', ...
                'Wait', true, 'CSV', '');
end

function o = check_search (caller, o)
  scalar = @(name, kind) check_scalar (caller, name, o.(name), kind);
  o.Repeats = scalar ('Repeats', 'positive integer');
  check_at_most (caller, 'Repeats', o.Repeats, 1e4);
  for name = {'Refit', 'WarmStart', 'Curves', 'Wait'}
    o.(name{1}) = scalar (name{1}, 'logical');
  end
  o.Select = check_choice (caller, 'Select', o.Select, {'mean', '1se'});
  o.Executor = check_choice (caller, 'Executor', o.Executor, {'threads', 'processes', 'slurm'});
  for name = {'NumSamples', 'Shards'}
    if (! (isnumeric (o.(name{1})) && isempty (o.(name{1}))))
      o.(name{1}) = scalar (name{1}, 'positive integer');
      check_at_most (caller, name{1}, o.(name{1}), 1e6);
    end
  end
  o.Halving = halving_factor (caller, o.Halving);
  for name = {'StudyDir', 'SlurmOptions', 'CSV'}
    o.(name{1}) = check_text (caller, name{1}, o.(name{1}));
  end
  check_csv (caller, tilde_expand (o.CSV));
  if (o.Halving > 0 && o.WarmStart)
    error ('nnreg:badArgument', ['%s: Halving goes on with each candidate by itself; it ' ...
                                 'does not go with WarmStart'], caller);
  elseif (! strcmp (o.Executor, 'threads') && isempty (o.StudyDir))
    error ('nnreg:badArgument', ['%s: Executor "%s" needs a StudyDir, a folder that all ' ...
                                 'its processes can reach'], caller, o.Executor);
  end
end

## 0: none; true stands for 3.
function factor = halving_factor (caller, wanted)
  if (isscalar (wanted) && (islogical (wanted) || isequal (wanted, 0) || isequal (wanted, 1)))
    factor = 3 * logical (wanted);
    return;
  end
  ok = isnumeric (wanted) && isscalar (wanted) && isreal (wanted) && wanted > 1 && wanted < Inf;
  if (! ok)
    error ('nnreg:badArgument', ['%s: Halving must be true, false or a factor above 1, ' ...
                                 'got %s'], caller, show_value (wanted));
  end
  factor = double (wanted);
end

function text = check_text (caller, name, text)
  if (! (ischar (text) && (isrow (text) || isempty (text))))
    error ('nnreg:badArgument', '%s: %s must be a row of characters, got %s', caller, name, ...
           show_value (text));
  end
end

## What is certain to fail should do so before hours of training.
function check_csv (caller, file)
  folder = fileparts (file);
  if (! isempty (file) && isfolder (file))
    error ('nnreg:badFile', '%s: the CSV file "%s" cannot be written: it is a folder', caller, file);
  elseif (! (isempty (folder) || isfolder (folder)))
    error ('nnreg:badFile', '%s: the CSV file "%s" cannot be written: there is no folder "%s"', ...
           caller, file, folder);
  end
end

function refuse_validation (caller, s)
  plain = fit_defaults ();
  names = {'ValidationData', 'ValidationFraction', 'Patience', 'OutputFcn', ...
           'Profile', 'CheckpointFile'};
  for k = 1:numel (names)
    if (! isequal (s.(names{k}), plain.(names{k})))
      error ('nnreg:badArgument', ['%s: %s has no place in a search, whose candidates are ' ...
                                   'trained side by side and validated on the folds'], ...
             caller, names{k});
    end
  end
end

%!test
%! # a value that is a cell stays one, for the check to refuse it
%! search = search_settings ("f", {"CV", {1, 2}});
%! assert (search.CV, {1, 2});
%!error <f: Repeats must be at most 10000, got 1e\+12> search_settings ("f", {"Repeats", 1e12})
