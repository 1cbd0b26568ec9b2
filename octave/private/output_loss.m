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
## @deftypefn {Private Function} {[@var{loss}, @var{err}] =} output_loss (@var{model}, @var{truth}, @var{outputs}, @var{weights})
## DataLoss and error of a model's outputs (N-by-K), in double; weights N-by-1 or empty.
##
## Classification: @var{truth} are the true classes 1..K, the loss the mean of -log (p) with
## p the output for the true class, at least @code{realmin} of its precision, the error the
## share of samples where another output is larger.  Regression: @var{truth} are the
## responses, the loss the mean of ((y - yhat) / ResponseScale)^2 over samples and responses,
## the error the root of the mean of (y - yhat)^2.
## @seealso{nnreg_evaluate, nnreg_importance}
## @end deftypefn

function [loss, err] = output_loss (model, truth, outputs, weights)
  if (strcmp (model.Task, "classification"))
    of_true = outputs(sub2ind (size (outputs), (1:rows (outputs)).', truth));
    p = double (max (of_true, realmin (class (of_true))));
    loss = sample_mean (-log (p), weights);
    if (nargout > 1)
      [~, guess] = max (outputs, [], 2);
      err = sample_mean (double (guess != truth), weights);
    end
  else
    residual = double (truth) - double (outputs);
    scaled = residual ./ double (model.ResponseScale(:).');
    loss = sample_mean (mean (scaled .^ 2, 2), weights);
    err = sqrt (sample_mean (mean (residual .^ 2, 2), weights));
  end
end

function a = sample_mean (values, weights)
  if (isempty (weights))
    a = mean (values);
  else
    a = sum (weights .* values) / sum (weights);
  end
end

%!test
%! model.Task = "classification";
%! [loss, err] = output_loss (model, [1; 2; 2], [0.5, 0.5; 0.25, 0.75; 1, 0], []);
%! assert (loss, -(log (0.5) + log (0.75) + log (realmin ())) / 3, 1e-12);
%! assert (err, 1/3, eps);
%! [~, err] = output_loss (model, [1; 2; 2], [0.5, 0.5; 0.25, 0.75; 1, 0], [1; 0; 3]);
%! assert (err, 0.75, eps);
%!test
%! model = struct ("Task", "regression", "ResponseScale", [2; 1]);
%! [loss, err] = output_loss (model, [1, 1; 3, 3], [3, 1; 3, 0], []);
%! assert ([loss, err], [(0.5 + 4.5) / 2, sqrt((2 + 4.5) / 2)], 4 * eps);
