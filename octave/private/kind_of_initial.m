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
## @deftypefn {Private Function} {@var{s} =} kind_of_initial (@var{caller}, @var{s}, @var{given})
## The settings @var{s}, not yet checked, with the Task, LayerSizes and Activations of their
## InitialModel where those are not among the names @var{given}.
## @seealso{fit_settings, check_initial, nnreg_gridsearch}
## @end deftypefn

function s = kind_of_initial (caller, s, given)
  model = s.InitialModel;
  if (isempty (model))
    return;
  end
  check_model (caller, 'InitialModel', model);
  own = struct ('Task', model.Task, ...
                'LayerSizes', cellfun ('rows', model.Weights(1:end - 1)), ...
                'Activations', {model.Activations});
  refused = any (strcmp (given, 'LayerSizes')) && numel (s.LayerSizes) != numel (own.LayerSizes);
  same = ischar (s.Activations) && all (strcmp (model.Activations, s.Activations));
  if (refused || same)
    own = rmfield (own, 'Activations');
  end
  for name = setdiff (fieldnames (own).', given)
    s.(name{1}) = own.(name{1});
  end
end

%!test
%! # what is the same is not written anew: a study knows its options by their words
%! model = nnreg_fit (eye (4), [1; 2; 1; 2], "LayerSizes", [3, 2], "Epochs", 1, "Verbose", 0);
%! s = struct ("InitialModel", model, "Task", "", "LayerSizes", 100, "Activations", "relu");
%! s = kind_of_initial ("f", s, {});
%! assert ({s.Task, s.LayerSizes, s.Activations}, {"classification", [3, 2], "relu"});
