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

## The help of the options against their table.

%!function check_help (fn, rows)
%!  # the help has an item for each option, with its default where that is a plain value
%!  text = regexprep (get_help_text (fn), "@code\\{([^{}]*)\\}", "$1");
%!  for row = rows(:).'
%!    item = regexp (text, ['qcode\{"', row.Name, '"\} *\[?([^\n]*)'], "tokens", "once");
%!    assert (! isempty (item), "the help of %s does not name %s", fn, row.Name);
%!    d = row.Default;
%!    if (ischar (d) && ! isempty (d) && ! strcmp (d, "auto"))
%!      assert (strncmp (item{1}, ["\"", d, "\""], numel (d) + 2), "%s: %s", fn, row.Name);
%!    elseif ((isnumeric (d) || islogical (d)) && isscalar (d))
%!      told = strtok (item{1}, " ;],");
%!      assert (eval (told) == d, "%s: the default of %s is not %s", fn, row.Name, told);
%!    end
%!  end
%!endfunction
%!test
%! [~, t] = nnr.options.names ("fit");
%! check_help ("nnreg_fit", t);
%! [~, t] = nnr.options.names ("search", "!fit");
%! check_help ("nnreg_gridsearch", t);
%! [~, t] = nnr.options.names ("path", "!fit");
%! check_help ("nnreg_path", t);
%! [~, t] = nnr.options.names ("sparsify", "!fit");
%! check_help ("nnreg_sparsify", t);
%!test
%! # so do the penalties and what else a choice is between
%! text = get_help_text ("nnreg_fit");
%! for name = fieldnames (nnr.options.penalties ()).'
%!   assert (! isempty (strfind (text, sprintf ('"%s"', name{1}))), name{1});
%! end
