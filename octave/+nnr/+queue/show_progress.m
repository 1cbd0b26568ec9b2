## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.queue.show_progress (q, words, before, started)
##
## Overwrites the last line of the terminal with the jobs done, WORDS, the time since STARTED (from
## tic) and an estimate of the time left. BEFORE is the number of jobs that were done at STARTED.

function show_progress (q, words, before, started)
  [done, total, seconds] = deal (nnz (q.Done), numel (q.Done), toc (started));
  fprintf ("\r%d of %s%s, %.0f s", done, nnr.words.count_text (total, 'training'), words, seconds);
  if (done > before)
    fprintf (', about %.0f s left', seconds / (done - before) * (total - done));
  end
  fprintf ('   ');
  if (done == total)
    fprintf ("\r%s\r", blanks (78));
  end
  fflush (stdout);
end
