## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.words.warn (id, template, ...)
##
## Warns in the name of the public function at work: the innermost of the callers that is one.

function warn (id, template, varargin)
  names = regexprep ({dbstack().name}, '>.*', '');
  public = names(strncmp (names, 'nnreg_', 6));
  name = '';
  if (! isempty (public))
    name = [public{1}, ': '];
  end
  warning (id, '%s%s', name, sprintf (template, varargin{:}));
end

%!warning <^4 of 100%$> nnr.words.warn ('nnreg:scale', '%d of 100%%', 4)
%!warning id=nnreg:scale nnr.words.warn ('nnreg:scale', 'a')
%!warning <^nnreg_fit: Alpha does nothing>
%! nnreg_fit ([1; 2; 1; 2], [1; 2; 1; 2], 'Penalty', 'l1', 'Lambda', 1, 'Alpha', 0.1, ...
%!            'Epochs', 1, 'Verbose', 0);
