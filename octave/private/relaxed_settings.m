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
## @deftypefn {Private Function} {@var{s} =} relaxed_settings (@var{s}, @var{p})
## The settings of a path's relaxed refits: no penalty, and zeros stay zero.  Measured: a
## network's twice as long as the trainings between two points, which have only a step to make up
## for.  An exact solver's ends by itself.
## @seealso{nnreg_path}
## @end deftypefn

function s = relaxed_settings (s, p)
  [s.Penalty, s.Lambda, s.KeepZeros] = deal ('none', [], true);
  if (! p.Falls)
    s.Epochs = 2 * p.WarmEpochs;
  end
end
