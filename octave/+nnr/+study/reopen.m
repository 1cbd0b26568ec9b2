## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [study, plan] = nnr.study.reopen (folder)
##
## The study in a folder and the plan of its search.

function [study, plan] = reopen (folder)
  if (! (ischar (folder) && isrow (folder)))
    error ('nnreg:badArgument', 'the StudyDir must be the name of a folder, got %s', ...
           nnr.words.show_value (folder));
  end
  folder = tilde_expand (folder);
  file = fullfile (folder, 'study.bin');
  if (exist (file, 'file') != 2)
    error ('nnreg:badFile', '"%s" is no StudyDir: it has no study.bin', folder);
  end
  found = nnr.files.read (file, 'study');
  plan = found.plan;
  study = nnr.study.read (nnr.study.handle (canonicalize_file_name (folder), plan));
end
