## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [folder, guard] = nnr.files.scratch ()
##
## A new folder for temporary files, which nobody else can read or write. It is removed, with all
## that is in it, when the caller clears GUARD. (In the folder of all users' temporary files
## somebody may put a link in the place of a file that is about to be written.)

function [folder, guard] = scratch ()
  folder = tempname ();
  before = umask (77);          # octal
  back = onCleanup (@() umask (before));
  [made, message] = mkdir (folder);
  if (! made || ! isempty (message))    # of a folder that is there already, there is a message only
    error ('nnreg:badFile', 'the folder "%s" for temporary files cannot be made: %s', folder, ...
           message);
  end
  guard = onCleanup (@() remove (folder));
end

function remove (folder)
  confirm_recursive_rmdir (false, 'local');
  [~, ~] = rmdir (folder, 's');
end

%!test
%! mask = umask (22);
%! [folder, guard] = nnr.files.scratch ();
%! fclose (fopen (fullfile (folder, "a"), "w"));
%! assert (umask (mask), 22);
%! assert (dec2base (mod (stat (folder).mode, 512), 8), "700");
%! [other, guard_too] = nnr.files.scratch ();
%! clear guard;
%! assert ([isfolder(folder), isfolder(other)], [false, true]);
%!testif ; isfolder ("/proc")    # where no folder can be made
%! before = getenv ("TMPDIR");
%! unwind_protect
%!   setenv ("TMPDIR", "/proc");
%!   fail ("nnr.files.scratch ()", ...
%!         'the folder "/proc/oct-.*" for temporary files cannot be made: .');
%! unwind_protect_cleanup
%!   setenv ("TMPDIR", before);
%! end_unwind_protect
