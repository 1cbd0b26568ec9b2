## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, sums] = nnr.options.key (s, data, word, ...)
##
## What a result depends on: of the options with all these words (nnr.options.names), those that
## change it. NAMES and SUMS are columns of their names and of checksums of their values in the
## settings S. Of a LearnRate that is a function the values count. Options that are data are left
## out: DATA has the packed ones, a name and a value in each row.

function [names, sums] = key (s, data, varargin)
  names = nnr.options.names (varargin{:}, 'result', '!data').';
  sums = cell (size (names));
  for k = 1:numel (names)
    value = s.(names{k});
    if (is_function_handle (value))
      value = nnr.options.learn_rates (s);      # a path refuses Lambda as a function
    end
    sums{k} = nnr.files.checksum (value);
  end
  names = [names; data(:,1)];
  sums = [sums; cellfun(@nnr.files.checksum, data(:,2), 'UniformOutput', false)];
end
