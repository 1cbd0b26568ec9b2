## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The child process of run_answer: reads job.mat in its folder and writes result.mat.

1;

function [fault, outputs] = answer (job)
  fault = '';
  outputs = cell (1, numel (job.Cases));
  for k = 1:numel (job.Cases)
    outs = cell (1, job.NumOutputs);
    try
      [outs{:}] = feval (job.Name, job.Cases{k}{:});
    catch err
      fault = sprintf ('error in case %d: %s', k, strtrim (err.message));
      stack = err.stack(1 + strcmp (err.identifier, 'course:forbidden'):end);
      if (! isempty (stack) && ! strcmp (stack(1).name, 'answer'))   # inside the answer
        fault = sprintf ('%s (%s, line %d)', fault, stack(1).name, stack(1).line);
      end
      return
    end
    outputs{k} = outs;
  end
end

function main ()
  job = load ('job.mat').job;
  addpath (job.Path{:});
  addpath (job.Folder);
  addpath (fullfile (job.Place, 'forbidden'));
  cd (fullfile (job.Place, 'forbidden'));   # a folder with a colon cannot be on the path
  ## A handle, since clear -all in an answer removes the functions of this file.
  is_data = @(value) isnumeric (value) || islogical (value) || ischar (value) ...
                     || iscell (value) || isstruct (value);
  [fault, outputs] = answer (job);
  if (isempty (fault) && ! all (cellfun (is_data, [outputs{:}])))
    fault = 'an output is not a number, text, cell or struct';   # save may not keep it
    outputs = {};
  end
  save ('-binary', fullfile (job.Place, 'result.new'), 'fault', 'outputs');
  rename (fullfile (job.Place, 'result.new'), fullfile (job.Place, 'result.mat'));
end

main ();
