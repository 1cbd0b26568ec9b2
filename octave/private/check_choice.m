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
## @deftypefn {Private Function} {@var{value} =} check_choice (@var{caller}, @var{name}, @var{value}, @var{choices})
## The one of the cellstr @var{choices} that @var{value} is, whatever its case.
##
## Else the error @code{nnreg:badArgument} names @var{caller}, @var{name}, all
## choices, the value, and the choice that is nearest to it.
##
## @example
## check_choice ("nnreg_fit", "Penalty", "L1", @{"none", "l1"@})   # l1
## @end example
## @seealso{check_scalar, parse_options}
## @end deftypefn

function value = check_choice (caller, name, value, choices)
  text = ischar (value) && isrow (value);
  idx = [];
  if (text)
    idx = find (strcmpi (choices, value), 1);
  end
  if (isempty (idx))
    hint = "";
    if (text && ! isempty (nearest_name (value, choices)))
      hint = sprintf ('; did you mean "%s"?', nearest_name (value, choices));
    end
    error ("nnreg:badArgument", "%s: %s must be %s, got %s%s", ...
           caller, name, list_choices (choices), show_value (value), hint);
  end
  value = choices{idx};
end

## "none", "l1" or "l2", each in quotes.
function text = list_choices (choices)
  quoted = strcat ('"', choices(:).', '"');
  text = quoted{end};
  if (numel (quoted) > 1)
    text = [strjoin(quoted(1:end - 1), ", ") " or " text];
  end
end

%!shared choices
%! choices = {"none", "l1", "l2", "elasticnet", "decoupled"};
%!assert (check_choice ("f", "Penalty", "L1", choices), "l1")
%!assert (check_choice ("f", "Penalty", 'decoupled', choices), "decoupled")
%!error <f: Penalty must be "none", "l1", "l2", "elasticnet" or "decoupled", got "L3"; did you mean "l1"\?>
%! check_choice ("f", "Penalty", "L3", choices)
%!error <or "decoupled", got "elastic"; did you mean "elasticnet"\?>
%! check_choice ("f", "Penalty", "elastic", choices)
%!error <or "decoupled", got "dropout"$> check_choice ("f", "Penalty", "dropout", choices)
%!error <or "decoupled", got 3$> check_choice ("f", "Penalty", 3, choices)
%!error <or "decoupled", got ""$> check_choice ("f", "Penalty", "", choices)
%!error <or "decoupled", got a cell$> check_choice ("f", "Penalty", {"l1"}, choices)
%!error <f: Class must be "single", got 3> check_choice ("f", "Class", 3, {"single"})
%!error id=nnreg:badArgument check_choice ("f", "Penalty", "L3", choices)
