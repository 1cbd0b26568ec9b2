## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.curve.reading (r)
##
## What the end of the learning curve R says, a sentence; empty if it has a single point, or a
## single fold, whose spread nobody knows.
##
## At the right end the two curves have met if they differ by at most two standard errors of their
## difference over the folds. Else validation still rises if each fold gained over the last
## doubling of rows, by more than two standard errors in the mean.

function text = reading (r)
  text = '';
  if (numel (r.NumRows) < 2 || rows (r.ValScores) < 2)
    return
  end
  sign = 2 * r.LargerIsBetter - 1;
  gap = sign * (r.TrainScores(:,end) - r.ValScores(:,end));
  before = find (r.NumRows <= r.NumRows(end) / 2, 1, 'last');
  if (isempty (before))
    before = 1;
  end
  gain = sign * (r.ValScores(:,end) - r.ValScores(:,before));
  if (! exceeds (gap))
    text = ['training and validation have met: more rows will hardly help; a larger network or ' ...
            'other inputs may'];
  elseif (exceeds (gain))
    text = 'validation still improves with the number of rows: more rows will help';
  else
    text = ['validation no longer improves, and stays behind training: a penalty or a smaller ' ...
            'network may help, more rows hardly'];
  end
end

## Whether the mean over the folds is above 0 by more than two standard errors.
function yes = exceeds (values)
  yes = mean (values) > 2 * std (values) / sqrt (numel (values));
end

%!function r = curve (train, val)
%!  r = struct ("NumRows", [10, 20, 40], "TrainScores", train, "ValScores", val, ...
%!              "LargerIsBetter", true);
%!endfunction
%!test
%! noise = [0.01; -0.01; 0];
%! text = nnr.curve.reading (curve (0.9 + noise * ones (1, 3), [0.5, 0.8, 0.9] - noise));
%! assert (strncmp (text, "training and validation have met", 20));
%! text = nnr.curve.reading (curve (1 + noise * ones (1, 3), [0.5, 0.7, 0.8] - noise));
%! assert (strncmp (text, "validation still improves", 20));
%! text = nnr.curve.reading (curve (1 + noise * ones (1, 3), [0.5, 0.8, 0.8] - noise * [1, 2, 3]));
%! assert (strncmp (text, "validation no longer improves", 20));
%!test # where less is better
%! r = curve ([1, 2, 3] + [0; 0.1], [9, 7, 5] + [0; 0.1]);
%! r.LargerIsBetter = false;
%! assert (strncmp (nnr.curve.reading (r), "validation still improves", 20));
%!test # nothing is known of a single point or fold
%! r = curve ([1, 2, 3], [1, 2, 3]);
%! assert (nnr.curve.reading (r), "");
