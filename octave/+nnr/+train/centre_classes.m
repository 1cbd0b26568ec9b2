## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## W = nnr.train.centre_classes (W, penalty)
##
## The weights of a linear model of classes, where the same number added to the weights of an input
## for all classes changes no probability, as glmnet chooses it. With l1 alone the sum of absolute
## values has its minimum where 0 is a median of an input's weights, which a solver reaches slowly
## if lambda is tiny; for an even number of classes that leaves an interval, and 0 becomes its
## middle. All other penalties leave nothing open. Inputs without a penalty stay as the solver has
## them, with the mean 0. W may have the weights of several models in its third dimension.

function W = centre_classes (W, penalty)
  l1_alone = penalty.Lambda1 > 0 && penalty.Lambda2 == 0 && penalty.Group == 0;
  if (l1_alone)
    middle = median (W, 1);
    middle(1,penalty.Factors == 0,:) = 0;
    W -= middle;
  end
end

%!test
%! p = struct ("Lambda1", 0.1, "Lambda2", 0, "Group", 0, "Factors", []);
%! W = [-1, 0, 0; 0, 0, 3; 0.5, 0, 0; 2, 1, 0];
%! V = nnr.train.centre_classes (W, p);
%! assert (V, [-1.25, 0, 0; -0.25, 0, 3; 0.25, 0, 0; 1.75, 1, 0]);
%! assert (sum (abs (V)), sum (abs (W)));
%! assert (nnr.train.centre_classes (W(1:3,:), p), W(1:3,:));
%! p.Lambda2 = 0.1;
%! assert (nnr.train.centre_classes (W, p), W);
%! [p.Lambda2, p.Factors] = deal (0, [0; 1; 2]);
%! assert (nnr.train.centre_classes (W, p), [W(:,1), V(:,2:3)]);
%!test # a path and a fit end at the same weights, whatever they start from
%! k = (1:300).';
%! X = [sin(k), cos(3 * k), sin(k .^ 2 / 7), cos(k .^ 2 / 5)];
%! noise = [sin(11 * k .^ 2), cos(13 * k .^ 2), sin(17 * k .^ 2)];
%! y = 1 + (X(:,1) + noise(:,1) > -0.5) + (X(:,2) + noise(:,2) > 0.8) + (X(:,3) + noise(:,3) > 1);
%! m = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l1", "Lambda", 0.005, "Verbose", 0);
%! r = nnreg_path (X, y, "LayerSizes", [], "CV", 0, "Lambda", [0.1, 0.02, 0.005], "Verbose", 0, ...
%!                 "Tolerance", 1e-12);
%! assert (r.Models{end}.Weights{1}, m.Weights{1}, 1e-5);
%!test # several models at once as each by itself; an input without a penalty stays
%! W = sin (reshape (1:24, 3, 4, 2) .^ 1.5);
%! p = struct ("Lambda1", 1, "Lambda2", 0, "Group", 0, "Factors", [1; 0; 2; 1]);
%! both = nnr.train.centre_classes (W, p);
%! assert (both(:,:,2), nnr.train.centre_classes (W(:,:,2), p));
%! assert (both(:,2,:), W(:,2,:));
