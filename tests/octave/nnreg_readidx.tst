## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_readidx; the short ones and the errors are in its own file.

%!function A = read_bytes (bytes)
%!  ## Reads a file that holds these bytes.
%!  file = [tempname() ".idx"];
%!  fid = fopen (file, "w");
%!  fwrite (fid, bytes);
%!  fclose (fid);
%!  unwind_protect
%!    A = nnreg_readidx (file);
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction
%!test
%! A = read_bytes ([0 0 8 2  0 0 0 2  0 0 0 3  1:6]);
%! assert (A, uint8 ([1 2 3; 4 5 6]));
%! assert (class (A), "uint8");
%!test
%! # element (i, j, k) of a 2x3x4 file is number (3i + j) 4 + k.
%! A = read_bytes ([0 0 8 3  0 0 0 2  0 0 0 3  0 0 0 4  0:23]);
%! [i, j, k] = ndgrid (0:1, 0:2, 0:3);
%! assert (A, uint8 ((3 * i + j) * 4 + k));
%!test
%! assert (read_bytes ([0 0 9 1  0 0 0 3  255 0 127]), int8 ([-1; 0; 127]));
%!test
%! # dimensions of 1 stay
%! assert (size (read_bytes ([0 0 8 2  0 0 0 1  0 0 0 3  1:3])), [1 3]);
%! assert (size (read_bytes ([0 0 8 2  0 0 0 3  0 0 0 1  1:3])), [3 1]);
%! A = read_bytes ([0 0 8 3  0 0 0 1  0 0 0 2  0 0 0 3  1:6]);
%! assert (size (A), [1 2 3]);
%! assert (squeeze (A), uint8 ([1 2 3; 4 5 6]));
%!test
%! assert (size (read_bytes ([0 0 8 3  0 0 0 0  0 0 0 28  0 0 0 28])), [0 28 28]);
%!error <nnreg_readidx: .*\.idx: is cut short: it has 17 bytes, its header promises 18>
%! read_bytes ([0 0 8 2  0 0 0 2  0 0 0 3  1:5]);
%!error <idx: .*\.idx: is longer than it should be: it has 19 bytes, its header promises 18>
%! read_bytes ([0 0 8 2  0 0 0 2  0 0 0 3  1:7]);
%!error <nnreg_readidx: .*\.idx: is no IDX file: it begins with the bytes 68 65 6c 6c where 00 00>
%! read_bytes ("hello");
