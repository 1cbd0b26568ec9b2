## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The grader of examples/course with model answers, empty parts and wrong answers.

## Replaces text that is in the file once.
%!function set_text (file, old, new)
%!  text = fileread (file);
%!  assert (numel (strfind (text, old)), 1);
%!  fid = fopen (file, "w");
%!  fputs (fid, strrep (text, old, new));
%!  fclose (fid);
%!  clear course_settings course_data course_seeds
%!endfunction

%!function discard (folder)
%!  confirm_recursive_rmdir (false, "local");
%!  assert (rmdir (folder, "s"));
%!endfunction

## A folder with the model answers, in which the function NAME has the body CODE.
%!function folder = with_code (place, names, codes)
%!  folder = tempname ();
%!  assert (copyfile (fullfile (place, "solutions"), folder));
%!  for k = 1:numel (names)
%!    file = fullfile (folder, [names{k} ".m"]);
%!    first = regexp (fileread (file), '^function .*$', "match", "once", "lineanchors", ...
%!                    "dotexceptnewline");
%!    fid = fopen (file, "w");
%!    fputs (fid, [first "\n" codes{k} "\nend\n"]);
%!    fclose (fid);
%!  end
%!endfunction

## What a copy of the kit says of a folder. (Octave keeps the function that it found before.)
%!function graded = check (kit, varargin)
%!  back = cd (kit);
%!  clear nnreg_course_check
%!  unwind_protect
%!    graded = nnreg_course_check (varargin{:});
%!  unwind_protect_cleanup
%!    cd (back);
%!    clear nnreg_course_check
%!  end_unwind_protect
%!endfunction

%!function one = graded (place, student, name, code)
%!  folder = with_code (place, {name}, {code});
%!  unwind_protect
%!    one = check (student, folder, name).Functions;
%!  unwind_protect_cleanup
%!    discard (folder);
%!  end_unwind_protect
%!endfunction

## Each row of the table: name, code, points, and a pattern of the hints. Rows with other names are
## graded together, but one at a time of those that call each other.
%!function check_table (place, student, table)
%!  while (! isempty (table))
%!    [names, now] = unique (table(:,1), "first");
%!    calling = find (ismember (names, {"soft_threshold", "proximal_step", "lasso"}));
%!    names(calling(2:end)) = [];
%!    now(calling(2:end)) = [];
%!    folder = with_code (place, names, table(now,2));
%!    found = check (student, folder, names{:}).Functions;
%!    discard (folder);
%!    for k = 1:numel (now)
%!      [name, code, points, said] = table{now(k),:};
%!      one = found(strcmp ({found.Name}, name));
%!      text = strjoin (one.Hints, "|");
%!      if (! isequal (one.Points, points) || isempty (regexp (text, said, "once")))
%!        error ("%s with %s: points %s, expected %s; hints: %s; expected: %s", name, code, ...
%!               mat2str (one.Points), mat2str (points), text, said);
%!      end
%!    end
%!    table(now,:) = [];
%!  end
%!endfunction

%!shared place, student
%! course = fullfile (fileparts (which ("oracle_fit")), "..", "..", "examples", "course");
%! place = tempname ();
%! mkdir (place);
%! assert (copyfile (course, place));
%! place = fullfile (place, "course");
%! ## A long time limit, for any machine.
%! set_text (fullfile (place, "course_settings.m"), "TimeLimit = 30", "TimeLimit = 120");
%! addpath (place);
%! nnreg_course_pack (fullfile (place, "packed"));
%! student = fullfile (place, "packed");

%!test
%! # model answers get all points, the same each time, and the session stays as it was
%! state = {rand("twister"), path(), pwd(), warning()};
%! r = nnreg_course_check (fullfile (place, "solutions"));
%! assert ([r.Points, r.MaxPoints, r.Percent], [100, 100, 100]);
%! assert (all (cellfun (@isempty, [r.Functions.Hints])));
%! assert (check (student, fullfile (place, "solutions")), r);
%! assert ({rand("twister"), path(), pwd(), warning()}, state);

%!test
%! # for students and for grading the cases differ, and so do the numbers in the hints
%! hint = @(folder) check (folder, fullfile (place, "answers_of_auc"), "auc").Functions.Hints;
%! mkdir (fullfile (place, "answers_of_auc"));
%! fid = fopen (fullfile (place, "answers_of_auc", "auc.m"), "w");
%! fputs (fid, "function A = auc (positive, scores)\n  A = -1;\nend\n");
%! fclose (fid);
%! assert (! isempty (regexp (hint (student){1}, '^A should be [0-9.]+, got -1$')));
%! assert (! isequal (hint (place), hint (student)));

