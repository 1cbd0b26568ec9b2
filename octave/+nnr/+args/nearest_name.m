## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## near = nnr.args.nearest_name (name, names)
##
## The one of names that name was probably meant to be.
##
## That is the first of the cellstr names with the smallest edit distance, whatever the case, if at
## most a third of the letters differ; else one that begins with name; else near is "".

function near = nearest_name (name, names)
  near = '';
  if (numel (name) > 2 * max (cellfun (@numel, names)) + 3)
    return;  # more than a third differs for sure, and a text of any length may be given
  end
  distances = cellfun (@(other) edit_distance (lower (name), lower (other)), ...
                       names);
  [distance, idx] = min (distances);
  if (distance <= ceil (max (numel (name), numel (names{idx})) / 3))
    near = names{idx};
  elseif (numel (name) > 2 && any (strncmpi (names, name, numel (name))))
    near = names{find(strncmpi (names, name, numel (name)), 1)};
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
%! assert (nnr.args.nearest_name ("L3", {"none", "l1", "l2"}), "l1");
%! assert (nnr.args.nearest_name ("", names), "");
%!test # a text that is no name is not compared letter by letter, which would take minutes
%! assert (nnr.args.nearest_name (repmat ("lambda", 1, 1e5), {"Lambda", "LearnRate"}), "");
%! assert (nnr.args.nearest_name ("LambdaLambdaLa", {"Lambda"}), "");
