## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [penalty, scales] = nnr.options.penalty (s, num_layers)
## [penalty, scales] = nnr.options.penalty (s, num_layers, columns)
##
## The penalty of a training (nnr.options.layer_penalty). If Lambda is a function of the epoch, it
## is the penalty of Lambda 1, and SCALES (Epochs-by-1, else empty) has the Lambda of each epoch. So
## no epoch depends on later ones.

function [penalty, scales] = penalty (s, num_layers, columns)
  scales = [];
  if (nargin < 3)
    columns = [];
  end
  if (is_function_handle (s.Lambda) && ! isequal (s.Penalty, 'none'))
    scales = nnr.options.each_epoch ('Lambda', s.Lambda, s.Epochs, 'nonnegative number');
    s.Lambda = 1;
  end
  penalty = nnr.options.layer_penalty (s, num_layers, columns);
end

%!test # an epoch's penalty is the same whatever comes later
%! s = nnr.options.settings ({"Penalty", "l1", "Lambda", @(k) 0.1 * k, "Epochs", 3});
%! [penalty, scales] = nnr.options.penalty (s, 2);
%! assert (penalty.Lambda1, [1, 1]);
%! assert (scales, 0.1 * [1; 2; 3]);
%! s.Lambda = 0.2;
%! [penalty, scales] = nnr.options.penalty (s, 2);
%! assert ({penalty.Lambda1, scales}, {[0.2, 0.2], []});
%!error <Lambda is a function handle without a Penalty> # whatever its values
%! nnr.options.penalty (nnr.options.settings ({"Lambda", @(k) k, "Penalty", "none"}), 2);
%!error <Lambda must be a nonnegative number, got "0.1">
%! nnr.options.penalty (nnr.options.settings ({"Lambda", "0.1"}), 2);
