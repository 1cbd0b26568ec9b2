## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [store, c] = nnr.files.open_checkpoint (file, key, contents, growing)
##
## Makes sure that the checkpoint file can be written ('': there is none to be), and reads it if it
## is there: c has its fields, or is empty.  store is what nnr.files.keep_checkpoint needs, its Names and
## Sums from key (): what the run depends on.  A file of another run is an error.  contents (store)
## returns the fields of one that has just begun, which a file's fields must be like; those that
## are growing have rows of any number.

function [store, c] = open_checkpoint (file, key, contents, growing)
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
    nnr.files.write_checkpoint (store.File, contents (store));
    return;
  end
  c = nnr.files.read_checkpoint (store.File);
  pattern = contents (store);
  nnr.files.check_contents (store.File, isequal (fieldnames (c), fieldnames (pattern)));
  check_key (store, c);
  same = cellfun (@(name) same_kind (c.(name), pattern.(name), any (strcmp (name, growing))), ...
                  fieldnames (pattern));
  nnr.files.check_contents (store.File, all (same));
end

## Of the same class and, but for the rows of what grows, of the same size.
function same = same_kind (got, want, grows)
  shape = size (want);
  if (grows)
    shape(1) = rows (got);
  end
  same = strcmp (class (got), class (want)) && isequal (size (got), shape);
end

function check_key (store, c)
  other = strsplit (store.Names, "\n");
  if (isequal (c.Names, store.Names) && isequal (size (c.Sums), size (store.Sums)))
    other = other(c.Sums != store.Sums);
  end
  if (! isempty (other))
    error ('nnreg:badFile', ['"%s" is the checkpoint of another training (other %s); ' ...
                             'delete it to begin anew, or name another file'], store.File, other{1});
  end
end
