## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## study = nnr.study.handle (folder, plan)
##
## What a process knows of a study: its folder, the checksum of its plan, the process's own file of
## results, how far it has read the other files, and the records that it found in them.

function study = handle (folder, plan)
  own = sprintf ('%s-%d-%.0f.txt', gethostname (), getpid (), 1000 * time ());
  study = struct ('Folder', folder, 'Digest', nnr.files.checksum (plan), 'Own', ...
                  fullfile (folder, 'results', own), ...
                  'Read', struct ('Name', {{}}, 'Bytes', []), 'LastRead', -Inf, ...
                  'Records', struct ('Round', zeros (1, 0), 'Number', zeros (1, 0), ...
                                     'Values', {{}}));
end
