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
## @deftypefn {Private Function} {@var{rates} =} learn_rates (@var{caller}, @var{s})
## The learning rate of each epoch, as a column.
## @end deftypefn

function rates = learn_rates (caller, s)
  rates = zeros (s.Epochs, 1);
  if (! is_function_handle (s.LearnRate))
    rates(:) = check_not_lost (caller, 'LearnRate', s.LearnRate, s.Precision);
    return;
  end
  for epoch = 1:s.Epochs
    try
      rate = s.LearnRate (epoch);
    catch err
      error ('nnreg:badArgument', '%s: LearnRate (%d) failed: %s', caller, epoch, err.message);
    end
    ok = isnumeric (rate) && isscalar (rate) && isreal (rate) ...
         && rate > 0 && rate < Inf;
    if (! ok)
      error ("nnreg:badArgument", ["%s: LearnRate (%d) must be a positive number, " ...
                                   "got %s"], caller, epoch, show_value (rate));
    end
    rates(epoch) = check_not_lost (caller, sprintf ('LearnRate (%d)', epoch), rate, s.Precision);
  end
end
