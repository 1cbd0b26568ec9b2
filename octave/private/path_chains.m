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
## @deftypefn {Private Function} {[@var{chains}, @var{folds}] =} path_chains (@var{p}, @var{s}, @var{d})
## The trainings that go along a path side by side: one on all samples, which comes first
## and is measured on them, and with p.CV one for each fold, measured on what it leaves out.
## A chain has the packed @code{Data} of its @code{Live} inputs, the rows that it trains on
## (@code{Train}) and is measured on (@code{Measured}), and its parameters @code{Theta}.
## @seealso{nnreg_path, train_chains}
## @end deftypefn

function [chains, folds] = path_chains (p, s, d)
  folds = zeros (d.Data.NumSamples, 1);
  none = isscalar (p.CV) && isreal (p.CV) && p.CV == 0;
  if (! none)
    folds = make_folds (p.Caller, p.CV, struct ('Fit', d), s);
  end
  check_fold_weights (p.Caller, d.Targets, folds);
  for fold = 0:max (folds)
    [train, measured] = deal (find (folds != fold), find (folds == fold));
    if (fold == 0)
      [train, measured] = deal ([]);
    end
    chains(fold + 1) = struct ('Data', d.Data, 'Live', 1:d.Data.NumInputs, 'Train', train, ...
                               'Measured', measured, 'Theta', []);
  end
end
