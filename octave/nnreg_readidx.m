## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {@var{A} =} nnreg_readidx (@var{file})
## Read any file in IDX format, the format of the MNIST digits.
##
## @var{file} is the name of the file; @code{~} is the home folder.  The file may be packed with
## gzip, whatever its name.
##
## @var{A} has the dimensions in the file, in their order: the training images of MNIST are a
## 60000-by-28-by-28 array, their labels a 60000-by-1 column.  A single dimension @var{n} gives an
## @var{n}-by-1 column.  The class is the one in the file: @code{uint8}, @code{int8}, @code{int16},
## @code{int32}, @code{single} or @code{double}.
##
## With dimensions @math{d_1, ..., d_k} and indices counted from 0, the element
## @math{(i_1, ..., i_k)} is element number @math{(...(i_1 d_2 + i_2) d_3 + ...) d_k + i_k} of the
## file.
##
## If a file is missing, cut short, too long, damaged or not in IDX format, the error
## @code{nnreg:badFile} says which.  The size of the file is checked against its header before
## memory is allocated.
##
## @strong{Example}
##
## @example
## @group
## file = [tempname() ".idx"];
## fid = fopen (file, "w");
## fwrite (fid, [0 0 8 2  0 0 0 2  0 0 0 3  1 2 3 4 5 6]);
## fclose (fid);
## A = nnreg_readidx (file)
##      @result{} A =
##       1  2  3
##       4  5  6
## delete (file);
## @end group
## @end example
## @seealso{nnreg_mnist, nnreg_digits}
## @end deftypefn

function A = nnreg_readidx (file)
  try
    if (nargin != 1)
      print_usage ();
    elseif (! (ischar (file) && isrow (file)))
      error ('nnreg:badArgument', 'FILE must be a row of characters, got %s', ...
             nnr.words.show_value (file));
    end
    [A, dims] = nnr.data.read_idx (file);
    A = permute (A, numel (dims):-1:1);
  catch err
    nnr.words.raise ('nnreg_readidx', err);
  end
end

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

%!demo
%! ## Write a 2-by-3 array as an IDX file and read it back.
%! file = [tempname() ".idx"];
%! fid = fopen (file, "w");
%! fwrite (fid, [0 0 8 2  0 0 0 2  0 0 0 3  1 2 3 4 5 6]);
%! fclose (fid);
%! A = nnreg_readidx (file);
%! delete (file);
%! printf ("%d %d %d\n", A.');

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
%!error <nnreg_readidx: .*nowhere/none.idx: cannot be opened: No such file>
%! nnreg_readidx ("nowhere/none.idx")
%!error <nnreg_readidx: .*: is a folder, not a file> nnreg_readidx (tempdir ())
%!error <nnreg_readidx: FILE must be a row of characters, got 5> nnreg_readidx (5)
%!error <nnreg_readidx: FILE must be a row of characters, got ""> nnreg_readidx ("")
%!error id=nnreg:badFile nnreg_readidx ("nowhere/none.idx")
%!error id=nnreg:badArgument nnreg_readidx ({"a"})
%!error <Invalid call> nnreg_readidx ()
