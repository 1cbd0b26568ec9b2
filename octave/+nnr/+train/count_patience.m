## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## run = nnr.train.count_patience (run, epochs)
##
## Updates run.Patience for some finished epochs, whose rows run.Log has: the Lowest loss, how many
## epochs have Waited since, and the epoch in which that was enough (EndsAt, Inf before it).

function run = count_patience (run, epochs)
  losses = nnr.train.epoch_losses (run, epochs);
  p = run.Patience;
  for k = 1:numel (epochs)
    p.Waited = p.Waited + 1;
    if (losses(k) < p.Lowest)
      [p.Lowest, p.Waited] = deal (losses(k), 0);
    end
    if (run.Validated && p.Waited >= run.Settings.Patience)
      p.EndsAt = min (p.EndsAt, epochs(k));
    end
  end
  run.Patience = p;
end

%!test
%! columns = nnr.core.epoch_columns ();
%! run = struct ("Validated", true, "Lambdas", [], "Settings", struct ("Patience", 2), ...
%!               "Patience", struct ("Lowest", Inf, "Waited", 0, "EndsAt", Inf));
%! run.Log = zeros (6, columns.Count);
%! run.Log(:,columns.ValDataLoss) = [5; NaN; 4; 4; 4.5; 3];
%! after = nnr.train.count_patience (run, 1:4);
%! assert (after.Patience, struct ("Lowest", 4, "Waited", 1, "EndsAt", Inf));
%! after = nnr.train.count_patience (after, 5:6);
%! assert (after.Patience, struct ("Lowest", 3, "Waited", 0, "EndsAt", 5));
%! run.Log(:,columns.Penalty) = [0; 0; 3; 2; 0; 0];       # counts if Lambda is one number
%! after = nnr.train.count_patience (run, 1:3);
%! assert (after.Patience.EndsAt, 3);
%! run.Lambdas = ones (6, 1);
%! after = nnr.train.count_patience (run, 1:4);
%! assert (after.Patience.EndsAt, Inf);
%! run.Validated = false;
%! after = nnr.train.count_patience (run, 1:6);
%! assert (after.Patience.EndsAt, Inf);
