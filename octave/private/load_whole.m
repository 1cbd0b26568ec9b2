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
## @deftypefn  {Private Function} {@var{values} =} load_whole (@var{file})
## @deftypefnx {Private Function} {@var{values} =} load_whole (@var{file}, @var{caller})
## What @code{store_whole} has saved; empty if the file is not there, or spoilt.  With
## @var{caller} one that is there and may not be read is an error: nobody knows what is in it.
## @seealso{store_whole}
## @end deftypefn

function values = load_whole (file, caller)
  values = [];
  if (exist (file, 'file') != 2)
    return;
  end
  if (nargin > 1)
    check_readable (file, caller);
  end
  try
    found = load ('-binary', file);
    digest = found.digest;
    found = rmfield (found, 'digest');
    if (strcmp (digest, hash ('md5', value_text (found))))
      values = found;
    end
  catch
    ## Whatever is wrong with it, it is of no use.
  end
end

function check_readable (file, caller)
  [fid, reason] = fopen (file, 'r');
  if (fid < 0)
    error ('nnreg:badFile', '%s: "%s" cannot be read: %s', caller, file, reason);
  end
  fclose (fid);
end

%!test # the same values, and nothing of a file that is cut or changed
%! file = tempname ();
%! unwind_protect
%!   values = struct ("a", rand (30), "f", @(x) x + 1, "c", {{"x", int8(3), []}});
%!   store_whole ("f", file, values);
%!   found = load_whole (file);
%!   assert (value_text (found), value_text (values));
%!   bytes = fileread (file);
%!   changed = bytes;
%!   changed(501) = char (bitxor (double (bytes(501)), 1));
%!   for spoilt = {bytes(1:end - 100), changed, ""}
%!     fid = fopen (file, "w");
%!     fwrite (fid, spoilt{1});
%!     fclose (fid);
%!     assert (load_whole (file), []);
%!   endfor
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!assert (load_whole ("nowhere/none"), [])
%!error <f: "/dev/null/none" cannot be written: .*: Not a directory> store_whole ("f", "/dev/null/none", struct ("a", 1))
