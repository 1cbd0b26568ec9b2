## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [train, validation] = nnr.train.split_rows (targets, num_samples, s)
##
## The numbers of the samples to train on, and of those that ValidationFraction takes; both []
## without a ValidationFraction. The seed chooses them. Each class gives its share, rounded by the
## largest remainders, but keeps a sample to train on.

function [train, validation] = split_rows (targets, num_samples, s)
  [train, validation] = deal ([]);
  if (s.ValidationFraction == 0)
    return
  end
  count = nnr.options.validation_count (s, num_samples);
  if (count == 0 || count == num_samples)
    error ('nnreg:badArgument', 'ValidationFraction %g of %s leaves none to %s', ...
           s.ValidationFraction, nnr.words.count_text (num_samples, 'sample'), ...
           {'validate with', 'train on'}{1 + (count > 0)});
  end
  split_stream = 2;
  order = __nnreg_shuffle__ (num_samples, s.Seed, split_stream);
  labels = zeros (num_samples, 1);
  if (! isempty (targets.Labels))
    labels = double (targets.Labels(:));
  end
  taken = nnr.targets.take_share (labels, double (order(:)), count);
  if (nnz (taken) < count)
    error ('nnreg:badArgument', ['ValidationFraction %g of %s leaves a class without a sample ' ...
                                 'to train on; give a smaller one, or ValidationData'], ...
           s.ValidationFraction, nnr.words.count_text (num_samples, 'sample'));
  end
  train = uint32 (find (! taken));
  validation = uint32 (find (taken));
end

%!function varargout = split (labels, share, seed)
%!  targets = struct ("Labels", int32 (labels), "Responses", []);
%!  s = struct ("ValidationFraction", share, "Seed", seed);
%!  [varargout{1:nargout}] = nnr.train.split_rows (targets, numel (labels), s);
%!endfunction
%!test # each class its share, to less than one sample, and all rows are somewhere
%! k = (0:499).';
%! labels = mod (floor (k .* sqrt (k)), 7);
%! labels(labels > 4) = 0;
%! labels(labels == 4 & k > 100) = 1;
%! sizes = accumarray (labels + 1, 1);
%! for share = [0.01, 0.1, 0.2, 1/3, 0.5, 0.9]
%!   [train, validation] = split (labels, share, 3);
%!   assert (sort ([train; validation]), uint32 (k + 1));
%!   assert (numel (validation), round (500 * share));
%!   taken = accumarray (labels(validation) + 1, 1, [5, 1]);
%!   assert (abs (taken - share * sizes) < 1);
%!   assert (isequal (validation, nthargout (2, @split, labels, share, 3)));
%!   assert (! isequal (validation, nthargout (2, @split, labels, share, 4)));
%! end
%!test # a class of one row, or without rows, gives none
%! labels = [0; 3; 3; 3; 3; 3; 3; 3; 3; 4];
%! for seed = 0:20
%!   [train, validation] = split (labels, 0.5, seed);
%!   assert (labels(validation), 3 * ones (5, 1));
%! end
%! [~, validation] = split ([0; 0; 1; 1; 2; 2], 0.5, 1);
%! assert (accumarray ([0; 0; 1; 1; 2; 2](validation) + 1, 1), [1; 1; 1]);
%!test # a regression: all rows alike
%! targets = struct ("Labels", [], "Responses", zeros (1, 10));
%! s = struct ("ValidationFraction", 0.3, "Seed", 5);
%! [train, validation] = nnr.train.split_rows (targets, 10, s);
%! assert (validation, sort (__nnreg_shuffle__ (10, 5, 2)(1:3)));
%! assert (sort ([train; validation]), uint32 (1:10).');
%!error <^ValidationFraction 0.5 of 4 samples leaves a class without a sample to train on; give>
%! split ([0; 1; 2; 2], 0.5, 0)
