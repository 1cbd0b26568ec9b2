## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## make_data.m FOLDER ROWS NAME...: writes the benchmark's data sets NAME... to FOLDER/NAME, the
## first ROWS rows to train on and to test with (Inf: all), so that every program has the same:
##
##   x.bin, xtest.bin    float32, one sample after the other
##   y.bin, ytest.bin    float32: classes 0, 1, ... or responses
##   meta.json           rows, test_rows, inputs, classes (0: a regression), per_row
##
## With per_row > 0 X is sparse with per_row entries in each row; x.bin has their values
## and index.bin (indextest.bin) their columns, int32 from 0.  NNREG_DATA_DIR names the
## folder with mnist and housing.

1;

function d = mnist_data ()
  folder = fullfile (getenv ('NNREG_DATA_DIR'), 'mnist');
  [d.x, d.y, d.xtest, d.ytest] = nnreg_mnist (folder);
  d.classes = 10;
end

## The first 10,000 rows, to choose pixels from.
function d = mnist10k_data ()
  d = mnist_data ();
  [d.x, d.y] = deal (d.x(1:10000,:), d.y(1:10000));
end

## Friedman's function of five of 200 inputs, with noise.
function d = friedman_data ()
  rand ('twister', 3);
  randn ('twister', 3);
  x = rand (6000, 200);
  y = 10 * sin (pi * x(:,1) .* x(:,2)) + 20 * (x(:,3) - 0.5) .^ 2 + 10 * x(:,4) + 5 * x(:,5) ...
      + randn (6000, 1);
  d = struct ('x', x(1:1000,:), 'y', y(1:1000), 'xtest', x(1001:end,:), 'ytest', y(1001:end));
  d.classes = 0;
end

function d = first_rows (d, limit)
  for name = {'x', 'y', 'xtest', 'ytest', 'index', 'indextest'}
    if (isfield (d, name{1}))
      d.(name{1}) = d.(name{1})(1:min (end, limit),:);
    end
  end
end

function d = digits_data ()
  [x, y] = nnreg_digits ();
  d = split (x / 16, y, 4);
  d.classes = 10;
end

## Every k-th row is for the test.
function d = split (x, y, k)
  test = mod ((1:rows (x)).', k) == 0;
  d = struct ('x', x(! test,:), 'y', y(! test,:), 'xtest', x(test,:), 'ytest', y(test,:));
end

## As large as MNIST, without a zero; a linear map separates the ten classes.
function d = gaussian_data ()
  randn ('twister', 1);
  x = randn (70000, 784, 'single');
  [~, label] = max (x * randn (784, 10, 'single'), [], 2);
  d = split (x, label - 1, 7);
  d.classes = 10;
end

## California's houses: eight numbers (gaps filled by the median) and five kinds of
## places, standardised; prices in units of 100,000 dollars.
function d = housing_data ()
  file = fullfile (getenv ('NNREG_DATA_DIR'), 'housing', 'housing.csv.gz');
  folder = tempname ();
  mkdir (folder);
  copyfile (file, folder);
  fid = fopen (gunzip (fullfile (folder, '*.gz'), folder){1});
  table = textscan (fid, '%f %f %f %f %f %f %f %f %f %s', 'Delimiter', ',', ...
                    'HeaderLines', 1, 'EmptyValue', NaN);
  fclose (fid);
  confirm_recursive_rmdir (false, 'local');
  rmdir (folder, 's');
  x = horzcat (table{1:8});
  for j = 1:columns (x)
    gap = isnan (x(:,j));
    x(gap,j) = median (x(! gap,j));
  end
  [kinds, ~, kind] = unique (table{10});
  x = [x, kind == 1:numel(kinds)];
  d = split ((x - mean (x)) ./ std (x), table{9} / 1e5, 5);
  d.classes = 0;
end

## 50000 words, 100 different ones in a text of unit length, a few of them very common;
## one word in 25 is of the text's topic.
function d = text_data ()
  rand ('twister', 2);
  n = 25000;
  topic = floor (10 * rand (n, 1));
  slot = 0:99;                               # a word from each hundredth of the words
  rank = floor (500 * rand (n, 100) .^ 3);
  own = rand (n, 100) < 0.04;
  of_topic = mod (37 * topic + 11 * slot, 500);
  rank(own) = of_topic(own);
  word = randperm (50000)(500 * slot + rank + 1);
  value = 0.5 + rand (n, 100);
  value ./= sqrt (sumsq (value, 2));
  d = split ([word - 1, value], topic, 5);
  d.index = d.x(:,1:100);
  d.indextest = d.xtest(:,1:100);
  d.x = d.x(:,101:200);
  d.xtest = d.xtest(:,101:200);
  d.classes = 10;
  d.inputs = 50000;
end

function write_array (folder, name, a, type)
  fid = fopen (fullfile (folder, [name '.bin']), 'w');
  fwrite (fid, a.', type);
  fclose (fid);
end

## meta.json comes last: if it exists, the data set is complete.
function write_data (folder, d)
  [~, ~] = mkdir (folder);
  meta = struct ('rows', rows (d.x), 'test_rows', rows (d.xtest), 'inputs', columns (d.x), ...
                 'classes', d.classes, 'per_row', 0);
  for name = {'x', 'xtest', 'y', 'ytest'}
    write_array (folder, name{1}, d.(name{1}), 'single');
  end
  if (isfield (d, 'index'))
    meta.inputs = d.inputs;
    meta.per_row = columns (d.index);
    write_array (folder, 'index', d.index, 'int32');
    write_array (folder, 'indextest', d.indextest, 'int32');
  end
  fid = fopen (fullfile (folder, 'meta.json'), 'w');
  fputs (fid, [jsonencode(meta) "\n"]);
  fclose (fid);
end

makers = struct ('mnist', @mnist_data, 'mnist10k', @mnist10k_data, 'digits', @digits_data, ...
                 'gaussian', @gaussian_data, 'housing', @housing_data, 'text', @text_data, ...
                 'friedman', @friedman_data);
args = argv ();
for name = args(3:end).'
  d = first_rows (makers.(name{1}) (), str2double (args{2}));
  write_data (fullfile (args{1}, name{1}), d);
end
