## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [count, steps] = nnr.study.progress (study)
##
## The number of trainings with a checkpoint in the study, and the STEPS that all of them have done.
## Only the beginning of each file is read.

function [count, steps] = progress (study)
  [file, ~, ending] = nnr.study.checkpoint_file (study, 0, 0);
  folder = fileparts (file);
  names = nnr.files.files_in (folder, ending);
  count = numel (names);
  steps = 0;
  for name = names
    first = nnr.files.read_first (fullfile (folder, name{1}));
    valid = first >= 0 && first < flintmax ();  # not of a damaged file, or one that is gone
    steps = steps + merge (valid, first, 0);
  end
end