%!test
%! # empty parts get no points and a hint that says so
%! r = check (student, "answers");
%! assert ([r.Points, r.MaxPoints], [0, 100]);
%! assert (! any (cellfun (@isempty, [r.Functions.Hints])));
%! assert (unique ([r.Functions.Part]), 1:4);
%! assert (unique ([r.Functions.Hints]), {'the gap, "your code", is still empty'});

## Wrong answers of each part.
%!function table = wrong_penalties ()
%!  J = ["w = theta(1:end-1); b = theta(end); n = rows (X); e = X * w + b - y; " ...
%!       "P = lambda * sum (w.^2); J = mean (e.^2) + P; "];
%!  g = "grad = [2*X'*e/n + 2*lambda*w; 2*mean(e)]; ";
%!  table = { ...
%!   "l1_penalty", "P = lambda * sum (W(:)); grad = lambda * sign (W);", ...
%!     [0, 4], "absolute value"; ...
%!   "l1_penalty", "P = lambda * sum (abs (W(:))); grad = -lambda * sign (W);", ...
%!     [4, 0], "sign is wrong"; ...
%!   "l1_penalty", "P = sum (abs (W(:))); grad = sign (W);", ...
%!     [0, 0], "lambda is missing.*lambda is missing"; ...
%!   "l1_penalty", "P = lambda * sum (abs (W(:))); grad = lambda * (sign (W) + (W == 0));", ...
%!     [4, 0], "take 0 as"; ...
%!   "l1_penalty", "P = lambda * sum (abs (W)); grad = lambda * sign (W);", [0, 4], "one number over all entries"; ...
%!   "l2_penalty", "P = lambda * sum (W(:).^2); grad = lambda * W;", ...
%!     [4, 0], "half of what it should be"; ...
%!   "l2_penalty", "P = lambda/2 * sum (W(:).^2); grad = lambda * W;", [0, 0], "no factor 1/2.*half"; ...
%!   "l2_penalty", "P = lambda * norm (W(:)); grad = 2 * lambda * W;", [0, 4], "take no root"; ...
%!   "l2_penalty", "P = lambda * sum (W(:).^2); grad = -2 * lambda * W;", ...
%!     [4, 0], "sign is wrong"; ...
%!   "ridge_cost", [J, "J += lambda * b^2; ", g, "grad(end) += 2 * lambda * b;"], ...
%!     [0, 0], "bias.*not penalised.*bias.*not penalised"; ...
%!   "ridge_cost", [J, g, "grad(end) += 2 * lambda * b;"], [6, 0], "bias.*not penalised"; ...
%!   "ridge_cost", [J, "grad = [X'*e/n + 2*lambda*w; mean(e)];"], ...
%!     [6, 0], "half of what it should be"; ...
%!   "ridge_cost", [J, "grad = [2*X'*e/n + lambda*w; 2*mean(e)];"], ...
%!     [6, 0], "part of the penalty is half"; ...
%!   "ridge_cost", [J, "J = sum (e.^2) + P; grad = [2*X'*e + 2*lambda*w; 2*sum(e)];"], ...
%!     [0, 0], "not a sum.*is a mean, and so"; ...
%!   "ridge_cost", [J, "J -= P; grad = [2*X'*e/n; 2*mean(e)];"], ...
%!     [0, 0], "penalty is missing.*has a gradient"; ...
%!   "ridge_cost", [J, "e = -e; ", g], [6, 0], "sign of the data part"; ...
%!   "ridge_cost", [J, "J = mean (e.^2) / 2 + P / (2*n); ", g], [0, 8], "lambda/\\(2m\\)"; ...
%!   "ridge_cost", [J, g, "grad = grad([end, 1:end-1]);"], [6, 0], "weights come first"; ...
%!   "ridge_cost", [J, g, "grad = grad';"], [6, 0], "grad must be 3-by-1, got 1-by-3"};
%!endfunction

