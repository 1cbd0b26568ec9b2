## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## x = nnr.show.inside (x)
##
## The cell or scalar struct X to be shown: results of nnreg in it are lines that say what they are,
## since Octave would print all of their fields. Anything else stays as it is, also what is deeper
## than Octave shows of structs, or than 20 cells and structs.

function x = inside (x)
  x = within (x, 20, struct_levels_to_print ());
end

## LEVELS more are looked at, and STRUCTS more of structs. Nothing is written that did not change:
## that would copy it.
function [x, changed] = within (x, levels, structs)
  changed = false;
  if (levels < 0 || structs < 0 || ! (iscell (x) || isscalar (x)))
    return
  end
  values = x;
  if (isstruct (x))
    values = struct2cell (x);
    names = fieldnames (x);
    structs -= 1;
  end
  at = find (cellfun ('isclass', values, 'struct') | cellfun ('isclass', values, 'cell'));
  for k = at(:).'
    [value, other] = nested (values{k}, levels - 1, structs);
    if (! other)
      continue
    elseif (iscell (x))
      x{k} = value;
    else
      x.(names{k}) = value;
    end
    changed = true;
  end
end

function [x, changed] = nested (x, levels, structs)
  persistent marks;
  if (isempty (marks))
    [~, marks] = nnr.show.kinds ();
  end
  if (isstruct (x) && any (isfield (x, marks)))
    text = nnr.show.line (x);
    if (! isempty (text))
      [x, changed] = deal (text, true);
      return
    end
  end
  [x, changed] = within (x, levels, structs);
end

%!shared h
%! h = struct ("Epoch", 1:3, "DataLoss", 1:3, "Loss", 1:3, "Penalty", 1:3, "Accuracy", 1:3, ...
%!             "Zeros", 1:3, "Seconds", 1:3);
%!assert (nnr.show.inside ({1, {h, "x"}}), {1, {"history of 3 epochs", "x"}})
%!test
%! x.a.b = {h};
%! x.c = [h, h];
%! assert (nnr.show.inside (x), struct ("a", struct ("b", {{"history of 3 epochs"}}), "c", [h, h]));
%!assert (nnr.show.inside (cell (0, 3)), cell (0, 3))
%!assert (nnr.show.inside ({rmfield(h, "Zeros")}), {rmfield(h, "Zeros")})
%!test # a model that does not hold together
%! m = nnreg_fit ((1:9).', (1:9).', "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! assert (nnr.show.inside ({m}), {"model: Regression, linear 1-1, 2 parameters"});
%! m.Weights = {};
%! x = nnr.show.inside ({m});
%! assert (x{1}.Biases, m.Biases);
%!test
%! # deeper than functions may call each other
%! [list, c] = deal (struct ("v", 0, "next", []), {h});
%! for k = 1:300
%!   list = struct ("v", k, "next", list);
%!   c = {c};
%! end
%! assert (iscell (nnr.show.inside (c)));
%! assert (disp (list), builtin ("disp", list));
%! assert (nnr.show.inside ({{{{{{{{h}}}}}}}}), {{{{{{{{"history of 3 epochs"}}}}}}}});
