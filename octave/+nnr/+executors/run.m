## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## queue = nnr.executors.run (jobs, extra, work)
##
## Has the jobs of a round done by other processes: starts the shards that are not done, waits, and
## starts shards that failed again while at least one job more is done each time. work has the
## Engine, the Search (Wait and the options of executors), Shards, Threads and Verbose.

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
    if (live)
      nnr.queue.show_progress (queue, [', ', words], before, started);
    end
  end
end

## The third start in turn after which no job was finished was the last one.
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
  if (! isequal (book.Run, book.Last))  # else they only seemed to be over
    book.Failed = book.Failed + 1;
    book.Last = book.Run;
    if (work.Verbose > 0)
      printf ("%s\n", work.Engine.Note (book.Run));
      fflush (stdout);
    end
  end
end

## A folder that is full or gone has no room for a process's last words either.
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
