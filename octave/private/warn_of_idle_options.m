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
## @deftypefn {Private Function} {} warn_of_idle_options (@var{caller}, @var{s}, @var{given}, @var{idle})
## Names the options @var{given} that do nothing with the settings @var{s} (of a search: with any
## of its candidates', a struct array), and what they belong to.  @var{idle} has further ones: an
## option and what it belongs to in each row.  Nothing is said of a penalty's options where the Penalty is @qcode{"none"} by name,
## as in a comparison of penalties, nor of Adam's where an InitialModel goes on by @qcode{"fista"}:
## that is the same call as before.
## @seealso{nnreg_fit, nnreg_gridsearch, nnreg_path, fit_settings}
## @end deftypefn

function warn_of_idle_options (caller, s, given, idle)
  if (nargin < 4)
    idle = cell (0, 2);
  end
  idle = [idle; idle_with(s(1), given)];
  idle = idle(ismember (idle(:,1), given),:);
  for k = 2:numel (s)
    if (isempty (idle))
      return;                   # as nearly always, after the first candidates
    end
    idle = idle(ismember (idle(:,1), idle_with (s(k), given)(:,1)),:);
  end
  for k = 1:rows (idle)
    warning ('nnreg:idleOption', '%s: %s does nothing here: it belongs to %s', caller, idle{k,:});
  end
end

function idle = idle_with (s, given)
  idle = idle_of_solver (s);
  if (! (strcmp (s.Penalty, 'none') && any (strcmp ('Penalty', given))))
    idle = [idle_of_penalty(s); idle];
  end
end

## Each row: an option that does nothing, and where it does something.
function known = idle_of_penalty (s)
  known = cell (0, 2);
  if (! any (strcmp (s.Penalty, {'elasticnet', 'group'})))
    known(end + 1,:) = {'Alpha', 'the Penalty "elasticnet" or "group"'};
  end
  if (! any (strcmp (s.Penalty, {'l1', 'elasticnet', 'group'})))
    known(end + 1,:) = {'L1Method', 'a Penalty with L1, such as "l1" or "elasticnet"'};
  end
  if (strcmp (s.Penalty, 'none'))
    known(end + 1,:) = {'PenalizedLayers', 'a Penalty'};
  end
end

function known = idle_of_solver (s)
  known = cell (0, 2);
  if (strcmp (s.Solver, 'fista') && isempty (s.InitialModel))
    others = adam_options ().';
    known = [known; others, repmat({'"Solver", "adam"'}, size (others))];
  elseif (strcmp (s.Solver, 'adam'))
    known(end + 1,:) = {'Tolerance', '"Solver", "fista"'};
  end
end

%!function tell (args)
%!  [s, given] = fit_settings ('f', args);
%!  warn_of_idle_options ('f', s, given);
%!endfunction
%!warning <f: Alpha does nothing here: it belongs to the Penalty "elasticnet" or "group"> tell ({'Penalty', 'l1', 'Lambda', 0.1, 'alpha', 0.3})
%!warning <f: L1Method does nothing here: it belongs to a Penalty with L1, such as "l1"> tell ({'Penalty', 'l2', 'Lambda', 0.1, 'L1Method', 'proximal'})
%!warning <f: PenalizedLayers does nothing here: it belongs to a Penalty> tell ({'PenalizedLayers', 'hidden'})
%!warning <f: Tolerance does nothing here: it belongs to "Solver", "fista"> tell ({'Tolerance', 1e-4})
%!warning <f: LearnRate does nothing here: it belongs to "Solver", "adam"> tell ({'Solver', 'fista', 'LearnRate', 0.1})
%!warning <f: NumLambda does nothing here: it belongs to other paths>
%! warn_of_idle_options ('f', fit_settings ('f', {}), {'NumLambda', 'Seed'}, ...
%!                       {'CV', 'none'; 'NumLambda', 'other paths'});
%!function [s, given] = two (first, second)
%!  [a, given] = fit_settings ('f', [first, {'Lambda', 0.1}]);
%!  [b, more] = fit_settings ('f', [second, {'Lambda', 0.1}]);
%!  [s, given] = deal ([a; b], [given, more]);
%!endfunction
%!warning <f: Alpha does nothing here: it belongs to>
%! [s, given] = two ({'Penalty', 'l1', 'Alpha', 0.3}, {'Penalty', 'l2'});
%! warn_of_idle_options ('f', s, given);
%!test
%! # one of the candidates heeds it
%! lastwarn ('', '');
%! [s, given] = two ({'Penalty', 'l1'}, {'Penalty', 'elasticnet', 'Alpha', 0.3});
%! warn_of_idle_options ('f', s, given);
%! [s, given] = two ({'Penalty', 'elasticnet', 'Alpha', 0.3}, {'Penalty', 'l1'});
%! warn_of_idle_options ('f', s, given);
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
