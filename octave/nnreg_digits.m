## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {[@var{X}, @var{y}] =} nnreg_digits ()
## Load 1797 handwritten digits of 8-by-8 pixels, which are part of the package.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## imagesc (reshape (X(1,:), 8, 8).');
## title (sprintf ("a %d, one of %d", y(1), sum (y == y(1))))
## @end group
## @end example
##
## @var{X} (1797-by-64, double) has a digit in each row: whole numbers from 0 (white) to 16 (black),
## pixel after pixel along the image's rows.  So @code{reshape (X(i,:), 8, 8).'} is image @var{i},
## and the pixel in row @var{r} and column @var{c}, counted from 1, is @code{X(i, 8 * (r - 1) + c)}.
##
## @var{y} (1797-by-1, double) has the digits 0 to 9.  The order is the same as in the source and in
## scikit-learn's @code{load_digits}.
##
## @strong{Source}
##
## The test part of E.  Alpaydin and C.  Kaynak, Optical Recognition of Handwritten Digits, UCI
## Machine Learning Repository, 1998, @url{https://doi.org/10.24432/C50P49}, as one IDX file.  The
## licence is CC BY 4.0, @url{https://creativecommons.org/licenses/by/4.0/}.
## @seealso{nnreg_mnist, nnreg_readidx}
## @end deftypefn

function [X, y] = nnreg_digits ()
  try
    folder = fileparts (mfilename ('fullpath'));
    table = double (nnr.data.read_idx (fullfile (folder, 'digits.idx.gz')));
    X = table(1:64, :).';
    y = table(65, :).';
  catch err
    nnr.words.raise ('nnreg_digits', err);
  end
end

%!demo
%! ## The first ten digits side by side.
%! [X, y] = nnreg_digits ();
%! imagesc (reshape (permute (reshape (X(1:10,:).', 8, 8, 10), [2 1 3]), 8, 80));
%! colormap (flipud (gray ()));
%! axis image off;
%! title (sprintf ("%d ", y(1:10)));

%!test
%! [X, y] = nnreg_digits ();
%! assert (class (X), "double");
%! assert (size (X), [1797, 64]);
%! assert (size (y), [1797, 1]);
%! assert (unique (X(:)).', 0:16);
%! # class counts as stated at the source
%! assert (accumarray (y + 1, 1).', [178 182 177 183 181 182 181 179 174 180]);
%!test
%! # the first line of the source
%! [X, y] = nnreg_digits ();
%! assert (y(1:10).', 0:9);
%! assert (X(1, 1:16), [0 0 5 13 9 1 0 0  0 0 13 15 10 15 5 0]);
%! assert (X(1, 57:64), [0 0 6 13 10 0 0 0]);
%! # weighted sums of the source's table: another order would change them
%! assert ((1:1797) * X * (1:64).', 16337198609);
%! assert ((1:1797) * y, 7272861);
%!error <called with too many inputs> nnreg_digits (1)
