## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## queue = nnr.executors.run (jobs, extra, work)
##
## Has other processes do the jobs of a round: starts the shards that are not complete, waits, and
## starts failed shards again, as long as each start finishes at least one more job or takes the
## checkpoints further. WORK has the Engine, Search (Wait and the options of executors), Shards,
## Threads and Verbose.

function queue = run (jobs, extra, work)
  queue = nnr.queue.new (jobs, extra);
  of = nnr.executors.shards (jobs, work.Shards);
  if (work.Search.Wait && ! all (queue.Done))
    guard = onCleanup (work.Engine.Stop);       # Ctrl-C leaves no process behind
  end
  book = struct ('Run', [], 'Last', [], 'Why', '', 'Failed', 0, ...
                 'Done', nnz (queue.Done), 'Steps', 0);
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
    nnr.queue.show_progress (queue, [', ', words, book.Why], before, started, live);
  end
end

## Starts the shards in LIST. The search fails after three starts in a row without progress: no job
## finished, and the checkpoints of the others no further than before. So a training may take longer
## than a process may run. Each start says why the one before it ended.
function book = start (book, queue, list, work)
  most_failures = 3;
  [~, steps] = nnr.study.progress (queue.Study);
  if (nnz (queue.Done) > book.Done || steps > book.Steps)
    [book.Failed, book.Done, book.Steps] = deal (0, nnz (queue.Done), steps);
  elseif (book.Failed == most_failures)
    error ('nnreg:executor', ['%d of %s could not be done; what is finished is kept in "%s"; ' ...
                              '%s'], nnz (! queue.Done), ...
           nnr.words.count_text (numel (queue.Done), 'training'), queue.Study.Folder, ...
           last_words (queue.Study, work.Engine));
  end
  why = '';
  if (! isempty (book.Last))
    why = last_words (queue.Study, work.Engine);        # before a start makes newer logs
  end
  book.Run = work.Engine.Start (list, work.Shards, work.Threads, work.Search);
  if (! isequal (book.Run, book.Last))  # or else the same run only seemed to be over
    book.Failed = book.Failed + 1;
    book.Last = book.Run;
    if (! isempty (why))
      book.Why = ['; started again: ', why];
    end
    if (work.Verbose > 0)
      printf ("%s\n", work.Engine.Note (book.Run));
      if (! isempty (why))
        printf ("the start before it: %s\n", why);
      end
      fflush (stdout);
    end
  end
end

## Why the last processes ended; or, if the folder is full or gone, the reason why nobody knows.
function text = last_words (study, engine)
  probe = [study.Own, '.probe'];
  try
    __nnreg_file_append__ (probe, blanks (4096));
    text = engine.LastWords ();
  catch err
    text = nnr.core.reason (err);
  end
  nnr.files.remove_file (probe);
end

## Runs a job that never ends. The processes of the k-th start take its checkpoint so many steps
## further, or damage it (NaN). Returns the number of starts.
%!function count = starts (moves, verbose = 0)
%!  study = nnr.study.open (tempname (), struct ('Options', struct (), 'Grid', {{}}));
%!  [file, text] = nnr.study.checkpoint_file (study, 1, 1);
%!  log = fullfile (study.Folder, 'results', 'starts');
%!  engine = struct ('Start', @(varargin) start_of (log, file, moves), ...
%!                   'Poll', @(run) deal ([], ''), 'Stop', @() [], 'Note', @(run) '', ...
%!                   'Pause', 0, 'LastWords', @() 'it said nothing');
%!  problem = struct ('Network', struct ('Sizes', [1, 1]), 'LearnRates', 1, ...
%!                    'Train', struct ('Rows', 1));
%!  work = struct ('Engine', engine, 'Search', struct ('Wait', true), 'Shards', 1, ...
%!                 'Threads', 1, 'Verbose', verbose);
%!  unwind_protect
%!    try
%!      nnr.executors.run (struct ('Problem', problem, 'Number', 1, 'After', 0), ...
%!                         struct ('Study', study), work);
%!    catch err
%!      assert (err.identifier, 'nnreg:executor');
%!      assert (err.message(end-16:end), '; it said nothing');
%!      count = numel (fileread (log));
%!    end
%!  unwind_protect_cleanup
%!    confirm_recursive_rmdir (false, 'local');
%!    rmdir (study.Folder, 's');
%!  end_unwind_protect
%!endfunction
%!function run = start_of (log, file, moves)
%!  __nnreg_file_append__ (log, 'x');
%!  run = numel (fileread (log));
%!  steps = cumsum (moves)(min (run, end));
%!  nnr.files.write (file, 'checkpoint', struct ('Steps', steps, 'Theta', ones (9)));
%!  if (isnan (steps))
%!    __nnreg_file_replace__ (file, uint8 ('spoilt'));
%!  end
%!endfunction
%!assert (starts (0), 3)
%!assert (starts ([1, 1, 1, 1, 1, 0, 0, 0]), 8)
%!assert (starts ([1, 0, 0, 5, 0, 0, 1, 0]), 10)
%!assert (starts ([5, -5, 5, -5, 5, -5]), 4)
%!assert (starts (NaN), 3)
%!test # each start but the first says why the one before it ended
%! text = evalc ("starts ([1, 1, 0, 0, 0], 1);");
%! assert (numel (strfind (text, "the start before it: it said nothing\n")), 4);
