## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [live, varies] = nnr.model.live_parts (weights)
##
## The parts of a network that are on a path of non-zero weights.
##
## WEIGHTS are the matrices W_1 ... W_L. Both results are 1-by-(L+1) cells of logical columns: for
## the inputs, the units of each hidden layer, and the outputs. VARIES: a path leads here from an
## input. LIVE: it also leads on to an output. The outputs always count as live.

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
%! [live, varies] = nnr.model.live_parts ({[1, 0, 0; 0, 0, 0; 0, 1, 0], [1, 2, 0]});
%! assert (live, {[true; false; false], [true; false; false], true});
%! assert (varies, {true(3, 1), [true; false; true], true});
%!test
%! # nothing gets through
%! [live, varies] = nnr.model.live_parts ({[0, 0], [3; 4]});
%! assert (live, {[false; false], false, [true; true]});
%! assert (varies, {[true; true], false, [false; false]});
%!assert (nnr.model.live_parts ({[0, 2, 0]}), {[false; true; false], true})
