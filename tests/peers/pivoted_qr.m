## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## pivoted_qr.m SPEC: the inputs that a QR decomposition with pivots takes first, in Octave. It
## sees no label: it keeps those of which the others are sums. Prints a line of JSON.

1;

spec = jsondecode (fileread (argv (){end}));
addpath (fullfile (pwd (), 'tests', 'bench'));
d = load_data (spec.folder);
before = process_memory ('reset');
began = tic ();
X = double (d.X);
[~, ~, order] = qr (X - mean (X), 0);
result.seconds = toc (began);
result.extra_mb = process_memory ('peak') - before;
result.inputs = sort (order(1:spec.count));
result.about = ['Octave ' version() ', ' version('-blas')];
printf ("%s\n", jsonencode (result));
