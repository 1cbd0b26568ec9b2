## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [settings, given] = nnr.options.settings (args)
##
## The options of nnreg_fit out of names and values in ARGS, in canonical form and checked as far as
## possible without the data. GIVEN has the names of the options in ARGS, a row cell. If Task,
## LayerSizes or Activations is not given, it comes from an InitialModel.
##
## [settings, given] = nnr.options.settings (s, given)
##
## The same for options S that nnr.options.parse has read.

function [s, given] = settings (args, given)
  s = args;
  if (nargin == 1)
    [s, given] = nnr.args.parse_options (nnr.options.defaults (), args);
  end
  if (! isempty (s.InitialModel))
    s = nnr.options.kind_of_initial (s, given);
  end
  s = nnr.options.check (s, with_defaults_of_machine (given));
  as_given = s;
  s = nnr.options.settle (s, given);
  if (any (strcmp (given, 'Alpha')) && only_pairs (as_given))
    nnr.words.warn ('nnreg:idleOption', ['Alpha does nothing here: the pairs [lambda1, ' ...
                                         'lambda2] of Lambda say the share of L1 themselves']);
  end
end

## The options whose default is not in canonical form are checked in any case.
function names = with_defaults_of_machine (names)
  for name = nnr.options.names ('fit', 'machine')
    if (! any (strcmp (names, name{1})))
      names(end + 1) = name;
    end
  end
end

## Whether each layer with a penalty that takes Alpha has a pair. They become numbers when the
## options are settled.
function yes = only_pairs (s)
  yes = false;
  if (iscell (s.Lambda) && isnumeric (s.Alpha))
    t = nnr.options.penalties ();
    names = cellstr (s.Penalty)(:);
    with_alpha = ! cellfun (@(name) isempty (t.(name).Alpha), names);
    are_pairs = cellfun ('numel', s.Lambda(:)) == 2;
    yes = any (with_alpha) && all (are_pairs | ! with_alpha);
  end
end

%!test
%! # from the InitialModel, but for what is given
%! model = nnreg_fit (eye (4), (1:4).', "Task", "regression", "LayerSizes", [3, 2], ...
%!                    "Activations", {"tanh", "relu"}, "Epochs", 1, "Verbose", 0);
%! s = nnr.options.settings ({"InitialModel", model});
%! assert ({s.Task, s.LayerSizes, s.Activations(:).'}, {"regression", [3, 2], {"tanh", "relu"}});
%! s = nnr.options.settings ({"InitialModel", model, "layersizes", 7});
%! assert ({s.Task, s.LayerSizes}, {"regression", 7});
%! more = nnreg_fit (eye (4), (1:4).', "InitialModel", model, "Epochs", 1, "Verbose", 0);
%! assert (cellfun ("rows", more.Weights), [3, 2, 1]);
%!function [penalty, lambda] = penalty_of (varargin)
%!  s = nnr.options.settings (varargin);
%!  [penalty, lambda] = deal (s.Penalty, s.Lambda);
%!endfunction
%!test # a Lambda alone is that of L2, of a linear model too
%! for args = {{}, {"LayerSizes", []}, {"PenalizedLayers", 1}, {"Penalty", "auto"}}
%!   [penalty, lambda] = penalty_of ("Lambda", 0.01, args{1}{:});
%!   assert ({penalty, lambda}, {"l2", 0.01});
%! end
%! assert (penalty_of ("Lambda", [0, 0.1]), "l2");
%! assert (penalty_of ("Lambda", {0.2}), "l2");
%! assert (penalty_of ("Lambda", @(k) 1 / k), "l2");
%! assert (nthargout (1:2, @penalty_of), {"l2", "auto"});
%! # it is none if it is 0, or if another penalty may be meant
%! assert (penalty_of ("Lambda", 0), "none");
%! for args = {{"Alpha", 0.5}, {"Groups", [1, 1, 2]}, {"L1Method", "subgradient"}}
%!   assert (penalty_of ("Lambda", 0.01, args{1}{:}), "none");
%! end
%! X = sin ((1:30).' * (1:3));
%! args = {"LayerSizes", [], "Task", "regression", "Lambda", 0.1, "Verbose", 0};
%! assert (nnreg_fit (X, X(:,1), args{:}).Weights{1}, ...
%!         nnreg_fit (X, X(:,1), args{:}, "Penalty", "l2").Weights{1});
%!test
%! # Alpha beside pairs of lambdas has no say, beside a number it has
%! args = {"LayerSizes", 3, "Alpha", 0.3, "Penalty"};
%! lastwarn ("", "");
%! nnr.options.settings ([args, {"elasticnet", "Lambda", {[1e-3, 1e-2]}}]);
%! assert (strncmp (lastwarn (), "Alpha does nothing here: the pairs", 34), lastwarn ());
%! lastwarn ("", "");
%! nnr.options.settings ([args, {{"elasticnet", "l1"}, "Lambda", {[1e-3, 1e-2], 1}}]);
%! assert (nthargout (2, @lastwarn), "nnreg:idleOption");
%! lastwarn ("", "");
%! nnr.options.settings ([args, {"elasticnet", "Lambda", {[1e-3, 1e-2], 1}}]);
%! nnr.options.settings ([args(1:2), {"Penalty", "elasticnet", "Lambda", {[1e-3, 1e-2]}}]);
%! assert (isempty (lastwarn ()), lastwarn ());
%!error <Lambda\{1\} is the pair \[0.001 0.01\], which belongs to "Penalty", "elasticnet"$>
%! nnr.options.settings ({"Lambda", {[1e-3, 1e-2]}});
%!error <Lambda must be a number for a single layer, got 2>
%! nnr.options.settings ({"LayerSizes", [], "Penalty", "l1", "Lambda", {1, 2}});
%!test
%! linear = nnreg_fit (eye (4), [1; 2; 1; 2], "LayerSizes", [], "Verbose", 0);
%! assert (isempty (getfield (nnr.options.settings ({"InitialModel", linear}), "LayerSizes")));
