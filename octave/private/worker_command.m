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
## @deftypefn {Private Function} {@var{command} =} worker_command (@var{folder}, @var{shard}, @var{shards}, @var{threads})
## The shell command by which a process of its own works on a shard of the study in
## @var{folder}.  @var{shard} and @var{threads} are code: numbers, or what reads them from
## the environment.
## @seealso{study_work, process_engine, slurm_engine}
## @end deftypefn

function command = worker_command (folder, shard, shards, threads)
  folders = cellfun (@octave_string, own_path (), 'UniformOutput', false);
  program = sprintf ('addpath (%s); nnreg_gridsearch ("work", %s, %s, %d, %s);', ...
                     strjoin (folders, ', '), octave_string (folder), shard, shards, threads);
  command = sprintf ('%s --no-gui --norc --no-history --quiet --eval %s', ...
                     shell_word (octave_program ()), shell_word (program));
end

## The package's folders and those that the user has added: functions of theirs may be
## among the options.
function folders = own_path ()
  here = fileparts (fileparts (mfilename ('fullpath')));
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