%!function table = wrong_thresholds ()
%!  loop = ["w = zeros (columns (X), 1); b = 0; " ...
%!          "rate = 1 / (2 * norm ([X, ones(rows (X), 1)])^2 / rows (X)); " ...
%!          "for k = 1:2000, e = X*w + b - y; "];
%!  table = { ...
%!   "soft_threshold", "w = z .* (abs (z) > t);", 0, "hard threshold"; ...
%!   "soft_threshold", "w = max (z - t, 0);", 0, "negative numbers"; ...
%!   "soft_threshold", "w = sign (z) .* (abs (z) - t);", 0, "does not change sign"; ...
%!   "soft_threshold", "w = max (abs (z) - t, 0);", 0, "sign of z is lost"; ...
%!   "proximal_step", "w = soft_threshold (w - rate * grad, lambda);", 0, "does not fit a step"; ...
%!   "proximal_step", "w = soft_threshold (w + rate * grad, rate * lambda);", 0, "uphill"; ...
%!   "proximal_step", "w = w - rate * (grad + lambda * sign (w));", 0, "subgradient"; ...
%!   "lasso", [loop, "w = proximal_step (w, 2*X'*e/rows (X), rate, lambda); end"], ...
%!     [0, 4], "bias has not moved"; ...
%!   "lasso", [loop, "w -= rate * (2*X'*e/rows (X) + lambda*sign (w)); b -= rate*2*mean (e); " ...
%!             "end"], ...
%!     [0, 0], "a step along the subgradient"; ...
%!   "lasso", [loop, "w = proximal_step (w, X'*e/rows (X), rate, lambda); " ...
%!             "b -= rate*2*mean (e); end"], ...
%!     [0, 0], "objective could be"; ...
%!   "lasso", [loop, "w = proximal_step (w, 2*X'*e/rows (X), rate, lambda); " ...
%!             "b -= rate*2*mean (e); end, w(w == 0) = 1e-12;"], ...
%!     [6, 0], "no weight is exactly 0"; ...
%!   "lasso", "m = nnreg_fit (X, y, 'Task', 'regression'); w = 1; b = 2;", ...
%!     [0, 0], "nnreg_fit is what you are asked to do without"};
%!endfunction

%!function table = wrong_choices ()
%!  cv = ["errors = []; for l = 1:numel (lambdas), for k = 1:max (folds), in = %s; out = %s; " ...
%!        "m = nnreg_fit (X(in,:), y(in), 'Task', 'regression', 'LayerSizes', [], 'Penalty', " ...
%!        "'l2', 'Lambda', lambdas(l), 'StandardizeY', false, 'Verbose', 0); " ...
%!        "errors(l,k) = %s (mean ((nnreg_predict (m, X(out,:)) - y(out)).^2)); end, end"];
%!  best = ["m = mean (errors, 2); [low, at] = min (m); best = lambdas(at); " ...
%!          "se = std (errors(at,:)) / sqrt (columns (errors)); " ...
%!          "one_se = max (lambdas(m(:) <= low + se)); "];
%!  table = { ...
%!   "fold_numbers", "folds = mod (0:n-1, K)';", [0, 0], "not from 0 to K-1"; ...
%!   "fold_numbers", "folds = min (1:n, K)';", [3, 0], "differ by more than one"; ...
%!   "fold_numbers", "folds = 1 + mod (0:n-1, K);", [0, 0], "must be a column"; ...
%!   "fold_numbers", "folds = 1 + mod (0:n-1, K + 1)';", [0, 0], "every number from 1 to"; ...
%!   "fold_numbers", "folds = ones (n, 1);", [0, 0], "every number from 1 to"; ...
%!   "cv_errors", sprintf(cv, "folds == k", "folds == k", "sqrt"), 0, "must not see"; ...
%!   "cv_errors", sprintf(cv, "folds == k", "folds != k", "sqrt"), 0, "other way round"; ...
%!   "cv_errors", sprintf(cv, "folds != k", "folds == k", ""), 0, "root"; ...
%!   "cv_errors", sprintf(cv, "folds > 0", "folds == k", "sqrt"), 0, "left in"; ...
%!   "cv_errors", [sprintf(cv, "folds != k", "folds == k", "sqrt"), "; errors = errors';"], ...
%!     0, "a row for each lambda"; ...
%!   "cv_errors", [sprintf(cv, "folds != k", "folds == k", "sqrt"), ...
%!                 "; errors = errors(:,1:end-1);"], ...
%!     0, "must be"; ...
%!   "choose_lambda", [best, "best = at;"], [0, 4], "not its place"; ...
%!   "choose_lambda", [best, "best = lambdas(m == max (m));"], [0, 4], "largest mean error"; ...
%!   "choose_lambda", [best, "se = std (errors(at,:)); " ...
%!                     "one_se = max (lambdas(m(:) <= low + se));"], ...
%!     [4, 0], "smaller than the standard deviation"; ...
%!   "choose_lambda", [best, "one_se = min (lambdas(m(:) <= low + se));"], ...
%!     [4, 0], "not the smallest"; ...
%!   "choose_lambda", [best, "one_se = best;"], [4, 0], "nearly as good"};
%!endfunction

