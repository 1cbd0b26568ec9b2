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
## @deftypefn {Private Function} {[@var{search}, @var{s}] =} search_settings (@var{caller}, @var{args})
## The options of a search (CV, Refit) and, as a struct of pairs that are not yet
## checked with the grid's, those of its trainings.
## @seealso{nnreg_gridsearch}
## @end deftypefn

function [search, s] = search_settings (caller, args)
  defaults = fit_defaults ();
  defaults.CV = 3;
  defaults.Refit = true;
  s = parse_options (caller, defaults, args);
  search = struct ('CV', {s.CV}, 'Refit', check_scalar (caller, 'Refit', s.Refit, 'logical'));
  s = rmfield (s, {'CV', 'Refit'});
  refuse_validation (caller, s);
  s.Threads = check_threads (caller, s.Threads);
  s.Seed = check_scalar (caller, 'Seed', s.Seed, 'nonnegative integer');
  if (isnumeric (s.Verbose) && isempty (s.Verbose))
    s.Verbose = double (at_terminal ());
  end
  s.Verbose = check_scalar (caller, 'Verbose', s.Verbose, 'nonnegative integer');
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
