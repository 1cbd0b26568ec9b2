## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.sparsify.run (X, y, args)
##
## The smallest network that nnreg_sparsify returns; ARGS are its options.
##
## All trainings hold out the same rows, and each but the dense one starts from a model with
## KeepZeros, so a weight that is 0 stays so. In a round lambda rises from 0 and falls to 0 again:
## what is left recovers from the shrinkage, so each point of the frontier is refitted. If it may,
## the dense network and that of the first round teach the later ones (nnr.sparsify.teach).

function r = run (X, y, args)
  t = nnr.sparsify.settings (X, y, args);
  guard = {nnr.words.progress('nnreg_sparsify', @() 'the dense network', t.Silent), ...
           nnr.words.raised('begin')};
  t = nnr.sparsify.open (t);
  [dense, d] = nnr.sparsify.train (t, 'dense', [], 0);
  t.NumWeights = sum (cellfun (@numel, dense.Weights));
  t.MostWeights = most_weights (t);
  [found, best, model] = points (t, dense, d);
  r = result (t, found, best, model);
end

## The networks that were tried, the BEST of them, and the MODEL that it became. D are the packed
## data of the dense one.
function [found, best, model] = points (t, dense, d)
  for id = nnr.words.data_warnings ()           # the dense network has raised them
    warning ('off', id{1}, 'local');
  end
  found = struct ('Lambda', {}, 'NumWeights', {}, 'Score', {}, 'Model', {}, 'IsTaught', {});
  found = add (t, found, dense, 0, d);
  [t, found] = follow (t, found);
  found = improve (t, found);
  best = nnr.sparsify.choose (t, [found.NumWeights], [found.Score], limit_of (t, found));
  nnr.words.progress ('nnreg_sparsify', @() 'the last refit');
  model = nnr.model.compact (nnr.sparsify.finish (t, found(best)));
end

function count = num_inputs (point)
  live = nnr.model.live_parts (point.Model.Weights);
  count = nnz (live{1});
end

## The largest number of weights that is allowed; Inf if the score decides.
function most = most_weights (t)
  most = Inf;
  if (! isempty (t.Own.NumWeights))
    most = t.Own.NumWeights;
  elseif (! isempty (t.Own.Zeros))
    most = floor ((1 - t.Own.Zeros) * t.NumWeights + 1e-9 * t.NumWeights);
  end
end

## The worst score that is allowed, by that of the dense network, the first that was FOUND.
function limit = limit_of (t, found)
  dense = found(1).Score;
  if (isfinite (t.MostWeights))
    limit = -t.Sign * Inf;
  elseif (t.Sign > 0)
    limit = dense - t.Own.MaxLoss - 1e-9;
  else
    limit = dense * (1 + t.Own.MaxLoss + 1e-9);
  end
end

function found = add (t, found, model, lambda, d)
  p = struct ('Lambda', lambda, 'NumWeights', sum (cellfun (@nnz, model.Weights)), ...
              'Score', nnr.sparsify.score (t, model, d), 'Model', model, ...
              'IsTaught', ! isempty (t.Soft));
  found(end + 1) = p;
  if (t.Verbose > 0 && numel (found) == 1)
    printf (" %10s  %10s  %12s\n", 'lambda', 'weights', t.ScoreName);
  end
  if (t.Verbose > 0)
    printf (" %10.3g  %10d  %12.4g\n", lambda, p.NumWeights, p.Score);
    fflush (stdout);
  end
end

## Whether the score of the network K is allowed.
function yes = is_good (t, found, k)
  yes = t.Sign * found(k).Score >= t.Sign * limit_of (t, found);
end

