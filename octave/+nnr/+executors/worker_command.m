## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [command, call] = nnr.executors.worker_command (folder, shard, shards, threads)
##
## The shell command of a process that works on a shard of the study in FOLDER. SHARD and THREADS
## are Octave code: numbers, or expressions that read the environment. CALL is the part of the
## command that shows which study it works on.
##
## A worker that a signal ends, such as SLURM's at a time limit, does not save its variables in a
## file octave-workspace, as Octave does by default.

function [command, call] = worker_command (folder, shard, shards, threads)
  folders = cellfun (@octave_string, own_path (), 'UniformOutput', false);
  call = sprintf ('nnreg_gridsearch ("work", %s, ', octave_string (folder));
  signals = {'crash', 'sighup', 'sigquit', 'sigterm'};
  program = [sprintf('%s_dumps_octave_core (false); ', signals{:}), ...
             sprintf('addpath (%s); %s%s, %d, %s);', strjoin (folders, ', '), call, shard, ...
                     shards, threads)];
  command = sprintf ('%s --no-gui --norc --no-history --quiet --eval %s', ...
                     nnr.files.shell_word (octave_program ()), nnr.files.shell_word (program));
end

## The package's folders and the user's, since an option may be a function there.
function folders = own_path ()
  here = fileparts (fileparts (fileparts (mfilename ('fullpath'))));
  gateways = fileparts (file_in_loadpath ('__nnreg_train_many__.mex'));
  folders = strsplit (path (), pathsep ());
  octaves_own = strncmp (folders, OCTAVE_HOME (), numel (OCTAVE_HOME ()));
  folders = folders(! octaves_own & ! strcmp (folders, '.'));
  folders = unique ([{here, gateways}, folders], 'stable');
end

function file = octave_program ()
  file = fullfile (OCTAVE_EXEC_HOME (), 'bin', 'octave-cli');
  if (exist (file, 'file') != 2)
    file = 'octave';
  end
end

## Digits stand for all but plain letters: neither a newline nor a quote ends the text.
function text = octave_string (text)
  letters = num2cell (text);
  odd = text < ' ' | text > '~' | text == '"' | text == '\';
  letters(odd) = arrayfun (@(letter) sprintf ('\\%03o', letter), double (text(odd)), ...
                           'UniformOutput', false);
  text = ['"', letters{:}, '"'];
end

%!test # any bytes in the name of a folder
%! folder = char ([1:255, double("07")]);
%! [~, call] = nnr.executors.worker_command (folder, '1', 1, '1');
%! found = regexp (call, '".*?"', "match");
%! assert (double (eval (found{2})), double (folder));
