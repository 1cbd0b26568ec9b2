## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.args.synonyms (name, known)
##
## What the option NAME of another program is called here, with quotes, such as '"LayerSizes"'; ''
## if the table has no such name, or if it belongs to an option that is not in the cellstr KNOWN.
## Case, underscores, dots and hyphens do not matter.

function text = synonyms (name, known)
  name = plain (name);
  same = strcmp (cellfun (@plain, known, 'UniformOutput', false), name);
  if (any (same))
    text = ['"', known{find(same, 1)}, '"'];
    return
  end
  text = '';
  for row = table ().'
    names = strsplit (row{1}, ' ');
    if (any (strcmp (strsplit (row{3}, ' '), name)) && all (ismember (names, known)))
      text = [text, ' or ', row{2}];
    end
  end
  text = regexprep (text, '^ or ', '');
end

function name = plain (name)
  name = lower (name(isstrprop (name, 'alphanum')));
end

## Each row: the options that a function must have, how the error names them, and what scikit-learn,
## Keras, PyTorch, MATLAB, glmnet or nnet call them.
function rows = table ()
  own = [of_trainings(); of_choices_and_data()];
  rows = [explained(); own(:,1), strcat('"', own(:,1), '"'), own(:,2)];
end

## Other names of one option.
function rows = of_trainings ()
  rows = { ...
          'LayerSizes', ['hiddenlayers hiddenlayersizes hiddenlayersize hiddensizes hiddensize ' ...
                         'hidden hiddenunits layers layersize units neurons numhiddenunits ' ...
                         'numneurons numlayers numhiddenlayers nodes numnodes hiddennodes size ' ...
                         'width depth']
          'Activations', ['activation activationfunction activationfunctions activationfcn ' ...
                          'transferfcn transferfunction nonlinearity actfct']
          'Penalty', 'regularization regularizer regularizationtype reg penaltytype'
          'Lambda', 'lam lambdas lambdaseq alphas'
          'Alpha', 'l1ratio mixture mixing'
          'Epochs', ['maxiter maxiters maxit maxiterations iterationlimit iterations niter ' ...
                     'numiter numiterations numepochs nepochs maxepochs passlimit maxfun']
          'BatchSize', 'minibatchsize minibatch batch'
          'LearnRate', ['learningrate learningrateinit initiallearnrate eta eta0 stepsize lr ' ...
                        'rate initialstepsize']
          'Beta1', 'momentum gradientdecayfactor'
          'Beta2', 'squaredgradientdecayfactor'
          'Solver', 'optimizer optimiser algorithm method trainfcn'
          'Tolerance', ['tol thresh gradienttolerance losstolerance steptolerance reltol ' ...
                        'betatolerance deltagradienttolerance']
          'ValidationFraction', 'validationsplit valsplit holdout validationratio valfraction'
          'ValidationData', 'validationset valdata'
          'Patience', 'validationpatience niternochange'
          'Keep', 'restorebestweights outputnetwork'
          'Weights', 'sampleweight sampleweights observationweights caseweights'
          'ClassWeights', 'classweight prior priors cost scaleposweight'
          'Task', 'family objective type linout linearoutput softmax entropy'
          'Loss', 'lossfunction lossfcn criterion errfct'
          'HuberDelta', 'delta transitionpoint huberslope hubertransition transition'
          'Standardize', ['normalize normalise standardise scale scaling scaler normalization ' ...
                          'standardization standardizedata zscore center']
          'StandardizeY', 'standardizeresponse standardizeresponses normalizey'
          'Intercept', 'fitintercept fitbias bias usebias'
          'Missing', 'impute imputation imputer missingvalues fillmissing naaction strategy'
          'MissingRows', 'missing'
          'Seed', 'randomstate randomseed rng rngseed'
          'InitialModel', ['warmstart initialweights kernelinitializer layerweightsinitializer ' ...
                           'weightinitializer startweights wts']
          'Precision', 'dtype datatype'
          'Threads', 'njobs nthreads numthreads useparallel workers numworkers parallel'
          'Verbose', 'display verbosity disp trace traceit verbosefrequency'
          'OutputFcn', 'callback callbacks outputfcns'
          'CheckpointFile', 'checkpoint checkpointpath'
          'FeatureNames', 'predictornames variablenames varnames columnnames inputnames'
          'Predictors', 'features featurecols variables columns predictornames inputcols'
          'NumLambda', 'nlambda nlambdas nalphas numlambdas'
          'LambdaRatio', 'lambdaminratio eps'
          'MaxFeatures', 'dfmax pmax maxinputs nfeaturestoselect'
          'Relax', 'relaxed debias'};
