## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.core.description (field, fallback)
##
## A field of one line in the DESCRIPTION of the installed package. FALLBACK where nnreg is not
## installed, or has no such field.

function value = description (field, fallback)
  value = fallback;
  package = fileparts (fileparts (fileparts (mfilename ('fullpath'))));
  file = fullfile (package, 'packinfo', 'DESCRIPTION');
  if (exist (file, 'file'))
    found = regexp (fileread (file), ['^', field, ':[ \t]*(\S[^\r\n]*)'], 'tokens', 'once', ...
                    'ignorecase', 'lineanchors');
    if (! isempty (found))
      value = found{1};
    end
  end
end

%!assert (nnr.core.description ('Nothing', 'none'), 'none')
