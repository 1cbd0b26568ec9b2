## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## SPECS = call_specs (FOLDER): what fuzz_calls calls, a cell for each function: its name, lists
## of arguments that are right, and names of options.  Every nnreg_*.m and every gateway has
## one; those not known here are given a model and data.

function specs = call_specs (folder)
  rand ("twister", 1);
  X = round (8 * rand (30, 4)) / 4;
  y = 1 + (X(:,1) > 1) + (X(:,2) > 1);
  d = some_data (X, y);
  specs = [public_specs(folder, d), gateway_specs(folder, d)];
  listed = cellfun (@(spec) spec{1}, specs, "UniformOutput", false);
  [~, files] = cellfun (@fileparts, glob (fullfile (folder, "nnreg_*.m")), "UniformOutput", false);
  for name = setdiff (files, listed).'
    specs{end + 1} = {name{1}, {{d.model, X, y}, {X, y}, {}}, {}};
  end
  missing = setdiff (gateways (), listed);
  if (! isempty (missing))
    error ("call_specs: no arguments for %s", missing{1});
  end
end

## The names of all gateways that Octave finds.
function names = gateways ()
  names = {};
  for folder = strsplit (path (), pathsep ())
    files = glob (fullfile (folder{1}, "__nnreg_*__.mex"));
    [~, found] = cellfun (@fileparts, files, "UniformOutput", false);
    names = [names; found];
  end
end

function d = some_data (X, y)
  args = {"LayerSizes", 5, "Epochs", 2, "Verbose", 0};
  [d.X, d.y, d.R] = deal (X, y, [X(:,1) .^ 2, X(:,3)]);
  d.model = nnreg_fit (X, y, args{:}, "Penalty", "l1", "Lambda", 0.01);
  d.linear = nnreg_fit (X, d.R, "Task", "regression", "LayerSizes", [], "Penalty", "l1", ...
                        "Lambda", 0.05, "Verbose", 0, "Standardize", true);
  d.small = nnreg_compact (d.linear);
  d.model.Weights{1}(abs (d.model.Weights{1}) < 0.5) = 0;
  d.sparse = nnreg_compact (d.model);
  d.idx = tempname (pwd ());
  fid = fopen (d.idx, "w");
  fwrite (fid, [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1:6]);
  fclose (fid);
end

function specs = public_specs (folder, d)
  [X, y, R, m] = deal (d.X, d.y, d.R, d.model);
  quick = {"Epochs", 2, "LayerSizes", 4, "Verbose", 0};
  fit = {{X, y, quick{:}}, {X, R, quick{:}, "Task", "regression"}, ...
         {sparse(X), y, quick{:}, "Penalty", "group", "Lambda", 0.1}, ...
         {X, R, "Task", "regression", "LayerSizes", [], "Penalty", "l2", "Lambda", 0.1, "Epochs", 3}, ...
         {uint8(X), y, quick{:}, "ValidationFraction", 0.3, "Standardize", true}, ...
         {X, y, quick{:}, "InitialModel", nnreg_fit(X, y, quick{:})}, ...
         {X, y, "Epochs", 2, "CheckpointFile", "checkpoint"}};
  here = cd (fullfile (folder, "private"));
  options = fieldnames (fit_defaults ()).';
  cd (here);
  use = {{m, X}, {d.linear, X}, {d.small, X}, {d.sparse, single(X)}};
  judge = cellfun (@(a) [a, {y}], use([1, 4]), "UniformOutput", false);
  judge = [judge, {{d.linear, X, R}, {d.small, X, R}}];
  theta = zeros (4 * 4 + 4 + 4 * 3 + 3, 1);
  cost = {theta, X, y, "LayerSizes", 4};
  grid = {"Lambda", [1e-3, 1e-2], "Penalty", {"l1", "l2"}};
  specs = {{"nnreg_fit", fit, options}, {"nnreg_fit", fit, options}, ...
           {"nnreg_predict", use, {"Threads"}}, ...
           {"nnreg_evaluate", judge, {"Weights", "Threads", "Labels", "TopK"}}, ...
           {"nnreg_importance", judge, {"NumRepeats", "Seed", "Weights", "Threads"}}, ...
           {"nnreg_metrics", {{y, y}, {R, R, "Task", "regression"}, {y, y, rand(30, 3)}}, {"Task"}}, ...
           {"nnreg_sparsity", {{m}, {d.small}}, {}}, ...
           {"nnreg_compact", {{m}, {d.small}, {d.linear}}, {}}, ...
           {"nnreg_cost", {cost}, options}, ...
           {"nnreg_checkgrad", {cost, {@(t) deal(sum (t .^ 2), 2 * t), [1; 2]}}, {}}, ...
           {"nnreg_gridsearch", {{X, y, grid, quick{:}}}, [options, {"CV", "Refit"}]}, ...
           {"nnreg_path", {{X, y, "Penalty", "l1", "NumLambda", 3, "CV", 2, quick{:}}, ...
                           {X, R, "Task", "regression", "LayerSizes", [], "NumLambda", 4, "CV", 2}}, options}, ...
           {"nnreg_readidx", {{d.idx}}, {}}, {"nnreg_mnist", {{pwd()}}, {}}, ...
           {"nnreg_digits", {{}}, {}}, {"nnreg_info", {{}}, {}}};