%!function table = wrong_scores ()
%!  right = ["hits = diag (C); taken = sum (C)'; of = sum (C, 2); precision = hits ./ taken; " ...
%!           "recall = hits ./ of; F1 = 2 * hits ./ (taken + of); "];
%!  gaps = "g = scores(positive) - scores(! positive)'; ";
%!  table = { ...
%!   "confusion_matrix", "C = accumarray ([ypred, ytrue], 1, [K, K]);", 0, "rows are the true"; ...
%!   "confusion_matrix", "C = accumarray ([ytrue, ypred], 1, [K, K]) / numel (ytrue);", ...
%!     0, "counts"; ...
%!   "confusion_matrix", "C = accumarray ([ytrue, ypred], 1, [K, K])(2:end,2:end);", ...
%!     0, "must be 3-by-3, got 2-by-2"; ...
%!   "class_scores", [right, "[precision, recall] = deal (recall, precision);"], ...
%!     [0, 0, 3], "that is the recall.*that is the precision"; ...
%!   "class_scores", [right, "precision(isnan (precision)) = 0; recall(isnan (recall)) = 0;"], ...
%!     [0, 0, 3], "stays NaN"; ...
%!   "class_scores", [right, "F1 = (precision + recall) / 2;"], [2, 2, 0], "plain mean"; ...
%!   "class_scores", [right, "F1 = 2 * precision .* recall ./ (precision + recall);"], ...
%!     [2, 2, 0], "count the samples"; ...
%!   "class_scores", [right, "F1 /= 2;"], [2, 2, 0], "half of what"; ...
%!   "auc", [gaps, "A = mean (g(:) < 0) + mean (g(:) == 0) / 2;"], 0, "negative one is higher"; ...
%!   "auc", [gaps, "A = mean (g(:) > 0);"], 0, "one half, not 0"; ...
%!   "auc", [gaps, "A = mean (g(:) >= 0);"], 0, "one half, not 1"; ...
%!   "auc", "m = nnreg_metrics (1 + positive, 1 + positive, [-scores, scores]); A = m.AUC(2);", ...
%!     0, "nnreg_metrics is what you"};
%!endfunction

%!test
%! # wrong answers of each part: points and hints
%! check_table (place, student, [wrong_penalties(); wrong_thresholds(); wrong_choices(); wrong_scores()]);

%!test
%! # code that never ends, or prints too much
%! file = fullfile (student, "course_settings.m");
%! set_text (file, "TimeLimit = 120", "TimeLimit = 2");
%! unwind_protect
%!   check_table (place, student, { ...
%!    "auc", "while (true), end", 0, "within 2 seconds"; ...
%!    "class_scores", "pause (60);", [0, 0, 0], "within 2 seconds"; ...
%!    "confusion_matrix", "while (true), disp (rand (100)); end", 0, "without end|within 2 sec"; ...
%!    "fold_numbers", "pause (0.7); folds = 1 + mod ((0:n - 1).', K);", [3, 4], "^\\|$"});
%! unwind_protect_cleanup
%!   set_text (file, "TimeLimit = 2", "TimeLimit = 120");
%! end_unwind_protect

