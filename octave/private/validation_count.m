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
## @deftypefn {Private Function} {@var{count} =} validation_count (@var{s}, @var{num_samples})
## How many of the samples the settings' ValidationFraction keeps from the training.
## @seealso{validation_samples, warn_of_few_steps}
## @end deftypefn

function count = validation_count (s, num_samples)
  count = round (s.ValidationFraction * num_samples);
end

%!assert (validation_count (struct ("ValidationFraction", 0.2), 8), 2)
%!assert (validation_count (struct ("ValidationFraction", 0), 8), 0)
