## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The examples in the help texts print what they say. Debian's octave-doctest runs them.

%!function names = public_functions ()
%!  files = dir (fullfile (fileparts (which ("nnreg_fit")), "nnreg_*.m"));
%!  [~, names] = cellfun (@fileparts, {files.name}, "UniformOutput", false);
%!endfunction

%!function code = first_example (name)
%!  # what a help begins with: the lines of the example after its first sentence
%!  text = get_help_text (name);
%!  first = regexp (text, '^( *@deftypefnx? [^\n]*\n)+([^\n]+\n)+\n *@example\n *@group\n(?<code>.*?)@end group', ...
%!                  "names", "once", "lineanchors");
%!  assert (! isempty (first), "the help of %s does not begin with an example", name);
%!  lines = strsplit (strtrim (first.code), "\n");
%!  assert (max (cellfun (@numel, strtrim (lines))) <= 71, "%s: more than 80 columns", name);
%!  lines = lines(cellfun (@isempty, strfind (lines, "@print{}")));
%!  assert (numel (lines) <= 4, "%s: an example of %d lines", name, numel (lines));
%!  code = regexprep (strjoin (lines, "\n"), '@([{}@])', '$1');
%!endfunction
%!function [text, figures] = run_example (code_of_example)
%!  # runs the lines as a student types them, in a workspace without other variables
%!  before = get (groot (), "children");
%!  text = evalc (code_of_example);
%!  figures = setdiff (get (groot (), "children"), before);
%!endfunction
%!test
%! # the help of each public function begins with a short example, which shows something
%! names = public_functions ();
%! assert (numel (names) >= 15);
%! [back, folder] = deal (pwd (), tempname ());
%! visible = get (groot (), "defaultfigurevisible");
%! mkdir (folder);
%! unwind_protect
%!   cd (folder);
%!   set (groot (), "defaultfigurevisible", "off");
%!   rand ("twister", 1);
%!   randn ("twister", 1);
%!   for k = 1:numel (names)
%!     code = first_example (names{k});
%!     if (! strcmp (names{k}, "nnreg_mnist"))     # it downloads MNIST
%!       [text, figures] = run_example (code);
%!       shown = ! isempty (text) || ! isempty (figures);
%!       assert (shown, "the example of %s shows nothing", names{k});
%!       close (figures);
%!       left = setdiff (readdir (folder), {".", ".."});
%!       assert (isempty (left), "the example of %s leaves %s", names{k}, strjoin (left.', ", "));
%!     end
%!   end
%! unwind_protect_cleanup
%!   cd (back);
%!   set (groot (), "defaultfigurevisible", visible);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%!testif ; ! isempty (pkg ("list", "doctest")) || ! isempty (getenv ("CI"))
%! # examples that say what they print, print it
%! pkg load doctest;
%! names = public_functions ();
%! tests = 0;
%! for k = 1:numel (names)
%!   if (! isempty (regexp (get_help_text (names{k}), '@(print|result)\{', "once")))
%!     text = evalc ("[passed, total] = doctest (names{k});");
%!     assert (passed == total, "%s", text);
%!     tests += total;
%!   end
%! end
%! assert (tests > 10);

%!test
%! # as a terminal shows it: no line is too wide, and options with two dashes are code (elsewhere
%! # Texinfo makes one dash of two)
%! names = [public_functions(), {"nnreg"}];
%! found = 0;
%! for k = 1:numel (names)
%!   source = get_help_text (names{k});
%!   words = regexp (source, '--[a-z]+', "match");
%!   found += numel (words);
%!   text = evalc ("help (names{k});");
%!   lines = strsplit (text, "\n")(2:end);    # after the file's name
%!   wide = cellfun (@nnr.words.text_width, lines) > 80;  # Texinfo 7 quotes by letters of 3 bytes
%!   assert (! any (wide), "%s: %s", names{k}, strjoin (lines(wide), "\n"));
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
