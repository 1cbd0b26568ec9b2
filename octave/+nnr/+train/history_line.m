## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## line = nnr.train.history_line (h, k, label)
##
## Row K of the history H as a line that begins with LABEL; the heading if K is 0. It has at most 78
## columns, with validation therefore no seconds.

function line = history_line (h, k, label)
  measure = merge (isfield (h, 'RMSE'), 'RMSE', 'Accuracy');
  validated = isfield (h, 'ValDataLoss');
  if (k == 0)
    measure = tolower (measure);
    line = sprintf ('%7s %8s %8s %8s %8s', 'epoch', 'loss', 'data', 'penalty', measure);
    if (validated)
      line = sprintf ('%s %8s %8s %8s', line, 'val loss', 'val data', ...
                      ['val ', measure(1:min (end, 4))]);
    end
    line = sprintf ('%s %6s', line, 'zeros');
    if (! validated)
      line = sprintf ('%s %6s', line, 'sec');
    end
    return
  end
  line = sprintf ('%7s %8.4g %8.4g %8.4g %8s', label, h.Loss(k), h.DataLoss(k), ...
                  h.Penalty(k), nnr.words.number_text (h.(measure)(k), 4));
  if (validated)
    line = sprintf ('%s %8.4g %8.4g %8s', line, h.ValLoss(k), h.ValDataLoss(k), ...
                    nnr.words.number_text (h.(['Val', measure])(k), 4));
  end
  line = sprintf ('%s %5.1f%%', line, 100 * h.Zeros(k));
  if (! validated)
    line = sprintf ('%s %6.2f', line, h.Seconds(k));
  end
end
