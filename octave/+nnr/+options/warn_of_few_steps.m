## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.options.warn_of_few_steps (s, given, num_samples)
##
## Warns if the default of Epochs makes so few steps of Adam on NUM_SAMPLES samples that a network
## hardly moves. The settings S are a struct array for the candidates of a search; the one with the
## fewest steps counts. There is no warning if Epochs or InitialModel was GIVEN.

function warn_of_few_steps (s, given, num_samples)
  chosen = any (strcmp (given, 'Epochs')) || any (strcmp (given, 'InitialModel'));
  s = s(strcmp ({s.Solver}, 'adam'));
  if (isempty (s) || chosen || num_samples < 1)
    return;                     # no samples is an error elsewhere
  end
  [~, at] = max ([s.BatchSize]);
  s = s(at);
  [few, enough] = deal (200, 800);
  a_pass = ceil (num_samples / s.BatchSize);
  if (a_pass * s.Epochs < few)
    nnr.words.warn ('nnreg:fewSteps', ...
                    ['%d Epochs, the default, are %d steps with %s, too few to learn much; ' ...
                     'give more, such as "Epochs", %d'], s.Epochs, a_pass * s.Epochs, ...
                    nnr.words.count_text (num_samples, 'sample'), ceil (enough / a_pass));
  end
end

%!warning <20 Epochs, the default, are 20 steps with 112 samples, .* "Epochs", 800>
%! nnr.options.warn_of_few_steps (nnr.options.settings ({}), {}, 112);
%!warning <20 Epochs, the default, are 60 steps with 5 samples, .* such as "Epochs", 267>
%! nnr.options.warn_of_few_steps (nnr.options.settings ({'BatchSize', 2}), {'BatchSize'}, 5);
%!warning <20 Epochs, the default, are 60 steps with 300 samples>
%! s = [nnr.options.settings({}), nnr.options.settings({'Solver', 'fista', 'Epochs', 5}), ...
%!      nnr.options.settings({'BatchSize', 16})];
%! nnr.options.warn_of_few_steps (s, {}, 300);
%!test
%! # enough steps, or chosen
%! s = nnr.options.settings ({});
%! lastwarn ('', '');
%! nnr.options.warn_of_few_steps (s, {}, 1281);
%! nnr.options.warn_of_few_steps (s, {'Epochs'}, 10);
%! nnr.options.warn_of_few_steps (s, {'Seed', 'InitialModel'}, 10);
%! nnr.options.warn_of_few_steps (nnr.options.settings ({'LayerSizes', []}), {'LayerSizes'}, 10);
%! nnr.options.warn_of_few_steps (s, {}, 0);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
