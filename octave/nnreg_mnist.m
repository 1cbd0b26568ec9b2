## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {[@var{X}, @var{y}, @var{Xtest}, @var{ytest}] =} nnreg_mnist ()
## @deftypefnx {} {[@dots{}] =} nnreg_mnist (@var{dir})
## @deftypefnx {} {[@dots{}] =} nnreg_mnist (@dots{}, @var{Name}, @var{Value}, @dots{})
## Read the MNIST handwritten digits of LeCun, Cortes and Burges.
##
## @var{dir} is the folder with the four files @file{train-images-idx3-ubyte},
## @file{train-labels-idx1-ubyte}, @file{t10k-images-idx3-ubyte} and
## @file{t10k-labels-idx1-ubyte}, each packed (@file{.gz}) or not, and with a dot
## or a hyphen before @code{idx}.  Left out or empty, it is the folder that the
## environment variable @env{NNREG_MNIST_DIR} names, else @file{nnreg/mnist} in
## the user's cache folder.  Sets of the same form, such as Fashion-MNIST, can be
## read too.
##
## @var{X} (60000-by-784) has one image of 28-by-28 pixels a row, pixel after pixel
## along the image's rows: with rows @var{r} and columns @var{c} counted from 0 the
## pixel is in column @code{28 * r + c + 1}, as in Keras's
## @code{reshape (60000, 784)}.  @var{y} (60000-by-1) is a double column of the
## digits 0 to 9.  @var{Xtest} (10000-by-784) and @var{ytest} (10000-by-1) are the
## test set, which is read only if it is asked for.
##
## Options:
##
## @table @asis
## @item @qcode{"Class"}
## The class of @var{X}: @qcode{"single"} (default) or @qcode{"double"}, with
## pixels divided by 255, so from 0 to 1; or @qcode{"uint8"}, with pixels from 0 to
## 255 as in the file, which takes a quarter of the memory of @qcode{"single"}.
## @item @qcode{"Download"}
## Whether to fetch the files that are not in the folder (default @code{false}).
## The SHA-256 sums of all four are checked then; a file that is there and right is
## kept.  The folder is made if need be.
## @item @qcode{"Mirrors"}
## For @qcode{"Download"}: a cellstr of URLs of folders with the four packed files,
## tried in turn.  Default: two public copies.
## @end table
##
## A file that is missing, damaged or not what its name says is an error with the
## identifier @code{nnreg:badFile}.
##
## @example
## @group
## [X, y, Xtest, ytest] = nnreg_mnist ("", "Download", true);
## imagesc (reshape (X(1,:), 28, 28).');   # a five
## @end group
## @end example
## @seealso{nnreg_digits, nnreg_readidx}
## @end deftypefn

function [X, y, Xtest, ytest] = nnreg_mnist (varargin)
  try
    [dir, args] = split_folder (varargin);
    opts = check_options (args);
    if (opts.Download)
      nnr.data.fetch_mnist (dir, opts.Mirrors);
    end
    [X, y] = read_set (dir, 'train', opts.Class);
    if (nargout > 2)
      [Xtest, ytest] = read_set (dir, 't10k', opts.Class);
    end
  catch err
    nnr.words.raise ('nnreg_mnist', err);
  end
end

