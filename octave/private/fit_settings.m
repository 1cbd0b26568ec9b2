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
## @deftypefn {Private Function} {[@var{settings}, @var{given}] =} fit_settings (@var{caller}, @var{args})
## The options of @code{nnreg_fit} out of name-value pairs, all that can be checked
## without the data checked, in canonical form; @var{given} has the names of those in
## @var{args}, a row cell.  Without them what kind of model it is comes from the InitialModel.
## @seealso{fit_defaults, kind_of_initial, check_settings, settle_settings, layer_penalty}
## @end deftypefn

function [s, given] = fit_settings (caller, args)
  [s, given] = parse_options (caller, fit_defaults (), args);
  s = kind_of_initial (caller, s, given);
  s = check_settings (caller, s, fieldnames (s).');
  s = settle_settings (caller, s);
end

%!test
%! # from the InitialModel, but for what is given
%! model = nnreg_fit (eye (4), (1:4).', "Task", "regression", "LayerSizes", [3, 2], ...
%!                    "Activations", {"tanh", "relu"}, "Epochs", 1, "Verbose", 0);
%! s = fit_settings ("f", {"InitialModel", model});
%! assert ({s.Task, s.LayerSizes, s.Activations(:).'}, {"regression", [3, 2], {"tanh", "relu"}});
%! s = fit_settings ("f", {"InitialModel", model, "layersizes", 7});
%! assert ({s.Task, s.LayerSizes}, {"regression", 7});
%! more = nnreg_fit (eye (4), (1:4).', "InitialModel", model, "Epochs", 1, "Verbose", 0);
%! assert (cellfun ("rows", more.Weights), [3, 2, 1]);
%!test
%! linear = nnreg_fit (eye (4), [1; 2; 1; 2], "LayerSizes", [], "Verbose", 0);
%! assert (isempty (fit_settings ("f", {"InitialModel", linear}).LayerSizes));
