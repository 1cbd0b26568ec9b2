## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{r} =} nnreg_gridsearch (@var{X}, @var{y}, @var{grid})
## @deftypefnx {} {@var{r} =} nnreg_gridsearch (@var{X}, @var{y}, @var{grid}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {} nnreg_gridsearch (@dots{})
## @deftypefnx {} {@var{s} =} nnreg_gridsearch ("status", @var{dir})
## @deftypefnx {} {@var{r} =} nnreg_gridsearch ("collect", @var{dir}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{s} =} nnreg_gridsearch ("cancel", @var{dir})
## @deftypefnx {} {} nnreg_gridsearch ("work", @var{dir})
## @deftypefnx {} {} nnreg_gridsearch ("table", @var{r})
## @deftypefnx {} {} nnreg_gridsearch ("csv", @var{r}, @var{file})
## Cross-validated search over options of @code{nnreg_fit}, with a refit of the best.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{X}, @var{y}
## As in @code{nnreg_fit}.
## @item @var{grid}
## What to try: a cell @code{@{Name, values, Name, values, @dots{}@}} or a struct of names
## and values.  Names are options of @code{nnreg_fit}.  A numeric vector is a list of
## scalars, a cell a list of values of any shape (@code{@{64, [64 64]@}} for
## @code{LayerSizes}).  All combinations are tried, the last name varying fastest; with
## the penalty "none" @code{Lambda} is left out, and a combination that comes up twice so
## is tried once.  Or a list of whole settings: a struct array or a cell of structs, each
## a candidate.
## @end table
##
## @strong{Options}: what is tried
##
## All options of @code{nnreg_fit}, for what the grid does not vary (one that all candidates
## have already is an error; no validation: the folds are that; @code{FeatureNames} go to the
## model), and
##
## @table @asis
## @item @qcode{"NumSamples"} [all combinations]
## So many candidates are drawn from the grid, as a Latin hypercube: each part of each axis
## is tried.  An axis may then be a range: a struct with @code{Range} ([low high]),
## @code{Scale} ("linear", or "log") and @code{Integer} (true for sizes and epochs).
## @item @qcode{"CV"} [3]
## The number of folds (for classes stratified: each fold has its share of each), or an
## N-vector of fold numbers 1, 2, @dots{} (groups, times; @code{1:N} leaves one out), or a
## matrix with a column of them for each repeat.  No class may have fewer samples than
## there are folds.
## @item @qcode{"Repeats"} [1]
## So many times the folds are dealt out anew, at most 10000.
## @item @qcode{"Score"} ["Accuracy", or "RMSE"]
## What is measured on the samples left out, after the last epoch: a name, a function, or a
## cell of these, the first of which decides.  Names: "Accuracy", "LogLoss", "DataLoss",
## "MacroAUC", "WeightedAUC", "MacroF1", "MacroPrecision", "MacroRecall" (or "Weighted@dots{}"),
## for a regression "RMSE", "MSE", "DataLoss", "MeanMAE", "MeanR2", "MeanRMSE", as in
## @code{nnreg_metrics} (RMSE over all responses together).  RMSE is the root within each fold,
## then the mean over folds; in folds of one sample each that is the MAE ("MSE" and its root
## say what you expect of leave-one-out).  A function
## @code{@@(y, yhat, scores, weights)} (it may take fewer) returns a number, the higher the
## better.
## @item @qcode{"Select"} ["mean"]
## What @code{BestIndex} is: the best mean, or with "1se" the sparsest candidate within one
## standard error of it.
## @item @qcode{"Halving"} [false]
## With true (or a factor above 1; true is 3) all candidates are trained for a few epochs,
## the best third (by the mean score) goes on for three times as many, and so on; the last
## ones are trained for all of @code{Epochs}.  They go on where they were, so that their
## scores are the same as without halving.
## @item @qcode{"WarmStart"} [false]
## Candidates that differ in Lambda alone are trained one after the other, from the largest
## Lambda on, each from the weights of the one before (in its fold).
## @item @qcode{"Seed"} [0]
## Of the folds, of drawn candidates and of each training.
## @end table
##
## @strong{Options}: how it is done
##
## @table @asis
## @item @qcode{"Threads"} [all cores]
## So many trainings run side by side, the longest first, each on one thread (the last ones
## on several).  With other Executors: for each of their processes.
## @item @qcode{"StudyDir"} [none]
## A folder where each finished training (a candidate in a fold) is kept at once.  The same
## call goes on where it was left, whatever ended it; a folder of other data or options is
## refused.  Several processes that call it share the work.
## @item @qcode{"Executor"} ["threads"]
## "processes": the work is dealt out to Octave processes of their own on this machine;
## "slurm": to the tasks of a job array on a cluster (@code{sbatch}).  Both need a
## @code{StudyDir} that all processes can reach; the data are written there once.  A call
## that was left (Ctrl-C, a lost connection) leaves the tasks on the cluster at work: call it
## again to wait for them.  What fails is submitted again while something comes of it.
## @item @qcode{"Shards"} [processes: all cores; slurm: 32]
## How many processes or tasks the work is dealt out to.
## @item @qcode{"SlurmOptions"} [none]
## Passed to sbatch, such as @w{@code{--partition=cpu --time=30 --mem=4G}}.
## @item @qcode{"Wait"} [true]
## With false other Executors are started and left; the output is that of "status".
## @item @qcode{"Refit"} [true]
## Train the best candidate on all rows.
## @item @qcode{"Curves"} [false]
## Keep the training curves (and validate after each epoch).
## @item @qcode{"CSV"} [none]
## A file for the table and the scores of each fold.  One that cannot be written in the end (a
## full disk) is a warning; the result is returned all the same.
## @item @qcode{"Verbose"} [1 at a terminal, else 0]
## A line for each candidate, and at a terminal the jobs done and the time left.
## @end table
##
## @strong{Output}
##
## A struct; without an output argument its table is printed.
##
## @table @code
## @item Results
## Struct array, one for each candidate: @code{Params} (the options), @code{FoldScores}
## (1-by-folds), @code{Mean}, @code{Std} (of the folds, with folds - 1), @code{Zeros} (mean
## share of zero weights, as in the history of @code{nnreg_fit}), @code{Seconds} (of all
## its folds).  @code{Scores} with several scores, a row for each; @code{Epochs} with
## halving: how far it was trained; @code{Curves}: a history (as of @code{nnreg_fit}) for
## each fold.
## @item ScoreName
## "Accuracy" (the higher the better), "RMSE" (the lower; in the units of y) @dots{}
## @item BestIndex, BestScore, BestParams
## The candidate with the best mean (the first among equals), or as @code{Select} says.
## @item OneSEIndex
## The sparsest candidate whose mean is within one standard error (Std / sqrt (folds) of
## the best one; repeats do not count) of the best mean; among equally sparse ones that with
## the larger @code{Lambda}, then the better mean.
## @item Table
## The results as a struct of columns.
## @item Comparison
## The best candidate against each, fold by fold, as a struct of columns:
## @code{Difference} (mean of the best one's scores less this one's), @code{StdError},
## @code{Low}, @code{High} (95%), @code{Wins}.  Folds share training samples; so the
## variance of the J differences is taken times 1/J + n_test/n_train (Nadeau and Bengio,
## 2003), with J - 1 degrees of freedom.
## @item Folds
## N-by-repeats, the fold of each row.
## @item Model
## The best candidate trained on all rows (with @code{Refit}).
## @end table
##
## The candidates share one packed X; with @code{Standardize} its means and scales are
## those of all rows, and so are those of @code{StandardizeY}.  A fold whose training
## diverges scores NaN, and so does its candidate.  Results (but for Seconds) are the same
## to the last bit for any number of threads, from any Executor, and from a search that was
## interrupted.
##
## @strong{Studies}
##
## "status" prints (or returns) how far a study has come, "collect" returns the result of a
## complete one from its folder alone (options @code{Refit}, @code{Select}, @code{Threads},
## @code{CSV}; it needs the data, which Executors other than "threads" leave in the folder),
## "cancel" ends what is at work on it and prints (or returns) how far it is; what is finished
## stays, and the search's own call goes on with it.  "work" lends it another process, such as one on
## another machine, until it is complete.  "table" and "csv" print and write a result.
##
## @strong{Errors}: @code{nnreg:badArgument} (options, grid, a StudyDir of another search),
## @code{nnreg:badData}, @code{nnreg:badFile} (a StudyDir that cannot be written),
## @code{nnreg:executor} (processes or SLURM that do not work), @code{nnreg:incomplete}
## ("collect" too early), @code{nnreg:cancelled}, @code{nnreg:diverged} (every candidate).
## A warning @code{nnreg:notConverged} counts linear models that did not reach their
## Tolerance.
##
## @strong{Examples}
##
## @example
## @group
## [X, y] = nnreg_digits ();
## r = nnreg_gridsearch (X / 16, y, @{"Lambda", [1e-4 1e-2], "Penalty", @{"l1", "l2"@}@}, ...
##                       "LayerSizes", 32, "Epochs", 10, "Verbose", 0);
## printf ("%d candidates by %s\n", numel (r.Results), r.ScoreName)
##      @print{} 4 candidates by Accuracy
## @end group
## @end example
##
## @noindent
## Twenty candidates drawn, the best third at a time:
##
## @example
## @group
## grid = @{"Lambda", struct("Range", [1e-5 1e-1], "Scale", "log"), "LayerSizes", @{32, 64@}@};
## r = nnreg_gridsearch (X / 16, y, grid, "Penalty", "l1", "NumSamples", 20, ...
##                       "Epochs", 9, "Halving", true, "Verbose", 0);
## [epochs, ~, k] = unique (r.Table.Epochs);
## printf ("%d candidates for %d epochs\n", [accumarray(k, 1), epochs].')
##      @print{} 13 candidates for 1 epochs
##      @print{} 4 candidates for 3 epochs
##      @print{} 3 candidates for 9 epochs
## @end group
## @end example
##
## @seealso{nnreg_fit, nnreg_evaluate, nnreg_metrics}
## @end deftypefn

