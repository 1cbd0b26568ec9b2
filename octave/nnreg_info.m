## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {} nnreg_info ()
## @deftypefnx {} {@var{info} =} nnreg_info ()
## Show what a bug report needs: versions, OpenBLAS, instruction set, threads.
##
## @example
## @group
## nnreg_info
## @end group
## @end example
##
## Without a semicolon the information is printed.  The struct @var{info} has the fields
##
## @table @code
## @item Version
## Version of the package.
## @item Octave
## Version of Octave.
## @item OpenBLAS, OpenBLASCore, OpenBLASFile
## The build of OpenBLAS, the kernels that it uses on this machine, and its file.
## @item OpenBLASThreads
## What that build has for threads: "own threads", "OpenMP" or "none".  nnreg shares the work among
## threads of its own, each of which multiplies alone; the number of threads that OpenMP or OpenBLAS
## is set to (@env{OMP_NUM_THREADS}) has no effect.  A build with "none" has no locks: nnreg then
## trains with one thread.
## @item InstructionSet
## The instruction set that nnreg's own kernels use: "plain", "avx2" or "avx512".  The environment
## variable @env{NNREG_ISA} can choose a smaller one.
## @item Threads
## Default of the option Threads.
## @end table
##
## nnreg loads OpenBLAS for itself; the BLAS of Octave does not change.  The environment variable
## @env{NNREG_OPENBLAS} names another file to load.
##
## @seealso{nnreg_fit}
## @end deftypefn

function info = nnreg_info ()
  try
    found = __nnreg_info__ ();
    info = struct ('Version', nnr.core.version (), 'Octave', OCTAVE_VERSION (), ...
                   'OpenBLAS', found.OpenBLAS, 'OpenBLASCore', found.Core, ...
                   'OpenBLASFile', found.File, 'OpenBLASThreads', found.Threading, ...
                   'InstructionSet', found.InstructionSet, ...
                   'Threads', found.Processors);
  catch err
    nnr.words.raise ('nnreg_info', err);
  end
end

%!test
%! info = nnreg_info ();
%! assert (! isempty (strfind (info.OpenBLAS, "OpenBLAS")));
%! assert (any (strcmp (info.OpenBLASThreads, {"own threads", "OpenMP", "none"})));
%! assert (any (strcmp (info.InstructionSet, {"plain", "avx2", "avx512"})));
%! assert (info.Threads >= 1);
