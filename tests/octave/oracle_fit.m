## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [W, b, hist] = oracle_fit (X, y, opt)
##
## Trains a network with Adam, as Keras defines it, in double precision. It starts from the weights
## opt.W and opt.b and takes batches in the order of the rows. opt has options of nnreg_fit. y are
## class numbers from 1 to K, or responses. hist has one row for each epoch: losses and metrics are
## weighted means over the epoch while the weights change, penalty and zeros are those at its end.
##
## It follows the formulas and nothing else: so it can judge nnreg.

function [W, b, hist] = oracle_fit (X, y, opt)
  W = opt.W;
  b = opt.b;
  opt = oracle_options (opt, numel (W));
  [Y, w] = oracle_targets (y, opt);
  state = start_state (W, b);
  hist = struct ("Epoch", (1:opt.Epochs).', "DataLoss", [], "Penalty", [], ...
                 "Metric", [], "Zeros", []);
  for epoch = 1:opt.Epochs
    rate = opt.LearnRate;
    if (is_function_handle (rate))
      rate = rate (epoch);
    end
    sums = [0 0 0];
    for first = 1:opt.BatchSize:rows (X)
      batch = first:min (first + opt.BatchSize - 1, rows (X));
      [loss, gW, gb, F] = oracle_backprop (W, b, X(batch, :), Y(batch, :), ...
                                           w(batch) / numel (batch), opt);
      sums = sums + [sum(w(batch) .* loss), sum(w(batch)), ...
                     sum(w(batch) .* score(F, Y(batch, :), opt))];
      state.t = state.t + 1;
      [W, b, state] = adam_step (W, b, gW, gb, state, rate, opt);
    end
    hist.DataLoss(epoch, 1) = sums(1) / sums(2);
    hist.Metric(epoch, 1) = sums(3) / sums(2);
    hist.Penalty(epoch, 1) = oracle_penalty (W, opt);
    hist.Zeros(epoch, 1) = share_of_zeros (W, opt);
  end
end

function state = start_state (W, b)
  blank = @(x) cellfun (@(a) zeros (size (a)), x, "UniformOutput", false);
  state = struct ("t", 0, "mW", {blank(W)}, "vW", {blank(W)}, ...
                  "mb", {blank(b)}, "vb", {blank(b)});
end

## w -= rate * sqrt (1 - b2^t) / (1 - b1^t) * m / (sqrt (v) + epsilon), then, for
## the proximal L1 penalty, the soft threshold in the metric of that step.
function [W, b, state] = adam_step (W, b, gW, gb, state, rate, opt)
  smooth = rate * sqrt (1 - 0.999 ^ state.t);
  step = smooth / (1 - 0.9 ^ state.t);
  [~, g1, g2] = oracle_penalty (W, opt);
  for l = 1:numel (W)
    g = gW{l} + g2{l};
    if (strcmp (opt.L1Method, "subgradient"))
      g = g + g1{l};
    end
    state.mW{l} = 0.9 * state.mW{l} + 0.1 * g;
    state.vW{l} = 0.999 * state.vW{l} + 0.001 * g .^ 2;
    root = sqrt (state.vW{l}) + 1e-7;
    W{l} = W{l} - rate * opt.decay(l) * W{l} - step * state.mW{l} ./ root;
    if (strcmp (opt.L1Method, "proximal") && opt.l1(l) > 0)
      W{l} = sign (W{l}) .* max (abs (W{l}) - smooth * opt.l1(l) ./ root, 0);
    end
    state.mb{l} = 0.9 * state.mb{l} + 0.1 * gb{l};
    state.vb{l} = 0.999 * state.vb{l} + 0.001 * gb{l} .^ 2;
    b{l} = b{l} - step * state.mb{l} ./ (sqrt (state.vb{l}) + 1e-7);
  end
end

## Correct samples, or the sum of the squared errors averaged over the outputs.
function value = score (F, Y, opt)
  if (strcmp (opt.Task, "regression"))
    value = mean ((F - Y) .^ 2, 2);
  else
    [~, guess] = max (F, [], 2);
    [~, truth] = max (Y, [], 2);
    value = guess == truth;
  end
end

## Over the layers with a penalty, or all layers where there is none.
function share = share_of_zeros (W, opt)
  chosen = opt.l1 > 0 | opt.l2 > 0 | opt.decay > 0;
  if (! any (chosen))
    chosen(:) = true;
  end
  w = cellfun (@(a) a(:), W(chosen), "UniformOutput", false);
  share = mean (vertcat (w{:}) == 0);
end

%!test
%! ## two steps of Adam by hand: f = w*x + b, one sample x = 2, y = 1, w = 1, b = 0
%! opt = struct ("Task", "regression", "Epochs", 2, "LearnRate", 0.1);
%! opt.W = {1};
%! opt.b = {0};
%! [W, b, hist] = oracle_fit (2, 1, opt);
%! g = 2 * (2 - 1) * [2, 1];
%! m = 0.1 * g;
%! v = 0.001 * g .^ 2;
%! p = [1, 0] - 0.1 * sqrt (0.001) / 0.1 * m ./ (sqrt (v) + 1e-7);
%! assert (p, [0.9, -0.1], 1e-6);
%! g = 2 * (2 * p(1) + p(2) - 1) * [2, 1];
%! m = 0.9 * m + 0.1 * g;
%! v = 0.999 * v + 0.001 * g .^ 2;
%! p -= 0.1 * sqrt (1 - 0.999^2) / (1 - 0.9^2) * m ./ (sqrt (v) + 1e-7);
%! assert ([W{1}, b{1}], p, 1e-15);
%! assert (hist.DataLoss(1), 1);
%! assert (hist.DataLoss(2), (2 * 0.9 - 0.1 - 1)^2, 1e-5);

%!test
%! ## the threshold of the first proximal step: rate * sqrt (1 - b2) * lambda / root
%! opt = struct ("Task", "regression", "LearnRate", 0.1, ...
%!               "Penalty", "l1", "Lambda", 0.5);
%! opt.W = {1};
%! opt.b = {0};
%! [W, b] = oracle_fit (2, 1, opt);
%! root = sqrt (0.001) * 4 + 1e-7;
%! assert (W{1}, 1 - 0.1 * sqrt (0.001) * 4 / root ...
%!               - 0.1 * sqrt (0.001) * 0.5 / root, 1e-15);
%! opt.Lambda = 50;
%! W = oracle_fit (2, 1, opt);
%! assert (W{1}, 0);

%!test
%! ## decoupled decay shrinks by rate * lambda, whatever the gradient
%! opt = struct ("Task", "regression", "LearnRate", 0.1, ...
%!               "Penalty", "decoupled", "Lambda", 0.5);
%! opt.W = {3};
%! opt.b = {0};
%! W = oracle_fit (0, 0, opt);
%! assert (W{1}, 3 * (1 - 0.05), 1e-15);
