## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{model} =} nnreg_fit (@var{X}, @var{y})
## @deftypefnx {} {@var{model} =} nnreg_fit (@var{X}, @var{y}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{model} =} nnreg_fit (@var{T}, @var{response}, @dots{})
## @deftypefnx {} {[@var{model}, @var{history}] =} nnreg_fit (@dots{})
## Train a small neural network, with an L1 or L2 penalty if wanted.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X / 16, y, "Penalty", "l1", "Lambda", 1e-3)
## nnreg_sparsity (model)
## @end group
## @end example
##
## @noindent
## No option is needed for classes; a regression takes @code{"Task", "regression"}.  The example of
## @code{nnreg_plot} is the picture of an L1 beside an L2 penalty.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{X}
## N-by-D, one sample in each row: double, single, logical, integers (uint8 images) or sparse.  NaN
## and Inf are errors; @code{"Missing", "median"} fills NaN.
## @item @var{y}
## Classification: N labels (numbers, logicals, a cellstr or rows of char), or one-hot, N-by-K, for
## the classes 1 to K.  Regression: N-by-R numbers.
## @item @var{T}, @var{response}
## A table of N rows, such as a struct with a column in each field (@code{nnreg_prepare} says what
## else), and the name of the column that is y, or y itself, which is then none of the columns.  The
## other columns are the inputs, whatever they hold: texts become columns of zeros and ones, gaps
## are filled.  This preparation is learned from the rows that are trained on and kept in the model,
## so all functions that take the model take tables.
## @end table
##
## @strong{Options}
##
## Names of options are whole, in any case.  If one is given again, the last value counts: after
## @code{args = @{"Epochs", 50@}}, @code{nnreg_fit (X, y, args@{:@}, "Epochs", 5)} trains 5 epochs.
## An option that has no effect with the others raises the warning @code{nnreg:idleOption}.
##
## @strong{Options: network}
##
## @table @asis
## @item @qcode{"Task"} ["classification"] or "regression"
## If the column of a table that is the response has three or more different numbers, such as ages
## or ratings, give it: else a warning says that they were taken for classes.
## @item @qcode{"LayerSizes"} [100]
## Units of each hidden layer; @code{[]} is a linear or logistic model.
## @item @qcode{"Activations"} ["relu"], "tanh", "sigmoid", "none"
## One for all hidden layers, or a cell with one for each.
## @end table
##
## @strong{Options: penalty}
##
## @table @asis
## @item @qcode{"Penalty"} ["auto"], "none", "l1", "l2", "elasticnet", "group", "decoupled"
## "l1": weights become exactly zero.  "l2": weights shrink.  "elasticnet": both.  "group": whole
## inputs drop out.  "decoupled": the weight decay of AdamW.  @strong{What is minimised}, below, has
## their formulas.
##
## One for all layers, or a cell with one for each, the output layer too, but without "auto":
## @code{"Penalty", @{"l1", "none", "l2"@}, "Lambda", [1e-3, 0, 1e-4]}.  Then the terms of each
## layer are those of its own penalty; "group" is for the first layer.
##
## "auto" is "l2" for a new network trained by Adam, with a small Lambda: 1/N for classes, 2/N for a
## regression, at most 0.02; N is the number of all rows.  Small tables need it against overfitting,
## large ones hardly notice it.  (It is the prior of a normal distribution of variance 1/2 for each
## weight, as in MacKay, 1992.)  "auto" is "none" for linear models, with "fista", with an
## InitialModel or KeepZeros, and if you give another option of the penalty.  But if you give a
## Lambda and neither Alpha, Groups nor L1Method, it is "l2" with this Lambda for any model.
## @item @qcode{"Lambda"}
## A number, or one for each layer; required with a penalty that you name.  Or a cell with one
## element for all layers or one for each: a number, or for "elasticnet" a pair [lambda1, lambda2],
## the L1 and the L2 of the formula without Alpha (Keras's l1_l2), such as @code{"Penalty",
## "elasticnet", "Lambda", @{[1e-4, 1e-5]@}}.  The model's Settings have such a pair as Lambda and
## Alpha.
##
## Or a function of the epoch, such as @code{@@(k) 1e-3 * min (1, k / 5)}.  Then the penalties of
## two epochs are not alike, so epochs are compared by the validation data loss alone, and
## @code{Lambda1}, @code{Lambda2} and @code{LambdaGroup} of the model are those of the epoch whose
## weights are returned.
## @item @qcode{"Alpha"} [0.5; 0 with "group"]
## The L1 share of "elasticnet" and of "group", from 0 to 1; also one for each layer.
## @end table
##
## @strong{Options: training}
##
## @table @asis
## @item @qcode{"BatchSize"} [32; from 5000 rows 64; from 20000 rows 128]
## @itemx @qcode{"Epochs"} [200, of two classes 100; at most 9380 steps, at least 20 epochs]
## Small tables need many passes to learn, large data few: so 1000 rows train 200 epochs in batches
## of 32, and 60000 rows 20 epochs in batches of 128.  Of two classes, up to 128 rows train as
## many of 200 epochs as make 500 steps.  The number of all rows decides, in each fold
## of a search or path too, and with validation rows; a row counts once if its weight is above 0.
## The default of "fista" is at most 1000 epochs.
## @item @qcode{"LearnRate"} [1e-3]
## A number, or a function of the epoch such as @code{@@(k) 0.01 * 0.9 ^ k}.  If the rate is far too
## large, the warning @code{nnreg:diverged} says so as soon as the data loss of two consecutive
## epochs is more than ten times the loss at the start.  The training goes on unless its numbers
## overflow.
## @item @qcode{"Seed"} [0], @qcode{"Shuffle"} [true]
## The seed decides the starting weights of a network (Glorot-uniform; biases zero; with
## "Standardize", true weights of constant columns are and stay 0), the order of the samples and the
## validation split.  The same data, options and seed give the same bits on one machine, with any
## number of threads.  Octave's own random numbers are not used.
## @end table
##
## @strong{Options: validation}
##
## @table @asis
## @item @qcode{"ValidationFraction"} [0]
## Use this share of the rows for validation.  The seed chooses them.  Each class gives its share,
## rounded by the largest remainders, but keeps a row to train on; what it gives does not depend on
## weights.
## @item @qcode{"ValidationData"}
## A cell @code{@{Xv, yv@}}, or @code{@{Xv, yv, weights@}}.  Xv may be a table, and yv the name of
## the response.
## @item @qcode{"Keep"} ["best"] or "last" [for "fista" with @code{LayerSizes} []]
## With validation data: return the weights of the epoch with the lowest validation loss, or of the
## last epoch.  The validation loss is the data loss of the validation data plus the penalty;
## without the penalty if Lambda is a function.
## @item @qcode{"Patience"} [Inf]
## Stop when the validation loss has not improved for this number of epochs.
## @end table
##
## @strong{Options: data}
##
## @table @asis
## @item @qcode{"Standardize"} ["auto"], true, false or "range"
## true: train on (X - mean) ./ std, 1 instead of std for a constant column.  Mean and std are
## weighted by Weights and divide by the sum of the weights.  They come from the rows that are
## trained on: not from validation rows, nor from the fold that a search leaves out.  Sparse X stays
## sparse.  "range": divide all columns by the largest absolute value, so that zeros stay zeros.
## "auto" is true for linear models and for the penalty "group".  For other networks it is "range"
## if the columns have one common range, such as pixels from 0 to 255; true if a column lies far
## from 0 for its spread or their scales differ; and false if the columns lie within [-1.5, 1.5]
## (unless all are close to 0) or are standardised already, about.  Sparse counts stay as they are.
## For a table "auto" is true.
## The model keeps the scales, and applies them to new data; @code{model.Settings.Standardize} and
## @code{nnreg_summary} say what was done.
## @item @qcode{"StandardizeY"} [true]
## true for the responses of a regression: train on (y - mean) ./ std, or what @code{Loss} says of
## them.  Predictions and RMSE are in the units of y; losses are in the units of the standardised
## responses.  Without Intercept see there.
## @item @qcode{"FeatureNames"} [@{@}]
## A cellstr with a different name for each column of X, for @code{nnreg_coef},
## @code{nnreg_sparsity} and @code{nnreg_importance}.  By them @code{nnreg_predict} and
## @code{nnreg_evaluate} find the columns of new data.
## @item @qcode{"Predictors"} [@{@}: all columns but the response]
## Of a table: the names of the columns that are inputs, a cellstr.
## @item @qcode{"Missing"} ["auto"], "error" or "median"
## Gaps (NaN) in X.  "median": each becomes the median of its column, and a further column of X has
## 1 where one was, unless they are rare (@code{nnreg_prepare}); for the penalty "group" both are
## one input.  The model fills gaps in new rows too.  "error": they are an error.  "auto" is
## "median" for a table and "error" for a matrix.
## @item @qcode{"Weights"}
## N sample weights w, not negative; of a table also the name of a column, which is then no
## predictor, here and in all functions.  A weight of 2 is the row twice, also in the means and
## deviations of Standardize; only the defaults that depend on the number of rows count it once.
## A row of weight 0 is not there, whatever it holds.
## @item @qcode{"ClassWeights"}
## K numbers in the order of ClassNames, or "balanced" (N / (K count), where a row counts as much as
## it weighs).  They multiply the sample weights in training, in the losses and the Accuracy of
## History; validation does not use them.
## @item @qcode{"ClassNames"} [the classes in y, sorted]
## All classes in their order, in any type of labels: at least two, all different.  Another label in
## y is an error.  A class need not have rows, so y may be a part of the data, even of one class;
## the model has scores for all.  A one-hot y has a column for each.  With an InitialModel its
## classes are the default.
## @end table
##
## @strong{Options: output}
##
## @table @asis
## @item @qcode{"Verbose"} [1 at a terminal, else 0]
## 1 prints a line for each epoch, but of more than 50 epochs only about 20 lines; 2 prints all.
## Where nothing else is printed, in scripts too, a line on stderr says how far the training is,
## unless you give 0.
## @item @qcode{"Threads"} [all cores]
## @end table
##
## @strong{Rare options: loss and outputs}
##
## @table @asis
## @item @qcode{"Loss"} ["crossentropy"; for a regression "mse"], "huber" or "mae"
## What an error e of a response costs.  "mse": e^2, so that a few wild responses decide the model.
## "huber": e^2 up to a threshold d, and d (2 abs (e) - d) beyond (Huber, 1964).  "mae": abs (e).
## With these two a wild response counts little more than any other that lies off.  StandardizeY
## then takes the median of y and the median distance from it, divided by 0.6745.  "mae" has a kink
## at 0, so "adam" trains it, linear models too.  "coordinate" does not know "huber", so a linear
## model takes "fista".
## @item @qcode{"HuberDelta"} ["auto"]
## The threshold d in the units of y: a number, or one for each response.  "auto" is 1.345 times the
## spread of the errors that a robust linear model leaves: that of R's rlm, on the rows that are
## trained on (20,000 of them at most), found before the training begins.  So the loss is the same
## in all epochs, and for all lambdas and layers.  A network that explains much more than a linear
## model may do with a smaller threshold.  If X has more than 1000 columns, or half as many as rows,
## the spread is that of y around its median.  @code{model.HuberDelta} is the threshold that was
## used.
## @item @qcode{"Intercept"} [true]
## false: the biases of the output layer are and stay 0, as in Keras a last layer with use_bias =
## False; hidden layers keep theirs.  Then StandardizeY divides y by its root mean square and
## subtracts nothing.  In a linear model Standardize also only divides (by the deviations), so the
## model has no constant at all, as glmnet with intercept = FALSE.  A column of ones in X then stays
## one.
## @item @qcode{"Precision"} ["single"; "double" with the solver "fista"]
## @end table
##
## @strong{Rare options: penalty}
##
## @table @asis
## @item @qcode{"PenalizedLayers"} ["all"], "hidden" or numbers of layers
## "hidden" is all layers but the last.  Beware: if only the hidden layers have a penalty, a relu
## network can evade it, by small weights there and large ones in the next layer.  A warning then
## says so, and @code{nnreg_sparsity} lists the layer in @code{EvadedLayers}.
## @item @qcode{"PenaltyFactor"} [1 for each input]
## D numbers that multiply the penalty of each input's weights in the first layer, also decoupled
## decay.  0: no penalty, so the input never leaves.  Inf: the input never enters; its weights are 0
## from the start and stay so.  The factors are taken as they are.  glmnet first multiplies its
## penalty.factor by D / sum (factors), where Inf counts as 1: for the same minimum multiply Lambda
## by that number.  Of a table: a number for each predictor.
## @item @qcode{"Groups"} [each input is a group]
## For the penalty "group": D numbers 1, 2, @dots{}, or a cell of D names, that say to which group
## each input belongs.  The inputs of a group enter and leave together, such as the columns of a
## one-hot variable.  As in gglasso and grplasso the weight of a group is the root of the number of
## its inputs; those with PenaltyFactor Inf do not count.  The others must have the same
## PenaltyFactor.  With Alpha above 0 single inputs of a group may also leave.  Of a table all
## columns of X that come from one of its columns are a group by default; else give a group for each
## predictor.
## @item @qcode{"L1Method"} ["proximal"] or "subgradient"
## "proximal": after Adam's step the soft threshold S(z,t) = sign(z) max(|z|-t, 0), with t = rate
## sqrt(1-Beta2^k) lambda1 / (sqrt(v)+Epsilon) in step k (Yun, Lozano and Yang, NeurIPS 2021).
## Weights become exactly zero.  "subgradient" is Keras's way, lambda1 sign(w) in the gradient:
## weights come near zero, but none is ever zero.
## @end table
##
## @strong{Rare options: training}
##
## @table @asis
## @item @qcode{"Solver"} ["auto"], "adam", "fista" or "coordinate"
## "adam" takes a batch in each step.
##
## "coordinate" finds the exact solution of a linear model (@code{LayerSizes} []) with a penalty, as
## glmnet does, but without epochs: lasso, ridge, elastic net, group and their multinomial forms.  A
## regression with more samples than inputs needs only the products of X's columns, computed once;
## else coordinate steps go over a working set of inputs (Friedman, Hastie and Tibshirani, 2010;
## Tibshirani et al., 2012).  All is computed in double; sparse X stays sparse.
##
## "fista" takes all samples in each step: proximal gradient steps with momentum (Beck and Teboulle,
## 2009) on centred inputs (sparse X stays sparse), until no condition of optimality is violated by
## more than @code{Tolerance}.  For linear models this is the exact solution too.  An epoch of
## "fista" is 50 steps; LearnRate, BatchSize and Shuffle have no effect on it.  Where the classes
## separate, a linear model without a penalty has no optimum: it ends when all rows are right with a
## data loss of at most 1e-3, and the warning @code{nnreg:separable} says so.
##
## "auto" is exact for a linear model, unless an option asks for Adam: the penalty "decoupled",
## the L1Method "subgradient", the Loss "mae", a function as @code{Lambda}, a BatchSize, or a
## value other than the default for LearnRate, Shuffle, Beta1, Beta2 or Epsilon.  It is
## "coordinate" if there is a penalty and nothing that needs epochs or a start: no Loss "huber",
## Epochs, Patience, OutputFcn, CheckpointFile, Profile, InitialModel or KeepZeros; else "fista".
## An X with more columns than rows and a penalty that makes no zeros are left to "fista".  For
## networks "auto" is "adam".
## @item @qcode{"Tolerance"} [1e-8]
## "coordinate" stops when the objective J is at most this share above its minimum: by the duality
## gap, for classes by what Newton's model of J can still lower (there 1e-4 times this in
## @code{nnreg_fit}, so that the weights are exact too).
##
## "fista" stops when no condition of optimality is violated by more than this.  The derivative of J
## with respect to a weight is first divided by the standard deviation of the weight's (centred)
## input (in Groups by the group's largest; without Intercept by the root mean square); in a
## regression all derivatives are divided by the standard deviation of the responses or, if that is
## less, by HuberDelta.  If rounding errors end the training at a larger violation, the warning
## @code{nnreg:rounding} says so.
## @item @qcode{"InitialModel"}
## A model (of a search its @code{Model}, of a path its @code{ModelMin}) to start from, also with
## new data, so that a training by chunks works.  The training goes on in the model's units, with
## its means and scales of X and y, its classes, its names, its columns (of a compacted model), its
## kind of network and its Intercept.  What is given must be the same; an error says what cannot go
## on.  Its Loss and HuberDelta go on unless you give others.  This is a new training: epoch 1
## again, new moments of Adam.  Its penalty does not go on by itself; a warning says so where zeros
## would be lost.  To go on as if the training had never stopped, use CheckpointFile and more Epochs
## or Patience.  After a training by Adam the same call with @code{"InitialModel", model, "Solver",
## "fista"} goes on to a minimum of J, with any penalty but "decoupled".  With smooth activations
## (tanh, sigmoid, none) it ends when @code{Tolerance} is reached; if it is not reached, a warning
## says so.  With relu it ends at kinks, where J has no gradient: give @code{"Epochs", 20}, after
## which J hardly falls.
##
## Without it a linear model starts as the best constant: zero weights and the biases of the class
## shares or mean responses.  So an exact solution does not depend on the seed.  Without a penalty
## it is the solution of least norm (of the weights times the columns' deviations, if these differ
## by more than a factor of 4): equal columns share equally, constant ones have the weight 0.  With
## a penalty copies of a column in other units (standardised) or with the other sign share equally
## too, unless @qcode{"Groups"} ties them to others.  (Only the penalty "group" by "adam" starts a
## linear model at random weights: it cannot leave zero.)
## @item @qcode{"KeepZeros"} [false]
## Weights that are exactly zero stay zero.  With an InitialModel from an L1 training this trains
## the weights that are left, without a penalty or with another one.  Once about a tenth of the
## weights or fewer are left, Adam touches only these, which saves time (without the penalty "group"
## and PenaltyFactor).
## @item @qcode{"Beta1"} [0.9], @qcode{"Beta2"} [0.999], @qcode{"Epsilon"} [1e-7]
## Of Adam, as in Keras: W -= rate sqrt(1-Beta2^k)/(1-Beta1^k) m / (sqrt(v)+Epsilon).
## @end table
##
## @strong{Rare options: while it runs}
##
## @table @asis
## @item @qcode{"OutputFcn"}
## Called after each epoch with the history so far; the training ends when it returns true.
## @item @qcode{"Profile"} [false]
## Print where the time went and keep it in @code{model.Profile}, in seconds of the calling thread.
## @item @qcode{"CheckpointFile"} [none]
## The name of a file that keeps the state of the training while it runs and at its end.  After any
## break (also a kill or a power failure) the same call continues the training, and gives the same
## bits as without a break.  When it is over, the same call with more Epochs or Patience goes on at
## the next epoch, to the same bits as one call with these Epochs and this Patience (InitialModel
## begins a new training with other data or options).  The exact solver has nothing left to do once
## it has reached its Tolerance.  For a new training name another file.  The file is replaced whole
## or not at all, by way of @file{.nnreg-*.new} in the same folder, which only a kill can leave
## there, until the next training with a CheckpointFile in that folder (on a file system without
## locks it stays); the mode of an older file stays.  While the training runs, this takes at most 2%
## of the time.  If it is a symbolic link, its target is replaced.  Threads, Verbose, Profile,
## OutputFcn and FeatureNames may differ in the later call, and values of LearnRate and of a
## function Lambda for epochs that have not begun (so such a function must not depend on Epochs).
## If anything else differs, if the training is already past the Epochs or the Patience of this
## call, or if the file is truncated, damaged, from a later nnreg or not a checkpoint, the error
## @code{nnreg:badFile} says so, and the file stays as it is.  If the file cannot be written at the
## start, that is an error; if it fails later (a full disk), a warning is raised and the training
## goes on.
## @end table
##
## @strong{Outputs}
##
## @table @asis
## @item @var{model}
## A struct; @code{save} and @code{load} keep it.  Without a semicolon it shows itself as the table
## of @code{nnreg_summary}.  Its fields: @code{Version}, @code{Task},
## @code{ClassNames}, @code{LayerSizes}, @code{Activations}, @code{Weights} (cell;
## @code{Weights@{l@}} is outputs-by-inputs), @code{Biases} (columns), @code{InputMean},
## @code{InputScale}, @code{ResponseMean}, @code{ResponseScale}, @code{Lambda1} and @code{Lambda2}
## (one number a layer, of the formula below; 0 for decoupled decay), @code{LambdaGroup},
## @code{Settings} (all options as used, without data, models and functions), @code{History},
## @code{FeatureNames} (1-by-D or empty), @code{Training} (a struct with @code{NumRows}, the
## @code{Shares} of the classes or the @code{Deviation} of the responses, and the @code{Warnings}
## that were raised; @code{nnreg_summary} says it in words); of a table, or with
## @code{"Missing", "median"}, @code{Preparation}, the recipe that makes X of it
## (@code{nnreg_prepare}); with the Loss "huber" @code{HuberDelta}, 1-by-R.
## @item @var{history}
## A struct of columns with a row for each epoch: @code{Epoch}, @code{Loss} (= @code{DataLoss} +
## @code{Penalty}), @code{DataLoss}, @code{Penalty}, @code{Accuracy} (or @code{RMSE}), all weighted
## by the sample weights; with validation @code{ValLoss}, @code{ValDataLoss}, @code{ValAccuracy} (or
## @code{ValRMSE}); @code{Lambda} if it is a function of the epoch; @code{Zeros} (the share of
## exactly zero weights, in the penalised layers or, without a penalty, in all), @code{Seconds}.
## Training figures are means over the epoch while the weights change, as in Keras; penalty and
## validation figures belong to the weights at its end.
## @end table
##
## @strong{Warnings about the result}
##
## At the end of a training a warning says what happened and what may help:
##
## @table @code
## @item nnreg:constant
## The data loss of the training rows is not below that of a constant prediction, or hardly, after
## 200 steps of Adam at least.
## @item nnreg:allZero
## The penalty left no way of weights that are not zero from an input to an output.  The warning
## names a smaller Lambda.
## @item nnreg:separable
## A linear model without a penalty classifies all training rows correctly.  Then no finite weights
## are the best, and those of the model depend on Epochs and Tolerance.
## @item nnreg:outliers
## Of a regression with the Loss "mse": at most 5% of the rows have four fifths of the squared
## error, and their responses lie more than 30 times as far from the median as usual.  The Loss
## "huber" bounds what they do.
## @end table
##
## @strong{Warnings and errors about the data}
##
## If nearly every label is different, y is probably a regression target: whole numbers raise the
## warning @code{nnreg:manyClasses}, and fractions raise an error.  The warning comes also if more
## than 20 whole numbers, or 10 fractions, leave out others, as prices do; of more than 200 it is an
## error unless "Task" or "ClassNames" says that they are classes.  Without these, more than 20
## whole numbers of which some are three times as frequent as others, as ages are, raise
## @code{nnreg:numbersAsClasses}.
##
## A missing label is an error: NaN, a blank text, and texts that stand for one ("NA", "N/A", "NaN",
## "null", "?", "<missing>", "<undefined>" and others that pandas reads so), unless "ClassNames" has
## them.  The warning @code{nnreg:labels} tells of labels that differ only by blanks, case, quotes
## or rounding, of -999 and other nines beside small classes, and of classes of one row;
## @code{nnreg:header} of a first row of zeros that was a header line.
##
## Of a table, rows whose response is a gap are left out, with the warning @code{nnreg:noResponse};
## columns that cannot be inputs leave with the warning @code{nnreg:leftOut}.  Those with another
## whole number in each row and a name such as id stay, with the warning @code{nnreg:ids}.
##
## @strong{What is minimised}
##
## @example
## @group
## J = sum_i w_i loss (f (x_i), y_i) / sum_i w_i               data loss
##   + sum_l lambda1_l sum (abs (W_l(:)))                      penalty
##   + sum_l lambda2_l sum (W_l(:) .^ 2)
## @end group
## @end example
##
## @noindent
## The loss is the cross-entropy of the softmax outputs, or the squared error or another @code{Loss}
## (mean over the responses).  Biases have no penalty.  The penalty is not divided by N.  The data
## loss of a batch is the mean over the samples of the batch; the sample weights are first scaled to
## mean 1 over all samples.
##
## @multitable {"elasticnet"} {lambda1 = Alpha Lambda, lambda2 = (1-Alpha)/2 Lambda}
## @headitem Penalty @tab with Lambda
## @item @qcode{"l1"} @tab lambda1 = Lambda: weights become exactly zero
## @item @qcode{"l2"} @tab lambda2 = Lambda (Keras's, without a half): weights shrink
## @item @qcode{"elasticnet"} @tab lambda1 = Alpha Lambda, lambda2 = (1-Alpha)/2 Lambda
## @item @qcode{"group"} @tab (1-Alpha) Lambda sum_j norm (W_1(:,j)), one group for each input,
## plus Alpha Lambda sum (abs (W_1(:))); on the other layers lambda2 = Lambda, so that large
## weights there cannot make up for small ones in the first layer
## @item @qcode{"decoupled"} @tab AdamW's weight decay W -= rate Lambda W; it is no part of J
## @end multitable
##
## @noindent
## @code{PenaltyFactor} (f_j for input j) and @code{Groups} change the terms of the first layer, in
## a linear model the only one.  With n_g inputs in group g, whose weights are W_1(:,g), they are
##
## @example
## @group
##     lambda1  sum_j f_j sum (abs (W_1(:,j)))
##   + lambda2  sum_j f_j sum (W_1(:,j) .^ 2)
##   + lambda_g sum_g f_g sqrt (n_g) norm (W_1(:,g)(:))
## @end group
## @end example
##
## With "group" whole inputs drop out: in step k Adam multiplies the weights of input j by 1 / (1 +
## rate sqrt(1-Beta2^k) Lambda / (norm (W_1(:,j)) (sqrt(v)+Epsilon))), with the norm before the
## step.  If that norm is at most 1e-12, the input's weights become exactly 0 and stay 0.  (With
## @code{Groups} the norm is the group's, and Lambda is multiplied by its weight.) The result is not
## exactly a minimum of J; "InitialModel" says how to reach one.
##
## @strong{The same penalty elsewhere}
##
## What other programs call lambda, alpha or C, and the option here that gives the same minimum; n
## is the number of samples, s = std (y, 1), R the number of responses.  A linear model standardises
## X by default: where the other program takes X as it is, give "Standardize", false.
##
## @multitable {LogisticRegression (C), more} {elasticnet: Lambda = 2 alpha, Alpha =}
## @headitem Cross-entropy @tab Here
## @item Keras: l1 (v), l2 (v) @tab l1, l2: Lambda = v
## @item Keras: l1_l2 (v, w) @tab elasticnet: Lambda = @{[v, w]@}
## @item scikit-learn: LogisticRegression (C), two classes @tab l1, l2: Lambda = 1 / (n C)
## @item LogisticRegression (C), more classes @tab l1: Lambda = 1 / (n C); l2: Lambda = 1 / (2 n C)
## @item MLPClassifier: alpha @tab l2: Lambda = alpha / (2 n), n the batch size; with two classes
## alpha / n for the last layer
## @item glmnet: multinomial @tab elasticnet: Lambda = lambda, Alpha = alpha
## @item glmnet: binomial @tab elasticnet: Lambda = lambda (2 - alpha), Alpha = alpha / (2 - alpha)
## @item MATLAB: fitclinear, two classes @tab l1, l2: Lambda = lambda
## @item MATLAB: fitcnet @tab l2: Lambda = lambda / 2
## @item Course: logistic regression, lambda / (2m) sum (theta.^2) @tab l2: Lambda = lambda / m
## @item Course: network with softmax, lambda / (2m) sum (Theta.^2) @tab l2: Lambda = lambda / (2m)
## @end multitable
##
## @multitable {LogisticRegression (C), more} {elasticnet: Lambda = 2 alpha, Alpha =}
## @headitem Squared error @tab Here
## @item Keras: l1 (v), l2 (v) @tab l1, l2: Lambda = v, "StandardizeY", false
## @item Keras: l1_l2 (v, w) @tab elasticnet: Lambda = @{[v, w]@}, "StandardizeY", false
## @item scikit-learn: Ridge (alpha) @tab l2: Lambda = alpha / (n R)
## @item scikit-learn: Lasso (alpha) @tab l1: Lambda = 2 alpha / s
## @item scikit-learn: ElasticNet @tab elasticnet: Lambda = 2 alpha, Alpha = l1_ratio,
## "StandardizeY", false
## @item MLPRegressor: alpha @tab l2: Lambda = alpha / n, n the batch size, "StandardizeY", false
## @item glmnet: gaussian @tab elasticnet: Lambda = 2 lambda / s, Alpha = alpha
## @item MATLAB: lasso @tab l1: Lambda = 2 lambda / s
## @item scikit-learn: HuberRegressor (epsilon, alpha), s = scale_ @tab "Loss", "huber",
## "HuberDelta", epsilon s; l2: Lambda = alpha s / n, "StandardizeY", false
## @item R: rlm (MASS) @tab "Loss", "huber"
## @item MATLAB: fitrnet @tab l2: Lambda = lambda / 2, "StandardizeY", false
## @item Course: linear regression, lambda / (2m) sum (theta.^2) @tab l2: Lambda = lambda / m
## @end multitable
##
## @noindent
## One score for two classes, as in logistic regression, is the difference of the two scores here:
## so its squares count double.  MATLAB's ridge term is lambda / 2 sum (W.^2).  glmnet's
## @code{standardize = TRUE} is "Standardize" here.
##
## @seealso{nnreg_predict, nnreg_evaluate, nnreg_prepare, nnreg_coef, nnreg_sparsity,
## nnreg_gridsearch, nnreg_cost}
## @end deftypefn

