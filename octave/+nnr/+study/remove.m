## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.remove (study)
##
## Removes a study on which no process has worked, and the folders that were made for it.

function remove (study)
  inside = @(name) fullfile (study.Folder, name);
  cellfun (@(name) nnr.files.remove_file (inside (name)), {'data.bin', 'study.bin', 'claims'});
  for folder = [{inside('states'), inside('refit'), inside('results')}, study.NewFolders]
    [~, ~] = rmdir (folder{1}); # does nothing if the folder is not empty
  end
end
