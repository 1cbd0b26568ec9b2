## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.executors.table ()
##
## The executors of a search, a struct array with Name and Open, a function; Open is empty for the
## executor that uses only this process.
##
## A new executor is a line in this table and the file of that function. Options of its own are rows
## of nnr.options.table. engine = nnr.executors.NAME (study, folder) returns a struct of functions
## and numbers. It must have
##
##   Start (list, shards, threads, options)   starts processes for the shards in list, out of shards
##                 in all. Each runs nnr.executors.worker_command with this number of threads.
##                 options has the search's options. Returns run, a row of numbers for Poll
##   Poll (run)    returns the part of run that is still at work, and a text for the progress line
##
## and may have
##
##   Begin ()      called before the first Start; an error if the executor cannot be used here
##   Shards [cores]   the default number of shards
##   MostShards () [no limit]   the largest number of shards, and a text that says why
##   Threads (shards) [the cores divided among the shards]   the default number of threads of a
##                 shard, [] if the executor decides itself
##   Note (run) ['']   a line for the user after each start
##   LastWords () [the newest log]   a text for an error: why the last shards ended unfinished
##   Pause [0.1]   seconds between two polls
##   Stop () [nothing]   called when a waiting search ends, also by Ctrl-C or an error
##   Tasks () [none]   of all shards ever started, the number running, the number waiting, and the
##                 names of their jobs, a cell
##   Cancel () [nothing]   cancels what is at work and returns the names of the jobs, a cell
##   Files [none]   names of files in its folder that may exist before any shard begins
##
## A shard's log is FOLDER/*.log: errors quote the newest one. Another process may call LastWords,
## Tasks, Cancel and Files later, so they must find everything in the study's folder.

function t = table ()
  rows = {'threads', []
          'processes', @nnr.executors.processes
          'slurm', @nnr.executors.slurm};
  t = cell2struct (rows, {'Name', 'Open'}, 2);
end

%!test
%! # each has a help of its own
%! t = nnr.executors.table ();
%! for name = {t(2:end).Name}
%!   assert (numel (get_help_text (["nnr.executors.", name{1}])) > 100, name{1});
%! end
