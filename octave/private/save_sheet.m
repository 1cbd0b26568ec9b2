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
  ## By way of a name that gnuplot can read, and an older file stays until there is a new one.
  made = sprintf ('%s.%s', tempname (), sheet.Kind);
  cleanup = onCleanup (@() remove_file (made));
  warning ('off', 'print:nogs', 'local');   # of formats that none of these is
  try
    print (sheet.Figure, made, devices.(sheet.Kind), args{:});
    __nnreg_file_replace__ (tilde_expand (opts.File), bytes_of (made));
  catch err
    error ('nnreg:badFile', '%s: cannot write File %s: %s', caller, show_value (opts.File), ...
           gateway_words (err));
  end
end

function bytes = bytes_of (file)
  [fid, reason] = fopen (file, 'r');
  if (fid < 0)
    error (reason);
  end
  bytes = fread (fid, Inf, '*uint8');
  fclose (fid);
  if (isempty (bytes))
    error ('no picture was made');
  end
end
