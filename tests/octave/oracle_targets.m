## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more details.
##
## You should have received a copy of the GNU General Public License along with
## this program; see the file COPYING.  If not, see
## <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {} {[@var{Y}, @var{w}] =} oracle_targets (@var{y}, @var{opt})
## What the outputs should be (N-by-K: one-hot for class numbers 1 to K, else
## @var{y} itself) and the samples' weights (N-by-1): @code{opt.Weights} times the
## class's @code{opt.ClassWeights}, scaled to mean 1.
## @seealso{oracle_fit}
## @end deftypefn

function [Y, w] = oracle_targets (y, opt)
  Y = y;
  w = ones (rows (y), 1);
  if (! isempty (opt.Weights))
    w = opt.Weights(:);
  end
  if (strcmp (opt.Task, "classification"))
    Y = double (y == 1:max (y));
    if (! isempty (opt.ClassWeights))
      w = w .* opt.ClassWeights(y)(:);
    end
  end
  w = w / mean (w);
end

%!test
%! opt = oracle_options (struct ("Weights", [1; 2; 1], "ClassWeights", [3 1]), 1);
%! [Y, w] = oracle_targets ([2; 1; 2], opt);
%! assert (Y, [0 1; 1 0; 0 1]);
%! assert (w, [1; 6; 1] * 3 / 8, eps);
