## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Labels as people's files have them: ClassNames, missing and doubtful labels, header lines, and
## the classes of ValidationFraction.

## ----------------------------------------------------------------- Warnings on random tables --

%!function u = noise (n, d, seed)
%!  # in (0, 1), by a formula
%!  u = mod (sin ((1:n).' * 12.9898 + (1:d) * 78.233 + seed * 37.719) * 43758.5453, 1);
%!endfunction

%!function x = clean_column (n, kind, seed)
%!  u = noise (n, 3, seed);
%!  switch (mod (kind, 8))
%!    case 0, x = 200 * u(:,1) - 50;                         # even
%!    case 1, x = sum (u, 2) - 1.5;                          # nearly normal
%!    case 2, x = round (18 + 60 * u(:,1));                  # ages
%!    case 3, x = double (u(:,1) > 0.6);                     # yes or no
%!    case 4, x = exp (3 * u(:,1) + u(:,2));                 # prices
%!    case 5, x = floor (-2 * log (u(:,1)));                 # counts, many zeros
%!    case 6, x = 1 + floor (5 * u(:,1));                    # ratings
%!    case 7, x = (0:n - 1).' / 10;                          # a series in time
%!  end
%!endfunction

%!function [X, y, args] = clean_table (seed)
%!  # classes have two rows at least
%!  pick = noise (1, 6, seed + 0.5);
%!  n = 25 + floor (300 * pick(1) ^ 2);
%!  d = 1 + floor (8 * pick(2));
%!  X = zeros (n, d);
%!  for j = 1:d
%!    X(:,j) = clean_column (n, floor (8 * noise (1, 1, seed + j / 9)), seed + j / 10);
%!  end
%!  if (mod (seed, 3) == 0)
%!    y = X * (1:d).' + clean_column (n, floor (8 * pick(3)), seed + 0.7);
%!    args = {"Task", "regression"};
%!    return
%!  end
%!  count = 2 + floor (5 * pick(3) ^ 2);
%!  k = 1 + floor (count * noise (n, 1, seed + 0.3) .^ (1 + pick(4)));
%!  k(n - 2 * count + 1:n) = repmat (1:count, 1, 2);
%!  args = {};
%!  y = label_kinds (k, floor (9 * pick(5)));
%!endfunction

%!function y = label_kinds (k, kind)
%!  names = {"no", "yes", "perhaps", "not known", "N", "Y"};
%!  switch (kind)
%!    case 0, y = k;
%!    case 1, y = k - 1;
%!    case 2, y = 2 * (k > 1) - 1;
%!    case 3, y = uint8 (10 * k);
%!    case 4, y = k > 1;
%!    case 5, y = k / 2;
%!    case 6, y = names(k).';
%!    case 7, y = char (names(k));
%!    case 8, y = strcat ("Class ", cellstr (num2str (k)));
%!  end
%!endfunction

%!function said = warnings_of (X, y, args)
%!  s = nnr.options.settings (args);
%!  lastwarn ("", "");
%!  text = evalc (["t = nnr.targets.make (y, rows (X), s);", ...
%!                 "nnr.targets.warn_of_labels (X, y, t, s);"]);
%!  [~, said] = lastwarn ();
%!  assert (isempty (text) == isempty (said));
%!endfunction

%!function [X, y, args] = with_fault (seed)
%!  # a clean table with one fault, in text or number labels as the fault needs
%!  [X, y, args] = clean_table (3 * seed + 1 - (mod (seed, 7) == 6));
%!  n = rows (X);
%!  pick = noise (1, 4, seed + 0.9);
%!  at = 1 + floor (n * pick(1));
%!  number = 2 - 4 * (pick(2) > 0.5) + floor (3 * noise (n, 1, seed + 0.2));
%!  text = {"benign"; "malign"}(1 + (noise (n, 1, seed + 0.1) > 0.4));
%!  switch (mod (seed, 7))
%!    case 0                      # another spelling in one to three rows
%!      spell = {@upper, @(t) [t, " "], @(t) [" ", t], @(t) ["'", t, "'"], @(t) [t, "."]};
%!      at = unique (min (n, at + (0:floor (3 * pick(3)))));
%!      text(at) = cellfun (spell{1 + mod(seed, 5)}, text(at), "UniformOutput", false);
%!      y = text;
%!    case 1                      # typed wrong
%!      text{at}(3) = "x";
%!      y = text;
%!    case 2                      # a missing label
%!      none = {"", "NA", "NaN", "?", "N/A", " ", "null", "<undefined>"};
%!      text(at) = none(1 + mod (seed, 8));
%!      y = text;
%!    case 3                      # a number for one
%!      number(min (n, at + (0:2))) = -999;
%!      y = number;
%!    case 4                      # the header, with the names of the columns as a text
%!      y = [{"diagnosis"}; text];
%!      X = [zeros(1, columns (X)); X];
%!    case 5                      # the header as zeros; 0 may be a class, too
%!      y = [0; number - mod(seed, 2) * min(number)];
%!      X = [zeros(1, columns (X)); X];
%!    case 6                      # the same in a regression
%!      y = [0; y];
%!      X = [zeros(1, columns (X)); X];
%!  end
%!endfunction

%!test # no warning on clean tables
%! for seed = 1:200
%!   [X, y, args] = clean_table (seed);
%!   said = warnings_of (X, y, args);
%!   assert (isempty (said), "table %d: %s", seed, said);
%! end
%!test # nearly all faults are found
%! found = false (1, 210);
%! for seed = 1:210
%!   [X, y, args] = with_fault (seed);
%!   try
%!     found(seed) = ! isempty (warnings_of (X, y, args));
%!   catch err
%!     assert (err.identifier, "nnreg:badData");
%!     found(seed) = true;
%!   end
%! end
%! assert (mean (found) >= 0.95, "%d of 210: not %s", nnz (found), num2str (find (! found)));
