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
## @deftypefn {Private Function} {@var{labels} =} plot_labels (@var{caller}, @var{kind}, @var{x}, @var{labels})
## The names of the models in histograms: those that are given, or what their penalties are.
## @seealso{nnreg_plot, draw_histogram}
## @end deftypefn

function labels = plot_labels (caller, kind, x, labels)
  if (! strcmp (kind, 'histogram'))
    return
  end
  if (isempty (labels))
    labels = cellfun (@penalty_name, x, 'UniformOutput', false);
  elseif (ischar (labels))
    labels = {labels};
  end
  if (! (iscellstr (labels) && numel (labels) == numel (x)))
    error ('nnreg:badArgument', ['%s: Labels must be a cell with a name for each of the ' ...
                                 '%s'], caller, count_text (numel (x), 'model'));
  end
end

function name = penalty_name (model)
  name = model.Settings.Penalty;
  lambda = model.Settings.Lambda;
  if (! strcmp (name, 'none') && isnumeric (lambda) && isscalar (lambda))
    name = sprintf ('%s %g', upper (name), lambda);
  end
end
