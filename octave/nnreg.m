## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {} nnreg ()
## Small neural networks with L1 and L2 penalties: the functions by purpose.
##
## Four lines to begin with:
##
## @example
## @group
## [X, y] = nnreg_digits ();
## l1 = nnreg_fit (X / 16, y, "Penalty", "l1", "Lambda", 1e-3)
## l2 = nnreg_fit (X / 16, y, "Penalty", "l2", "Lambda", 1e-3)
## nnreg_plot (l1, l2)
## @end group
## @end example
##
## Each row of @code{X} is an image of 8 by 8 pixels from 0 to 16, @code{y} has
## its digit.  The picture shows the weights of the first layer: with L1 most
## are exactly zero, with L2 none is.  In each step L1 takes the same amount
## from a weight, however small it is, so that it arrives at zero and stays
## there.  L2 takes a share of the weight: the smaller it is, the less.
## @code{nnreg_sparsity (l1)} says which pixels are left.
## @code{nnreg_example ("tutorial")} follows a single weight step by step,
## with questions and answers.
##
## Models, searches and measurements are structs.  Without a semicolon they show
## themselves as tables: @code{nnreg_evaluate (l1, X / 16, y)}
##
## @code{help nnreg_fit} shows the help of one function:
##
## @example
## @group
## Train and predict
##   nnreg_fit         trains a network or a linear model
##   nnreg_predict     predicts labels, probabilities or responses
##   nnreg_evaluate    measures a model on data
##   nnreg_metrics     compares predictions with the truth
## @end group
##
## @group
## Choose
##   nnreg_split       splits rows into training and test parts
##   nnreg_gridsearch  searches over options by cross-validation
##   nnreg_path        follows lambda, or drops inputs
##   nnreg_learningcurve  shows whether more rows would help
##   nnreg_sparsify    finds the smallest network
## @end group
##
## @group
## Decide
##   nnreg_threshold   chooses from which score on to say yes
##   nnreg_calibrate   makes scores agree with frequencies
##   nnreg_conformal   prepares prediction intervals
## @end group
##
## @group
## Look inside
##   nnreg_summary     shows layers, parameters and options
##   nnreg_coef        returns coefficients of a linear model
##   nnreg_sparsity    shows zeros, live units, selected inputs
##   nnreg_importance  shows the loss with one input shuffled
##   nnreg_partialdependence  shows predictions by an input
##   nnreg_compact     removes dead inputs and units
##   nnreg_plot        draws models, histories, searches, paths
## @end group
##
## @group
## Take elsewhere
##   nnreg_export      writes a model as JSON, ONNX or C
##   nnreg_import      reads a model in JSON
## @end group
##
## @group
## Learn
##   nnreg_cost        returns the objective and its gradient
##   nnreg_checkgrad   compares a gradient with differences
## @end group
##
## @group
## Data and information
##   nnreg_prepare     shows how a table becomes a matrix
##   nnreg_digits      loads 1797 handwritten digits
##   nnreg_mnist       loads or downloads MNIST
##   nnreg_readidx     reads any IDX file
##   nnreg_readtable   reads a CSV file, column by column
##   nnreg_example     opens tutorial, examples and manual
##   nnreg_info        prints what a bug report needs
##   nnreg_selftest    checks an installation in seconds
## @end group
## @end example
##
## @code{nnreg_example} lists the tutorial, the examples and the manual's
## chapters, and opens them.
## @end deftypefn

## pkg load runs these lines. (A newline at the end of a warning leaves the call stack out.)
## PKG_ADD: if (! isempty (nnr.core.missing ()))
## PKG_ADD:   warning ('nnreg:otherOctave', "%s\n", nnr.core.missing ());
## PKG_ADD: elseif (! isempty (nnr.show.missing ()))
## PKG_ADD:   warning ('nnreg:shown', "%s\n", nnr.show.missing ());
## PKG_ADD: end

function nnreg ()
  text = get_help_text ('nnreg');
  text = regexprep (text, '^ *(-\*- texinfo|@(deftypefn|end|example|group)).*\n', '', ...
                    'lineanchors', 'dotexceptnewline');
  text = regexprep (text, '@\w+\{([^{}]*)\}', '$1');
  text = regexprep (text, '^ ', '', 'lineanchors');
  printf ("%s\n", strtrim (regexprep (text, '\n{3,}', "\n\n")));
end

%!test
%! # no Texinfo is left, and nothing is wider than a terminal
%! text = evalc ("nnreg");
%! assert (isempty (regexp (text, '[@{}]|\n\n\n', "once")), text);
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) < 80);
%! tutorial = regexp (text, 'nnreg_example \("(\w+)"\)', "tokens", "once"){1};
%! assert (exist (nnreg_example (tutorial), "file"), 2);
%!test
%! # help and nnreg list every public function
%! files = dir (fullfile (fileparts (which ("nnreg_fit")), "nnreg_*.m"));
%! [~, names] = cellfun (@fileparts, {files.name}, "UniformOutput", false);
%! for text = {evalc("nnreg"), evalc("help nnreg")}
%!   found = regexp (text{1}, '^ +(nnreg_\w+)  ', "tokens", "lineanchors");
%!   assert (sort ([found{:}]), sort (names));
%! end
%!test
%! # the lines to begin with run
%! text = evalc ("nnreg");
%! lines = regexp (text, 'begin with:\n\n(.*?)\n\n', "tokens", "once"){1};
%! assert (numel (strsplit (lines, "\n")), 4);
%! visible = get (groot (), "defaultfigurevisible");
%! guard = onCleanup (@() set (groot (), "defaultfigurevisible", visible));
%! set (groot (), "defaultfigurevisible", "off");
%! before = get (groot (), "children");
%! printed = evalc (lines);
%! assert (numel (strfind (printed, "Classification, network 64-100-10")), 2, printed);
%! drawn = setdiff (get (groot (), "children"), before);
%! assert (numel (findobj (drawn, "type", "axes")), 2);
%! close (drawn);
%! # and what the text says of the picture is so
%! assert (mean (l1.Weights{1}(:) == 0) > 0.5);
%! assert (all (l2.Weights{1}(:)));
%!error <called with too many inputs> nnreg (1)
