## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [losses, best, name] = nnr.model.compared_losses (h)
##
## The losses by which the epochs of the history H are compared, the row of the lowest, and what
## they are, in words. Without validation LOSSES and BEST are empty.
##
## Under a Lambda that changes, the penalties of two epochs cannot be compared: the epochs before
## the penalty grew would win. Then the data loss decides.

function [losses, best, name] = compared_losses (h)
  [losses, best, name] = deal ([], [], 'validation loss');
  if (! all (isfield (h, {'ValLoss', 'ValDataLoss'})))
    return;
  end
  losses = h.ValLoss;
  if (isfield (h, 'Lambda'))
    [losses, name] = deal (h.ValDataLoss, 'validation data loss');
  end
  [~, best] = min (losses);
end

%!test
%! h = struct ("ValLoss", [4; 3; 5], "ValDataLoss", [4; 2; 1]);
%! [losses, best, name] = nnr.model.compared_losses (h);
%! assert ({losses, best, name}, {[4; 3; 5], 2, "validation loss"});
%! h.Lambda = [0; 1; 2];
%! [losses, best, name] = nnr.model.compared_losses (h);
%! assert ({losses, best, name}, {[4; 2; 1], 3, "validation data loss"});
%! [losses, best] = nnr.model.compared_losses (struct ("Loss", 1));
%! assert (isempty (losses) && isempty (best));
