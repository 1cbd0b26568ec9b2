## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.files.load_whole (file, must_read)
##
## The struct that nnr.files.store_whole saved; empty if the file is missing or damaged. With
## MUST_READ (false if left out) a file that exists but may not be read is an error.

function values = load_whole (file, must_read)
  values = [];
  if (exist (file, 'file') != 2)
    return;
  end
  if (nargin > 1 && must_read)
    check_readable (file);
  end
  try
    found = load ('-binary', file);
    digest = found.digest;
    found = rmfield (found, 'digest');
    if (strcmp (digest, hash ('md5', nnr.files.value_text (found))))
      values = found;
    end
  catch
    ## Whatever is wrong with it, it is of no use.
  end
end

function check_readable (file)
  [fid, reason] = fopen (file, 'r');
  if (fid < 0)
    error ('nnreg:badFile', '"%s" cannot be read: %s', file, reason);
  end
  fclose (fid);
end

%!test # the same values, and nothing of a file that is cut or changed
%! file = tempname ();
%! unwind_protect
%!   values = struct ("a", rand (30), "f", @(x) x + 1, "c", {{"x", int8(3), []}});
%!   nnr.files.store_whole (file, values);
%!   found = nnr.files.load_whole (file);
%!   assert (nnr.files.value_text (found), nnr.files.value_text (values));
%!   bytes = fileread (file);
%!   changed = bytes;
%!   changed(501) = char (bitxor (double (bytes(501)), 1));
%!   for spoilt = {bytes(1:end - 100), changed, ""}
%!     fid = fopen (file, "w");
%!     fwrite (fid, spoilt{1});
%!     fclose (fid);
%!     assert (nnr.files.load_whole (file), []);
%!   endfor
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!assert (nnr.files.load_whole ("nowhere/none"), [])
%!error <"/dev/null/none" cannot be written: .*: Not a directory>
%! nnr.files.store_whole ("/dev/null/none", struct ("a", 1))
