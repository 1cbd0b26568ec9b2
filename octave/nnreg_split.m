## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {[@var{train}, @var{test}] =} nnreg_split (@var{T}, @var{response})
## @deftypefnx {} {[@var{Xtrain}, @var{Xtest}, @var{ytrain}, @var{ytest}] =} nnreg_split (X, y)
## @deftypefnx {} {[@dots{}, @var{itrain}, @var{itest}] =} nnreg_split (@dots{})
## @deftypefnx {} {[@dots{}] =} nnreg_split (@dots{}, @var{Name}, @var{Value}, @dots{})
## Split rows into a part to train on and a part to test with.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## [Xtrain, Xtest, ytrain, ytest] = nnreg_split (X, y, "HoldOut", 0.2);
## printf ("%d to train on, %d to test\n", rows (Xtrain), rows (Xtest))
##      @print{} 1438 to train on, 359 to test
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{T}, @var{response}
## A table: a struct with a field for each column, each with N rows (numbers, logicals or a
## cellstr), or another table that @code{nnreg_fit} takes; and the name of the column that is to be
## predicted, which may be left out.
## @item @var{X}, @var{y}
## N-by-D, a sample in each row, and the labels or responses as in @code{nnreg_fit}.  Without
## @var{y} the outputs are @code{[train, test, itrain, itest]}.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"HoldOut"} [0.25]
## The test part: a share of the rows between 0 and 1, or a number of rows.
## @item @qcode{"Stratify"} [@qcode{"auto"}]
## With true each class of the response gives its share to the test part, but keeps a row to train
## on.  @qcode{"auto"} does so if the response has classes: texts, logicals, or at most 20
## different whole numbers, and not more classes than half of the rows.
## @item @qcode{"Groups"} [none]
## The id of a group for each row (numbers, a cellstr or rows of char), or the name of a column of
## @var{T}.  All rows of a group are in one part: give it if several rows belong to one patient,
## customer or machine.  The parts have about the shares asked for, of each class too.
## @item @qcode{"Time"} [none]
## A time for each row (numbers, or texts with the year first, such as "2026-11-29"), or the name of
## a column of @var{T}.  The last rows are the test part; rows of one time stay together.  For rows
## that are in order of time give @code{1:rows (X)}.
## @item @qcode{"Seed"} [0]
## The seed of the random choice: the same rows for the same seed, whatever else happens.
## @end table
##
## @strong{Outputs}
##
## The parts, with the rows in their order, in pairs as in train_test_split of scikit-learn: those
## of the table, or of @var{X} and then of @var{y}; then @var{itrain} and @var{itest}, the numbers
## of the rows, with which you can split anything else, such as weights.
##
## If a class has rows in one part alone, a warning (@code{nnreg:labels}) names it.
##
## @strong{A table, where the rows of a customer stay together}
##
## @example
## @group
## T.customer = @{"ann"; "ann"; "bob"; "cy"; "cy"; "dan"; "eve"; "eve"@};
## T.visits = [3; 4; 1; 9; 8; 2; 5; 6];
## T.churn = @{"no"; "no"; "yes"; "no"; "no"; "yes"; "yes"; "yes"@};
## [train, test] = nnreg_split (T, "churn", "Groups", "customer", ...
##                              "HoldOut", 0.4);
## disp (intersect (train.customer, test.customer))
##      @print{} @{@}(0x1)
## @end group
## @end example
##
## @seealso{nnreg_fit, nnreg_evaluate, nnreg_gridsearch}
## @end deftypefn