end

function rows = of_choices_and_data ()
  rows = { ...
          'CV', folds()
          'CVGroups', 'groupkfold groupid groupids groupcol leaveonegroupout logo'
          'CVTime', 'timeseriessplit timeseries walkforward rollingorigin timecol'
          'Repeats', 'nrepeats numrepeats mcreps repeatedkfold repeatedstratifiedkfold'
          'Nested', 'nestedcv outercv outerfolds nestedfolds'
          'OutOfFold', 'oof savepredictions returnpredictions crossvalpredict kfoldpredict'
          'Halving', 'successivehalving hyperband asha factor'
          'Select', 'selection selectionfunction rule s'
          'HoldOut', 'testsize testfraction testshare testratio'
          'Stratify', 'stratified stratification stratifyoption'
          'NumSamples', 'niter ntrials numtrials nsamples maxobjectiveevaluations numgridpoints'
          'Score', 'scoring scorer metric metrics evalmetric typemeasure'
          'Coverage', 'confidence confidencelevel level predictioninterval interval'
          'Threshold', 'cut cutoff cutpoint decisionthreshold'
          'PositiveClass', 'poslabel posclass positive positivelabel'
          'Metric', 'scoring score'
          'Cost', 'costs costmatrix misclassificationcost'
          'Recall', 'sensitivity tpr minrecall'
          'Delimiter', 'sep separator delim fieldseparator'
          'DecimalSeparator', 'dec decimal decimalmark'
          'ThousandsSeparator', 'thousands groupingmark bigmark'
          'ReadVariableNames', 'header hasheader headerrow'
          'VariableNames', 'names colnames columnnames'
          'VariableTypes', 'dtype dtypes colclasses coltypes columntypes'
          'TreatAsMissing', 'navalues nastrings na nullstr missingvalue treatasempty'
          'DefaultMissing', 'keepdefaultna'
          'NumHeaderLines', 'skip skiprows skiplines headerlines'
          'Encoding', 'fileencoding charset'
          'NumRepeats', 'nrepeats npermutations numpermutations'
          'Kind', 'type plottype'
          'File', 'filename savefig'
          'Resolution', 'dpi'};
end

