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
## @deftypefn {Private Function} {@var{value} =} check_not_lost (@var{caller}, @var{name}, @var{value}, @var{precision})
## The positive number @var{value} must be one that the core does not flush to zero.
## @seealso{learn_rates, settle_settings}
## @end deftypefn

function value = check_not_lost (caller, name, value, precision)
  value = full (double (value));
  if (value < realmin (precision))
    error ('nnreg:badArgument', '%s: %s is %g, which is 0 in %s precision; the least is %.3g', ...
           caller, name, value, precision, realmin (precision));
  end
end

%!assert (check_not_lost ("f", "LearnRate", 1e-30, "single"), 1e-30)
%!assert (check_not_lost ("f", "LearnRate", 1e-60, "double"), 1e-60)
%!error <f: LearnRate is 1e-60, which is 0 in single precision; the least is 1.18e-38>
%! check_not_lost ("f", "LearnRate", 1e-60, "single");
%!error <nnreg_fit: Epsilon is 1e-40, which is 0 in single precision>
%! nnreg_fit (eye (2), [1; 2], "Epsilon", 1e-40, "Epochs", 1);
%!error <nnreg_fit: LearnRate \(2\) is 1e-50, which is 0 in single precision>
%! nnreg_fit (eye (2), [1; 2], "LearnRate", @(k) 10 ^ (-25 * k), "Epochs", 2, "Verbose", 0);
%!test
%! # a sparse number, as a schedule may return
%! args = {eye(2), [1; 2], "Epochs", 1, "Verbose", 0};
%! plain = nnreg_fit (args{:}, "LearnRate", @(k) 0.01);
%! assert (nnreg_fit (args{:}, "LearnRate", @(k) sparse (0.01)).Weights, plain.Weights);
