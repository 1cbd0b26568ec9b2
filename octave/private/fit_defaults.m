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
## @deftypefn {Private Function} {@var{defaults} =} fit_defaults ()
## The options of @code{nnreg_fit} with their defaults, in the order of its help.
## @seealso{fit_settings, nnreg_fit}
## @end deftypefn

function defaults = fit_defaults ()
  defaults = struct ("Task", "classification", "LayerSizes", 100, ...
                     "Activations", "relu", "Penalty", "none", "Lambda", [], ...
                     "PenalizedLayers", "all", "Alpha", 0.5, ...
                     "L1Method", "proximal", "Solver", "auto", "Tolerance", 1e-8, "Epochs", [], ...
                     "BatchSize", 128, "LearnRate", 1e-3, "Beta1", 0.9, ...
                     "Beta2", 0.999, "Epsilon", 1e-7, "ValidationData", [], ...
                     "ValidationFraction", 0, "Patience", Inf, "Keep", [], ...
                     "Weights", [], "ClassWeights", [], "Standardize", false, ...
                     "StandardizeY", true, "Seed", 0, "Shuffle", true, ...
                     "InitialModel", [], "Precision", [], "Threads", [], ...
                     "Verbose", [], "OutputFcn", [], "Profile", false);
end
