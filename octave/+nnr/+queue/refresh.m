## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.refresh (q, all)
##
## Books what other processes, or earlier runs, have written to the study; with all also what was
## read before the queue was made.

function q = refresh (q, all)
  if (isempty (q.Study))
    return;
  end
  first = numel (q.Study.Records.Number) + 1;
  q.Study = nnr.study.read (q.Study);
  if (all)
    first = 1;
  end
  records = q.Study.Records;
  for k = first:numel (records.Number)
    at = find (q.Numbers == records.Number(k), 1);
    if (records.Round(k) != q.Round || isempty (at) || q.Done(at))
      continue;
    end
    values = records.Values{k};
    width = columns (q.Outcome);
    q.Outcome(at,:) = values(1:width);
    q.Curves{at} = reshape (values(width + 1:end), [], 7);
    q.Done(at) = true;
  end
  q.Pending = q.Pending(! q.Done(q.Pending));
end