## What begins with no option's name (nor a struct of them) begins with the folder.
function [dir, args] = split_folder (args)
  dir = '';
  if (! isempty (args) && ! isstruct (args{1}) ...
      && ! (ischar (args{1}) && any (strcmpi (args{1}, {'Class', 'Download', 'Mirrors'}))))
    dir = args{1};
    args(1) = [];
  end
  if (! (isempty (dir) || (ischar (dir) && isrow (dir))))
    error ('nnreg:badArgument', ...
           'nnreg_mnist: DIR must be a row of characters, got %s', ...
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

function opts = check_options (args)
  defaults.Class = 'single';
  defaults.Download = false;
  defaults.Mirrors = {'https://storage.googleapis.com/cvdf-datasets/mnist/', ...
                      'https://ossci-datasets.s3.amazonaws.com/mnist/'};
  opts = nnr.args.parse_options (defaults, args);
  opts.Class = nnr.args.check_choice ('Class', opts.Class, ...
                                      {'single', 'double', 'uint8'});
  opts.Download = nnr.args.check_scalar ('Download', opts.Download, ...
                                         'logical');
  if (! (iscellstr (opts.Mirrors) && ! isempty (opts.Mirrors)))
    error ('nnreg:badArgument', ...
           'nnreg_mnist: Mirrors must be a cellstr of URLs, got %s', ...
           nnr.words.show_value (opts.Mirrors));
  end
end

function [X, y] = read_set (dir, part, kind)
  labels_file = find_or_fail (dir, [part '-labels-idx1-ubyte']);
  images_file = find_or_fail (dir, [part '-images-idx3-ubyte']);
  [labels, label_dims] = nnr.data.read_idx (labels_file);
  if (! (isa (labels, 'uint8') && numel (label_dims) == 2 && label_dims(2) == 1))
    bad_content (labels_file, 'one label of class uint8 an image', ...
                 labels, label_dims);
  end
  [images, dims] = nnr.data.read_idx (images_file);
  if (! (isa (images, 'uint8') && numel (dims) == 3 && all (dims(2:3) == 28)))
    bad_content (images_file, 'N-by-28-by-28 pixels of class uint8', ...
                 images, dims);
  elseif (dims(1) != label_dims(1))
    error ('nnreg:badFile', 'nnreg_mnist: %s in %s, but %s in %s', ...
           nnr.words.count_text (dims(1), ...
                                 'image'), images_file, nnr.words.count_text (label_dims(1), ...
                                                                              'label'), ...
           labels_file);
  end
  y = double (labels(:));
  ## Transposed as bytes and scaled in place (which needs a divisor of the same
  ## class), so that the result is in memory once.
  X = reshape (images, 784, dims(1)).';
  clear images;
  if (! strcmp (kind, 'uint8'))
    X = cast (X, kind);
    X /= cast (255, kind);
  end
end

function file = find_or_fail (dir, name)
  file = nnr.data.find_mnist (dir, name);
  if (isempty (file))
    if (isfolder (dir))
      what = sprintf ('%s (.gz or not) is not in the folder "%s"', name, dir);
    else
      what = sprintf ('there is no folder "%s"', dir);
    end
    error ('nnreg:badFile', ...
           ['nnreg_mnist: %s; get the files by nnreg_mnist (DIR, ' ...
            '"Download", true), or set the environment variable ' ...
            'NNREG_MNIST_DIR to the folder that holds them'], what);
  end
end

function bad_content (file, want, values, dims)
  error ('nnreg:badFile', 'nnreg_mnist: %s must hold %s, but holds %s of class %s', ...
         file, want, strjoin (strsplit (num2str (dims)), '-by-'), class (values));
end

%!function write_idx (dir, name, dims, values)
%!  fid = fopen (fullfile (dir, name), "w", "ieee-be");
%!  fwrite (fid, [0 0 8 numel(dims)]);
%!  fwrite (fid, dims, "uint32");
%!  fwrite (fid, values);
%!  fclose (fid);
%!endfunction

%!demo
%! ## The first sixteen digits, where the files are there.
%! try
%!   X = nnreg_mnist ("Class", "uint8");
%!   tiles = permute (reshape (X(1:16,:).', 28, 28, 16), [2 1 3]);
%!   imagesc (reshape (tiles, 28, 28 * 16));
%!   colormap (flipud (gray ()));
%!   axis image off;
%! catch err
%!   disp (err.message);
%! end

%!shared dir, pixels
%! dir = tempname ();
%! mkdir (dir);
%! pixels = mod (0:3*784-1, 251);
%! write_idx (dir, "train-images-idx3-ubyte", [3 28 28], pixels);
%! write_idx (dir, "train-labels.idx1-ubyte", 3, [7 0 9]);
%! write_idx (dir, "t10k-images.idx3-ubyte", [2 28 28], pixels(1:2*784));
%! write_idx (dir, "t10k-labels-idx1-ubyte", 2, [1 2]);
%! gzip (fullfile (dir, "t10k-labels-idx1-ubyte"));
%! delete (fullfile (dir, "t10k-labels-idx1-ubyte"));
%!test
%! ## Pixel (r, c) of image i is byte 784 i + 28 r + c of the file.
%! X = nnreg_mnist (dir, "Class", "uint8");
%! assert (class (X), "uint8");
%! assert (X, uint8 (reshape (pixels, 784, 3).'));
%!test
%! [X, y, Xtest, ytest] = nnreg_mnist (dir);
%! assert (class (X), "single");
%! assert (X, single (reshape (pixels, 784, 3).') / single (255));
%! assert (class (y), "double");
%! assert (y, [7; 0; 9]);
%! assert (Xtest, X(1:2, :));
%! assert (ytest, [1; 2]);
%!test
%! X = nnreg_mnist (dir, "class", "DOUBLE");
%! assert (class (X), "double");
%! assert (X, reshape (pixels, 784, 3).' / 255);
%!test
%! ## The folder may come from the environment.
%! before = getenv ("NNREG_MNIST_DIR");
%! unwind_protect
%!   setenv ("NNREG_MNIST_DIR", dir);
%!   [~, y] = nnreg_mnist ();
%!   assert (y, [7; 0; 9]);
%!   assert (size (nnreg_mnist ("Class", "uint8")), [3, 784]);
%!   assert (size (nnreg_mnist ([], "Class", "uint8")), [3, 784]);
%! unwind_protect_cleanup
%!   setenv ("NNREG_MNIST_DIR", before);
%! end_unwind_protect
%!error <nnreg_mnist: 3 images in .*train-images-idx3-ubyte, but 2 labels in .*train-labels-idx1-ubyte>
%! write_idx (dir, "train-labels-idx1-ubyte", 2, [1 2]);
%! nnreg_mnist (dir);
%!error <train-labels-idx1-ubyte must hold one label of class uint8 an image, but holds 2-by-2 of class uint8>
%! write_idx (dir, "train-labels-idx1-ubyte", [2 2], 1:4);
%! nnreg_mnist (dir);
%!error <train-images-idx3-ubyte must hold N-by-28-by-28 pixels of class uint8, but holds 1-by-2-by-2 of class uint8>
%! delete (fullfile (dir, "train-labels-idx1-ubyte"));
%! write_idx (dir, "train-images-idx3-ubyte", [1 2 2], 1:4);
%! nnreg_mnist (dir);
%!error <nnreg_mnist: .*train-images-idx3-ubyte: is cut short: it has 20 bytes, its header promises 2368>
%! write_idx (dir, "train-images-idx3-ubyte", [3 28 28], 1:4);
%! nnreg_mnist (dir);
%!error <nnreg_mnist: train-images-idx3-ubyte \(.gz or not\) is not in the folder ".*nnreg-gone"; get>
%! gone = fullfile (dir, "nnreg-gone");
%! mkdir (gone);
%! write_idx (gone, "train-labels-idx1-ubyte", 3, [7 0 9]);
%! unwind_protect
%!   nnreg_mnist (gone);
%! unwind_protect_cleanup
%!   delete (fullfile (gone, "*"));
%!   rmdir (gone);
%! end_unwind_protect
%!error <"; get the files by nnreg_mnist \(DIR, "Download", true\), or set the environment variable NNREG_MNIST_DIR>
%! delete (fullfile (dir, "train-images-idx3-ubyte"));
%! nnreg_mnist (dir);
%!error <nnreg_mnist: there is no folder "nowhere/mnist"; get the files by>
%! nnreg_mnist ("nowhere/mnist")
%!error id=nnreg:badFile nnreg_mnist ("nowhere/mnist")
%!error <nnreg_mnist: Class must be "single", "double" or "uint8", got "int8"; did you mean "uint8"\?>
%! nnreg_mnist (dir, "Class", "int8");
%!error <nnreg_mnist: Download must be true or false, got "yes">
%! nnreg_mnist (dir, "Download", "yes")
%!error <nnreg_mnist: Mirrors must be a cellstr of URLs, got 3> nnreg_mnist (dir, "Mirrors", 3)
%!error <nnreg_mnist: unknown option "Downlod"; did you mean "Download"\?>
%! nnreg_mnist (dir, "Downlod", true)
%!error <nnreg_mnist: DIR must be a row of characters, got 5> nnreg_mnist (5)
%!test
%! delete (fullfile (dir, "*"));
%! rmdir (dir);
