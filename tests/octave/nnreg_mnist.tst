## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_mnist; the short ones and the errors are in its own file.

%!function write_idx (dir, name, dims, values)
%!  fid = fopen (fullfile (dir, name), "w", "ieee-be");
%!  fwrite (fid, [0 0 8 numel(dims)]);
%!  fwrite (fid, dims, "uint32");
%!  fwrite (fid, values);
%!  fclose (fid);
%!endfunction
%!shared dir, pixels
%! dir = [tempname(), "  it's größe"];
%! mkdir (dir);
%! pixels = mod (0:3*784-1, 251);
%! write_idx (dir, "train-images-idx3-ubyte", [3 28 28], pixels);
%! write_idx (dir, "train-labels.idx1-ubyte", 3, [7 0 9]);
%! write_idx (dir, "t10k-images.idx3-ubyte", [2 28 28], pixels(1:2*784));
%! write_idx (dir, "t10k-labels-idx1-ubyte", 2, [1 2]);
%! gzip (fullfile (dir, "t10k-labels-idx1-ubyte"));
%! delete (fullfile (dir, "t10k-labels-idx1-ubyte"));
%!test
%! # pixel (r, c) of image i is byte 784 i + 28 r + c of the file.
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
%! # the folder from the environment
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
%!error <mnist: 3 images in .*train-images-idx3-ubyte, but 2 labels in .*train-labels-idx1-ubyte>
%! write_idx (dir, "train-labels-idx1-ubyte", 2, [1 2]);
%! nnreg_mnist (dir);
%!error <must hold one label of class uint8 an image, but holds 2-by-2 of class uint8>
%! write_idx (dir, "train-labels-idx1-ubyte", [2 2], 1:4);
%! nnreg_mnist (dir);
%!error <must hold N-by-28-by-28 pixels of class uint8, but holds 1-by-2-by-2 of class uint8>
%! delete (fullfile (dir, "train-labels-idx1-ubyte"));
%! write_idx (dir, "train-images-idx3-ubyte", [1 2 2], 1:4);
%! nnreg_mnist (dir);
%!error <nnreg_mnist: .*train-images-.*: is cut short: it has 20 bytes, its header promises 2368>
%! write_idx (dir, "train-images-idx3-ubyte", [3 28 28], 1:4);
%! nnreg_mnist (dir);
%!error <nnreg_mnist: train-images-idx3-ubyte \(.gz or not\) is not in the folder ".*-gone"; get>
%! gone = fullfile (dir, "nnreg-gone");
%! mkdir (gone);
%! write_idx (gone, "train-labels-idx1-ubyte", 3, [7 0 9]);
%! unwind_protect
%!   nnreg_mnist (gone);
%! unwind_protect_cleanup
%!   delete (fullfile (gone, "*"));
%!   rmdir (gone);
%! end_unwind_protect
%!error <by nnreg_mnist \(DIR, "Download", true\), or set the environment variable NNREG_MNIST_DIR>
%! delete (fullfile (dir, "train-images-idx3-ubyte"));
%! nnreg_mnist (dir);
%!error <mnist: Class must be "single", "double" or "uint8", got "int8"; did you mean "uint8"\?>
%! nnreg_mnist (dir, "Class", "int8");
%!error <nnreg_mnist: Download must be true or false, got "yes">
%! nnreg_mnist (dir, "Download", "yes")
%!error <nnreg_mnist: Mirrors must be a cellstr of URLs, got 3> nnreg_mnist (dir, "Mirrors", 3)
%!error <nnreg_mnist: unknown option "Downlod"; did you mean "Download"\?>
%! nnreg_mnist (dir, "Downlod", true)
%!test
%! delete (fullfile (dir, "*"));
%! rmdir (dir);
