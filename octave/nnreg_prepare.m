## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {[@var{X}, @var{y}, @var{names}] =} nnreg_prepare (@var{T}, @var{response})
## @deftypefnx {} {[@var{X}, @var{y}, @var{names}, @var{recipe}] =} nnreg_prepare (@dots{})
## @deftypefnx {} {[@dots{}] =} nnreg_prepare (@dots{}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {[@dots{}] =} nnreg_prepare (@var{T})
## @deftypefnx {} {[@var{X}, @var{y}, @var{names}] =} nnreg_prepare (@var{model}, @var{T})
## @deftypefnx {} {} nnreg_prepare (@dots{})
## Show how a table becomes a matrix, and make it.
##
## @example
## @group
## T.age = [31; 47; NaN; 5];  T.city = @{"Rome"; "Bonn"; "Rome"; ""@};
## T.buys = [true; false; true; true];
## nnreg_prepare (T, "buys")
## @end group
## @end example
##
## All functions of nnreg that take an X take a table, and prepare it in this way themselves.  This
## one is for a look at the preparation, and for those who want the matrix.  Without an output
## argument it prints a table of the columns and returns nothing: the matrix would fill the screen.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{T}
## A table of N rows.  A struct with a column in each field: N-by-1 numbers (NaN for a gap),
## logicals, or a cellstr (an empty text for a gap); or a cell whose first row has the names, as
## @code{csv2cell} of the package io returns it; or an object of the class @code{table}.
## @item @var{response}
## The name of a column (or a cellstr of several, numbers) that is no input, or the responses
## themselves.  Rows without a response are left out.  If it is left out, all columns are inputs.
## @item @var{model}
## A model that was trained on a table (of a search its @code{Model}, of a path its
## @code{ModelMin}), or the @var{recipe} of an earlier call: @var{T} are then new rows, prepared as
## those were.  Without @var{T} the recipe is printed.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"Predictors"} [all columns but the response]
## Names of the columns that are inputs, a cellstr.
## @item @qcode{"Weights"}
## N weights of the rows, for the medians, or the name of a column, which is then no predictor.  A
## row of weight 0 is not there; others are counted once where rows are counted.
## @end table
##
## @strong{The preparation}
##
## A level, or the gaps of a column, is @emph{rare} if it has fewer rows than a hundredth of all;
## ten are always enough.
##
## @table @asis
## @item Numbers
## stay as they are; gaps become the median.  If the gaps are not rare, a second column of X, "NAME
## (gap)", has 1 where one was.
## @item Texts and logicals
## become one column of zeros and ones for each level, "NAME=LEVEL".  Rare levels share the column
## "NAME (other)", if together they are not rare, and else have zeros.  At most 100 levels have a
## column, the most frequent ones.  Gaps have the column "NAME (gap)", or are a rare level.
## @item Left out, with a warning
## are columns of one value, those without values, and texts of which nine tenths are different,
## such as names.  Dates as texts stay, with the warning @code{nnreg:dates}; so do numbers of
## customers or rows (PassengerId), with the warning @code{nnreg:ids}.
## @end table
##
## @noindent
## In new rows columns are found by name, in any order, and others are ignored.  A missing column,
## or one of another kind, is an error.  A text that the training did not have counts as "other"
## (zeros if there is no such column), with the warning @code{nnreg:newLevel}; gaps are filled, with
## the warning @code{nnreg:newGap} if the training had none in that column.
##
## Training standardises X by default (@qcode{"Standardize"}), also its zeros and ones.  All columns
## of X that come from one column of T are one input for the penalty "group", for
## @code{nnreg_path} that drops inputs, @code{nnreg_importance} and @code{nnreg_sparsity}.  Searches
## and paths learn medians and levels from the rows outside of each fold alone.
##
## @strong{Outputs}
##
## @table @asis
## @item @var{X}
## N-by-D doubles, not standardised.
## @item @var{y}
## The response of the rows of X, in the user's class; [] if there is none.
## @item @var{names}
## The names of the columns of X, a cellstr row.
## @item @var{recipe}
## The preparation, a plain struct, as in @code{model.Preparation}.
## @end table
##
## @strong{The matrix}
##
## @example
## @group
## T.age = [31; 47; NaN; 5];
## T.city = @{"Rome"; "Bonn"; "Rome"; ""@};
## T.buys = [true; false; true; true];
## [X, y, names] = nnreg_prepare (T, "buys");
## printf ("%s|", names@{:@})
##      @print{} age|age (gap)|city=Bonn|city=Rome|city (gap)|
## X
##      @print{} X =
##      @print{}    31    0    0    1    0
##      @print{}    47    0    1    0    0
##      @print{}    31    1    0    1    0
##      @print{}     5    0    0    0    1
## @end group
## @end example
##
## @seealso{nnreg_fit, nnreg_predict}
## @end deftypefn

