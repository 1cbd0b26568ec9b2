## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.model.raw_outputs (model, X, threads)
##
## What the model's network makes of the rows of X, K-by-N in its precision: probabilities, or
## responses as they were learnt.
##
## Of a model of nnreg_compact only the columns in Inputs count, unless X has no others.  Rows go
## through the network block by block: X as it is where most weights of the first layer are zero,
## or where it is in the model's precision; else packed. Outputs that are not finite are an error:
## weights or X are too large then.

function outputs = raw_outputs (model, X, threads)
  [network, theta] = nnr.model.network (model);
  chosen = [];
  if (columns (X) != columns (model.Weights{1}))
    chosen = model.Inputs(:).';
  end
  try
    if (mostly_zero (model.Weights{1}, X))
      [part_of, rows_at_once] = by_weights (model, X, chosen, network, theta, threads);
    else
      [part_of, rows_at_once] = by_samples (model, X, chosen, network, theta, threads);
    end
    outputs = zeros (network.Sizes(end), rows (X), network.Precision);
    for first = 1:rows_at_once:rows (X)
      count = min (rows_at_once, rows (X) - first + 1);
      outputs(:,first:first + count - 1) = part_of (first, count);
    end
  catch err
    name_place (err, X, chosen, network.Precision, threads);
    rethrow (err);
  end
  ## The sum is quick, and not finite for finite numbers at worst.
  if (! isfinite (sum (outputs(:))) && ! all (isfinite (outputs(:))))
    error ('nnreg:badData', ['the outputs of MODEL are not finite in %s precision: its ' ...
                             'weights, or values of X, are too large'], network.Precision);
  end
end

## Measured: with so many zeros products with the other weights alone are the fastest.
function yes = mostly_zero (W, X)
  yes = ! issparse (X) && nnz (W) <= numel (W) / 4;
end

## X is read where it lies; columns that no weight reads are not looked at, so that those of a
## whole model are looked at here.
function [part_of, rows_at_once] = by_weights (model, X, chosen, network, theta, threads)
  rows_at_once = 8192;
  if (! isfield (model, 'Inputs'))
    nnr.data.scan ('X', X, false, network.Precision, threads);
  end
  args = {network, theta, X, uint32(chosen - 1), model.InputMean(:), model.InputScale(:)};
  part_of = @(first, count) nnr.core.call (@__nnreg_predict_view__, args{:}, first - 1, count, ...
                                           threads);
end

function [part_of, rows_at_once] = by_samples (model, X, chosen, network, theta, threads)
  if (! isempty (chosen) && issparse (X))
    X = X(:,chosen);
  elseif (! isempty (chosen))
    ## Small enough to stay in the cache until they are read.
    rows_at_once = 2048;
    part_of = @(first, count) whole (model, X(first:first + count - 1,chosen), ...
                                     network, theta, threads)(1, count);
    return
  end
  rows_at_once = 8192;
  part_of = whole (model, X, network, theta, threads);
end

## A function of the first row and how many, for an X of which all columns count.
function part_of = whole (model, X, network, theta, threads)
  found = nnr.data.scan ('X', X, false, network.Precision, threads);
  [found.Mean, found.Scale] = deal (model.InputMean(:), model.InputScale(:));
  if (better_packed (X, found, network.Precision, rows (model.Weights{1})))
    pack = @(first, count) nnr.data.pack_rows (X, first, count, found, network.Precision, threads);
    part_of = @(first, count) nnr.core.call (@__nnreg_predict__, network, theta, ...
                                             pack (first, count), 0, count, threads);
  else
    part_of = @(first, count) nnr.core.call (@__nnreg_predict__, network, theta, X, first - 1, ...
                                             count, threads);
  end
end

function packed = better_packed (X, found, precision, num_units)
  ## Measured: to pack a number costs as much as 150 units' products with it, and of the
  ## packed ones those with a non-zero cost twice those in place.
  worthwhile = num_units * (1 - 2 * found.Density) > 150;
  packed = issparse (X) || ! isa (X, precision) || ! isempty (found.Mean) ...
           || (found.Compressed && worthwhile) || rows (X) >= 2^31;
end

## Values that are not finite were met in some rows and columns: where in X they are.
function name_place (err, X, chosen, precision, threads)
  if (! strcmp (err.identifier, 'nnreg:badData'))
    return;
  elseif (isempty (chosen))
    nnr.data.scan ('X', X, false, precision, threads);
  end
  for j = chosen
    try
      nnr.data.scan ('X', X(:,j), false, precision, threads);
    catch err
      error (err.identifier, '%s', strrep (err.message, ',1)', sprintf (',%d)', j)));
    end
  end
end

%!test # huge weights, as in a damaged file: once the scores were NaN
%! X = [1, 2; 3, 5; 4, 1; 0, 0];
%! m = nnreg_fit (X, [1; 2; 1; 2], "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! m.Weights{1}(:) = 3e38;
%! m.Weights{2}(:) = [1; -1] * [1, 1];
%! for X = {X, single(X), sparse(X)}
%!   try
%!     nnreg_predict (m, X{1});
%!     got = "";
%!   catch err
%!     got = [err.identifier, " ", err.message];
%!   end
%!   assert (got, ...
%!           ["nnreg:badData nnreg_predict: the outputs of MODEL are not finite in single ", ...
%!            "precision: its weights, or values of X, are too large"]);
%! end
