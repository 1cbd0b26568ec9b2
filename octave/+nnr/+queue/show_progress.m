## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.queue.show_progress (q, words, before, started)
##
## Writes the jobs done, words (if any), the time since started (of tic) and the time left over the
## last line of the terminal. before is the number of jobs that were done then.

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
