## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Training without a package: Adam in vectorised Octave.
##
## Xt is inputs-by-samples, Y outputs-by-samples (one-hot, or responses with Task
## "regression"); opt has layers, epochs, batch, rate, penalty, lambda, penalized.  The L1
## penalty is a subgradient.  W and b are cells; each_epoch (W, b) is called after each.

function [W, b] = pure_fit (Xt, Y, opt, each_epoch)
  sizes = [rows(Xt), opt.layers(:).', rows(Y)];
  L = numel (sizes) - 1;
  for k = 1:L
    limit = sqrt (6 / (sizes(k) + sizes(k+1)));
    W{k} = limit * (2 * rand (sizes(k+1), sizes(k), class (Xt)) - 1);
    b{k} = zeros (sizes(k+1), 1, class (Xt));
    [mW{k}, vW{k}] = deal (zeros (size (W{k}), class (Xt)));
    [mb{k}, vb{k}] = deal (b{k});
  end
  penalised = L - strcmp (opt.penalized, 'hidden');
  step = 0;
  for epoch = 1:opt.epochs
    order = randperm (columns (Xt));
    for first = 1:opt.batch:numel (order)
      at = order(first:min (first + opt.batch - 1, end));
      H = {Xt(:,at)};
      for k = 1:L
        H{k+1} = W{k} * H{k} + b{k};
        if (k < L)
          H{k+1} = max (H{k+1}, 0);
        end
      end
      delta = output_delta (H{L+1}, Y(:,at), opt);
      step += 1;
      rate = opt.rate * sqrt (1 - 0.999 ^ step) / (1 - 0.9 ^ step);
      for k = L:-1:1
        gW = delta * H{k}.';
        gb = sum (delta, 2);
        if (k > 1)
          delta = (W{k}.' * delta) .* (H{k} > 0);
        end
        if (k <= penalised && strcmp (opt.penalty, 'l1'))
          gW += opt.lambda * sign (W{k});
        elseif (k <= penalised && strcmp (opt.penalty, 'l2'))
          gW += 2 * opt.lambda * W{k};
        end
        [W{k}, mW{k}, vW{k}] = adam (W{k}, gW, mW{k}, vW{k}, rate);
        [b{k}, mb{k}, vb{k}] = adam (b{k}, gb, mb{k}, vb{k}, rate);
      end
    end
    each_epoch (W, b);
  end
end

## The mean loss's derivative by the outputs Z.
function delta = output_delta (Z, Y, opt)
  if (strcmp (opt.task, 'regression'))
    delta = 2 * (Z - Y) / numel (Y);
  else
    P = exp (Z - max (Z));
    delta = (P ./ sum (P) - Y) / columns (Y);
  end
end

function [w, m, v] = adam (w, g, m, v, rate)
  m += 0.1 * (g - m);
  v += 0.001 * (g .^ 2 - v);
  w -= rate * m ./ (sqrt (v) + 1e-7);
end
