## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## queue = nnr.search.run_shards (jobs, extra, ..., engine)
##
## Has the jobs of a round done by other processes: gives each shard that is not done to the engine
## (a struct of functions Start, Poll, Stop, Note, LastWords), waits, and starts shards that failed
## again, as long as something comes of it.

function queue = run_shards (jobs, extra, candidates, plan, search, s, engine)
  queue = nnr.queue.new (jobs, extra);
  of = nnr.search.shards (jobs, candidates, plan.WarmStart, search.Shards);
  book = struct ('Run', [], 'Last', [], 'Guard', [], 'Tries', 0, 'DoneAtStart', 0, ...
                 'Before', nnz (queue.Done), 'Started', tic ());
  while (! all (queue.Done))
    book = start_if_none (book, queue, of, search, engine, s.Verbose);
    if (! search.Wait)
      return;
    end
    pause (engine.Pause);
    [book.Run, words] = engine.Poll (book.Run);
    queue = nnr.queue.refresh (queue, false);
    show_progress (queue, book, words, s.Verbose);
  end
end

## Starts the shards that are not done, again and again as long as something comes of it.
function book = start_if_none (book, queue, of, search, engine, verbose)
  most_tries = 3;
  if (! isempty (book.Run))
    return;
  end
  if (nnz (queue.Done) > book.DoneAtStart)
    book.Tries = 0;
  end
  if (book.Tries == most_tries)
    error ('nnreg:executor', ['%d of %s could not be done; what is finished ' ...
                              'is kept in "%s"; %s'], nnz (! queue.Done), nnr.words.count_text (numel (queue.Done), 'training'), ...
           queue.Study.Folder, why_nothing (queue.Study, engine));
  end
  book.DoneAtStart = nnz (queue.Done);
  if (search.Wait && isempty (book.Guard))
    book.Guard = onCleanup (engine.Stop);   # Ctrl-C leaves no process behind
  end
  book.Run = engine.Start (unique (of(! queue.Done)), search.Shards);
  if (isequal (book.Run, book.Last))
    return;                     # they were only thought to be over
  end
  book.Tries = book.Tries + 1;
  book.Last = book.Run;
  if (verbose > 0)
    printf ("%s\n", engine.Note (book.Run));
    fflush (stdout);
  end
end

## A folder that is full or gone has no room for a process's last words either.
function text = why_nothing (study, engine)
  probe = [study.Own, '.probe'];
  try
    __nnreg_file_append__ (probe, blanks (4096));
    text = ['the last process said: ', engine.LastWords()];
  catch err
    text = nnr.core.reason (err);
  end
  nnr.files.remove_file (probe);
end

function show_progress (queue, book, words, verbose)
  if (verbose == 0 || ! nnr.words.at_terminal ())
    return;
  end
  [done, total, seconds] = deal (nnz (queue.Done), numel (queue.Done), toc (book.Started));
  fprintf ("\r%d of %s, %s, %.0f s", done, nnr.words.count_text (total, 'training'), words, ...
           seconds);
  if (done > book.Before)
    fprintf (', about %.0f s left', seconds / (done - book.Before) * (total - done));
  end
  fprintf ('   ');
  if (done == total)
    fprintf ("\r%s\r", blanks (78));
  end
  fflush (stdout);
end
