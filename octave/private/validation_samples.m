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
## @deftypefn {Private Function} {[@var{train}, @var{validation}] =} validation_samples (@var{caller}, @var{d}, @var{s})
## The samples to train on and those to validate with (or empty): those of
## ValidationData, or a share of the rows that the seed chooses.
## @seealso{fit_data}
## @end deftypefn

function [train, validation] = validation_samples (caller, d, s)
  num_samples = d.Data.NumSamples;
  [train_rows, validation] = deal ([], []);
  if (iscell (s.ValidationData))
    validation = given_samples (caller, d, s);
  elseif (s.ValidationFraction > 0)
    count = validation_count (s, num_samples);
    if (count == 0 || count == num_samples)
      error ('nnreg:badArgument', ['%s: ValidationFraction %g of %s leaves ' ...
                                   'none to %s'], caller, s.ValidationFraction, ...
             count_text (num_samples, 'sample'), {'validate with', 'train on'}{1 + (count > 0)});
    end
    split_stream = 2;
    order = __nnreg_shuffle__ (num_samples, s.Seed, split_stream);
    train_rows = sort (order(count + 1:end));
    validation = make_samples (d.Data, d.Targets, sort (order(1:count)));
    validation.Weights = used_weights (caller, d.Targets.SampleWeights, order(1:count));
  end
  train = make_samples (d.Data, d.Targets, train_rows);
end

## The sample weights, which the rows to validate with must not all have at 0.
function weights = used_weights (caller, weights, rows_used)
  if (! isempty (weights) && ! any (weights(rows_used)))
    error ('nnreg:badArgument', ['%s: the Weights of all rows that ValidationFraction ' ...
                                 'chose are 0'], caller);
  end
end

function samples = given_samples (caller, d, s)
  [X, y] = s.ValidationData{1:2};
  weights = [];
  if (numel (s.ValidationData) > 2)
    weights = s.ValidationData{3};
  end
  check_x (caller, 'ValidationData{1}', X, d.Data.NumInputs);
  targets = match_targets (caller, 'ValidationData{2}', y, weights, rows (X), ...
                           d.Targets, s);
  found = scan_data (caller, 'ValidationData{1}', X, false, s.Precision, s.Threads);
  [found.Mean, found.Scale] = deal (d.Mean, d.Scale);
  data = pack_data (X, found, s.Precision, s.Threads);
  samples = make_samples (data, targets, []);
end
