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
## @deftypefn {Private Function} {[@var{losses}, @var{errs}] =} sample_losses (@var{model}, @var{truth}, @var{outputs})
## Loss and error of each row of a model's outputs (N-by-K), N-by-1 in double.
##
## Classification: @var{truth} are the true classes 1..K, the loss is -log (p) with p the
## output for the true class, at least @code{realmin} of its precision, the error 1 where
## another output is larger.  Regression: @var{truth} are the responses, the loss is the mean
## over them of ((y - yhat) / ResponseScale)^2, the error that of (y - yhat)^2.
## @seealso{output_loss, nnreg_importance}
## @end deftypefn

function [losses, errs] = sample_losses (model, truth, outputs)
  if (strcmp (model.Task, "classification"))
    of_true = outputs(sub2ind (size (outputs), (1:rows (outputs)).', truth));
    losses = -log (double (max (of_true, realmin (class (of_true)))));
    if (nargout > 1)
      [~, guess] = max (outputs, [], 2);
      errs = double (guess != truth);
    end
  else
    residual = double (truth) - double (outputs);
    losses = mean ((residual ./ double (model.ResponseScale(:).')) .^ 2, 2);
    errs = mean (residual .^ 2, 2);
  end
end

%!test
%! model.Task = "classification";
%! [losses, errs] = sample_losses (model, [1; 2; 2], [0.5, 0.5; 0.25, 0.75; 1, 0]);
%! assert (losses, -log ([0.5; 0.75; realmin()]), 1e-12);
%! assert (errs, [0; 0; 1]);
%!test
%! model = struct ("Task", "regression", "ResponseScale", [2; 1]);
%! [losses, errs] = sample_losses (model, [1, 1; 3, 3], [3, 1; 3, 0]);
%! assert ({losses, errs}, {[0.5; 4.5], [2; 4.5]});
