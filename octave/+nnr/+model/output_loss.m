## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [loss, err] = nnr.model.output_loss (model, truth, outputs, weights)
##
## DataLoss and error of a model's outputs (N-by-K), in double; weights N-by-1 or empty: the means
## of nnr.model.sample_losses, of a regression the root of the error's.

function [loss, err] = output_loss (model, truth, outputs, weights)
  if (nargout > 1)
    [losses, errs] = nnr.model.sample_losses (model, truth, outputs);
    err = sample_mean (errs, weights);
    if (strcmp (model.Task, 'regression'))
      err = sqrt (err);
    end
  else
    losses = nnr.model.sample_losses (model, truth, outputs);
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
%! [loss, err] = nnr.model.output_loss (model, [1; 2; 2], [0.5, 0.5; 0.25, 0.75; 1, 0], []);
%! assert (loss, -(log (0.5) + log (0.75) + log (realmin ())) / 3, 1e-12);
%! assert (err, 1/3, eps);
%! [~, err] = nnr.model.output_loss (model, [1; 2; 2], [0.5, 0.5; 0.25, 0.75; 1, 0], [1; 0; 3]);
%! assert (err, 0.75, eps);
%!test
%! model = struct ("Task", "regression", "ResponseScale", [2; 1]);
%! [loss, err] = nnr.model.output_loss (model, [1, 1; 3, 3], [3, 1; 3, 0], []);
%! assert ([loss, err], [(0.5 + 4.5) / 2, sqrt((2 + 4.5) / 2)], 4 * eps);
