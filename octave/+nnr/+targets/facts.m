## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## facts = nnr.targets.facts (targets, rows, loss)
##
## What a model keeps of the TARGETS (nnr.targets.make) of the ROWS ([]: all) that it was trained
## on, for nnreg_summary: a struct with NumRows; of a classification the Shares of the classes
## (1-by-K), of a regression the Deviation of each response (1-by-R, in its units), which is the
## RMSE of the mean, or for a robust LOSS the MAE of the median, all weighted by the rows' weights;
## and Warnings, none yet.

function facts = facts (targets, rows, loss)
  [weights, rows] = nnr.targets.relative_weights (targets, targets.SampleWeights, rows);
  facts = struct ('NumRows', numel (weights), 'Shares', [], 'Deviation', [], ...
                  'Warnings', struct ('Identifier', {}, 'Text', {}));
  if (isempty (targets.Y))
    facts.Shares = accumarray (double (targets.Labels(rows)(:)) + 1, weights, ...
                               [targets.NumOutputs, 1]).';
  else
    Y = double (targets.Y(rows,:));
    unit = nnr.targets.power_of_two (Y);        # or the squares of tiny values would be 0
    Z = Y ./ unit;
    if (any (strcmp (loss, {'huber', 'mae'})))
      middle = nnr.targets.weighted_medians (Z, weights);
      facts.Deviation = (weights.' * abs (Z - middle)) .* unit;
    else
      facts.Deviation = sqrt (weights.' * (Z - weights.' * Z) .^ 2) .* unit;
    end
  end
end

%!function f = of_classes (weights, rows)
%!  targets = struct ("Y", [], "Labels", int32 ([0; 2; 2; 0; 2]), "SampleWeights", weights, ...
%!                    "NumOutputs", 3, "Responses", []);
%!  f = nnr.targets.facts (targets, rows, 'crossentropy');
%!endfunction
%!assert (of_classes ([], []).Shares, [0.4, 0, 0.6], 1e-12)
%!assert (of_classes ([1; 1; 2; 0; 0], []).Shares, [0.25, 0, 0.75], 1e-12)
%!assert (of_classes ([], [1; 4; 5]).Shares, [2, 0, 1] / 3, 1e-12)
%!assert (of_classes ([], [1; 4; 5]).NumRows, 3)
%!test
%! targets = struct ("Y", [1, 2; 3, 2], "Labels", [], "SampleWeights", [], "NumOutputs", 2, ...
%!                   "Responses", single ([1, 2; 3, 2].'));
%! f = nnr.targets.facts (targets, [], 'mse');
%! assert ({f.Deviation, f.NumRows}, {[1, 0], 2});
%! targets.Y *= 1e-200;
%! f = nnr.targets.facts (targets, [], 'mse');
%! assert (f.Deviation, [1e-200, 0], 1e-212);
%! targets.Y = [1, 2; 3, 2; 1e9, 8];
%! targets.Responses = single (targets.Y.');
%! f = nnr.targets.facts (targets, [], 'huber');
%! assert (f.Deviation, [(2 + 1e9 - 3) / 3, 2], 1e-6);
%! f = nnr.targets.facts (targets, [2; 1], 'mae');
%! assert (f.Deviation, [1, 0]);
