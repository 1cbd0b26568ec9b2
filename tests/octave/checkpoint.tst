## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## CheckpointFile of nnreg_fit and nnreg_path: broken off and taken up again a training comes to
## the same bits; files that do not belong to it are refused.  (tests/cli/checkpoint.bats kills.)

%!function [X, y] = some_data ()
%!  [X, y] = nnreg_digits ();
%!  [X, y] = deal (X(1:600,:) / 16, y(1:600));
%!endfunction

%!function assert_same (a, b)
%!  assert (a.Weights, b.Weights);
%!  assert (a.Biases, b.Biases);
%!  assert (rmfield (a.History, "Seconds"), rmfield (b.History, "Seconds"));
%!endfunction

## The message of an error that must have this identifier.
%!function text = failure (id, fcn)
%!  text = "";
%!  try
%!    fcn ();
%!  catch err
%!    assert (err.identifier, id);
%!    text = err.message;
%!  end
%!endfunction

## The error about a checkpoint of another training.
%!function text = refusal (file, name)
%!  text = sprintf (['nnreg_fit: "%s" is the checkpoint of another training (other %s); the ' ...
%!                   'call that it belongs to goes on with it; for a new training name another ' ...
%!                   'file'], file, name);
%!  if (! any (strcmp (name, {"LayerSizes", "InitialModel"})))
%!    text = [text, " (the old model can be its InitialModel)"];
%!  end
%!endfunction

## Runs at most so many epochs of it, time and again, until nothing is left.
%!function model = in_parts (X, y, epochs, args)
%!  file = tempname ();
%!  unwind_protect
%!    before = -1;
%!    while (true)
%!      model = nnreg_fit (X, y, args{:}, "CheckpointFile", file, ...
%!                         "OutputFcn", @(h) h.Epoch(end) >= before + epochs);
%!      if (model.History.Epoch(end) == before)
%!        break;
%!      end
%!      before = model.History.Epoch(end);
%!    end
%!  unwind_protect_cleanup
%!    unlink (file);
%!  end_unwind_protect
%!endfunction

%!test # Adam, with and without validation, penalties, a lambda that changes
%! [X, y] = some_data ();
%! common = {"LayerSizes", [20, 10], "Epochs", 11, "Verbose", 0};
%! for args = {{}, {"ValidationFraction", 0.3, "Penalty", "l1", "Lambda", 1e-3}, ...
%!             {"Penalty", "group", "Lambda", @(k) 1e-3 * k, "KeepZeros", true}, ...
%!             {"Penalty", "group", "Lambda", 0.01, "Groups", ceil((1:64) / 8), ...
%!              "Intercept", false}, ...
%!             {"ValidationData", {X(1:50,:), y(1:50)}, "Keep", "last", "Precision", "double"}, ...
%!             {"ValidationFraction", 0.3, "LearnRate", 0.05, "Patience", 2, "Epochs", 40}}
%!   options = struct (common{:});
%!   for k = 1:2:numel (args{1})
%!     options.(args{1}{k}) = args{1}{k + 1};
%!   end
%!   all = [fieldnames(options), struct2cell(options)].'(:).';
%!   assert_same (in_parts (X, y, 3, all), nnreg_fit (X, y, all{:}));
%! end

