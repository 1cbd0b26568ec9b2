## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [study, plan] = nnr.study.reopen (folder)
##
## The study that is in a folder, as those see it that have only the folder.

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
  found = nnr.files.load_whole (file, true);
  if (isempty (found))
    error ('nnreg:badFile', ['%s is damaged; call the same search again, which writes ' ...
                             'it anew'], file);
  end
  plan = found.plan;
  digest = nnr.study.plan_text (plan);
  study = nnr.study.read (nnr.study.handle (canonicalize_file_name (folder), digest));
end
