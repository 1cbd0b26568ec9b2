## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {} nnreg_plot (@var{x})
## @deftypefnx {} {} nnreg_plot (@var{x}, @var{kind})
## @deftypefnx {} {} nnreg_plot (@var{x}, @dots{}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {} nnreg_plot (@var{model1}, @var{model2}, @dots{})
## @deftypefnx {} {} nnreg_plot (@var{ax}, @dots{})
## @deftypefnx {} {@var{h} =} nnreg_plot (@dots{})
## Draw a model, a training, metrics, a partial dependence, a search or a path.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## l1 = nnreg_fit (X / 16, y, "Penalty", "l1", "Lambda", 1e-3);
## l2 = nnreg_fit (X / 16, y, "Penalty", "l2", "Lambda", 1e-3);
## nnreg_plot (l1, l2)
## @end group
## @end example
##
## @strong{Input}
##
## @table @asis
## @item @var{ax}
## Axes, a figure or a uipanel to draw in.  Without it the picture goes into the current axes, as
## that of @code{plot} does, or into a new figure if there is none.
## @item @var{x}
## One of: a model, or a cell of models (of searches and paths in it the @code{Model} or
## @code{ModelMin}); the history that @code{nnreg_fit} returns; the metrics of
## @code{nnreg_evaluate} or @code{nnreg_metrics}; the result of @code{nnreg_gridsearch},
## @code{nnreg_path}, @code{nnreg_learningcurve}, @code{nnreg_partialdependence},
## @code{nnreg_importance} or @code{nnreg_sparsify}.  Several models, one after the other, are a
## cell of them.
## @item @var{kind}
## The option Kind, without its name.
## @end table
##
## @strong{Options: what is drawn}
##
## @table @asis
## @item @qcode{"Kind"} [the first kind of this @var{x}]
## A model has four kinds.  @qcode{"weights"} shows the first layer, or of a linear model the
## Effects of @code{nnreg_coef}, and what is exactly zero in grey: an image for each unit (response,
## class) if the inputs are pixels, else bars, or a matrix if there are many units.  Orange is
## positive, blue negative.  @qcode{"inputs"} shows which inputs are live and how strong they are
## (see @code{nnreg_sparsity}); with one response or two classes a linear model has the colours of
## the signs there, too.  @qcode{"histogram"} shows the weights of the first layer, with a separate
## bar for the exact zeros, and a strip above, whose orange part is their share of all weights; a
## cell of models is drawn side by side.  @qcode{"history"} shows the
## training of the model.
##
## A history has @qcode{"history"}: data loss, penalty, accuracy (or RMSE) and zeros by epoch, for
## training and validation data, with a line at the lowest validation loss (the data loss if Lambda
## was a function of the epoch).
##
## Metrics of a classification have @qcode{"confusion"}, the samples by true and predicted class,
## coloured by their share of the true class.  If they were made with scores they also have
## @qcode{"roc"} and @qcode{"calibration"}.
##
## Metrics of a regression have @qcode{"predicted"}, the predicted over the true values, and
## @qcode{"residuals"}, the differences over the predicted values with their median and their 10%
## and 90% quantiles, and their distribution beside.  Darker dots are more rows.  A search and a
## path of a regression have both too, for the rows out of fold (of a path by @code{ModelMin}).
##
## A partial dependence has @qcode{"dependence"}: lines over numbers, dots beside levels, or an
## image over two inputs; the distribution of the rows is below or beside.  A dotted line is the
## mean prediction; thin grey lines are single rows (@qcode{"ICE"}).  Of two classes it is the
## probability of the second one, of many the seven that change most.
##
## The result of @code{nnreg_importance} has @qcode{"importance"}: a bar for each input, the most
## important first, with the standard deviation over the repeats as a line.
##
## A search has @qcode{"grid"}: heat maps of the mean score and its deviation over the folds, where
## dark is good.  The two options with most values are the axes, and other options make panels.  If
## the candidates form no grid, the picture is a list of the 25 best.
##
## A path has @qcode{"path"}: the score with its standard error, the zeros and the live inputs over
## lambda.  Instead of the zeros a path of linear models shows the Effects of @code{nnreg_coef}, a
## line for each input, with the names of the ten strongest; lambda falls from left to right.  With
## several responses, or more than two classes, an input's line is the norm over them.  If inputs
## were dropped: score and training loss over the number of inputs left.
##
## A learning curve has @qcode{"learning"}: the score of training and validation by the number of
## rows, with standard errors.
##
## A result of @code{nnreg_sparsify} has @qcode{"frontier"}: the score on the rows held out by the
## number of weights, of each network that was tried.  A ring marks the chosen one, a line the dense
## network's score, a dashed line the limit.
## @end table
##
## @strong{Options: place, size and file}
##
## @table @asis
## @item @qcode{"Parent"} [the current axes]
## The same as @var{ax}.
## @item @qcode{"Size"} [what suits the picture]
## Width and height of a new figure or a file in inches.
## @item @qcode{"FontSize"} [9, less in small axes]
## The size of the letters in points.  Without a Size, a new figure grows with it.  For slides, for
## instance, Size [10 5.6] and FontSize 14.
## @item @qcode{"File"} [none]
## Write the picture to this file, whose name ends in @file{.png}, @file{.pdf} or @file{.svg}.
## Then it is not shown, and without an output argument it is closed.
## @item @qcode{"Resolution"} [150]
## Pixels per inch of a PNG.
## @end table
##
## @strong{Rare options: images and names}
##
## @table @asis
## @item @qcode{"ImageSize"} [square, if the inputs have no names]
## Rows and columns of the image whose pixels are the inputs, such as [28 28].
## @item @qcode{"ImageOrder"} [@qcode{"rows"}] or @qcode{"columns"}
## The inputs are the pixels row by row, as in @code{nnreg_digits}, or column by column.
## @item @qcode{"MaxUnits"} [64]
## The largest number of images; units of largest norm come first.
## @item @qcode{"Labels"} [penalty and lambda]
## For a histogram: a cell with a name for each model.  For another picture after @code{hold on}:
## the name of its model in the key (else model 1, model 2, @dots{}).
## @end table
##
## @strong{Output}
##
## @var{h} are the handles of the axes, one for each panel, a row.  @code{get} and @code{set} take
## them, as those of @code{plot}: @code{set (h, "fontsize", 14)}, @code{title (h(1), "Mine")},
## @code{nnreg_plot (h, model)} draws another model in their place, and
## @code{ancestor (h(1), "figure")} is the figure, for @code{print} and @code{close}.
##
## The first panel is drawn in the axes themselves, and is the current axes afterwards.  Other
## panels and colour bars share the place of the axes, such as that of a @code{subplot}.  They go
## when the axes are cleared or @code{plot} draws into them.  After @code{hold on} a picture of the
## same kind is drawn over the first.  Given a figure or uipanel, the picture fills it, and other
## axes in it go.
##
## Without a display gnuplot draws (Debian's package gnuplot-nox is enough), and a new figure is
## invisible, for @code{print}; at the prompt a warning (@code{nnreg:noDisplay}) says which figure
## it is.  In what gnuplot prints, @code{print -dpngcairo} and @code{-dpdfcairo} have shorter dashes
## than @code{-dpng} and @code{-dpdf}; @qcode{"File"} writes so.  gnuplot shows a backslash, double
## quote and @@ in names as /, ' and (at).  If Octave has no graphics toolkit there is a warning
## (@code{nnreg:noToolkit}), and @var{h} is empty.
##
## @seealso{nnreg_coef, nnreg_sparsity, nnreg_evaluate, nnreg_gridsearch, nnreg_fit}
## @end deftypefn

