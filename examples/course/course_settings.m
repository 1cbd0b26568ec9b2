## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Settings that a teacher can change: points, the seed of the cases, limits of time and memory.

function settings = course_settings ()
  ## The cases come from this seed. If the teacher's copy has another seed than the students' copy,
  ## answers that only know the cases fail.
  settings.Seed = 1;
  ## Seconds of a processor for all cases of one function; by the clock it may take four times that.
  settings.TimeLimit = 30;
  ## Megabytes for this Octave, which needs about 400 itself.
  settings.MemoryLimit = 4000;

  ## Points for each check of a function. The checks are in private/tasks_of_part_*.m.
  settings.Points.l1_penalty = [4, 4];         # value, gradient
  settings.Points.l2_penalty = [4, 4];         # value, gradient
  settings.Points.ridge_cost = [6, 8];         # value, gradient
  settings.Points.soft_threshold = 10;
  settings.Points.proximal_step = 5;
  settings.Points.lasso = [6, 4];              # smallest objective, exact zeros
  settings.Points.fold_numbers = [3, 4];       # numbers 1 to K, equal sizes
  settings.Points.cv_errors = 10;
  settings.Points.choose_lambda = [4, 4];      # best, within one standard error
  settings.Points.confusion_matrix = 6;
  settings.Points.class_scores = [2, 2, 3];    # precision, recall, F1
  settings.Points.auc = 7;
end
