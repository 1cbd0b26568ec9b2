## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## shape = nnr.plot.image_shape (opts, num_inputs, named)
##
## Rows and columns of the image whose pixels are the inputs: OPTS.ImageSize if it is given. Else
## inputs without names (NAMED is false) are taken for a square image if their number is a square
## and at least 16. Empty if they are no image.

function shape = image_shape (opts, num_inputs, named)
  shape = opts.ImageSize;
  side = round (sqrt (num_inputs));
  if (! isempty (shape) && prod (shape) != num_inputs)
    error ('nnreg:badArgument', ['ImageSize must be rows and columns of an image of the %s, ' ...
                                 'got %s'], nnr.words.count_text (num_inputs, 'input'), ...
           nnr.words.show_value (shape));
  elseif (isempty (shape) && ! named && side ^ 2 == num_inputs && side >= 4)
    shape = [side, side];
  end
end

%!shared opts
%! opts.ImageSize = [];
%!assert (nnr.plot.image_shape (opts, 784, false), [28, 28])
%!assert (nnr.plot.image_shape (opts, 784, true), [])
%!assert (nnr.plot.image_shape (opts, 9, false), [])
%!assert (nnr.plot.image_shape (struct ('ImageSize', [2, 6]), 12, true), [2, 6])
%!error <ImageSize must be rows and columns of an image of the 9 inputs, got \[2 5\]>
%! nnr.plot.image_shape (struct ('ImageSize', [2, 5]), 9, true);
