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
## @deftypefn {Private Function} {@var{study} =} study_handle (@var{folder}, @var{digest})
## What a process knows of a study: its folder, the digest of its plan, the results file of
## its own, how far it has read each file of @file{results} and what it has found there.
## @seealso{study_open, study_read}
## @end deftypefn

function study = study_handle (folder, digest)
  own = sprintf ('%s-%d-%.0f.txt', gethostname (), getpid (), 1000 * time ());
  study = struct ('Folder', folder, 'Digest', digest, ...
                  'Own', fullfile (folder, 'results', own), ...
                  'Read', struct ('Name', {{}}, 'Bytes', []), 'LastRead', -Inf, ...
                  'Records', struct ('Round', [], 'Number', [], 'Values', {{}}));
end
