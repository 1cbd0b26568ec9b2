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
## @deftypefn {Private Function} {@var{yes} =} study_is_stale (@var{study})
## Is it time to look what other processes have finished?  Always, so that nothing is done
## twice; but where there are many files the more seldom the more there are (N processes
## that look at N files each look at 50 a second together), so that they do not wear out a
## shared file system.
## @seealso{study_read}
## @end deftypefn

function yes = study_is_stale (study)
  [few, together] = deal (8, 50);
  count = numel (study.Read.Name);
  wait = (count > few) * count ^ 2 / together;
  yes = abs (time () - study.LastRead) >= wait;     # a clock may be set back
end

%!test # also when the clock was set back since
%! assert (study_is_stale (struct ("Read", struct ("Name", {{"a"}}), "LastRead", time () + 3600)));
