## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## engine = nnr.executors.processes (study, threads)
##
## Shards as Octave processes on this machine, for nnr.search.run_shards.

function engine = processes (study, threads)
  started ([]);
  logs = nnr.files.make_folder (fullfile (study.Folder, 'processes'));
  engine = struct ('Start', @(list, shards) start (study, logs, list, shards, threads), ...
                   'Poll', @poll, 'Stop', @() stop (study.Folder), 'Note', @note, 'Pause', 0.1, ...
                   'LastWords', @() nnr.files.newest_text (logs));
end

function text = note (run)
  text = sprintf ('%s at work', nnr.words.count_text (numel (run), 'process', 'processes'));
end

function run = start (study, logs, list, shards, threads)
  before = numel (started ());
  for shard = list
    log = fullfile (logs, sprintf ('shard-%d.log', shard));
    command = nnr.executors.worker_command (study.Folder, sprintf ('%d', shard), shards, ...
                                            sprintf ('%d', threads));
    ## exec: the process that is waited for and stopped is Octave itself.
    started (system (sprintf ('exec %s </dev/null >%s 2>&1', command, ...
                              nnr.files.shell_word (log)), ...
                     false, 'async'));
  end
  run = started ()(before + 1:end);
  if (any (run < 0))
    error ('nnreg:executor', 'a process could not be started');
  end
end

## The processes started for this search, with one more, or (of []) none; and the children that
## this process had before.
function [run, before] = started (pid)
  persistent pids others;
  if (nargin > 0 && isempty (pid))
    [pids, others] = deal ([], child_processes ());
  elseif (nargin > 0)
    pids(end + 1) = pid;
  end
  [run, before] = deal (pids, others);
end

## A Ctrl-C in the midst of a start leaves a process whose number was not told: also children that
## work on the study in the folder.  Others may be the user's.
function pids = left_over (folder)
  [run, before] = started ();
  pids = run(run > 0);
  for pid = setdiff (child_processes (), [before, pids])
    if (works_on (folder, pid))
      pids(end + 1) = pid;
    end
  end
end

function yes = works_on (folder, pid)
  own = command_line (getpid ());
  for attempt = 1:50
    text = command_line (pid);
    if (! strcmp (text, own))
      break;
    end
    pause (0.01);               # forked, and not yet the shell
  end
  yes = ! isempty (strfind (text, unquoted (sprintf ('nnreg_gridsearch ("work", %s, ', folder))));
end

## Without quotes, which differ between the shell's and Octave's; empty where the system does not
## tell.
function text = command_line (pid)
  text = '';
  fid = fopen (sprintf ('/proc/%d/cmdline', pid), 'r');
  if (fid >= 0)
    text = unquoted (fread (fid, [1, Inf], '*char'));
    fclose (fid);
  end
end

function text = unquoted (text)
  text(text == '''' | text == '\') = '';
end

## Of this one; none where the system does not tell.
function pids = child_processes ()
  pids = [];
  file = sprintf ('/proc/%d/task/%d/children', getpid (), getpid ());
  if (exist (file, 'file') == 2)
    pids = sscanf (fileread (file), '%d').';
  end
end

function [run, words] = poll (run)
  over = false (size (run));
  for k = 1:numel (run)
    over(k) = waitpid (run(k), WNOHANG ()) != 0;
  end
  run = run(! over);
  words = nnr.words.count_text (numel (run), 'process', 'processes');
end

function stop (folder)
  for pid = left_over (folder)
    if (waitpid (pid, WNOHANG ()) == 0)
      kill (pid, SIG ().KILL);  # by which nothing is lost but what is in flight
      waitpid (pid);
    end
  end
end
