## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.words.raise (name, err)
##
## Raises ERR again in the NAME of the public function that the user called. The stack begins at
## that function. Errors that are not nnreg's pass unchanged, and so do those that bear a name
## already: a function of the user's called nnreg.
##
## A failed allocation in Octave itself becomes nnreg:outOfMemory.

function raise (name, err)
  text = nnr.core.reason (err);
  if (! isempty (regexp (err.message, 'out of memory|failed to allocate', 'once')))
    [err.identifier, text] = deal ('nnreg:outOfMemory', 'not enough memory');
  elseif (! strncmp (err.identifier, 'nnreg:', 6) ...
          || ! isempty (regexp (text, '^nnreg_\w+: ', 'once')))
    rethrow (err);
  end
  outer = find (strcmp ({err.stack.name}, name), 1);
  error (struct ('message', [name, ': ', text], 'identifier', err.identifier, ...
                 'stack', err.stack(outer:end)));
end

%!function raise_text (id, text)
%!  try
%!    error (id, '%s', text);
%!  catch err
%!    nnr.words.raise ('nnreg_fit', err);
%!  end
%!endfunction
%!error <^nnreg_fit: Sizes: 100% x$>
%! raise_text ('nnreg:badData', '__nnreg_train__: nnreg: Sizes: 100% x')
%!error id=nnreg:badData raise_text ('nnreg:badData', 'nnreg: a')
%!error <^nnreg_fit: not enough memory$>
%! raise_text ('Octave:x', 'out of memory or dimension too large')
%!error id=nnreg:outOfMemory raise_text ('Octave:x', 'out of memory or dimension too large')
%!error <^nnreg_predict: X is missing$> raise_text ('nnreg:badData', 'nnreg_predict: X is missing')
%!error <^theirs$> raise_text ('other:id', 'theirs')
%!error <^nnreg_fit: Lambda is missing> nnreg_fit ([1; 2], [1; 2], 'Penalty', 'l1')
%!test
%! # the stack that a user sees has no internal function
%! try
%!   nnreg_fit ([1; 2], [1; 2], 'Penalty', 'l1');
%! catch err
%! end
%! assert (err.stack(1).name, 'nnreg_fit');
