## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## file = nnr.study.state_file (study, round, number)
##
## Where the state is kept that a job ended with.  The name is also of the plan: processes that
## began other searches in the same folder at the same moment read no state of each other.

function file = state_file (study, round, number)
  file = fullfile (study.Folder, 'states', sprintf ('%d-%d-%s.bin', round, number, ...
                                                    hash ('md5', study.Digest)(1:8)));
end

%!test
%! study = struct ("Folder", "f", "Digest", "one plan");
%! file = nnr.study.state_file (study, 1, 2);
%! assert (nnr.study.state_file (study, 1, 2), file);
%! study.Digest = "another plan";
%! assert (! strcmp (nnr.study.state_file (study, 1, 2), file));
