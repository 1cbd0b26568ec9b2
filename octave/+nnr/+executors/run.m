## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## queue = nnr.executors.run (jobs, extra, work)
##
## Has other processes do the jobs of a round: starts the shards that are not complete, waits, and
## starts failed shards again, as long as each start finishes at least one more job. WORK has the
## Engine, Search (Wait and the options of executors), Shards, Threads and Verbose.

function queue = run (jobs, extra, work)
  queue = nnr.queue.new (jobs, extra);
  of = nnr.executors.shards (jobs, work.Shards);
  if (work.Search.Wait && ! all (queue.Done))
    guard = onCleanup (work.Engine.Stop);       # Ctrl-C leaves no process behind
  end
  book = struct ('Run', [], 'Last', [], 'Failed', 0, 'Done', nnz (queue.Done));
  [before, started] = deal (nnz (queue.Done), tic ());
  live = work.Verbose > 0 && nnr.words.at_terminal ();
  while (! all (queue.Done))
    if (isempty (book.Run))
      book = start (book, queue, unique (of(! queue.Done)), work);
    end
    if (! work.Search.Wait)
      return;
    end
    pause (work.Engine.Pause);
    [book.Run, words] = work.Engine.Poll (book.Run);
    queue = nnr.queue.refresh (queue);
    nnr.queue.show_progress (queue, [', ', words], before, started, live);
  end
end

## Starts the shards in LIST. The search fails after three starts in a row without a finished job.
function book = start (book, queue, list, work)
  most_failures = 3;
  if (nnz (queue.Done) > book.Done)
    [book.Failed, book.Done] = deal (0, nnz (queue.Done));
  elseif (book.Failed == most_failures)
    error ('nnreg:executor', ['%d of %s could not be done; what is finished is kept in "%s"; ' ...
                              '%s'], nnz (! queue.Done), ...
           nnr.words.count_text (numel (queue.Done), 'training'), queue.Study.Folder, ...
           last_words (queue.Study, work.Engine));
  end
  book.Run = work.Engine.Start (list, work.Shards, work.Threads, work.Search);
  if (! isequal (book.Run, book.Last))  # or else the same run only seemed to be over
    book.Failed = book.Failed + 1;
    book.Last = book.Run;
    if (work.Verbose > 0)
      printf ("%s\n", work.Engine.Note (book.Run));
      fflush (stdout);
    end
  end
end

## The end of the newest log; or, if the folder is full or gone, the reason why there is no log.
function text = last_words (study, engine)
  probe = [study.Own, '.probe'];
  try
    __nnreg_file_append__ (probe, blanks (4096));
    text = ['the last process said: ', nnr.files.newest_text(engine.Folder)];
  catch err
    text = nnr.core.reason (err);
  end
  nnr.files.remove_file (probe);
end
