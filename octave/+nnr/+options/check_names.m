## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.options.check_names (names)
##
## The option FeatureNames: different texts, as a cell row, or {} for none.

function names = check_names (names)
  if (isempty (names) && (iscell (names) || isnumeric (names)))
    names = {};
    return
  elseif (! iscell (names))
    error ('nnreg:badArgument', 'FeatureNames must be a cell of texts, got %s', ...
           nnr.words.show_value (names));
  end
  names = names(:).';
  odd = find (! cellfun (@(name) ischar (name) && isrow (name) && ! any (name == "\n"), names), 1);
  if (! isempty (odd))
    error ('nnreg:badArgument', ['FeatureNames must be texts of one line and not ' ...
                                 'empty, number %d is %s'], odd, nnr.words.show_value (names{odd}));
  end
  [sorted, at] = sort (names);
  twice = at([false, strcmp(sorted(1:end - 1), sorted(2:end))]);
  if (! isempty (twice))
    error ('nnreg:badArgument', 'FeatureNames must differ, "%s" is there twice', names{min(twice)});
  end
end

%!assert (nnr.options.check_names ({"b"; "a"}), {"b", "a"})
%!assert (nnr.options.check_names ({}), {})
%!assert (nnr.options.check_names ([]), {})
%!assert (nnr.options.check_names ({"a"}), {"a"})
%!error <FeatureNames must be a cell of texts, got 3> nnr.options.check_names (3)
%!error <FeatureNames must be texts of one line and not empty, number 1 is "">
%! nnr.options.check_names ({""})
%!error <FeatureNames must differ, "a" is there twice> nnr.options.check_names ({"a", "b", "a"})
%!error id=nnreg:badArgument nnr.options.check_names ({"a", "a"})
