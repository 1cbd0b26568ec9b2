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
      nnr.words.warn ('nnreg:checkpoint', ['the checkpoint %s; the training goes on, the file ' ...
                                           'is as it was'], nnr.core.reason (err));
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
