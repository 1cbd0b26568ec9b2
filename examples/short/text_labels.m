## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Labels can be text, and a rare class can have a larger weight.

pkg load nnreg
k = (1:400)';
X = [sin(k), cos(2 * k), sin(3 * k)];
y = repmat ({"healthy"}, 400, 1);
y(X(:,1) + sin (k .^ 2) > 1.4) = {"ill"};
args = {"LayerSizes", [], "Verbose", 0};
plain = nnreg_fit (X, y, args{:});
fair = nnreg_fit (X, y, args{:}, "ClassWeights", "balanced");

[a, b] = deal (nnreg_evaluate (plain, X, y), nnreg_evaluate (fair, X, y));
printf ("classes: %s\n", strjoin (a.ClassNames', ", "));
printf ("weights find more of the ill: %d\n", b.Recall(2) > a.Recall(2));
called = @(m) sum (m.Confusion(:,2));
printf ("because they call more people ill: %d\n", called (b) > called (a));

## Output:
## classes: healthy, ill
## weights find more of the ill: 1
## because they call more people ill: 1
