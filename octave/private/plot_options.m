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
## @deftypefn {Private Function} {@var{opts} =} plot_options (@var{caller}, @var{args})
## The options of @code{nnreg_plot}, checked as far as they can be without what is drawn.
## @seealso{nnreg_plot, plot_kind}
## @end deftypefn

function opts = plot_options (caller, args)
  defaults = struct ('Kind', [], 'File', '', 'Resolution', 150, 'ImageSize', [], ...
                     'ImageOrder', 'rows', 'MaxUnits', 64, 'Labels', []);
  opts = parse_options (caller, defaults, args);
  opts.Resolution = check_scalar (caller, 'Resolution', opts.Resolution, 'positive integer');
  opts.MaxUnits = check_scalar (caller, 'MaxUnits', opts.MaxUnits, 'positive integer');
  opts.ImageOrder = check_choice (caller, 'ImageOrder', opts.ImageOrder, {'rows', 'columns'});
  shape = opts.ImageSize;
  fits = isnumeric (shape) && isreal (shape) ...
         && (isempty (shape) || (numel (shape) == 2 && all (shape(:) > 0) ...
                                 && all (shape(:) == fix (shape(:)))));
  if (! fits)
    error ('nnreg:badArgument', '%s: ImageSize must be two positive integers, got %s', ...
           caller, show_value (shape));
  end
  opts.ImageSize = double (full (shape(:).'));
  check_file (caller, opts.File);
end

function check_file (caller, file)
  ok = ischar (file) && (isrow (file) || isempty (file));
  if (ok && ! isempty (file))
    ok = ! isempty (regexpi (file, '\.(png|pdf|svg)$', 'once'));
  end
  if (! ok)
    error ('nnreg:badArgument', ['%s: File must be a name that ends in .png, .pdf or .svg, ' ...
                                 'got %s'], caller, show_value (file));
  end
  folder = fileparts (file);
  if (! (isempty (folder) || isfolder (folder)))
    error ('nnreg:badFile', '%s: there is no folder %s for File', caller, show_value (folder));
  end
end
