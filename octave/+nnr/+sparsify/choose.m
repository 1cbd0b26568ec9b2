## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## best = nnr.sparsify.choose (t, counts, scores, limit)
##
## Which of the networks with COUNTS of weights and SCORES has the fewest weights among those whose
## score is within LIMIT; or the best score, if the settings T have a number MostWeights. Of equal
## ones it is the better, or the smaller.

function best = choose (t, counts, scores, limit)
  allowed = find (counts <= t.MostWeights & t.Sign * scores >= t.Sign * limit).';
  if (isempty (allowed))
    error ('nnreg:badArgument', ['no network with at most %s was found; give more Epochs, or ' ...
                                 'allow more weights'], ...
           nnr.words.count_text (t.MostWeights, 'weight'));
  end
  [count, loss] = deal (counts(allowed).', -t.Sign * scores(allowed).');
  keys = merge (isfinite (t.MostWeights), [loss, count], [count, loss]);
  [~, order] = sortrows (keys);
  best = allowed(order(1));
end
