## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.option_text (value)
##
## The value of an option as tables and pictures show it, without quotes.

function text = option_text (value)
  if (ischar (value) && rows (value) > 1)
    text = strjoin (cellstr (value).', '+');
  elseif (ischar (value))
    text = value;
  elseif (is_function_handle (value))
    text = func2str (value);
  elseif (isempty (value))
    text = '-';
  elseif (iscellstr (value))
    text = strjoin (value(:).', '+');
  elseif (iscell (value))
    text = strjoin (cellfun (@nnr.words.show_value, value(:).', 'UniformOutput', false), '+');
  else
    text = nnr.words.show_value (value);
  end
end

%!assert (nnr.words.option_text ('l1'), 'l1')
%!assert (nnr.words.option_text (1e-3), '0.001')
%!assert (nnr.words.option_text ([]), '-')
%!assert (nnr.words.option_text ({'relu', 'tanh'}), 'relu+tanh')
%!assert (nnr.words.option_text (['no '; 'yes']), 'no+yes')
%!assert (nnr.words.option_text ([64, 32]), '[64 32]')
%!assert (nnr.words.option_text ({1e-3, [1, 2]}), '0.001+[1 2]')
