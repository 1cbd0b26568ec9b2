## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The readers on real files: MNIST if it is there, and the digits. MNIST is in NNREG_MNIST_DIR, or
## in the folder mnist of NNREG_DATA_DIR, or of ../shared/data. With CI set, missing data are a
## failure.

%!function dir = mnist_dir ()
%!  dir = getenv ("NNREG_MNIST_DIR");
%!  if (isempty (dir))
%!    data = getenv ("NNREG_DATA_DIR");
%!    if (isempty (data))
%!      data = fullfile ("..", "shared", "data");
%!    end
%!    dir = fullfile (data, "mnist");
%!  end
%!  if (! isfolder (dir) && ! isempty (getenv ("CI")))
%!    error ("CI is set, but the folder \"%s\" with MNIST is missing", dir);
%!  elseif (! isfolder (dir))
%!    printf ("readers.tst: skipped, no MNIST in \"%s\"\n", dir);
%!    dir = "";
%!  end
%!endfunction

%!function url = mirror_url (dir)
%!  url = ["file://" make_absolute_filename(dir)];
%!endfunction

%!function write_labels (file, labels)
%!  # an IDX file that is not packed
%!  fid = fopen (file, "w", "ieee-be");
%!  fwrite (fid, [0 0 8 1]);
%!  fwrite (fid, numel (labels), "uint32");
%!  fwrite (fid, labels);
%!  fclose (fid);
%!endfunction

%!function remove_folder (dir)
%!  delete (fullfile (dir, "*"));
%!  rmdir (dir);
%!endfunction

