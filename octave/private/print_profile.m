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
## @deftypefn {Private Function} {} print_profile (@var{profile})
## Prints a profile's parts and their shares.
## @seealso{make_profile}
## @end deftypefn

function print_profile (profile)
  parts = {'Packing', 'X scanned and packed'
           'Samples', 'samples of a batch taken out, and their transpose'
           'Forward', 'hidden layers'
           'Loss', 'output layer, losses and their derivatives'
           'Backward', 'derivatives by hidden units, update of later layers'
           'Update', 'gradient of the first layer and Adam''s step'
           'Waiting', 'for other threads'
           'Validation', 'and the other figures of an epoch'
           'Calls', 'memory and order of samples, at each call'
           'Octave', 'Octave''s own part'
           'Total', 'seconds of the calling thread'};
  for k = 1:rows (parts)
    seconds = profile.(parts{k,1});
    printf ("%-11s %8.3f s %5.1f%%  %s\n", tolower (parts{k,1}), seconds, ...
            100 * seconds / profile.Total, parts{k,2});
  end
end
