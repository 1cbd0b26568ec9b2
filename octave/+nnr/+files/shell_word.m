## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.files.shell_word (text)
##
## Quoted for a POSIX shell.

function text = shell_word (text)
  text = ['''', strrep(text, '''', '''\'''''), ''''];
end

%!assert (nnr.files.shell_word ("a b"), "'a b'")
%!test
%! text = "it's \"$HOME\" `x` \\";
%! [~, out] = system (["printf %s ", nnr.files.shell_word(text)]);
%! assert (out, text);
