## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.study.difference (old, new)
##
## The differences between two plans, in words for the user.

function text = difference (old, new)
  parts = {};
  if (! isequal (fieldnames (old), fieldnames (new)) || ! same (old.Version, new.Version))
    text = value_words ('Version', old.Version, new.Version);
    return;
  end
  for name = fieldnames (new).'
    [there, here] = deal (old.(name{1}), new.(name{1}));
    if (same (there, here))
      continue;
    end
    switch (name{1})
      case {'X', 'y'}
        parts{end + 1} = data_words (name{1}, there, here);
      case 'Options'
        parts = [parts, option_words(there, here)];
      case 'Grid'
        parts{end + 1} = grid_words (there, here);
      case 'Folds'
        parts{end + 1} = 'the folds differ';
      otherwise
        parts{end + 1} = value_words (name{1}, there, here);
    end
  end
  text = strjoin (parts, '; ');
end

function yes = same (a, b)
  yes = strcmp (nnr.files.value_text (a), nnr.files.value_text (b));
end

function parts = option_words (old, new)
  parts = {};
  for name = fieldnames (new).'
    if (! isfield (old, name{1}))
      parts{end + 1} = sprintf ('%s is unknown there', name{1});
    elseif (! same (old.(name{1}), new.(name{1})))
      parts{end + 1} = value_words (name{1}, old.(name{1}), new.(name{1}));
    end
  end
end

function text = value_words (name, old, new)
  [there, here] = deal (short_text (old), short_text (new));
  text = sprintf ('%s is %s there, %s here', name, there, here);
  if (strcmp (there, here))
    text = sprintf ('%s differs', name);
  end
end

function text = short_text (value)
  if (is_function_handle (value))
    text = func2str (value);
  elseif (iscellstr (value))
    text = strjoin (value(:).', '+');
  else
    text = nnr.words.show_value (value);
  end
end

## The digest of data begins with their size and class.
function text = data_words (name, old, new)
  kind = @(digest) strjoin (strsplit (digest, ' ')(1:end - 1), ' ');
  text = sprintf ('%s is %s there, %s here', name, kind (old), kind (new));
  if (strcmp (kind (old), kind (new)))
    text = sprintf ('%s has other values', name);
  end
end

function text = grid_words (old, new)
  if (numel (old) != numel (new))
    text = sprintf ('the grid has %s there, %d here', ...
                    nnr.words.count_text (numel (old), 'candidate'), numel (new));
    return;
  end
  k = find (! cellfun (@same, old, new), 1);
  text = sprintf ('candidate %d of the grid is %s there, %s here', k, params_text (old{k}), ...
                  params_text (new{k}));
end

function text = params_text (params)
  names = fieldnames (params).';
  text = strjoin (cellfun (@(n) [n, ' ', short_text(params.(n))], names, ...
                           'UniformOutput', false), ', ');
end
