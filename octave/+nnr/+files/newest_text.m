## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.files.newest_text (folder)
##
## The last error in the newest log of FOLDER, or the end of that log if it has no error. Empty logs
## are ignored.

function text = newest_text (folder)
  names = nnr.files.files_in (folder, '.log');
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

## When a file was written; -Inf if it is empty or gone.
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
%! assert (nnr.files.newest_text (folder), "nothing");
%! for text = {"old", "error: new\nerror: called from\n", ""}
%!   fid = fopen (fullfile (folder, sprintf ("%d.log", numel (text{1}))), "w");
%!   fputs (fid, text{1});
%!   fclose (fid);
%!   pause (1.1 * (numel (text{1}) == 3));
%! end
%! text = nnr.files.newest_text (folder);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (text, "new");