%!test # sizes, classes, ranges and the class counts of the published set
%! dir = mnist_dir ();
%! if (! isempty (dir))
%!   [X, y, Xtest, ytest] = nnreg_mnist (dir);
%!   assert (class (X), "single");
%!   assert (size (X), [60000, 784]);
%!   assert (size (Xtest), [10000, 784]);
%!   assert ([min(X(:)), max(X(:))], single ([0, 1]));
%!   assert (accumarray (y + 1, 1).', ...
%!           [5923 6742 5958 6131 5842 5421 5918 6265 5851 5949]);
%!   assert (accumarray (ytest + 1, 1).', ...
%!           [980 1135 1032 1010 982 892 958 1028 974 1009]);
%!   assert (y(1:10).', [5 0 4 1 9 2 1 3 1 4]);
%!   # mean and deviation as in every tutorial
%!   values = double (X(:));
%!   assert ([mean(values), std(values)], [0.1307, 0.3081], 5e-5);
%! end

%!test # all classes have the same images, row after row of pixels
%! dir = mnist_dir ();
%! if (! isempty (dir))
%!   [~, ~, U] = nnreg_mnist (dir, "Class", "uint8");
%!   [~, ~, S] = nnreg_mnist (dir, "Class", "single");
%!   [~, ~, D] = nnreg_mnist (dir, "Class", "double");
%!   assert (S, single (U) / single (255));
%!   assert (D, double (U) / 255);
%!   A = nnreg_readidx (fullfile (dir, "t10k-images-idx3-ubyte.gz"));
%!   assert (size (A), [10000, 28, 28]);
%!   assert (class (A), "uint8");
%!   for i = [1, 77, 10000]
%!     assert (reshape (U(i, :), 28, 28).', squeeze (A(i, :, :)));
%!   end
%!   # an upright seven: the bar is in the upper half, the foot below
%!   image = double (squeeze (A(1, :, :)));
%!   assert (nnz (image(8:10, 7:22)) > 35);
%!   assert (nnz (image(20:28, 18:28)) == 0);
%! end

%!test # packed or not, the same
%! dir = mnist_dir ();
%! if (! isempty (dir))
%!   copy = tempname ();
%!   mkdir (copy);
%!   unwind_protect
%!     labels = nnreg_readidx (fullfile (dir, "t10k-labels-idx1-ubyte.gz"));
%!     assert (size (labels), [10000, 1]);
%!     plain = fullfile (copy, "t10k-labels-idx1-ubyte");
%!     write_labels (plain, labels);
%!     assert (stat (plain).size, 8 + 10000);
%!     assert (nnreg_readidx (plain), labels);
%!   unwind_protect_cleanup
%!     remove_folder (copy);
%!   end_unwind_protect
%! end

%!test # download from a local mirror: a right file is kept, a wrong one replaced
%! dir = mnist_dir ();
%! if (! isempty (dir))
%!   copy = tempname ();
%!   mirrors = {"file:///nowhere/x", mirror_url(dir)};
%!   unwind_protect
%!     [X, y] = nnreg_mnist (copy, "Class", "uint8", "Download", true, ...
%!                           "Mirrors", mirrors);
%!     assert (size (X), [60000, 784]);
%!     assert (numel (y), 60000);
%!     assert (numel (readdir (copy)), 6);
%!     # unpacked and under the other spelling a file is right too
%!     labels = fullfile (copy, "t10k-labels-idx1-ubyte.gz");
%!     other = fullfile (copy, "t10k-labels.idx1-ubyte");
%!     write_labels (other, nnreg_readidx (labels));
%!     delete (labels);
%!     wrong = fullfile (copy, "train-labels-idx1-ubyte.gz");
%!     write_labels (wrong, [5 0]);
%!     [~, again] = nnreg_mnist (copy, "Class", "uint8", "Download", true, ...
%!                               "Mirrors", mirrors);
%!     assert (again, y);
%!     assert (exist (other, "file"), 2);
%!     assert (exist (labels, "file"), 0);
%!   unwind_protect_cleanup
%!     remove_folder (copy);
%!   end_unwind_protect
%! end

%!test # the mirror has another file, not damaged: refused, and named
%! mirror = tempname ();
%! copy = tempname ();
%! mkdir (mirror);
%! unwind_protect
%!   fid = fopen (fullfile (mirror, "train-images-idx3-ubyte"), "w");
%!   fwrite (fid, [0 0 8 3  0 0 0 1  0 0 0 28  0 0 0 28, zeros(1, 784)]);
%!   fclose (fid);
%!   gzip (fullfile (mirror, "train-images-idx3-ubyte"));
%!   failure = struct ("message", "no error", "identifier", "");
%!   try
%!     nnreg_mnist (copy, "Download", true, "Mirrors", {mirror_url(mirror)});
%!   catch failure
%!   end
%!   assert (failure.identifier, "nnreg:badFile");
%!   assert (! isempty (strfind (failure.message, "its checksum is wrong")));
%!   assert (! isempty (strfind (failure.message, mirror_url (mirror))));
%!   assert (numel (readdir (copy)), 2);
%! unwind_protect_cleanup
%!   remove_folder (mirror);
%!   rmdir (copy);
%! end_unwind_protect

%!test # no network: port 9 of this computer does not answer; both mirrors are named
%! copy = tempname ();
%! unwind_protect
%!   failure = struct ("message", "no error", "identifier", "");
%!   try
%!     nnreg_mnist (copy, "Download", true, ...
%!                  "Mirrors", {"http://127.0.0.1:9/a", "http://127.0.0.1:9/b"});
%!   catch failure
%!   end
%!   assert (failure.identifier, "nnreg:badFile");
%!   assert (! isempty (strfind (failure.message, "http://127.0.0.1:9/a/train-images")));
%!   assert (! isempty (strfind (failure.message, "http://127.0.0.1:9/b/train-images")));
%! unwind_protect_cleanup
%!   rmdir (copy);
%! end_unwind_protect

%!test # downloads go to the user's cache folder, and are found there
%! before = {getenv("NNREG_MNIST_DIR"), getenv("XDG_CACHE_HOME")};
%! cache = tempname ();
%! unwind_protect
%!   setenv ("NNREG_MNIST_DIR", "");
%!   setenv ("XDG_CACHE_HOME", cache);
%!   failure.message = "no error";
%!   try
%!     nnreg_mnist ();
%!   catch failure
%!   end
%!   where = fullfile (cache, "nnreg", "mnist");
%!   assert (! isempty (strfind (failure.message, where)));
%! unwind_protect_cleanup
%!   setenv ("NNREG_MNIST_DIR", before{1});
%!   setenv ("XDG_CACHE_HOME", before{2});
%! end_unwind_protect

%!test # all element types, written by Octave in big-endian order
%! codes = {8, "uint8"; 9, "int8"; 11, "int16"; 12, "int32"; 13, "single"; 14, "double"};
%! for k = 1:rows (codes)
%!   values = cast ([-7.25, 3, 100; 0, 1, -128], codes{k, 2});
%!   file = tempname ();
%!   fid = fopen (file, "w", "ieee-be");
%!   fwrite (fid, [0, 0, codes{k, 1}, 2]);
%!   fwrite (fid, [2, 3], "uint32");
%!   fwrite (fid, values.', codes{k, 2});
%!   fclose (fid);
%!   unwind_protect
%!     A = nnreg_readidx (file);
%!   unwind_protect_cleanup
%!     delete (file);
%!   end_unwind_protect
%!   assert (class (A), codes{k, 2});
%!   assert (A, values);
%! end
