## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.core.reason (err)
##
## The message of a gateway's error without the gateway's name.

function text = reason (err)
  text = regexprep (err.message, '^(__nnreg_\w+__: )?(nnreg: )?', '');
end

%!assert (nnr.core.reason (struct ('message', '__nnreg_train__: nnreg: Sizes: x')), 'Sizes: x')
%!assert (nnr.core.reason (struct ('message', 'nnreg: a')), 'a')
%!assert (nnr.core.reason (struct ('message', 'out of memory')), 'out of memory')
