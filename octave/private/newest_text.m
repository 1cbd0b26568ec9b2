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
## @deftypefn {Private Function} {@var{text} =} newest_text (@var{folder})
## What a process said last: the error in the newest file in a folder that is not empty,
## else the end of it.
## @seealso{process_engine, slurm_engine}
## @end deftypefn

function text = newest_text (folder)
  listing = dir (fullfile (folder, '*.log'));
  listing = listing([listing.bytes] > 0);
  text = 'nothing';
  if (! isempty (listing))
    [~, newest] = max ([listing.datenum]);
    text = strtrim (fileread (fullfile (folder, listing(newest).name)));
    errors = regexp (text, '^error: (?!called from|ignoring const)([^\n]*)', 'tokens', ...
                     'lineanchors');
    text = text(max (1, end - 400):end);
    if (! isempty (errors))
      text = errors{end}{1};
    end
  end
end
