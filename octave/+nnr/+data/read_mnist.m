## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, y] = nnr.data.read_mnist (dir, part, kind)
##
## The images (N-by-784, of the class KIND) and labels (N-by-1) of MNIST in the folder DIR. PART is
## "train" or "t10k".

function [X, y] = read_mnist (dir, part, kind)
  labels_file = find_or_fail (dir, [part, '-labels-idx1-ubyte']);
  images_file = find_or_fail (dir, [part, '-images-idx3-ubyte']);
  [labels, label_dims] = nnr.data.read_idx (labels_file);
  if (! (isa (labels, 'uint8') && numel (label_dims) == 2 && label_dims(2) == 1))
    bad_content (labels_file, 'one label of class uint8 an image', labels, label_dims);
  end
  [images, dims] = nnr.data.read_idx (images_file);
  if (! (isa (images, 'uint8') && numel (dims) == 3 && all (dims(2:3) == 28)))
    bad_content (images_file, 'N-by-28-by-28 pixels of class uint8', images, dims);
  elseif (dims(1) != label_dims(1))
    error ('nnreg:badFile', '%s in %s, but %s in %s', ...
           nnr.words.count_text (dims(1), 'image'), images_file, ...
           nnr.words.count_text (label_dims(1), 'label'), labels_file);
  end
  y = double (labels(:));
  ## Transposed as bytes and scaled in place (which needs a divisor of the same class), so that the
  ## result is in memory only once.
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
    what = sprintf ('there is no folder "%s"', dir);
    if (nnr.files.is_folder (dir))
      what = sprintf ('%s (.gz or not) is not in the folder "%s"', name, dir);
    end
    error ('nnreg:badFile', ['%s; get the files by nnreg_mnist (DIR, "Download", true), or ' ...
                             'set the environment variable NNREG_MNIST_DIR to the folder that ' ...
                             'holds them'], what);
  end
end

function bad_content (file, want, values, dims)
  error ('nnreg:badFile', '%s must hold %s, but holds %s of class %s', file, want, ...
         strjoin (strsplit (num2str (dims)), '-by-'), class (values));
end
