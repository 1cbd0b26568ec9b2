## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## store = nnr.files.keep_checkpoint (store, contents, now)
##
## Writes a checkpoint of the fields that CONTENTS () returns. Unless NOW is true it waits until
## checkpoints take at most 2% of the time. If the file cannot be written, there is one warning; the
## training continues, and the file stays as it was.

function store = keep_checkpoint (store, contents, now)
  share = 0.02;
  began = toc (store.Clock);
  set_back = began < store.Last;        # the clock was
  if (isempty (store.File) || ! (now || set_back || began >= store.Next))
    return;
  end
  try
    nnr.files.write (store.File, 'checkpoint', contents ());
    store.Failed = false;
  catch err
    if (! store.Failed)
      [~, missing] = stat (store.File);
      rest = merge (missing, 'without it', 'and the file is as it was');
      nnr.words.warn ('nnreg:checkpoint', 'the checkpoint %s; the training goes on %s', ...
                      nnr.core.reason (err), rest);
    end
    store.Failed = true;
  end
  ended = toc (store.Clock);
  store.Last = ended;
  store.Next = ended + (ended - began) / share;
end

%!test # a clock that is set back does not stop the checkpoints: one was tried
%! store = struct ("File", "/nowhere/x", "Clock", tic () + 3600e6, "Next", 50, "Last", 10, ...
%!                 "Failed", true);
%! store = nnr.files.keep_checkpoint (store, @() struct (), false);
%! assert (store.Last < 0);
%!test # a file that is not there is not as it was
%! [folder, guard] = nnr.files.scratch ();
%! store = struct ("File", fullfile (folder, "gone", "x"), "Clock", tic (), "Next", 0, ...
%!                 "Last", 0, "Failed", false);
%! fail ("nnr.files.keep_checkpoint (store, @() struct (), true);", "warning", ...
%!       "No such file or directory; the training goes on without it$");
%! store.File = folder;
%! fail ("nnr.files.keep_checkpoint (store, @() struct (), true);", "warning", ...
%!       "Is a directory; the training goes on and the file is as it was$");
