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
## @deftypefn {Private Function} {[@var{names}, @var{sums}] =} path_key (@var{p}, @var{s}, @var{d}, @var{folds})
## What the trainings of a path depend on: names for the user, and a checksum of each.
## @seealso{path_journal, checkpoint_key}
## @end deftypefn

function [names, sums] = path_key (p, s, d, folds)
  for name = {'Threads', 'Verbose', 'OutputFcn', 'FeatureNames'}
    s.(name{1}) = [];           # which no training depends on
  end
  own = struct ();
  for name = {'Lambda', 'NumLambda', 'LambdaRatio', 'MaxFeatures', 'Relax', 'WarmEpochs', 'Eliminates'}
    own.(name{1}) = p.(name{1});
  end
  parts = {'X, Standardize or Precision', d.Data; ...
           'y, Weights, ClassWeights or StandardizeY', d.Targets; ...
           'CV or Seed', folds; ...
           'Lambda, NumLambda, LambdaRatio, MaxFeatures, Relax, WarmEpochs or Method', ...
           value_text(own); ...
           'option of the trainings', value_text(s)};
  names = parts(:,1);
  sums = cellfun (@checksum_of, parts(:,2));
end
