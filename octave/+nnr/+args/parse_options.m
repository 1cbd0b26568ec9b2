## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [opts, given] = nnr.args.parse_options (defaults, args)
## [opts, given] = nnr.args.parse_options (defaults, args, listed)
##
## Puts the user's options into the struct defaults, whose fields are the options that exist. ARGS
## is a cell row of names and values, or a struct (alone or in a cell). Names are whole, in any
## case; of options with the same name the last one counts. Values are not checked. GIVEN has the
## names of the options in ARGS, a cell row. LISTED are the names that errors list, by default all.
##
## opts = nnr.args.parse_options (struct ("Epochs", 20), {"epochs", 5});   # opts.Epochs is 5

function [opts, given] = parse_options (defaults, args, listed)
  opts = defaults;
  known = fieldnames (defaults).';
  if (nargin < 3)
    listed = known;
  end
  [at, values] = nnr.args.match_options (known, args, listed);
  given = known(at);
  for k = 1:numel (at)
    opts.(given{k}) = values{k};
  end
end

%!shared defaults
%! defaults = struct ("Lambda", 1, "Epochs", 20, "ValidationData", []);
%! defaults.Sizes = {};
%!test
%! assert (nnr.args.parse_options (defaults, {}), defaults);
%!test
%! [opts, given] = nnr.args.parse_options (defaults, {"EPOCHS", 5, "validationdata", {1, 2}});
%! assert (given, {"Epochs", "ValidationData"});
%! assert (opts.Epochs, 5);
%! assert (opts.ValidationData, {1, 2});
%! assert (opts.Lambda, 1);
%! assert (fieldnames (opts), fieldnames (defaults));
%!test
%! s = struct ("lambda", [1 2]);
%! assert (getfield (nnr.args.parse_options (defaults, {s}), "Lambda"), [1 2]);
%! assert (getfield (nnr.args.parse_options (defaults, s), "Lambda"), [1 2]);
%! assert (nnr.args.parse_options (defaults, struct ()), defaults);
%!test
%! opts = nnr.args.parse_options (defaults, {"Lambda", "Epochs", "Sizes", {}});
%! assert (opts.Lambda, "Epochs");
%!error <unknown option "Lamda"; did you mean "Lambda"\?>
%! nnr.args.parse_options (defaults, {"Lamda", 1})
%!error <unknown option "Epoch"; did you mean "Epochs"\?>
%! nnr.args.parse_options (defaults, {"Epoch", 1})
%!error <unknown option "Momentum"; the options are\n  Epochs, Lambda, Sizes, ValidationData$>
%! nnr.args.parse_options (defaults, {"Momentum", 1})
%!error <unknown option "100%s"; the options are> nnr.args.parse_options (defaults, {"100%s", 1})
%!error <option "Lambda" has no value> nnr.args.parse_options (defaults, {"lambda"})
%!error <^unknown option "l1"; names and values are pairs: is an argument before them missing\?$>
%! nnr.args.parse_options (defaults, {"l1", "Lambda", 1})
%!error <^expected the name of an option, got 5; names and values are pairs: is an argument before>
%! nnr.args.parse_options (defaults, {5})
%!test # of options with the same name the last one counts
%! [opts, given] = nnr.args.parse_options (defaults, {"lambda", 1, "Epochs", 7, "LAMBDA", 2});
%! assert ({opts.Lambda, opts.Epochs, given}, {2, 7, {"Lambda", "Epochs"}});
%! opts = nnr.args.parse_options (defaults, struct ("lambda", 1, "Lambda", 3));
%! assert (opts.Lambda, 3);
%!error <option "Lambda" has no value> nnr.args.parse_options (defaults, {"lambda", 1, "Lambda"})
%!error <^unknown option "max_iter"; here it is "Epochs"$>
%! nnr.args.parse_options (defaults, {"max_iter", 1})
%!error <^unknown option "Momentum"; the options are\n  Lambda$>
%! nnr.args.parse_options (defaults, {"Momentum", 1}, {"Lambda"})
%!error <expected the name of an option, got 3> nnr.args.parse_options (defaults, {3, 1})
%!error <expected the name of an option, got \[\]> nnr.args.parse_options (defaults, {[], 1})
%!error <expected the name of an option, got a 2x6 char matrix>
%! nnr.args.parse_options (defaults, {["Lambda"; "Epochs"], 1})
%!error <expected the name of an option, got a 2x2 cell>
%! nnr.args.parse_options (defaults, {cell(2), 1})
%!error <expected the name of an option, got a cell>
%! nnr.args.parse_options (defaults, {{"Epochs"}, 1})
%!error <expected the name of an option, got a 1x2 struct>
%! nnr.args.parse_options (defaults, {struct("a", {1, 2})})
%!error id=nnreg:badArgument nnr.args.parse_options (defaults, {"Lamda", 1})
