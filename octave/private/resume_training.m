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
## @seealso{keep_checkpoint, run_training}
## @end deftypefn

function [run, state, store] = resume_training (run, problem, state)
  store = struct ('File', run.Settings.CheckpointFile, 'Clock', tic (), 'Next', 0, ...
                  'Last', 0, 'Failed', false, 'Names', '', 'Sums', []);
  if (isempty (store.File))
    return;
  end
  store.File = make_absolute_filename (tilde_expand (store.File));
  [names, store.Sums] = checkpoint_key (problem, state, run.Settings);
  store.Names = strjoin (names.', "\n");
  [~, missing] = stat (store.File);
  if (missing)
    try
      write_checkpoint (store.File, checkpoint_of (store, run, state));
    catch err
      pass_error (run.Caller, err);
    end
    return;
  end
  c = read_checkpoint (run.Caller, store.File);
  pattern = checkpoint_of (store, run, state);
  expect (isequal (fieldnames (c), fieldnames (pattern)), run.Caller, store.File);
  check_key (run.Caller, store, c);
  expect (all (cellfun (@same_kind, fieldnames (c), struct2cell (c), struct2cell (pattern))), ...
          run.Caller, store.File);
  [run, state] = taken_up (run, state, c);
  if (run.Settings.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, ...
            count_text (state.Epoch, 'epoch'));
  end
end

function expect (ok, caller, file)
  if (! ok)
    error ('nnreg:badFile', ['%s: "%s" is a checkpoint with contents that nnreg does not ' ...
                             'know'], ...
           caller, file);
  end
end

## Of the same class and, but for the rows of the log, of the same size.
function same = same_kind (name, got, want)
  shape = size (want);
  if (strcmp (name, 'Log'))
    shape(1) = rows (got);
  end
  same = strcmp (class (got), class (want)) && isequal (size (got), shape);
end

function check_key (caller, store, c)
  other = strsplit (store.Names, "\n");
  if (isequal (c.Names, store.Names) && isequal (size (c.Sums), size (store.Sums)))
    other = other(c.Sums != store.Sums);
  end
  if (! isempty (other))
    error ('nnreg:badFile', ['%s: "%s" is the checkpoint of another training (other %s); ' ...
                             'delete it to begin anew, or name another file'], caller, ...
           store.File, other{1});
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
