## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.executors.table ()
##
## The executors of a search, a struct array with Name and Open, a function (empty for the threads
## of this process). A new executor is a line in this table and the file of that function; if it has
## options of its own, they are rows in nnr.options.table. engine = nnr.executors.NAME (study,
## folder) returns a struct of functions and numbers. An executor needs
##
## Start (list, shards, threads, options): starts processes for the shards in list out of shards,
##   each of which runs nnr.executors.worker_command with so many threads; options has the search's
##   options. Returns a row, run: numbers that Poll understands
## Poll (run): returns the part of run that is still at work, and words for the line of progress
##
## and may have
##
## Begin (): called before the first Start; an error if the executor cannot be used here
## Shards [cores]: how many shards there are by default
## Threads (shards) [the cores divided among the shards]: threads for each by default; [] if the
##   executor itself decides
## Note (run) ['']: a line for the user after each start
## Pause [0.1]: seconds between two polls
## Stop () [nothing]: the search that waits was left by Ctrl-C or an error
## Tasks () [none]: of what was ever started: the numbers of running and of waiting shards, and the
##   names of the jobs, a cell
## Cancel () [nothing]: ends what is at work; returns the names of the jobs, a cell
## Files [none]: files in its folder that may exist before any shard begins
##
## Logs of shards are FOLDER/*.log: errors quote the last one. Only the folder of the study is known
## to Tasks, Cancel and Files: another process may call them later.

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
