## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## out = nnr.folds.hold_out (count, rows_are, seed, stream)
##
## Which samples are held out, a logical column, of which about COUNT are true. ROWS_ARE says what
## the samples are:
##
##   NumSamples   their number
##   Labels       the class of each, whole numbers from 0: each class gives its share and keeps a
##                sample; or []
##   Groups       the group of each (nnr.folds.group_numbers), of which none is divided; or []
##   Times        the place in time of each (nnr.folds.time_ranks): the last ones are held out, and
##                equal times are not divided; or []

function out = hold_out (count, rows_are, seed, stream)
  num_samples = rows_are.NumSamples;
  if (! isempty (rows_are.Times))
    out = last_times (count, rows_are.Times);
  elseif (! isempty (rows_are.Groups))
    order = double (__nnreg_shuffle__ (max (rows_are.Groups), seed, stream)(:));
    out = whole_groups (count / num_samples, rows_are.Groups, rows_are.Labels, order);
  else
    labels = rows_are.Labels;
    order = double (__nnreg_shuffle__ (num_samples, seed, stream)(:));
    if (isempty (labels))
      out = false (num_samples, 1);
      out(order(1:count)) = true;
    else
      out = nnr.targets.take_share (labels, order, count);
    end
  end
end

## The cut between two times that leaves the number nearest to COUNT.
function out = last_times (count, ranks)
  after = flipud (cumsum (flipud (accumarray (ranks, 1))));
  if (isscalar (after))
    error ('nnreg:badData', 'all rows have the same time, so none is later than others');
  end
  [~, first] = min (abs (after(2:end) - count));
  out = ranks > first;
end

## In random order, a group is held out if that brings the shares nearer to the wanted one. Of the
## first and the last one, neither takes all.
function out = whole_groups (share, groups, labels, order)
  shares = nnr.folds.class_shares (groups, labels);
  filled = zeros (1, columns (shares));
  held = false (numel (order), 1);
  for g = order.'
    with_it = filled + shares(g,:);
    if (sum ((with_it - share) .^ 2) < sum ((filled - share) .^ 2))
      [filled, held(g)] = deal (with_it, true);
    end
  end
  if (isscalar (order))
    error ('nnreg:badData', 'all rows belong to one group, which cannot be divided');
  elseif (! any (held))
    [~, nearest] = min (sum ((shares - share) .^ 2, 2));
    held(nearest) = true;
  elseif (all (held))
    [~, least] = min (sum (shares, 2));
    held(least) = false;
  end
  out = held(groups);
end

%!test # groups: none is divided, about the share of rows and of each class
%! groups = ceil ((1:300).' / 3);
%! labels = double (mod (groups, 4) == 0);
%! rows_are = struct ("NumSamples", 300, "Labels", labels, "Groups", groups, "Times", []);
%! for seed = 0:20
%!   out = nnr.folds.hold_out (60, rows_are, seed, 7);
%!   assert (all (accumarray (groups, out, [], @(o) numel (unique (o))) == 1));
%!   assert (abs (nnz (out) - 60) <= 3);
%!   assert (abs (nnz (out & labels) - 15) <= 3);
%! end
%!test # large groups: at least one is on each side
%! rows_are = struct ("NumSamples", 9, "Labels", [], "Groups", repelem ([1; 2], [4, 5]), ...
%!                    "Times", []);
%! assert (nnz (nnr.folds.hold_out (1, rows_are, 0, 7)), 4);
%!test # times: the last ones, equal ones together
%! rows_are = struct ("NumSamples", 6, "Labels", [], "Groups", [], "Times", [3; 1; 2; 3; 1; 3]);
%! assert (nnr.folds.hold_out (2, rows_are, 0, 7), [3; 1; 2; 3; 1; 3] == 3);
%! rows_are.Times = [1; 1; 1; 1; 1; 2];
%! assert (nnz (nnr.folds.hold_out (5, rows_are, 0, 7)), 1);