%!test
%! # code that fails, exits, or returns odd values
%! check_table (place, student, { ...
%!  "l1_penalty", "error ('not yet');", [0, 0], "error in case 1: not yet"; ...
%!  "l2_penalty", "P = undefined_name + 1;", [0, 0], "'undefined_name' undefined"; ...
%!  "ridge_cost", "J = (1;", [0, 0], "(parse|syntax) error(?!.*answer, line)[^\n]*$"; ...
%!  "fold_numbers", "folds = zeros (1e9, 1);", [0, 0], "out of memory"; ...     # 8 GB
%!  "choose_lambda", "pause (0.01), builtin ('pause', 0); best = 0.5; one_se = 1;", [0, 0], ...
%!    "should be"; ...
%!  "confusion_matrix", "exit (0);", 0, "exit ends Octave: remove it"; ...
%!  "class_scores", "kill (getpid (), 9);", [0, 0, 0], "Octave ended before"; ...
%!  "auc", "A = auc (positive, scores);", 0, "recursion"; ...
%!  "l1_penalty", "P = 'a'; grad = single (lambda * sign (W));", [0, 4], ...
%!    "must be numbers, got a char"; ...
%!  "l2_penalty", "P = {}; grad = sparse (2 * lambda * W);", [0, 4], ...
%!    "must be numbers, got a cell"; ...
%!  "ridge_cost", "J = containers.Map (); grad = 1;", [0, 0], ...
%!    "not a number, text, cell or struct"; ...
%!  "fold_numbers", "folds = zeros (n, 1) + 1i;", [0, 0], "column of n numbers.*got complex"; ...
%!  "choose_lambda", "best = []; one_se = NaN;", [0, 0], "one number, got 0-by-0.*got NaN"; ...
%!  "confusion_matrix", "C = zeros (2000);", 0, "an output has a size of 2000 2000"; ...
%!  "class_scores", "", [0, 0, 0], "error in case 1: .*undefined"; ...
%!  "auc", ["g = scores(positive) - scores(! positive)'; " ...
%!          "A = mean ((g(:) > 0) + (g(:) == 0) / 2) + 1i;"], 0, "real numbers"; ...
%!  "l1_penalty", "P = struct (); grad = nnreg_cost (W);", [0, 0], ...
%!    "nnreg_cost is what you"; ...
%!  "fold_numbers", "figure (); plot (1); folds = NaN (n, 1);", [0, 0], "every number from 1 to"; ...
%!  "auc", "for k = 1:2000, disp (k), end, clear -all, cd (tempdir ()); g = 1; A = 1;", ...
%!    0, "should be"});
%! check_table (place, student, { ...
%!  "lasso", "w = zeros (columns (X), 1); b = mean (y);", [0, 0], "no weight has moved"; ...
%!  "auc", "pkg load nnreg; A = nnreg_metrics (1);", 0, "nnreg_metrics is what you"; ...
%!  "choose_lambda", "best = nnreg_fit (1); one_se = 1;", [0, 0], "to do without here"});
%! check_table (place, student, { ...
%!  "lasso", "w = {}; b = 'x';", [0, 0], "got 0-by-0 cell and"; ...
%!  "l2_penalty", "P = 1;", [0, 0], "error in case 1: .*undefined"});

