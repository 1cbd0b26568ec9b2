## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [store, c] = nnr.files.open_checkpoint (file, key, contents, growing, kind)
##
## Reads the checkpoint FILE of a run into the struct C. If there is no such file, C is empty, and
## an error says if the file cannot be written. FILE may be '': no checkpoint. A file of another run
## is an error. What killed processes left beside the file is removed.
##
## KEY () returns what the run depends on: names for the user and their checksums, cells. CONTENTS
## (store) returns the fields of a run that has just begun. The fields in the file must have the
## same classes and sizes, but the GROWING ones may have any number of rows. STORE is for
## nnr.files.keep_checkpoint. KIND is "training" or "path", for the errors.

function [store, c] = open_checkpoint (file, key, contents, growing, kind)
  c = [];
  store = struct ('File', file, 'Clock', tic (), 'Next', 0, 'Last', 0, 'Failed', false, ...
                  'Names', '', 'Sums', '');
  if (isempty (file))
    return;
  end
  store.File = make_absolute_filename (tilde_expand (file));
  [names, sums] = key ();
  store.Names = strjoin (names.', "\n");
  store.Sums = char (sums);
  [~, missing] = stat (store.File);
  if (missing)
    __nnreg_drop_unfinished__ (fileparts (store.File));
    nnr.files.write (store.File, 'checkpoint', contents (store));
    return;
  end
  __nnreg_drop_unfinished__ (fileparts (canonicalize_file_name (store.File)));  # behind links
  c = nnr.files.read (store.File, 'checkpoint');
  pattern = contents (store);
  check_kind (store.File, fieldnames (c), fieldnames (pattern), kind);
  if (all (isfield (c, {'Names', 'Sums'})))
    check_key (store, c, kind);
  end
  nnr.files.check_contents (store.File, isequal (fieldnames (c), fieldnames (pattern)));
  same = cellfun (@(name) nnr.files.same_kind (c.(name), pattern.(name), ...
                                               any (strcmp (name, growing))), ...
                  fieldnames (pattern));
  nnr.files.check_contents (store.File, all (same));
end

## A training's checkpoint has Theta; a path's has Outcomes, of a linear model PartLoss.
function check_kind (file, got, want, kind)
  own = struct ('training', {{'Theta'}}, 'path', {{'Outcomes', 'PartLoss'}});
  other = setdiff (fieldnames (own), kind){1};
  if (any (ismember (own.(other), got)) && ! any (ismember (own.(other), want)))
    error ('nnreg:badFile', '"%s" is the checkpoint of a %s, not of a %s; name another file', ...
           file, other, kind);
  end
end

function check_key (store, c, kind)
  other = strsplit (store.Names, "\n");
  if (isequal (c.Names, store.Names) && isequal (size (c.Sums), size (store.Sums)))
    other = other(any (c.Sums != store.Sums, 2));
  end
  if (! isempty (other))
    nnr.files.refuse_checkpoint (store.File, kind, other{1});
  end
end

%!test # what killed processes left beside the file, also behind a link
%! [folder, guard] = nnr.files.scratch ();
%! mkdir (fullfile (folder, "far"));
%! names = fullfile (folder, {"state", fullfile("far", "state")});
%! nnr.files.write (names{2}, "checkpoint", struct ("Names", "", "Sums", ""));
%! symlink (names{2}, names{1});
%! left = fullfile (folder, "far", {".nnreg-1f-6a-3-0.new", "mine.new"});
%! cellfun (@(name) fclose (fopen (name, "w")), left);
%! key = @() deal (cell (0, 1), char (zeros (0, 32)));
%! try
%!   nnr.files.open_checkpoint (names{1}, key, @(store) struct (), {}, "training");
%! catch
%! end
%! assert (cellfun (@(name) exist (name, "file"), left), [0, 2]);