function r = nnreg_gridsearch (X, y, grid, varargin)
  try
    if (nargin >= 2 && ischar (X) && isrow (X))
      args = {y};
      if (nargin > 2)
        args = [{y, grid}, varargin];
      end
      [found{1:nargout}] = nnr.search.command (X, args);
    elseif (nargin < 3)
      print_usage ();
    elseif (ischar (grid))
      error ('nnreg:badArgument', ['the third argument is the grid, such as {"Lambda", ' ...
                                   '[1e-3 1e-2]}, got %s'], nnr.words.show_value (grid));
    else
      [found{1:nargout}] = nnr.search.run (X, y, grid, varargin);
    end
    if (nargout > 0)
      r = found{1};
    end
  catch err
    nnr.words.raise ('nnreg_gridsearch', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! nnreg_gridsearch (X / 16, y, {"Lambda", [1e-4 1e-3 1e-2], "Penalty", {"l1", "l2"}}, ...
%!                   "LayerSizes", 64, "Epochs", 10);

%!shared X, y, grid, args, r
%! [X, y] = nnreg_digits ();
%! X = X(1:600,:) / 16;
%! y = y(1:600);
%! grid = {"Lambda", [1e-4 1e-2], "Penalty", {"l1", "l2"}};
%! args = {"LayerSizes", 16, "Epochs", 5, "BatchSize", 16, "Verbose", 0};
%! r = nnreg_gridsearch (X, y, grid, args{:});
%!test
%! assert (numel (r.Results), 4);
%! assert (r.Results(2).Params, struct ("Lambda", 1e-4, "Penalty", "l2"));
%! assert (r.BestScore, max ([r.Results.Mean]));
%! assert (r.BestParams, r.Results(r.BestIndex).Params);
%! assert (r.Results(1).Mean, mean (r.Results(1).FoldScores), eps);
%! assert (r.Results(1).Std, std (r.Results(1).FoldScores), eps);
%!test
%! # a fold's score is that of a training on the other folds
%! out = r.Folds == 2;
%! model = nnreg_fit (X(! out,:), y(! out), "Lambda", 1e-2, "Penalty", "l1", args{:});
%! assert (r.Results(3).FoldScores(2), mean (nnreg_predict (model, X(out,:)) == y(out)), eps);
%!test
%! # folds are stratified
%! counts = accumarray ([y + 1, r.Folds], 1);
%! assert (max (counts, [], 2) - min (counts, [], 2) <= 1);
%!test
%! # the same bits for any number of threads, and a struct for a grid
%! again = nnreg_gridsearch (X, y, grid, args{:}, "Threads", 1);
%! assert (isequal (rmfield (again.Results, "Seconds"), rmfield (r.Results, "Seconds")));
%! assert (isequal (again.Model.Weights, r.Model.Weights));
%! s = struct ("Lambda", [1e-4 1e-2]);
%! s.Penalty = {"l1", "l2"};
%! again = nnreg_gridsearch (X, y, s, args{:}, "Refit", false);
%! assert (isequal ([again.Results.FoldScores], [r.Results.FoldScores]));
%! assert (! isfield (again, "Model"));
%!test
%! # names of the features reach the model
%! names = arrayfun (@(j) sprintf ("pixel %d", j), 1:64, "UniformOutput", false);
%! again = nnreg_gridsearch (X, y, {"Lambda", 1e-2}, "Penalty", "l1", args{:}, ...
%!                           "FeatureNames", names);
%! assert (again.Model.FeatureNames, names);
%!error <nnreg_gridsearch: FeatureNames cannot be searched over>
%! nnreg_gridsearch (X, y, {"FeatureNames", {{"a"}}})
%!error <nnreg_gridsearch: FeatureNames must have a name for each of the 64 columns of X, got 1>
%! nnreg_gridsearch (X, y, grid, args{:}, "FeatureNames", {"a"})
%!error <Invalid call> nnreg_gridsearch (1, 2)
%!test
%! # an InitialModel says what kind of model goes on, but for what the grid says
%! few = {X(1:150,:), y(1:150)};
%! model = nnreg_fit (few{:}, "LayerSizes", 7, "Activations", "tanh", "Epochs", 1, "Verbose", 0);
%! more = {"Penalty", "l1", "Epochs", 1, "CV", 2, "InitialModel", model, "Verbose", 0};
%! r = nnreg_gridsearch (few{:}, {"Lambda", [1e-3, 1e-2]}, more{:});
%! assert (r.Model.LayerSizes, 7);
%! assert (r.Model.Activations, {"tanh"});
%! fail ('nnreg_gridsearch (few{:}, {"Lambda", 1e-3, "Activations", {"tanh", "relu"}}, more{:}, "Refit", false)', ...
%!       "InitialModel has the Activations tanh, this training relu");
%!error <nnreg_gridsearch: the third argument is the grid, such as .*, got "Epochs">
%! nnreg_gridsearch (X, y, "Epochs", 3)
%!error <nnreg_gridsearch: unknown option "Lamda" in the grid; did you mean "Lambda"\?>
%! nnreg_gridsearch (X, y, {"Lamda", 1})
%!error <nnreg_gridsearch: in fold 1 of CV all samples weigh 0>
%! nnreg_gridsearch (X, y, {"Seed", 1}, args{:}, "CV", 1 + (y > 4), "Weights", y > 4)
%!error <nnreg_gridsearch: outside of fold 1 of CV all samples weigh 0>
%! nnreg_gridsearch (X, y, {"Seed", 1}, args{:}, "CV", 1 + (y > 4), "Weights", y <= 4)
%!error <nnreg_gridsearch: outside of fold 2 of CV all samples weigh 0>
%! nnreg_gridsearch (X, y, {"ClassWeights", {1:10, double((0:9) > 4)}}, args{:}, "CV", 1 + (y > 4))
%!warning <nnreg_gridsearch: 20 Epochs, the default, are 20 steps with 15 samples>
%! nnreg_gridsearch (X(1:30,:), y(1:30), {"Lambda", 0.1}, "Penalty", "l2", "LayerSizes", 2, ...
%!                   "Verbose", 0, "CV", 2);
%!warning <nnreg_gridsearch: 20 Epochs, the default, are 20 steps with 20 samples>
%! # of the candidate with the largest batch
%! nnreg_gridsearch (X(1:30,:), y(1:30), {"BatchSize", [1, 50]}, "LayerSizes", 2, "Verbose", 0, ...
%!                   "CV", 1 + mod (1:30, 3));
%!warning <nnreg_gridsearch: Tolerance does nothing here: it belongs to "Solver", "fista">
%! nnreg_gridsearch (X, y, {"Tolerance", [1e-3, 1e-2]}, args{:});
%!test
%! # the other candidate heeds it
%! lastwarn ("", "");
%! nnreg_gridsearch (X, y, {"Penalty", {"l1", "elasticnet"}, "Lambda", 0.1}, args{:}, "Alpha", 0.3);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
