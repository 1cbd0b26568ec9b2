## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [name, is_over] = nnr.plot.picture_name (sheet, opts, word)
##
## What the curves of this picture are called beside those of others, after hold on: the option
## Labels, or WORD and the number of the picture. IS_OVER says whether there are others.

function [name, is_over] = picture_name (sheet, opts, word)
  picture = getappdata (sheet.Main, 'nnreg_picture');
  is_over = picture.Count > 1;
  name = sprintf ('%s %d', word, picture.Count);
  if (! isempty (opts.Labels))
    label = opts.Labels;
    if (ischar (label))
      label = {label};
    end
    if (! (iscellstr (label) && isscalar (label)))
      error ('nnreg:badArgument', 'Labels must be a name for what this picture shows, got %s', ...
             nnr.words.show_value (opts.Labels));
    end
    name = label{1};
  end
  names = nnr.plot.picture_texts (nnr.words.short_texts ({name}, 20), opts.Toolkit);
  name = names{1};
end
