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
## @deftypefn {Private Function} {@var{d} =} fit_data (@var{caller}, @var{X}, @var{y}, @var{s})
## Checks and packs what a training of the settings @var{s} learns from: a struct with
## @code{Data}, @code{Targets}, @code{Mean} and @code{Scale} (of the inputs, or empty).
## @seealso{make_targets, pack_data}
## @end deftypefn

function d = fit_data (caller, X, y, s)
  check_x (caller, 'X', X, []);
  check_name_count (caller, s.FeatureNames, columns (X));
  d.Targets = make_targets (caller, y, rows (X), s);
  found = scan_data (caller, 'X', X, s.Standardize, s.Precision, s.Threads);
  if (! s.Standardize)
    suggest_standardize (caller, found.Largest);
  end
  d.Data = pack_data (X, found, s.Precision, s.Threads);
  d.Mean = found.Mean;
  d.Scale = found.Scale;
end

function check_name_count (caller, names, num_inputs)
  if (! isempty (names) && numel (names) != num_inputs)
    error ('nnreg:badArgument', ['%s: FeatureNames must have a name for each of the %s ' ...
                                 'of X, got %d'], caller, ...
           count_text (num_inputs, 'column'), numel (names));
  end
end

function suggest_standardize (caller, largest)
  largest = largest(largest > 0);
  wildly = 100;
  if (! isempty (largest) && max (largest) > wildly * min (largest) ...
      && max (largest) > wildly)
    warning ('nnreg:scale', ['%s: the columns of X differ wildly in scale (largest ' ...
                             'values from %.3g to %.3g); "Standardize", true would ' ...
                             'help the training'], caller, min (largest), max (largest));
  end
end