## Names that need more words.
function rows = explained ()
  penalty = @(kind, more) sprintf ('"Penalty", "%s" with "Lambda"%s', kind, more);
  rows = { ...
          'Penalty Lambda', penalty('l1', ''), 'l1 lasso lambda1 l1penalty l1reg l1regularization'
          'Penalty Lambda', penalty('l2', ''), 'l2 ridge lambda2 l2penalty l2reg l2regularization'
          'Penalty Lambda', penalty('l2" or "decoupled', ''), 'weightdecay decay'
          'Penalty Lambda Alpha', penalty('elasticnet', ' and "Alpha"'), 'elasticnet l1l2'
          'Penalty Lambda', penalty('l2', ', which is small where C is large'), 'c'
          'Penalty Lambda', '"Penalty" with "Lambda" (there is no dropout)', 'dropout dropoutrate'
          'Penalty Lambda', '"Penalty" with "Lambda"', ...
          'reglambda regparam regularizationstrength kernelregularizer kernelregularisation'
          'LearnRate', '"LearnRate" with a function of the epoch', ...
          ['learnrateschedule learningrateschedule lrschedule lrscheduler learnratedropfactor ' ...
           'learnratedropperiod powert']
          'ValidationData', '"CV" of nnreg_gridsearch and nnreg_path', folds()
          'ValidationData', 'a grid of nnreg_gridsearch', tuning()
          'ValidationData', '"Score" of nnreg_gridsearch and nnreg_path', ...
          'score scoring scorer metric metrics evalmetric typemeasure'
          'ValidationData', '"Repeats" of nnreg_gridsearch and nnreg_path', ...
          'repeats nrepeats mcreps'
          'ValidationData', '"NumLambda" of nnreg_path', 'numlambda nlambda nlambdas nalphas'
          'ValidationData', '"LambdaRatio" of nnreg_path', 'lambdaratio lambdaminratio'
          'ValidationData', '"MaxFeatures" of nnreg_path', 'maxfeatures dfmax pmax'
          'ValidationData', '"Relax" of nnreg_path', 'relax relaxed debias'
          'ValidationData', '"Halving" of nnreg_gridsearch', 'halving hyperband asha'
          'PenaltyFactor', '"PenaltyFactor" with Inf', 'exclude'
          'ValidationData', 'nnreg_plot (model, "history") after the training', 'plots plot'
          'Penalty', '"NumWeights", "Zeros" or "MaxLoss" of nnreg_sparsify', ...
          'numweights maxloss zeros sparsity targetsparsity pruning'
          'NumWeights', '"Zeros"', 'sparsity targetsparsity pruning'
          'Refit', 'the grid, the third argument', tuning()
          'CV', '"CV" with a share, such as 0.2', 'holdout testsize shufflesplit'
          'CV', '"CV", whose folds are stratified for classes', ...
          'stratify stratified stratifiedkfold stratification'
          'Predictors', 'the name of a column as the second argument', ...
          'response responsename responsevarname target targetcol label labelcol outcome formula'
          'Predictors', 'a column of texts or logicals in the table', ...
          'categorical categoricalpredictors categoricalfeatures catfeatures onehot dummyvars'
          'Coverage', '"Coverage", which is 1 - alpha', 'alpha'
          'Groups Stratify', '"Groups"', 'group groupkfold groupshufflesplit groupid cvgroups'
          'Time Stratify', '"Time"', 'cvtime timecol date'
          'Precision Recall', '"Precision"', 'ppv minprecision'
          'ValidationFraction Patience', '"ValidationFraction" with "Patience"', 'earlystopping'};
end

function names = folds ()
  names = ['cv kfold kfolds folds nfolds numfolds nsplits crossval crossvalidation foldid ' ...
           'cvpartition leaveout leaveoneout'];
end

## What tunes options.
function names = tuning ()
  names = ['optimizehyperparameters hyperparameteroptimizationoptions paramgrid ' ...
           'paramdistributions parametergrid tunegrid tunelength'];
end

