## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.args.check_names (name, names)
##
## The option NAME, names of columns: different texts, as a cell row, or {} for none.

function names = check_names (name, names)
  if (isempty (names) && (iscell (names) || isnumeric (names)))
    names = {};
    return
  elseif (! iscell (names))
    error ('nnreg:badArgument', '%s must be a cell of texts, got %s', name, ...
           nnr.words.show_value (names));
  end
  names = names(:).';
  odd = find (! cellfun (@(name) ischar (name) && isrow (name) && ! any (name == "\n"), names), 1);
  if (! isempty (odd))
    error ('nnreg:badArgument', ['%s must be texts of one line and not empty, number %d ' ...
                                 'is %s'], name, odd, nnr.words.show_value (names{odd}));
  end
  [sorted, at] = sort (names);
  twice = at([false, strcmp(sorted(1:end - 1), sorted(2:end))]);
  if (! isempty (twice))
    error ('nnreg:badArgument', '%s must differ, "%s" is there twice', name, ...
           names{min(twice)});
  end
end

%!assert (nnr.args.check_names ("FeatureNames", {"b"; "a"}), {"b", "a"})
%!assert (nnr.args.check_names ("FeatureNames", {}), {})
%!assert (nnr.args.check_names ("FeatureNames", []), {})
%!assert (nnr.args.check_names ("FeatureNames", {"a"}), {"a"})
%!error <FeatureNames must be a cell of texts, got 3> nnr.args.check_names ("FeatureNames", 3)
%!error <FeatureNames must be texts of one line and not empty, number 1 is "">
%! nnr.args.check_names ("FeatureNames", {""})
%!error <FeatureNames must differ, "a" is there twice>
%! nnr.args.check_names ("FeatureNames", {"a", "b", "a"})
%!error id=nnreg:badArgument nnr.args.check_names ("FeatureNames", {"a", "a"})
