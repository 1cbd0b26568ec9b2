## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.targets.warn_of_labels (X, y, t, s)
## nnr.targets.warn_of_labels (X, y, t, s, given)
##
## Warns of labels in y that are probably no classes: one class in two spellings, a number that
## stands for a missing label, a class of one row; and of a header line (nnr.targets.has_header). T
## are the targets that nnr.targets.make made of y by the settings S. If nearly all labels are
## different, that is an error or a warning too (nnr.targets.check_few_classes).
##
## GIVEN has the names of the options that the user gave. Without "Task" among them a column of a
## table that holds three or more different numbers is a warning too, and so is a y with fractions
## or with more than 20 numbers of uneven frequency, as ages are: most programs would predict
## numbers of it. (0 and 1, or 1 and 2, are classes to all.)
##
## The functions that train call this once. Classes that the user has named are classes.

function warn_of_labels (X, y, t, s, given)
  header = nnr.targets.has_header (X, t);
  if (header)
    nnr.words.warn ('nnreg:header', ['row 1 is probably the header line of a file: csvread and ' ...
                                     'dlmread make zeros of it, and no other row is like it; ' ...
                                     'leave it out']);
  end
  if (isempty (t.Labels) || ! isempty (s.ClassNames))
    return
  end
  counts = accumarray (double (t.Labels) + 1, 1, [t.NumOutputs, 1]);
  if (isnumeric (y) && isvector (y))
    unasked = nargin > 4 && ! any (strcmp (given, 'Task'));
    warned = nnr.targets.check_few_classes ('y', t.ClassNames(t.Labels + 1), t.NumOutputs, unasked);
    if (! warned && unasked)
      warn_of_task (t, s, counts);
    end
  end
  [doubtful, fault] = doubtful_labels (t.ClassNames, counts);
  one_row = counts == 1;
  one_row(doubtful) = false;
  if (header)
    one_row(t.Labels(1) + 1) = false;
  end
  ## If many classes have one row, or few rows, that is how the data are.
  if (any (one_row) && max (nnz (one_row) * 10, t.NumOutputs * 4) <= numel (t.Labels))
    fault = [fault, {one_row_text(t, find (one_row))}];
  end
  for text = fault
    nnr.words.warn ('nnreg:labels', ['%s; correct the labels, or, if these are classes, name ' ...
                                     'all classes with "ClassNames"'], text{1});
  end
end

## S.Table is that of nnr.train.open_data; COUNTS are the rows of each class.
function warn_of_task (t, s, counts)
  of_table = isfield (s, 'Table') && ! isempty (s.Table) && isscalar (s.Table.Response);
  classes = double (t.ClassNames);
  if (t.NumOutputs < 3 || ! isempty (s.InitialModel) ...
      || ! (of_table || any (classes != fix (classes)) || is_like_ages (counts)))
    return
  end
  name = 'y';
  if (of_table)
    name = ['column ', s.Table.Response{1}];
  end
  nnr.words.warn ('nnreg:numbersAsClasses', ...
                  ['the %d different numbers of %s were taken for classes, %g to %g; to ' ...
                   'predict numbers give "Task", "regression"; "Task", "classification" ' ...
                   'turns this off'], ...
                  t.NumOutputs, name, classes([1, end]));
end

## Letters or faces are many classes too, but of about as many rows each.
function yes = is_like_ages (counts)
  yes = numel (counts) > 20 && max (counts) > 3 * min (counts);
end

## The numbers of doubtful classes, and what is wrong with them.
function [which, fault] = doubtful_labels (classes, counts)
  if (iscellstr (classes) || ischar (classes))
    which = alike_texts (cellstr (classes));
    what = 'which differ only by blanks, case or quotes';
  else
    which = alike_numbers (double (classes));
    what = 'which differ only by rounding';
  end
  if (isempty (which) && isnumeric (classes))
    which = missing_codes (double (classes));
    what = 'which often stand for a missing label';
  end
  fault = {};
  if (! isempty (which))
    fault = {['y has the labels ', listed(classes, counts, which), ', ', what]};
  end
end

## Texts that are the same without blanks, case, quotes, and a dot or ".0" at the end, side by side.
function which = alike_texts (texts)
  [~, ~, key] = unique (cellfun (@plain, texts(:), 'UniformOutput', false));
  [key, order] = sort (key(:));
  again = diff (key) == 0;
  which = order([again; false] | [false; again]);
end

## Without regexprep and lower, which refuse texts that are no UTF-8. A byte order mark and a
## no-break space are blanks.
function text = plain (text)
  marks = {char([239, 187, 191]), char([194, 160])};
  text = strrep (strrep (text, marks{1}, ''), marks{2}, '');
  text = text(! (isspace (text) | text == '"' | text == "'" | text == '`'));
  capital = text >= 'A' & text <= 'Z';
  text(capital) = char (double (text(capital)) + 32);
  for ending = {'.0', '.'}
    rest = numel (text) - numel (ending{1});
    if (rest > 0 && strcmp (text(rest + 1:end), ending{1}))
      text = text(1:rest);
    end
  end
end

## CLASSES are sorted.
function which = alike_numbers (classes)
  near = diff (classes) <= 1e-6 * max (abs (classes));
  which = [];
  if (any (classes != fix (classes)))
    which = find ([near; false] | [false; near]);
  end
