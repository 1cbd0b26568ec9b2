## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more details.
##
## You should have received a copy of the GNU General Public License along with
## this program; see the file COPYING.  If not, see
## <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {} {@var{opt} =} oracle_options (@var{opt}, @var{num_layers})
## Fill in what the oracle needs: the options of @code{nnreg_fit} that define the
## mathematics, by the same names, for a network of @var{num_layers} layers.
## Afterwards @code{Activations} is a cell with one name a hidden layer, and
## @code{l1}, @code{l2}, @code{decay} and @code{penalised} have one number a layer.
## @seealso{oracle_fit, oracle_cost}
## @end deftypefn

function opt = oracle_options (opt, num_layers)
  defaults = struct ("Task", "classification", "Activations", "relu", ...
                     "Penalty", "none", "Lambda", 0, "Alpha", 0.5, ...
                     "L1Method", "proximal", "PenalizedLayers", "all", ...
                     "Epochs", 1, "BatchSize", 128, "LearnRate", 1e-3, ...
                     "Weights", [], "ClassWeights", []);
  for name = fieldnames (defaults).'
    if (! isfield (opt, name{1}))
      opt.(name{1}) = defaults.(name{1});
    end
  end
  if (ischar (opt.Activations))
    opt.Activations = repmat ({opt.Activations}, 1, num_layers - 1);
  elseif (isscalar (opt.Activations))
    opt.Activations = repmat (opt.Activations, 1, num_layers - 1);
  end
  opt = layer_lambdas (opt, num_layers);
end

## The factors of ||W_l||_1, ||W_l||_F^2 and of the decoupled decay, a row each.
function opt = layer_lambdas (opt, num_layers)
  opt.penalised = false (1, num_layers);
  if (isnumeric (opt.PenalizedLayers))
    opt.penalised(opt.PenalizedLayers) = true;
  elseif (strcmp (opt.PenalizedLayers, "hidden"))
    opt.penalised(1:(num_layers - 1)) = true;
  else
    opt.penalised(:) = true;
  end
  lambda = opt.Lambda(:).' .* opt.penalised;
  [opt.l1, opt.l2, opt.decay] = deal (zeros (1, num_layers));
  switch (opt.Penalty)
    case "l1"
      opt.l1 = lambda;
    case "l2"
      opt.l2 = lambda;
    case "elasticnet"
      opt.l1 = opt.Alpha * lambda;
      opt.l2 = (1 - opt.Alpha) / 2 * lambda;
    case "decoupled"
      opt.decay = lambda;
  end
end

%!test
%! opt = struct ("Penalty", "elasticnet", "Lambda", 4, "Alpha", 0.25, ...
%!               "PenalizedLayers", "hidden");
%! opt = oracle_options (opt, 3);
%! assert (opt.l1, [1 1 0]);
%! assert (opt.l2, [1.5 1.5 0]);
