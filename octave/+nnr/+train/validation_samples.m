## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [train, validation] = nnr.train.validation_samples (d, s)
##
## The samples to train on, and those to validate with: ValidationData, or a share of the rows
## that the seed chooses; else empty.

function [train, validation] = validation_samples (d, s)
  num_samples = d.Data.NumSamples;
  [train_rows, validation] = deal ([], []);
  if (iscell (s.ValidationData))
    validation = given_samples (d, s);
  elseif (s.ValidationFraction > 0)
    count = nnr.options.validation_count (s, num_samples);
    if (count == 0 || count == num_samples)
      error ('nnreg:badArgument', 'ValidationFraction %g of %s leaves none to %s', ...
             s.ValidationFraction, nnr.words.count_text (num_samples, 'sample'), ...
             {'validate with', 'train on'}{1 + (count > 0)});
    end
    split_stream = 2;
    order = __nnreg_shuffle__ (num_samples, s.Seed, split_stream);
    train_rows = sort (order(count + 1:end));
    validation = nnr.data.make_samples (d.Data, d.Targets, sort (order(1:count)));
    validation.Weights = used_weights (d.Targets.SampleWeights, order(1:count));
  end
  train = nnr.data.make_samples (d.Data, d.Targets, train_rows);
end

## The sample weights. It is an error if all rows to validate with have weight 0.
function weights = used_weights (weights, rows_used)
  if (! isempty (weights) && ! any (weights(rows_used)))
    error ('nnreg:badArgument', 'the Weights of all rows that ValidationFraction chose are 0');
  end
end

function samples = given_samples (d, s)
  [X, y] = s.ValidationData{1:2};
  weights = [];
  if (numel (s.ValidationData) > 2)
    weights = s.ValidationData{3};
  end
  nnr.data.check ('ValidationData{1}', X, d.Data.NumInputs);
  targets = nnr.targets.match ('ValidationData{2}', y, weights, rows (X), ...
                               d.Targets, s);
  found = nnr.data.scan ('ValidationData{1}', X, false, s.Precision, s.Threads);
  [found.Mean, found.Scale] = deal (d.Mean, d.Scale);
  data = nnr.data.pack (X, found, s.Precision, s.Threads);
  samples = nnr.data.make_samples (data, targets, []);
end
