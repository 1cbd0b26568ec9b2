## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## '' if the outputs OUTS for the arguments ARGS pass the CHECK with what case K of it wants, else a
## hint in one line.

function hint = judge (check, k, args, outs)
  want = check.Wants{k};
  try
    switch (check.Kind)
      case 'values'
        hint = compare_values (check.What, outs{check.Output}, want.Value, want.Likely);
      case 'numbered'
        hint = numbered (args, outs{1});
      case 'balanced'
        hint = balanced (args, outs{1});
      case 'smallest'
        hint = smallest (args, outs, want);
      case 'zeros'
        hint = zeros_of (args, outs, want);
    end
  catch err                               # an answer of an unexpected kind
    hint = sprintf ('the answer cannot be compared: %s', regexprep (err.message, '\s+', ' '));
  end
end

function hint = numbered (args, folds)
  [n, K] = args{:};
  hint = '';
  if (! (isnumeric (folds) && isreal (folds) && isequal (size (folds), [n, 1])))
    hint = sprintf ('folds must be a column of n numbers, here %d-by-1, got %s', n, ...
                    kind_of (folds));
  elseif (any (folds == 0) && max (folds) == K - 1)
    hint = 'folds are numbered from 1 to K, not from 0 to K-1';
  elseif (! isequal (unique (double (folds)), (1:K).'))
    there = mat2str (unique (double (folds)).', 5);
    hint = sprintf ('every number from 1 to %d must appear, and no other; there are %s', K, ...
                    there(1:min (end, 80)));
  end
end

function hint = balanced (args, folds)
  hint = numbered (args, folds);
  if (isempty (hint))
    counts = histc (double (folds), 1:args{2});
    if (max (counts) - min (counts) > 1)
      hint = sprintf ('the sizes of the folds differ by more than one: %s', mat2str (counts(:).'));
    end
  end
end

function hint = wrong_model (args, outs)
  hint = '';
  numbers = @(v) isnumeric (v) && isreal (v);
  if (! (numbers (outs{1}) && numbers (outs{2})))
    hint = sprintf ('w and b must be real numbers, got %s and %s', kind_of (outs{1}), ...
                    kind_of (outs{2}));
  elseif (! isequal (size (outs{1}), [columns(args{1}), 1]) || ! isscalar (outs{2}))
    hint = 'w must have one row for each column of X and one column, and b must be one number';
  elseif (! all (isfinite ([outs{1}; outs{2}])))
    hint = 'w or b is not finite: are the steps downhill?';
  end
end

function text = kind_of (value)
  text = sprintf ('%s %s', strjoin (strsplit (num2str (size (value))), '-by-'), class (value));
  if (iscomplex (value))
    text = ['complex ', text];
  end
end

## The objective is nnreg's.
function hint = smallest (args, outs, best)
  hint = wrong_model (args, outs);
  if (! isempty (hint))
    return
  end
  [X, y, lambda] = args{:};
  theta = double (full ([outs{1}; outs{2}]));
  theirs = nnreg_cost (theta, X, y, 'Task', 'regression', 'LayerSizes', [], 'Penalty', 'l1', ...
                       'Lambda', lambda);
  if (theirs > best * (1 + 1e-5))
    hint = sprintf ('the objective could be %.6g, yours is %.6g', best, theirs);
    if (outs{2} == 0)
      hint = [hint '; the bias has not moved'];
    elseif (! any (outs{1}))
      hint = [hint '; no weight has moved'];
    end
  end
end

function hint = zeros_of (args, outs, truth)
  hint = wrong_model (args, outs);
  if (! isempty (hint))
    return
  end
  theirs = outs{1} == 0;
  if (! any (theirs) && any (truth))
    hint = 'no weight is exactly 0: a step along the subgradient never ends there';
  elseif (! isequal (theirs, truth))
    hint = sprintf ('%d of %d weights should be exactly 0, yours has %d', sum (truth), ...
                    numel (truth), sum (theirs));
  end
end
