## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{study} =} study_append (@var{caller}, @var{study}, @var{round}, @var{numbers}, @var{outcome}, @var{curves})
## Writes finished jobs to this process's own file of results, a line each, and waits for
## the disk.
##
## A line has the round, the job's number, its numbers as 16 hexadecimal digits each (so
## that none is rounded), and a checksum, by which a line that is torn or spoilt, or of
## another search, is told.
## @seealso{study_read}
## @end deftypefn

function study = study_append (caller, study, round, numbers, outcome, curves)
  lines = cell (1, numel (numbers));
  for k = 1:numel (numbers)
    values = [outcome(k,:), curves{k}(:).'];
    body = sprintf ('%d %d %s', round, numbers(k), num2hex (values(:)).');
    lines{k} = sprintf ("%s %s\n", body, line_checksum (study, body));
  end
  try
    __nnreg_file_append__ (study.Own, [lines{:}]);
  catch err
    error ('nnreg:badFile', ['%s: results cannot be kept: %s; what was finished before is ' ...
                             'kept, call the same search again to go on'], caller, ...
           gateway_words (err));
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
