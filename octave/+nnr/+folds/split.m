## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## parts = nnr.folds.split (data, args)
##
## What nnreg_split returns, a cell row: the parts of DATA (a matrix or a table), of the y in ARGS
## if there is one, and the row numbers, each for training and for the test. ARGS are the arguments
## after DATA: y or the name of a column, and options.

function parts = split (data, args)
  [num_samples, table] = size_of (data);
  [y, args, name] = response_of (data, args, num_samples, table);
  defaults = struct ('HoldOut', 0.25, 'Groups', [], 'Time', [], 'Stratify', 'auto', 'Seed', 0);
  [opts, given] = nnr.args.parse_options (defaults, args);
  count = held_out_count (opts.HoldOut, num_samples);
  seed = nnr.args.check_scalar ('Seed', opts.Seed, 'nonnegative integer');
  check_together (opts, given);
  rows_are = struct ('NumSamples', num_samples, 'Labels', [], 'Groups', [], 'Times', []);
  if (! isempty (opts.Groups))
    ids = column_of (data, table, 'Groups', opts.Groups);
    rows_are.Groups = nnr.folds.group_numbers ('Groups', ids, num_samples);
  elseif (! isempty (opts.Time))
    times = column_of (data, table, 'Time', opts.Time);
    rows_are.Times = nnr.folds.time_ranks ('Time', times, num_samples);
  end
  [labels, classes] = nnr.folds.strata (y, num_samples);
  rows_are.Labels = chosen_strata (opts.Stratify, labels, name);
  split_stream = 5;
  out = nnr.folds.hold_out (count, rows_are, seed, split_stream);
  warn_of_lost_classes (labels, classes, out);
  parts = parts_of (data, y, table, out);
end

function [num_samples, table] = size_of (data)
  table = nnr.table.is_table (data);
  if (isstruct (data))
    num_samples = table_rows (data);
  elseif (table)
    data = nnr.table.read ('T', data);
    num_samples = data.NumRows;
  else
    nnr.data.check ('X', data, []);
    num_samples = rows (data);
  end
  if (num_samples < 2)
    error ('nnreg:badData', 'two rows at least are needed to split, got %d', num_samples);
  end
end

function num_samples = table_rows (T)
  names = fieldnames (T).';
  if (! isscalar (T) || isempty (names))
    error ('nnreg:badArgument', ['a table must be a struct with a field for each column, got ' ...
                                 '%s'], nnr.words.show_value (T));
  end
  counts = cellfun (@(name) rows (T.(name)), names);
  num_samples = counts(1);
  bad = find (counts != num_samples, 1);
  if (! isempty (bad))
    error ('nnreg:badData', 'column "%s" of the table has %s, but column "%s" has %d', ...
           names{bad}, nnr.words.count_text (counts(bad), 'row'), names{1}, num_samples);
  end
end

## Options are pairs, so one argument more is y, or the name of its column.
function [y, args, name] = response_of (data, args, num_samples, table)
  [y, name] = deal ([], 'y');
  if (mod (numel (args), 2) == 0)
    return
  end
  y = args{1};
  args(1) = [];
  if (table)
    if (! (ischar (y) && isrow (y)))
      error ('nnreg:badArgument', ['the second argument must be the name of a column of the ' ...
                                   'table, or of an option with its value, got %s'], ...
             nnr.words.show_value (y));
    end
    name = y;
    y = column_of (data, table, 'the response', y);
  elseif (! fits (y, num_samples))
    error ('nnreg:badData', 'y must have a row for each of the %s of X, got %s', ...
           nnr.words.count_text (num_samples, 'row'), nnr.words.show_value (y));
  end
end

function yes = fits (y, num_samples)
  yes = (ischar (y) || iscellstr (y) || isnumeric (y) || islogical (y)) && ndims (y) == 2 ...
        && (rows (y) == num_samples || (! ischar (y) && isvector (y) && numel (y) == num_samples));
end

