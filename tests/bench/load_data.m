## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Reads a data set that make_data.m wrote: X, Xtest (single, or sparse), y, ytest, and
## Classes, the number of classes (y has 0, 1, ...), or 0 if y is a response.

function d = load_data (folder)
  meta = jsondecode (fileread (fullfile (folder, 'meta.json')));
  d = struct ('Classes', meta.classes);
  d.X = read_inputs (folder, '', meta.rows, meta);
  d.Xtest = read_inputs (folder, 'test', meta.test_rows, meta);
  d.y = read_array (folder, 'y', 1, 'single=>double').';
  d.ytest = read_array (folder, 'ytest', 1, 'single=>double').';
end

function X = read_inputs (folder, part, n, meta)
  if (meta.per_row == 0)
    X = read_array (folder, ['x' part], meta.inputs, 'single=>single').';
    return;
  end
  column = read_array (folder, ['index' part], meta.per_row, 'int32=>double') + 1;
  value = read_array (folder, ['x' part], meta.per_row, 'single=>double');
  row = repmat (1:n, meta.per_row, 1);
  X = sparse (row(:), column(:), value(:), n, meta.inputs);
end

function A = read_array (folder, name, height, type)
  fid = fopen (fullfile (folder, [name '.bin']));
  A = fread (fid, [height, Inf], type);
  fclose (fid);
end
