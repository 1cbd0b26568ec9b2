## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [command, call] = nnr.executors.worker_command (folder, shard, shards, threads)
##
## The shell command of a process that works on a shard of the study in FOLDER. SHARD and THREADS
## are Octave code: numbers, or expressions that read the environment. CALL is the part of the
## command that shows which study it works on.

function [command, call] = worker_command (folder, shard, shards, threads)
  folders = cellfun (@octave_string, own_path (), 'UniformOutput', false);
  call = sprintf ('nnreg_gridsearch ("work", %s, ', octave_string (folder));
  program = sprintf ('addpath (%s); %s%s, %d, %s);', strjoin (folders, ', '), call, shard, ...
                     shards, threads);
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

function text = octave_string (text)
  text = ['''', strrep(text, '''', ''''''), ''''];
end
