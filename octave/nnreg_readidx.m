## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {@var{A} =} nnreg_readidx (@var{file})
## Read any file in IDX format, the format of the MNIST digits.
##
## @example
## @group
## folder = fileparts (which ("nnreg_digits"));
## A = nnreg_readidx (fullfile (folder, "digits.idx.gz"));
## size (A)
## @end group
## @end example
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
## @strong{A file of six numbers}
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

%!demo
%! ## Write a 2-by-3 array as an IDX file and read it back.
%! file = [tempname() ".idx"];
%! fid = fopen (file, "w");
%! fwrite (fid, [0 0 8 2  0 0 0 2  0 0 0 3  1 2 3 4 5 6]);
%! fclose (fid);
%! A = nnreg_readidx (file);
%! delete (file);
%! printf ("%d %d %d\n", A.');

%!error <nnreg_readidx: .*nowhere/none.idx: cannot be opened: No such file>
%! nnreg_readidx ("nowhere/none.idx")
%!error <nnreg_readidx: .*: is a folder, not a file> nnreg_readidx (tempdir ())
%!error <nnreg_readidx: FILE must be a row of characters, got 5> nnreg_readidx (5)
%!error <nnreg_readidx: FILE must be a row of characters, got ""> nnreg_readidx ("")
%!error id=nnreg:badFile nnreg_readidx ("nowhere/none.idx")
%!error id=nnreg:badArgument nnreg_readidx ({"a"})
%!error <Invalid call> nnreg_readidx ()
