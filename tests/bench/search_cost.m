## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## What a search of 10,000 trainings costs beside the trainings, which are as small as
## possible: octave tests/bench/search_cost.m [FOLDER] [JOBS].  FOLDER is where studies would
## be, for instance on a cluster's shared file system (default: the temporary folder).

1;

function report (what, seconds, number, unit)
  printf ('%-46s %8.2f s', what, seconds);
  if (nargin > 2)
    printf ('  %8.2f ms a %s', 1000 * seconds / number, unit);
  end
  printf ("\n");
  fflush (stdout);
end

function count = file_count (folder)
  count = numel (glob (fullfile (folder, '*'))) + numel (glob (fullfile (folder, '*', '*')));
end

pkg load nnreg
args = argv ();
args = args(! strncmp (args, '-', 1));
folder = tempname ();
num_jobs = 10000;
if (numel (args) > 0)
  folder = tempname (args{1});
end
if (numel (args) > 1)
  num_jobs = str2double (args{2});
end

[X, y] = nnreg_digits ();
X = X(1:100,:) / 16;
y = y(1:100);
num_candidates = round (num_jobs / 10);
grid = {'Lambda', logspace(-6, -1, num_candidates)};
options = {'Penalty', 'l1', 'LayerSizes', 2, 'Epochs', 1, 'CV', 2, 'Repeats', 5, ...
           'Refit', false, 'Verbose', 0};
num_jobs = 10 * num_candidates;
printf ("%d candidates, 10 trainings each\n\n", num_candidates);

started = tic ();
plain = nnreg_gridsearch (X, y, grid, options{:});
report ('without a StudyDir', toc (started), num_jobs, 'training');
started = tic ();
r = nnreg_gridsearch (X, y, grid, options{:}, 'StudyDir', folder);
report ('with one', toc (started), num_jobs, 'training');
assert (isequal (rmfield (r.Results, 'Seconds'), rmfield (plain.Results, 'Seconds')));
printf ("%-46s %8.2f s\n", '  of which the trainings, on one thread', sum ([r.Results.Seconds]));
started = tic ();
r = nnreg_gridsearch (X, y, grid, options{:}, 'StudyDir', folder);
report ('the same call again: all is read', toc (started), num_jobs, 'training');
started = tic ();
s = nnreg_gridsearch ('status', folder);
report ('status', toc (started));
assert (s.Complete);
listing = dir (fullfile (folder, 'results', '*.txt'));
printf ("%-46s %8d\n", 'files and folders', file_count (folder));
printf ("%-46s %8.0f\n", 'bytes a training in results', sum ([listing.bytes]) / num_jobs);

## Single records, which trainings of more than a quarter of a second write.
file = fullfile (folder, 'results', 'one-by-one.txt');
text = [repmat('x', 1, 150), "\n"];
started = tic ();
for k = 1:100
  __nnreg_file_append__ (file, text);
end
report ('100 records one by one, each on the disk', toc (started), 100, 'record');

## What a shard costs: Octave starts, loads the data and does a few trainings.
few = {'Lambda', 1e-3};
started = tic ();
r = nnreg_gridsearch (X, y, few, options{:}, 'StudyDir', [folder, '-few'], ...
                      'Executor', 'processes', 'Shards', 2);
report ('two processes for ten trainings', toc (started));
confirm_recursive_rmdir (false, 'local');
rmdir (folder, 's');
rmdir ([folder, '-few'], 's');
