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
## @deftypefn {Private Function} {[@var{store}, @var{c}] =} open_checkpoint (@var{caller}, @var{file}, @var{key}, @var{contents}, @var{growing})
## Makes sure that the checkpoint @var{file} can be written (@qcode{''}: there is none to be), and
## reads it if it is there: @var{c} has its fields, or is empty.  @var{store} is what
## @code{keep_checkpoint} needs, its @code{Names} and @code{Sums} from @code{key ()}: what the run
## depends on.  A file of another run is an error.  @code{contents (store)} returns the fields of one
## that has just begun, which a file's fields must be like; those that are @var{growing} have rows of
## any number.
## @seealso{keep_checkpoint, resume_training, path_journal}
## @end deftypefn

function [store, c] = open_checkpoint (caller, file, key, contents, growing)
  c = [];
  store = struct ('File', file, 'Clock', tic (), 'Next', 0, 'Last', 0, 'Failed', false, ...
                  'Names', '', 'Sums', []);
  if (isempty (file))
    return;
  end
  store.File = make_absolute_filename (tilde_expand (file));
  [names, store.Sums] = key ();
  store.Names = strjoin (names.', "\n");
  [~, missing] = stat (store.File);
  if (missing)
    try
      write_checkpoint (store.File, contents (store));
    catch err
      pass_error (caller, err);
    end
    return;
  end
  c = read_checkpoint (caller, store.File);
  pattern = contents (store);
  check_contents (caller, store.File, isequal (fieldnames (c), fieldnames (pattern)));
  check_key (caller, store, c);
  same = cellfun (@(name) same_kind (c.(name), pattern.(name), any (strcmp (name, growing))), ...
                  fieldnames (pattern));
  check_contents (caller, store.File, all (same));
end

## Of the same class and, but for the rows of what grows, of the same size.
function same = same_kind (got, want, grows)
  shape = size (want);
  if (grows)
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
