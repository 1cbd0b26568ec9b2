## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{settings} =} fit_settings (@var{caller}, @var{args})
## The options of @code{nnreg_fit} out of name-value pairs, all that can be checked
## without the data checked, in canonical form.
## @seealso{fit_defaults, layer_penalty}
## @end deftypefn

function s = fit_settings (caller, args)
  s = parse_options (caller, fit_defaults (), args);
  choice = @(name, choices) check_choice (caller, name, s.(name), choices);
  scalar = @(name, kind) check_scalar (caller, name, s.(name), kind);
  s.Task = choice ("Task", {"classification", "regression"});
  s.LayerSizes = layer_sizes (caller, s.LayerSizes);
  s.Activations = layer_activations (caller, s.Activations, numel (s.LayerSizes));
  s.Penalty = choice ("Penalty", {"none", "l1", "l2", "elasticnet", "group", "decoupled"});
  if (strcmp (s.Alpha, "auto"))
    s.Alpha = 0.5 * ! strcmp (s.Penalty, "group");
  end
  s.Alpha = check_scalar (caller, "Alpha", s.Alpha, "number from 0 to 1");
  s.L1Method = choice ("L1Method", {"proximal", "subgradient"});
  s.Solver = solver (caller, s);
  s.Tolerance = scalar ("Tolerance", "positive number");
  exact = strcmp (s.Solver, "fista");
  s.Epochs = given_or (s.Epochs, {20, 1000}{1 + exact});
  s.Epochs = check_scalar (caller, "Epochs", s.Epochs, "positive integer");
  check_at_most (caller, "Epochs", s.Epochs, 1e7);
  s.BatchSize = scalar ("BatchSize", "positive integer");
  s.LearnRate = learn_rate (caller, s.LearnRate);
  s.Beta1 = below_one (caller, "Beta1", scalar ("Beta1", "nonnegative number"));
  s.Beta2 = below_one (caller, "Beta2", scalar ("Beta2", "nonnegative number"));
  s.Epsilon = scalar ("Epsilon", "positive number");
  s.ValidationFraction = scalar ("ValidationFraction", "nonnegative number");
  s.ValidationFraction = below_one (caller, "ValidationFraction", ...
                                    s.ValidationFraction);
  s.Patience = scalar ("Patience", "positive integer or Inf");
  s.Keep = given_or (s.Keep, {"best", "last"}{1 + (exact && isempty (s.LayerSizes))});
  s.Keep = check_choice (caller, "Keep", s.Keep, {"best", "last"});
  s.Standardize = scalar ("Standardize", "logical");
  s.StandardizeY = scalar ("StandardizeY", "logical");
  s.Seed = scalar ("Seed", "nonnegative integer");
  s.Shuffle = scalar ("Shuffle", "logical");
  s.KeepZeros = scalar ("KeepZeros", "logical");
  s.Precision = given_or (s.Precision, {"single", "double"}{1 + exact});
  s.Precision = check_choice (caller, "Precision", s.Precision, {"single", "double"});
  s.Threads = check_threads (caller, s.Threads);
  s.Verbose = verbosity (caller, s.Verbose);
  s.Profile = scalar ("Profile", "logical");
  s.OutputFcn = output_function (caller, s.OutputFcn);
  s.FeatureNames = check_names (caller, s.FeatureNames);
  s.CheckpointFile = checkpoint_file (caller, s.CheckpointFile);
  check_validation (caller, s);
end

## "auto" is "fista" for a linear model, unless something is given that only Adam has.
function name = solver (caller, s)
  name = check_choice (caller, "Solver", s.Solver, {"auto", "adam", "fista"});
  changes = strcmp (s.Penalty, "decoupled") || is_function_handle (s.Lambda);
  subgradient = strcmp (s.L1Method, "subgradient");
  if (strcmp (name, "fista") && changes)
    error ("nnreg:badArgument", ['%s: a "decoupled" penalty and a Lambda that changes ' ...
                                 'belong to "Solver", "adam"'], caller);
  elseif (strcmp (name, "fista") && subgradient)
    error ("nnreg:badArgument", ['%s: the L1Method "subgradient" belongs to "Solver", ' ...
                                 '"adam"'], caller);
  elseif (strcmp (name, "auto"))
    name = "adam";
    if (isempty (s.LayerSizes) && ! (changes || subgradient || tunes_adam (s)))
      name = "fista";
    end
  end
