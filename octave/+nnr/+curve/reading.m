## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.curve.reading (r)
##
## What the end of the learning curve R says, a sentence; empty if it has a single point, or a
## single fold, whose spread nobody knows.
##
## At the right end validation still rises if it gained over the last doubling of rows, by more than
## two standard errors in the mean over the folds; nobody knows if the rows do not double. Else the
## two curves have met if they differ by at most two standard errors of their difference. All this
## is said of a model that has learned: whose validation is better than the best constant
## prediction, by as much.

function text = reading (r)
  text = '';
  if (numel (r.NumRows) < 2 || rows (r.ValScores) < 2)
    return
  end
  sign = 2 * r.LargerIsBetter - 1;
  gap = sign * (r.TrainScores(:,end) - r.ValScores(:,end));
  before = find (r.NumRows <= r.NumRows(end) / 2, 1, 'last');
  doubled = ! isempty (before);
  gain = sign * (r.ValScores(:,end) - r.ValScores(:,merge (doubled, before, 1)));
  [learned, fits] = beats_constant (r, sign);
  if (! learned && exceeds (gain))
    text = ['validation improves with the number of rows, but is not yet better than a ' ...
            'constant prediction: it needs many more rows, a penalty or a smaller network'];
  elseif (! learned && fits)
    text = ['training is better than a constant prediction, validation is not: what was ' ...
            'learned does not hold for new rows; a penalty, a smaller network or other inputs ' ...
            'may help'];
  elseif (! learned)
    text = ['neither training nor validation is better than a constant prediction: nothing was ' ...
            'learned; more epochs, a smaller penalty or other inputs may help, more rows hardly'];
  elseif (! doubled)
    return
  elseif (exceeds (gain))
    text = 'validation still improves with the number of rows: more rows will help';
  elseif (! exceeds (gap))
    text = ['training and validation have met: more rows will hardly help; a larger network or ' ...
            'other inputs may'];
  else
    text = ['validation no longer improves, and stays behind training: a penalty or a smaller ' ...
            'network may help, more rows hardly'];
  end
end

## Whether validation, and training, is better than the best constant prediction. A curve of an
## older version does not know.
function [val, train] = beats_constant (r, sign)
  [val, train] = deal (true);
  if (isfield (r, 'ConstantScores') && all (isfinite (r.ConstantScores)))
    val = exceeds (sign * (r.ValScores(:,end) - r.ConstantScores));
    train = exceeds (sign * (r.TrainScores(:,end) - r.ConstantScores));
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
%! r = curve (0.9 + noise * ones (1, 3), [0.5, 0.9, 0.9] - noise);
%! assert (strncmp (nnr.curve.reading (r), "training and validation have met", 20));
%! r.NumRows = [30, 35, 40];                 # what a doubling brings is not known
%! assert (nnr.curve.reading (r), "");
%! r = curve (0.9 + noise * ones (1, 3), [0.5, 0.8, 0.9] - noise);
%! assert (strncmp (nnr.curve.reading (r), "validation still improves", 20));
%! text = nnr.curve.reading (curve (1 + noise * ones (1, 3), [0.5, 0.7, 0.8] - noise));
%! assert (strncmp (text, "validation still improves", 20));
%! text = nnr.curve.reading (curve (1 + noise * ones (1, 3), [0.5, 0.8, 0.8] - noise * [1, 2, 3]));
%! assert (strncmp (text, "validation no longer improves", 20));
%!test # where less is better
%! r = curve ([1, 2, 3] + [0; 0.1], [9, 7, 5] + [0; 0.1]);
%! r.LargerIsBetter = false;
%! assert (strncmp (nnr.curve.reading (r), "validation still improves", 20));
%!test # no better than a constant prediction
%! noise = [0.01; -0.01; 0];
%! r = curve (0.5 + noise * ones (1, 3), [0.5, 0.5, 0.5] - noise);
%! r.ConstantScores = [0.5; 0.51; 0.5];
%! assert (strncmp (nnr.curve.reading (r), "neither training nor validation is better", 41));
%! r.TrainScores += 0.3;
%! assert (strncmp (nnr.curve.reading (r), "training is better than a constant prediction, v", 48));
%! r.ValScores = [0.3, 0.4, 0.5] - noise;
%! assert (strncmp (nnr.curve.reading (r), "validation improves with the number of rows, but", 48));
%! r.ConstantScores(:) = 0.4;
%! assert (strncmp (nnr.curve.reading (r), "validation still improves", 25));
%!test # nothing is known of a single point or fold
%! r = curve ([1, 2, 3], [1, 2, 3]);
%! assert (nnr.curve.reading (r), "");
