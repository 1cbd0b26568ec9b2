## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## q = nnr.queue.refresh (q)
##
## Reads from the study which jobs other processes or earlier calls have finished.

function q = refresh (q)
  if (isempty (q.Study))
    return;
  end
  q.Study = nnr.study.read (q.Study);
  records = q.Study.Records;
  for k = q.Booked + 1:numel (records.Number)
    at = find (q.Numbers == records.Number(k), 1);
    if (records.Round(k) != q.Round || isempty (at) || q.Done(at))
      continue;
    end
    values = records.Values{k};
    width = columns (q.Outcome);
    q.Outcome(at,:) = values(1:width);
    q.Curves{at} = reshape (values(width + 1:end), [], q.Columns.Count);
    q.Done(at) = true;
  end
  q.Booked = numel (records.Number);
  q.Pending = q.Pending(! q.Done(q.Pending));
end
