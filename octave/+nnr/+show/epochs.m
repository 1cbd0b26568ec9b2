## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.show.epochs (h)
##
## Prints the history H of a training, a line for each epoch. Of more than 20 epochs these are 18
## evenly spaced ones and the one with the lowest loss, by which epochs are compared; it has a mark.

function epochs (h)
  most = 18;
  count = numel (h.Epoch);
  listed = 1:count;
  [best, notes] = deal ([], {});
  if (isfield (h, 'ValDataLoss'))
    [~, best, name] = nnr.model.compared_losses (h);
    notes = {sprintf('* lowest %s', name)};
  end
  if (count > most + 2)
    listed = unique ([round(linspace (1, count, most)), best]);
  end
  printf ("%s\n", nnr.train.history_line (h, 0, ''));
  for k = listed
    line = nnr.train.history_line (h, k, sprintf ('%d', h.Epoch(k)));
    printf ("%s%s\n", line, merge (isequal (k, best), ' *', ''));
  end
  if (numel (listed) < count)
    notes{end + 1} = sprintf ('%d of %d epochs', numel (listed), count);
  end
  if (! isempty (notes))
    printf ("  (%s)\n", strjoin (notes, '; '));
  end
end
