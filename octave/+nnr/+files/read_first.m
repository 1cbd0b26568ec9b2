## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## number = nnr.files.read_first (file)
##
## The first number of a checkpoint's first field, a double, as nnr.files.write wrote it. Only the
## beginning of FILE is read, without the checksum. NaN if there is no such file or number.

function number = read_first (file)
  number = NaN;
  fid = fopen (file, 'r');
  if (fid < 0)
    return;
  end
  start = fread (fid, [1, 4096], '*char');
  fclose (fid);
  at = strfind (start, "\n\n");
  if (! isempty (at) && at(1) + 9 <= numel (start))
    number = typecast (uint8 (start(at(1) + (2:9))), 'double');
  end
end

%!test
%! [folder, guard] = nnr.files.scratch ();
%! file = fullfile (folder, "a");
%! nnr.files.write (file, "checkpoint", struct ("Steps", -2.5, "Theta", ones (999, 1)));
%! assert (nnr.files.read_first (file), -2.5);
%! assert (nnr.files.read_first (fullfile (folder, "b")), NaN);
%! __nnreg_file_replace__ (file, uint8 ("nonsense"));
%! assert (nnr.files.read_first (file), NaN);
