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
## @deftypefn {Private Function} {@var{p} =} make_problem (@var{caller}, @var{s}, @var{train}, @var{validation}, @var{num_outputs})
## All that defines a training, as the gateways read it: the settings @var{s} on the
## samples @var{train}, validated on @var{validation} (or empty).
## @seealso{make_samples, run_training}
## @end deftypefn

function p = make_problem (caller, s, train, validation, num_outputs)
  network = make_network (s, train.Data.NumInputs, num_outputs);
  [penalty, scales] = fit_penalty (caller, s, numel (network.Sizes) - 1);
  p = struct ("Solver", s.Solver, "Tolerance", s.Tolerance, ...
              "Network", network, "Penalty", penalty, "Train", train, ...
              "Validation", {validation}, "ValidateLastOnly", 0, ...
              "Beta1", s.Beta1, "Beta2", s.Beta2, "Epsilon", s.Epsilon, ...
              "BatchSize", s.BatchSize, "LearnRates", learn_rates (caller, s), ...
              "LambdaScales", scales, ...
              "Seed", s.Seed, "Shuffle", double (s.Shuffle), ...
              "KeepZeros", double (s.KeepZeros));
end
