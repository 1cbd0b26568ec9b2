## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## T = nnr.decisions.temperature (h)
##
## The temperature of least log loss for the held-out scores H (nnr.decisions.held_out). The loss is
## convex in b = 1/T, so T is where its derivative is 0:
##
##   sum_i w_i (sum_k p_ik (b) z_ik - z_i,y_i) = 0,  p (b) = softmax (b z),  z = log (scores)
##
## (Guo, Pleiss, Sun and Weinberger, 2017).

function T = temperature (h)
  z = log (max (h.Scores, realmin));
  of_true = z(sub2ind (size (z), (1:rows (z)).', h.Truth));
  weights = h.Weights / sum (h.Weights);
  slope = @(b) weights.' * (sum (nnr.decisions.tempered (h.Scores, 1 / b) .* z, 2) - of_true);
  [least, most] = deal (1e-3, 1e3);
  if (slope (least) >= 0)
    error ('nnreg:badData', ['the scores of the held-out rows say nothing about the classes, ' ...
                             'so no temperature makes them better']);
  elseif (slope (most) <= 0)
    error ('nnreg:badData', ['the scores of the held-out rows have no mistake, so the ' ...
                             'temperature would be 0; calibrate with more rows, or not at all']);
  end
  b = exp (fzero (@(u) slope (exp (u)), log ([least, most]), optimset ('TolX', 1e-12)));
  T = 1 / b;
end

%!test # scores that are three times too sure
%! rand ("twister", 4);
%! z = 2 * randn (4000, 3);
%! p = exp (z) ./ sum (exp (z), 2);
%! y = 1 + sum (rand (4000, 1) > cumsum (p(:,1:2), 2), 2);
%! sure = exp (3 * z) ./ sum (exp (3 * z), 2);
%! h = struct ("Scores", sure, "Truth", y, "Weights", ones (4000, 1));
%! T = nnr.decisions.temperature (h);
%! assert (T, 3, 0.15);
%! # no other one has a lower loss
%! losses = zeros (1, 5);
%! factors = [1, 0.5, 0.99, 1.01, 2];
%! for k = 1:5
%!   p = nnr.decisions.tempered (sure, T * factors(k));
%!   losses(k) = -mean (log (p(sub2ind ([4000, 3], (1:4000).', y))));
%! end
%! assert (all (losses(1) < losses(2:end)));
