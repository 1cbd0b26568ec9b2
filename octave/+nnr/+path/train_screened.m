## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, ...] = nnr.path.train_screened (p, chains, d, X, s, before)
##
## As nnr.path.train_chains for the exact solutions of a falling path, on few of many inputs: those that the
## sequential strong rule (Tibshirani et al., 2012) expects to have weights at s.Lambda after
## before, and those that had any.  What it has missed the gradient by all inputs shows, and it is
## trained again with it; so the solution is that of all inputs.

function [chains, outcome, penalty] = train_screened (p, chains, d, X, s, before)
  if (! isfield (chains, 'Entry'))
    chains = first_inputs (p, chains, d, s);
  end
  wanted = arrayfun (@(c) c.Entry >= 2 * s.Lambda - before, chains, 'UniformOutput', false);
  missed = true;
  while (missed)
    for k = 1:numel (chains)
      chains(k) = with_inputs (p, chains(k), wanted{k}, X, d, s);
    end
    [chains, outcome, penalty] = nnr.path.train_chains (p, chains, d.Targets, s);
    missed = false;
    for k = 1:numel (chains)
      theta = all_parameters (chains(k), d);
      [chains(k), wanted{k}] = missed_inputs (p, chains(k), d, s, theta);
      missed = missed || any (wanted{k});
      num_weights = d.Targets.NumOutputs * d.Data.NumInputs;
      outcome(k,6) = mean (theta(1:num_weights) == 0);
    end
  end
end

## Inputs that are not in the training, but should have weights; one of all inputs misses none.
function [c, missed] = missed_inputs (p, c, d, s, theta)
  missed = false (1, d.Data.NumInputs);
  if (numel (c.Live) == d.Data.NumInputs)
    return
  end
  c.Entry = nnr.path.entry_lambdas (nnr.path.data_gradient (d, s, theta, c.Train), s);
  missed = c.Entry > s.Lambda * (1 + 1e-6);
  missed(c.Live) = false;
end

## At the path's begin: no weights yet.
function chains = first_inputs (p, chains, d, s)
  theta = nnr.train.null_theta (d, s);
  for k = 1:numel (chains)
    chains(k).Live = [];
    chains(k).Theta = theta(end - d.Targets.NumOutputs + 1:end);
    chains(k).Entry = nnr.path.entry_lambdas (nnr.path.data_gradient (d, s, theta, ...
                                                                      chains(k).Train), s);
  end
end

## The chain with the wanted inputs too, at weights 0 (at least one input, and all of them if
## these are half).
function c = with_inputs (p, c, wanted, X, d, s)
  live = false (1, d.Data.NumInputs);
  live(c.Live) = true;
  if (isempty (c.Live))
    [~, first] = max (c.Entry);
    wanted(first) = true;
  end
  together = live | wanted;
  if (isequal (together, live))
    return
  end
  if (nnz (together) > d.Data.NumInputs / 2)
    together(:) = true;
  end
  theta = all_parameters (c, d);
  of_kept = repmat (together, d.Targets.NumOutputs, 1);
  c.Theta = theta([of_kept(:); true(d.Targets.NumOutputs, 1)]);
  c.Live = find (together);
  c.Data = nnr.data.data_of_inputs (X, c.Live, d, s);
end

function theta = all_parameters (c, d)
  count = numel (c.Live) * d.Targets.NumOutputs;
  weights = reshape (c.Theta(1:count), d.Targets.NumOutputs, []);
  weights = nnr.model.all_columns (weights, c.Live, d.Data.NumInputs);
  theta = [weights(:); c.Theta(count + 1:end)];
end

%!test # the gradient by all inputs is taken only until all of them are in the training
%! k = (1:60).';
%! X = sin (k .* (1:12) + (1:12) .^ 2);
%! s = nnr.options.settings ({"LayerSizes", [], "Task", "regression", "Penalty", "l1", ...
%!                            "Lambda", 1, "Verbose", 0, "Threads", 1});
%! d = nnr.train.prepare_data (X, X(:,1) - X(:,2), s);
%! p = struct ("CV", 0, "Journal", []);
%! chains = nnr.path.chains (p, s, d);
%! counts = [];
%! for lambda = [0.1, 1e-5, 9e-6]     # few inputs, all, all
%!   before = s.Lambda;
%!   s.Lambda = lambda;
%!   profile on
%!   chains = nnr.path.train_screened (p, chains, d, X, s, before);
%!   profile off
%!   seen = profile ("info").FunctionTable;
%!   counts(end + 1) = sum ([seen(strcmp ({seen.FunctionName}, "data_gradient")).NumCalls, 0]);
%!   profile clear
%! end
%! assert (chains.Live, 1:12);
%! assert (counts > 0, [true, false, false]);