## Of a table the name of a column stands for the column.
function value = column_of (T, table, argument, value)
  if (! (table && ischar (value) && isrow (value)))
    return
  elseif (! isstruct (T))
    T = nnr.table.read ('T', T);
    value = nnr.table.column (T, nnr.table.find_columns (T, value, argument));
    return
  elseif (! isfield (T, value))
    error ('nnreg:badArgument', '%s must be a column of the table, which has no "%s"%s', ...
           argument, value, nnr.args.did_you_mean (value, fieldnames (T)));
  end
  value = T.(value);
end

function count = held_out_count (wanted, num_samples)
  ok = isnumeric (wanted) && isreal (wanted) && isscalar (wanted) && wanted > 0 ...
       && (wanted < 1 || wanted == fix (wanted));
  if (! ok)
    error ('nnreg:badArgument', ['HoldOut must be a share of the rows between 0 and 1, or a ' ...
                                 'number of rows, got %s'], nnr.words.show_value (wanted));
  end
  count = double (full (wanted));
  if (count < 1)
    count = round (count * num_samples);
  end
  if (count < 1 || count >= num_samples)
    error ('nnreg:badArgument', 'HoldOut %g of %s leaves none to %s', wanted, ...
           nnr.words.count_text (num_samples, 'row'), {'test with', 'train on'}{1 + (count > 0)});
  end
end

function check_together (opts, given)
  if (! (isempty (opts.Groups) || isempty (opts.Time)))
    error ('nnreg:badArgument', ['give Groups or Time, not both: a group may have rows before ' ...
                                 'and after any time']);
  elseif (! isempty (opts.Time) && any (strcmp (given, 'Seed')))
    nnr.words.warn ('nnreg:idleOption', ['Seed does nothing here: the last rows by Time are ' ...
                                         'held out']);
  elseif (! isempty (opts.Time) && isequal (opts.Stratify, true))
    error ('nnreg:badArgument', ['Stratify has no place beside Time: the last rows are held ' ...
                                 'out, whatever their class']);
  end
end

function labels = chosen_strata (wanted, labels, name)
  if (ischar (wanted) && strcmpi (wanted, 'auto'))
    return
  elseif (! (isscalar (wanted) && (isequal (wanted, true) || isequal (wanted, false))))
    error ('nnreg:badArgument', 'Stratify must be true, false or "auto", got %s', ...
           nnr.words.show_value (wanted));
  elseif (! wanted)
    labels = [];
  elseif (isempty (labels))
    error ('nnreg:badArgument', ['Stratify needs a response with classes: %s is missing, or ' ...
                                 'has too many different values'], name);
  end
end

function warn_of_lost_classes (labels, classes, out)
  if (isempty (labels))
    return
  end
  counts = accumarray ([labels + 1, out + 1], 1, [numel(classes), 2]);
  parts = {'train', 'test'};
  for part = 1:2
    gone = find (counts(:,part) == 0 & counts(:,3 - part) > 0);
    if (! isempty (gone))
      nnr.words.warn ('nnreg:labels', 'class %s has no row in the %s part, its %s in the other', ...
                      classes{gone(1)}, parts{part}, ...
                      count_are (counts(gone(1),3 - part)));
    end
  end
end

function text = count_are (count)
  text = sprintf ('%s %s', nnr.words.count_text (count, 'row'), {'is', 'are'}{1 + (count != 1)});
end

## Of the same kind as the table.
function T = rows_of_table (T, kept)
  if (isstruct (T))
    T = structfun (@(column) column(kept,:), T, 'UniformOutput', false);
  elseif (iscell (T))
    T = T([1; kept(:) + 1],:);          # the names first
  else
    T = T(kept,:);
  end
end

function parts = parts_of (data, y, table, out)
  sides = {find(! out), find(out)};
  if (table)
    pick = @(kept) rows_of_table (data, kept);
    parts = cellfun (pick, sides, 'UniformOutput', false);
  else
    parts = cellfun (@(kept) data(kept,:), sides, 'UniformOutput', false);
    if (! isempty (y))
      pick = @(kept) nnr.targets.pick_rows (y, numel (out), kept);
      parts = [parts, cellfun(pick, sides, 'UniformOutput', false)];
    end
  end
  parts = [parts, sides];
end
