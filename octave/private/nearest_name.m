## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{near} =} nearest_name (@var{name}, @var{names})
## The one of @var{names} that @var{name} was probably meant to be.
##
## That is the first of the cellstr @var{names} with the smallest edit distance,
## whatever the case, if at most a third of the letters differ; else one that
## begins with @var{name}; else @var{near} is @code{""}.
## @seealso{parse_options, check_choice}
## @end deftypefn

function near = nearest_name (name, names)
  near = "";
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
%! assert (nearest_name ("lamda", names), "Lambda");
%! assert (nearest_name ("LearningRate", names), "LearnRate");
%! assert (nearest_name ("val", names), "ValidationData");
%! assert (nearest_name ("Momentum", names), "");
%! assert (nearest_name ("L3", {"none", "l1", "l2"}), "l1");
%! assert (nearest_name ("", names), "");
%!test # a text that is no name is not compared letter by letter, which would take minutes
%! assert (nearest_name (repmat ("lambda", 1, 1e5), {"Lambda", "LearnRate"}), "");
%! assert (nearest_name ("LambdaLambdaLa", {"Lambda"}), "");
