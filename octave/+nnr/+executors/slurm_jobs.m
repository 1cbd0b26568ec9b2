## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [ids, name] = nnr.executors.slurm_jobs (study)
##
## The numbers of the job arrays that were submitted for a study, a row, and the name under which
## they are.  By the name also those are found whose number nobody noted, since a Ctrl-C came while
## sbatch was at work.

function [ids, name] = slurm_jobs (study)
  ids = [];
  name = ['nnreg-', hash('md5', [study.Folder, study.Digest])(1:12)];
  place = @(file) fullfile (study.Folder, 'slurm', file);
  if (exist (place ('jobs.txt'), 'file') == 2)
    ids = sscanf (fileread (place ('jobs.txt')), '%d').';
  end
  if (exist (place ('shard.sh'), 'file') == 2)
    ids = [ids, setdiff(jobs_of_name (name), ids)];
  end
end

function ids = jobs_of_name (name)
  no_squeue = 127;
  for attempt = 1:3
    [status, text] = system (['squeue --noheader --format=%F --user="$(id -un)" --name=', name, ...
                              ' 2>/dev/null']);
    if (status == 0 || status == no_squeue)
      break;
    end
    pause (attempt);            # a controller that is busy or restarts
  end
  words = regexp (text, '^\s*(\d+)\s*$', 'tokens', 'lineanchors');
  ids = unique (cellfun (@(word) str2double (word{1}), words));
end