## Rounds with larger and larger lambdas, each from the network before it, until a score is not
## allowed or few enough weights are left.
function [t, found] = follow (t, found)
  [most, factor, lambda] = deal (24, 2, t.FirstLambda);
  for k = 1:most
    before = found(end);
    found = again (t, found, before.Model, lambda);
    if (k == 1)
      t = nnr.sparsify.teach (t, nnr.sparsify.teachers (t, {found.Model}));
    end
    last = found(end);
    reached = isfinite (t.MostWeights) && last.NumWeights <= t.MostWeights;
    if (! is_good (t, found, k + 1) || reached || last.NumWeights == 0)
      return
    end
    ## A lambda that removes hardly anything, or leaves far too much, is far too small.
    far = isfinite (t.MostWeights) && last.NumWeights > 4 * t.MostWeights;
    far = far || last.NumWeights > 0.8 * before.NumWeights;
    lambda *= merge (far, factor ^ 2, factor);
  end
end

function say (t, found)
  nnr.words.progress ('nnreg_sparsify', @() sprintf ('round %d, %d weights', numel (found), ...
                                                     found(end).NumWeights));
end

## A round between the last point that is allowed and the one behind it; and cuts: with a limit of
## weights to exactly so many, else to fewer and fewer as long as the score is allowed. With a limit
## the round starts a point earlier and aims above it: what ends below it wastes weights.
function found = improve (t, found)
  if (numel (found) < 2)
    return
  end
  [inside, outside] = deal (found(end - 1), found(end));
  if (isfinite (t.MostWeights))
    lambda = between (inside, outside, 1.1 * t.MostWeights);
    found = again (t, found, found(max (1, end - 2)).Model, lambda);
    for from = [inside, found(end)]
      if (from.NumWeights > t.MostWeights)
        found = cut_to (t, found, from, t.MostWeights);
      end
    end
  elseif (! is_good (t, found, numel (found)))
    lambda = merge (inside.Lambda > 0, inside.Lambda, outside.Lambda / 2);
    found = again (t, found, inside.Model, sqrt (lambda * outside.Lambda));
    from = merge (is_good (t, found, numel (found)), found(end), inside);
    for k = 1:4
      found = cut_to (t, found, from, floor (0.8 * from.NumWeights));
      from = found(end);
      if (! is_good (t, found, numel (found)))
        return
      end
    end
  end
end

function found = again (t, found, from, lambda)
  say (t, found);
  [model, d] = nnr.sparsify.train (t, 'round', from, lambda);
  found = add (t, found, model, lambda, d);
end

function found = cut_to (t, found, from, count)
  found = again (t, found, nnr.sparsify.cut (from.Model, count), 0);
  found(end).Lambda = from.Lambda;
end

## The lambda at which a power law through two points has this number of weights.
function lambda = between (a, b, count)
  [lambda, low] = deal (b.Lambda, max (b.NumWeights, 1));
  if (a.Lambda > 0 && a.NumWeights > low)
    share = log (a.NumWeights / max (count, 1)) / log (a.NumWeights / low);
    lambda = a.Lambda * (b.Lambda / a.Lambda) ^ min (1, max (0, share));
  end
end

function r = result (t, found, best, model)
  [counts, scores, limit] = deal ([found.NumWeights], [found.Score], limit_of (t, found));
  ## The number that the user gave, not the cosine: save -v7 fails with function handles.
  model.Settings.LearnRate = t.Rate;
  if (! any (cellfun (@nnz, model.Weights)))
    warn_of_zeros (t);
  end
  [~, order] = sort (counts, 'descend');
  f = found(order);
  r = struct ('Target', t.Target, 'ScoreName', t.ScoreName, 'LargerIsBetter', t.Sign > 0, ...
              'DenseScore', scores(1), 'Limit', limit, 'DenseWeights', t.NumWeights, ...
              'NumWeights', counts(order), 'Zeros', 1 - counts(order) / t.NumWeights, ...
              'Score', scores(order), 'RoundLambda', [f.Lambda], ...
              'NumInputs', arrayfun (@num_inputs, f), 'Index', find (order == best), ...
              'Refitted', t.Refits, 'Model', model);
  r.Model.Training.Warnings = nnr.words.raised ();
end

function warn_of_zeros (t)
  way = merge (t.Sign > 0, 'ClassWeights, a smaller MaxLoss', 'a smaller MaxLoss');
  nnr.words.warn ('nnreg:allZero', ['the network that is chosen has no weights, so its ' ...
                                    'prediction is constant; give %s or NumWeights'], way);
end
