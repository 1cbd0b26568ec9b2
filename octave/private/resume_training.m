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
## @deftypefn {Private Function} {[@var{run}, @var{state}, @var{store}] =} resume_training (@var{run}, @var{problem}, @var{state})
## Goes back to where the training's CheckpointFile left it, if there is one, and makes sure
## that such a file can be written.  @var{store} is what @code{keep_checkpoint} needs.
## @seealso{open_checkpoint, keep_checkpoint, run_training}
## @end deftypefn

function [run, state, store] = resume_training (run, problem, state)
  s = run.Settings;
  key = @() checkpoint_key (problem, state, s);
  contents = @(store) checkpoint_of (store, run, state);
  [store, c] = open_checkpoint (run.Caller, s.CheckpointFile, key, contents, {'Log'});
  if (isempty (c))
    return;
  end
  [run, state] = taken_up (run, state, c);
  if (s.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, count_text (state.Epoch, 'epoch'));
  end
end

function [run, state] = taken_up (run, state, c)
  [state.Theta, state.FirstMoment, state.SecondMoment] = ...
    deal (c.Theta, c.FirstMoment, c.SecondMoment);
  names = state_numbers ();
  for k = 1:numel (names)
    state.(names{k}) = c.Numbers(k);
  end
  state.Over = c.Over;
  [run.Log, run.Theta] = deal (c.Log, c.Kept);
  [run.Epoch, run.Loss, run.Lowest, run.Waited] = num2cell (c.Best){:};
end
