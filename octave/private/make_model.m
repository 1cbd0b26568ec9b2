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
## @deftypefn {Private Function} {@var{model} =} make_model (@var{theta}, @var{problem}, @var{d}, @var{s}, @var{history})
## The model struct that nnreg_fit returns.
## @end deftypefn

function model = make_model (theta, problem, d, s, history)
  [weights, biases] = roll_weights (theta, problem.Network.Sizes);
  ## Data and models that were given are no settings to be carried along.
  [s.ValidationData, s.Weights, s.InitialModel, s.OutputFcn] = deal ([]);
  model = struct ('Task', s.Task, 'ClassNames', {d.Targets.ClassNames}, ...
                  'LayerSizes', s.LayerSizes, 'Activations', {s.Activations}, ...
                  'Weights', {weights}, 'Biases', {biases}, ...
                  'InputMean', d.Mean, 'InputScale', d.Scale, ...
                  'ResponseMean', d.Targets.ResponseMean, ...
                  'ResponseScale', d.Targets.ResponseScale, ...
                  'Lambda1', problem.Penalty.Lambda1, ...
                  'Lambda2', problem.Penalty.Lambda2, ...
                  'LambdaGroup', problem.Penalty.Group, 'Settings', s, ...
                  'History', history, 'FeatureNames', {s.FeatureNames});
end
