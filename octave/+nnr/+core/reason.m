## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.core.reason (err)
##
## The message of a gateway's error without the gateway's name. (No regexp: it refuses messages with
## names that are not UTF-8.)

function text = reason (err)
  text = err.message;
  ends = strfind (text, '__: ');
  if (strncmp (text, '__nnreg_', 8) && ! isempty (ends))
    text = text(ends(1) + 4:end);
  end
  if (strncmp (text, 'nnreg: ', 7))
    text = text(8:end);
  end
end

%!assert (nnr.core.reason (struct ('message', '__nnreg_train__: nnreg: Sizes: x')), 'Sizes: x')
%!assert (nnr.core.reason (struct ('message', 'nnreg: a')), 'a')
%!assert (nnr.core.reason (struct ('message', 'out of memory')), 'out of memory')
%!assert (nnr.core.reason (struct ('message', '__nnreg_x')), '__nnreg_x')
%!assert (nnr.core.reason (struct ('message', '')), '')
%!assert (nnr.core.reason (struct ('message', ['nnreg: ' char(233)])), char (233))
