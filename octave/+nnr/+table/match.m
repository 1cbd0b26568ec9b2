## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## T = nnr.table.match (recipe, T, argument)
##
## The columns of the table T (nnr.table.read) that a recipe needs, in its order. They are found by
## name; other columns are ignored. A missing column, or one of another kind than was learned, is an
## error. ARGUMENT is the name of T in it.

function T = match (recipe, T, argument)
  names = {recipe.Columns.Name};
  if (! isequal (names, T.Names))       # else no search among thousands
    [found, at] = ismember (names, T.Names);
    if (! all (found))
      nnr.args.refuse_columns (argument, names(! found), setdiff (T.Names, names));
    end
    T = nnr.table.pick (T, at, []);
  end
  for k = find (! strcmp (T.Kinds, {recipe.Columns.Kind}))(:).'
    [T.Values{k}, T.Levels{k}] = as_learned (recipe.Columns(k), T, k, argument);
    T.Kinds{k} = recipe.Columns(k).Kind;
  end
end

## The column as one of the kind that was learned. Without a value it is of every kind.
function [values, levels] = as_learned (c, T, k, argument)
  [values, levels, kind] = deal (T.Values{k}, T.Levels{k}, T.Kinds{k});
  row = find (! isnan (values), 1);
  if (isempty (row))
    levels = cell (0, 1);
    return
  end
  switch ([kind, ' for ', c.Kind])
    case 'logical for number'
      [values, levels] = deal (values - 1, {});
      return
    case 'number for logical'
      bad = find (! (isnan (values) | values == 0 | values == 1), 1);
      [values, levels] = deal (values + 1, {'false'; 'true'});
      if (isempty (bad))
        return
      end
      row = bad;
      values -= 1;
    case 'text for logical'     # with gaps nnreg_readtable reads texts
      [is_truth, place] = ismember (lower (nnr.words.utf8 (levels)), {'false'; 'true'});
      if (all (is_truth))
        known = ! isnan (values);
        values(known) = place(values(known));
        levels = {'false'; 'true'};
        return
      end
      row = find (ismember (values, find (! is_truth)), 1);
    case {'logical for text', 'number for text'}
      texts = texts_of (c, values, kind);
      if (! isempty (texts))
        [levels, ~, place] = unique (texts(! isnan (values)));
        values(! isnan (values)) = place;
        return
      end
    case 'text for number'      # from a form; or one has a zero in front today
      numbers = str2double (levels);
      odd = cellfun ('isempty', regexp (nnr.words.utf8 (levels), number (), 'once'));
      first = find (ismember (values, find (odd | ! isfinite (numbers))), 1);
      if (isempty (first))
        known = ! isnan (values);
        values(known) = numbers(values(known));
        levels = {};
        return
      end
      row = first;
  end
  wanted = struct ('number', 'numbers', 'logical', 'true or false', 'text', 'texts');
  error ('nnreg:badData', ['column %s of %s must hold %s, as in the training, but row %d has ' ...
                           '%s'], c.Name, argument, wanted.(c.Kind), row, ...
         shown (values(row), kind, levels));
end

## With a decimal point. In "1,5" and "1,234" a comma may be either mark, so that they are none.
function pattern = number ()
  pattern = '^\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,3})?\s*$';
end

## The texts that a file had for VALUES: it may have had gaps, or a code that begins with 0, on the
## day of the training alone. Empty if the column of the training had no such texts.
function texts = texts_of (c, values, kind)
  texts = {};
  known = nnr.words.utf8 ([c.Levels(:); c.Rare(:)]);   # regexp takes no other
  if (strcmp (kind, 'logical'))
    if (any (ismember (lower (known), {'false', 'true'})))
      texts = truths (known, values);
    end
  elseif (nnr.table.are_truths (known))
    if (all (isnan (values) | values == 0 | values == 1))
      texts = truths (known, values + 1);
    end
  elseif (all (isnan (values) | (values == fix (values) & abs (values) < flintmax ())) ...
          && ! all (cellfun ('isempty', regexp (known, '^-?[0-9]+$', 'once'))))
    texts = codes_of (values, known);
  end
end

## The texts for false (VALUES 1) and true (2), spelled as those that are KNOWN.
function texts = truths (known, values)
  spelled = [known; {'false'; 'true'}];
  alike = @(word) spelled{find(strcmpi (spelled, word), 1)};
  texts = {alike('false'); alike('true'); ''};
  values(isnan (values)) = 3;
  texts = texts(values);
end

## Whole numbers as texts. One of the KNOWN texts that has zeros in front, which spreadsheets take
## away, is meant if no other is the same number.
function texts = codes_of (values, known)
  [values, ~, place] = unique (values);
  texts = arrayfun (@(v) sprintf ('%d', v), values, 'UniformOutput', false);
  numbers = str2double (known);
  for k = find (! ismember (texts, known) & ! isnan (values))(:).'
    alike = find (numbers == values(k));
    if (isscalar (alike) && ! isempty (regexp (known{alike}, '^[0-9]+$', 'once')))
      texts{k} = known{alike};
    end
  end
  texts = texts(place);
end

function text = shown (value, kind, levels)
  switch (kind)
    case 'text'
      text = nnr.words.show_value (levels{value});
    case 'logical'
      text = levels{value};
    otherwise
      text = nnr.words.show_value (value);
  end
end