end

## A value other than the default for an option that only Adam heeds.
function tunes = tunes_adam (s)
  plain = fit_defaults ();
  tunes = ! all (cellfun (@(name) isequal (s.(name), plain.(name)), adam_options ()));
end

function value = given_or (value, other)
  if (isnumeric (value) && isempty (value))
    value = other;
  end
end

## LayerSizes as a row of positive integers; [] is a linear model.
function sizes = layer_sizes (caller, sizes)
  ok = isnumeric (sizes) && isreal (sizes) ...
       && (isempty (sizes) || isvector (sizes));
  if (ok)
    sizes = double (full (sizes(:).'));
    ok = all (sizes >= 1 & sizes == fix (sizes) & sizes < 2^31) ...
         && numel (sizes) < 64;
  end
  if (! ok)
    error ("nnreg:badArgument", ["%s: LayerSizes must be at most 63 positive " ...
                                 "integers, or [] for a linear model, got %s"], ...
           caller, show_value (sizes));
  end
end

## Activations as a row cell with a name for each hidden layer.
function names = layer_activations (caller, names, num_hidden)
  choices = {"relu", "tanh", "sigmoid", "none"};
  if (! iscell (names))
    names = repmat ({check_choice(caller, "Activations", names, choices)}, ...
                    1, num_hidden);
    return;
  end
  names = names(:).';
  if (isscalar (names))
    names = repmat (names, 1, num_hidden);
  end
  if (numel (names) != num_hidden)
    error ("nnreg:badArgument", ["%s: Activations must be one name, or one for " ...
                                 "each of the %d hidden layers, got %s"], ...
           caller, num_hidden, show_value (names));
  end
  for l = 1:num_hidden
    names{l} = check_choice (caller, "Activations", names{l}, choices);
  end
end

function rate = learn_rate (caller, rate)
  if (! is_function_handle (rate))
    rate = check_scalar (caller, "LearnRate", rate, "positive number");
  end
end

function value = below_one (caller, name, value)
  if (value >= 1)
    error ("nnreg:badArgument", "%s: %s must be at least 0 and below 1, got %s", ...
           caller, name, show_value (value));
  end
end

## Verbose: [] stands for 1 at a terminal and 0 elsewhere.
function level = verbosity (caller, level)
  if (isnumeric (level) && isempty (level))
    level = double (at_terminal ());
  end
  level = check_scalar (caller, "Verbose", level, "nonnegative integer");
end

function fcn = output_function (caller, fcn)
  if (! (is_function_handle (fcn) || (isnumeric (fcn) && isempty (fcn))))
    error ("nnreg:badArgument", "%s: OutputFcn must be a function handle, got %s", ...
           caller, show_value (fcn));
  end
end

function name = checkpoint_file (caller, name)
  if (! (ischar (name) && (isrow (name) || isempty (name)) && ! any (name == 0)))
    error ("nnreg:badArgument", "%s: CheckpointFile must be the name of a file, got %s", ...
           caller, show_value (name));
  end
end

function check_validation (caller, s)
  given = ! (isnumeric (s.ValidationData) && isempty (s.ValidationData));
  if (given && ! (iscell (s.ValidationData) ...
                  && any (numel (s.ValidationData) == [2, 3])))
    error ("nnreg:badArgument", ["%s: ValidationData must be a cell {X, y} or " ...
                                 "{X, y, weights}, got %s"], ...
           caller, show_value (s.ValidationData));
  elseif (given && s.ValidationFraction > 0)
    error ("nnreg:badArgument", ["%s: give ValidationData or " ...
                                 "ValidationFraction, not both"], caller);
  elseif (isfinite (s.Patience) && ! given && s.ValidationFraction == 0)
    error ("nnreg:badArgument", ["%s: Patience needs validation data: give " ...
                                 "ValidationData or ValidationFraction"], caller);
  end
end
