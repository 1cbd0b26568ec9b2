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
## @deftypefn {Private Function} {@var{names} =} check_names (@var{caller}, @var{names})
## The option FeatureNames: different texts, as a cell row, or @code{@{@}} for none.
## @seealso{fit_settings}
## @end deftypefn

function names = check_names (caller, names)
  if (isempty (names) && (iscell (names) || isnumeric (names)))
    names = {};
    return
  elseif (! iscell (names))
    error ("nnreg:badArgument", "%s: FeatureNames must be a cell of texts, got %s", ...
           caller, show_value (names));
  end
  names = names(:).';
  odd = find (! cellfun (@(name) ischar (name) && isrow (name) && ! any (name == "\n"), names), 1);
  if (! isempty (odd))
    error ("nnreg:badArgument", ["%s: FeatureNames must be texts of one line and not " ...
                                 "empty, number %d is %s"], caller, odd, show_value (names{odd}));
  end
  [sorted, at] = sort (names);
  twice = at([false, strcmp(sorted(1:end - 1), sorted(2:end))]);
  if (! isempty (twice))
    error ("nnreg:badArgument", '%s: FeatureNames must differ, "%s" is there twice', ...
           caller, names{min(twice)});
  end
end

%!assert (check_names ("f", {"b"; "a"}), {"b", "a"})
%!assert (check_names ("f", {}), {})
%!assert (check_names ("f", []), {})
%!assert (check_names ("f", {"a"}), {"a"})
%!error <f: FeatureNames must be a cell of texts, got 3> check_names ("f", 3)
%!error <f: FeatureNames must be texts of one line and not empty, number 1 is ""> check_names ("f", {""})
%!error <f: FeatureNames must differ, "a" is there twice> check_names ("f", {"a", "b", "a"})
%!error id=nnreg:badArgument check_names ("f", {"a", "a"})
