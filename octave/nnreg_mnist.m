## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {[@var{X}, @var{y}, @var{Xtest}, @var{ytest}] =} nnreg_mnist ()
## @deftypefnx {} {[@dots{}] =} nnreg_mnist (@var{dir})
## @deftypefnx {} {[@dots{}] =} nnreg_mnist (@dots{}, @var{Name}, @var{Value}, @dots{})
## Read the MNIST handwritten digits of LeCun, Cortes and Burges.
##
## @example
## @group
## [X, y, Xtest, ytest] = nnreg_mnist ("", "Download", true);
## imagesc (reshape (X(1,:), 28, 28).');   # a five
## @end group
## @end example
##
## @var{dir} is the folder with the four files @file{train-images-idx3-ubyte},
## @file{train-labels-idx1-ubyte}, @file{t10k-images-idx3-ubyte} and @file{t10k-labels-idx1-ubyte}.
## The files may be packed (@file{.gz}), and may have a dot instead of the hyphen before @code{idx}.
## Without @var{dir}, or if it is empty, the folder is the one in the environment variable
## @env{NNREG_MNIST_DIR}, or else @file{nnreg/mnist} in the user's cache folder.  Data sets of the
## same form, such as Fashion-MNIST, can be read too.
##
## @var{X} (60000-by-784) has an image of 28-by-28 pixels in each row, pixel after pixel along the
## image's rows, as in Keras's @code{reshape (60000, 784)}: with @var{r} and @var{c} counted from 0,
## the pixel in row @var{r} and column @var{c} of the image is in column @code{28 * r + c + 1} of
## @var{X}.  @var{y} (60000-by-1, double) has the digits 0 to 9.  @var{Xtest} (10000-by-784) and
## @var{ytest} (10000-by-1) are the test set; it is read only if you ask for it.
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"Class"} ["single"], "double", "uint8"
## The class of @var{X}.  For "single" and "double", pixels are divided by 255, so they go from 0 to
## 1.  For "uint8" they go from 0 to 255 as in the file; this takes a quarter of the memory of
## "single".
## @item @qcode{"Download"} [false]
## Download the files that are not in the folder.  The SHA-256 sums of all four files are checked;
## correct files are kept, wrong ones replaced.  The folder is created if necessary.
## @item @qcode{"Mirrors"} [two public copies]
## For @qcode{"Download"}: a cellstr of URLs of folders with the four packed files, tried in order.
## @end table
##
## If a file is missing, damaged, or not what its name says, the error is @code{nnreg:badFile}.
##
## @seealso{nnreg_digits, nnreg_readidx}
## @end deftypefn

function [X, y, Xtest, ytest] = nnreg_mnist (varargin)
  try
    defaults = struct ('Class', 'single', 'Download', false, 'Mirrors', ...
                       {{'https://storage.googleapis.com/cvdf-datasets/mnist/', ...
                         'https://ossci-datasets.s3.amazonaws.com/mnist/'}});
    [dir, args] = split_folder (varargin, fieldnames (defaults));
    opts = check_options (nnr.args.parse_options (defaults, args));
    if (opts.Download)
      nnr.data.fetch_mnist (dir, opts.Mirrors);
    end
    [X, y] = nnr.data.read_mnist (dir, 'train', opts.Class);
    if (nargout > 2)
      [Xtest, ytest] = nnr.data.read_mnist (dir, 't10k', opts.Class);
    end
  catch err
    nnr.words.raise ('nnreg_mnist', err);
  end
end

## The first argument is the folder unless it is an option (or a struct of options).
function [dir, args] = split_folder (args, names)
  dir = '';
  if (! isempty (args) && ! isstruct (args{1}) ...
      && ! (ischar (args{1}) && any (strcmpi (args{1}, names))))
    dir = args{1};
    args(1) = [];
  end
  if (! (isempty (dir) || (ischar (dir) && isrow (dir))))
    error ('nnreg:badArgument', 'DIR must be a row of characters, got %s', ...
           nnr.words.show_value (dir));
  elseif (isempty (dir))
    dir = default_folder ();
  end
  dir = tilde_expand (dir);
end

function dir = default_folder ()
  dir = getenv ('NNREG_MNIST_DIR');
  if (isempty (dir))
    cache = getenv ('XDG_CACHE_HOME');
    if (isempty (cache))
      cache = fullfile ('~', '.cache');
    end
    dir = fullfile (cache, 'nnreg', 'mnist');
  end
end

function opts = check_options (opts)
  opts.Class = nnr.args.check_choice ('Class', opts.Class, {'single', 'double', 'uint8'});
  opts.Download = nnr.args.check_scalar ('Download', opts.Download, 'logical');
  if (! (iscellstr (opts.Mirrors) && ! isempty (opts.Mirrors)))
    error ('nnreg:badArgument', 'Mirrors must be a cellstr of URLs, got %s', ...
           nnr.words.show_value (opts.Mirrors));
  end
end

%!demo
%! ## The first sixteen digits, if the files are there.
%! try
%!   X = nnreg_mnist ("Class", "uint8");
%!   tiles = permute (reshape (X(1:16,:).', 28, 28, 16), [2 1 3]);
%!   imagesc (reshape (tiles, 28, 28 * 16));
%!   colormap (flipud (gray ()));
%!   axis image off;
%! catch err
%!   disp (err.message);
%! end

%!error <nnreg_mnist: there is no folder "nowhere/mnist"; get the files by>
%! nnreg_mnist ("nowhere/mnist")
%!error id=nnreg:badFile nnreg_mnist ("nowhere/mnist")
%!error <nnreg_mnist: DIR must be a row of characters, got 5> nnreg_mnist (5)
