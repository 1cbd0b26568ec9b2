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
## @deftypefn {Private Function} {} save_sheet (@var{caller}, @var{sheet}, @var{opts})
## Writes the figure to @var{opts}.File.
## @seealso{new_sheet}
## @end deftypefn

function save_sheet (caller, sheet, opts)
  devices = struct ('png', '-dpng', 'pdf', '-dpdf', 'svg', '-dsvg');
  args = {sprintf('-r%d', opts.Resolution)};
  if (strcmp (sheet.Toolkit, 'gnuplot'))
    ## The cairo terminals need no ghostscript.
    devices = struct ('png', '-dpngcairo', 'pdf', '-dpdfcairo', 'svg', '-dsvg');
    args = {};
  end
  ## An older file must not hide that nothing was written.
  [~, ~] = unlink (opts.File);
  try
    print (sheet.Figure, opts.File, devices.(sheet.Kind), args{:});
  catch err
    error ('nnreg:badFile', '%s: cannot write File %s: %s', caller, show_value (opts.File), ...
           err.message);
  end
  if (exist (opts.File, 'file') != 2)
    error ('nnreg:badFile', '%s: cannot write File %s', caller, show_value (opts.File));
  end
end
