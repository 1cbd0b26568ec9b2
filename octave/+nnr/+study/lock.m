## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## guard = nnr.study.lock (folder)
##
## Waits until no other process has the lock on a study's FOLDER, and takes it: the lock is the
## claim of job 0, which is no job. This process has it until it clears GUARD.

function guard = lock (folder)
  claims = fullfile (folder, 'claims');
  while (! __nnreg_claims__ (claims, 0, 1))
    pause (0.02);
  end
  guard = onCleanup (@() __nnreg_claims__ (claims, 0, 0));
end
