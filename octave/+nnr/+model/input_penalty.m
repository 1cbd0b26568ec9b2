## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## p = nnr.model.input_penalty (s, num_inputs, columns)
##
## What PenaltyFactor and Groups of the settings S say about NUM_INPUTS inputs, which are these
## COLUMNS of all ([]: all): a struct with the columns
##
##   Factors   D-by-1, Inf for an input that never enters
##   Group     D-by-1, the number of each input's group; 0 for those that never enter
##   Weights   G-by-1, what the penalty of a group is multiplied by: sqrt (number of its inputs)
##             times their PenaltyFactor. Inputs that are not among COLUMNS count, those that never
##             enter do not

function p = input_penalty (s, num_inputs, columns)
  count = max (numel (s.PenaltyFactor), numel (s.Groups));
  if (count == 0)
    [count, columns] = deal (num_inputs, []);
  end
  p = struct ('Factors', s.PenaltyFactor, 'Group', s.Groups, 'Weights', []);
  if (isempty (p.Factors))
    p.Factors = ones (count, 1);
  end
  if (isempty (p.Group))
    p.Group = (1:count).';
  end
  enters = p.Factors < Inf;
  p.Weights = sqrt (accumarray (p.Group, double (enters)));
  factors(p.Group(enters),1) = p.Factors(enters);
  p.Weights(1:rows (factors)) = p.Weights(1:rows (factors)) .* factors;
  p.Group(! enters) = 0;
  if (! isempty (columns))
    [p.Factors, p.Group] = deal (p.Factors(columns), p.Group(columns));
  end
end

%!function s = settings (factors, groups)
%!  s = struct ('PenaltyFactor', factors, 'Groups', groups);
%!endfunction
%!test
%! p = nnr.model.input_penalty (settings ([], []), 3, [4, 6, 7]);
%! assert (p, struct ('Factors', ones (3, 1), 'Group', (1:3).', 'Weights', ones (3, 1)));
%!test
%! p = nnr.model.input_penalty (settings ([1; 3; Inf; 3; Inf], [2; 1; 1; 1; 3]), 5, []);
%! assert (p.Factors, [1; 3; Inf; 3; Inf]);
%! assert (p.Group, [2; 1; 0; 1; 0]);
%! assert (p.Weights, [3 * sqrt(2); 1; 0]);
%!test # some columns: the sizes of groups stay
%! p = nnr.model.input_penalty (settings ([], [1; 1; 2; 1]), 2, [2, 3]);
%! assert (p, struct ('Factors', [1; 1], 'Group', [1; 2], 'Weights', [sqrt(3); 1]));
