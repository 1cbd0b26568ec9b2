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
## @deftypefn {Private Function} {@var{profile} =} make_profile (@var{packing}, @var{phases}, @var{total})
## Where a fit's time went, in seconds, from that of packing, the core's phases
## (nnreg_phase in nnreg.h) and the whole.
## @seealso{print_profile, run_training}
## @end deftypefn

function profile = make_profile (packing, phases, total)
  names = {'Samples', 'Forward', 'Loss', 'Backward', 'Update', 'Waiting', 'Validation', ...
           'Calls'};
  profile = cell2struct ([packing; num2cell(phases(:))], [{'Packing'}, names], 1);
  profile.Octave = max (0, total - packing - sum (phases));
  profile.Total = packing + sum (phases) + profile.Octave;
end
