## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.linear.warn_of_limits (objectives, null_loss, sizes, s)
##
## Warns where the penalty does not decide a model, because the OBJECTIVES are 0 but for rounding
## beside NULL_LOSS, the loss of a constant: classes that separate, and a regression with the SIZES
## [samples, inputs] that fits exactly in many ways. OBJECTIVES has that of each point of a path. A
## regression with more samples than inputs has one exact fit.

function warn_of_limits (objectives, null_loss, sizes, s)
  rounding = 1e-11;
  exact = nnz (objectives < rounding * null_loss);
  where = '';
  if (numel (objectives) > 1)
    where = sprintf ('at %d of %s ', exact, nnr.words.count_text (numel (objectives), 'point'));
  end
  if (exact == 0)
    return
  elseif (strcmp (s.Task, 'classification') && any (s.PenaltyFactor == 0))
    nnr.words.warn ('nnreg:separable', ...
                    ['%sthe inputs with PenaltyFactor 0 separate the classes perfectly: their ' ...
                     'best weights are infinite, these are where rounding ended; give them a ' ...
                     'factor above 0'], where);
  elseif (strcmp (s.Task, 'classification'))
    nnr.words.warn ('nnreg:separable', ...
                    ['%sthe classes separate perfectly, and Lambda is too small to bound the ' ...
                     'weights: these are where rounding ended; give a larger Lambda, such as ' ...
                     '1e-3'], where);
  elseif (sizes(2) >= sizes(1))
    nnr.words.warn ('nnreg:rounding', ...
                    ['%sthe model fits y exactly, as many others do, and Lambda is too small ' ...
                     'to decide between them; give a larger Lambda, such as 1e-6'], where);
  end
end