%!shared known
%! known = nnr.options.names ("fit");
%!function is (right, names, known)
%!  for name = names
%!    assert (nnr.args.synonyms (name{1}, known), right);
%!  end
%!endfunction
%!test
%! is ('"LayerSizes"', {"HiddenLayers", "hidden_layer_sizes", "layer_sizes", "Layers"}, known);
%! is ('"Penalty"', {"Regularization", "reg"}, known);
%! is ('"Penalty", "l1" with "Lambda"', {"L1", "lambda1"}, known);
%! is ('"Penalty", "l2" or "decoupled" with "Lambda"', {"weight_decay"}, known);
%! is ('"Epochs"', {"MaxIter", "max_iter", "IterationLimit", "NumEpochs", "n_iter"}, known);
%! is ('"LearnRate"', {"LearningRate", "learning-rate-init", "InitialLearnRate", "eta"}, known);
%! is ('"Standardize"', {"Normalize", "Scale"}, known);
%! is ('"Seed"', {"RandomState", "random_state"}, known);
%! is ('"PenaltyFactor"', {"penalty.factor"}, known);
%! is ('"Penalty" with "Lambda"', {"kernel_regularizer"}, known);
%! is ('"InitialModel"', {"kernel_initializer", "LayerWeightsInitializer"}, known);
%! is ('"Tolerance"', {"BetaTolerance", "RelTol"}, known);
%! is ('nnreg_plot (model, "history") after the training', {"Plots"}, known);
%! is ('"NumLambda" of nnreg_path', {"NumLambda", "n_alphas"}, known);
%! is ('"NumLambda"', {"NumLambda", "n_alphas"}, nnr.options.names ("path"));
%! is ('"Score" of nnreg_gridsearch and nnreg_path', {"scoring", "metrics"}, known);
%! is ('"NumWeights", "Zeros" or "MaxLoss" of nnreg_sparsify', {"num_weights", "sparsity"}, known);
%! is ('"Zeros"', {"sparsity"}, nnr.options.names ("sparsify"));
%!test # of the function that is called, and more than one if it has them
%! is ('"CV"', {"KFold", "Folds", "nfolds"}, nnr.options.names ("search"));
%! is ('"CV" of nnreg_gridsearch and nnreg_path', {"KFold", "CV"}, known);
%! is ('"MaxFeatures" of nnreg_path', {"dfmax", "pmax"}, known);
%! is ('"MaxFeatures"', {"dfmax", "pmax"}, nnr.options.names ("path"));
%! is ('"LayerSizes"', {"size", "hiddenNodes"}, known);     # nnet and elm of R
%! is ('"Task"', {"linout", "linear.output"}, known);
%! is ('', {"", "_", "Momentums", "two words"}, known);
%! is ('"Penalty" with "Lambda" (there is no dropout)', {"Dropout", "dropout_rate"}, known);
%! is ('"Epochs" or "NumSamples"', {"n_iter"}, nnr.options.names ("search"));
%! is ('', {"L1", "Epoch"}, {"Penalty", "Threads"});
%!test # tables, folds and decisions
%! search = nnr.options.names ("search");
%! is ("the name of a column as the second argument", {"ResponseName", "Formula"}, known);
%! is ('a column of texts or logicals in the table', {"CategoricalPredictors", "one_hot"}, known);
%! is ('"FeatureNames" or "Predictors"', {"PredictorNames"}, known);
%! is ('a grid of nnreg_gridsearch', {"OptimizeHyperparameters", "param_grid"}, known);
%! is ('the grid, the third argument', {"OptimizeHyperparameters", "param_grid"}, search);
%! is ('"CV", whose folds are stratified for classes', {"Stratify", "StratifiedKFold"}, search);
%! is ('"CV" with a share, such as 0.2', {"Holdout", "test_size"}, search);
%! is ('"CVGroups"', {"GroupKFold"}, search);
%! is ('"CVTime"', {"TimeSeriesSplit"}, search);
%! is ('"CV"', {"foldid", "nfolds"}, search);
%! is ('"Score"', {"type.measure", "scoring"}, search);
%! is ('"Repeats"', {"MCReps", "RepeatedKFold"}, search);
%! is ('"HoldOut"', {"test_size"}, {"HoldOut", "Stratify"});
%! is ('"Coverage"', {"confidence_level"}, {"Coverage"});
%! is ('"Coverage", which is 1 - alpha', {"alpha"}, {"Coverage"});
%! is ('"PositiveClass"', {"pos_label"}, {"PositiveClass", "Recall"});
%! is ('"Delimiter"', {"sep"}, {"Delimiter"});
%!test # every option that the table names is one of a public function
%! source = fileread (which ("nnr.args.synonyms"));
%! rows = regexp (source, "\n +'([A-Z][A-Za-z0-9 ]*)',", "tokens");
%! named = unique (strsplit (strjoin ([rows{:}], " "), " "));
%! assert (numel (named) > 40);
%! texts = cellfun (@fileread, glob (fullfile (fileparts (which ("nnreg_fit")), "nnreg_*.m")), ...
%!                  "UniformOutput", false);
%! in_help = @(name) ! isempty (strfind ([texts{:}], ["@qcode{\"" name "\"}"]));
%! assert (named(! cellfun (in_help, named)), cell (1, 0));
