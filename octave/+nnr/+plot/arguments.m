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
  elseif (is_place (args{1}) && ! isequal (args{1}, 0))
    error ('nnreg:badArgument', ['X must be a model, a search or another result, got %s, a ' ...
                                 'place to draw in: give what is drawn after it, as in ' ...
                                 'nnreg_plot (h, model)'], nnr.words.show_value (args{1}));
  elseif (numel (args) > 1 && isnumeric (args{1}) && (isstruct (args{2}) || iscell (args{2})))
    error ('nnreg:badArgument', ['the place to draw in, before what is drawn, must be axes, a ' ...
                                 'figure or a uipanel that is open, got %s'], ...
           nnr.words.show_value (args{1}));
  end
  [x, rest] = deal (args{1}, args(2:end));
  count = 0;
  while (has_picture (x) && count < numel (rest) && has_picture (rest{count + 1}))
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
  refuse_data (x, rest);
  opts = nnr.plot.options (rest, parent, kind);
end

## Axes, a figure or another handle; or all axes of a picture, as nnreg_plot returns them.
function yes = is_place (x)
  yes = isnumeric (x) && ! isempty (x) && all (ishghandle (x)(:)) ...
        && (isscalar (x) || ! isempty (nnr.plot.one_picture (x)));
end

## Data after a model is what nnreg_evaluate takes.
function refuse_data (x, rest)
  if (! isempty (rest) && ! ischar (rest{1}) && ! (isstruct (rest{1}) && isscalar (rest)) ...
      && nnr.model.is_result (x, 'model'))
    error ('nnreg:badArgument', ['after a model come a kind and options, got %s; how good a ' ...
                                 'model is on data is drawn by nnreg_plot (nnreg_evaluate ' ...
                                 '(model, X, y))'], nnr.words.show_value (rest{1}));
  end
end

function yes = has_picture (x)
  yes = ! iscell (x) && ! isempty (nnr.plot.kinds (x));
end

## A kind, or a word without a value that is no option.
function yes = names_kind (args)
  kinds = fieldnames (nnr.plot.drawers ());
  yes = any (strcmpi (args{1}, kinds)) ...
        || (mod (numel (args), 2) == 1 && ! isstruct (args{end}) ...
            && ! any (strcmpi (args{1}, fieldnames (nnr.plot.defaults ()))));
end