%!shared T, r
%! T = struct ("age", [1; 2; 4; NaN], "city", {{"Rome"; "Bonn"; "Rome"; ""}}, ...
%!             "ok", [true; false; true; true]);
%! r = nnr.table.learn (nnr.table.read ("T", T), "table", [], []);
%!function M = matched (r, T)
%!  M = nnr.table.match (r, nnr.table.read ("T", T), "X");
%!endfunction
%!test # any order, more columns, other kinds that mean the same
%! new = struct ("more", {{"x"; "y"}}, "ok", [1; NaN], "city", [NaN; NaN], "age", [true; false]);
%! M = matched (r, new);
%! assert (M.Names, {"age", "city", "ok"});
%! assert (M.Values, {[1; 0], [NaN; NaN], [2; NaN]});
%! assert (nnr.table.apply (r, M), [1 0 0 0 1 0 1; 0 0 0 0 1 0 0]);
%!test # a file whose column is of another kind since the gaps, or the zeros, are on one day alone
%! M = matched (r, setfield (T, "ok", {"True"; ""; "FALSE"; "true"}));
%! assert ({M.Values{3}, M.Levels{3}}, {[2; NaN; 1; 2], {"false"; "true"}});
%! days = struct ("zip", {repmat({"00501"; "10115"; "10115"; ""}, 9, 1)}, ...
%!                "vip", {repmat({"True"; "False"; ""; "True"}, 9, 1)});
%! q = nnr.table.learn (nnr.table.read ("T", days), "table", [], []);
%! M = matched (q, struct ("zip", [10115; 7; NaN], "vip", [true; false; true]));
%! assert (M.Levels{1}(M.Values{1}(1:2)), {"10115"; "7"});
%! assert (isnan (M.Values{1}(3)));
%! assert (M.Levels{2}(M.Values{2}), {"True"; "False"; "True"});
%! assert (M.Kinds, {"text", "text"});
%! X = nnr.table.apply (q, M);
%! same = nnr.table.apply (q, matched (q, struct ("zip", {{"10115"; "7"; ""}}, ...
%!                                                "vip", {{"True"; "False"; "True"}})));
%! assert (X, same);
%!test # a spreadsheet took the zeros away; of two codes that are the same number none is meant
%! day = struct ("zip", {repmat({"00501"; "10115"; "00007"; "007"}, 9, 1)});
%! q = nnr.table.learn (nnr.table.read ("T", day), "table", [], []);
%! M = matched (q, struct ("zip", [501; 10115; 7; NaN; 501]));
%! assert (M.Levels{1}(M.Values{1}([1:3, 5])), {"00501"; "10115"; "7"; "00501"});
%!test # truths in any case, or as 0 and 1, where gaps made texts of them on the day of the training
%! days = struct ("vip", {repmat({"TRUE"; "False"; ""; "true"; "FALSE"}, 9, 1)});
%! q = nnr.table.learn (nnr.table.read ("T", days), "table", [], []);
%! assert ({q.Columns.Levels}, {{"FALSE"; "TRUE"}});
%! assert (nnr.table.apply (q, nnr.table.read ("T", days)), ...
%!         repmat ([0 1 0; 1 0 0; 0 0 1; 0 1 0; 1 0 0], 9, 1));
%! X = [0 1 0; 1 0 0; 0 0 1];
%! for new = {{"true"; "false"; ""}, {"True"; "FALSE"; ""}, [1; 0; NaN]}
%!   lastwarn ("");
%!   assert (nnr.table.new_rows (q, nnr.table.read ("T", struct ("vip", new)), "X"), X);
%!   assert (lastwarn (), "");
%! end
%! assert (nnr.table.new_rows (q, nnr.table.read ("T", struct ("vip", [true; false])), "X"), ...
%!         X(1:2,:));
%!error <^column vip of X must hold texts, as in the training, but row 1 has 1$>
%! days = struct ("vip", {repmat({"TRUE"; "FALSE"; ""}, 9, 1)});
%! q = nnr.table.learn (nnr.table.read ("T", days), "table", [], []);
%! matched (q, struct ("vip", [1; 2]));
%!error <^column ok of X must hold true or false, as in the training, but row 2 has "maybe"$>
%! matched (r, setfield (T, "ok", {"true"; "maybe"; ""; "false"}));
%!error <^column city of X must hold texts, as in the training, but row 1 has 1$>
%! matched (r, setfield (T, "city", [1; 2; 3; 4]));
%!error <^X lacks 1 column that MODEL was fitted on: "city"; did you mean "cty"\?$>
%! matched (r, struct ("age", 1, "cty", "Rome", "ok", true));
%!error <^column age of X must hold numbers, as in the training, but row 2 has "old"$>
%! matched (r, setfield (T, "age", {"17"; "old"; "18"; ""}));
%!test # texts that are numbers
%! M = matched (r, setfield (T, "age", {"17"; ""; "-018.5"; " 2e1 "}));
%! assert ({M.Values{1}, M.Levels{1}, M.Kinds{1}}, {[17; NaN; -18.5; 20], {}, "number"});
%!error <^column age of X must hold numbers, as in the training, but row 3 has "1,234"$>
%! matched (r, setfield (T, "age", {"17"; ""; "1,234"; "18"}));
%!error <^column age of X must hold numbers, as in the training, but row 2 has "1e999"$>
%! matched (r, setfield (T, "age", {"17"; "1e999"; ""; "18"}));
%!error <^column city of X must hold texts, as in the training, but row 2 has 3.5$>
%! matched (r, setfield (T, "city", [NaN; 3.5; 1; 1]));
%!error <^column ok of X must hold true or false, as in the training, but row 3 has 2$>
%! matched (r, setfield (T, "ok", [0; 1; 2; 1]));
%!error <^column city of X must hold texts, as in the training, but row 1 has true$>
%! matched (r, setfield (T, "city", T.ok));
