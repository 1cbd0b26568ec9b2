## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.warn_of_no_gain (loss, constant, ways)
##
## Warns of a model whose data LOSS is no better than that of a CONSTANT prediction. WAYS (cellstr)
## are what may help, the likeliest first.

function warn_of_no_gain (loss, constant, ways)
  advice = 'it seems that X says nothing about y';
  if (! isempty (ways))
    advice = sprintf ('try %s, unless X says nothing about y', ...
                      strjoin (ways(1:min (2, end)), ', or '));
  end
  nnr.words.warn ('nnreg:constant', ...
                  ['the model has learnt %snothing: its data loss is %.4g, a constant ' ...
                   'prediction has %.4g; %s'], merge (loss < 0.999 * constant, 'next to ', ''), ...
                  loss, constant, advice);
end
