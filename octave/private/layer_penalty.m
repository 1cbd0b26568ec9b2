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
## @deftypefn {Private Function} {@var{p} =} layer_penalty (@var{caller}, @var{s}, @var{num_layers})
## The penalty of the settings @var{s} for each of @var{num_layers} layers: a struct
## with the rows @code{Lambda1}, @code{Lambda2} and @code{Decay}, the number
## @code{Group}, and @code{L1Method}:
##
## @example
## J = data loss + sum_l Lambda1(l) ||W_l||_1 + Lambda2(l) ||W_l||_F^2
##   + Group sum_j ||W_1(:,j)||_2
## @end example
##
## @noindent
## @code{Decay} is decoupled weight decay, which is no part of J.
## @seealso{fit_settings}
## @end deftypefn

function p = layer_penalty (caller, s, num_layers)
  none = zeros (1, num_layers);
  p = struct ("Lambda1", none, "Lambda2", none, "Decay", none, ...
              "L1Method", s.L1Method, "Group", 0);
  layers = penalized_layers (caller, s.PenalizedLayers, num_layers);
  lambda = layer_lambda (caller, s, num_layers);
  if (isempty (layers) && ! strcmp (s.Penalty, 'none'))
    error ('nnreg:badArgument', ['%s: PenalizedLayers is "hidden", but there is no hidden ' ...
                                 'layer for the penalty "%s"'], caller, s.Penalty);
  end
  switch (s.Penalty)
    case "l1"
      p.Lambda1(layers) = lambda(layers);
    case "l2"
      p.Lambda2(layers) = lambda(layers);
    case "elasticnet"
      p.Lambda1(layers) = s.Alpha * lambda(layers);
      p.Lambda2(layers) = (1 - s.Alpha) / 2 * lambda(layers);
    case "group"
      p = group_penalty (caller, p, layers, lambda, s.Alpha);
    case "decoupled"
      p.Decay(layers) = lambda(layers);
  end
end

## One group an input in the first layer; the layers behind are held, or relu networks
## would evade the penalty by large weights there.
function p = group_penalty (caller, p, layers, lambda, alpha)
  if (! any (layers == 1))
    error ('nnreg:badArgument', ['%s: the penalty "group" is on the inputs of the first ' ...
                                 'layer; PenalizedLayers must have it'], caller);
  end
  behind = layers(layers > 1);
  p.Group = (1 - alpha) * lambda(1);
  p.Lambda1(1) = alpha * lambda(1);
  p.Lambda2(behind) = lambda(behind);
end

## Lambda as one number a layer; it is required with a penalty and only then.
function lambda = layer_lambda (caller, s, num_layers)
  lambda = zeros (1, num_layers);
  absent = isnumeric (s.Lambda) && isempty (s.Lambda);
  if (strcmp (s.Penalty, "none"))
    check_unused (caller, s.Lambda, absent);
    return;
  elseif (absent)
    error ("nnreg:badArgument", ['%s: Lambda is missing: the penalty "%s" needs ' ...
                                 'a number, such as "Lambda", 1e-3'], ...
           caller, s.Penalty);
  end
  fits = isnumeric (s.Lambda) && isreal (s.Lambda) ...
         && any (numel (s.Lambda) == [1, num_layers]) ...
         && isvector (s.Lambda) && all (s.Lambda(:) >= 0 & s.Lambda(:) < Inf);
  if (! fits)
    error ("nnreg:badArgument", ["%s: Lambda must be a nonnegative number, or one " ...
                                 "for each of the %s, got %s"], ...
           caller, count_text (num_layers, "layer"), show_value (s.Lambda));
  end
  lambda(:) = double (full (s.Lambda));
end

function check_unused (caller, lambda, absent)
  if (! (absent || (isnumeric (lambda) && all (lambda(:) == 0))))
    error ("nnreg:badArgument", ['%s: Lambda is %s, but Penalty is "none"; ' ...
                                 'choose a penalty, such as "Penalty", "l1"'], ...
           caller, show_value (lambda));
  end
end

function layers = penalized_layers (caller, wanted, num_layers)
  if (ischar (wanted))
    wanted = check_choice (caller, "PenalizedLayers", wanted, {"all", "hidden"});
    layers = 1:num_layers;
    if (strcmp (wanted, "hidden"))
      layers = 1:num_layers - 1;
    end
    return;
  end
  ok = isnumeric (wanted) && isreal (wanted) && isvector (wanted);
  if (ok)
    layers = double (full (wanted(:).'));
    ok = all (layers >= 1 & layers <= num_layers & layers == fix (layers));
  end
  if (! ok)
    error ("nnreg:badArgument", ['%s: PenalizedLayers must be "all", "hidden" ' ...
                                 "or numbers of layers from 1 to %d, got %s"], ...
           caller, num_layers, show_value (wanted));
  end
end
