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
## @deftypefn  {} {} nnreg_info ()
## @deftypefnx {} {@var{info} =} nnreg_info ()
## What a report of a fault needs: versions, OpenBLAS, instruction set, threads.
##
## Without an output argument the lines are printed.  The struct @var{info} has
## @code{Version} (of the package), @code{Octave}, @code{OpenBLAS} (its build),
## @code{OpenBLASCore} (the kernels that it uses here), @code{OpenBLASFile},
## @code{InstructionSet} (of nnreg's own kernels: "plain", "avx2" or "avx512"; the
## environment variable NNREG_ISA may name a lesser one) and @code{Threads} (cores that
## are used unless the option Threads says otherwise).
##
## OpenBLAS is loaded for nnreg alone: the BLAS that Octave uses stays as it is.  The
## environment variable NNREG_OPENBLAS names another file to load.
##
## @example
## @group
## info = nnreg_info ();
## printf ("%s\n", info.Version)
##      @print{} 0.1.0
## @end group
## @end example
##
## @seealso{nnreg_fit}
## @end deftypefn

function info = nnreg_info ()
  try
    found = __nnreg_info__ ();
  catch err
    pass_error ('nnreg_info', err);
  end
  info = struct ('Version', package_version (), 'Octave', OCTAVE_VERSION (), ...
                 'OpenBLAS', found.OpenBLAS, 'OpenBLASCore', found.Core, ...
                 'OpenBLASFile', found.File, 'InstructionSet', found.InstructionSet, ...
                 'Threads', found.Processors);
  if (nargout == 0)
    names = fieldnames (info);
    for k = 1:numel (names)
      fprintf ("%-15s %s\n", names{k}, num2str (info.(names{k})));
    end
    clear info
  end
end

## From the DESCRIPTION of the installed package; "development" elsewhere.
function version = package_version ()
  version = 'development';
  here = fileparts (mfilename ('fullpath'));
  file = fullfile (here, 'packinfo', 'DESCRIPTION');
  if (exist (file, 'file'))
    found = regexp (fileread (file), '(?m)^Version:\s*(\S+)', 'tokens', 'once', ...
                    'ignorecase');
    version = found{1};
  end
end

%!test
%! info = nnreg_info ();
%! assert (! isempty (strfind (info.OpenBLAS, "OpenBLAS")));
%! assert (any (strcmp (info.InstructionSet, {"plain", "avx2", "avx512"})));
%! assert (info.Threads >= 1);
