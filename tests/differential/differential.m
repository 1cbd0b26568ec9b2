## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## differential (batch_file, result_file)
##
## Runs the problems in BATCH_FILE, a cell of structs with the data of a problem and its code.
## The code sees the data as D, calls nnreg, and leaves what is to be compared in the fields of R.
## RESULT_FILE gets a cell with the R of each problem. An error is its field "error".

function differential (batch_file, result_file)
  problems = load (batch_file).problems;
  results = cell (size (problems));
  for k = 1:numel (problems)
    results{k} = run_code (problems{k});
  end
  save ("-v7", result_file, "results");
end

function r = run_code (d)
  r = struct ();
  lastwarn ("", "");
  try
    eval (d.code);
  catch err
    r.error = sprintf ("%s (%s)", err.message, err.identifier);
    if (isempty (strfind (err.identifier, "nnreg:")))
      r.error = sprintf ("%s in %s, line %d", r.error, err.stack(1).name, err.stack(1).line);
    end
  end
  [~, r.warning] = lastwarn ();
end

## The helpers below are for the code of the problems.

## What a model is, as numbers.
function p = plain (model)
  p.theta = all_parameters (model);
  for name = {"InputMean", "InputScale", "ResponseMean", "ResponseScale", "Lambda1", "Lambda2", ...
              "LambdaGroup"}
    p.(name{1}) = double (model.(name{1}));
  end
  p.Standardize = model.Settings.Standardize;
  p.Solver = model.Settings.Solver;
  p.LayerSizes = model.LayerSizes;
end

function theta = all_parameters (model)
  theta = [];
  for l = 1:numel (model.Weights)
    theta = [theta; double(model.Weights{l}(:)); double(model.Biases{l}(:))];
  end
end

## The parameters that a training begins with.
function theta = start (task, sizes, activations, precision, seed)
  network = struct ("Precision", precision, "Task", task, "Sizes", sizes, ...
                    "Activations", {activations});
  theta = double (__nnreg_network_init__ (network, seed));
end

## The order of the rows in each epoch, a row each.
function orders = row_orders (num_rows, seed, num_epochs)
  orders = zeros (num_epochs, num_rows);
  for k = 1:num_epochs
    orders(k,:) = __nnreg_shuffle__ (num_rows, seed, 999 + k);
  end
end

## History, result of a search or of metrics without what depends on time.
function h = timeless (h)
  h = rmfield (h, "Seconds");
end

## The numbers of labels among the classes.
function idx = class_numbers (y, names)
  if (ischar (names))
    [y, names] = deal (cellstr (y), cellstr (names));
  end
  [~, idx] = ismember (y, names);
end

## A column of a table, its texts as bytes with 1 between them: scipy does not read all of UTF-8.
function column = column_bytes (column)
  if (iscell (column))
    column = uint8 (strjoin (column(:).', char (1)));
  end
end