function [X, y, names, recipe] = nnreg_prepare (varargin)
  try
    if (nargin == 0)
      print_usage ();
    end
    recipe = given_recipe (varargin{1});
    if (isempty (recipe))
      [X, y, recipe] = from_table (varargin{:});
    elseif (nargin == 1)
      refuse_outputs (nargout);
    elseif (nargin == 2)
      [X, y] = prepared (recipe, varargin{2});
    else
      error ('nnreg:badArgument', 'with a MODEL the only other argument is the table of new rows');
    end
    names = nnr.table.column_names (recipe);
    if (nargout == 0)           # prints: X, the first output, would fill the screen
      nnr.table.print (recipe);
      clear -variables X
    end
  catch err
    nnr.words.raise ('nnreg_prepare', err);
  end
end

## That of a model, or a recipe itself; [] for a table.
function recipe = given_recipe (x)
  recipe = [];
  if (! (isstruct (x) && isscalar (x)))
    return
  elseif (nnr.model.is_result (x, {'path', 'search', 'sparsified network'}) ...
          || nnr.table.is_model (x))
    x = nnr.model.given ('MODEL', x);
    if (! isfield (x, 'Preparation'))
      error ('nnreg:badArgument', 'MODEL was trained on a matrix and has no preparation');
    end
    recipe = x.Preparation;
  elseif (all (isfield (x, {'Source', 'Columns', 'LeftOut'})) && isstruct (x.Columns))
    fault = nnr.table.fault (x, []);
    if (! isempty (fault))
      error ('nnreg:badArgument', 'RECIPE does not hold together: %s', fault);
    end
    recipe = x;
  end
end

function refuse_outputs (count)
  if (count > 0)
    error ('nnreg:badArgument', 'the table of new rows is missing');
  end
end

function [X, y, recipe] = from_table (T, varargin)
  [args, y, none] = deal (varargin, [], true);
  if (! nnr.table.is_table (T))
    error ('nnreg:badArgument', 'T must be a table or a model, got %s', nnr.words.show_value (T));
  elseif (mod (numel (args), 2) == 1)
    [y, args, none] = deal (args{1}, args(2:end), false);
  end
  defaults = nnr.options.defaults ('cost');
  given = struct ('Predictors', {{}}, 'Weights', []);
  given = nnr.args.parse_options (given, args);
  [defaults.Predictors, defaults.Weights] = deal (given.Predictors, given.Weights);
  s = nnr.options.settings ({defaults});
  if (none)
    T = nnr.table.read ('T', T);
    y = false (T.NumRows, 1);           # stands for a response
  end
  [X, y, s] = nnr.train.open_data (T, y, s);
  if (none)
    y = [];
  end
  recipe = s.Table.Recipe;
end

function [X, y] = prepared (recipe, X)
  y = [];
  if (strcmp (recipe.Source, 'matrix'))
    X = nnr.table.new_rows (recipe, nnr.table.of_matrix (X, {recipe.Columns.Name}), 'X');
    return
  end
  if (! nnr.table.is_table (X))
    error ('nnreg:badArgument', 'MODEL was trained on a table: T must be a table too, got %s', ...
           nnr.words.show_value (X));
  end
  T = nnr.table.read ('T', X);
  X = nnr.table.new_rows (recipe, T, 'T');
  if (! isempty (recipe.Response) && all (ismember (recipe.Response, T.Names)))
    names = recipe.Response;
    if (isscalar (names))
      names = names{1};
    end
    y = nnr.table.response (T, names);
  end
end

%!error <Invalid call> nnreg_prepare ()
%!error <nnreg_prepare: T must be a table or a model, got a 2x2 double matrix>
%! nnreg_prepare ([1 2; 3 4]);
%!error <nnreg_prepare: MODEL was trained on a table: T must be a table too, got \[1 2\]>
%! T = struct ("a", [1; 2; 3; 4], "y", [1; 1; 2; 2]);
%! nnreg_prepare (nnreg_fit (T, "y", "Epochs", 1, "Verbose", 0), [1, 2]);
%!error <nnreg_prepare: the response: the table has no column "z"; its columns are a, b>
%! nnreg_prepare (struct ("a", [1; 2], "b", [3; 4]), "z");
%!error <nnreg_prepare: unknown option "Predictor"; did you mean "Predictors"\?>
%! nnreg_prepare (struct ("a", [1; 2], "b", [3; 4]), "b", "Predictor", "a");
