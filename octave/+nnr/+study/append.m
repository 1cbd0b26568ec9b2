## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## study = nnr.study.append (study, round, numbers, outcome, curves)
##
## Writes finished jobs to this process's own file of results, a line each, and waits for the disk.
##
## A line has the round, the job's number, its numbers as 16 hexadecimal digits each (so that none
## is rounded), and a checksum, by which a line that is torn or spoilt, or of another search, is
## told.

function study = append (study, round, numbers, outcome, curves)
  lines = cell (1, numel (numbers));
  for k = 1:numel (numbers)
    values = [outcome(k,:), curves{k}(:).'];
    body = sprintf ('%d %d %s', round, numbers(k), num2hex (values(:)).');
    lines{k} = sprintf ("%s %s\n", body, nnr.study.line_checksum (study, body));
  end
  try
    __nnreg_file_append__ (study.Own, [lines{:}]);
  catch err
    error ('nnreg:badFile', ['results cannot be kept: %s; what was finished before is ' ...
                             'kept, call the same search again to go on'], nnr.core.reason (err));
  end
  study = skip_own (study, numel ([lines{:}]));
end

## What this process has written itself it need not read.
function study = skip_own (study, bytes)
  [~, name, ext] = fileparts (study.Own);
  at = find (strcmp (study.Read.Name, [name, ext]), 1);
  if (isempty (at))
    at = numel (study.Read.Name) + 1;
    study.Read.Name{at} = [name, ext];
    study.Read.Bytes(at) = 0;
  end
  study.Read.Bytes(at) = study.Read.Bytes(at) + bytes;
end
