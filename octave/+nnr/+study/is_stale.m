## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.study.is_stale (study)
##
## Is it time to look for jobs that other processes have finished? With few files of results:
## always, so that nothing is done twice. With many files less often, to spare a shared file system:
## N processes look at N files each, together at 50 files a second.

function yes = is_stale (study)
  [few, together] = deal (8, 50);
  count = numel (study.Read.Name);
  wait = (count > few) * count ^ 2 / together;
  yes = abs (time () - study.LastRead) >= wait;     # a clock may be set back
end

%!test # also after the clock was set back
%! assert (nnr.study.is_stale (struct ("Read", struct ("Name", {{"a"}}), "LastRead", ...
%!                                     time () + 3600)));
