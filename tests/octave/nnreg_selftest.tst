## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnreg_selftest finds a broken part, and leaves nothing behind.

%!function result = with_broken (name, damage, call)
%!  # NAME works as it does, but then DAMAGE changes what it returns (a cell, out)
%!  [folder, guard] = nnr.files.scratch ();
%!  fid = fopen (fullfile (folder, [name, ".m"]), "w");
%!  fprintf (fid, ["function varargout = %s (varargin)\n", ...
%!                 "  folder = fileparts (mfilename ('fullpath'));\n", ...
%!                 "  rmpath (folder);\n", ...
%!                 "  back = onCleanup (@() addpath (folder));\n", ...
%!                 "  out = cell (1, nargout);\n", ...
%!                 "  if (nargout == 0) %s (varargin{:});\n", ...
%!                 "  else [out{:}] = %s (varargin{:}); end\n", ...
%!                 "  %s\n  varargout = out;\nend\n"], name, name, name, damage);
%!  fclose (fid);
%!  before = path ();
%!  unwind_protect
%!    addpath (folder);
%!    result = call ();
%!  unwind_protect_cleanup
%!    path (before);
%!  end_unwind_protect
%!endfunction
%!function failed = failed_with (varargin)
%!  # pairs of a name and its damage
%!  call = @nnreg_selftest;
%!  for k = 1:2:nargin
%!    call = @() with_broken (varargin{k:k+1}, call);
%!  end
%!  result = call ();
%!  assert (result.Passed == all ([result.Checks.Passed]));
%!  failed = {result.Checks(! [result.Checks.Passed]).Name};
%!  if (! result.Passed)
%!    assert (! isempty (regexp (result.Report, ...
%!            '^\d checks? failed\. Please report this line, .*: nnreg .*, Octave \d')));
%!  end
%!endfunction

%!assert (isempty (failed_with ("nnreg_cost", "")))
%!assert (failed_with ("nnreg_cost", "out{1} *= 1 + 1e-7;", ...
%!                     "nnreg_import", "out{1}.Weights{2} *= 1 + 1e-6;", ...
%!                     "nnreg_plot", "delete (varargin{3});"),
%!        {"gradient", "picture", "files"})
%!assert (failed_with ("nnreg_cost", "if (nargout > 1) out{2}(end) += 1e-7; end", ...
%!                     "nnreg_export", "error ('no disk');", ...
%!                     "nnreg_plot", "imwrite (255 * ones (600, 800, 'uint8'), varargin{3});"),
%!        {"gradient", "picture", "files"})
%!assert (failed_with ("nnreg_plot", "figure ('visible', 'off');"), {"session"})
%!assert (failed_with ("nnreg_plot", "rand ();"), {"session"})
%!assert (failed_with ("nnreg_plot", "warning ('off', 'mine:own');"), {"session"})
%!test    # the damage of the tests above
%! close all;
%! warning ("on", "mine:own");

%!test
%! # a kernel that is wrong in one place, for each instruction set of this processor
%! sets = {"avx2", "avx512"};
%! sets = sets(1:find (strcmp ([{"plain"}, sets], nnreg_info ().InstructionSet)) - 1);
%! for k = 1:numel (sets)
%!   damage = sprintf (["if (strcmp (getenv ('NNREG_ISA'), '%s'))\n", ...
%!                      "    out{1}.Weights{1}(1,30) += 0.01;\n  end"], sets{k});
%!   result = with_broken ("nnreg_fit", damage, @nnreg_selftest);
%!   assert ({result.Checks(! [result.Checks.Passed]).Name}, {"kernels"});
%!   assert (! isempty (regexp (result.Checks(2).Message, ...
%!                              [" precision with ", sets{k}, " differs by "])));
%! end
%!test
%! # a training that takes other steps, a solver that stops early, threads that matter
%! assert (failed_with ("nnreg_fit", "out{1}.History.Loss(end) *= 1 + 2e-5;"), {"training"});
%! damage = "if (any (strcmp ('Threads', varargin))) out{1}.Weights{1}(1) += eps; end";
%! assert (failed_with ("nnreg_fit", damage), {"training"});
%! for penalty = {"l1", "l2"}
%!   damage = sprintf (["s = out{1}.Settings;\n", ...
%!                      "  if (isempty (s.LayerSizes) && strcmp (s.Penalty, '%s'))\n", ...
%!                      "    W = out{1}.Weights{1};\n", ...
%!                      "    W(find (W, 1)) += 1e-4 * max (abs (W));\n", ...
%!                      "    out{1}.Weights{1} = W;\n  end"], penalty{1});
%!   assert (failed_with ("nnreg_fit", damage), {"linear models"});
%! end
%!test
%! # without the compiled files there is one line, and the report still names the versions
%! result = with_broken ("__nnreg_info__", "error ('nnreg:noBlas', 'nnreg: no OpenBLAS here');", ...
%!                       @nnreg_selftest);
%! assert (numel (result.Checks), 1);
%! assert (result.Checks.Message, "nnreg_info: no OpenBLAS here");
%! assert (! isempty (strfind (result.Report, ["Octave ", OCTAVE_VERSION(), ", "])));
%! text = with_broken ("__nnreg_info__", "error ('nnreg:noBlas', 'nnreg: no OpenBLAS here');", ...
%!                     @() evalc ("nnreg_selftest ()"));
%! lines = strsplit (strtrim (text), "\n");
%! assert (numel (lines), 2);
%! assert (lines{1}, "not ok compiled files: nnreg_info: no OpenBLAS here");
%! assert (strncmp (lines{2}, "1 check failed. Please report this line, ", 41), lines{2});

%!function [files, text] = selftest_in (isa)
%!  # what it leaves in its own folder for temporary files
%!  [folder, guard] = nnr.files.scratch ();
%!  before = {getenv("TMPDIR"), getenv("NNREG_ISA")};
%!  unwind_protect
%!    setenv ("TMPDIR", folder);
%!    setenv ("NNREG_ISA", isa);
%!    result = nnreg_selftest ();
%!    assert (getenv ("NNREG_ISA"), isa);
%!    assert (result.Passed, result.Report);
%!    text = result.Report;
%!    files = setdiff (readdir (folder), {".", ".."});
%!  unwind_protect_cleanup
%!    setenv ("TMPDIR", before{1});
%!    setenv ("NNREG_ISA", before{2});
%!  end_unwind_protect
%!endfunction
%!test
%! # no file stays, NNREG_ISA neither, and a lesser set is all that is tested
%! [rand_before, figures] = deal (rand ("twister"), get (0, "children"));
%! for isa = {"plain", "avx2", ""}
%!   [files, text] = selftest_in (isa{1});
%!   assert (isempty (files), strjoin (files.', " "));
%! end
%! assert (rand ("twister"), rand_before);
%! assert (get (0, "children"), figures);
%! [~, text] = selftest_in ("plain");
%! assert (! isempty (strfind (text, ", plain, ")));
