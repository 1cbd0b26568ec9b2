## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## X = nnr.model.by_names (model, X, names)
##
## The columns of X that the model reads, in its order. NAMES are those of the columns of X, the
## value of the option FeatureNames; {} leaves X as it is.
##
## They are found by the model's FeatureNames. Other columns are left out; a name that X lacks is an
## error. Of a compacted model only the names of its Inputs are needed.

function X = by_names (model, X, names)
  names = nnr.args.check_names ('FeatureNames', names);
  if (isempty (names))
    return
  elseif (isempty (model.FeatureNames))
    error ('nnreg:badArgument', ['MODEL has no FeatureNames to find the columns by: fit it ' ...
                                 'with "FeatureNames", or leave the option out']);
  end
  nnr.data.check ('X', X, []);
  if (numel (names) != columns (X))
    error ('nnreg:badArgument', 'FeatureNames must have a name for each of the %s of X, got %d', ...
           nnr.words.count_text (columns (X), 'column'), numel (names));
  end
  wanted = nnr.model.input_names (model, nnr.model.inputs (model));
  if (isfield (model, 'Preparation') && strcmp (model.Preparation.Source, 'matrix'))
    wanted = {model.Preparation.Columns.Name};          # before it adds columns
  end
  wanted = nnr.args.check_names ('FeatureNames of MODEL', wanted);
  [found, at] = ismember (wanted, names);
  if (! all (found))
    nnr.args.refuse_columns ('X', wanted(! found), setdiff (names, wanted));
  elseif (! isequal (at, 1:columns (X)))
    X = X(:,at);
  end
end

%!shared model
%! model = struct ("Weights", {{[1, 2, 3]}}, "FeatureNames", {{"a", "bee", "c"}});
%!assert (nnr.model.by_names (model, [1, 2, 3], {}), [1, 2, 3])
%!assert (nnr.model.by_names (model, [1, 2, 3], {"a"; "bee"; "c"}), [1, 2, 3])
%!assert (nnr.model.by_names (model, [1, 2, 3; 4, 5, 6], {"c", "a", "bee"}), [2, 3, 1; 5, 6, 4])
%!assert (nnr.model.by_names (model, sparse (1:5), {"x", "c", "bee", "y", "a"}), sparse ([5, 3, 2]))
%!test # a compacted model
%! small = struct ("Weights", {{[1, 3]}}, "Inputs", [1, 3], "NumInputs", 3, ...
%!                 "FeatureNames", {{"a", "bee", "c"}});
%! assert (nnr.model.by_names (small, uint8 ([1, 2, 3]), {"a", "bee", "c"}), uint8 ([1, 3]));
%! assert (nnr.model.by_names (small, [1, 2], {"c", "a"}), [2, 1]);
%!error <FeatureNames must have a name for each of the 3 columns of X, got 2>
%! nnr.model.by_names (model, [1, 2, 3], {"a", "bee"})
%!error <X lacks 1 column that MODEL was fitted on: "bee"; did you mean "been"\?>
%! nnr.model.by_names (model, [1, 2, 3], {"a", "been", "c"})
%!error <X lacks 2 columns that MODEL was fitted on: "a", "c"$>
%! nnr.model.by_names (model, [1, 2, 3], {"A", "bee", "C"})
%!error <FeatureNames must differ, "a" is there twice>
%! nnr.model.by_names (model, [1, 2, 3], {"a", "bee", "a"})
%!error <FeatureNames must be a cell of texts, got "abc">
%! nnr.model.by_names (model, [1, 2, 3], "abc")
%!error <MODEL has no FeatureNames to find the columns by: fit it with "FeatureNames", or leave>
%! model.FeatureNames = {};
%! nnr.model.by_names (model, [1, 2, 3], {"a", "bee", "c"})
%!error <FeatureNames of MODEL must differ, "a" is there twice>
%! model.FeatureNames = {"a", "a", "c"};
%! nnr.model.by_names (model, [1, 2], {"a", "c"})
%!error <X must be a numeric matrix with a sample in each row, got "x">
%! nnr.model.by_names (model, "x", {"a"})
%!error <X lacks 1 column that MODEL was fitted on: "c"$>
%! m = nnreg_fit (magic (4)(:,1:3), [1; 2; 1; 2], "LayerSizes", 2, "Epochs", 1, "Verbose", 0, ...
%!                "FeatureNames", {"a", "b", "c"});
%! nnreg_predict (m, ones (2, 2), "FeatureNames", {"a", "b"});
