## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.study.begun (study)
##
## The files that processes which worked on the study have left, a cell; empty if none did.

function names = begun (study)
  inside = @(name) nnr.files.files_in (fullfile (study.Folder, name), '');
  names = [inside('results'), inside('states')];
end
