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
## @deftypefn {Private Function} {@var{changed} =} model_options (@var{caller}, @var{settings})
## The options in the @code{Settings} of a model that differ from the defaults of
## @code{nnreg_fit}, as a struct; what only says how it ran (Threads, Verbose) is left out.
## @seealso{nnreg_summary, fit_settings}
## @end deftypefn

function changed = model_options (caller, settings)
  changed = struct ();
  plain = fit_defaults ();
  ## Some defaults follow from these: what they are then is no change.
  chosen = struct ();
  for name = {'Task', 'LayerSizes', 'Penalty', 'Solver'}
    if (isfield (settings, name{1}))
      chosen.(name{1}) = settings.(name{1});
    end
  end
  usual = fit_settings (caller, {chosen});
  chosen.Solver = plain.Solver;
  usual.Solver = fit_settings (caller, {chosen}).Solver;
  for name = {'Task', 'LayerSizes', 'Penalty'}
    usual.(name{1}) = plain.(name{1});
  end
  for name = fieldnames (plain).'
    aside = any (strcmp (name{1}, {'Threads', 'Verbose', 'FeatureNames'}));
    if (! aside && isfield (settings, name{1}) ...
        && ! isequal (settings.(name{1}), usual.(name{1})))
      changed.(name{1}) = settings.(name{1});
    end
  end
end

%!test
%! s = fit_settings ('f', {'Penalty', 'l1', 'Lambda', 1e-3, 'Epochs', 5, 'Verbose', 3});
%! assert (model_options ('f', s), struct ('Penalty', 'l1', 'Lambda', 1e-3, 'Epochs', 5));
%!test
%! s = fit_settings ('f', {'LayerSizes', [], 'Task', 'regression'});
%! assert (fieldnames (model_options ('f', s)), {'Task'; 'LayerSizes'});
%! s = fit_settings ('f', {'LayerSizes', [], 'Solver', 'adam'});
%! assert (fieldnames (model_options ('f', s)), {'LayerSizes'; 'Solver'});
%!assert (model_options ('f', fit_settings ('f', {})), struct ())
%!assert (model_options ('f', struct ('Epochs', 5)), struct ('Epochs', 5)) # of a file, in part
