## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [text, log] = nnr.files.newest_text (folder, beginning)
##
## The last error in the newest log of FOLDER whose name has this BEGINNING [any], or the end of
## that LOG if it has no error. Empty logs are ignored.

function [text, log] = newest_text (folder, beginning)
  names = nnr.files.files_in (folder, '.log');
  if (nargin > 1)
    names = names(strncmp (names, beginning, numel (beginning)));
  end
  [last, newest] = max (cellfun (@(name) time_of (fullfile (folder, name)), names));
  [text, log] = deal ('nothing', '');
  if (last > -Inf)
    log = strtrim (nnr.words.utf8 (fileread (fullfile (folder, names{newest}))));
    errors = regexp (log, '^error: (?!called from|ignoring const)([^\n]*)', 'tokens', ...
                     'lineanchors');
    text = log(max (1, end - 400):end);
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
%! [text, log] = nnr.files.newest_text (folder);
%! other = nnr.files.newest_text (folder, "3.");
%! none = nnr.files.newest_text (folder, "4");
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert ({text, log}, {"new", "error: new\nerror: called from"});
%! assert ({other, none}, {"old", "nothing"});
%!test # a log that is not UTF-8
%! [folder, guard] = nnr.files.scratch ();
%! __nnreg_file_replace__ (fullfile (folder, "a.log"), uint8 (["error: caf", char(233), "\n"]));
%! assert (nnr.files.newest_text (folder), ["caf", char([195, 169])]);
