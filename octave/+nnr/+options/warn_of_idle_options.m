## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.options.warn_of_idle_options (s, given, idle)
##
## Warns of each option that was GIVEN and has no effect with the settings S (or with those of any
## candidate of a search, a struct array), and says what it belongs to. Each row of IDLE is another
## such option and what it belongs to.
##
## There is no warning of a penalty's options if the Penalty "none" was given, as in a comparison of
## penalties; and none of Adam's options if "fista" continues from an InitialModel, since the same
## call may have trained that with Adam.

function warn_of_idle_options (s, given, idle)
  persistent options;
  if (isempty (options))
    options = all_options ();
  end
  if (nargin > 2 && ! isempty (idle))
    for row = only (idle, given).'
      tell (row{:});
    end
  end
  for row = only (options, given).'
    [name, find_owner] = row{:};
    owner = find_owner (s(1), given);
    for k = 2:numel (s) * ! isempty (owner)
      if (isempty (find_owner (s(k), given)))
        owner = '';             # usually so after a few candidates
        break
      end
    end
    if (! isempty (owner))
      tell (name, owner);
    end
  end
end

function tell (name, owner)
  nnr.words.warn ('nnreg:idleOption', '%s does nothing here: it belongs to %s', name, owner);
end

## The rows whose first entry is one of the names.
function list = only (list, names)
  list = list(isfield (cell2struct (names, names, 2), list(:,1)),:);
end

## Each option that may have no effect, with a function of settings and given options that returns
## what it belongs to, or ''.
function list = all_options ()
  list = {'Alpha', @of_alpha; 'L1Method', @of_l1; 'PenalizedLayers', @of_layers; ...
          'PenaltyFactor', @of_factors; 'Groups', @of_groups};
  for solver = {'adam', 'fista'}
    names = nnr.options.names (solver{1}).';
    names(:,2) = {@(s, given) of_solver(solver{1}, s)};
    list = [list; names];
  end
  list = [list; {'HuberDelta', @of_huber}];
end

function owner = of_alpha (s, given)
  owner = '';
  t = nnr.options.penalties ();
  names = fieldnames (t).';
  with_alpha = names(! cellfun (@(name) isempty (t.(name).Alpha), names));
  if (! (compares (s, given) || any (ismember (cellstr (s.Penalty), with_alpha))))
    owner = ['the Penalty "', strjoin(with_alpha, '" or "'), ...
             '" (the alpha of scikit-learn is Lambda here)'];
  end
end

function owner = of_l1 (s, given)
  owner = '';
  has_l1 = @(name) getfield (nnr.options.unit_penalty (name, 0.5), 'L1') > 0;
  if (! (compares (s, given) || any (cellfun (has_l1, cellstr (s.Penalty)))))
    owner = 'a Penalty with L1, such as "l1" or "elasticnet"';
  end
end

function owner = of_layers (s, given)
  owner = '';
  if (isequal (s.Penalty, 'none') && ! compares (s, given))
    owner = 'a Penalty';
  end
end

function owner = of_factors (s, given)
  owner = '';
  if (isequal (s.Penalty, 'none') && ! compares (s, given) && all (s.PenaltyFactor < Inf))
    owner = 'a Penalty, unless an input has Inf';
  end
end

function owner = of_groups (s, given)
  owner = '';
  u = nnr.options.unit_penalty (s.Penalty, 0.5);
  if (! (u.ByInput || compares (s, given)))
    owner = 'the Penalty "group"';
  end
end

## The Penalty "none" was given, as in a comparison of penalties.
function yes = compares (s, given)
  yes = isequal (s.Penalty, 'none') && any (strcmp (given, 'Penalty'));
end

## The call that goes on with "fista" from an InitialModel may have trained that with Adam.
function owner = of_solver (solver, s)
  owner = '';
  if (strcmp (s.Solver, 'adam') != strcmp (solver, 'adam') ...
      && (strcmp (solver, 'fista') || isempty (s.InitialModel)))
    owner = sprintf ('"Solver", "%s"', solver);
  end
end

function owner = of_huber (s, ~)
  owner = '';
  if (! strcmp (s.Loss, 'huber'))
    owner = 'the Loss "huber"';
  end
end

%!function tell (args)
%!  [s, given] = nnr.options.settings (args);
%!  nnr.options.warn_of_idle_options (s, given);
%!endfunction
%!warning <does nothing here: it belongs to the Penalty "elasticnet" or "group" \(the alpha of>
%! tell ({'Penalty', 'l1', 'Lambda', 0.1, 'alpha', 0.3})
%!warning <L1Method does nothing here: it belongs to a Penalty with L1, such as "l1">
%! tell ({'Penalty', 'l2', 'Lambda', 0.1, 'L1Method', 'proximal'})
%!warning <PenalizedLayers does nothing here: it belongs to a Penalty>
%! tell ({'PenalizedLayers', 'hidden'})
%!warning <Tolerance does nothing here: it belongs to "Solver", "fista"> tell ({'Tolerance', 1e-4})
%!warning <LearnRate does nothing here: it belongs to "Solver", "adam">
%! tell ({'Solver', 'fista', 'LearnRate', 0.1})
%!warning <NumLambda does nothing here: it belongs to other paths>
%! nnr.options.warn_of_idle_options (nnr.options.settings ({}), {'NumLambda', 'Seed'}, ...
%!                                   {'CV', 'none'; 'NumLambda', 'other paths'});
%!function [s, given] = two (first, second)
%!  [a, given] = nnr.options.settings ([first, {'Lambda', 0.1}]);
%!  [b, more] = nnr.options.settings ([second, {'Lambda', 0.1}]);
%!  [s, given] = deal ([a; b], [given, more]);
%!endfunction
%!warning <Alpha does nothing here: it belongs to>
%! [s, given] = two ({'Penalty', 'l1', 'Alpha', 0.3}, {'Penalty', 'l2'});
%! nnr.options.warn_of_idle_options (s, given);
%!test
%! # one of the candidates heeds it
%! lastwarn ('', '');
%! [s, given] = two ({'Penalty', 'l1'}, {'Penalty', 'elasticnet', 'Alpha', 0.3});
%! nnr.options.warn_of_idle_options (s, given);
%! [s, given] = two ({'Penalty', 'elasticnet', 'Alpha', 0.3}, {'Penalty', 'l1'});
%! nnr.options.warn_of_idle_options (s, given);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!test
%! # all of these do something
%! lastwarn ('', '');
%! tell ({'Penalty', 'elasticnet', 'Lambda', 0.1, 'Alpha', 0.3, 'L1Method', 'subgradient', ...
%!        'PenalizedLayers', 'hidden'});
%! tell ({'LayerSizes', [], 'Tolerance', 1e-4});
%! tell ({'LayerSizes', [], 'LearnRate', 0.1}); # so Adam is chosen
%! # or are those of other runs of a comparison
%! tell ({'Penalty', 'none', 'PenalizedLayers', 'hidden', 'Alpha', 0.3, 'L1Method', 'proximal'});
%! # or those of the training by Adam that goes on
%! model = nnreg_fit (eye (4), [1; 2; 1; 2], 'LayerSizes', 2, 'Epochs', 1, 'Verbose', 0);
%! tell ({'BatchSize', 2, 'LearnRate', 0.1, 'InitialModel', model, 'Solver', 'fista'});
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
