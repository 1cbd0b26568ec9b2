## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.path.larger_steps (s, rate, lambda)
##
## The settings S of a first training of a path, for data of which it learns nothing: five times the
## epochs, RATE times the learning rate and LAMBDA times lambda. The larger the steps are, the less
## lambda must be, or it removes all inputs before. Rates that the user gives as a function stay.

function s = larger_steps (s, rate, lambda)
  s.Epochs = 5 * s.Epochs;
  s.Lambda = lambda * s.Lambda;
  if (isnumeric (s.LearnRate))
    s.LearnRate = rate * s.LearnRate;
  end
end

%!test
%! s = struct ("Epochs", 10, "Lambda", 0.3, "LearnRate", 0.001);
%! t = nnr.path.larger_steps (s, 30, 1 / 3);
%! assert ([t.Epochs, t.Lambda, t.LearnRate], [50, 0.1, 0.03], 1e-15);
%! s.LearnRate = @(epoch) 0.1 / epoch;
%! t = nnr.path.larger_steps (s, 30, 1 / 3);
%! assert (t.LearnRate (2), 0.05);
