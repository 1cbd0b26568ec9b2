## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## scores = nnr.decisions.tempered (scores, temperature)
##
## softmax (log (SCORES) / TEMPERATURE): the scores of a model with that Temperature, N-by-K.

function scores = tempered (scores, temperature)
  if (temperature == 1)
    return
  end
  z = log (max (scores, realmin)) / temperature;
  scores = exp (z - max (z, [], 2));
  scores = scores ./ sum (scores, 2);
end

%!test
%! z = [1, 2, -3; 0, 0.5, 4];
%! softmax = @(z) exp (z) ./ sum (exp (z), 2);
%! assert (nnr.decisions.tempered (softmax (z), 2.5), softmax (z / 2.5), 1e-14);
