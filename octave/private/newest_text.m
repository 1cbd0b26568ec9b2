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
  names = files_in (folder, '.log');
  [last, newest] = max (cellfun (@(name) time_of (fullfile (folder, name)), names));
  text = 'nothing';
  if (last > -Inf)
    text = strtrim (fileread (fullfile (folder, names{newest})));
    errors = regexp (text, '^error: (?!called from|ignoring const)([^\n]*)', 'tokens', ...
                     'lineanchors');
    text = text(max (1, end - 400):end);
    if (! isempty (errors))
      text = errors{end}{1};
    end
  end
end

## When it was written to; one that is empty, or gone by now, never.
function seconds = time_of (file)
  [info, missing] = stat (file);
  seconds = -Inf;
  if (! missing && info.size > 0)
    seconds = info.mtime;
  end
end

%!test # the newest file that is not empty, in a folder whose name is a pattern
%! place = tempname ();
%! folder = fullfile (place, "a[1]");
%! mkdir (place);
%! mkdir (folder);
%! assert (newest_text (folder), "nothing");
%! for text = {"old", "error: new\nerror: called from\n", ""}
%!   fid = fopen (fullfile (folder, sprintf ("%d.log", numel (text{1}))), "w");
%!   fputs (fid, text{1});
%!   fclose (fid);
%!   pause (1.1 * (numel (text{1}) == 3));
%! end
%! text = newest_text (folder);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (text, "new");
