## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{r} =} nnreg_sparsify (@var{X}, @var{y})
## @deftypefnx {} {@var{r} =} nnreg_sparsify (@dots{}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{r} =} nnreg_sparsify (@var{T}, @var{response}, @dots{})
## Find the smallest network that is nearly as good as a dense one, or the best one with few
## weights.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## args = @{"LayerSizes", 32, "NumWeights", 300, "Verbose", 0@};
## r = nnreg_sparsify (X, y, args@{:@});
## printf ("%d of %d weights\n", r.NumWeights(r.Index), r.DenseWeights)
##      @print{} 300 of 2368 weights
## @end group
## @end example
##
## @strong{Inputs}
##
## @var{X}, @var{y}, @var{T} and @var{response} are those of @code{nnreg_fit}.
##
## @strong{What is allowed}
##
## Give one of these:
##
## @table @asis
## @item @qcode{"MaxLoss"} [0.005]
## How much worse than the dense network it may be, on rows held out: 0.005 is half a point of
## accuracy, for a regression half a percent of the RMSE or MeanMAE.  The result is the network
## with fewest weights among those that were tried and are allowed.  If it has none, as where the
## dense network is worse than a constant, the warning @code{nnreg:allZero} says what may help.
## @item @qcode{"NumWeights"} [none]
## The largest number of weights that are not zero, in all layers, without biases.  The result is
## the network with the best score among those that were tried and are allowed.
## @item @qcode{"Zeros"} [none]
## The same as a share of all weights: 0.99 leaves one in a hundred.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"ValidationFraction"} [0.2, or 10,000 rows if that is less]
## @itemx @qcode{"ValidationData"}
## The rows held out, as in @code{nnreg_fit}.  All choices are made by them, so their score is
## optimistic; measure the result on others.  MaxLoss too is a promise about these rows alone: of 40
## rows one is 0.025 of accuracy, so on other rows the loss may well be larger.
## @item @qcode{"Epochs"} [20, or what gives 3000 steps of Adam, but at most 300]
## Epochs of a round, see below.  More give smaller networks.
## @item @qcode{"LearnRate"} [2e-3]
## A number: in each training the rate falls from it to 0 along a half cosine; in rounds with a
## penalty from it times BatchSize / 43, but at least 1 and at most 3 times: a larger rate takes
## more weights, but with small batches it adds noise.
## @item @qcode{"LayerSizes"} [100] and others
## The options of @code{nnreg_fit} about the data, the network and Adam: Task, Activations, Loss,
## HuberDelta, BatchSize, Beta1, Beta2, Epsilon, Weights, ClassNames, ClassWeights, Predictors,
## Missing, Standardize, StandardizeY, Intercept, Precision, Seed, Shuffle, FeatureNames, Threads.
## @item @qcode{"Verbose"} [1 at a terminal, else 0]
## 1 prints a line for each network that was tried.
## @end table
##
## @strong{Method}
##
## The first network is dense.  Each round goes on from the network before it, with an L1 penalty
## on all layers; in epoch k of E its lambda is
##
## @example
## @group
## L sin (pi min (1, (k - 1/2) / (0.8 E)))
## @end group
## @end example
##
## @noindent
## and weights that are zero stay zero (@code{KeepZeros}).  So lambda removes weights while it is
## large, and what is left recovers while it falls and in the last epochs without a penalty (a
## relaxed fit).  From round to round L doubles, or becomes four times as large if hardly a weight
## left or more than four times as many as allowed are there, until the limit is passed.  Then
## follow a round between the last two and cuts: the smallest weights become zero, and the network
## is trained again without a penalty.  With a limit of weights that round aims at a tenth more, and
## it and the last network above the limit are cut to exactly the limit; with MaxLoss each cut takes
## a fifth of the weights, up to four times, as long as the score is allowed.  Inputs and units that
## have lost all weights are left out of later rounds, which saves time.
##
## From the second round on a classification with 1000 rows to train on or more learns soft labels
## (distillation): three quarters of a row's label are the probabilities that the dense network
## and that of the first round give it, the mean of their logarithms divided by 5.  They say which
## classes resemble each other, so fewer weights are needed for the same accuracy.  With 10,000 rows
## or more to train on a second dense network, of the seed Seed + 1, gives its probabilities too.
## Others learn from y alone: their dense network knows the noise by heart.
##
## The network that is chosen is trained once more without a penalty at half the rate, on all rows
## if ValidationFraction held some out; after soft labels its last layer is multiplied by the
## number from 1 to 10 that gives the least log loss on the rows held out, so that its
## probabilities are sure enough again; and it is compacted (@code{nnreg_compact}).  The losses in
## its History are against the soft labels.
##
## @strong{Output}
##
## The struct @var{r}; without a semicolon it shows itself as a table.  @code{nnreg_plot} draws it.
## Functions that take a model take its @code{Model}.
##
## @table @code
## @item Model
## The network, a model as of @code{nnreg_compact}.
## @item NumWeights, Zeros, NumInputs, Score, RoundLambda
## 1-by-n: of each network that was tried, by falling numbers of weights, the weights that are not
## zero, the share of zeros, the inputs in use, the score on the rows held out, and the largest
## lambda of its round (0: none).
## @item Index
## Which of them was chosen.  Score(Index) is that before the last training on all rows.
## @item DenseScore, DenseWeights
## The score of the dense network, and its number of weights.
## @item ScoreName, LargerIsBetter
## @qcode{"Accuracy"} and true; or false and @qcode{"RMSE"} (the root of the mean squared error
## over the responses, in the units of y), with the losses @qcode{"huber"} and @qcode{"mae"}
## @qcode{"MeanMAE"} (the mean absolute error).
## @item Limit
## With MaxLoss the worst score that is allowed.
## @item Target
## What was asked for, a text.
## @item Refitted
## Whether the last training was on all rows.
## @end table
##
## @seealso{nnreg_fit, nnreg_sparsity, nnreg_compact, nnreg_export, nnreg_plot}
## @end deftypefn

function r = nnreg_sparsify (X, y, varargin)
  try
    if (nargin < 2)
      print_usage ();
    end
    r = nnr.sparsify.run (X, y, varargin);
  catch err
    nnr.words.raise ('nnreg_sparsify', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! r = nnreg_sparsify (X, y, "LayerSizes", [32, 16], "MaxLoss", 0.01);
%! nnreg_plot (r);

%!error <Invalid call> nnreg_sparsify (1)
%!error <nnreg_sparsify: give one of MaxLoss, NumWeights and Zeros, got NumWeights and Zeros>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "Zeros", 0.5, "NumWeights", 3)
%!error <nnreg_sparsify: NumWeights must be a positive integer, got 0>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "NumWeights", 0)
%!error <nnreg_sparsify: Zeros must be a number from 0 to 1, got 2>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "Zeros", 2)
%!error <nnreg_sparsify: MaxLoss must be a nonnegative number, got -1>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "MaxLoss", -1)
%!error <nnreg_sparsify: unknown option "MaxLos"; did you mean "MaxLoss"\?>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "MaxLos", 1)
%!error <nnreg_sparsify: MaxLoss must be finite, got Inf>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "MaxLoss", Inf)
%!error <nnreg_sparsify: Lambda has no place in a search for the smallest network>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "Lambda", 1)
%!error <nnreg_sparsify: Patience has no place in a search for the smallest network>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "Patience", 3)
%!error <nnreg_sparsify: LearnRate must be a number here: it falls along a half cosine>
%! nnreg_sparsify (eye (6), [1; 2; 1; 2; 1; 2], "LearnRate", @(k) 1)
