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
## @deftypefn {Private Function} {@var{outputs} =} network_outputs (@var{caller}, @var{model}, @var{X}, @var{threads})
## The model's outputs for the rows of X (N-by-K): probabilities, or responses in the
## user's units.  Rows are packed and predicted block by block; dense rows that are in the
## model's precision already are read where they are.
## @end deftypefn

function outputs = network_outputs (caller, model, X, threads)
  precision = class (model.Weights{1});
  num_outputs = rows (model.Weights{end});
  s = struct ('Precision', precision, 'Task', model.Task, 'Activations', ...
              {model.Activations}, 'LayerSizes', cellfun ('rows', model.Weights(1:end - 1)));
  network = make_network (s, columns (X), num_outputs);
  theta = unroll_weights (model.Weights, model.Biases, precision);
  found = scan_data (caller, 'X', X, false, precision, threads);
  [found.Mean, found.Scale] = deal (model.InputMean(:), model.InputScale(:));
  outputs = zeros (num_outputs, rows (X), precision);
  as_it_is = ! found.Compressed && isempty (found.Mean) && isa (X, precision) ...
             && rows (X) < 2^31;
  rows_at_once = 8192;
  for first = 1:rows_at_once:rows (X)
    count = min (rows_at_once, rows (X) - first + 1);
    data = X;
    skipped = first - 1;
    if (! as_it_is)
      data = pack_rows (X, first, count, found, precision, threads);
      skipped = 0;
    end
    try
      part = __nnreg_predict__ (network, theta, data, skipped, count, threads);
    catch err
      pass_error (caller, err);
    end
    outputs(:,first:first + count - 1) = part;
  end
  outputs = outputs.';
  if (strcmp (model.Task, 'regression'))
    ## In double: a large mean would swallow the differences in single.
    outputs = double (outputs) .* model.ResponseScale(:).' + model.ResponseMean(:).';
  end
end
