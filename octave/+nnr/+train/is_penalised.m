## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.train.is_penalised (problem)
##
## Whether the PROBLEM (nnr.train.make_problem) has a penalty on some weights.

function yes = is_penalised (problem)
  p = problem.Penalty;
  yes = any ([p.Lambda1, p.Lambda2, p.Decay, p.Group] > 0);
end

%!test
%! none = struct ("Lambda1", [0, 0], "Lambda2", [0, 0], "Decay", [0, 0], "Group", 0);
%! assert (nnr.train.is_penalised (struct ("Penalty", none)), false);
%! none.Lambda2(2) = 1;
%! assert (nnr.train.is_penalised (struct ("Penalty", none)), true);
