## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## linear_data.m FOLDER NAME...: writes the problems NAME... of the linear benchmark to
## FOLDER/NAME.  A name has the family and the sizes:
##
##   gaussian-NxD, binomial-NxD, multinomial-NxDxK   correlated columns, ten with an effect
##   digits                                          nnreg_digits, ten classes
##   text-NxD                                        sparse, 50 words in a row, two classes
##   table-NxD                                       sparse, 14 ones in a row, two classes
##
## Files, all in column order:
##
##   x.bin               float64: N-by-D; of a sparse X the values of the entries
##   row.bin, start.bin  int32: the entries' rows from 0, and where each column starts (D + 1)
##   y.bin               float64: responses, or classes 1 to K
##   fold.bin            int32: 1 to 5
##   meta.txt            lines of a name and a value: family, rows, inputs, classes, sparse

1;

function seed (k)
  rand ('twister', k);
  randn ('twister', k);
  randperm (1);
end

## Ten columns have the effects 3 to -0.3; for class k they start at column 5 k - 4.
function B = effects (d, k)
  few = min (10, d);
  strengths = linspace (3, -0.3, few);
  B = zeros (d, k);
  for j = 1:k
    B(mod (5 * (j - 1) + (0:few - 1), d) + 1,j) = strengths;
  end
end

function p = dense_problem (family, n, d, k)
  X = randn (n, d) + 0.5 * randn (n, 1);
  p = struct ('family', family, 'X', X, 'classes', k);
  Z = X * effects (d, max (1, k - (k == 2)));
  if (k > 0)
    Z /= 3;                                  # or hardly a label would be open
  end
  switch (family)
    case 'gaussian'
      p.y = Z + 2 * randn (n, 1);
    case 'binomial'
      p.y = 1 + (rand (n, 1) < 1 ./ (1 + exp (-Z)));
    otherwise
      [~, p.y] = max (Z - log (-log (rand (n, k))), [], 2);
  end
end

function p = digits_problem ()
  [X, y] = nnreg_digits ();
  p = struct ('family', 'multinomial', 'X', X / 16, 'classes', 10, 'y', y + 1);
end

## Common words come first: word floor (d u^3).  Words of the two topics are among the common ones.
function p = text_problem (n, d)
  per_row = 50;
  word = floor (d * rand (n, per_row) .^ 3) + 1;
  value = (0.5 + rand (n, per_row)) / sqrt (per_row);
  X = sparse (repmat ((1:n).', 1, per_row), word, value, n, d);
  own = randperm (ceil (d / 20), min (40, ceil (d / 20)));
  b = sparse (own, 1, 40 * randn (numel (own), 1), d, 1);
  p = struct ('family', 'binomial', 'X', X, 'classes', 2, ...
              'y', 1 + (rand (n, 1) < 1 ./ (1 + exp (-full (X * b)))));
end

## 14 answers of one in ceil (d / 14) or fewer choices each, some of them rare.
function p = table_problem (n, d)
  starts = round (linspace (0, d, 15));
  choice = zeros (n, 14);
  for j = 1:14
    choice(:,j) = starts(j) + 1 + floor ((starts(j + 1) - starts(j)) * rand (n, 1) .^ 2);
  end
  X = sparse (repmat ((1:n).', 1, 14), choice, 1, n, d);
  b = randn (d, 1) .* (rand (d, 1) < 0.3);
  p = struct ('family', 'binomial', 'X', X, 'classes', 2, ...
              'y', 1 + (rand (n, 1) < 1 ./ (1 + exp (1 - full (X * b)))));
end

function p = make_problem (name)
  parts = strsplit (name, '-');
  sizes = str2double (strsplit (parts{end}, 'x'));
  seed (20);
  switch (parts{1})
    case {'gaussian', 'binomial', 'multinomial'}
      classes = struct ('gaussian', 0, 'binomial', 2, 'multinomial', sizes(end));
      p = dense_problem (parts{1}, sizes(1), sizes(2), classes.(parts{1}));
    case 'digits'
      p = digits_problem ();
    case 'text'
      p = text_problem (sizes(1), sizes(2));
    case 'table'
      p = table_problem (sizes(1), sizes(2));
    otherwise
      error ('linear_data.m: there is no problem "%s"', name);
  end
  seed (21);
  p.fold = mod (randperm (rows (p.X)), 5).' + 1;
end

function write_array (folder, name, values, type)
  fid = fopen (fullfile (folder, [name '.bin']), 'w');
  fwrite (fid, values, type);
  fclose (fid);
end

## meta.txt comes last: if it exists, the problem is complete.
function write_problem (folder, p)
  [~, ~] = mkdir (folder);
  if (issparse (p.X))
    [row, column, value] = find (p.X);
    write_array (folder, 'x', value, 'double');
    write_array (folder, 'row', row - 1, 'int32');
    write_array (folder, 'start', [0; cumsum(accumarray (column, 1, [columns(p.X), 1]))], 'int32');
  else
    write_array (folder, 'x', p.X, 'double');
  end
  write_array (folder, 'y', p.y, 'double');
  write_array (folder, 'fold', p.fold, 'int32');
  fid = fopen (fullfile (folder, 'meta.txt'), 'w');
  fprintf (fid, "family %s\nrows %d\ninputs %d\nclasses %d\nsparse %d\n", p.family, rows (p.X), ...
           columns (p.X), p.classes, issparse (p.X));
  fclose (fid);
end

args = argv ();
for name = args(2:end).'
  write_problem (fullfile (args{1}, name{1}), make_problem (name{1}));
end
