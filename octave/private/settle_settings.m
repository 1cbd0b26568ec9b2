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
## @deftypefn {Private Function} {@var{s} =} settle_settings (@var{caller}, @var{s})
## The options of @code{nnreg_fit} whose check or default depends on others, where
## @code{check_settings} has checked those.
## @seealso{fit_settings, check_settings}
## @end deftypefn

function s = settle_settings (caller, s)
  s.Activations = layer_activations (caller, s.Activations, numel (s.LayerSizes));
  if (strcmp (s.Alpha, "auto"))
    s.Alpha = 0.5 * ! strcmp (s.Penalty, "group");
  end
  s.Alpha = check_scalar (caller, "Alpha", s.Alpha, "number from 0 to 1");
  s.Solver = solver (caller, s);
  exact = strcmp (s.Solver, "fista");
  s.Epochs = given_or (s.Epochs, {20, 1000}{1 + exact});
  s.Epochs = check_scalar (caller, "Epochs", s.Epochs, "positive integer");
  check_at_most (caller, "Epochs", s.Epochs, 1e7);
  s.Keep = given_or (s.Keep, {"best", "last"}{1 + (exact && isempty (s.LayerSizes))});
  s.Keep = check_choice (caller, "Keep", s.Keep, {"best", "last"});
  s.Precision = given_or (s.Precision, {"single", "double"}{1 + exact});
  s.Precision = check_choice (caller, "Precision", s.Precision, {"single", "double"});
  check_not_lost (caller, "Epsilon", s.Epsilon, s.Precision);
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
                                 "each of the %s, got %s"], ...
           caller, count_text (num_hidden, "hidden layer"), show_value (names));
  end
  for l = 1:num_hidden
    names{l} = check_choice (caller, "Activations", names{l}, choices);
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
