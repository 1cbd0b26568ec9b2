## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [found, study] = nnr.search.execute (plan, ..., X, y)
##
## The trainings of a search by the Executor that search names, with its study if it has one (else
## empty).

function [found, study] = execute (plan, candidates, measure, search, s, X, y)
  study = [];
  check_scores (measure.Scores, search.Executor);
  guard = onCleanup (@nnr.study.release);
  if (! isempty (search.StudyDir))
    study = nnr.study.open (search.StudyDir, plan);
    nnr.files.remove_file (nnr.study.cancel_file (study));
  end
  if (strcmp (search.Executor, 'threads'))
    runner = @(jobs, extra) run_here (jobs, s, extra);
    found = nnr.search.run (plan, candidates, study, measure, runner);
    return;
  end
  try
    nnr.study.keep_data (study, X, y);
    [engine, search] = make_engine (study, numel (candidates), plan, search, s);
    runner = @(jobs, extra) nnr.search.run_shards (jobs, extra, candidates, plan, search, ...
                                                   s, engine);
    found = nnr.search.run (plan, candidates, study, measure, runner);
  catch err
    nnr.search.withdraw (study);
    rethrow (err);
  end
end

## Other processes know functions of files alone.
function check_scores (scores, executor)
  at_prompt = 103;                # exist's number for them
  if (strcmp (executor, 'threads'))
    return;
  end
  for k = 1:numel (scores)
    score = scores(k).Function;
    if (is_function_handle (score) && exist (func2str (score)) == at_prompt)
      error ('nnreg:badArgument', ['the Score %s is defined at the prompt or in a script, ' ...
                                   'which the processes of Executor "%s" do not know; give it ' ...
                                   'a file of its own'], func2str (score), executor);
    end
  end
end

function queue = run_here (jobs, s, extra)
  [~, ~, queue] = nnr.queue.run (jobs, s, extra);
end

## The engine, and the number of shards.
function [engine, search] = make_engine (study, num_candidates, plan, search, s)
  cores = nnr.args.check_threads ([]);
  most = num_candidates * nnr.folds.count (plan.Folds);
  if (isempty (search.Shards))
    search.Shards = cores;
    if (strcmp (search.Executor, 'slurm'))
      search.Shards = 32;
    end
  end
  search.Shards = min (search.Shards, most);
  threads = [];
  if (strcmp (search.Executor, 'processes'))
    threads = max (1, floor (cores / search.Shards));
  end
  if (search.ThreadsGiven)
    threads = s.Threads;
  end
  if (strcmp (search.Executor, 'slurm'))
    engine = nnr.executors.slurm (study, search.SlurmOptions, threads);
  else
    engine = nnr.executors.processes (study, threads);
  end
end
