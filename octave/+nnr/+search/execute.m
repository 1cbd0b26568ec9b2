## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [found, study] = nnr.search.execute (plan, candidates, measure, search, s, X, y)
##
## Runs the trainings of a search with its Executor. FOUND is the result of nnr.search.run_rounds,
## STUDY the search's study, or [] if it has none.

function [found, study] = execute (plan, candidates, measure, search, s, X, y)
  if (search.UsesProcesses)
    check_scores (measure.Scores, search.Executor);
  end
  study = [];
  guard = onCleanup (@() __nnreg_claims__ ('', [], 0));         # gives up its claims
  if (! isempty (search.StudyDir))
    study = nnr.study.open (search.StudyDir, plan);
    nnr.study.cancelled (study, false);
  end
  run = @(runner) nnr.search.run_rounds (plan, candidates, study, measure, runner);
  if (! search.UsesProcesses)
    found = run (@(jobs, extra) nnr.queue.run (jobs, s, extra));
    return;
  end
  try
    nnr.study.keep_data (study, X, y);
    most_shards = numel (candidates) * nnr.folds.count (plan.Folds);
    work = begin_work (study, most_shards, search, s);
    found = run (@(jobs, extra) nnr.executors.run (jobs, extra, work));
  catch err
    nnr.executors.withdraw (study);
    rethrow (err);
  end
end

## Other processes only find functions that have a file.
function check_scores (scores, executor)
  at_prompt = 103;              # what exist returns for a function without a file
  for k = 1:numel (scores)
    score = scores(k).Function;
    if (is_function_handle (score) && exist (func2str (score)) == at_prompt)
      error ('nnreg:badArgument', ['the Score %s is defined at the prompt or in a script, ' ...
                                   'which the processes of Executor "%s" do not know; give it ' ...
                                   'a file of its own'], func2str (score), executor);
    end
  end
end

## What nnr.executors.run needs.
function work = begin_work (study, most_shards, search, s)
  engines = nnr.executors.engines (study);
  engine = engines(strcmp ({engines.Name}, search.Executor));
  engine.Begin ();
  nnr.files.make_folder (engine.Folder);
  shards = count_shards (search.Shards, most_shards, engine);
  threads = s.Threads;
  if (! search.ThreadsGiven)
    threads = engine.Threads (shards);
  end
  work = struct ('Engine', engine, 'Search', search, 'Shards', shards, 'Threads', threads, ...
                 'Verbose', s.Verbose);
end

## Never more than there are trainings. The default is what the executor takes; of a larger number
## that was WANTED the user should know, who may have planned with it.
function shards = count_shards (wanted, most, engine)
  [limit, why] = engine.MostShards ();
  shards = min ([engine.Shards, limit, most]);
  if (! isempty (wanted))
    shards = min (wanted, most);
  end
  if (shards > limit)
    error ('nnreg:badArgument', 'Shards must be at most %d here, since %s, got %d', limit, why, ...
           wanted);
  end
end
