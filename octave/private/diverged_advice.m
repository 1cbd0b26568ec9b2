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
## @deftypefn {Private Function} {@var{advice} =} diverged_advice (@var{s})
## What may help a training of the settings @var{s} that has diverged, of what has not been done
## already.
## @seealso{run_training, warn_of_explosion}
## @end deftypefn

function advice = diverged_advice (s)
  done = [strcmp(s.Solver, 'fista'), strcmp(s.Penalty, 'none'), s.Standardize, ...
          s.StandardizeY || ! strcmp(s.Task, 'regression'), strcmp(s.Precision, 'double')];
  ways = {'a smaller LearnRate', 'a smaller Lambda', '"Standardize", true', ...
          '"StandardizeY", true', '"Precision", "double"', 'X and y in other units'};
  ways = ways(! [done, ! all(done)]);
  advice = ['try ', strjoin(ways, ', or ')];
end
