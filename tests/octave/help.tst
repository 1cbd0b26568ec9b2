## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The examples in the help texts print what they say. Debian's octave-doctest runs them.

%!function names = public_functions ()
%!  files = dir (fullfile (fileparts (which ("nnreg_fit")), "nnreg_*.m"));
%!  [~, names] = cellfun (@fileparts, {files.name}, "UniformOutput", false);
%!endfunction

%!testif ; ! isempty (pkg ("list", "doctest")) || ! isempty (getenv ("CI"))
%! pkg load doctest;
%! names = public_functions ();
%! assert (numel (names) >= 15);
%! for k = 1:numel (names)
%!   text = evalc ("[passed, total] = doctest (names{k});");
%!   assert (passed == total, "%s", text);
%!   ## The example of nnreg_mnist downloads MNIST.
%!   assert (total >= 1 || strcmp (names{k}, "nnreg_mnist"), "no example: %s", names{k});
%! end

%!test
%! # options with two dashes are code: Texinfo makes one dash of two elsewhere
%! names = public_functions ();
%! found = 0;
%! for k = 1:numel (names)
%!   source = get_help_text (names{k});
%!   words = regexp (source, '--[a-z]+', "match");
%!   found += numel (words);
%!   text = evalc ("help (names{k});");
%!   missing = words(cellfun (@(word) isempty (strfind (text, word)), words));
%!   assert (isempty (missing), "%s: %s", names{k}, strjoin (missing, ", "));
%! end
%! assert (found > 0);