function h = nnreg_plot (varargin)
  try
    if (nargin < 1)
      print_usage ();
    end
    [x, opts] = nnr.plot.arguments (varargin);
    axs = nnr.plot.draw (x, opts, nargout > 0);
    if (nargout > 0)
      h = axs;
    end
  catch err
    nnr.words.raise ('nnreg_plot', err);
  end
end

%!demo
%! ## What L1 does to the weights and L2 does not
%! [X, y] = nnreg_digits ();
%! args = {"LayerSizes", 64, "Epochs", 20, "Lambda", 1e-3, "Verbose", 0};
%! l1 = nnreg_fit (X / 16, y, "Penalty", "l1", args{:});
%! l2 = nnreg_fit (X / 16, y, "Penalty", "l2", args{:});
%! h = nnreg_plot ({l1, l2});

%!demo
%! ## A training, epoch by epoch
%! [X, y] = nnreg_digits ();
%! [model, history] = nnreg_fit (X / 16, y, "Penalty", "l1", "Lambda", 1e-3, ...
%!                               "ValidationFraction", 0.2, "Verbose", 0);
%! h = nnreg_plot (history);

%!test
%! # a search of before results said which scores are better
%! r = struct ("Results", struct ("Params", struct (), "Mean", 1, "Std", 0, "Zeros", 0, ...
%!             "Seconds", 0, "FoldScores", 1), "ScoreName", "RMSE", "BestIndex", 1);
%! fail ("nnreg_plot (r)", "it has no field LargerIsBetter: run the search again");
%!error <Invalid call> nnreg_plot ()
%!error <nnreg_plot: X must be a model, a cell of models, .*learning curve, .* or .*, got 3>
%! nnreg_plot (3)
%!error <nnreg_plot: each entry of X must be a struct made by nnreg_fit, got 3> nnreg_plot ({3})
%!error <nnreg_plot: X has no ROC: metrics have it when>
%! nnreg_plot (nnreg_metrics ([1; 2], [1; 2]), "Kind", "roc")
%!error <nnreg_plot: X has no calibration: metrics>
%! nnreg_plot (nnreg_metrics ([1; 2], [1; 2]), "Kind", "calibration")
