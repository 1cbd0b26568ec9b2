## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [losses, errs] = nnr.model.sample_losses (model, truth, outputs)
##
## The loss and the error of each row of a model's OUTPUTS (N-by-K), N-by-1 in double.
##
## Classification: TRUTH has the true classes 1..K. The loss is -log (p), where p is the output for
## the true class, at least realmin of its precision. The error is 1 if the model predicts another
## class.
## Regression: TRUTH has the responses. The loss is the mean over the responses of the model's loss
## of (y - yhat) / ResponseScale, such as its square; the error is the mean of (y - yhat)^2, or for
## the losses "huber" and "mae", which few large residuals must not decide, of abs (y - yhat).

function [losses, errs] = sample_losses (model, truth, outputs)
  if (strcmp (model.Task, 'classification'))
    of_true = outputs(sub2ind (size (outputs), (1:rows (outputs)).', truth));
    losses = -log (double (max (of_true, realmin (class (of_true)))));
    errs = double (nnr.model.decide (model, outputs) != truth);
  else
    residual = double (truth) - double (outputs);
    errors = (residual ./ double (model.ResponseScale(:).')).';
    thresholds = nnr.model.thresholds (model);
    losses = mean (nnr.targets.error_losses (errors, thresholds), 1).';
    if (isempty (thresholds))
      errs = mean (residual .^ 2, 2);
    else
      errs = mean (abs (residual), 2);
    end
  end
end

%!test
%! model.Task = "classification";
%! [losses, errs] = nnr.model.sample_losses (model, [1; 2; 2], [0.5, 0.5; 0.25, 0.75; 1, 0]);
%! assert (losses, -log ([0.5; 0.75; realmin()]), 1e-12);
%! assert (errs, [0; 0; 1]);
%!test
%! model = struct ("Task", "regression", "ResponseScale", [2; 1]);
%! [losses, errs] = nnr.model.sample_losses (model, [1, 1; 3, 3], [3, 1; 3, 0]);
%! assert ({losses, errs}, {[0.5; 4.5], [2; 4.5]});
%!test
%! model = struct ("Task", "regression", "ResponseScale", [2; 1], "HuberDelta", [2, 1]);
%! [losses, errs] = nnr.model.sample_losses (model, [1, 1; 3, 3], [3, 1; 3, 0]);
%! assert ({losses, errs}, {[0.5; 2.5], [1; 1.5]});
