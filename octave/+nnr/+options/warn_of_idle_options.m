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
  if (nargin < 3)
    idle = cell (0, 2);
  end
  idle = only ([idle; idle_with(s(1), given)], given);
  for k = 2:numel (s)
    if (isempty (idle))
      return;                   # usually so after a few candidates
    end
    idle = only (idle, idle_with (s(k), given)(:,1));
  end
  for k = 1:rows (idle)
    nnr.words.warn ('nnreg:idleOption', '%s does nothing here: it belongs to %s', idle{k,:});
  end
end

## The rows of these options.
function idle = only (idle, names)
  known = false (rows (idle), 1);
  for k = 1:numel (names)
    known |= strcmp (idle(:,1), names{k});
  end
  idle = idle(known,:);
end

function idle = idle_with (s, given)
  idle = idle_of_solver (s);
  if (! strcmp (s.Loss, 'huber'))
    idle(end + 1,:) = {'HuberDelta', 'the Loss "huber"'};
  end
  if (! (isequal (s.Penalty, 'none') && any (strcmp ('Penalty', given))))
    idle = [idle_of_penalty(s, given); idle];
  end
end

## Each row: an option that has no effect, and what it belongs to.
function known = idle_of_penalty (s, given)
  known = cell (0, 2);
  if (any (strcmp (given, 'Alpha')))
    t = nnr.options.penalties ();
    names = fieldnames (t).';
    with_alpha = names(! cellfun (@(name) isempty (t.(name).Alpha), names));
    if (! any (ismember (cellstr (s.Penalty), with_alpha)))
      owner = ['the Penalty "', strjoin(with_alpha, '" or "'), '"'];
      known(end + 1,:) = {'Alpha', [owner, ' (the alpha of scikit-learn is Lambda here)']};
    end
  end
  u = nnr.options.unit_penalty (s.Penalty, 0.5);
  if (any (strcmp (given, 'L1Method')))
    has_l1 = @(name) getfield (nnr.options.unit_penalty (name, 0.5), 'L1') > 0;
    if (! any (cellfun (has_l1, cellstr (s.Penalty))))
      known(end + 1,:) = {'L1Method', 'a Penalty with L1, such as "l1" or "elasticnet"'};
    end
  end
  if (isequal (s.Penalty, 'none'))
    known(end + 1,:) = {'PenalizedLayers', 'a Penalty'};
    if (all (s.PenaltyFactor < Inf))
      known(end + 1,:) = {'PenaltyFactor', 'a Penalty, unless an input has Inf'};
    end
  end
  if (! u.ByInput)
    known(end + 1,:) = {'Groups', 'the Penalty "group"'};
  end
end

function known = idle_of_solver (s)
  known = cell (0, 2);
  other = merge (strcmp (s.Solver, 'adam'), 'fista', 'adam');
  if (strcmp (other, 'fista') || isempty (s.InitialModel))
    known = nnr.options.names (other).';
    known(:,2) = {sprintf('"Solver", "%s"', other)};
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
