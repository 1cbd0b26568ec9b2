## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.model.raw_outputs (model, X, threads)
##
## The network's outputs for the rows of X, K-by-N in the model's precision: probabilities, or
## standardised responses.
##
## X has all columns, or only the model's Inputs. Rows go through the network in blocks, which
## bounds the memory. If outputs are not finite, it is an error: weights or X are too large.

function outputs = raw_outputs (model, X, threads)
  [network, theta] = nnr.model.network (model);
  precision = network.Precision;
  chosen = [];
  if (columns (X) != network.Sizes(1))
    chosen = model.Inputs(:).';
  end
  try
    [part_of, at_once] = choose_way (model, X, chosen, network, theta, threads);
    outputs = zeros (network.Sizes(end), rows (X), precision);
    for first = 1:at_once:rows (X)
      count = min (at_once, rows (X) - first + 1);
      outputs(:,first:first + count - 1) = part_of (first, count);
    end
  catch err
    name_place (err, X, chosen, precision, threads);
    rethrow (err);
  end
  ## The sum is quick. It may overflow though each output is finite, so then each one is checked.
  if (! isfinite (sum (outputs(:))) && ! all (isfinite (outputs(:))))
    error ('nnreg:badData', ['the outputs of MODEL are not finite in %s precision: its ' ...
                             'weights, or values of X, are too large'], precision);
  end
end

## PART_OF (first, count) returns the outputs of a block of rows, AT_ONCE is its number of rows.
function [part_of, at_once] = choose_way (model, X, chosen, network, theta, threads)
  at_once = 8192;
  ## Measured: with this share of zeros it is fastest to multiply with the other weights alone.
  if (! issparse (X) && nnz (model.Weights{1}) <= numel (model.Weights{1}) / 4)
    ## The gateway reads no column whose weights are all zero; in a whole model all are checked.
    if (! isfield (model, 'Inputs'))
      nnr.data.scan ('X', X, false, network.Precision, threads, []);
    end
    args = {network, theta, X, uint32(chosen - 1), model.InputMean(:), model.InputScale(:)};
    part_of = @(first, count) nnr.core.call (@__nnreg_predict_view__, args{:}, first - 1, count, ...
                                             threads);
  elseif (isempty (chosen))
    part_of = by_samples (model, X, network, theta, threads);
  elseif (issparse (X))
    part_of = by_samples (model, X(:,chosen), network, theta, threads);
  else
    at_once = 2048;             # the copy of these rows stays in the cache
    part_of = @(first, count) by_samples (model, X(first:first + count - 1,chosen), network, ...
                                          theta, threads)(1, count);
  end
end

## PART_OF for X as it is, or packed block by block.
function part_of = by_samples (model, X, network, theta, threads)
  found = nnr.data.scan ('X', X, false, network.Precision, threads, []);
  found = nnr.data.use_scales (found, X, model.InputMean, model.InputScale, network.Precision);
  if (is_better_packed (X, found, network))
    pack = @(first, count) nnr.data.pack_rows (X, first, count, found, network.Precision, threads);
    part_of = @(first, count) nnr.core.call (@__nnreg_predict__, network, theta, ...
                                             pack (first, count), 0, count, threads);
  else
    part_of = @(first, count) nnr.core.call (@__nnreg_predict__, network, theta, X, first - 1, ...
                                             count, threads);
  end
end

function yes = is_better_packed (X, found, network)
  ## Measured: packing a number costs as much as its products with 150 units; then a product with
  ## a non-zero number costs twice as much as in place.
  worthwhile = network.Sizes(2) * (1 - 2 * found.Density) > 150;
  yes = issparse (X) || ! isa (X, network.Precision) || ! isempty (found.Mean) ...
        || (found.Compressed && worthwhile) || rows (X) >= 2^31;
end

## An error in a block counts rows and columns within the block: raise it with the place in X.
function name_place (err, X, chosen, precision, threads)
  if (! strcmp (err.identifier, 'nnreg:badData'))
    return;
  elseif (isempty (chosen))
    nnr.data.scan ('X', X, false, precision, threads, []);
  end
  for j = chosen
    try
      nnr.data.scan ('X', X(:,j), false, precision, threads, []);
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
