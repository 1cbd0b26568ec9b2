## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## measure = nnr.search.scores (wanted, candidates, s)
##
## What a search measures on the samples of a fold. MEASURE.Scores is a struct array with Name,
## Better (1: larger is better; or -1), Column of the outcome, and Function (or the name again).
## MEASURE.Count is the number of scores that the core does not measure itself, and
## MEASURE.Function computes them (Measure of nnr.queue.new).

function measure = scores (wanted, candidates, s)
  if (! iscell (wanted))
    wanted = {wanted};
  elseif (isempty (wanted))
    error ('nnreg:badArgument', 'Score is an empty list');
  end
  targets = candidates(1).Fit.Targets;
  task = candidates(1).Settings.Task;
  known = known_scores (task);
  if (any (arrayfun (@(c) nnr.targets.is_robust (c.Settings), candidates)))
    ## A few wild responses would decide the squared errors, and data losses of unlike losses do not
    ## compare.
    [~, first] = ismember ('MeanMAE', known(:,1));
    known = known([first, 1:first - 1, first + 1:end],:);
  end
  scores = struct ('Name', {}, 'Better', {}, 'Column', {}, 'Function', {});
  c = nnr.core.epoch_columns ();
  column = c.Converged;
  for k = 1:numel (wanted)
    score = one_score (wanted{k}, known, k);
    if (score.Column == 0)
      column = column + 1;
      score.Column = column;
    end
    if (any (strcmp (score.Name, {scores.Name})))
      error ('nnreg:badArgument', 'the Score %s is there twice', score.Name);
    end
    scores(end + 1) = score;
  end
  truth = [];
  if (strcmp (task, 'regression'))
    truth = candidates(1).Fit.Targets.Y;
  end
  measure = struct ('Scores', scores, 'Count', column - c.Converged, 'Function', []);
  if (measure.Count > 0)
    fits = {candidates.Fit};
    measure.Function = @(job, theta) nnr.queue.score_job (scores, ...
                                                          fits{job.Candidate}.Folds{job.Fold}, ...
                                                          truth, job, theta, s.Threads);
  end
end

## The names of the scores, each with the core's column or 0. The first is the default.
function known = known_scores (task)
  c = nnr.core.epoch_columns ();
  known = {'RMSE', c.ValMetric; 'MSE', c.ValMetric; 'DataLoss', c.ValDataLoss};
  if (strcmp (task, 'classification'))
    known = {'Accuracy', c.ValMetric; 'DataLoss', c.ValDataLoss};
  end
  for name = nnr.metrics.score_names (task)
    known(end + 1,:) = {name{1}, 0};
  end
end

function score = one_score (wanted, known, k)
  if (is_function_handle (wanted))
    name = func2str (wanted);
    if (! isvarname (name) || nnr.metrics.is_loss (name))
      name = sprintf ('Score%d', k);
    end
    score = struct ('Name', name, 'Better', 1, 'Column', 0, 'Function', wanted);
    return;
  elseif (! ischar (wanted))
    error ('nnreg:badArgument', ['Score must be a name or a function, or a cell of ' ...
                                 'these, got %s'], nnr.words.show_value (wanted));
  end
  if (strcmpi (wanted, 'auto'))
    wanted = known{1,1};
  end
  name = nnr.args.check_choice ('Score', wanted, known(:,1).');
  column = known{strcmp(known(:,1), name),2};
  score = struct ('Name', name, 'Better', 1 - 2 * nnr.metrics.is_loss (name), 'Column', column, ...
                  'Function', name);
end
