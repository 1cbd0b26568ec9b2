## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.words.warn (id, template, ...)
##
## Warns in the name of the public function that the user called: the innermost one in the call
## stack. (There may be several: an OutputFcn of nnreg_fit may call nnreg_predict.) It is one line,
## without Octave's list of the internal functions that called it.

function warn (id, template, varargin)
  names = regexprep ({dbstack().name}, '>.*', '');
  names = names(strncmp (names, 'nnreg_', 6));
  text = sprintf (template, varargin{:});
  keep (id, text);
  text = nnr.words.utf8 (strjoin ([names(1:min (end, 1)), {text}], ': '));
  of_user = warning ('query', 'backtrace').state;
  guard = onCleanup (@() warning (of_user, 'backtrace'));
  warning ('off', 'backtrace');
  warning (id, '%s', text);             # an error if the user has made it one
end

## For the model of the training that raises it.
function keep (id, text)
  text = regexprep (nnr.words.utf8 (text), '[[:cntrl:]]+', ' ');         # nnr.words.is_line
  own = struct ('Identifier', id, 'Text', text);
  list = nnr.words.raised ();
  if (! (strcmp (warning ('query', id).state, 'off') || any (strcmp ({list.Text}, own.Text))))
    nnr.words.raised ([list, own]);
  end
end

%!warning <^4 of 100%$> nnr.words.warn ('nnreg:scale', '%d of 100%%', 4)
%!test # what a model keeps is one line, though names of columns may have more
%! warning ("on", "nnreg:leftOut", "local");
%! guard = nnr.words.raised ("begin");
%! evalc ("nnr.words.warn ('nnreg:leftOut', \"a\\tb\\033c\\177d\")");
%! kept = nnr.words.raised ();
%! assert (kept.Text, "a b c d");
%!warning id=nnreg:scale nnr.words.warn ('nnreg:scale', 'a')
%!function printed = shown (state)
%!  # what a warning prints while the user's backtrace is on or off, which stays so
%!  before = warning ("query", "backtrace").state;
%!  quiet = warning ("query", "quiet").state;
%!  unwind_protect
%!    warning ("off", "quiet");
%!    warning (state, "backtrace");
%!    printed = evalc ("nnr.words.warn ('nnreg:ofThisTest', 'one line')");
%!    assert (warning ("query", "backtrace").state, state);
%!  unwind_protect_cleanup
%!    warning (before, "backtrace");
%!    warning (quiet, "quiet");
%!  end_unwind_protect
%!endfunction
%!assert (shown ("on"), "warning: one line\n")
%!assert (shown ("off"), "warning: one line\n")
%!test # made an error, it leaves the state too
%! [before, all] = deal (warning ("query", "backtrace").state, warning ());
%! unwind_protect
%!   warning ("error", "nnreg:scale");
%!   warning ("on", "backtrace");
%!   fail ("nnr.words.warn ('nnreg:scale', 'as error')", "as error");
%!   assert (warning ("query", "backtrace").state, "on");
%! unwind_protect_cleanup
%!   warning (all);
%!   warning (before, "backtrace");
%! end_unwind_protect
%!warning <^nnreg_fit: Alpha does nothing>
%! nnreg_fit ([1; 2; 1; 2], [1; 2; 1; 2], 'Penalty', 'l1', 'Lambda', 1, 'Alpha', 0.1, ...
%!            'Epochs', 1, 'Verbose', 0);
