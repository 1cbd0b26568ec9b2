## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.study.append (study, round, numbers, outcome, curves)
##
## Appends finished jobs to this process's file of results, one line each, and waits until they are
## on the disk. A line has the round, the job's number, its values (16 hexadecimal digits each:
## nothing is rounded) and a checksum, which detects truncated and corrupt lines and lines of
## another search.

function append (study, round, numbers, outcome, curves)
  lines = cell (1, numel (numbers));
  for k = 1:numel (numbers)
    values = [outcome(k,:), curves{k}(:).'];
    body = sprintf ('%d %d %s', round, numbers(k), num2hex (values(:)).');
    lines{k} = sprintf ("%s %s\n", body, nnr.files.checksum ([study.Digest, body], 8));
  end
  try
    __nnreg_file_append__ (study.Own, [lines{:}]);
  catch err
    error ('nnreg:badFile', ['results cannot be kept: %s; what was finished before is ' ...
                             'kept, call the same search again to go on'], nnr.core.reason (err));
  end
end
