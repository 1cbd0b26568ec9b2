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
## @deftypefn {Private Function} {[@var{names}, @var{sums}] =} checkpoint_key (@var{problem}, @var{state}, @var{s})
## What a training depends on: names for the user, and a checksum of each.
## @seealso{resume_training}
## @end deftypefn

function [names, sums] = checkpoint_key (problem, state, s)
  p = problem;
  targets = rmfield (p.Train, 'Data');
  parts = {'Task, LayerSizes, Activations or Precision', p.Network; ...
           'Penalty, Lambda, Alpha, PenalizedLayers or L1Method', {p.Penalty, p.LambdaScales}; ...
           'Solver', {p.Solver, p.Tolerance}; ...
           'Epochs', numel(p.LearnRates); 'LearnRate', p.LearnRates; ...
           'Beta1, Beta2 or Epsilon', [p.Beta1, p.Beta2, p.Epsilon]; ...
           'BatchSize', p.BatchSize; 'Seed', p.Seed; 'Shuffle', p.Shuffle; ...
           'KeepZeros', p.KeepZeros; 'Keep', s.Keep; 'Patience', s.Patience; ...
           'X or Standardize', p.Train.Data; ...
           'y, Weights, ClassWeights, StandardizeY or ValidationFraction', targets; ...
           'ValidationData or ValidationFraction', p.Validation; ...
           'InitialModel', state.Theta};
  names = parts(:,1);
  sums = cellfun (@checksum_of, parts(:,2));
end

%!test
%! data = struct ("Values", {{single([1, 2]), uint8([3; 4])}}, "Starts", {{}});
%! problem = struct ("Network", struct ("Sizes", [2, 3]), "Penalty", struct ("Group", 0), ...
%!                   "LambdaScales", [], "Solver", "adam", "Tolerance", 1, "LearnRates", [1; 2], ...
%!                   "Beta1", 0.9, "Beta2", 0.99, "Epsilon", 1e-7, "BatchSize", 3, "Seed", 0, ...
%!                   "Shuffle", 1, "KeepZeros", 0, "Train", struct ("Data", data, "Rows", []), ...
%!                   "Validation", []);
%! s = struct ("Keep", "best", "Patience", Inf);
%! state.Theta = [1; 2];
%! [names, sums] = checkpoint_key (problem, state, s);
%! [~, again] = checkpoint_key (problem, state, s);
%! assert (again, sums);
%! problem.Train.Data.Values{2}(1) = 5;
%! problem.Beta2 = 0.999;
%! s.Patience = 3;
%! [~, other] = checkpoint_key (problem, state, s);
%! assert (names(other != sums), {"Beta1, Beta2 or Epsilon"; "Patience"; "X or Standardize"});
