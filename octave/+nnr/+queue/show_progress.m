## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.queue.show_progress (q, words, before, started, live)
##
## If LIVE, overwrites the last line of the terminal with the jobs done, WORDS, the time since
## STARTED (from tic) and an estimate of the time left. BEFORE is the number of jobs that were done
## at STARTED. Otherwise a search says now and then how far it is (nnr.words.progress).

function show_progress (q, words, before, started, live)
  [done, total, seconds] = deal (nnz (q.Done), numel (q.Done), toc (started));
  text = @() sprintf ('%d of %s%s', done, nnr.words.count_text (total, 'training'), words);
  if (! live)
    nnr.words.progress ('nnreg_gridsearch', text, done, total);
    return;
  end
  nnr.words.progress ('shown');
  fprintf ("\r%s, %.0f s%s   ", text (), seconds, ...
           nnr.words.time_left (seconds, done - before, total - before));
  if (done == total)
    fprintf ("\r%s\r", blanks (78));
  end
  fflush (stdout);
end
