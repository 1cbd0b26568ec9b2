## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.model.coefficient_table (c)
##
## What nnr.model.print_coefficients prints of the struct C of nnreg_coef. Of a path these are the
## chosen points, one for each column; of several outputs only the sparser choice.
##
## Heading and Count are lines of text. Each row has Strengths, the Inputs (column of X), Labels
## (its output, {} if the rows are for all outputs) and Values (under Titles, First for the
## intercept). Many outputs do not fit side by side: then each non-zero coefficient has a row.

function t = coefficient_table (c)
  heading = ['Linear model of ', subject(c)];
  if (isfield (c, 'Lambda'))
    [c, heading] = at_points (c);
  end
  if (columns (c.Coefficients) > 4)
    t = one_by_one (c);
  else
    t = side_by_side (c);
  end
  t.Heading = heading;
  [total, live] = deal (numel (c.Effects), nnz (c.Effects));
  t.Count = sprintf ('exactly zero: %d of %s', total - live, ...
                     nnr.words.count_text (total, 'coefficient'));
end

function text = subject (c)
  count = numel (c.Outputs);
  if (strcmp (c.Task, 'regression'))
    text = strjoin (unique (c.Outputs([1, end])), ' to ');
  elseif (count == 1)
    label = nnr.words.label_texts (c.Outputs, 50);
    text = ['the log-odds of ', label{1}];
  else
    text = nnr.words.count_text (count, 'class', 'classes');
  end
end

## C at the points that were chosen (without folds: the last one and some before), in columns.
function [c, heading] = at_points (c)
  count = numel (c.Lambda);
  at = unique (round (linspace (1, count, 4)));
  titles = arrayfun (@(k) sprintf ('at %.4g', c.Lambda(k)), at, 'UniformOutput', false);
  heading = sprintf ("Path of linear models of %s\n%s", subject (c), ...
                     nnr.words.count_text (count, 'point'));
  if (isfield (c, 'IndexMin'))
    at = [c.IndexMin, c.Index1SE];
    titles = {'best', '1 s.e.'};
    heading = sprintf ('%s: best lambda %.4g, within one s.e. %.4g', heading, c.Lambda(at));
  end
  along = 3;
  if (numel (c.Outputs) > 1)
    at = at(end);
    heading = sprintf ('%s; here lambda %.4g', heading, c.Lambda(at));
  else
    along = 2;
    [c.Outputs, c.Standardize] = deal (titles, false);    # no second column for the effects
  end
  where = {':', ':', ':'};
  where{along} = at;
  for name = {'Coefficients', 'Intercept', 'Effects'}
    c.(name{1}) = c.(name{1})(where{:});
  end
end

function t = side_by_side (c)
  t = struct ('Strengths', norm (c.Effects, 'rows'), 'Inputs', (1:rows (c.Effects)).', ...
              'Labels', {{}}, 'Titles', {c.Outputs}, 'Values', c.Coefficients, ...
              'First', c.Intercept);
  if (isscalar (t.Titles))
    t.Titles = {'coefficient'};
    [t.Titles, t.Values] = add_effects (c, t.Titles, t.Values, c.Effects);
    t.First(2:numel (t.Titles)) = NaN;
  end
end

function t = one_by_one (c)
  [inputs, outputs] = find (c.Effects);
  effects = nonzeros (c.Effects);
  values = c.Coefficients(c.Effects != 0);
  t = struct ('Strengths', abs (effects), 'Inputs', inputs, 'Labels', {c.Outputs(outputs)}, ...
              'First', []);
  [t.Titles, t.Values] = add_effects (c, {'coefficient'}, values, effects);
end

## Effects are comparable where the inputs were scaled, and the coefficients themselves elsewhere.
function [titles, values] = add_effects (c, titles, values, effects)
  if (strcmp (c.Standardize, 'range'))
    [titles{end + 1}, values] = deal ('per range', [values, effects]);
  elseif (c.Standardize)
    [titles{end + 1}, values] = deal ('per s.d.', [values, effects]);
  end
end
