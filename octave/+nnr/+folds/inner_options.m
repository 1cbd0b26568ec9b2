## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## args = nnr.folds.inner_options (o, s, given, targets, kept, train)
##
## The options of a search or path in an outer fold, a struct: those in O and S that were GIVEN,
## with what belongs to the rows TRAIN alone, and without output. The other arguments are those of
## nnr.folds.make.

function args = inner_options (o, s, given, targets, kept, train)
  args = struct ();
  others = {'Nested', 'StudyDir', 'CSV', 'Refit', 'Curves', 'OutputFcn', 'CheckpointFile'};
  for name = setdiff (given, others)(:).'
    if (isfield (o, name{1}))
      args.(name{1}) = o.(name{1});
    else
      args.(name{1}) = s.(name{1});
    end
  end
  num_samples = nnr.targets.count (targets);
  for name = {'CVGroups', 'CVTime'}
    list = nnr.folds.of_kept (o.(name{1}), num_samples, kept);
    args.(name{1}) = nnr.targets.pick_rows (list, num_samples, train);
  end
  if (! isempty (s.Weights))
    args.Weights = s.Weights(train);
  end
  if (! isempty (targets.ClassNames))
    args.ClassNames = targets.ClassNames;
  end
  [args.Verbose, args.OutOfFold, args.Threads] = deal (0, false, s.Threads);
end
