## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.words.warn (id, template, ...)
##
## Warns in the name of the public function that the user called: the innermost one in the call
## stack. (There may be several: an OutputFcn of nnreg_fit may call nnreg_predict.)

function warn (id, template, varargin)
  names = regexprep ({dbstack().name}, '>.*', '');
  names = names(strncmp (names, 'nnreg_', 6));
  text = sprintf (template, varargin{:});
  warning (id, '%s', nnr.words.utf8 (strjoin ([names(1:min (end, 1)), {text}], ': ')));
end

%!warning <^4 of 100%$> nnr.words.warn ('nnreg:scale', '%d of 100%%', 4)
%!warning id=nnreg:scale nnr.words.warn ('nnreg:scale', 'a')
%!warning <^nnreg_fit: Alpha does nothing>
%! nnreg_fit ([1; 2; 1; 2], [1; 2; 1; 2], 'Penalty', 'l1', 'Lambda', 1, 'Alpha', 0.1, ...
%!            'Epochs', 1, 'Verbose', 0);
