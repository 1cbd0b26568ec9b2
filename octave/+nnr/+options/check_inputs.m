## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.options.check_inputs (s, num_columns)
##
## Raises an error if PenaltyFactor or Groups of the settings S do not fit an X with NUM_COLUMNS
## columns, or each other.

function check_inputs (s, num_columns)
  check_count ('PenaltyFactor', 'number', s.PenaltyFactor, num_columns);
  check_count ('Groups', 'group', s.Groups, num_columns);
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (u.ByInput && ! isempty (s.PenaltyFactor) && ! isempty (s.Groups))
    check_equal (s.PenaltyFactor, s.Groups);
  end
end

function check_count (name, what, values, num_columns)
  if (! (isempty (values) || numel (values) == num_columns))
    error ('nnreg:badArgument', '%s must have a %s for each of the %s of X, got %d', name, what, ...
           nnr.words.count_text (num_columns, 'column'), numel (values));
  end
end

## A norm of a whole group has one factor. Inputs that never enter are not in it.
function check_equal (factors, groups)
  enters = find (factors < Inf);
  least = accumarray (groups(enters), factors(enters), [], @min);
  other = enters(find (factors(enters) != least(groups(enters)), 1));
  if (! isempty (other))
    same = find (groups == groups(other) & factors == least(groups(other)), 1);
    error ('nnreg:badArgument', ['the inputs of a group must have the same PenaltyFactor (or ' ...
                                 'Inf), but inputs %d and %d have %g and %g'], ...
           min (same, other), max (same, other), factors(min (same, other)), ...
           factors(max (same, other)));
  end
end

%!function s = settings (varargin)
%!  s = nnr.options.settings ({'Penalty', 'group', 'Lambda', 1, varargin{:}});
%!endfunction
%!test # as they should be
%! nnr.options.check_inputs (settings (), 3);
%! nnr.options.check_inputs (settings ('PenaltyFactor', [2 Inf 2], 'Groups', [1 1 1]), 3);
%! s = settings ('PenaltyFactor', [2 3 1], 'Groups', [1 1 1]);
%! s.Penalty = 'l1';
%! nnr.options.check_inputs (s, 3);
%!error <^PenaltyFactor must have a number for each of the 3 columns of X, got 2$> ...
%! nnr.options.check_inputs (settings ('PenaltyFactor', [1 2]), 3)
%!error <^Groups must have a group for each of the 1 column of X, got 2$> ...
%! nnr.options.check_inputs (settings ('Groups', {'a', 'b'}), 1)
%!error <same PenaltyFactor \(or Inf\), but inputs 1 and 4 have 2 and 3$> ...
%! nnr.options.check_inputs (settings ('Groups', [1 1 2 1], 'PenaltyFactor', [2 Inf 5 3]), 4)
