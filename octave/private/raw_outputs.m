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
## @deftypefn {Private Function} {@var{outputs} =} raw_outputs (@var{caller}, @var{model}, @var{X}, @var{threads})
## What the model's network makes of the rows of X, K-by-N in its precision: probabilities, or
## responses as they were learnt.  Rows go through the network block by block, packed or, if
## they are in the model's precision already, as they are.  Of a model of
## @code{nnreg_compact} only the columns in @code{Inputs} do, unless X has no others.
## @seealso{network_outputs, check_inputs}
## @end deftypefn

function outputs = raw_outputs (caller, model, X, threads)
  precision = class (model.Weights{1});
  num_inputs = columns (model.Weights{1});
  [network, theta] = model_network (model);
  found = scan_data (caller, 'X', X, false, precision, threads);
  found.Density = min (1, found.Density * columns (X) / num_inputs);
  [found.Mean, found.Scale] = deal (model.InputMean(:), model.InputScale(:));
  as_it_is = ! better_packed (X, found, precision, rows (model.Weights{1}));
  [X, block_of, rows_at_once] = blocks_of_rows (model, X);
  outputs = zeros (network.Sizes(end), rows (X), precision);
  for first = 1:rows_at_once:rows (X)
    count = min (rows_at_once, rows (X) - first + 1);
    [data, skipped] = block_of (X, first, count);
    if (! as_it_is)
      data = pack_rows (data, skipped + 1, count, found, precision, threads);
      skipped = 0;
    end
    try
      part = __nnreg_predict__ (network, theta, data, skipped, count, threads);
    catch err
      pass_error (caller, err);
    end
    outputs(:,first:first + count - 1) = part;
  end
end

function packed = better_packed (X, found, precision, num_units)
  ## Measured: to pack a number costs as much as 150 units' products with it, and of the
  ## packed ones those with a non-zero cost twice those in place.
  worthwhile = num_units * (1 - 2 * found.Density) > 150;
  packed = issparse (X) || ! isa (X, precision) || ! isempty (found.Mean) ...
           || (found.Compressed && worthwhile) || rows (X) >= 2^31;
end

## X, the rows of a block of it (a matrix, and how many come before them there), and how
## many rows make a block.
function [X, block_of, rows_at_once] = blocks_of_rows (model, X)
  block_of = @(X, first, count) deal (X, first - 1);
  rows_at_once = 8192;
  if (columns (X) == columns (model.Weights{1}))
    return
  elseif (issparse (X))
    X = X(:,model.Inputs);
    return
  end
  ## Small enough to stay in the cache until they are read.
  rows_at_once = 2048;
  block_of = @(X, first, count) deal (X(first:first + count - 1,model.Inputs), 0);
end
