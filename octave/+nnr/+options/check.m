## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.options.check (s, names)
##
## Those of the options names of nnreg_fit that can be checked each by itself, checked, in
## canonical form; a search checks once what its candidates have in common.

function s = check (s, names)
  for k = 1:numel (names)
    s.(names{k}) = checked (names{k}, s.(names{k}));
  end
end

function value = checked (name, value)
  switch (name)
    case 'Task'
      value = nnr.args.check_choice (name, value, {'classification', 'regression'});
    case 'LayerSizes'
      value = layer_sizes (value);
    case 'Penalty'
      value = nnr.args.check_choice (name, value, ...
                                     {'none', 'l1', 'l2', 'elasticnet', 'group', 'decoupled'});
    case 'L1Method'
      value = nnr.args.check_choice (name, value, {'proximal', 'subgradient'});
    case {'Tolerance', 'Epsilon'}
      value = nnr.args.check_scalar (name, value, 'positive number');
    case 'BatchSize'
      value = nnr.args.check_scalar (name, value, 'positive integer');
    case 'LearnRate'
      value = learn_rate (value);
    case {'Beta1', 'Beta2', 'ValidationFraction'}
      value = below_one (name, nnr.args.check_scalar (name, value, 'nonnegative number'));
    case 'Patience'
      value = nnr.args.check_scalar (name, value, 'positive integer or Inf');
    case {'Standardize', 'StandardizeY', 'Shuffle', 'KeepZeros', 'Profile'}
      value = nnr.args.check_scalar (name, value, 'logical');
    case 'Seed'
      value = nnr.args.check_scalar (name, value, 'nonnegative integer');
    case 'Threads'
      value = nnr.args.check_threads (value);
    case 'Verbose'
      value = verbosity (value);
    case 'OutputFcn'
      value = output_function (value);
    case 'FeatureNames'
      value = nnr.options.check_names (value);
    case 'CheckpointFile'
      value = checkpoint_file (value);
  end
end

## LayerSizes as a row of positive integers; [] is a linear model.
function sizes = layer_sizes (sizes)
  ok = isnumeric (sizes) && isreal (sizes) ...
       && (isempty (sizes) || isvector (sizes));
  if (ok)
    sizes = double (full (sizes(:).'));
    ok = all (sizes >= 1 & sizes == fix (sizes) & sizes < 2^31) ...
         && numel (sizes) < 64;
  end
  if (! ok)
    error ('nnreg:badArgument', ['LayerSizes must be at most 63 positive ' ...
                                 'integers below 2^31, or [] for a linear model, got %s'], nnr.words.show_value (sizes));
  end
end

function rate = learn_rate (rate)
  if (! is_function_handle (rate))
    rate = nnr.args.check_scalar ('LearnRate', rate, 'positive number or function of the epoch');
  end
end

function value = below_one (name, value)
  if (value >= 1)
    error ('nnreg:badArgument', '%s must be at least 0 and below 1, got %s', name, ...
           nnr.words.show_value (value));
  end
end

## Verbose: [] stands for 1 at a terminal and 0 elsewhere.
function level = verbosity (level)
  if (isnumeric (level) && isempty (level))
    level = double (nnr.words.at_terminal ());
  end
  level = nnr.args.check_scalar ('Verbose', level, 'nonnegative integer');
end

function fcn = output_function (fcn)
  if (! (is_function_handle (fcn) || (isnumeric (fcn) && isempty (fcn))))
    error ('nnreg:badArgument', 'OutputFcn must be a function handle, got %s', ...
           nnr.words.show_value (fcn));
  end
end

function name = checkpoint_file (name)
  if (! (ischar (name) && (isrow (name) || isempty (name)) && ! any (name == char (0))))
    error ('nnreg:badArgument', 'CheckpointFile must be the name of a file, got %s', ...
           nnr.words.show_value (name));
  end
end

%!shared s
%! s = struct ("Epsilon", -1, "BatchSize", int8 (5), "LayerSizes", [3; 4]);
%!test
%! found = nnr.options.check (s, {"BatchSize", "LayerSizes"});
%! assert (found, struct ("Epsilon", -1, "BatchSize", 5, "LayerSizes", [3, 4]));
%! assert (class (found.BatchSize), "double");
%! assert (nnr.options.check (found, {"BatchSize", "LayerSizes"}), found);
%!error <Epsilon must be a positive number, got -1> nnr.options.check (s, {"Epsilon"})
%!error <LayerSizes must be at most 63 positive integers below 2\^31, or \[\] for a linear model, got 2147483648>
%! nnr.options.check (struct ("LayerSizes", 2^31), {"LayerSizes"});
%!error <LearnRate must be a positive number or function of the epoch, got \[0.1 0.2\]>
%! nnr.options.check (struct ("LearnRate", [0.1, 0.2]), {"LearnRate"});
