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
## @deftypefn {Private Function} {[@var{found}, @var{study}] =} execute_search (@var{caller}, @var{plan}, @dots{}, @var{X}, @var{y})
## The trainings of a search by the Executor that @var{search} names, with its study if it
## has one (else empty).
## @seealso{run_search, study_execute}
## @end deftypefn

function [found, study] = execute_search (caller, plan, candidates, measure, search, s, X, y)
  study = [];
  check_scores (caller, measure.Scores, search.Executor);
  guard = onCleanup (@study_release);
  if (! isempty (search.StudyDir))
    study = study_open (caller, search.StudyDir, plan);
    remove_file (study_cancel_file (study));
  end
  if (strcmp (search.Executor, 'threads'))
    runner = @(jobs, extra) run_here (caller, jobs, s, extra);
    found = run_search (caller, plan, candidates, study, measure, runner);
    return;
  end
  try
    study_keep_data (caller, study, X, y);
    [engine, search] = make_engine (caller, study, numel (candidates), plan, search, s);
    runner = @(jobs, extra) study_execute (caller, jobs, extra, candidates, plan, search, ...
                                           s, engine);
    found = run_search (caller, plan, candidates, study, measure, runner);
  catch err
    study_withdraw (study);
    rethrow (err);
  end
end

## Other processes know functions of files alone.
function check_scores (caller, scores, executor)
  at_prompt = 103;                # exist's number for them
  if (strcmp (executor, 'threads'))
    return;
  end
  for k = 1:numel (scores)
    score = scores(k).Function;
    if (is_function_handle (score) && exist (func2str (score)) == at_prompt)
      error ('nnreg:badArgument', ['%s: the Score %s is defined at the prompt or in a script, ' ...
                                   'which the processes of Executor "%s" do not know; give it ' ...
                                   'a file of its own'], caller, func2str (score), executor);
    end
  end
end

function queue = run_here (caller, jobs, s, extra)
  [~, ~, queue] = run_jobs (caller, jobs, s, extra);
end

## The engine, and the number of shards.
function [engine, search] = make_engine (caller, study, num_candidates, plan, search, s)
  cores = check_threads (caller, []);
  most = num_candidates * count_folds (plan.Folds);
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
    engine = slurm_engine (caller, study, search.SlurmOptions, threads);
  else
    engine = process_engine (caller, study, threads);
  end
end
