## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{q} =} queue_refresh (@var{q}, @var{all})
## Books what other processes, or earlier runs, have written to the study; with @var{all}
## also what was read before the queue was made.
## @seealso{queue_new, study_read}
## @end deftypefn

function q = queue_refresh (q, all)
  if (isempty (q.Study))
    return;
  end
  first = numel (q.Study.Records.Number) + 1;
  q.Study = study_read (q.Study);
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
