## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{r} =} nnreg_gridsearch (@var{X}, @var{y}, @var{grid})
## @deftypefnx {} {@var{r} =} nnreg_gridsearch (@dots{}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{s} =} nnreg_gridsearch ("status", @var{dir})
## @deftypefnx {} {@var{r} =} nnreg_gridsearch ("collect", @var{dir}, @dots{})
## @deftypefnx {} {@var{s} =} nnreg_gridsearch ("cancel", @var{dir})
## @deftypefnx {} {} nnreg_gridsearch ("work", @var{dir})
## @deftypefnx {} {} nnreg_gridsearch ("table", @var{r})
## @deftypefnx {} {} nnreg_gridsearch ("csv", @var{r}, @var{file})
## Cross-validated search over options of @code{nnreg_fit}; the best candidate is then trained
## on all rows.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## grid = @{"Penalty", @{"l1", "l2"@}, "Lambda", [1e-4, 1e-2]@};
## r = nnreg_gridsearch (X / 16, y, grid, "LayerSizes", 32, "Epochs", 10)
## nnreg_plot (r)
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{X}, @var{y}
## As in @code{nnreg_fit}: also a table and the name of its response.  Medians and levels of a table
## are learned from the rows outside of each fold alone; which columns X has, all rows say.
## @item @var{grid}
## What to try: a cell @code{@{Name, values, Name, values, @dots{}@}} or a struct of names
## and values.  Names are options of @code{nnreg_fit}.  A numeric vector is a list of
## scalars; a cell is a list of values of any shape (@code{@{64, [64 64]@}} for
## @code{LayerSizes}).  Each combination is a candidate; the last name varies fastest.  With
## the penalty "none" @code{Lambda} is left out, and equal combinations are tried once.
## Or a list of settings, one for each candidate: a struct array or a cell of structs.  An empty
## grid @code{@{@}} cross-validates the one setting that the options give.
## @end table
##
## @strong{Options}
##
## All options of @code{nnreg_fit} that the grid does not vary.  If the grid gives an option to
## every candidate, it is an error here.  The options for validation are errors too, because the
## folds validate.
##
## @strong{Options: candidates}
##
## @table @asis
## @item @qcode{"NumSamples"} [all combinations, a million at most]
## Draw this number of candidates from the grid, as a Latin hypercube: each part of each axis
## is tried.  An axis may then be a range: a struct with @code{Range} ([low high]),
## @code{Scale} ("linear" or "log") and @code{Integer} (true for sizes and epochs).
## @item @qcode{"Halving"} [false]
## With true (or a factor above 1; true is 3) all candidates are trained for a few epochs; the best
## third by the mean score continues for three times as many, and so on.  The last candidates are
## trained for all @code{Epochs}; their scores are the same as without halving.  A linear model
## that an exact solver trains without epochs is at its optimum from the first round.
## @item @qcode{"WarmStart"} [false]
## Train candidates that differ only in Lambda one after the other, from the largest Lambda
## down.  Each starts from the previous one's weights in the same fold.
## @item @qcode{"Seed"} [0]
## The seed of the folds, the drawn candidates and each training.
## @end table
##
## @strong{Options: folds}
##
## @table @asis
## @item @qcode{"CV"} [3]
## The number of folds.  Classes have equal shares in each fold, so no class may have fewer
## samples than there are folds.  N, the number of rows, leaves out one at a time; then each class
## needs two.  Also:
##
## @itemize
## @item
## a share between 0 and 1: that part of the rows is held out once, and scored;
## @item
## @qcode{"forward"}: the rows are in order of time.  They are cut into six blocks; each but the
## first is a fold, whose training learns from the blocks before it alone;
## @item
## your own folds: a vector with the fold number 1, 2, @dots{} of each row, or a matrix with a
## column of them for each repeat.
## @end itemize
## @item @qcode{"CVGroups"} [none]
## The id of a group for each row: numbers, a cellstr or rows of char; of a table also the name of a
## column, which is then no predictor.  All rows of a group are in
## one fold: give it if several rows belong to one patient, customer or machine.  Folds are as even
## as whole groups allow, in each class too.  It goes with a number of folds or a share.
## @item @qcode{"CVTime"} [none]
## A time for each row: numbers, or texts with the year first, such as "2026-11-29"; of a table also
## the name of a column, which is then no predictor.  The folds go
## forward in time, as with @qcode{"forward"}, @code{CV} of them; a share holds the last rows out.
## Rows of one time stay together.
## @item @qcode{"Repeats"} [1]
## Repeat the cross-validation with new folds, at most 10000 times.
## @item @qcode{"Nested"} [0]
## With a number K of outer folds: repeat the whole search K times, each on the rows outside of one
## outer fold, and score its @code{Model} on the rows inside.  The mean estimates how well the
## choice of the search does on new data; @code{BestScore}, the best of many, is optimistic.  It
## takes about K times as long as the search.
## @end table
##
## @strong{Options: choice}
##
## @table @asis
## @item @qcode{"Score"} ["Accuracy", "RMSE"; of robust losses "MeanMAE"]
## What is measured on the fold left out, after the last epoch: a name, a function, or a cell of
## these; the first decides.  For classes: "Accuracy", "BalancedAccuracy", "AUC", "F1", "LogLoss",
## "Brier", "DataLoss", "MacroAUC", "MacroF1", "MacroPrecision", "MacroRecall" (and
## "Weighted@dots{}").  The "AUC" and "F1" of two classes are those of the second, of more classes
## the means.  For a regression: "RMSE", "MSE",
## "DataLoss", "MeanMAE", "MeanR2", "MeanRMSE".  @code{nnreg_metrics} defines them (an undefined
## precision counts as 0); "RMSE" is the root of the mean of MSE over the responses.  RMSE is
## computed in each fold and then averaged.  With one sample in each fold this average is the MAE:
## use "MSE" then; "MeanR2" and the AUC need more.  A function @code{@@(y, yhat, scores, weights)}
## may take fewer arguments; it returns a number, and a larger one is better.
## @item @qcode{"Select"} ["mean"]
## The choice of @code{BestIndex}: "mean", the best mean score; or "1se", the sparsest
## candidate within one standard error of it.
## @item @qcode{"Refit"} [true]
## Train the best candidate on all rows.
## @end table
##
## @strong{Options: output}
##
## @table @asis
## @item @qcode{"Verbose"} [1 at a terminal, else 0]
## At a terminal a line, overwritten, has the trainings that are done and about the time left.
## Elsewhere a line on stderr says it after five seconds and then every ten, unless you give 0.
## @item @qcode{"CSV"} [none]
## A file for the table and the scores of each fold.  If it cannot be written at the end (a full
## disk), a warning says so, and the result is returned.
## @item @qcode{"OutOfFold"} ["auto"]
## Return the predictions of the rows by trainings that did not learn from them.  With "auto", the
## field @code{OutOfFold} is empty if the trainings of the best candidate are not at hand: other
## processes or earlier calls did them, or all are too large to keep.  With true they are then
## trained again, without checkpoints, and the StudyDir keeps their predictions.  With false there
## is no such field.
## @item @qcode{"Curves"} [false]
## Keep the training curves (and validate after each epoch).
## @end table
##
## @strong{Options: how the work is done}
##
## @table @asis
## @item @qcode{"Threads"} [all cores]
## The number of trainings that run side by side, the longest first, each on one thread (the last
## trainings on several).  With other Executors: the number of threads in each process.
## @item @qcode{"StudyDir"} [none]
## A folder, new or empty, that keeps each finished training (a candidate in a fold) at once, and
## checkpoints of those that take longer than half a second (2% of the time at most).  After an
## interruption of any kind, the same call continues from there, in the middle of a training too.
## If the folder belongs to other data, other options or another version of nnreg, that is an error.
## Several processes that make the same call share the work.
## @end table
##
## @strong{Rare options: other processes and clusters}
##
## @table @asis
## @item @qcode{"Executor"} ["threads"]
## Who trains: "threads" of this process; "processes", several Octave processes on this machine; or
## "slurm", the tasks of a job array on a cluster (@code{sbatch}).  The last two need a
## @code{StudyDir} that all processes can reach; the data are written there once. After Ctrl-C or a
## lost connection the tasks on the cluster continue: make the same call again to wait for them.
## Processes on this machine end with Ctrl-C; if Octave itself is killed they finish their work, or
## @code{nnreg_gridsearch ("cancel", @var{dir})} ends them.  Shards that fail or reach a time limit
## are started again while there is progress: a training may take longer than the time limit.
## @item @qcode{"Shards"} [processes: all cores; slurm: 32, or what the cluster allows]
## The number of processes or tasks that share the work.  More tasks than the cluster allows in
## a job array (@code{MaxArraySize}) are an error.
## @item @qcode{"SlurmOptions"} [none]
## Options for @code{sbatch}: a row of characters that is split at blanks, such as
## @w{@code{"--partition=cpu --time=30 --mem=4G"}}, or a cell with one word in each element, such as
## @w{@code{@{"--time=30", "--comment=two words"@}}}.  No shell reads the words: @code{$}, @code{;}
## and @code{>} are letters.  @code{--array} and @code{--output} are nnreg's own.  Quotes,
## backslashes and newlines are errors in a row of characters; newlines also in a cell.
## @item @qcode{"Wait"} [true]
## With false, start the processes or tasks of the Executor, and return the status at once.
## @end table
##
## @strong{Output}
##
## A struct; without a semicolon it shows itself as a table, of many candidates the best.
##
## @table @code
## @item Results
## Struct array, one for each candidate: @code{Params} (its options), @code{FoldScores}
## (1-by-folds), @code{Mean}, @code{Std} (with the divisor folds - 1; NaN for one fold),
## @code{Zeros} (mean share of zero weights, as in the history of @code{nnreg_fit}), @code{Seconds}
## (of all its folds).  With several scores @code{Scores}, a field with the FoldScores of each; with
## halving @code{Epochs}, the number of epochs that it was trained for (NaN: to the optimum, without
## epochs); with Curves @code{Curves}, a
## history (as of @code{nnreg_fit}) for each fold.
## @item ScoreName
## The first score, which decides: "Accuracy", "RMSE" (in the units of y) @dots{}
## @item LargerIsBetter
## True if a larger score is better, for each score in its order.
## @item BestIndex, BestScore, BestParams
## The candidate with the best mean (of equal means the first), or the choice of @code{Select}.  As
## the best of many, BestScore is optimistic (see @code{Nested}).
## @item OneSEIndex
## The sparsest candidate whose mean is within one standard error of the best mean: Std / sqrt
## (folds) of the best candidate, repeats not counted.  Between equally sparse candidates the larger
## @code{Lambda} decides, then the better mean.
## @item Table
## The results as a struct of columns.
## @item Comparison
## The best candidate against each, fold by fold, as a struct of columns: @code{Difference} (the
## mean of the best one's scores less this one's), @code{StdError}, @code{Low}, @code{High} (95%),
## @code{Wins}.  Folds share training samples, so the variance of the J differences is multiplied by
## 1/J + n_test/n_train (Nadeau and Bengio, 2003), with J - 1 degrees of freedom.  NaN for one fold.
## @item Folds
## N-by-repeats, the fold of each row whose weight is not 0; 0 if it is never held out.
## @item OutOfFold
## The predictions of the best candidate for these N rows, each by the training of the fold that the
## row is in, which did not learn from it.  A struct: @code{Scores} (N-by-K probabilities, or N-by-R
## responses in the units of y; with repeats their mean; NaN for rows that are never held out),
## @code{Y} (the truth), @code{Fold} (as Folds), @code{Rows} (row numbers of X), @code{Weights} ([]
## for all equal) and @code{ClassNames}.  ROC curves, residuals, @code{nnreg_threshold},
## @code{nnreg_calibrate} and @code{nnreg_conformal} can be based on them.  With repeats
## @code{FirstScores} has for each row what the first of its trainings predicts: the mean of several
## is better than the one model that is used later, so these three functions take FirstScores.
## @item Nested
## With Nested a struct: @code{FoldScores} (1-by-K, of the first score), their @code{Mean},
## @code{StdError} (the deviation divided by sqrt (K)), the outer @code{Folds} (N-by-1), and
## @code{Chosen} (a cell with the BestParams of each).
## @item Model
## The best candidate trained on all rows (with @code{Refit}).  Functions that take a model, such as
## @code{nnreg_predict}, take the whole result too and use this field.
## @end table
##
## The means and scales of @code{Standardize} and @code{StandardizeY} come from the rows outside of
## each fold; all rows decide what "auto" means.  If a fold's training diverges, its score is NaN,
## and so is the candidate's mean.  Results (except Seconds, and an OutOfFold that is left empty)
## are the same to the last bit for any number of threads, any Executor, and after any interruption.
##
## @strong{Studies}
##
## @table @asis
## @item @qcode{"status"}
## prints (or returns) how far a study has come: @code{Done} of @code{Jobs} trainings,
## @code{Begun} (those that have a checkpoint), @code{Complete}, @code{Cancelled}, and on a cluster
## the @code{Tasks} (names of its jobs) with the shards that are @code{Running} and @code{Waiting};
## if they ended before the study was complete, @code{LastWords} says why.
## @item @qcode{"collect"}
## returns the result of a complete study from its folder alone, with the options @code{Refit},
## @code{Select}, @code{Threads} and @code{CSV}.  It needs the data, which Executors other than
## "threads" leave in the folder.
## @item @qcode{"cancel"}
## ends the work on a study and prints (or returns) its status, with @code{CancelledJobs}, the
## names of the jobs that it ended on a cluster.  What is finished is kept; the search's own call
## continues it.
## @item @qcode{"work"}
## makes this process work on a study until it is complete, for example on another machine.
## @item @qcode{"table"}, @qcode{"csv"}
## print and write the table of a result.
## @end table
##
## @strong{Errors}: @code{nnreg:badArgument} (options, grid, a StudyDir of another search),
## @code{nnreg:badData}, @code{nnreg:badFile} (a StudyDir that cannot be written or that another
## version made), @code{nnreg:executor} (processes or SLURM that do not work),
## @code{nnreg:incomplete} ("collect" too early), @code{nnreg:cancelled}, @code{nnreg:diverged}
## (every candidate).  The warning @code{nnreg:notConverged} says how many linear models did not
## reach their Tolerance.  The warnings of @code{nnreg_fit} about the result are about @code{Model}.
##
## @strong{Draw twenty candidates; the best third continues each time}
##
## @example
## @group
## [X, y] = nnreg_digits ();
## lambdas = struct ("Range", [1e-5 1e-1], "Scale", "log");
## grid = @{"Lambda", lambdas, "LayerSizes", @{32, 64@}@};
## r = nnreg_gridsearch (X / 16, y, grid, "Penalty", "l1", ...
##                       "NumSamples", 20, "Epochs", 9, ...
##                       "Halving", true, "Verbose", 0);
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
      found = nnr.search.command (X, args);
    elseif (nargin < 3)
      print_usage ();
    elseif (ischar (grid))
      error ('nnreg:badArgument', ['the third argument is the grid, such as {"Lambda", ' ...
                                   '[1e-3 1e-2]}, got %s'], nnr.words.show_value (grid));
    else
      found = {nnr.search.run(X, y, grid, varargin)};
    end
    if (! isempty (found))
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

%!error <Invalid call> nnreg_gridsearch (1, 2)
