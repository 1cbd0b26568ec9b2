## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [inside, outside] = nnr.folds.sides (folds)
##
## The row numbers that each fold of FOLDS (nnr.folds.make) is scored on, and those that its
## training learns from: cell rows with an entry for each fold of each repeat.

function [inside, outside] = sides (folds)
  inside = {};
  outside = {};
  for repeat = 1:columns (folds.Of)
    of = folds.Of(:,repeat);
    for fold = 1:max (of)
      inside{end + 1} = find (of == fold);
      if (nargout < 2)
        continue
      elseif (folds.Forward)
        outside{end + 1} = find (of < fold);
      else
        outside{end + 1} = find (of != fold);
      end
    end
  end
end

%!test
%! [inside, outside] = nnr.folds.sides (struct ("Of", [0; 2; 1], "Forward", false));
%! assert ({inside, outside}, {{3, 2}, {[1; 2], [1; 3]}});
%! [inside, outside] = nnr.folds.sides (struct ("Of", [0; 2; 1], "Forward", true));
%! assert ({inside, outside}, {{3, 2}, {1, [1; 3]}});
