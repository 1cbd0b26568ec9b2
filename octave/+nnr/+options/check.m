## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.options.check (s, names)
##
## Checks the options NAMES of S and brings them into canonical form, except those whose check needs
## other options (nnr.options.settle). A search checks once what its candidates have in common.

function s = check (s, names)
  persistent checks;
  if (isempty (checks))
    t = nnr.options.table ();
    checks = cell2struct ({t.Check}, {t.Name}, 2);
  end
  for k = 1:numel (names)
    name = names{k};
    if (! isempty (checks.(name)))
      s.(name) = checks.(name) (name, s.(name));
    end
  end
end

%!shared s
%! s = struct ("Epsilon", -1, "BatchSize", int8 (5), "LayerSizes", [3; 4]);
%!test
%! found = nnr.options.check (s, {"BatchSize", "LayerSizes"});
%! assert (found, struct ("Epsilon", -1, "BatchSize", 5, "LayerSizes", [3, 4]));
%! assert (class (found.BatchSize), "double");
%! assert (nnr.options.check (found, {"BatchSize", "LayerSizes"}), found);
%!error <Epsilon must be a positive number, got -1> nnr.options.check (s, {"Epsilon"})
%!error <must be at most 63 positive integers below 2\^31, or \[\] for a linear model, got 2147>
%! nnr.options.check (struct ("LayerSizes", 2^31), {"LayerSizes"});
%!error <LearnRate must be a positive number or function of the epoch, got \[0.1 0.2\]>
%! nnr.options.check (struct ("LearnRate", [0.1, 0.2]), {"LearnRate"});
