## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{w} =} class_weights (@var{caller}, @var{wanted}, @var{idx}, @var{num_classes})
## A weight for each class, as a column: @var{wanted} (K numbers, in the order of the
## sorted classes), or for @qcode{"balanced"} N / (K * count), scikit-learn's rule,
## so that each class counts the same.
## @end deftypefn

function w = class_weights (caller, wanted, idx, num_classes)
  if (ischar (wanted))
    check_choice (caller, "ClassWeights", wanted, {"balanced"});
    counts = accumarray (idx, 1, [num_classes, 1]);
    w = zeros (num_classes, 1);
    w(counts > 0) = numel (idx) ./ (nnz (counts) * counts(counts > 0));
    return;
  end
  ok = isnumeric (wanted) && isreal (wanted) && numel (wanted) == num_classes ...
       && isvector (wanted) && all (wanted(:) >= 0 & wanted(:) < Inf) ...
       && any (wanted(:) > 0);
  if (! ok)
    error ("nnreg:badArgument", ['%s: ClassWeights must be "balanced" or %d ' ...
                                 "nonnegative numbers, one a class, got %s"], ...
           caller, num_classes, show_value (wanted));
  end
  w = double (full (wanted(:)));
end
