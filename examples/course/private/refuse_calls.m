## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Writes functions to FOLDER, in which answers run, that turn calls into errors: of functions of
## nnreg that are themselves answers, and of those that wait for a person or end Octave.

function refuse_calls (folder)
  for name = {'nnreg_cost', 'nnreg_metrics', 'nnreg_evaluate', 'nnreg_gridsearch', 'nnreg_path', ...
              'nnreg_learningcurve'}
    refuse (folder, name{1}, 'is what you are asked to write yourself', 'false');
  end
  for name = {'exit', 'quit'}
    refuse (folder, name{1}, 'ends Octave: remove it', 'false');
  end
  refuse (folder, 'dbstop', 'stops for a person, and here is none: remove it', 'false');
  for name = {'keyboard', 'input', 'yes_or_no', 'kbhit', 'menu', 'ginput', ...
              'waitforbuttonpress', 'inputdlg', 'questdlg', 'listdlg', 'msgbox', 'uigetfile', ...
              'uiwait', 'waitfor', 'pause'}
    refuse (folder, name{1}, 'waits for a person, and here is none: remove it', ...
            'strcmp (name, "pause") && nargin > 0 && isfinite (varargin{1})');
  end
  ## The package is there where it may be used; pkg load would put its answers first.
  refuse (folder, 'pkg', 'changes what is loaded: remove it', ...
          'strcmp (varargin(end), "nnreg") || any (strcmp (varargin, "list"))');
end

## A function that is an error, unless the condition holds: then it is Octave's own.
function refuse (folder, name, why, unless)
  fid = fopen (fullfile (folder, [name '.m']), 'w');
  fprintf (fid, ['function varargout = %s (varargin)\n  name = "%s";\n' ...
                 '  if (! (%s))\n    error ("course:forbidden", "%%s %s", name);\n  end\n'], ...
           name, name, unless, why);
  if (! strcmp (name, 'pkg'))
    fprintf (fid, '  [varargout{1:nargout}] = builtin (name, varargin{:});\n');
  end
  fprintf (fid, 'end\n');
  fclose (fid);
end
