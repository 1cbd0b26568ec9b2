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
## @deftypefn {Private Function} {@var{c} =} checkpoint_of (@var{store}, @var{run}, @var{state})
## The fields of a training's checkpoint: where it is, what it keeps, what it depends on.
## @seealso{resume_training, keep_checkpoint, state_numbers}
## @end deftypefn

function c = checkpoint_of (store, run, state)
  numbers = cellfun (@(name) state.(name), state_numbers ());
  c = struct ('Names', store.Names, 'Sums', store.Sums, ...
              'Theta', state.Theta, 'FirstMoment', state.FirstMoment, ...
              'SecondMoment', state.SecondMoment, 'Numbers', numbers, 'Over', state.Over, ...
              'Log', run.Log, 'Kept', run.Theta, ...
              'Best', [run.Epoch, run.Loss, run.Lowest, run.Waited]);
end
