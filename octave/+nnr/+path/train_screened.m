## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, outcome, penalty] = nnr.path.train_screened (journal, chains, s, before)
##
## Does the same as nnr.path.train_chains for the exact solutions of a falling path, but faster if
## only a few of many inputs have weights. It trains with the inputs of the previous training and
## with those that the sequential strong rule (Tibshirani et al., 2012) expects to get weights
## between the lambda BEFORE and S.Lambda. Then the gradient by all inputs shows which inputs the
## rule has missed, and the training continues with them too. So the solution is the same as with
## all inputs.

function [chains, outcome, penalty] = train_screened (journal, chains, s, before)
  if (! isfield (chains, 'Entry'))
    chains = without_inputs (chains, s);
  end
  wanted = arrayfun (@(chain) chain.Entry >= 2 * s.Lambda - before, chains, ...
                     'UniformOutput', false);
  c = nnr.core.epoch_columns ();
  missed = true;
  while (missed)
    for k = 1:numel (chains)
      chains(k) = with_inputs (chains(k), wanted{k}, s);
    end
    [chains, outcome, penalty] = nnr.path.train_chains (journal, chains, s);
    missed = false;
    for k = 1:numel (chains)
      theta = all_parameters (chains(k));
      [chains(k), wanted{k}] = missed_inputs (chains(k), s, theta);
      missed = missed || any (wanted{k});
      weights = theta(1:end - chains(k).Fit.Targets.NumOutputs);
      outcome(k,c.Zeros) = nnz (weights == 0) / numel (weights);
    end
  end
end

## The inputs outside of the training that should have weights.
function [chain, missed] = missed_inputs (chain, s, theta)
  missed = false (1, chain.Fit.Data.NumInputs);
  if (numel (chain.Live) == numel (missed))
    return
  end
  chain.Entry = entry_at (chain, s, theta);
  missed = chain.Entry > s.Lambda * (1 + 1e-6);
  missed(chain.Live) = false;
end

function lambdas = entry_at (chain, s, theta)
  G = nnr.path.data_gradient (chain.Fit, s, theta, chain.Train);
  lambdas = nnr.train.entry_lambdas (G, s, []);
end

## The chains at the beginning of the path: without the inputs that have a penalty.
function chains = without_inputs (chains, s)
  for k = 1:numel (chains)
    theta = nnr.path.null_theta (chains(k).Fit, s, chains(k).Train);
    [chains(k).Entry, chains(k).Live] = deal (entry_at (chains(k), s, theta), []);
    chains(k) = with_live (chains(k), isinf (chains(k).Entry), theta, s);
  end
end

## Adds the wanted inputs with weights 0 (at least one input, or all if it would be more than half).
function chain = with_inputs (chain, wanted, s)
  live = false (1, columns (chain.X));
  live(chain.Live) = true;
  if (isempty (chain.Live))
    [~, first] = max (chain.Entry);
    wanted(first) = true;
    if (! isempty (s.Groups))
      wanted = wanted | (s.Groups(:).' == s.Groups(first));
    end
  end
  together = live | wanted;
  if (isequal (together, live))
    return
  end
  if (nnz (together) > columns (chain.X) / 2)
    together(:) = true;
  end
  chain = with_live (chain, together, all_parameters (chain), s);
end

## The chain with these LIVE inputs, and their part of the parameters THETA by all inputs.
function chain = with_live (chain, live, theta, s)
  num_outputs = chain.Fit.Targets.NumOutputs;
  weights = repmat (live, num_outputs, 1);
  chain.Theta = theta([weights(:); true(num_outputs, 1)]);
  chain.Live = find (live);
  if (any (live))
    chain.Data = nnr.data.of_inputs (chain.X, chain.Live, chain.Fit, s);
  end
end

## Those of the linear model by all inputs.
function theta = all_parameters (chain)
  num_outputs = chain.Fit.Targets.NumOutputs;
  count = numel (chain.Live) * num_outputs;
  weights = reshape (chain.Theta(1:count), num_outputs, []);
  weights = nnr.model.all_columns (weights, chain.Live, chain.Fit.Data.NumInputs);
  theta = [weights(:); chain.Theta(count + 1:end)];
end

%!test # the gradient by all inputs is computed only until all of them are in the training
%! k = (1:60).';
%! X = sin (k .* (1:12) + (1:12) .^ 2);
%! s = nnr.options.settings ({"LayerSizes", [], "Task", "regression", "Penalty", "l1", ...
%!                            "Lambda", 1, "Verbose", 0, "Threads", 1, ...
%!                            "Solver", "fista", "BatchSize", 60});
%! d = nnr.train.prepare_data (X, nnr.targets.make (X(:,1) - X(:,2), 60, s), s);
%! p = struct ("CV", 0, "CheckpointFile", "");
%! folds = struct ("Of", zeros (60, 1), "Forward", false);
%! chains = nnr.path.chains (d, folds, X, s);
%! journal = nnr.path.Journal (p, s, d, folds);
%! counts = [];
%! for lambda = [0.1, 1e-5, 9e-6]     # few inputs, all, all
%!   before = s.Lambda;
%!   s.Lambda = lambda;
%!   profile on
%!   chains = nnr.path.train_screened (journal, chains, s, before);
%!   profile off
%!   seen = profile ("info").FunctionTable;
%!   counts(end + 1) = sum ([seen(strcmp ({seen.FunctionName}, "data_gradient")).NumCalls, 0]);
%!   profile clear
%! end
%! assert (chains.Live, 1:12);
%! assert (counts > 0, [true, false, false]);
