## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## engine = nnr.executors.processes (study, folder)
##
## Runs shards as Octave processes on this machine, one for each core by default. They end with the
## call that started them; finished trainings are kept.

function engine = processes (study, folder)
  run = @(list, shards, threads, ~) start (study, folder, list, shards, threads);
  engine = struct ('Begin', @begin, 'Start', run, 'Poll', @poll, ...
                   'Stop', @() stop (study.Folder), 'Note', @(run) [words_for(run), ' at work']);
end

## Octave 7.3 waits for ever if its handler of ended children is interrupted by itself in its first
## call: so one child ends alone before there are several.
function begin ()
  nnr.executors.check_system ('processes');
  system ('exit');
  started ([]);
end

function text = words_for (run)
  text = nnr.words.count_text (numel (run), 'process', 'processes');
end

function run = start (study, folder, list, shards, threads)
  before = numel (started ());
  for shard = list
    log = fullfile (folder, sprintf ('shard-%d-%d.log', shard, getpid ()));
    command = nnr.executors.worker_command (study.Folder, sprintf ('%d', shard), shards, ...
                                            sprintf ('%d', threads));
    ## With exec the shell becomes Octave: so Poll and Stop reach Octave itself.
    started (system (sprintf ('exec %s </dev/null >%s 2>&1', command, ...
                              nnr.files.shell_word (log)), ...
                     false, 'async'));
  end
  run = started ()(before + 1:end);
  if (any (run < 0))
    error ('nnreg:executor', 'a process could not be started');
  end
end

## RUN are the processes that this search has started, BEFORE the children that this Octave had
## already. A number PID is added to RUN; [] begins anew.
function [run, before] = started (pid)
  persistent pids others;
  if (nargin > 0 && isempty (pid))
    [pids, others] = deal ([], child_processes ());
  elseif (nargin > 0)
    pids(end + 1) = pid;
  end
  [run, before] = deal (pids, others);
end

## The processes to stop. A Ctrl-C during a start leaves one whose number is unknown: so children
## that work on the study in FOLDER are among them. Other children may be the user's.
function pids = left_over (folder)
  [run, before] = started ();
  pids = run(run > 0);
  for pid = setdiff (child_processes (), [before, pids])(:).'
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
    pause (0.01);               # a fork that is not yet the shell
  end
  [~, call] = nnr.executors.worker_command (folder, '', 0, '');
  yes = ! isempty (strfind (text, unquoted (call)));
end

## The command line of a process, without quotes, since the shell's differ from Octave's. Empty if
## the system has no /proc.
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

## The children of this process; [] if the system has no /proc.
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
  words = words_for (run);
end

function stop (folder)
  for pid = left_over (folder)
    if (waitpid (pid, WNOHANG ()) == 0)
      kill (pid, SIG ().KILL);  # finished trainings are kept
      waitpid (pid);
    end
  end
end
