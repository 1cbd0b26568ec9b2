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
## @deftypefn {Private Function} {[@var{live}, @var{varies}] =} live_parts (@var{weights})
## What of a network lies on a path of non-zero weights from an input to an output.
##
## @var{weights} are the matrices W_1 @dots{} W_L.  Both results are 1-by-(L+1) cells of
## logical columns, for the inputs, the units of each hidden layer, and the outputs:
## @var{varies} tells whether a path comes from an input, @var{live} whether one also goes
## on to an output.  The outputs always count as live.
## @seealso{nnreg_sparsity, nnreg_compact}
## @end deftypefn

function [live, varies] = live_parts (weights)
  num_layers = numel (weights);
  [varies, live] = deal (cell (1, num_layers + 1));
  varies{1} = true (columns (weights{1}), 1);
  for l = 1:num_layers
    varies{l + 1} = any (weights{l}(:,varies{l}), 2);
  end
  live{end} = true (rows (weights{end}), 1);
  for l = num_layers:-1:1
    live{l} = any (weights{l}(live{l + 1},:), 1).' & varies{l};
  end
end

%!test
%! # unit 1 is fed and read, 2 is not fed, 3 is not read
%! [live, varies] = live_parts ({[1, 0, 0; 0, 0, 0; 0, 1, 0], [1, 2, 0]});
%! assert (live, {[true; false; false], [true; false; false], true});
%! assert (varies, {true(3, 1), [true; false; true], true});
%!test
%! # nothing gets through
%! [live, varies] = live_parts ({[0, 0], [3; 4]});
%! assert (live, {[false; false], false, [true; true]});
%! assert (varies, {[true; true], false, [false; false]});
%!assert (live_parts ({[0, 2, 0]}), {[false; true; false], true})
