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
## @deftypefn {Private Function} {[@var{penalty}, @var{scales}] =} fit_penalty (@var{caller}, @var{s}, @var{num_layers})
## The penalty of a training as @code{layer_penalty} has it, and what each epoch multiplies
## it by.  For a Lambda that is a function of the epoch the penalty is that of its largest
## value, and @var{scales} has a row for each epoch; else @var{scales} is empty.
## @seealso{make_problem, make_candidates, layer_penalty}
## @end deftypefn

function [penalty, scales] = fit_penalty (caller, s, num_layers)
  [scales, s.Lambda] = lambda_scales (caller, s);
  penalty = layer_penalty (caller, s, num_layers);
end

function [scales, lambda] = lambda_scales (caller, s)
  [scales, lambda] = deal ([], s.Lambda);
  if (! is_function_handle (s.Lambda))
    return;
  end
  values = zeros (s.Epochs, 1);
  for epoch = 1:s.Epochs
    try
      value = s.Lambda (epoch);
    catch err
      error ('nnreg:badArgument', '%s: Lambda (%d) failed: %s', caller, epoch, err.message);
    end
    ok = isnumeric (value) && isscalar (value) && isreal (value) && value >= 0 ...
         && value < Inf;
    if (! ok)
      error ('nnreg:badArgument', '%s: Lambda (%d) must be a nonnegative number, got %s', ...
             caller, epoch, show_value (value));
    end
    values(epoch) = value;
  end
  lambda = max (values);
  if (lambda > 0)
    scales = values / lambda;
  end
end