%!test # the solver on all samples; sparse X, responses and weights
%! X = sparse (round (8 * (2 * oracle_data (200, 30, 1) - 1) .* (oracle_data (200, 30, 2) < 0.3)));
%! y = full (X(:,1) - X(:,2) + 0.1 * X(:,3) .^ 2);
%! args = {"Task", "regression", "LayerSizes", 6, "Activations", "tanh", "Solver", "fista", ...
%!         "Penalty", "group", "Lambda", 0.01, "Epochs", 9, "Tolerance", 1e-3, "Verbose", 0, ...
%!         "Weights", 1 + mod((1:200).', 3)};
%! assert_same (in_parts (X, y, 2, args), nnreg_fit (X, y, args{:}));

%!test # what is over stays so, and is told from the file alone; what may differ does
%! [X, y] = some_data ();
%! args = {"LayerSizes", 9, "Epochs", 5, "Verbose", 0};
%! [folder, guard] = nnr.files.scratch ();
%! file = fullfile (folder, " a b");
%! unwind_protect
%!   want = nnreg_fit (X, y, args{:}, "CheckpointFile", file);
%!   text = evalc (["model = nnreg_fit (X, y, args{1:4}, 'CheckpointFile', file, " ...
%!                  "'Verbose', 1, 'Threads', 1, 'OutputFcn', @(h) error ('called'));"]);
%!   assert_same (model, want);
%!   assert (! isempty (strfind (text, sprintf ('goes on from "%s", after 5 epochs', file))));
%!   assert (nnr.files.files_in (folder, ""), {" a b"});
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

## Some epochs (10) and then up to 30 are 30, to the bit; the first call may differ in what comes
## later.
%!function [model, first] = assert_goes_on (X, y, args, first_args, count = 10)
%!  file = tempname ();
%!  unwind_protect
%!    at = @(epochs, args) nnreg_fit (X, y, args{:}, "Epochs", epochs, "Verbose", 0, ...
%!                                    "CheckpointFile", file);
%!    first = at (count, first_args);
%!    model = at (30, args);
%!    assert (numel (first.History.Epoch), count);
%!    assert_same (model, nnreg_fit (X, y, args{:}, "Epochs", 30, "Verbose", 0));
%!    assert_same (at (30, args), model);
%!  unwind_protect_cleanup
%!    unlink (file);
%!  end_unwind_protect
%!endfunction

%!test # more Epochs go on: schedules, penalties, precisions, threads, sparse X
%! [X, y] = some_data ();
%! falls = {"LearnRate", @(k) 0.01 * 0.9 ^ k};
%! grows = @(name) {"Penalty", name, "Lambda", @(k) 1e-3 / 7 * k ^ 1.5};
%! for args = {{}, falls, [falls, grows("l1")], [grows("l1"), {"L1Method", "subgradient"}], ...
%!             [grows("group"), {"Precision", "double", "Threads", 2}], ...
%!             [grows("elasticnet"), {"KeepZeros", true}], grows("l2"), ...
%!             [grows("decoupled"), {"Threads", 1}], ...
%!             {"Penalty", "decoupled", "Lambda", 0.1, "Shuffle", false}, ...
%!             {"Penalty", "l1", "Lambda", [1e-3, 0, 1e-4], "Threads", 2}}
%!   all = [{"LayerSizes", [20, 10]}, args{1}];
%!   model = assert_goes_on (X, y, all, all);
%!   assert (numel (model.History.Epoch), 30);
%! end
%! all = {"LayerSizes", 20, "Penalty", "group", "Lambda", 1e-3};
%! for threads = [1, 2]
%!   assert_goes_on (sparse (X), y, [all, {"Threads", threads}], [all, {"Threads", 3 - threads}]);
%! end

%!test # the best epoch and Patience go on, with and without a Lambda that changes
%! [X, y] = some_data ();
%! args = {"LayerSizes", 20, "ValidationFraction", 0.3, "LearnRate", 2e-3};
%! model = assert_goes_on (X, y, args, args);
%! assert (nnreg_summary (model).BestEpoch > 10);
%! args = [args, {"Penalty", "l1", "Lambda", @(k) 2e-3 * max (0, k - 8)}];
%! [model, first] = assert_goes_on (X, y, args, args);
%! assert (nnreg_summary (first).BestEpoch > 8);     # not the last one without a penalty
%! args = [args, {"Patience", 4}];
%! model = assert_goes_on (X, y, args, args);
%! epochs = numel (model.History.Epoch);
%! assert (epochs > 10 && epochs < 30);
%! assert (epochs, nnreg_summary (model).BestEpoch + 4);

%!test # the solver on all samples goes on too, until the Tolerance is reached
%! [X, y] = some_data ();
%! args = {"LayerSizes", [], "Penalty", "l1", "Lambda", 1e-6, "Tolerance", 1e-10};
%! for count = [1, 3]
%!   assert_goes_on (X, y, args, args, count);
%! end
%! args = {"LayerSizes", 4, "Activations", "tanh", "Solver", "fista", "Penalty", "group", ...
%!         "Lambda", 1e-2, "Precision", "single", "ValidationFraction", 0.2};
%! assert_goes_on (sparse (X), y, args, args, 3);
%! # a training that reached it has no more epochs
%! args = {X, y, "LayerSizes", [], "Penalty", "l2", "Lambda", 1, "Tolerance", 1e-6, "Verbose", 0};
%! file = tempname ();
%! unwind_protect
%!   model = nnreg_fit (args{:}, "CheckpointFile", file);
%!   count = numel (model.History.Epoch);
%!   assert (count < 1000);
%!   assert_same (nnreg_fit (args{:}, "CheckpointFile", file, "Epochs", 2000), model);
%!   assert_same (nnreg_fit (args{:}, "CheckpointFile", file, "Epochs", count), model);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # a path is taken up as often as it is broken off, with Repeats (several problems) too
%! [X, y] = some_data ();
%! file = tempname ();
%! args = {X, double(y), "Task", "regression", "LayerSizes", [], "NumLambda", 6, "CV", 3, ...
%!         "Repeats", 2, "Verbose", 0};
%! whole = nnreg_path (args{:});
%! unwind_protect
%!   args = [args, {"CheckpointFile", file}];
%!   for number = 1:3
%!     r = nnreg_path (args{:}, "OutputFcn", @(varargin) true);
%!     assert (numel (r.Lambda), 1);
%!   end
%!   for again = 1:2
%!     r = nnreg_path (args{:});
%!     assert ({r.Lambda, r.CVLoss}, {whole.Lambda, whole.CVLoss});
%!   end
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # LearnRate and Lambda of later epochs may differ; those of the trained ones may not
%! [X, y] = some_data ();
%! l1 = {"LayerSizes", 9, "Penalty", "l1"};
%! assert_goes_on (X, y, [l1, {"Lambda", 1e-3, "LearnRate", @(k) merge(k <= 10, 1e-3, 2e-4)}], ...
%!                 [l1, {"Lambda", 1e-3}]);
%! assert_goes_on (X, y, [l1, {"Lambda", @(k) 1e-3 * min(k, 15)}], [l1, {"Lambda", @(k) 1e-3 * k}]);
%! file = tempname ();
%! fit = @(epochs, varargin) nnreg_fit (X, y, l1{:}, "Verbose", 0, "Epochs", epochs, ...
%!                                      "CheckpointFile", file, varargin{:});
%! unwind_protect
%!   fit (4, "LearnRate", @(k) 1e-3 / k, "Lambda", @(k) 1e-3 * k);
%!   [falls, grows] = deal (@(k) 1e-3 / k, @(k) 1e-3 * k);
%!   other = {@() fit(8, "LearnRate", @(k) 1e-3 / min (k, 3), "Lambda", grows), ...
%!              "LearnRate 0.00025 in epoch 4, but this call has 0.000333333 there"
%!            @() fit(8, "LearnRate", 1e-3, "Lambda", grows), ...
%!              "LearnRate 0.0005 in epoch 2, but this call has 0.001 there"
%!            @() fit(8, "LearnRate", falls, "Lambda", @(k) 1e-3 * (k - (k == 4))), ...
%!              "Lambda 0.004 in epoch 4, but this call has 0.003 there"
%!            @() fit(8, "LearnRate", @(k) 1e-3 / (k + 1e-9 * (k == 1)), "Lambda", grows), ...
%!              sprintf("LearnRate 0.001 in epoch 1, but this call has %.17g there", ...
%!                      1e-3 / (1 + 1e-9))
%!            @() fit(8, "LearnRate", falls, "Lambda", @(k) 1e-3 * k * 4 / 8), ...
%!              "Lambda 0.001 in epoch 1, but this call has 0.0005 there"};
%!   for k = 1:rows (other)
%!     assert (failure ("nnreg:badFile", other{k,1}), ...
%!             sprintf (['nnreg_fit: "%s" is the checkpoint of a training with the %s; to go ' ...
%!                       'on, it must be the same in the 4 epochs that have begun (so it cannot ' ...
%!                       'depend on Epochs); or name another file'], file, other{k,2}));
%!   end
%!   other = {@() fit(8, "LearnRate", falls, "Lambda", 1e-3), "Lambda"
%!            @() fit(4, "LearnRate", falls, "Lambda", grows, "Seed", 1), "Seed"};
%!   for k = 1:rows (other)
%!     assert (failure ("nnreg:badFile", other{k,1}), refusal (file, other{k,2}));
%!   end
%!   text = failure ("nnreg:badFile", @() fit (3, "LearnRate", @(k) 1e-3 / k, ...
%!                                             "Lambda", @(k) 1e-3 * k));
%!   assert (text, sprintf (['nnreg_fit: "%s" is the checkpoint of a training that has reached ' ...
%!                           'epoch 4, but Epochs is 3; give more Epochs, or name another ' ...
%!                           'file'], file));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # more Patience, none or less goes on, to the bits of a training that always had it
%! [X, y] = some_data ();
%! adam = {"LayerSizes", 20, "LearnRate", 0.02, "ValidationFraction", 0.3};
%! grows = {"Penalty", "l1", "Lambda", @(k) 1e-3 * k};
%! for args = {adam, [adam, {"Keep", "last"}], [adam, grows], ...
%!             [adam(1:4), {"ValidationData", {X(1:90,:), y(1:90)}, "Precision", "double"}], ...
%!             {"LayerSizes", 9, "Activations", "tanh", "Solver", "fista", ...
%!              "ValidationFraction", 0.3}}
%!   train = @(epochs, varargin) nnreg_fit (X, y, "Epochs", epochs, "Verbose", 0, args{1}{:}, ...
%!                                          varargin{:});
%!   file = tempname ();
%!   more = @(varargin) train (varargin{:}, "CheckpointFile", file);
%!   unwind_protect
%!     count = numel (more (60, "Patience", 2).History.Epoch);
%!     assert (count < 60);
%!     assert_same (more (99, "Patience", 2), train (60, "Patience", 2));
%!     want = train (60, "Patience", 6);
%!     assert (numel (want.History.Epoch) > count);
%!     assert_same (more (60, "Patience", 6), want);
%!     want = train (60);
%!     assert_same (more (60), want);
%!     text = failure ("nnreg:badFile", @() more (60, "Patience", 2));
%!     assert (text, sprintf (['nnreg_fit: "%s" is the checkpoint of a training that has ' ...
%!                             'reached epoch %d, but Patience 2 ends it after epoch %d; give ' ...
%!                             'more Patience, or name another file'], ...
%!                            file, numel (want.History.Epoch), count));
%!     assert_same (more (60, "Patience", 60), want);
%!     assert_same (more (70, "Patience", 60), train (70, "Patience", 60));
%!   unwind_protect_cleanup
%!     unlink (file);
%!   end_unwind_protect
%! end

%!test # Patience where there was none: the epochs before it count
%! [X, y] = some_data ();
%! args = {X, y, "LayerSizes", 20, "LearnRate", 0.02, "ValidationFraction", 0.3, "Keep", "last", ...
%!         "Verbose", 0};
%! whole = nnreg_fit (args{:}, "Patience", 4, "Epochs", 60);
%! count = numel (whole.History.Epoch);
%! assert (count > 6 && count < 60);
%! for epochs = [count - 2, count]
%!   file = tempname ();
%!   unwind_protect
%!     nnreg_fit (args{:}, "Epochs", epochs, "CheckpointFile", file);
%!     assert_same (nnreg_fit (args{:}, "Patience", 4, "Epochs", 60, "CheckpointFile", file), ...
%!                  whole);
%!   unwind_protect_cleanup
%!     unlink (file);
%!   end_unwind_protect
%! end

%!test # where a training is over, Verbose says why
%! [X, y] = some_data ();
%! file = tempname ();
%! args = {"LayerSizes", 9, "LearnRate", 0.02, "ValidationFraction", 0.3, "Patience", 2};
%! unwind_protect
%!   nnreg_fit (X, y, args{:}, "Epochs", 50, "Verbose", 0, "CheckpointFile", file);
%!   args = [args, {"Epochs", 90, "Verbose", 1, "CheckpointFile", file}];
%!   text = evalc ("nnreg_fit (X, y, args{:});");
%!   assert (! isempty (strfind (text, ["it is over: Patience 2 has ended it; give more " ...
%!                                      "Patience to go on\n"])));
%!   args{8} = 60;
%!   text = evalc ("nnreg_fit (X, y, args{:});");
%!   assert (isempty (strfind (text, "it is over")));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # stopped early: by OutputFcn it goes on; by Patience it stays so, with any more Epochs
%! [X, y] = some_data ();
%! args = {X, y, "LayerSizes", 20, "LearnRate", 0.02, "ValidationFraction", 0.3, "Verbose", 0};
%! file = tempname ();
%! unwind_protect
%!   half = nnreg_fit (args{:}, "Epochs", 9, "CheckpointFile", file, ...
%!                     "OutputFcn", @(h) h.Epoch(end) == 5);
%!   assert (numel (half.History.Epoch), 5);
%!   whole = nnreg_fit (args{:}, "Epochs", 7);
%!   assert_same (nnreg_fit (args{:}, "Epochs", 7, "CheckpointFile", file), whole);
%!   unlink (file);
%!   args = [args, {"Patience", 2}];
%!   stopped = nnreg_fit (args{:}, "Epochs", 60, "CheckpointFile", file);
%!   count = numel (stopped.History.Epoch);
%!   assert (count < 60);
%!   for epochs = [count, 90]
%!     assert_same (nnreg_fit (args{:}, "Epochs", epochs, "CheckpointFile", file), stopped);
%!   end
%!   assert_same (nnreg_fit (args{:}, "Epochs", 90), stopped);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # the checkpoint of another training is refused, with what is other
%! [X, y] = some_data ();
%! args = {"LayerSizes", 9, "Penalty", "none", "Epochs", 4, ...
%!         "ValidationFraction", 0.2, "Verbose", 0};
%! file = tempname ();
%! fit = @(X, y, varargin) nnreg_fit (X, y, varargin{:}, "CheckpointFile", file);
%! unwind_protect
%!   want = fit (X, y, args{:});
%!   Z = X;
%!   Z(7,7) += 1e-3;
%!   z = y;
%!   z([1, 2]) = y([2, 1]);
%!   other = {{X, y, args{:}, "BatchSize", 64}, "BatchSize"
%!            {X, y, args{:}, "Seed", 1}, "Seed"
%!            {X, y, args{3:end}}, "LayerSizes"
%!            {X, y, args{:}, "Precision", "double"}, "Precision"
%!            {X, y, args{:}, "Penalty", "l2", "Lambda", 1}, "Penalty"
%!            {X, y, args{:}, "Shuffle", false}, "Shuffle"
%!            {X, y, args{:}, "Keep", "last"}, "Keep"
%!            {X, y, args{:}, "Beta1", 0.8}, "Beta1"
%!            {X, y, args{:}, "InitialModel", want}, "InitialModel"
%!            {Z, y, args{:}}, "X"
%!            {X, z, args{:}}, "y or Weights"};
%!   for k = 1:rows (other)
%!     text = failure ("nnreg:badFile", @() fit (other{k,1}{:}));
%!     assert (text, refusal (file, other{k,2}));
%!   end
%!   assert_same (fit (X, y, args{:}), want);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # files that are not whole, foreign, newer, with other contents
%! [X, y] = some_data ();
%! fit = @(file) nnreg_fit (X, y, "LayerSizes", 9, "Epochs", 2, "Verbose", 0, ...
%!                          "CheckpointFile", file);
%! file = tempname ();
%! unwind_protect
%!   fit (file);
%!   fid = fopen (file);
%!   bytes = fread (fid, Inf, "*uint8").';
%!   fclose (fid);
%!   other = uint8 (["nnreg checkpoint 2 ", repmat("0", 1, 32), "\nA double 1 1\n\n12345678"]).';
%!   other(20:51) = nnr.files.checksum (other);
%!   cases = {bytes(1:end - 1), "is a checkpoint that is cut short or damaged"
%!            [bytes(1:500), bytes(502:end)], "is a checkpoint that is cut short or damaged"
%!            uint8(0:255), "is not a checkpoint of nnreg"
%!            zeros(1, 0, "uint8"), "is not a checkpoint of nnreg"
%!            uint8("nnreg checkpoint 12\nx"), ...
%!              ["is a checkpoint made by another version of nnreg (its format is 12, ", ...
%!               "this nnreg reads 2)"]
%!            other, "is a checkpoint with contents that nnreg does not know"};
%!   for k = 1:rows (cases)
%!     fid = fopen (file, "w");
%!     fwrite (fid, cases{k,1});
%!     fclose (fid);
%!     text = failure ("nnreg:badFile", @() fit (file));
%!     assert (text, sprintf ('nnreg_fit: "%s" %s', file, cases{k,2}));
%!   end
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

%!test # where no file can be written the training does not begin
%! [X, y] = some_data ();
%! text = failure ("nnreg:badFile", @() nnreg_fit (X, y, "CheckpointFile", "/nowhere/x"));
%! assert (text, 'nnreg_fit: "/nowhere/x" cannot be written: No such file or directory');

%!test # a symbolic link stays one: the file that it leads to is the checkpoint
%! [X, y] = some_data ();
%! args = {"LayerSizes", 9, "Epochs", 4, "Verbose", 0};
%! [file, link] = deal (tempname (), tempname ());
%! symlink (file, link);
%! unwind_protect
%!   want = nnreg_fit (X, y, args{:}, "CheckpointFile", link);
%!   assert (S_ISLNK (lstat (link).mode) && S_ISREG (lstat (file).mode));
%!   assert_same (nnreg_fit (X, y, args{:}, "CheckpointFile", file, ...
%!                           "OutputFcn", @(h) error ("nothing is left to do")), want);
%! unwind_protect_cleanup
%!   unlink (link);
%!   unlink (file);
%! end_unwind_protect

%!test # where there is no such folder or no room, for root too, the training does not begin
%! [X, y] = some_data ();
%! for place = {"/proc/x", "/dev/full", "/dev/null/x"}
%!   text = failure ("nnreg:badFile", @() nnreg_fit (X, y, "CheckpointFile", place{1}));
%!   assert (! isempty (strfind (text, place{1})));
%! end

%!function stop = remove_folder (folder)
%!  stop = false;
%!  if (isfolder (folder))
%!    confirm_recursive_rmdir (false, "local");
%!    rmdir (folder, "s");
%!  end
%!endfunction
%!test # one that cannot be written any more is told once, and the training goes on
%! [X, y] = some_data ();
%! args = {"LayerSizes", 9, "Epochs", 4, "Verbose", 0};
%! folder = tempname ();
%! mkdir (folder);
%! args = [args, {"CheckpointFile", fullfile(folder, "x")}];
%! text = evalc ('model = nnreg_fit (X, y, args{:}, "OutputFcn", @(h) remove_folder (folder));');
%! told = "No such file or directory; the training goes on";
%! assert (numel (strfind (text, told)), 1);
%! assert (! isempty (regexp (text, '^warning: nnreg_fit: the checkpoint ', "lineanchors")));
%! args(end - 1:end) = [];
%! assert_same (model, nnreg_fit (X, y, args{:}));

%!error <nnreg_fit: CheckpointFile must be the name of a file, got 3>
%! nnreg_fit ([1; 2], [1; 2], "CheckpointFile", 3)
%!error <^nnreg_path: LearnRate \(1\) failed: theirs$>
%! nnreg_path ([1; 2; 3], [1; 2; 1], "LayerSizes", 2, "CV", 0, "CheckpointFile", tempname (), ...
%!             "LearnRate", @(epoch) error ("their:id", "theirs"));
%!error <^nnreg_path: LearnRate \(1\) must be a positive number, got \[1 2\]$>
%! nnreg_path ([1; 2; 3], [1; 2; 1], "LayerSizes", 2, "CV", 0, "CheckpointFile", tempname (), ...
%!             "LearnRate", @(epoch) [1, 2]);
%!error <CheckpointFile has no place in a search>
%! nnreg_gridsearch ([1; 2], [1; 2], {"Lambda", 1}, "CheckpointFile", "x")

## ------------------------------------------------------------------- Paths --

## Without the times that trainings took, and on how many threads.
%!function r = timeless (r)
%!  r = rmfield (r, intersect (fieldnames (r), {"ModelMin"; "Model1SE"}));
%!  for k = 1:numel (r.Models)
%!    r.Models{k}.History = rmfield (r.Models{k}.History, "Seconds");
%!    r.Models{k}.Settings = rmfield (r.Models{k}.Settings, "Threads");
%!  end
%!endfunction

## How often chains of a path were trained while fcn ran.
%!function [r, count] = with_trainings (fcn)
%!  profile on
%!  r = fcn ();
%!  profile off
%!  seen = profile ("info").FunctionTable;
%!  names = regexprep ({seen.FunctionName}, '^.*>', "");
%!  which = ismember (names, {"trained", "__nnreg_linear_follow__"});
%!  count = sum ([seen(which).NumCalls, 0]);
%!  profile clear
%!endfunction

%!test # paths of each kind, broken off after some points, and again when they are over
%! [X, y] = some_data ();
%! [wide, many] = deal ([X, X .^ 2], {"NumLambda", 6, "CV", 2});
%! network = {"LayerSizes", 6, "Epochs", 4, "WarmEpochs", 2, "NumLambda", 4, "CV", 2};
%! for args = {{wide, y, "LayerSizes", [], many{:}}, {X, y, "LayerSizes", [], "NumLambda", 5, "CV", 0}, ...
%!             {X, y, network{:}, "Relax", true, "Precision", "double"}, ...
%!             {X(:,11:30), y, "Penalty", "group", network{[1:6, 9:10]}}}
%!   file = tempname ();
%!   kept = [args{1}, {"Verbose", 0, "CheckpointFile", file}];
%!   unwind_protect
%!     whole = nnreg_path (args{1}{:}, "Verbose", 0);
%!     [part, first] = with_trainings (@() nnreg_path (kept{:}, "OutputFcn", @(r) numel (r.Lambda) == 2));
%!     assert ({part.Complete, numel(part.Lambda)}, {false, 2});
%!     [again, rest] = with_trainings (@() nnreg_path (kept{:}));
%!     assert (timeless (again), timeless (whole));
%!     [~, all] = with_trainings (@() nnreg_path (kept{1:end - 2}));
%!     # a call of the linear models' gateway does more points than are looked at
%!     linear = isempty (again.Models{1}.LayerSizes);
%!     assert (first > 0 && (rest > 0 || linear) && first + rest == all);
%!     [again, more] = with_trainings (@() nnreg_path (kept{:}, "Threads", 1));
%!     assert (timeless (again), timeless (whole));
%!     assert (more, 0);
%!   unwind_protect_cleanup
%!     unlink (file);
%!   end_unwind_protect
%! end

%!test # other data, folds or options, a training's file, and files that are damaged or no room for
%! [X, y] = some_data ();
%! args = {"LayerSizes", [], "NumLambda", 3, "CV", 2, "Verbose", 0, "CheckpointFile", tempname()};
%! file = args{end};
%! unwind_protect
%!   nnreg_path (X, y, args{:});
%!   told = @(varargin) failure ("nnreg:badFile", @() nnreg_path (varargin{:}, "CheckpointFile", file));
%!   other = @(what) sprintf (['nnreg_path: "%s" is the checkpoint of another path (other %s); ' ...
%!                             'the call that it belongs to goes on with it; for a new path ' ...
%!                             'name another file'], file, what);
%!   assert (told (X .^ 2, y, args{1:end - 2}), other ("X"));
%!   assert (told (X, flipud (y), args{1:end - 2}), other ("y or Weights"));
%!   assert (told (X, y > 4, args{1:end - 2}), other ("ClassNames"));
%!   assert (told (X, y, args{1:end - 2}, "Seed", 3), other ("Seed"));
%!   assert (told (X, y, args{1:end - 2}, "LambdaRatio", 0.1), other ("LambdaRatio"));
%!   assert (told (X, y, args{1:end - 2}, "Tolerance", 1e-3), other ("Tolerance"));
%!   assert (told (X, y, args{1:2}, "NumLambda", 4, args{5:8}), other ("NumLambda"));
%!   assert (told (X, y, args{1:2}, "Lambda", [0.1, 0.01], args{5:8}), other ("Lambda"));
%!   assert (told (X, y, args{1:4}, "CV", 3, args{7:8}), other ("CV"));
%!   assert (told (X, y, args{1:end - 2}, "Epochs", 2000), other ("Solver"));
%!   assert (numel (nnreg_path (X, y, args{:}).Lambda), 3);       # it is as it was
%!   bytes = fileread (file);
%!   fid = fopen (file, "w");
%!   fwrite (fid, bytes(1:end - 3));
%!   fclose (fid);
%!   assert (told (X, y, args{1:end - 2}), ...
%!           sprintf ('nnreg_path: "%s" is a checkpoint that is cut short or damaged', file));
%!   unlink (file);
%!   nnreg_fit (X, y, "Epochs", 2, "LayerSizes", 4, "Verbose", 0, "CheckpointFile", file);
%!   assert (told (X, y, args{1:end - 2}), ...
%!           sprintf (['nnreg_path: "%s" is the checkpoint of a training, not of a path; name ' ...
%!                     'another file'], file));
%!   assert (failure ("nnreg:badFile", @() nnreg_path (X, y, args{1:end - 1}, "/no/such/file")), ...
%!           'nnreg_path: "/no/such/file" cannot be written: No such file or directory');
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect

## --------------------------------------------------------------- The key of a training --

%!function sums = sums_of (names, values)
%!  # of a training with these options beside a few
%!  s = struct ("Epochs", 3, "Penalty", "l1", "Lambda", 0.1, "LayerSizes", 2, "Verbose", 0);
%!  for k = 1:numel (names)
%!    s.(names{k}) = values{k};
%!  end
%!  X = sin ((1:12).' * (1:3));
%!  s = nnr.options.settings ({s});
%!  y = [1; 1; 2; 2; 1; 2; 1; 2; 1; 1; 2; 2];
%!  d = nnr.train.prepare_data (X, nnr.targets.make (y, 12, s), s);
%!  s.Standardize = d.Standardize;
%!  [train, validation] = nnr.train.validation_samples (d, s);
%!  problem = nnr.train.make_problem (s, train, validation, d.Targets.NumOutputs);
%!  state = nnr.train.start_state (problem, s);
%!  [~, sums] = nnr.train.checkpoint_key (problem, state, s);
%!endfunction
%!test
%! # each option that changes the result changes the key, and no other does
%! model = nnreg_fit (sin ((1:12).' * (1:3)), [1; 2; 1; 2; 1; 2; 1; 2; 1; 1; 2; 2], ...
%!                    "LayerSizes", 2, "Epochs", 1, "Seed", 5, "Verbose", 0);
%! other = struct ("Task", "regression", "LayerSizes", 3, "Activations", "tanh", ...
%!                 "Penalty", "l2", "Lambda", 0.2, "PenalizedLayers", "hidden", "Alpha", 0.3, ...
%!                 "PenaltyFactor", [1; 2; 0], "Groups", [1; 1; 2], "Intercept", false, ...
%!                 "L1Method", "subgradient", "Solver", "fista", "Tolerance", 1e-3, ...
%!                 "Epochs", 4, "BatchSize", 5, "LearnRate", 0.1, "Beta1", 0.5, "Beta2", 0.5, ...
%!                 "Epsilon", 1e-3, "ValidationData", {{eye(3), [1; 2; 1]}}, ...
%!                 "ValidationFraction", 0.3, "Patience", 7, "Keep", "last", ...
%!                 "Weights", (1:12).', "ClassNames", [2, 1], "ClassWeights", [1, 2], ...
%!                 "Standardize", true, "Predictors", {{"a"}}, "Missing", "median", ...
%!                 "StandardizeY", false, "Seed", 3, "Shuffle", false, "InitialModel", model, ...
%!                 "KeepZeros", true, "Precision", "double", "Threads", 1, "Verbose", 1, ...
%!                 "OutputFcn", @(h) false, "Profile", true, "FeatureNames", {{"a", "b", "c"}}, ...
%!                 "CheckpointFile", "x", "Loss", "huber", "HuberDelta", 2);
%! assert (sort (fieldnames (other)).', sort (nnr.options.names ("fit")));
%! plain = sums_of ({}, {});
%! for name = nnr.options.names ("fit")
%!   [names, values] = deal (name, {other.(name{1})});
%!   if (strcmp (name{1}, "Patience"))
%!     [names{2}, values{2}] = deal ("ValidationFraction", 0.3);
%!     plain_now = sums_of (names(2), values(2));
%!   elseif (any (strcmp (name{1}, {"Loss", "HuberDelta"})))
%!     [names{2}, values{2}] = deal ("Task", "regression");
%!     plain_now = sums_of (names(2), values(2));
%!   else
%!     plain_now = plain;
%!   end
%!   same = isequal (sums_of (names, values), plain_now);
%!   assert (same == ! any (strcmp (name{1}, nnr.options.names ("result", "!later"))), name{1});
%! end
%!test
%! # a Lambda that changes is another option than a number, whatever its values
%! at = @(lambda) sums_of ({"Lambda"}, {lambda});
%! assert (at (@(k) 0.1), at (@(k) 0.2 * k));
%! assert (! isequal (at (@(k) 0.1), at (0.1)));

%!test # a path's checkpoint given to a training
%! X = (1:30).' .* [1, -0.5] + sin (1:30).';
%! y = X(:,1) + cos (1:30).';
%! file = tempname ();
%! args = {"Task", "regression", "LayerSizes", [], "Verbose", 0, "CheckpointFile", file};
%! unwind_protect
%!   nnreg_path (X, y, "NumLambda", 3, "CV", 2, args{:});
%!   assert (failure ("nnreg:badFile", @() nnreg_fit (X, y, "Epochs", 3, args{:})), ...
%!           sprintf (['nnreg_fit: "%s" is the checkpoint of a path, not of a training; name ' ...
%!                     'another file'], file));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
