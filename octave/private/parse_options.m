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
## @deftypefn {Private Function} {[@var{opts}, @var{given}] =} parse_options (@var{caller}, @var{defaults}, @var{args})
## Merge the options a user has given into their defaults.
##
## @var{caller} names the function in messages.  @var{defaults} is a scalar
## struct: its fields are the options that exist, their values the defaults.
## @var{args} is a cell row of names and values, or a scalar struct whose fields
## are options (alone or in a cell).  Names are matched whole, whatever their
## case.  @var{opts} has the fields of @var{defaults}, in that order; values are
## not checked.  @var{given} has the names of those that are in @var{args}, a row cell.
##
## @example
## @group
## opts = parse_options ("nnreg_fit", struct ("Epochs", 20), @{"epochs", 5@});
## opts.Epochs   # 5
## @end group
## @end example
## @seealso{check_scalar, check_choice}
## @end deftypefn

function [opts, names] = parse_options (caller, defaults, args)
  opts = defaults;
  known = fieldnames (defaults);
  given = false (size (known));
  args = as_pairs (args);
  for k = 1:2:numel (args)
    idx = find_option (caller, known, args{k});
    if (given(idx))
      error ("nnreg:badArgument", '%s: option "%s" is given twice', ...
             caller, known{idx});
    elseif (k == numel (args))
      error ("nnreg:badArgument", '%s: option "%s" has no value', ...
             caller, known{idx});
    end
    given(idx) = true;
    opts.(known{idx}) = args{k + 1};
  end
  names = known(given).';
end

## A struct of options becomes names and values.
function args = as_pairs (args)
  if (iscell (args) && isscalar (args) && isstruct (args{1}) && isscalar (args{1}))
    args = args{1};
  end
  if (isstruct (args) && isscalar (args))
    args = [fieldnames(args), struct2cell(args)].';
  end
end

function idx = find_option (caller, known, name)
  if (! (ischar (name) && isrow (name)))
    error ("nnreg:badArgument", "%s: expected the name of an option, got %s", ...
           caller, show_value (name));
  end
  idx = find (strcmpi (known, name));
  if (isempty (idx))
    near = nearest_name (name, known);
    if (isempty (near))
      hint = ["the options are " strjoin(known.', ", ")];
    else
      hint = sprintf ('did you mean "%s"?', near);
    end
    error ("nnreg:badArgument", "%s: unknown option %s; %s", ...
           caller, show_value (name), hint);
  end
end

%!shared defaults
%! defaults = struct ("Lambda", 1, "Epochs", 20, "ValidationData", []);
%! defaults.Sizes = {};
%!test
%! assert (parse_options ("f", defaults, {}), defaults);
%!test
%! [opts, given] = parse_options ("f", defaults, {"EPOCHS", 5, "validationdata", {1, 2}});
%! assert (given, {"Epochs", "ValidationData"});
%! assert (opts.Epochs, 5);
%! assert (opts.ValidationData, {1, 2});
%! assert (opts.Lambda, 1);
%! assert (fieldnames (opts), fieldnames (defaults));
%!test
%! s = struct ("lambda", [1 2]);
%! assert (parse_options ("f", defaults, {s}).Lambda, [1 2]);
%! assert (parse_options ("f", defaults, s).Lambda, [1 2]);
%! assert (parse_options ("f", defaults, struct ()), defaults);
%!test
%! opts = parse_options ("f", defaults, {"Lambda", "Epochs", "Sizes", {}});
%! assert (opts.Lambda, "Epochs");
%!error <f: unknown option "Lamda"; did you mean "Lambda"\?>
%! parse_options ("f", defaults, {"Lamda", 1})
%!error <f: unknown option "Epoch"; did you mean "Epochs"\?>
%! parse_options ("f", defaults, {"Epoch", 1})
%!error <f: unknown option "Momentum"; the options are Lambda, Epochs, ValidationData, Sizes>
%! parse_options ("f", defaults, {"Momentum", 1})
%!error <f: unknown option "100%s"; the options are> parse_options ("f", defaults, {"100%s", 1})
%!error <f: option "Lambda" has no value> parse_options ("f", defaults, {"lambda"})
%!error <f: option "Lambda" is given twice>
%! parse_options ("f", defaults, {"lambda", 1, "LAMBDA", 2})
%!error <f: option "Lambda" is given twice>
%! parse_options ("f", defaults, struct ("lambda", 1, "Lambda", 2))
%!error <f: expected the name of an option, got 3> parse_options ("f", defaults, {3, 1})
%!error <f: expected the name of an option, got \[\]> parse_options ("f", defaults, {[], 1})
%!error <f: expected the name of an option, got a 2x6 char matrix>
%! parse_options ("f", defaults, {["Lambda"; "Epochs"], 1})
%!error <f: expected the name of an option, got a 1x2 struct> parse_options ("f", defaults, {struct("a", {1, 2})})
%!error id=nnreg:badArgument parse_options ("f", defaults, {"Lamda", 1})
