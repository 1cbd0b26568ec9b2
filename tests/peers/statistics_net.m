## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## statistics_net.m SPEC: the workload that the JSON file SPEC describes (run.py writes it) with
## fitcnet or fitrnet of Octave's package statistics.  Prints a line of JSON; where this Octave does
## not have them, only with the field cannot: why not.

1;

## What can be said about the package: its version, and which Octave it wants.
function text = about_package ()
  found = pkg ('list', 'statistics');
  text = sprintf ('Octave %s', version ());
  if (! isempty (found))
    wants = '';
    if (isfield (found{1}, 'depends') && ! isempty (found{1}.depends))
      d = found{1}.depends{1};
      wants = sprintf (' (wants %s %s %s)', d.package, d.operator, d.version);
    end
    text = sprintf ('statistics %s%s on %s', found{1}.version, wants, text);
  end
end

## Why there is no function NAME, or ''.
function text = fault_of (name)
  text = '';
  try
    pkg ('load', 'statistics');
  catch err
    reason = regexprep (strtrim (err.message), '\s+', ' ');
    text = sprintf ('%s cannot load the package statistics: %s', about_package (), reason);
    return;
  end
  if (! exist (name))
    text = sprintf ('%s has no %s', about_package (), name);
  end
end

## Its own defaults but for the units and the solver. It has no penalty. Stochastic gradient descent
## takes as many passes over the rows as the workload has epochs; L-BFGS goes on until a tolerance
## is met, for 1000 iterations at most.
function args = options_of (spec)
  args = {'LayerSizes', spec.layers(:).', 'Activations', 'relu', 'Solver', spec.solver};
  if (strcmp (spec.solver, 'sgd'))
    args = [args, {'IterationLimit', spec.epochs}];
  elseif (isfield (spec, 'iterations'))
    args = [args, {'IterationLimit', spec.iterations}];
  end
end

function result = run_fit (spec, d)
  args = options_of (spec);
  before = process_memory ('reset');
  began = tic ();
  if (d.Classes > 0)
    model = fitcnet (double (d.X), d.y, args{:});
  else
    model = fitrnet (double (d.X), d.y, args{:});
  end
  result.seconds = toc (began);
  result.extra_mb = process_memory ('peak') - before;
  guess = predict (model, double (d.Xtest));
  if (d.Classes > 0)
    result.accuracy = mean (double (guess(:)) == d.ytest);
  else
    result.rmse = sqrt (mean ((guess(:) - d.ytest) .^ 2));
  end
end

spec = jsondecode (fileread (argv (){end}));
spec.solver = getenv ('NNREG_BENCH_SOLVER');
addpath (fullfile (pwd (), 'tests', 'bench'));
d = load_data (spec.folder);
rand ('twister', spec.seed + 1);
randn ('twister', spec.seed + 1);
names = {'fitrnet', 'fitcnet'};
result.cannot = fault_of (names{1 + (d.Classes > 0)});
if (isempty (result.cannot))
  result = run_fit (spec, d);
  result.about = about_package ();
end
printf ("%s\n", jsonencode (result));
