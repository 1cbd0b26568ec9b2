## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## problem = nnr.linear.of_part (problem, part)
##
## The PROBLEM (nnr.linear.problem) with PART as its only part, the part 1. If its folds go forward
## it is without the samples of later parts, which that model neither learns from nor is judged on.

function problem = of_part (problem, part)
  parts = problem.Parts(:);
  known = ! (problem.Forward & parts > part);
  if (! all (known))
    problem.X = problem.X(known,:);
    for name = {'Labels', 'Responses', 'Weights', 'Judges'}
      problem.(name{1}) = nnr.targets.pick_rows (problem.(name{1}), numel (known), known);
    end
  end
  problem.Parts = int32 (parts(known) == part);
  [problem.NumParts, problem.Forward] = deal (1, 0);
end

%!shared p
%! p = struct ("X", [1; 2; 3; 4], "Labels", [], "Responses", [5; 6; 7; 8], "Weights", [], ...
%!             "Judges", [9; 9; 9; 8], "Parts", int32 ([2; 0; 1; 3]), "NumParts", 3, "Forward", 0);
%!test
%! o = nnr.linear.of_part (p, 2);
%! assert ({o.X, o.Parts, o.NumParts}, {p.X, int32([1; 0; 0; 0]), 1});
%!test
%! o = nnr.linear.of_part (setfield (p, "Forward", 1), 1);
%! assert ({o.X, o.Responses, o.Judges, o.Parts, o.Forward}, ...
%!         {[2; 3], [6; 7], [9; 9], int32([0; 1]), 0});
