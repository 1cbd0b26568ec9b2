## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.options.in_order (settings)
##
## The fields of the struct SETTINGS in the order of the table of options, a row cell: files have
## them in other orders. What is no option comes last.

function names = in_order (settings)
  known = fieldnames (nnr.options.defaults ()).';
  given = fieldnames (settings).';
  names = [known(ismember (known, given)), given(! ismember (given, known))];
end

%!assert (nnr.options.in_order (struct ("x", 1, "Seed", 1, "Penalty", 1, "Task", 1)), ...
%!        {"Task", "Penalty", "Seed", "x"})
