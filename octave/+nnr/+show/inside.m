## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## x = nnr.show.inside (x)
##
## The cell or struct X to be shown: results of nnreg in it are lines that say what they are, since
## Octave would print all of their fields. Anything else stays as it is, and so do results in more
## than 20 cells, or deeper in structs than Octave prints them.

function x = inside (x)
  values = elements (x);
  if (! any (cellfun ('isclass', values, 'cell') | cellfun ('isclass', values, 'struct')))
    return
  end
  try
    most = struct ('Structs', struct_levels_to_print (), 'Cells', 20);
    if (holds_result (values, most))
      x = replaced (x, most);
    end
  catch
    ## X as it is: Octave has a way to show it.
  end
end

function values = elements (x)
  values = cell (0, 1);
  if (iscell (x))
    values = x(:);
  elseif (isscalar (x))
    values = struct2cell (x);
  end
end

## Octave calls this for each cell and struct that it shows, so it looks at all elements of a level
## at once, by built-in functions alone.
function yes = holds_result (level, most)
  yes = false;
  for k = 1:most.Structs
    structs = structs_of (level, most.Cells);
    yes = any (are_marked (structs));
    if (yes || isempty (structs))
      return
    end
    array = as_array (structs);
    if (isempty (array))
      level = joined (cellfun (@struct2cell, structs, 'UniformOutput', false));
    else
      level = struct2cell (array)(:);
    end
  end
end

## An array of the structs if all have the same fields, which is fast to look at; else [].
function array = as_array (structs)
  array = [];
  try
    array = vertcat (structs{:});
  end
end

## The scalar structs in the cell LEVEL and in the cells in it, a column.
function structs = structs_of (level, most)
  structs = cell (0, 1);
  for k = 1:most
    structs = [structs; level(are_structs (level))(:)];
    level = level(cellfun ('isclass', level, 'cell'));
    if (isempty (level))
      return
    end
    level = joined (cellfun (@vec, level, 'UniformOutput', false));
  end
end

function all = joined (parts)
  all = vertcat (cell (0, 1), parts{:});
end

function yes = are_structs (values)
  yes = cellfun ('isclass', values, 'struct');
  yes(yes) = cellfun ('numel', values(yes)) == 1;
end

## The structs that may be results.
function yes = are_marked (structs)
  persistent marks;
  if (isempty (marks))
    [~, marks] = nnr.show.kinds ();
  end
  array = as_array (structs);
  if (! isempty (array))
    yes = repmat (any (isfield (array, marks)), size (structs));
    return
  end
  found = cellfun (@isfield, structs, repmat ({marks}, size (structs)), 'UniformOutput', false);
  yes = any (vertcat (zeros (0, numel (marks)), found{:}), 2);
end

function x = replaced (x, left)
  if (iscell (x))
    left.Cells = left.Cells - 1;
    x = lines_for (x, left);
  else
    left.Structs = left.Structs - 1;
    names = fieldnames (x);
    x = cell2struct (lines_for (struct2cell (x), left), names, 1);
  end
end

function values = lines_for (values, left)
  structs = are_structs (values);
  marked = structs;
  marked(structs) = are_marked (values(structs)(:));
  for k = find (marked)(:).'
    text = nnr.show.line (values{k});
    if (! isempty (text))
      [values{k}, structs(k)] = deal (text, false);
    end
  end
  open = structs & left.Structs > 0 | cellfun ('isclass', values, 'cell') & left.Cells > 0;
  for k = find (open)(:).'
    values{k} = replaced (values{k}, left);
  end
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
%!assert (nnr.show.inside ({h, {}; cell(0, 3), struct("a", {})}), ...
%!        {"history of 3 epochs", {}; cell(0, 3), struct("a", {})})
%!test # deep data is no error, and results far down stay
%! [s, c] = deal (struct ("v", 0, "next", []), {h});
%! for k = 1:150
%!   [s, c] = deal (struct ("v", k, "next", s), {c});
%! end
%! assert (disp (s), builtin ("disp", s));
%! assert (disp (c), builtin ("disp", c));
%! c{2} = h;
%! shown = nnr.show.inside (c);
%! assert (shown{2}, "history of 3 epochs");
%!test # as deep as Octave prints structs, and no deeper
%! x.a.b.c.d.e.f = h;
%! struct_levels_to_print (9, "local");
%! shown = nnr.show.inside (x);
%! assert (shown.a.b.c.d.e.f, "history of 3 epochs");
%! struct_levels_to_print (2, "local");
%! assert (nnr.show.inside (x), x);
%! # of the fields in the last struct Octave prints the class: not that of a line
%! y.a.b = struct ("h", h);
%! assert (disp (y), builtin ("disp", y));
%! struct_levels_to_print (3, "local");
%! assert (! isempty (strfind (disp (y), "h = history of 3 epochs")));
%!test # a result among structs with other fields and with none
%! [c, lines] = deal ({struct("a", 1); struct(); h; struct("a", {{h}})});
%! lines{3} = "history of 3 epochs";
%! lines{4}.a = lines(3);
%! assert (nnr.show.inside (c), lines);
%!test # a model that does not hold together
%! m = nnreg_fit ((1:9).', (1:9).', "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! assert (nnr.show.inside ({m}), {"model: Regression, linear 1-1, 2 parameters"});
%! m.Weights = {};
%! shown = nnr.show.inside ({m});
%! [m.History, m.Settings] = deal ("history of 1 epoch", "settings of a model");
%! assert (shown, {m});
