## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## fault = nnr.targets.facts_fault (facts, num_outputs, classes)
##
## What is wrong with the FACTS of a training (nnr.targets.facts), such as a damaged file may hold,
## or ''. CLASSES: the outputs are those of a classification.

function fault = facts_fault (facts, num_outputs, classes)
  fault = '';
  names = {'NumRows', 'Shares', 'Deviation', 'Warnings'};
  if (! (isstruct (facts) && isscalar (facts) && all (isfield (facts, names))))
    fault = ['Training must be a struct with ', strjoin(names, ', ')];
    return
  end
  counts = {'NumRows', 1; 'Shares', num_outputs * classes; 'Deviation', num_outputs * ! classes};
  for k = 1:rows (counts)
    value = facts.(counts{k,1});
    if (! (isa (value, 'double') && isreal (value) && numel (value) == counts{k,2} ...
           && all (value(:) >= 0 & value(:) < Inf)))
      fault = sprintf ('Training.%s must have %s from 0', counts{k,1}, ...
                       nnr.words.count_text (counts{k,2}, 'number'));
      return
    end
  end
  if (facts.NumRows != fix (facts.NumRows) || facts.NumRows < 1)
    fault = 'Training.NumRows must be a whole number from 1';
    return
  elseif (classes && abs (sum (facts.Shares) - 1) > 1e-6)
    fault = 'Training.Shares must have the sum 1';
    return
  end
  warned = facts.Warnings;
  if (! (isstruct (warned) && all (isfield (warned, {'Identifier', 'Text'})) ...
         && all (cellfun (@nnr.words.is_line, [{warned.Identifier}, {warned.Text}]))))
    fault = 'Training.Warnings must have texts of one line in Identifier and Text';
  end
end

%!function refused (facts, name, value, text)
%!  facts.(name) = value;
%!  assert (nnr.targets.facts_fault (facts, 2, true), text);
%!endfunction
%!test
%! facts = struct ("NumRows", 5, "Shares", [0.4, 0.6], "Deviation", [], ...
%!                 "Warnings", struct ("Identifier", {}, "Text", {}));
%! assert (nnr.targets.facts_fault (facts, 2, true), "");
%! refused (facts, "NumRows", -1, "Training.NumRows must have 1 number from 0");
%! refused (facts, "Shares", [0.4, NaN], "Training.Shares must have 2 numbers from 0");
%! refused (facts, "Shares", 1, "Training.Shares must have 2 numbers from 0");
%! refused (facts, "Deviation", 1, "Training.Deviation must have 0 numbers from 0");
%! refused (facts, "Warnings", struct ("Identifier", 3, "Text", ""), ...
%!          "Training.Warnings must have texts of one line in Identifier and Text");
%! refused (facts, "Warnings", struct ("Identifier", "a", "Text", "b\033[2J"), ...
%!          "Training.Warnings must have texts of one line in Identifier and Text");
%! refused (facts, "NumRows", 2.5, "Training.NumRows must be a whole number from 1");
%! refused (facts, "Shares", [5, 7], "Training.Shares must have the sum 1");
%! assert (nnr.targets.facts_fault (3, 2, true), ...
%!         "Training must be a struct with NumRows, Shares, Deviation, Warnings");
%! facts = struct ("NumRows", 5, "Shares", [], "Deviation", [1, 2], "Warnings", facts.Warnings);
%! assert (nnr.targets.facts_fault (facts, 2, false), "");
