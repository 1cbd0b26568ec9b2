## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {} nnreg_export (@var{model}, @var{file})
## @deftypefnx {} {} nnreg_export (@var{model}, @var{file}, "Python", @var{program})
## Write a model as JSON, ONNX or C, for programs other than Octave.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## file = [tempname() ".json"];
## nnreg_export (nnreg_fit (X / 16, y), file)
## fileread (file)(1:60), delete (file)
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## Of a search the @code{Model} is taken, of a path the @code{ModelMin} (or
## give its @code{Model1SE}).
## @item @var{file}
## A name that ends in @file{.json}, @file{.onnx} or @file{.c}.  An older file of that name is
## replaced whole or not at all and keeps its mode; a read-only one is an error.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"Python"} [@qcode{"python3"}]
## The Python program that writes ONNX.  It needs the package onnx (on Debian @samp{apt-get
## install python3-onnx}, elsewhere @samp{python3 -m pip install onnx}).  JSON and C need no Python.
## @end table
##
## @strong{JSON}
##
## One object.  Numbers have all their digits, so a reader gets the same bits.
##
## @table @code
## @item format, version, task, precision
## @qcode{"nnreg model"}, @code{model.Version}, @qcode{"classification"} or
## @qcode{"regression"}, @qcode{"single"} or @qcode{"double"}.
## @item num_inputs, inputs
## How many columns X has, and which of them the network reads, counted from 0.
## @item input_mean, input_scale
## The network reads (x - mean) / scale.  Empty if the inputs are not standardised.
## @item layers
## A list of objects with @code{weights} (a list of rows, one for each unit), @code{biases},
## @code{activation} (a name as in @code{nnreg_fit}; of the last layer @qcode{"softmax"}, or
## @qcode{"none"} for a regression) and @code{onnx} (the ONNX operator of a hidden layer's
## activation; empty for @qcode{"none"}, and for the last layer).  A layer's output is
## activation (W * h + b).
## @item class_names
## Classification: the class of each score.
## @item temperature
## Of a model of @code{nnreg_calibrate}: what goes into the softmax is divided by it first.
## @item threshold, positive_class, threshold_rule
## Of a model of @code{nnreg_threshold}: the label is the class @code{positive_class}, counted from
## 0, if its score is at least @code{threshold}, else the other class; and how the cut was chosen.
## @item response_mean, response_scale
## Regression: y = output * scale + mean.
## @item loss, huber_delta
## Regression: the Loss of the training, and of "huber" its threshold in the units of y.
## @item residuals
## Of a model of @code{nnreg_conformal}: for each response the sorted absolute residuals.
## @item class_type, class_width
## The class of @code{model.ClassNames}; of rows of char their width.
## @item feature_names, penalty, intercept
## A list of names, which may be empty (names that are not UTF-8 are read as Latin-1, and a warning
## says so, also for class_names); lambda1 and lambda2 of each layer, lambda_group, and the factors
## (-1 for Inf) and groups of the columns of X; true or false.
## @item preparation
## Of a model that was trained on a table: how its columns become those of X, whose names are
## feature_names.  @code{source}, @code{response}, @code{num_rows}; @code{columns}, in their order
## in X, each with @code{name}, @code{kind} and @code{gaps} (their number in the training).  A
## "number" has @code{fill} and @code{indicator} (whether the next column of X has 1 for a gap; of
## the source "matrix" these columns come last), other kinds @code{levels} (a column of X each, in
## this order), @code{counts}, @code{rare} (the other texts), @code{other} and @code{gap} (whether
## further columns of X are for them); @code{left_out}.
## @item training
## What @code{nnreg_summary} says of the training: @code{num_rows}; @code{shares} of the classes, or
## the @code{deviation} of each response (the RMSE of its mean, or for a robust loss the MAE of its
## median); @code{warnings}, each with @code{identifier} and @code{text}.
## @end table
##
## @strong{ONNX}
##
## The graph uses operators of opset 13.  Its input @code{X} is N-by-D, float, or double for a
## model in double.  As floats, columns with a large mean and a small spread lose digits.
## The outputs of a classification are @code{label} (integers, numbers or strings) and
## @code{scores} (N-by-K); a regression has the output @code{y} (N-by-R, double).  The graph
## includes the standardisation, the choice of columns by @code{nnreg_compact}, the temperature and
## the threshold, but neither residuals nor the preparation of a table: X is the matrix of
## @code{nnreg_prepare}.  The metadata have its columns' names, @code{feature_names}, and
## @code{preparation}, as JSON.
##
## Names are in the metadata of the file: @code{task}, and @code{feature_names} and (of a
## classification) @code{class_names} as the lists of the JSON.  In Python,
## @samp{json.loads (session.get_modelmeta ().custom_metadata_map["class_names"])} gives the class
## of each column of @code{scores}.
##
## @strong{C}
##
## One file of C99, which gcc and clang compile without a warning.  It needs the C library alone
## (of @file{math.h} exp, tanh), takes no memory from the heap and has no variables, so threads may
## share it.  It has the weights that are not zero, without dead inputs and units
## (@code{nnreg_compact}), in the precision of the model.  All numbers are read back to the same
## bits.  The comment at its top says how many bytes the constants and the local arrays take, how
## many multiplications, divisions and calls of exp or tanh a row takes, and which columns of X the
## network reads, with their names.  Of a file @file{model.c} the functions are
##
## @table @code
## @item int model_class (const double *x)
## The number of the class, from 0.  x is one row of X, with all D columns; the file standardises
## it.  Values must be finite: nothing is checked.
## @item int model_scores (const double *x, double *scores)
## The same, and the probabilities of the classes.
## @item const char *const model_class_names[]
## The name of each class.
## @item void model_predict (const double *x, double *y)
## Of a regression instead of these: the responses, in the user's units.
## @end table
##
## @noindent
## The names begin with that of the file; what no identifier may have becomes @samp{_}, and
## @samp{model_} comes first if it does not begin with a letter.  Thresholds and temperatures count;
## residuals and the preparation of a table are left out, as of ONNX.  Compiled with
## @samp{-DMODEL_X=float} (or unsigned char, ...; in capitals the file's name) the functions take x
## in this type.  Outputs differ from those of @code{nnreg_predict} by rounding only.
##
## @seealso{nnreg_import, nnreg_summary, nnreg_compact, nnreg_predict}
## @end deftypefn

function nnreg_export (model, file, varargin)
  try
    if (nargin < 2)
      print_usage ();
    end
    model = nnr.model.given ('MODEL', model);
    opts = nnr.args.parse_options (struct ('Python', 'python3'), varargin);
    nnr.model.export (model, file, opts.Python);
  catch err
    nnr.words.raise ('nnreg_export', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X / 16, y, "LayerSizes", 4, "Penalty", "l1", "Lambda", 1e-2, "Verbose", 0);
%! file = [tempname() ".json"];
%! nnreg_export (nnreg_compact (model), file);
%! disp (fileread (file)(1:400));
%! delete (file);

%!error <Invalid call> nnreg_export (1)
%!error <nnreg_export: MODEL must be a struct made by nnreg_fit, got 1> nnreg_export (1, "a.json")
