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
## @deftypefn {Private Function} {} check_initial (@var{caller}, @var{s}, @var{targets})
## The InitialModel of the settings @var{s}, if there is one, must be of the same kind as the model
## to be trained.
## @seealso{kind_of_initial, start_state}
## @end deftypefn

function check_initial (caller, s, targets)
  model = s.InitialModel;
  if (isempty (model))
    return;
  end
  check_model (caller, 'InitialModel', model);
  if (! strcmp (model.Task, s.Task))
    error ('nnreg:badArgument', '%s: InitialModel is of the Task "%s", this one is "%s"', ...
           caller, model.Task, s.Task);
  elseif (numel (model.Activations) == numel (s.Activations) ...
          && ! isequal (model.Activations(:), s.Activations(:)))
    error ('nnreg:badArgument', ['%s: InitialModel has the Activations %s, this training ' ...
                                 '%s'], caller, strjoin (model.Activations(:).', ', '), ...
           strjoin (s.Activations, ', '));
  elseif (rows (model.ClassNames) == rows (targets.ClassNames) ...
          && ! isequal (model.ClassNames, targets.ClassNames))
    error ('nnreg:badArgument', '%s: InitialModel has other ClassNames than y', caller);
  end
end
