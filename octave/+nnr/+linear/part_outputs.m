## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.linear.part_outputs (rec, points, problem, precision)
##
## What the models of the folds predict at some POINTS of the record REC (nnr.linear.record) for
## the samples of their fold, a cell row: for each point probabilities (of class PRECISION) or
## responses in the user's units, a row for each sample; NaN where it is in no fold. PROBLEM is of
## nnr.linear.problem.

function outputs = part_outputs (rec, points, problem, precision)
  outputs = nnr.core.call (@__nnreg_linear_part_outputs__, problem, rec, points);
  if (strcmp (problem.Task, 'classification'))
    outputs = cellfun (@(z) probabilities (z, precision), outputs, 'UniformOutput', false);
  end
end

function p = probabilities (z, precision)
  p = exp (z - max (z, [], 2));
  p = feval (precision, p ./ sum (p, 2));
end

%!function outputs = outputs_of (varargin)
%!  # of two parts with a weight each, where fields of the record are others
%!  p = struct ("X", [1, 2; 3, 4; 5, 6; 7, 8], "Task", "regression", "NumOutputs", 1, ...
%!              "Offset", [0; 0], "Unit", [1; 1], "Scale", [], "Factors", [], "Groups", [], ...
%!              "Labels", [], "Responses", [1; 2; 3; 4], "ResponseScale", 1, "Intercept", 1, ...
%!              "Weights", [], "Judges", [], "Parts", int32 ([1; 1; 2; 2]), "NumParts", 2, ...
%!              "Forward", 0);
%!  rec = struct ("PartBiases", [10, 20], "PartCounts", [1, 1], "PartIndex", [1; 2], ...
%!                "PartValue", [0.5; 0.25]);
%!  for k = 1:2:nargin
%!    rec.(varargin{k}) = varargin{k + 1};
%!  end
%!  outputs = nnr.linear.part_outputs (rec, 1, p, "double");
%!  outputs = outputs{1};
%!endfunction
%!assert (outputs_of (), [10.5; 11.5; 21.5; 22])
%!error <PartIndex is missing> outputs_of ("PartIndex", [])
%!error <PartCounts must hold whole numbers> outputs_of ("PartCounts", [0.5, 1.5])
%!error <PartCounts is not about all entries> outputs_of ("PartCounts", [1, 0])
