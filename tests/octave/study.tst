## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Checkpoints of trainings inside a study: a job that was broken off goes on from its file, to the
## same bits, and from no other file.  (tests/cli/study.bats kills.)

%!function remove_folder (folder)
%!  confirm_recursive_rmdir (false, "local");
%!  rmdir (folder, "s");
%!endfunction

## Jobs of two folds by these settings, as a search makes them.
%!function jobs = some_jobs (varargin)
%!  [X, y] = nnreg_digits ();
%!  folds = struct ("Of", 1 + mod (1:300, 2).', "Forward", false);
%!  s = nnr.options.parse ("search", nnr.options.defaults (), {"Verbose", 0, varargin{:}});
%!  s = nnr.options.check (s, {"Threads", "Seed", "Verbose"});
%!  candidates = nnr.grid.make_candidates (nnr.grid.expand ({"Seed", 3}, [], 0), s);
%!  candidates = nnr.grid.pack_candidates (candidates, X(1:300,:) / 16, y(1:300), folds);
%!  jobs = nnr.queue.make_jobs (candidates, folds);
%!endfunction

%!function study = new_study ()
%!  study = nnr.study.open (tempname (), struct ("Options", struct (), "Grid", {{}}));
%!endfunction

%!function names = in_states (study)
%!  names = sort (nnr.files.files_in (fullfile (study.Folder, "states"), ""));
%!endfunction

## Begins all jobs, and tries to keep them as if so many seconds had gone since.
%!function [q, window] = begin_jobs (jobs, extra, waited)
%!  q = nnr.queue.new (jobs, extra);
%!  [q, window] = nnr.queue.take (q, numel (jobs));
%!  for k = repmat (1:numel (window), 1, 3)
%!    [states, window(k).Row, ~, ~, ~, curves] = __nnreg_train_many__ ...
%!      ({jobs(window(k).Index).Problem}, {window(k).State}, window(k).Row, false, 1e-4, 1);
%!    window(k).State = states{1};
%!    if (q.KeepCurves)
%!      window(k).Curve = [window(k).Curve; curves{1}];
%!    end
%!  end
%!  q.Saved(:) = toc (q.Store.Clock) - waited;
%!  for k = 1:numel (window)
%!    q.Store.Next = 0;
%!    q = nnr.queue.keep_running (q, window);
%!  end
%!  __nnreg_claims__ ('', [], 0);       # as when a process ends
%!endfunction

%!function window = sort_by_job (window)
%!  [~, order] = sort ([window.Index]);
%!  window = window(order);
%!endfunction

%!function fputs_to (file, text)
%!  fid = fopen (file, "w");
%!  fwrite (fid, text);
%!  fclose (fid);
%!endfunction

## Marks the epochs in a checkpoint, to be seen again; returns how many there are.
%!function count = mark_checkpoint (file)
%!  columns = nnr.core.epoch_columns ();
%!  c = nnr.files.read (file, "checkpoint");
%!  c.Log(:,columns.Zeros) = 0.75;
%!  nnr.files.write (file, "checkpoint", c);
%!  count = rows (c.Log);
%!endfunction

%!test # after half a second each training has a file, it goes on from there, and the file goes away
%! adam = {"LayerSizes", [20, 10], "Epochs", 9, "BatchSize", 8, "Penalty", "l1", "Lambda", 1e-3};
%! linear = {"LayerSizes", [], "Solver", "fista", "Penalty", "elasticnet", "Lambda", 1e-3, ...
%!           "Tolerance", 1e-10};
%! for args = {adam, [adam, {"Precision", "double"}], linear}
%!   for curves = [false, true]
%!     jobs = some_jobs (args{1}{:});
%!     s = struct ("Threads", 1, "Verbose", 0);
%!     extra = struct ("KeepCurves", curves, "KeepThetas", true);
%!     want = nnr.queue.run (jobs, s, extra);
%!     extra.Study = new_study ();
%!     unwind_protect
%!       begin_jobs (jobs, extra, -0.4);
%!       assert (in_states (extra.Study), cell (1, 0));
%!       [~, window] = begin_jobs (jobs, extra, 5);
%!       assert (numel (in_states (extra.Study)), 2);
%!       steps = arrayfun (@(e) e.State.Step, window);
%!       assert (all (steps > 0));
%!       [count, sum_of_steps] = nnr.study.progress (extra.Study);
%!       assert ([count, sum_of_steps], [2, sum(steps)]);
%!       [~, entries] = nnr.queue.take (nnr.queue.new (jobs, extra), 2);
%!       assert (isequaln (sort_by_job (entries), sort_by_job (window)));
%!       got = nnr.queue.run (jobs, s, extra);
%!       assert (in_states (extra.Study), cell (1, 0));
%!     unwind_protect_cleanup
%!       remove_folder (extra.Study.Folder);
%!     end_unwind_protect
%!     assert (got.Thetas, want.Thetas);
%!     c = nnr.core.epoch_columns ();
%!     seconds = c.Seconds;
%!     [got.Outcome(:,seconds), want.Outcome(:,seconds)] = deal (0);
%!     assert (isequaln (got.Outcome, want.Outcome));
%!     assert (cellfun (@rows, got.Curves), cellfun (@rows, want.Curves));
%!     if (curves)
%!       assert (rows (got.Curves{1}) > 0);
%!       without_time = @(c) c(:,1:seconds - 1);
%!       assert (isequaln (cellfun (without_time, got.Curves, "UniformOutput", false), ...
%!                         cellfun (without_time, want.Curves, "UniformOutput", false)));
%!     end
%!   end
%! end

%!test # a file that is damaged, of another job, study or kind: the job begins anew
%! jobs = some_jobs ("LayerSizes", 9, "Epochs", 3);
%! study = new_study ();
%! file = @(number) nnr.study.checkpoint_file (study, 1, number);
%! extra = struct ("Study", study);
%! unwind_protect
%!   begin_jobs (jobs, extra, 5);
%!   whole = fileread (file (1));
%!   copyfile (file (2), [file(1), ".other"]);
%!   nnreg_fit ([1 2 1 3]', [1 2 1 2]', "Epochs", 2, "Verbose", 0, ...
%!              "CheckpointFile", [file(1), ".fit"]);
%!   copyfile (file (2), nnr.study.checkpoint_file (study, 2, 2));
%!   elsewhere = new_study ();
%!   remove_folder (elsewhere.Folder);
%!   elsewhere.Folder = study.Folder;
%!   elsewhere.Digest = [study.Digest(1:8), repmat("0", 1, 24)];
%!   c = nnr.files.read (file (1), "checkpoint");
%!   nnr.files.write ([file(1), ".row"], "checkpoint", setfield (c, "Row", c.Row(1:3)));
%!   nnr.files.write ([file(1), ".theta"], "checkpoint", setfield (c, "Theta", c.Theta(2:end)));
%!   nnr.files.write ([file(1), ".fields"], "checkpoint", rmfield (c, "Theta"));
%!   texts = {fileread([file(1), ".row"]), fileread([file(1), ".theta"]), ...
%!            fileread([file(1), ".fields"]), whole(1:end - 1), strrep(whole, "Job", "Jab"), "", repmat("a", 1, 9999), ...
%!            [whole(1:end - 1), char(mod (whole(end) + 1, 256))], ...
%!            fileread([file(1), ".other"]), fileread([file(1), ".fit"])};
%!   for text = [texts, {whole}]
%!     fputs_to (file (1), text{1});
%!     lastwarn ("");
%!     [~, entries] = nnr.queue.take (nnr.queue.new (jobs, extra), 2);
%!     assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!     steps = [sort_by_job(entries).State];
%!     assert ([steps.Step] > 0, [strcmp(text{1}, whole), true]);
%!     nnr.study.progress (study);
%!   end
%!   assert (isempty (nnr.study.load_checkpoint (study, 2, 2)));
%!   assert (isempty (nnr.study.load_checkpoint (elsewhere, 1, 2)));
%!   assert (! isempty (nnr.study.load_checkpoint (study, 1, 2)));
%! unwind_protect_cleanup
%!   remove_folder (study.Folder);
%! end_unwind_protect

%!test # a file that cannot be written is one warning, whatever file it is, and tried again later
%! jobs = some_jobs ("LayerSizes", 9, "Epochs", 3);
%! study = new_study ();
%! unwind_protect
%!   [q, window] = begin_jobs (jobs, struct ("Study", study), -0.4);
%!   rmdir (fullfile (study.Folder, "states"));
%!   q.Saved(:) = -5;
%!   [q.Store.Next, saved] = deal (0, q.Saved);
%!   fail ("q = nnr.queue.keep_running (q, window);", "warning", ...
%!         'checkpoint ".*part.bin" cannot be written: No such file or directory; the');
%!   assert (nnz (q.Saved != saved), 1);
%!   q.Store.Next = 0;
%!   lastwarn ("");
%!   q = nnr.queue.keep_running (q, window);
%!   assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!   assert (q.Saved != saved);
%!   mkdir (fullfile (study.Folder, "states"));
%!   [q.Saved(:), q.Steps(:), q.Store.Next] = deal (-5, 0, 0);
%!   q = nnr.queue.keep_running (q, window);
%!   assert (numel (in_states (study)), 1);
%! unwind_protect_cleanup
%!   remove_folder (study.Folder);
%! end_unwind_protect

%!test # a training that stands still needs no new file; a clock that is set back does not stop them
%! jobs = some_jobs ("LayerSizes", 9, "Epochs", 3);
%! study = new_study ();
%! unwind_protect
%!   [q, window] = begin_jobs (jobs, struct ("Study", study), 5);
%!   nnr.study.drop (study, "states");
%!   [q.Saved(:), q.Store.Next] = deal (-5, 0);
%!   q = nnr.queue.keep_running (q, window);
%!   assert (in_states (study), cell (1, 0));
%!   [q.Steps(:), q.Saved(:), q.Store.Next, q.Store.Last] = deal (0, 3600, 3650, 3601);
%!   q = nnr.queue.keep_running (q, window);
%!   assert (numel (in_states (study)), 1);
%! unwind_protect_cleanup
%!   remove_folder (study.Folder);
%! end_unwind_protect

%!function names = kept_now (q, window, changes)
%!  nnr.study.drop (q.Study, "states");
%!  q.Steps(:) = 0;
%!  for name = fieldnames (changes).'
%!    q.(name{1})(:) = changes.(name{1});
%!  end
%!  [q.Store.Next, q.Store.Last] = deal (toc (q.Store.Clock) + 1000, 0);
%!  q = nnr.queue.keep_running (q, window);
%!  names = in_states (q.Study);
%!  wrote = q.Store.Last > 0;
%!  assert (wrote, ! isempty (names));
%!  assert (q.Store.Next > toc (q.Store.Clock) + 990);  # to be made up for
%!endfunction

%!test # before time is made up for, only the first checkpoint of a training that is long enough
%! jobs = some_jobs ("LayerSizes", 9, "Epochs", 1000);
%! study = new_study ();
%! unwind_protect
%!   [q, window] = begin_jobs (jobs, struct ("Study", study), 5);
%!   for k = 1:2
%!     [window(k).State.Epoch, window(k).State.Step] = deal (10, 20);
%!   end
%!   q.Saved(:) = toc (q.Store.Clock) - 5;
%!   kept = @(varargin) numel (kept_now (q, window, struct (varargin{:})));
%!   assert (kept ("Kept", true, "Pause", 0), 0);
%!   ## 10 of 1000 epochs took five seconds, so all take 500; or 1000, if half was done before
%!   assert (kept ("Kept", false, "Pause", 200), 1);
%!   assert (kept ("Kept", false, "Pause", 300), 0);
%!   assert (kept ("Kept", false, "Pause", 300, "Steps", 10), 1);
%!   assert (kept ("Kept", false, "Pause", 0, "Saved", toc (q.Store.Clock) + 0.4), 0);
%!   q.Saved(:) = [-5, -9];
%!   q.Kept(:) = [false, true];
%!   names = kept_now (q, window, struct ("Pause", 0));
%!   assert (names{1}(1:4), "1-1-");
%! unwind_protect_cleanup
%!   remove_folder (study.Folder);
%! end_unwind_protect

%!test # a search takes up what another call began, says how many, and leaves nothing behind
%! [X, y] = nnreg_digits ();
%! [X, y] = deal (X(1:300,:) / 16, y(1:300));
%! args = {"LayerSizes", 12, "Epochs", 4, "CV", 2, "Verbose", 0};
%! want = nnreg_gridsearch (X, y, {"Lambda", [1e-3, 1e-2]}, "Penalty", "l1", args{:});
%! folder = tempname ();
%! search = @() nnreg_gridsearch (X, y, {"Lambda", [1e-3, 1e-2]}, "Penalty", "l1", args{:}, ...
%!                                "StudyDir", folder, "Executor", "processes", "Shards", 1);
%! unwind_protect
%!   r = search ();
%!   results = fullfile (folder, "results");
%!   cellfun (@(name) unlink (fullfile (results, name)), nnr.files.files_in (results, ""));
%!   [study, plan] = nnr.study.reopen (folder);
%!   candidates = nnr.search.kept_candidates (study, plan, 1);
%!   begin_jobs (nnr.queue.make_jobs (candidates, plan.Folds), struct ("Study", study), 5);
%!   status = nnreg_gridsearch ("status", folder);
%!   assert ([status.Done, status.Begun], [0, 4]);
%!   text = evalc ('nnreg_gridsearch ("status", folder)');
%!   assert (! isempty (strfind (text, "  0 of 4 trainings done, 4 begun\n")), text);
%!   r = search ();
%!   status = nnreg_gridsearch ("status", folder);
%!   assert ([status.Done, status.Begun], [4, 0]);
%!   assert (in_states (study), cell (1, 0));
%!   assert (nnr.files.files_in (fullfile (folder, "refit"), ""), cell (1, 0));
%! unwind_protect_cleanup
%!   remove_folder (folder);
%! end_unwind_protect
%! assert (isequal (rmfield (r.Results, "Seconds"), rmfield (want.Results, "Seconds")));
%! assert (r.Model.Weights, want.Model.Weights);

%!test # the model's own training goes on from its checkpoint; a damaged one is no error
%! [X, y] = nnreg_digits ();
%! [X, y] = deal (X(1:300,:) / 16, y(1:300));
%! folder = tempname ();
%! args = {"Penalty", "l2", "LayerSizes", 12, "Epochs", 4, "CV", 2, "Verbose", 0};
%! search = @() nnreg_gridsearch (X, y, {"Lambda", [1e-2, 1e-3]}, args{:}, "WarmStart", true, ...
%!                                "StudyDir", folder, "Executor", "processes", "Shards", 1);
%! unwind_protect
%!   want = search ();
%!   assert (want.BestIndex, 2);                # its training goes on from candidate 1
%!   [study, plan] = nnr.study.reopen (folder);
%!   candidates = nnr.search.kept_candidates (study, plan, 1);
%!   kept = @(k) fullfile (folder, "refit", sprintf ("%d-1.bin", k));
%!   [first, second] = deal (candidates.Settings);
%!   first.CheckpointFile = kept (1);
%!   second.InitialModel = nnr.train.fit_packed (candidates(1).Fit, first, false);
%!   [second.CheckpointFile, second.OutputFcn] = deal (kept (2), @(h) h.Epoch(end) >= 2);
%!   nnr.train.fit_packed (candidates(2).Fit, second, false);     # broken off
%!   mark = @(k) mark_checkpoint (kept (k));
%!   assert ([mark(1), mark(2)], [4, 2]);
%!   r = nnreg_gridsearch ("collect", folder);
%!   assert (r.Model.History.Zeros, [0.75; 0.75; want.Model.History.Zeros(3:4)]);
%!   assert (r.Model.Weights, want.Model.Weights);
%!   assert (r.Model.Settings, nnreg_gridsearch (X, y, {"Lambda", [1e-2, 1e-3]}, args{:}, ...
%!                                               "WarmStart", true).Model.Settings);
%!   assert (nnr.files.files_in (fullfile (folder, "refit"), ""), cell (1, 0));
%!   assert (r.Model.Settings.CheckpointFile, "");
%!   fputs_to (kept (2), "nonsense");
%!   assert (rmfield (search ().Model.History, "Seconds"), rmfield (want.Model.History, "Seconds"));
%!   assert (nnr.files.files_in (fullfile (folder, "refit"), ""), cell (1, 0));
%!   rmdir (fullfile (folder, "refit"));
%!   fputs_to (fullfile (folder, "refit"), "no folder");
%!   lastwarn ("");
%!   r = nnreg_gridsearch ("collect", folder);
%!   assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%!   assert (r.Model.Weights, want.Model.Weights);
%! unwind_protect_cleanup
%!   remove_folder (folder);
%! end_unwind_protect

%!test # a process that ends leaves the checkpoint from which another one goes on
%! folder = tempname ();
%! study = nnr.study.open (folder, struct ("Options", struct (), "Grid", {{}}));
%! nnr.study.claim (study, 0, 1);               # this process has slot 1
%! code = sprintf (["pkg load nnreg; s = struct ('Folder', '%s'); ", ...
%!                  "f = nnr.study.refit_file (s, 7); fclose (fopen (f, 'w')); nnr.study.drop (s, 'refit'); disp (f)"], folder);
%! files = fullfile (folder, "refit", {"7-1.bin", "7-2.bin"});
%! cellfun (@(file) fputs_to (file, "x"), files);
%! unwind_protect
%!   [~, out] = system ([fullfile(OCTAVE_HOME (), "bin", "octave-cli"), ...
%!                       ' --no-history --eval "', code, '"']);
%!   assert (strtrim (out), files{2});
%!   assert (nnr.files.files_in (fullfile (folder, "refit"), ""), {"7-1.bin"});
%!   __nnreg_claims__ ('', [], 0);
%!   nnr.study.drop (study, "refit");
%!   assert (nnr.files.files_in (fullfile (folder, "refit"), ""), cell (1, 0));
%! unwind_protect_cleanup
%!   __nnreg_claims__ ('', [], 0);
%!   remove_folder (folder);
%! end_unwind_protect
