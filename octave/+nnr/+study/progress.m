## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [count, steps] = nnr.study.progress (study)
##
## The number of trainings with a checkpoint in the study, and the STEPS that all of them have done.
## Only the beginning of each file is read.

function [count, steps] = progress (study)
  [folder, name, ext] = fileparts (nnr.study.checkpoint_file (study, 0, 0));
  ending = [name(numel ('0-0') + 1:end), ext];
  names = nnr.files.files_in (folder, ending);
  count = numel (names);
  steps = 0;
  for name = names
    steps = steps + steps_in (fullfile (folder, name{1}));
  end
end

## The first number after the head of a checkpoint (nnr.files.write); 0 if there is none.
function steps = steps_in (file)
  steps = 0;
  fid = fopen (file, 'r');
  if (fid < 0)
    return;                     # its training has just ended
  end
  start = fread (fid, [1, 4096], '*char');
  fclose (fid);
  at = strfind (start, "\n\n");
  if (! isempty (at) && at(1) + 9 <= numel (start))
    steps = typecast (uint8 (start(at(1) + (2:9))), 'double');
    steps = merge (steps >= 0 && steps < flintmax (), steps, 0);
  end
end
