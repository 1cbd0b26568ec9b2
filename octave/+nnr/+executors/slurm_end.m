## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.executors.slurm_end (id, states, log)
##
## Why SLURM ended the tasks of job ID and what to do about it, or '' if they ended by themselves.
## STATES is what "scontrol show job" prints, which may be nothing; LOG is the newest log of its
## tasks.

function text = slurm_end (id, states, log)
  memory = 'ran out of memory; raise --mem in SlurmOptions';
  killed = 'was killed by signal 9; if it ran out of memory, raise --mem in SlurmOptions';
  ends = {'JobState=TIMEOUT\>', ' DUE TO TIME LIMIT \*\*\*', ...
          ['reached its time limit', time_limit(states), '; raise --time in SlurmOptions']
          'JobState=OUT_OF_MEMORY\>', 'slurmstepd.*(oom.kill|xceeded .*memory limit)', memory
          'JobState=PREEMPTED\>', ' DUE TO PREEMPTION \*\*\*', ...
          'made room for other jobs; choose another --partition or --qos in SlurmOptions'
          'JobState=(NODE|BOOT)_FAIL\>', ' DUE TO NODE FAILURE', 'lost its node'
          'JobState=DEADLINE\>', ' DUE TO DEADLINE', 'reached its --deadline'
          'JobState=CANCELLED\>', ' CANCELLED AT \S+ \*\*\*', ...
          ['was cancelled, by scancel or an administrator; to end the search, call ' ...
           'nnreg_gridsearch ("cancel", DIR)']
          'ExitCode=0:9\>', '^(?!)', killed};
  text = '';
  for row = ends.'
    has = @(text, pattern) ! isempty (regexp (text, pattern, 'once', 'dotexceptnewline'));
    if (has (states, row{1}) || has (log, row{2}))
      text = sprintf ('SLURM job %d %s', id, row{3});
      return;
    end
  end
  failed = regexp (states, 'JobState=(?!COMPLETED)(\S+) Reason=(\S+) .*?ExitCode=(\S+)', ...
                   'tokens', 'once', 'dotexceptnewline');
  if (isempty (log) && ! isempty (failed))
    text = sprintf ('SLURM job %d ended without a word: %s, reason %s, exit code %s', id, ...
                    failed{:});
  end
end

function text = time_limit (states)
  text = '';
  found = regexp (states, 'JobState=TIMEOUT .*?\<TimeLimit=(\S+)', 'tokens', 'once');
  if (! isempty (found))
    text = [' of ', found{1}];
  end
end

%!function text = said (log)
%!  text = nnr.executors.slurm_end (7, "", log);
%!endfunction
%!test # what SLURM 22.05 prints
%! done = "JobId=8 ArrayJobId=7 JobState=COMPLETED ExitCode=0:0 TimeLimit=00:02:00 x\n";
%! late = "JobId=7 ArrayJobId=7 JobState=TIMEOUT ExitCode=0:15 TimeLimit=00:01:00 x\n";
%! assert (nnr.executors.slurm_end (7, [done, late], ""), ...
%!         "SLURM job 7 reached its time limit of 00:01:00; raise --time in SlurmOptions");
%! head = ["fatal: caught signal Terminated -- stopping myself...\nslurmstepd-n1: error: *** ", ...
%!         "JOB 8 ON n1 CANCELLED AT 2026-11-29T01:10:00 "];
%! assert (said ([head, "DUE TO TIME LIMIT ***"]), ...
%!         "SLURM job 7 reached its time limit; raise --time in SlurmOptions");
%! assert (strncmp (said ([head, "DUE TO PREEMPTION ***"]), "SLURM job 7 made room for other", 31));
%! assert (said ([head, "***"]), ["SLURM job 7 was cancelled, by scancel or an administrator; ", ...
%!         'to end the search, call nnreg_gridsearch ("cancel", DIR)']);
%! assert (said ([head, "DUE TO NODE FAILURE, SEE SLURMCTLD LOG FOR DETAILS ***"]), ...
%!         "SLURM job 7 lost its node");
%! memory = "SLURM job 7 ran out of memory; raise --mem in SlurmOptions";
%! for text = {"Detected 1 oom-kill event(s) in StepId=7.batch. Some of your processes may", ...
%!             "Detected 1 oom_kill event in StepId=7.batch.", "Exceeded job memory limit", ...
%!             "StepId=7.batch exceeded memory limit (5 > 4), being killed"}
%!   assert (said (["x\nslurmstepd: error: ", text{1}]), memory);
%! end
%! assert (nnr.executors.slurm_end (7, "JobState=FAILED ExitCode=0:9 x", ""), ...
%!         ["SLURM job 7 was killed by signal 9; if it ran out of memory, raise --mem in ", ...
%!          "SlurmOptions"]);
%!test # what SLURM did not end
%! states = "JobState=FAILED Reason=NonZeroExitCode ExitCode=1:0 TimeLimit=00:01:00";
%! assert (nnr.executors.slurm_end (7, states, "error: StepId exceeded memory limit"), "");
%! assert (said (""), "");
%!test
%! states = "JobState=FAILED Reason=JobLaunchFailure Requeue=1 ExitCode=0:53 x";
%! assert (nnr.executors.slurm_end (7, states, ""), ...
%!         "SLURM job 7 ended without a word: FAILED, reason JobLaunchFailure, exit code 0:53");
