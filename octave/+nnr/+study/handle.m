## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## study = nnr.study.handle (folder, digest)
##
## What a process knows of a study: its folder, the digest of its plan, the results file of its
## own, how far it has read each file of results and what it has found there.

function study = handle (folder, digest)
  own = sprintf ('%s-%d-%.0f.txt', gethostname (), getpid (), 1000 * time ());
  study = struct ('Folder', folder, 'Digest', digest, ...
                  'Own', fullfile (folder, 'results', own), ...
                  'Read', struct ('Name', {{}}, 'Bytes', []), 'LastRead', -Inf, ...
                  'Records', struct ('Round', [], 'Number', [], 'Values', {{}}));
end
