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
    A = reversed (A, dims);
  catch err
    nnr.words.raise ('nnreg_readidx', err);
  end
end

## A with its dimensions in reverse, which are DIMS then. It goes by parts, because Ctrl-C cannot
## end a call of permute, which takes a second for a large A; small parts are faster, too.
function B = reversed (A, dims)
  elements_at_once = 4e6;
  [count, size_of_one] = deal (dims(1), prod (dims(2:end)));
  A = reshape (A, size_of_one, count);
  B = zeros (dims, class (A));
  step = max (1, floor (elements_at_once / max (1, size_of_one)));
  for first = 1:step:count
    at = first:min (first + step - 1, count);
    part = reshape (A(:,at), [dims(end:-1:2), numel(at)]);
    B(at,:) = reshape (permute (part, numel (dims):-1:1), numel (at), size_of_one);
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

%!function check_reversed (dims)
%!  file = [tempname() ".idx"];
%!  n = prod (dims);
%!  fid = fopen (file, "w", "b");
%!  unwind_protect
%!    fwrite (fid, [0, 0, 12, numel(dims)]);
%!    fwrite (fid, [dims, 1:n], "int32");
%!    fclose (fid);
%!    two = [dims, 1](1:max (2, numel (dims)));
%!    want = permute (reshape (int32 (1:n), [1, fliplr(dims)](1 + (numel (dims) > 1):end)), ...
%!                    numel (two):-1:1);
%!    assert (nnreg_readidx (file), want);
%!  unwind_protect_cleanup
%!    unlink (file);
%!  end_unwind_protect
%!endfunction
%!test
%! # each size of the parts: many, one that is not full, one for each index, none
%! for dims = {[7, 1500, 1000], [3, 2500000], 11, [5, 4, 3, 2], [6, 4, 1], [1, 9], [0, 4], ...
%!             [4, 0], 0}
%!   check_reversed (dims{1});
%! end

%!error <nnreg_readidx: .*nowhere/none.idx: cannot be opened: No such file>
%! nnreg_readidx ("nowhere/none.idx")
%!error <nnreg_readidx: .*: is a folder, not a file> nnreg_readidx (tempdir ())
%!error <nnreg_readidx: FILE must be a row of characters, got 5> nnreg_readidx (5)
%!error <nnreg_readidx: FILE must be a row of characters, got ""> nnreg_readidx ("")
%!error id=nnreg:badFile nnreg_readidx ("nowhere/none.idx")
%!error id=nnreg:badArgument nnreg_readidx ({"a"})
%!error <Invalid call> nnreg_readidx ()
