## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, sums] = nnr.path.key (p, s, d, folds)
##
## What a path depends on: the options and data by name, and a checksum of each, columns
## of cells.

function [names, sums] = key (p, s, d, folds)
  [names, sums] = nnr.options.key (s, 'fit');
  [own, own_sums] = nnr.options.key (p, 'path', '!fit');
  data = {'Lambda', p.Lambda; 'X', d.Data; 'y or Weights', d.Targets; 'CV', folds};
  names = [names; own; data(:,1)];
  sums = [sums; own_sums; cellfun(@nnr.files.checksum, data(:,2), 'UniformOutput', false)];
end