function varargout = nnreg_split (data, varargin)
  try
    if (nargin < 1)
      print_usage ();
    end
    parts = nnr.folds.split (data, varargin);
    most = numel (parts);
    if (nargout > most)
      error ('nnreg:badArgument', 'there are %d outputs at most here, got %d', most, nargout);
    end
    varargout = parts(1:max (nargout, 1));
  catch err
    nnr.words.raise ('nnreg_split', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! [Xtrain, Xtest, ytrain, ytest] = nnreg_split (X / 16, y, "HoldOut", 0.2);
%! nnreg_evaluate (nnreg_fit (Xtrain, ytrain, "Verbose", 0), Xtest, ytest)

%!shared T
%! T = struct ("id", {repelem(1:20, 5).'}, "y", {repmat({"no"; "no"; "no"; "yes"}, 25, 1)}, ...
%!             "day", {cellstr(datestr (7e5 + (100:-1:1).', "yyyy-mm-dd"))}, "z", {(1:100).'});
%!test # each class gives its share, every row is in one part, in its order
%! [train, test, i, j] = nnreg_split (T, "y", "HoldOut", 0.2);
%! assert (sort ([i; j]), (1:100).');
%! assert ({train.z, test.z}, {i, j});
%! assert ([nnz(strcmp (test.y, "yes")), numel(test.y)], [5, 20]);
%! assert (isequal (test, nthargout (2, @nnreg_split, T, "y", "HoldOut", 20)));
%! assert (! isequal (test, nthargout (2, @nnreg_split, T, "y", "HoldOut", 20, "Seed", 1)));
%!test # the cell of csv2cell
%! C = [fieldnames(T).'; num2cell(T.id), T.y, T.day, num2cell(T.z)];
%! [train, test, i, j] = nnreg_split (C, "y", "Groups", "id");
%! [~, ~, want] = nnreg_split (T, "y", "Groups", "id");
%! assert ({i, train, test}, {want, C([1; i + 1],:), C([1; j + 1],:)});
%!test # groups stay whole
%! for seed = 0:5
%!   [train, test] = nnreg_split (T, "y", "Groups", "id", "HoldOut", 0.3, "Seed", seed);
%!   assert (isempty (intersect (train.id, test.id)));
%!   assert (abs (numel (test.id) - 30) <= 5);
%! end
%!test # the last rows by time; here the table runs backwards
%! [train, test] = nnreg_split (T, "Time", "day", "HoldOut", 0.1);
%! assert (test.z, (1:10).');
%!test # matrices, with and without y; sparse, char rows, one-hot
%! X = sparse (T.z);
%! [a, b, ya, yb, i, j] = nnreg_split (X, char (T.y));
%! assert (issparse (a) && ischar (ya));
%! assert ({full(a), cellstr(yb)}, {i, T.y(j)});
%! assert (numel (j), 25);
%! [a, b, i, j] = nnreg_split (X);
%! assert (full (b), j);
%! onehot = [strcmp(T.y, "no"), strcmp(T.y, "yes")];
%! [~, ~, ~, yb] = nnreg_split (X, onehot, "HoldOut", 0.2);
%! assert (sum (yb), [15, 5]);
%!test # a regression has no strata; with "Stratify", false there are none either
%! y = repmat ([0; 0; 0; 1], 25, 1);
%! counts = zeros (1, 30);
%! for seed = 1:30
%!   [~, ~, ~, yb] = nnreg_split (T.z, y, "HoldOut", 20, "Stratify", false, "Seed", seed);
%!   counts(seed) = sum (yb);
%! end
%! assert (numel (unique (counts)) > 3);
%!warning <nnreg_split: class b has no row in the test part, its 1 row is in the other>
%! nnreg_split ((1:9).', {"a"; "a"; "a"; "a"; "a"; "a"; "a"; "a"; "b"});
%!warning <nnreg_split: class 1 has no row in the train part, its 1 row is in the other>
%! nnreg_split ((1:9).', [0; 0; 0; 0; 0; 0; 0; 0; 1], "Time", 1:9);
%!warning <nnreg_split: Seed does nothing here: the last rows by Time are held out>
%! nnreg_split ((1:9).', "Time", 1:9, "Seed", 2);
%!error <Invalid call> nnreg_split ()
%!error <nnreg_split: HoldOut must be a share .* between 0 and 1, or a number of rows, got 1.5>
%! nnreg_split (T, "HoldOut", 1.5)
%!error <nnreg_split: HoldOut 0.001 of 100 rows leaves none to test with>
%! nnreg_split (T, "HoldOut", 0.001)
%!error <nnreg_split: HoldOut 100 of 100 rows leaves none to train on>
%! nnreg_split (T, "HoldOut", 100)
%!error <nnreg_split: the response must be a column of the table, which has no "Y".*"y">
%! nnreg_split (T, "Y")
%!error <nnreg_split: Groups must be a column of the table, which has no "who">
%! nnreg_split (T, "Groups", "who")
%!error <nnreg_split: column "b" of the table has 3 rows, but column "a" has 2>
%! nnreg_split (struct ("a", [1; 2], "b", [1; 2; 3]))
%!error <nnreg_split: y must have a row for each of the 4 rows of X, got \[1; 2\]>
%! nnreg_split ((1:4).', [1; 2])
%!error <nnreg_split: give Groups or Time, not both: .*>
%! nnreg_split (T, "Groups", "id", "Time", "day")
%!error <nnreg_split: Stratify needs a response with classes: y is missing, or has too many>
%! nnreg_split ((1:50).', (1:50).', "Stratify", true)
%!error <nnreg_split: Stratify must be true, false or "auto", got "yes">
%! nnreg_split (T, "y", "Stratify", "yes")
%!error <nnreg_split: Stratify has no place beside Time: the last rows .*>
%! nnreg_split (T, "y", "Stratify", true, "Time", "day")
%!error <nnreg_split: unknown option "Holdot".*"HoldOut"> nnreg_split (T, "Holdot", 0.2)
%!error <nnreg_split: T must be a matrix or a table; a cell is a table if .*, got a 2x1 cell>
%! nnreg_split ({1; 2})
%!error <nnreg_split: two rows at least are needed to split, got 1> nnreg_split (1)
%!error <nnreg_split: all rows belong to one group, which cannot be divided>
%! nnreg_split ((1:4).', "Groups", [1; 1; 1; 1])
%!error <nnreg_split: all rows have the same time, so none is later than others>
%! nnreg_split ((1:4).', "Time", [1; 1; 1; 1])
%!error <nnreg_split: there are 4 outputs at most here, got 5> [a, b, c, d, e] = nnreg_split (T);
