## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## What long calls say while they run. The clock of these tests goes 11 s ahead whenever it is
## looked at.

%!function t = hasty ()
%!  persistent now = 0;
%!  now += 11;
%!  t = now;
%!endfunction

## The lines of a call's output that say how far it is, without their seconds.
%!function lines = progress_of (fcn)
%!  nnr.words.seconds (@hasty);
%!  unwind_protect
%!    text = evalc ("fcn ();");
%!  unwind_protect_cleanup
%!    nnr.words.seconds ([]);
%!  end_unwind_protect
%!  lines = regexp (text, '^(nnreg_\w+: .*?), \d+ s(?:, about \d.* left)?$', "tokens", "lineanchors", "dotexceptnewline");
%!  lines = [cell(1, 0), lines{:}];
%!endfunction

%!test # a fit
%! [X, y] = nnreg_digits ();
%! fit = @(varargin) nnreg_fit (X, y, "LayerSizes", 4, "Epochs", 3, varargin{:});
%! for args = {{}, {"ValidationFraction", 0.2}, {"Verbose", 1}}
%!   lines = progress_of (@() fit (args{1}{:}));
%!   assert (! isempty (lines));
%!   assert (all (ismember (lines, {"nnreg_fit: preparing the data", ...
%!                                   "nnreg_fit: epoch 2 of 3", "nnreg_fit: epoch 3 of 3"})));
%! end
%! assert (progress_of (@() fit ("Verbose", 0)), cell (1, 0));

%!test # paths of each kind say at which point they are, not what their trainings do
%! [X, y] = nnreg_digits ();
%! for args = {{"LayerSizes", [], "CV", 2}, {"LayerSizes", [], "CV", 0}, ...
%!             {"LayerSizes", 3, "CV", 0}, ...
%!             {"LayerSizes", 3, "CV", 2, "Penalty", "group", "Method", "lambda"}}
%!   path = @(varargin) nnreg_path (X(1:300,1:40), y(1:300), "NumLambda", 3, "Epochs", 9, ...
%!                                  "WarmEpochs", 5, "Tolerance", 0.1, args{1}{:}, varargin{:});
%!   warning ("off", "all", "local");
%!   lines = progress_of (@() path ());
%!   wanted = {"nnreg_path: preparing the data", "nnreg_path: point 1", "nnreg_path: point 2 of at most 3", ...
%!             "nnreg_path: point 3 of at most 3"};
%!   assert (all (ismember (lines, wanted)));
%!   assert (all (ismember (wanted([1, 3, 4]), lines)));
%!   assert (progress_of (@() path ("Verbose", 0)), cell (1, 0));
%! end
%! lines = progress_of (@() nnreg_path (X(1:300,11:14), y(1:300), "Penalty", "group", ...
%!                                      "LayerSizes", 3, "CV", 0, "Epochs", 2, "WarmEpochs", 2));
%! assert (any (strncmp (lines, "nnreg_path: point 2 of at most ", 31)));

%!test # a search, and its Model
%! [X, y] = nnreg_digits ();
%! search = @(varargin) nnreg_gridsearch (X(1:300,:), y(1:300), {"Epochs", [1, 2]}, ...
%!                                        "LayerSizes", 3, "CV", 2, varargin{:});
%! lines = progress_of (@() search ());
%! assert (all (strncmp (lines, "nnreg_gridsearch: ", 18)));
%! assert (any (strcmp (lines, "nnreg_gridsearch: training the Model on all rows")));
%! assert (any (strcmp (regexprep (lines, ': \d', ": 0"), "nnreg_gridsearch: 0 of 4 trainings")) ...
%!         || nnr.words.at_terminal ());
%! assert (progress_of (@() search ("Verbose", 0)), cell (1, 0));

%!test # a training in an OutputFcn says what it does, then the path goes on
%! [X, y] = nnreg_digits ();
%! fit = @() nnreg_fit (X(1:99,:), y(1:99), "LayerSizes", 2, "Epochs", 2);
%! path = @() nnreg_path (X(1:300,1:40), y(1:300), "NumLambda", 3, "CV", 0, "Tolerance", 0.1, ...
%!                        "LayerSizes", [], "OutputFcn", @(r) isempty (fit ()));
%! warning ("off", "all", "local");
%! lines = progress_of (path);
%! assert (any (strcmp (lines, "nnreg_fit: epoch 2 of 2")));
%! assert (any (strcmp (lines, "nnreg_path: point 3 of at most 3")));

%!error <nnreg_fit: y has only one class> nnreg_fit ([1; 2], [1; 1])
%!test # after an error nobody says anything
%! assert (progress_of (@() nnr.words.progress ("nnreg_fit", @() "epoch 1")), cell (1, 0));

%!test # the time left, in each kind of call
%! [X, y] = nnreg_digits ();
%! [X, y] = deal (X(1:300,11:40), y(1:300));
%! warning ("off", "all", "local");
%! model = nnreg_fit (X, y, "LayerSizes", 3, "Epochs", 3, "Verbose", 0);
%! calls = {@() nnreg_fit(X, y, "LayerSizes", 3, "Epochs", 3, "ValidationFraction", 0.2), ...
%!          @() nnreg_path(X, y, "LayerSizes", [], "CV", 0, "NumLambda", 5, "Tolerance", 0.1, ...
%!                         "OutputFcn", @(r) false), ...
%!          @() nnreg_path(X, y, "LayerSizes", 3, "CV", 0, "NumLambda", 3, "Epochs", 5, ...
%!                         "WarmEpochs", 3), ...
%!          @() nnreg_gridsearch(X, y, {"Seed", 1:40}, "LayerSizes", 3, "Epochs", 1, "CV", 2), ...
%!          @() nnreg_importance(model, X, y)};
%! for call = calls
%!   nnr.words.seconds (@hasty);
%!   unwind_protect
%!     text = evalc ("r = call{1} ();");
%!   unwind_protect_cleanup
%!     nnr.words.seconds ([]);
%!   end_unwind_protect
%!   assert (! isempty (regexp (text, ', \d+ s, about \d+ (s|min) left\n', "once")) ...
%!           || nnr.words.at_terminal (), "%s: %s", func2str (call{1}), text);
%! end