end

## Arguments as the m-files make them.
function specs = gateway_specs (folder, d)
  here = cd (fullfile (folder, "private"));
  trainings = {training(d.X, d.y, {}), ...
               training(d.X, d.R, {"Task", "regression", "Precision", "double", "Penalty", "group", ...
                                   "Lambda", 0.1, "Weights", 1:30, "ValidationFraction", 0.2}), ...
               training(sparse (d.X), d.y, {"Standardize", true, "Penalty", "l1", "Lambda", @(k) 0.1 * k}), ...
               training(sparse (d.X), d.R, {"Task", "regression", "LayerSizes", [], "Solver", "fista"})};
  cd (here);
  specs = shared_specs (d);
  for t = trainings
    [p, s] = t{1}{:};
    specs = [specs, {{"__nnreg_train__", {{p, s, 0.05, 2, 2}}, {}}, ...
                     {"__nnreg_train__", {{p, s, 0.05, 2, 2}}, {}}, ...
                     {"__nnreg_search__", {{{p, p}, {s, s}, zeros(2, 7), false(2, 1), 0.05, 2}}, {}}, ...
                     {"__nnreg_cost__", {{p.Network, p.Penalty, s.Theta, p.Train, 2}}, {}}, ...
                     {"__nnreg_predict__", {{p.Network, s.Theta, p.Train.Data, 0, 30, 2}}, {}}}];
  end
  [p, s] = trainings{1}{:};
  x = single (d.X);
  specs = [specs, {{"__nnreg_predict__", {{p.Network, s.Theta, x, 0, 30, 2}}, {}}, ...
                   {"__nnreg_init__", {{p.Network, 1}}, {}}, ...
                   {"__nnreg_view__", {{p.Network, s.Theta, x, uint32([]), [], [], 0, 30, 2}, ...
                                       {p.Network, s.Theta, [d.X, d.X], uint32([1, 3, 5, 7]), ...
                                        zeros(4, 1), ones(4, 1), 3, 20, 2}}, {}}, ...
                   {"__nnreg_moved__", {{p.Network, s.Theta, zeros(4, 30, "single"), 1, ...
                                         uint32(0:29), ones(1, 30, "single"), 2}}, {}}}];
end

function t = training (X, y, args)
  given = struct ("LayerSizes", 4, "Epochs", 3, "Verbose", 0);
  for k = 1:2:numel (args)
    given.(args{k}) = args{k + 1};
  end
  s = fit_settings ("f", {given});
  d = fit_data ("f", X, y, s);
  [train, validation] = validation_samples ("f", d, s);
  problem = make_problem ("f", s, train, validation, d.Targets.NumOutputs);
  t = {problem, start_state("f", problem.Network, s)};
end

function specs = shared_specs (d)
  specs = {{"__nnreg_scan__", {{d.X, 2}, {sparse(d.X), 2}, {uint8(d.X), 1}}, {}}, ...
           {"__nnreg_pack__", {{d.X, 0, 30, [], [], "single", 1, 2}, ...
                               {sparse(d.X), 3, 9, zeros(4, 1), ones(4, 1), "double", 1, 2}, ...
                               {d.X, 0, 30, zeros(4, 1), ones(4, 1), "double", 0, 2}}, {}}, ...
           {"__nnreg_readidx__", {{d.idx}}, {}}, {"__nnreg_shuffle__", {{10, 1, 2}}, {}}, ...
           {"__nnreg_checksum__", {{d.X}}, {}}, {"__nnreg_replace__", {{"replaced", uint8(1:9)}}, {}}, ...
           {"__nnreg_info__", {{}}, {}}, {"__nnreg_isatty__", {{}}, {}}};
end
