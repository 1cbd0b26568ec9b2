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
## DataLoss and error of a model's outputs (N-by-K), in double; weights N-by-1 or empty: the
## means of @code{sample_losses}, of a regression the root of the error's.
## @seealso{sample_losses, nnreg_evaluate}
## @end deftypefn

function [loss, err] = output_loss (model, truth, outputs, weights)
  if (nargout > 1)
    [losses, errs] = sample_losses (model, truth, outputs);
    err = sample_mean (errs, weights);
    if (strcmp (model.Task, "regression"))
      err = sqrt (err);
    end
  else
    losses = sample_losses (model, truth, outputs);
  end
  loss = sample_mean (losses, weights);
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
