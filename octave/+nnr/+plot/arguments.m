## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [x, opts] = nnr.plot.arguments (args)
##
## The arguments of nnreg_plot: what is drawn, several models as a cell, and the checked options.
## Axes or a figure before it are the option Parent, and a kind after it is the option Kind.

function [x, opts] = arguments (args)
  [parent, kind] = deal ([]);
  if (numel (args) > 1 && is_place (args{1}))
    parent = args{1};
    args(1) = [];
  elseif (numel (args) > 1 && isnumeric (args{1}) && (isstruct (args{2}) || iscell (args{2})))
    error ('nnreg:badArgument', ['the place to draw in, before what is drawn, must be axes, a ' ...
                                 'figure or a uipanel that is open, got %s'], ...
           nnr.words.show_value (args{1}));
  end
  [x, rest] = deal (args{1}, args(2:end));
  count = 0;
  while (is_result (x) && count < numel (rest) && is_result (rest{count + 1}))
    count += 1;
  end
  if (count > 0)
    x = [{x}, rest(1:count)];
    rest(1:count) = [];
  end
  if (! isempty (rest) && ischar (rest{1}) && names_kind (rest))
    kind = rest{1};
    rest(1) = [];
  end
  opts = nnr.plot.options (rest, parent, kind);
end

function yes = is_place (x)
  yes = isnumeric (x) && isscalar (x) && ishghandle (x);
end

function yes = is_result (x)
  yes = ! iscell (x) && ! isempty (nnr.plot.kinds (x));
end

## A kind, or a word without a value.
function yes = names_kind (args)
  kinds = fieldnames (nnr.plot.drawers ());
  yes = mod (numel (args), 2) == 1 && ! isstruct (args{end}) ...
        || any (strcmpi (args{1}, kinds));
end