end

## Nines that are far beyond all other classes.
function which = missing_codes (classes)
  is_code = any (abs (classes) == [99, 999, 9999, 99999], 2);
  which = find (is_code & abs (classes) >= 10 * max ([abs(classes(! is_code)); 0]));
  if (all (is_code))
    which = [];
  end
end

## "no" (3 rows), "No" (1 row), ...
function text = listed (classes, counts, which)
  most = 6;
  parts = cell (1, min (most, numel (which)));
  for k = 1:numel (parts)
    parts{k} = sprintf ('%s (%s)', shown (classes, which(k)), ...
                        nnr.words.count_text (counts(which(k)), 'row'));
  end
  text = [strjoin(parts, ', '), repmat(', ...', 1, numel (which) > most)];
end

function text = shown (classes, k)
  if (ischar (classes))
    classes = cellstr (classes);
  elseif (isfloat (classes))
    text = sprintf ('%.17g', classes(k));
    return
  end
  value = classes(k);
  if (iscell (value))
    value = value{1};
  end
  text = nnr.words.show_value (value);
end

function text = one_row_text (t, which)
  row = find (t.Labels == which(1) - 1);
  label = nnr.words.label_texts (t.ClassNames(which(1),:), 20);
  if (isscalar (which))
    text = sprintf ('class %s of y has one row, row %d', label{1}, row);
  else
    text = sprintf ('%d classes of y have one row each, the first is %s in row %d', ...
                    numel (which), label{1}, row);
  end
  if (row == 1)
    text = [text, ', which may be the header line of a file'];
  end
end

%!function check (y, pattern, varargin)
%!  # PATTERN: of the one warning that there is, or empty
%!  quiet = warning ("query", "quiet").state;    # on under `pkg test`: no warning is printed
%!  restore = onCleanup (@() warning (quiet, "quiet"));
%!  warning ("off", "quiet");
%!  X = ones (rows (y), 1);
%!  s = nnr.options.settings (varargin);
%!  t = nnr.targets.make (y, rows (X), s);
%!  lastwarn ("", "");
%!  text = evalc ("nnr.targets.warn_of_labels (X, y, t, s);");
%!  [last, id] = lastwarn ();
%!  if (! strncmp (id, "nnreg:", 6))      # in Octave 11 also a warning that is off
%!    [last, id] = deal ("");
%!  end
%!  count = numel (regexp (text, '^warning: (?!called)', "lineanchors"));
%!  assert (count, double (! isempty (pattern)));
%!  assert (! isempty (regexp (last, pattern, "once")) || isempty ([last, pattern]), "%s", last);
%!  assert (id, {"nnreg:labels", ""}{1 + isempty(pattern)});
%!endfunction
%!shared k, words, numbers
%! k = (1:40).';
%! numbers = 1 + mod (floor (k * sqrt (7)), 3);
%! words = {"yes"; "no"; "perhaps so"}(numbers);
%!test # clean labels
%! for y = {words, numbers, numbers / 4, uint8(numbers), numbers > 1, char(words), ...
%!          double(numbers == 1:3), int32(numbers * 1000), {"+"; "-"; "."}(numbers), ...
%!          {"i"; "j"; "1"}(numbers), {"E1.1"; "E1.10"; "E1"}(numbers), ...
%!          {char([233, 32]); char([232, 32]); "e "}(numbers), numbers + 98}
%!   check (y{1}, "");
%! end
%! check ((1:8).', "");
%!test # two spellings
%! for fault = {"No", "no ", " no", "\tNO", "'no'", "\"no\"", "no.", ...
%!              [char([239, 187, 191]), "no"], ["no", char([194, 160])]}
%!   y = words;
%!   y([7, 9]) = fault;
%!   check (y, ['^y has the labels .*"no" \(\d+ rows\).*, which differ only by blanks, case or ' ...
%!              'quotes; correct the labels, or, if .*, name all classes with "ClassNames"$']);
%!   check (y, '^y has the labels .* \(2 rows\).*, which');
%!   check (y, "", "ClassNames", unique (y));
%! end
%! y = char (words);
%! y(3,1) = upper (y(3,1));
%! check (y, '\(1 row\).*, which differ only by blanks');
%! check ({"0"; "1"; "1.0"}(numbers), '"1" \(\d+ rows\), "1.0" \(\d+ rows\), which differ');
%!test # numbers
%! check (0.1 * numbers + (k == 4) * eps, '^y has the labels .*, which differ only by rounding;');
%! y = numbers;
%! y(1:3) = -999;
%! check (y, '^y has the labels -999 \(3 rows\), which often stand for a missing label;');
%! y(1:3) = 99;
%! check (uint8 (y), '^y has the labels 99 \(3 rows\)');
%!test # classes of one row
%! check (numbers + 4 * (k == 9), '^class \d of y has one row, row 9; correct the labels, or, if');
%! check (numbers + 4 * (k == 9) + 8 * (k == 12), ...
%!        '^2 classes of y have one row each, the first is \d in row 9;');
%! check ([{"species"}; words], ...
%!        '^class species of y has one row, row 1, which may be the header line of a file;');
%!error <y has 30 different numbers in 30 rows, .* give "Task", "regression">
%! check (sqrt (1:30).', "")
