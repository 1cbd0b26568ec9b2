## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.path.print (r, moment)
##
## Prints the path R. While it is computed MOMENT is "begin", "point" after each point and "end": at
## a terminal a line is overwritten, elsewhere there is a line for each point, of a long path for
## every fourth. "all" is the table of a path that is done: of more than 16 points it has 14 evenly
## spaced ones and those that were chosen. Its lines have at most 80 columns, but for a score with a
## long name.

function print (r, moment)
  persistent started;
  long_path = 50;
  live = nnr.words.at_terminal ();
  switch (moment)
    case 'begin'
      started = tic ();
      if (! live)
        print_heading (r);
      end
    case 'point'
      if (live)
        print_position (r, toc (started));
      elseif (r.NumPlanned <= long_path || mod (numel (r.Lambda), 4) == 1)
        print_point (r, numel (r.Lambda), '');
      end
    case 'end'
      if (live)
        fprintf ("\r%s\r", blanks (78));
      end
    case 'all'
      print_heading (r);
      points = listed (r);
      for k = points
        print_point (r, k, mark (r, k));
      end
      if (numel (points) < numel (r.Lambda))
        fprintf ("(%d of %d points)\n", numel (points), numel (r.Lambda));
      end
      print_choice (r);
  end
  fflush (stdout);
end

function points = listed (r)
  points = 1:numel (r.Lambda);
  if (numel (points) > 16)
    points = round (linspace (1, numel (points), 14));
    if (isfield (r, 'IndexMin'))
      points = [points, r.IndexMin, r.Index1SE];
    end
    points = unique (points);
  end
end

function print_position (r, seconds)
  nnr.words.progress ('shown');
  [done, total] = deal (numel (r.Lambda), max (r.NumPlanned, numel (r.Lambda)));
  fprintf ("\rpoint %d of at most %d: lambda %.4g, %s, %.0f s%s   ", done, total, r.Lambda(end), ...
           nnr.words.count_text (r.LiveInputs(end), 'input'), seconds, ...
           nnr.words.time_left (seconds, done, total));
end

function print_heading (r)
  fprintf ('%5s %9s %10s', 'point', 'lambda', 'train loss');
  if (r.NumFolds > 0)
    fprintf (' %*s %7s', score_width (r), lower (r.ScoreName), 's.e.');
  end
  fprintf (" %6s %6s %5s\n", 'zeros', 'inputs', 'units');
end

function print_point (r, k, note)
  nnr.words.progress ('shown');
  fprintf ('%5d %9.4g %10.4g', k, r.Lambda(k), r.TrainLoss(k));
  if (r.NumFolds > 0)
    fprintf (' %*.5g %7s', score_width (r), r.Mean(k), error_text (r.SE(k)));
  end
  fprintf (" %5.1f%% %6d %5d%s\n", 100 * r.Zeros(k), r.LiveInputs(k), r.LiveUnits(k), note);
end

function width = score_width (r)
  width = max (10, numel (r.ScoreName));
end

## A single fold says nothing of the error.
function text = error_text (se)
  text = '-';
  if (! isnan (se))
    text = sprintf ('%.2g', se);
  end
end

function text = mark (r, k)
  text = '';
  if (isfield (r, 'IndexMin') && k == r.IndexMin)
    text = '  best';
  end
  if (isfield (r, 'Index1SE') && k == r.Index1SE)
    text = [text, '  1 s.e.'];
  end
end

function print_choice (r)
  if (! isfield (r, 'IndexMin'))
    return
  end
  ## A point with a larger loss may have a better accuracy.
  by = merge (strcmp (r.ScoreName, 'Loss'), ', by the loss', '');
  fprintf ("best:   %s%s\n", point_text (r, r.IndexMin), by);
  text = point_text (r, r.Index1SE);
  most = 20;
  num_inputs = r.LiveInputs(r.Index1SE);
  if (num_inputs == 0)
    text = [text, ', the constant prediction'];
  elseif (num_inputs <= most)
    text = sprintf ('%s: %s', text, nnr.words.cut_text (strjoin (input_labels (r), ', '), 150));
  end
  fprintf ("%s\n", nnr.words.wrapped ('1 s.e.: ', text, 79));
  nested = isfield (r, 'NestedMin');
  if (numel (r.Lambda) > 1)
    fprintf ("%s\n", nnr.results.optimism (numel (r.Lambda), 'point', nested));
  end
  if (nested)
    text = sprintf ('%s %.5g (s.e. %.2g) of the best point, %.5g (%.2g) of 1 s.e.', ...
                    r.ScoreName, r.NestedMin.Mean, r.NestedMin.StdError, r.Nested1SE.Mean, ...
                    r.Nested1SE.StdError);
    fprintf ("%s\n", nnr.words.wrapped ('nested estimate: ', text, 79));
  end
end

## Point K with the measure that people know, whatever Score decides.
function text = point_text (r, k)
  if (isfield (r, 'CVAccuracy'))
    measure = sprintf ('accuracy %.4g', r.CVAccuracy(k));
  else
    measure = ['RMSE ', nnr.words.number_text(r.CVRMSE(k), 4)];
  end
  text = sprintf ('point %d, lambda %.4g, %s, %s', k, r.Lambda(k), measure, ...
                  nnr.words.count_text (r.LiveInputs(k), 'input'));
end

function names = input_labels (r)
  if (isfield (r, 'SelectedPredictors'))
    names = r.SelectedPredictors{r.Index1SE};
    return
  end
  live = r.Selected{r.Index1SE};
  names = arrayfun (@num2str, live, 'UniformOutput', false);
  if (! isempty (r.Model1SE.FeatureNames))
    names = nnr.words.label_texts (r.Model1SE.FeatureNames(live), Inf).';
  end
end