function [model, history] = nnreg_fit (X, y, varargin)
  try
    if (nargin < 2)
      print_usage ();
    end
    [model, history] = nnr.fit.run (X, y, varargin);
  catch err
    nnr.words.raise ('nnreg_fit', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! [model, history] = nnreg_fit (X / 16, y, "LayerSizes", 64, "Epochs", 10, ...
%!                               "Penalty", "l1", "Lambda", 1e-3, "Verbose", 1);

%!error <Lambda \(2\) must be a nonnegative number, got -1>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", "l1", "Lambda", @(k) 1 - 2 * (k > 1))
%!error <a "decoupled" penalty and a Lambda that changes>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", "decoupled", "Lambda", 1, "Solver", "fista")
%!test
%! # names are kept, in a row, and change nothing else
%! args = {"Epochs", 1, "Verbose", 0};
%! model = nnreg_fit (eye (3), [1; 2; 1], args{:}, "FeatureNames", {"a"; "b"; "c d"});
%! assert (model.FeatureNames, {"a", "b", "c d"});
%! plain = nnreg_fit (eye (3), [1; 2; 1], args{:});
%! assert (plain.FeatureNames, {});
%! assert (plain.Weights, model.Weights);
%!error <nnreg_fit: FeatureNames must have a name for each of the 2 columns of X, got 3>
%! nnreg_fit (eye (2), [1; 2], "FeatureNames", {"a", "b", "c"})
%!error <nnreg_fit: FeatureNames must differ, "b" is there twice>
%! nnreg_fit (eye (2), [1; 2], "FeatureNames", {"b", "b"})
%!error <nnreg_fit: FeatureNames must be a cell of texts, got "ab">
%! nnreg_fit (eye (2), [1; 2], "FeatureNames", "ab")
%!error <nnreg_fit: FeatureNames must be texts of one line and not empty, number 2 is 7>
%! nnreg_fit (eye (2), [1; 2], "FeatureNames", {"a", 7})
%!error <the penalty "group" is on the inputs of the first layer>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", "group", "Lambda", 1, "PenalizedLayers", 2)
%!error <nnreg_fit: Penalty must be a name, or one for each of the 2 layers, got 3>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", {"l1", "l2", "l1"}, "Lambda", 1)
%!error <nnreg_fit: Penalty must have a name for each layer, got an empty cell>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", {}, "Lambda", 1)
%!error <nnreg_fit: Penalty\{2\} must be "none", "l1", .* or "decoupled", got "auto">
%! nnreg_fit ([1; 2], [1; 2], "Penalty", {"l1", "auto"}, "Lambda", 1)
%!error <nnreg_fit: Penalty\{2\} must be .* got "l3"; did you mean "l1"\?>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", {"l1", "l3"}, "Lambda", 1)
%!error <nnreg_fit: Lambda must be a number, or one for each of the 2 layers, got 3>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", "elasticnet", "Lambda", {1, [1, 2], 3})
%!error <nnreg_fit: Lambda\{2\} is the pair \[1 2\], which the penalty "elasticnet" takes, but the>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", {"l2", "l1"}, "Lambda", {1, [1, 2]})
%!error <nnreg_fit: Lambda\{1\} must be a nonnegative number, or a pair .* got \[1 -2\]>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", "elasticnet", "Lambda", {[1, -2]})
%!error <nnreg_fit: Alpha must be a number, or one for each of the 2 layers, got 3>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", "elasticnet", "Lambda", 1, "Alpha", [0, 1, 1])
%!error <nnreg_fit: Lambda is missing: the penalty "l1", "none" needs a number>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", {"l1", "none"})
%!error <the penalty "group" is on the inputs of the first layer>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", {"l1", "group"}, "Lambda", 1)
%!error <Invalid call> nnreg_fit (1)
%!error <nnreg_fit: unknown option "Lamda"; did you mean "Lambda"\?> nnreg_fit (1, 1, "Lamda", 1)
%!error <nnreg_fit: BatchSize must be a positive integer, got -3> nnreg_fit (1, 1, "BatchSize", -3)
%!error <nnreg_fit: Lambda is missing: the penalty "l1" needs a number>
%! nnreg_fit ([1; 2], [1; 2], "Penalty", "l1")
%!test # an error of the penalty comes alone, without a warning about the number of epochs
%! text = evalc ("try, nnreg_fit ([1; 2], [1; 2], 'Penalty', 'l1'); catch, disp (lasterr); end");
%! assert (text, sprintf (['nnreg_fit: Lambda is missing: the penalty "l1" needs a number, ' ...
%!                         'such as "Lambda", 1e-3; nnreg_path tries many\n']));
