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
## @deftypefn {} {@var{model} =} oracle_model (@var{X}, @var{y}, @var{opt})
## A model of the package that holds the starting weights @code{opt.W} and
## @code{opt.b}, to be given to @code{nnreg_fit} as @code{InitialModel}.
## @seealso{oracle_compare, oracle_start}
## @end deftypefn

function model = oracle_model (X, y, opt)
  args = {"Task", opt.Task, "LayerSizes", opt.LayerSizes, "Epochs", 1, ...
          "Precision", "double", "Solver", "adam", "Verbose", 0};
  if (isfield (opt, "Activations"))
    args = [args, {"Activations", opt.Activations}];
  end
  if (strcmp (opt.Task, "regression"))
    args = [args, {"StandardizeY", false}];
  end
  model = nnreg_fit (X, y, args{:});
  model.Weights = opt.W;
  model.Biases = opt.b;
end
