## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, named] = nnr.model.column_names (model)
##
## A name for each column of X, a cell row: the model's FeatureNames, or x1, x2 ... NAMED says
## whether the user gave them.

function [names, named] = column_names (model)
  [~, count] = nnr.model.inputs (model);
  names = nnr.model.input_names (model, 1:count);
  names = names(:).';
  named = ! isempty (names);
  if (! named)
    ## One sprintf: a call for each of 100,000 names would take a second.
    names = strsplit (sprintf ("x%d\n", 1:count), "\n")(1:count);
  end
end

%!shared m
%! m = struct ("Weights", {{[1, 2, 3]}}, "FeatureNames", {{}});
%!assert (nnr.model.column_names (m), {"x1", "x2", "x3"})
%!test
%! [m.Inputs, m.NumInputs, m.Weights] = deal (2, 2, {1});
%! [names, named] = nnr.model.column_names (m);
%! assert ({names, named}, {{"x1", "x2"}, false});
%! m.FeatureNames = {"a"; "b"};
%! [names, named] = nnr.model.column_names (m);
%! assert ({names, named}, {{"a", "b"}, true});
