## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## near = nnr.args.nearest_name (name, names)
##
## The element of the cellstr NAMES that the user probably meant by NAME, whatever the case, or "".
## It is the first one with the smallest edit distance, if at most a third of the letters differ;
## otherwise the first that begins with NAME, or the only one that has it elsewhere.

function near = nearest_name (name, names)
  near = '';
  if (isempty (names))
    return
  elseif (numel (name) > 2 * max (cellfun (@numel, names)) + 3)
    return    # certainly more than a third differs, and comparing a long text takes minutes
  end
  distances = cellfun (@(other) edit_distance (lower (name), lower (other)), names);
  [distance, idx] = min (distances);
  longer = max (numel (name), numel (names{idx}));
  if (distance <= ceil (longer / 3) && distance < longer)
    near = names{idx};
  elseif (numel (name) > 2 && any (strncmpi (names, name, numel (name))))
    near = names{find(strncmpi (names, name, numel (name)), 1)};
  elseif (numel (name) > 3)
    holds = ! cellfun (@isempty, strfind (lower (names), lower (name)));
    if (nnz (holds) == 1)
      near = names{holds};
    end
  end
end

## Levenshtein's distance, row by row.
function distance = edit_distance (a, b)
  row = 0:numel (b);
  for i = 1:numel (a)
    above = row;
    row(1) = i;
    for j = 1:numel (b)
      changed = above(j) + (a(i) != b(j));
      row(j + 1) = min ([above(j + 1) + 1, row(j) + 1, changed]);
    end
  end
  distance = row(end);
end

%!test
%! names = {"Lambda", "LearnRate", "ValidationData"};
%! assert (nnr.args.nearest_name ("lamda", names), "Lambda");
%! assert (nnr.args.nearest_name ("LearningRate", names), "LearnRate");
%! assert (nnr.args.nearest_name ("val", names), "ValidationData");
%! assert (nnr.args.nearest_name ("Momentum", names), "");
%! assert (nnr.args.nearest_name ("rate", names), "LearnRate");
%! assert (nnr.args.nearest_name ("size", {"BatchSize", "LayerSizes"}), "");
%! assert (nnr.args.nearest_name ("L3", {"none", "l1", "l2"}), "l1");
%! assert (nnr.args.nearest_name ("", names), "");
%!test # long texts are not compared
%! assert (nnr.args.nearest_name (repmat ("lambda", 1, 1e5), {"Lambda", "LearnRate"}), "");
%! assert (nnr.args.nearest_name ("LambdaLambdaLa", {"Lambda"}), "");
%!assert (nnr.args.nearest_name ("c", {}), "")
%!assert (nnr.args.nearest_name ("c", {"z"}), "")
