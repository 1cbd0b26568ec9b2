## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rec = nnr.linear.record (problem, num_points)
## rec = nnr.linear.record (rec, result)
##
## The points of a path so far, a row for each, with what the next call of the gateway needs. The
## first form begins, the second adds the RESULT of a call of __nnreg_linear_follow__,
## which took result.Seconds:
##
##   Lambda      num_points-by-1, also of the points to come
##   State, Explained, NullLoss, Over, Block   what the gateway says
##   Biases (n-by-K), Counts (n-by-1), Index, Value   the weights of point l are the next Counts(l)
##               of Value, at Index in the K-by-D matrix
##   PartBiases (n-by-K*P), PartCounts (n-by-P), PartIndex, PartValue   the same of the models of
##               the P parts, one part after the other for each point, if the plan has KeepParts
##   Loss (n-by-R), PartLoss (n-by-R*(P+1)), PartRight (n-by-(P+1)), Unfinished, Seconds (n-by-1)

function rec = record (rec, result)
  if (isnumeric (result))
    rec = empty_record (rec, result);
    return
  end
  n = rows (result.Loss);
  result.Seconds = result.Seconds / max (n, 1) * ones (n, 1);
  if (isempty (rec.Counts))             # the first points: the gateway's fields are the record's
    rec = result;
    return
  end
  for name = {'Lambda', 'State', 'Explained', 'NullLoss', 'Over', 'Block'}
    rec.(name{1}) = result.(name{1});
  end
  for name = {'Biases', 'Counts', 'Index', 'Value', 'PartBiases', 'PartCounts', 'PartIndex', ...
              'PartValue', 'Loss', 'PartLoss', 'PartRight', 'Unfinished', 'Seconds'}
    rec.(name{1}) = [rec.(name{1}); result.(name{1})];
  end
end

function rec = empty_record (problem, num_points)
  outputs = problem.NumOutputs;
  models = problem.NumParts + 1;
  parts = models - 1;
  losses = merge (strcmp (problem.Task, 'regression'), outputs, 1);
  state = zeros ((columns (problem.X) + 1) * outputs * models, 1);
  none = zeros (0, 1);
  rec = struct ('Lambda', zeros (num_points, 1), 'State', state, 'Explained', 0, ...
                'NullLoss', 0, 'Over', 0, 'Block', 0, ...
                'Biases', zeros (0, outputs), 'Counts', none, ...
                'Index', none, 'Value', none, 'Loss', zeros (0, losses), ...
                'PartBiases', zeros (0, outputs * parts), 'PartCounts', zeros (0, parts), ...
                'PartIndex', none, 'PartValue', none, ...
                'PartLoss', zeros (0, losses * models), 'PartRight', zeros (0, models), ...
                'Unfinished', none, 'Seconds', none);
end
