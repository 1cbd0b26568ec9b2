## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## ids = nnr.words.data_warnings ()
##
## The identifiers of the warnings about data, options and trained models, a cell row. A caller that
## trains again on a part of the rows turns them off, since all rows have raised them.

function ids = data_warnings ()
  names = {'allZero', 'constant', 'dates', 'diverged', 'evaded', 'header', 'idleOption', ...
           'ids', 'labels', 'leftOut', 'manyClasses', 'newGap', 'newLevel', 'noResponse', ...
           'notConverged', 'outliers', 'rounding', 'scale', 'separable', 'weights'};
  ids = strcat ('nnreg:', names);
end