%!test
%! # code that waits for a person, of whom there is none: no endless loop
%! waits = @(call) ["^error in case 1: ", strtok(call), ...
%!                  " (waits|stops) for a person, and here is none: remove it.*, line"];
%! calls = {"keyboard", "input ('')", "pause", "dbstop ('auc', '3')", "yes_or_no ('?')"};
%! names = {"auc", "l1_penalty", "class_scores", "confusion_matrix", "fold_numbers"};
%! points = {0, [0, 0], [0, 0, 0], 0, [0, 0]};
%! check_table (place, student, [names; strcat("\n", calls, ";"); points; ...
%!                               cellfun(waits, calls, "UniformOutput", false)].');

%!test
%! # printing costs no points, nor do changes of the session or files with the names of functions
%! right = {"P = lambda * sum (abs (W(:))), grad = lambda * sign (W)", ...
%!          "P = lambda * sum (W(:) .^ 2); grad = 2 * lambda * W;", ...
%!          "folds = 1 + mod ((0:n - 1).', K);", "C = full (sparse (ytrue, ypred, 1, K, K));"};
%! after = {["rand ('seed', 1); warning ('off', 'all'); for k = 1:500, disp (k), end, cd ('/');"], ...
%!          "path (''); clear -f", "path (matlabroot ()); format long; more on", ...
%!          "close all; fclose ('all'); evalin ('base', 'clear -all');"};
%! names = {"l1_penalty", "l2_penalty", "fold_numbers", "confusion_matrix"};
%! folder = with_code (place, names, strcat (right, {"\n"}, after));
%! for name = {"save", "isempty", "cellfun", "rename", "strcmp", "exist", "sprintf", "nnreg_fit"}
%!   fid = fopen (fullfile (folder, [name{1} ".m"]), "w");
%!   fprintf (fid, "function varargout = %s (varargin)\n  error ('not for you');\nend\n", name{1});
%!   fclose (fid);
%! end
%! r = check (student, folder, names{:});
%! discard (folder);
%! for one = r.Functions
%!   assert ([one.Name, ": ", strjoin(one.Hints, ", ")], [one.Name, ": ", repmat(", ", 1, numel (one.Hints) > 1)]);
%! end

%!test
%! # other encodings and newlines, names that are nearly right, helpers
%! folder = tempname ();
%! mkdir (folder);
%! code = sprintf ("function A = auc (positive, scores)\n%% %s\n  A = for_auc (positive, scores);\nend\n", ...
%!                 char ([195, 164]));
%! helper = strrep (fileread (fullfile (place, "solutions", "auc.m")), "A = auc (", "A = for_auc (");
%! texts = {code, [char([239, 187, 191]), strrep(code, "\n", "\r\n")], strrep(code, "\n", "\r"), ...
%!          [char([255, 254]), char(unicode2native (code, "UTF-16LE"))], ...
%!          [char([254, 255]), char(unicode2native (code, "UTF-16BE"))], ...
%!          strrep(code, char ([195, 164]), char (228))};
%! for text = [texts, texts(1)]
%!   fid = fopen (fullfile (folder, "auc.m"), "w");
%!   fwrite (fid, text{1});
%!   fclose (fid);
%!   fid = fopen (fullfile (folder, "for_auc.m"), "w");
%!   fputs (fid, helper);
%!   fclose (fid);
%!   assert (check (student, folder, "auc").Functions.Hints, {""});
%! end
%! movefile (fullfile (folder, "auc.m"), fullfile (folder, "AUC.m"));
%! assert (check (student, folder, "auc").Functions.Hints, ...
%!         {"there is no file auc.m, only AUC.m"});
%! discard (folder);

%!test
%! # a missing file, a missing folder, an unknown name, what only teachers have
%! folder = tempname ();
%! mkdir (folder);
%! one = check (student, folder, "auc").Functions;
%! assert ({one.Points, one.Hints}, {0, {"there is no file auc.m"}});
%! rmdir (folder);
%! fail ("nnreg_course_check (folder)", "there is no folder");
%! fail ("nnreg_course_check (fullfile (place, 'answers'), 'ac')", ...
%!       "there is no function ac; there are l1_penalty");
%! fail ("nnreg_course_check (fullfile (place, 'answers'), 'Seed', [1, 2])", "Seed must be a number");
%! fail ("check (student, 'answers', 'Seed', 3)", "only the teachers' archive can make cases");
%! fail ("check (student, 'verify')", "only the teachers' archive can verify");
%! fail ("nnreg_course_pack (student)", "must be the name of a new folder");

## The table that the students' kit prints.
%!function check_and_print (student)
%!  back = cd (student);
%!  clear nnreg_course_check
%!  nnreg_course_check ("answers", "l1_penalty", "auc");
%!  cd (back);
%!  clear nnreg_course_check
%!endfunction

%!test
%! # the printed table
%! text = evalc ("check_and_print (student)");
%! first = "Part 1: penalty and gradient\n  l1_penalty              0 of 8\n";
%! assert (! isempty (strfind (text, first)));
%! assert (! isempty (strfind (text, "All                     0 of 15 points, 0 %")));

## Writes a submission for each of the mutations to a folder.
%!function folder = write_submissions (place, list)
%!  folder = tempname ();
%!  mkdir (folder);
%!  for k = 1:rows (list)
%!    own = fullfile (folder, sprintf ("%02d %s", k, list{k,1}));
%!    assert (copyfile (fullfile (place, "solutions"), own));
%!    set_text (fullfile (own, [list{k,2} ".m"]), list{k,3}, list{k,4});
%!  end
%!endfunction

## The table that a spreadsheet reads: a cell of texts.
%!function cells = read_csv (file)
%!  text = fileread (file);
%!  assert (double (text(1:3)), [239, 187, 191]);
%!  lines = strsplit (text(4:end), "\r\n")(1:end - 1);
%!  cells = cell (numel (lines), 17);
%!  for k = 1:numel (lines)
%!    fields = textscan (lines{k}, "%q", "delimiter", ",", "whitespace", "").'{1};
%!    cells(k,1:numel (fields)) = fields;
%!  end
%!endfunction

## The functions that a mutation changes: those that lose points, and its own.
%!function names = changed_by (mutation)
%!  names = unique ([mutation(2), mutation{5}(1:2:end)], "stable");
%!endfunction

## Which of the mutations, from the first one on, can be graded together: they share no function.
%!function now = apart (list)
%!  [now, taken] = deal ([], {});
%!  for k = 1:rows (list)
%!    names = changed_by (list(k,:));
%!    if (! any (ismember (names, taken)))
%!      now(end + 1) = k;
%!      taken = [taken, names];
%!    end
%!  end
%!endfunction

## The points of the functions that these mutations change, in one submission; and those wanted.
%!function [points, want] = points_of_mutations (place, list, most)
%!  names = {};
%!  folder = tempname ();
%!  assert (copyfile (fullfile (place, "solutions"), folder));
%!  for k = 1:rows (list)
%!    names = [names, changed_by(list(k,:))];
%!    set_text (fullfile (folder, [list{k,2} ".m"]), list{k,3}, list{k,4});
%!  end
%!  graded = check (place, folder, names{:}).Functions;
%!  discard (folder);
%!  [want, points] = deal (struct ());
%!  for one = graded
%!    points.(one.Name) = sum (one.Points);
%!    want.(one.Name) = most.(one.Name);
%!  end
%!  for lost = reshape ([list{:,5}], 2, [])
%!    want.(lost{1}) -= lost{2};
%!  end
%!endfunction

%!test
%! # thirty-two wrong submissions lose exactly the right points: each in what it changes
%! list = course_mutations ();
%! assert (rows (list), 32);
%! most = struct ("l1_penalty", 8, "l2_penalty", 8, "ridge_cost", 14, "soft_threshold", 10, ...
%!                "proximal_step", 5, "lasso", 10, "fold_numbers", 7, "cv_errors", 10, ...
%!                "choose_lambda", 8, "confusion_matrix", 6, "class_scores", 7, "auc", 7);
%! while (! isempty (list))
%!   now = apart (list);
%!   [points, want] = points_of_mutations (place, list(now,:), most);
%!   assert (isequal (points, want), "%s: %s, expected %s", strjoin (list(now,1).', "; "), ...
%!           disp (points), disp (want));
%!   list(now,:) = [];
%! end

%!test
%! # and in nothing else: the table of some of them
%! list = course_mutations ()(1:6:30,:);
%! folder = write_submissions (place, list);
%! file = [tempname(), ".csv"];
%! text = evalc ("nnreg_course_grade (folder, file)");
%! discard (folder);
%! cells = read_csv (file);
%! delete (file);
%! head = strtok (cells(1,:));
%! points = str2double (cells(2:end,2:13));
%! most = [8, 8, 14, 10, 5, 10, 7, 10, 8, 6, 7, 7];
%! for k = 1:rows (list)
%!   want = most;
%!   for lost = reshape (list{k,5}, 2, [])
%!     want(strcmp (head(2:13), lost{1})) -= lost{2};
%!   end
%!   if (! isequal (points(k,:), want))
%!     error ("%s: %s, expected %s", cells{k + 1,1}, mat2str (points(k,:)), mat2str (want));
%!   end
%!   assert (str2double (cells(k + 1,14:15)), sum (want) * [1, 1]);
%!   assert (! isempty (strfind (cells{k + 1,16}, list{k,5}{1})));
%! end

%!test
%! # answers that only know the sheet's cases get its points, and none when they are graded
%! tasks = load (fullfile (student, "private", "tasks.txt")).tasks;
%! for k = 1:3
%!   values = cellfun (@(check) check{k}.Value, {tasks(1).Checks.Wants}, "UniformOutput", false);
%!   code{k} = sprintf ("if (numel (W) == %d), P = %.17g; grad = reshape ([%s], size (W)); end", ...
%!                      numel (values{2}), values{1}, sprintf ("%.17g ", values{2}));
%! end
%! folder = with_code (place, {"l1_penalty"}, {strjoin(code, "\n")});
%! assert (check (student, folder, "l1_penalty").Points, 8);
%! assert (check (place, folder, "l1_penalty").Points, 0);
%! assert (check (place, folder, "l1_penalty", "Seed", 1).Points, 8);
%! discard (folder);

%!test
%! # odd submissions in one table: names, nested folders, missing files, the same code, archives
%! folder = fullfile (tempname (), char ([74, 195, 188, 114, 103, 101, 110]));
%! names = {"=1+1", "Anna, B; C", char([77, 195, 188, 108, 108, 101, 114, 32, 88])};
%! mkdir (folder);
%! own = fullfile (folder, names, "a", "answers");
%! for k = 1:3
%!   mkdir (own{k});
%!   assert (copyfile (fullfile (place, "solutions", "l*.m"), own{k}));
%! end
%! set_text (fullfile (own{1}, "l1_penalty.m"), "lambda * sign", "  lambda*sign");
%! set_text (fullfile (own{2}, "l2_penalty.m"), "2 * lambda", "lambda");
%! mkdir (fullfile (folder, names{3}, "old"));
%! assert (copyfile (fullfile (place, "answers", "auc.m"), fullfile (folder, names{3}, "old")));
%! mkdir (fullfile (folder, "nothing"));
%! fclose (fopen (fullfile (folder, "late.zip"), "w"));
%! file = fullfile (folder, "points.csv");
%! told = fullfile (folder, "..", "feedback");
%! text = evalc ("nnreg_course_grade (folder, file, 'Feedback', told, 'Seed', 5)");
%! assert (! isempty (strfind (text, "Not graded, since they are no folders: late.zip")));
%! cells = read_csv (file);
%! assert (cells(2:end,1), {"'=1+1"; names{2}; names{3}; "nothing"});
%! assert (str2double (cells(2:end,14)), [16; 12; 16; 0]);
%! assert (! isempty (regexp (cells{2,16}, ["^the same code as " names{3} "; .*there is no file"])));
%! assert (isempty (strfind (cells{3,16}, "the same code")));
%! assert (! isempty (strfind (cells{4,16}, ["graded in \"" fullfile("a", "answers") "\", not in \"old\""])));
%! assert (! isempty (strfind (cells{5,16}, "no file of the assignment was found")));
%! assert (! isempty (strfind (fileread (fullfile (told, [names{2} ".txt"])), ...
%!                             "l2_penalty              4 of 8\n")));
%!
%! ## what is graded stays, but for a row that was cut; what changed is graded again
%! text = fileread (file);
%! fid = fopen (file, "w");
%! fwrite (fid, text(1:end - 9));
%! fclose (fid);
%! run = "nnreg_course_grade (folder, file, 'Feedback', told, 'Seed', 5)";
%! assert (numel (strfind (evalc (run), ", as before")), 3);
%! assert (read_csv (file), cells);
%! set_text (fullfile (own{2}, "l2_penalty.m"), "lambda * W", "2 * lambda * W");
%! assert (numel (strfind (evalc (run), ", as before")), 1);
%! again = read_csv (file);
%! assert (str2double (again(2:end,14)), [16; 16; 16; 0]);
%! assert (regexp (again{3,16}, "^the same code as =1\\+1, "), 1);
%!
%! ## for spreadsheets with decimal commas; other files are not overwritten
%! evalc ("nnreg_course_grade (folder, file, 'Separator', ';', 'Seed', 5)");
%! assert (! isempty (regexp (fileread (file), '\n"Anna, B; C";8;8;0;')));
%! fid = fopen (file, "w");
%! fputs (fid, "mine");
%! fclose (fid);
%! fail ("nnreg_course_grade (folder, file)", "is no table of points; choose another name");
%! fail ("nnreg_course_grade (folder, file, 'Separator', 'x')", "must be \",\" or \";\"");
%! fail ("nnreg_course_grade (own{1}, file)", "has no folder, one for each student");
%! discard (fileparts (folder));

## What nnreg_course_check ("verify") says after a change of a file of the kit.
%!function text = verified (place, file, varargin)
%!  file = fullfile (place, file);
%!  text = fileread (file);
%!  set_text (file, varargin{:});
%!  unwind_protect
%!    said = evalc ("ok = nnreg_course_check ('verify');");
%!  unwind_protect_cleanup
%!    set_text (file, fileread (file), text);
%!  end_unwind_protect
%!  assert (ok, isempty (strfind (said, "not ok")));
%!  text = said;
%!endfunction

%!test
%! # a teacher's own data and points
%! text = verified (place, "course_data.m", "y = 2", ...
%!                  ["X .*= 10 .^ (0:7); X(:,8) = 7; X(3,3) = NaN; y = 1e4; y += "]);
%! assert (isempty (strfind (text, "not ok")));
%! assert (! isempty (strfind (text, "60 of 80 rows (1 with gaps), 7 of 8 inputs that vary, scaled")));
%! assert (numel (strfind (text, "100 of 100 points")), 2);
%! text = verified (place, "course_data.m", "y = 2", "X = X(:,1) + 0.02 * X; y = 2");
%! assert (! isempty (strfind (text, "not ok data: course_data: no two lambdas were found")));
%! text = verified (place, "solutions/lasso.m", "1:2000", "1:20");
%! assert (! isempty (strfind (text, "not ok model answers, seed 1: lasso gets")));
%! text = verified (place, "answers/auc.m", "A = 0;", ["g = scores(positive) - scores(! positive)'; " ...
%!                  "A = mean ((g(:) > 0) + (g(:) == 0) / 2);"]);
%! assert (! isempty (strfind (text, "not ok files with gaps: they get points")));
%! text = verified (place, "course_data.m", "y = 2", "X = X(:,1); y = 2; return; y = 2");
%! assert (! isempty (strfind (text, "not ok data: course_data: y must have one number for each row")));
%! text = verified (place, "course_settings.m", "Points.auc = 7", "Points.auc = 9");
%! assert (! isempty (strfind (text, "not ok README.md: it should say `auc` (9)")));
%! text = verified (place, "course_settings.m", "class_scores = [2, 2, 3]", "class_scores = [2, 5]");
%! assert (! isempty (strfind (text, "not ok settings: class_scores has 3 checks")));
%! text = verified (place, "course_seeds.m", "Grading = 2", "Grading = 1");
%! assert (! isempty (strfind (text, "not ok seeds")));

%!test
%! # the copy is removed
%! rmpath (place);
%! discard (fileparts (place));
