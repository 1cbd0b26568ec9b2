## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.executors.check_system (name, windows)
##
## Raises an error if the executor NAME, which needs a POSIX shell and its processes, cannot be used
## on this system, which is asked whether it is Windows unless WINDOWS says so.

function check_system (name, windows)
  if (nargin < 2)
    windows = ispc ();
  end
  if (windows)
    error ('nnreg:executor', ['Executor "%s" needs Linux or macOS and is not available on ' ...
                              'Windows; use "threads", which trains on all cores of this ' ...
                              'machine'], name);
  end
end

%!error <Executor "slurm" needs Linux or macOS and is not available on Windows; use "threads"> ...
%! nnr.executors.check_system ("slurm", true);
%!test
%! nnr.executors.check_system ("processes", false);
%! t = nnr.executors.table ();
%! for name = {t(2:end).Name}   # each asks
%!   file = which (["nnr.executors.", name{1}]);
%!   assert (! isempty (strfind (fileread (file), sprintf ("check_system ('%s')", name{1}))));
%! end
