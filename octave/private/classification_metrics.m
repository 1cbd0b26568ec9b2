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
## @deftypefn {Private Function} {@var{m} =} classification_metrics (@var{classes}, @var{itrue}, @var{ipred}, @var{scores}, @var{weights})
## The metrics of a classification, as a struct.
##
## @var{classes} has one row for each of the K classes, @var{itrue} and
## @var{ipred} (N-by-1) are the true and the predicted classes from 1 to K,
## @var{scores} is N-by-K or empty, @var{weights} N-by-1 or empty (all 1).  The
## arguments are not checked.  Fields and formulas are in the help of
## @code{nnreg_metrics}.
## @seealso{nnreg_metrics, regression_metrics}
## @end deftypefn

function m = classification_metrics (classes, itrue, ipred, scores, weights)
  num_classes = rows (classes);
  if (isempty (weights))
    weights = ones (size (itrue));
  end
  confusion = accumarray ([itrue, ipred], weights, [num_classes, num_classes]);
  support = sum (confusion, 2);
  predicted = sum (confusion, 1).';
  hits = diag (confusion);

  m.Task = "classification";
  m.ClassNames = classes;
  m.NumSamples = numel (itrue);
  m.Accuracy = sum (weights(itrue == ipred)) / sum (weights);
  m.Confusion = confusion;
  m.Precision = hits ./ predicted;
  m.Recall = hits ./ support;
  m.F1 = 2 * hits ./ (support + predicted);
  m.Support = support;
  for name = {"Precision", "Recall", "F1"}
    m.(["Macro" name{1}]) = defined_mean (m.(name{1}));
    m.(["Weighted" name{1}]) = defined_mean (m.(name{1}), support);
  end

  from_scores = score_metrics (itrue, scores, weights, support);
  for name = fieldnames (from_scores).'
    m.(name{1}) = from_scores.(name{1});
  end
  reliable = calibration (itrue, ipred, scores, weights);
  for name = fieldnames (reliable).'
    m.(name{1}) = reliable.(name{1});
  end
end

%!test
%! m = classification_metrics ([7; 8; 9], [1; 1; 2; 2], [1; 2; 2; 2], [], []);
%! assert (m.Confusion, [1, 1, 0; 0, 2, 0; 0, 0, 0]);
%! assert (m.Accuracy, 0.75);
%! assert (m.Precision, [1; 2/3; NaN], eps);
%! assert (m.Recall, [0.5; 1; NaN]);
%! assert (m.F1, [2/3; 0.8; NaN], eps);
%! assert (m.MacroPrecision, 5/6, eps);
