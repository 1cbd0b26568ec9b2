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
## @deftypefn {Private Function} {} warn_of_few_steps (@var{caller}, @var{s}, @var{given}, @var{num_samples})
## The default of Epochs is meant for thousands of samples: of a small table it makes so few
## steps of Adam with the @var{num_samples} to train on that a network hardly moves.  The settings
## @var{s} are a struct array for the candidates of a search: that of the fewest steps counts.
## Nothing is said where Epochs is among the options @var{given}, or an InitialModel is trained on.
## @seealso{nnreg_fit, nnreg_gridsearch, fit_settings}
## @end deftypefn

function warn_of_few_steps (caller, s, given, num_samples)
  chosen = any (ismember ({'Epochs', 'InitialModel'}, given));
  s = s(! strcmp ({s.Solver}, 'fista'));
  if (isempty (s) || chosen || num_samples < 1)
    return;                     # (to have none is an error)
  end
  [~, at] = max ([s.BatchSize]);
  s = s(at);
  [few, enough] = deal (200, 800);
  a_pass = ceil (num_samples / s.BatchSize);
  if (a_pass * s.Epochs < few)
    warning ('nnreg:fewSteps', ['%s: %d Epochs, the default, are %d steps with %s, too few to ' ...
                                'learn much; give more, such as "Epochs", %d'], caller, s.Epochs, ...
             a_pass * s.Epochs, count_text (num_samples, 'sample'), ceil (enough / a_pass));
  end
end

%!warning <f: 20 Epochs, the default, are 20 steps with 112 samples, too few to learn much; give more, such as "Epochs", 800>
%! warn_of_few_steps ('f', fit_settings ('f', {}), {}, 112);
%!warning <f: 20 Epochs, the default, are 60 steps with 5 samples, .* such as "Epochs", 267>
%! warn_of_few_steps ('f', fit_settings ('f', {'BatchSize', 2}), {'BatchSize'}, 5);
%!warning <f: 20 Epochs, the default, are 60 steps with 300 samples>
%! s = [fit_settings('f', {}), fit_settings('f', {'Solver', 'fista', 'Epochs', 5}), ...
%!      fit_settings('f', {'BatchSize', 16})];
%! warn_of_few_steps ('f', s, {}, 300);
%!test
%! # enough steps, or chosen
%! s = fit_settings ('f', {});
%! lastwarn ('', '');
%! warn_of_few_steps ('f', s, {}, 1281);
%! warn_of_few_steps ('f', s, {'Epochs'}, 10);
%! warn_of_few_steps ('f', s, {'Seed', 'InitialModel'}, 10);
%! warn_of_few_steps ('f', fit_settings ('f', {'LayerSizes', []}), {'LayerSizes'}, 10);
%! warn_of_few_steps ('f', s, {}, 0);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
