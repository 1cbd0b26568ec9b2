## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## file = nnr.study.state_file (study, round, number)
##
## The file for the state that a job ended with. The name depends on the plan too: processes that
## began other searches in this folder at the same moment do not read each other's states.

function file = state_file (study, round, number)
  name = sprintf ('%d-%d-%s.bin', round, number, study.Digest(1:8));
  file = fullfile (study.Folder, 'states', name);
end

%!test
%! study = struct ("Folder", "f", "Digest", "one plan");
%! file = nnr.study.state_file (study, 1, 2);
%! assert (nnr.study.state_file (study, 1, 2), file);
%! study.Digest = "another plan";
%! assert (! strcmp (nnr.study.state_file (study, 1, 2), file));
