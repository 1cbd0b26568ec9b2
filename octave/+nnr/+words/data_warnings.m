## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [ids, of_rows] = nnr.words.data_warnings ()
##
## The identifiers of the warnings about data, options and trained models, a cell row. A caller that
## trains again on a part of the rows turns them off, since all rows have raised them. OF_ROWS are
## those that are raised before anything is trained.

function [ids, of_rows] = data_warnings ()
  of_rows = {'dates', 'header', 'ids', 'labels', 'leftOut', 'manyClasses', 'noResponse', ...
             'numbersAsClasses', 'weights'};
  of_training = {'allZero', 'constant', 'diverged', 'evaded', 'idleOption', 'lostInputs', ...
                 'newGap', 'newLevel', 'notConverged', 'outliers', 'rounding', 'scale', ...
                 'separable'};
  of_rows = strcat ('nnreg:', of_rows);
  ids = [of_rows, strcat('nnreg:', of_training)];
end
