## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.table.fault (recipe, num_inputs)
##
## What is wrong with a recipe (nnr.table.learn) for a matrix of NUM_INPUTS columns ([]: any
## number), which the user may have changed or read from a file; empty if nothing is.

function text = fault (recipe, num_inputs)
  text = 'its fields are not those of a preparation';
  if (! (has_fields (recipe, {'Source', 'Response', 'NumRows', 'Columns', 'LeftOut'}) ...
         && isscalar (recipe) && any (strcmp (recipe.Source, {'table', 'matrix'})) ...
         && are_texts (recipe.Response) && is_count (recipe.NumRows) ...
         && has_fields (recipe.LeftOut, {'Name', 'Reason'}) ...
         && are_texts ({recipe.LeftOut.Name}) && are_texts ({recipe.LeftOut.Reason}) ...
         && has_fields (recipe.Columns, {'Name', 'Kind', 'Gaps', 'Fill', 'Indicator', 'Levels', ...
                                         'Counts', 'Rare', 'Other', 'Gap'})))
    return
  end
  if (isempty (recipe.Columns))
    text = 'it has no columns';
    return
  end
  text = '';
  for k = find (! are_plain (recipe.Columns))(:).'
    text = column_fault (recipe.Columns(k));
    if (! isempty (text))
      text = sprintf ('column %d: %s', k, text);
      return
    end
  end
  text = whole_fault (recipe, num_inputs);
end

## Columns of numbers without a fault, as most are of thousands: they are looked at all at once.
function plain = are_plain (c)
  is_scalar = @(values, type) cellfun ('isclass', values, type) & cellfun ('numel', values) == 1;
  values = [{c.Fill}; {c.Gaps}];
  names = {c.Name};
  plain = strcmp ({c.Kind}, 'number') & cellfun ('isclass', names, 'char') ...
          & cellfun ('ndims', names) == 2 & cellfun ('size', names, 1) == 1 ...
          & all (is_scalar ([{c.Indicator}; {c.Other}; {c.Gap}], 'logical'), 1) ...
          & all (is_scalar (values, 'double') & cellfun ('isreal', values), 1) ...
          & all (cellfun ('isempty', [{c.Levels}; {c.Rare}; {c.Counts}]), 1);
  numbers = cell2mat (values(:,plain));
  if (! isempty (numbers))
    plain(plain) = isfinite (numbers(1,:)) & numbers(2,:) >= 0 & numbers(2,:) < Inf;
  end
end

function text = column_fault (c)
  text = '';
  flag = @(value) islogical (value) && isscalar (value);
  levels = c.Levels(:);
  if (! (ischar (c.Name) && isrow (c.Name)))
    text = 'Name must be a text';
  elseif (! (ischar (c.Kind) && any (strcmp (c.Kind, {'number', 'logical', 'text'}))))
    text = 'Kind must be "number", "logical" or "text"';
  elseif (! (flag (c.Indicator) && flag (c.Other) && flag (c.Gap)))
    text = 'Indicator, Other and Gap must be true or false';
  elseif (! (isa (c.Fill, 'double') && isscalar (c.Fill) && isreal (c.Fill) && isfinite (c.Fill) ...
             && is_count (c.Gaps)))
    text = 'Fill and Gaps must be finite numbers';
  elseif (! (are_texts (levels) && are_texts (c.Rare(:)) && isa (c.Counts, 'double') ...
             && numel (c.Counts) == numel (levels)))
    text = 'Levels and Rare must be texts, and Counts numbers, one for each of the Levels';
  elseif (numel (unique ([levels; c.Rare(:)])) < numel (levels) + numel (c.Rare))
    text = 'Levels and Rare must differ';
  elseif (strcmp (c.Kind, 'number') && ! isempty (levels))
    text = 'a number has no Levels';
  end
end

function text = whole_fault (recipe, num_inputs)
  text = '';
  names = {recipe.Columns.Name};
  block = nnr.table.layout (recipe);
  if (numel (unique (names)) < numel (names))
    text = 'two columns have the same name';
  elseif (! isempty (num_inputs) && numel (block) != num_inputs)
    text = sprintf ('it makes %s, and the model reads %d', ...
                    nnr.words.count_text (numel (block), 'column'), num_inputs);
  elseif (strcmp (recipe.Source, 'matrix') && ! all (strcmp ({recipe.Columns.Kind}, 'number')))
    text = 'of a matrix all columns are numbers';
  end
end

function yes = has_fields (value, names)
  yes = isstruct (value) && all (isfield (value, names));
end

function yes = are_texts (value)
  yes = iscell (value) && (isempty (value) || iscellstr (value)) ...
        && all (cellfun (@(text) isrow (text) || isempty (text), value(:)));
end

function yes = is_count (value)
  yes = isnumeric (value) && isreal (value) && isscalar (value) && value >= 0 && value < Inf;
end

%!shared r
%! T = struct ("age", [1; 2; NaN; 4], "city", {{"Rome"; "Bonn"; "Rome"; ""}}, "one", ones (4, 1));
%! r = nnr.table.learn (nnr.table.read ("T", T), "table", [], []);
%!assert (nnr.table.fault (r, 5), "")
%!assert (nnr.table.fault (r, 4), "it makes 5 columns, and the model reads 4")
%!assert (nnr.table.fault (3, 4), "its fields are not those of a preparation")
%!test
%! changes = {"Name", 3, "Name"; "Kind", "date", "Kind"; "Gap", 1, "Indicator"; ...
%!            "Fill", NaN, "Fill"; "Levels", {1}, "Levels"; "Levels", 3, "Levels"; ...
%!            "Counts", [1; 2], "Levels"; "Levels", {"a"}, "Levels"; "Rare", {"a"; "a"}, "Levels"};
%! for change = changes.'
%!   bad = r;
%!   bad.Columns(1).(change{1}) = change{2};
%!   assert (strncmp (nnr.table.fault (bad, 5), ["column 1: ", change{3}], 10 + numel (change{3})));
%! end
%! bad = r;
%! bad.Columns(1).Name = "city";
%! assert (nnr.table.fault (bad, 5), "two columns have the same name");
%! bad = r;
%! bad.Columns = bad.Columns([]);
%! assert (nnr.table.fault (bad, 5), "it has no columns");
