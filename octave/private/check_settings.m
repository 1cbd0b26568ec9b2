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
## @deftypefn {Private Function} {@var{s} =} check_settings (@var{caller}, @var{s}, @var{names})
## Those of the options @var{names} of @code{nnreg_fit} that can be checked each by itself,
## checked, in canonical form; a search checks once what its candidates have in common.
## @seealso{fit_settings, settle_settings}
## @end deftypefn

function s = check_settings (caller, s, names)
  for k = 1:numel (names)
    s.(names{k}) = checked (caller, names{k}, s.(names{k}));
  end
end

function value = checked (caller, name, value)
  switch (name)
    case "Task"
      value = check_choice (caller, name, value, {"classification", "regression"});
    case "LayerSizes"
      value = layer_sizes (caller, value);
    case "Penalty"
      value = check_choice (caller, name, value, ...
                            {"none", "l1", "l2", "elasticnet", "group", "decoupled"});
    case "L1Method"
      value = check_choice (caller, name, value, {"proximal", "subgradient"});
    case {"Tolerance", "Epsilon"}
      value = check_scalar (caller, name, value, "positive number");
    case "BatchSize"
      value = check_scalar (caller, name, value, "positive integer");
    case "LearnRate"
      value = learn_rate (caller, value);
    case {"Beta1", "Beta2", "ValidationFraction"}
      value = below_one (caller, name, check_scalar (caller, name, value, "nonnegative number"));
    case "Patience"
      value = check_scalar (caller, name, value, "positive integer or Inf");
    case {"Standardize", "StandardizeY", "Shuffle", "KeepZeros", "Profile"}
      value = check_scalar (caller, name, value, "logical");
    case "Seed"
      value = check_scalar (caller, name, value, "nonnegative integer");
    case "Threads"
      value = check_threads (caller, value);
    case "Verbose"
      value = verbosity (caller, value);
    case "OutputFcn"
      value = output_function (caller, value);
    case "FeatureNames"
      value = check_names (caller, value);
    case "CheckpointFile"
      value = checkpoint_file (caller, value);
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
                                 "integers below 2^31, or [] for a linear model, got %s"], ...
           caller, show_value (sizes));
  end
end

function rate = learn_rate (caller, rate)
  if (! is_function_handle (rate))
    rate = check_scalar (caller, "LearnRate", rate, "positive number or function of the epoch");
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
  if (! (ischar (name) && (isrow (name) || isempty (name)) && ! any (name == char (0))))
    error ("nnreg:badArgument", "%s: CheckpointFile must be the name of a file, got %s", ...
           caller, show_value (name));
  end
end

%!shared s
%! s = struct ("Epsilon", -1, "BatchSize", int8 (5), "LayerSizes", [3; 4]);
%!test
%! found = check_settings ("f", s, {"BatchSize", "LayerSizes"});
%! assert (found, struct ("Epsilon", -1, "BatchSize", 5, "LayerSizes", [3, 4]));
%! assert (class (found.BatchSize), "double");
%! assert (check_settings ("f", found, {"BatchSize", "LayerSizes"}), found);
%!error <f: Epsilon must be a positive number, got -1> check_settings ("f", s, {"Epsilon"})
%!error <f: LayerSizes must be at most 63 positive integers below 2\^31, or \[\] for a linear model, got 2147483648>
%! check_settings ("f", struct ("LayerSizes", 2^31), {"LayerSizes"});
%!error <f: LearnRate must be a positive number or function of the epoch, got \[0.1 0.2\]>
%! check_settings ("f", struct ("LearnRate", [0.1, 0.2]), {"LearnRate"});
