## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.study.is_stale (study)
##
## Is it time to look what other processes have finished?  Always, so that nothing is done twice;
## but where there are many files the more seldom the more there are (N processes that look at N
## files each look at 50 a second together), so that they do not wear out a shared file system.

function yes = is_stale (study)
  [few, together] = deal (8, 50);
  count = numel (study.Read.Name);
  wait = (count > few) * count ^ 2 / together;
  yes = abs (time () - study.LastRead) >= wait;     # a clock may be set back
end

%!test # also when the clock was set back since
%! assert (nnr.study.is_stale (struct ("Read", struct ("Name", {{"a"}}), "LastRead", ...
%!                                     time () + 3600)));
