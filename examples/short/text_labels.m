## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Labels that are texts, and a rare class with a larger weight.

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
called = @(m) sum (m.Confusion(:,2));
printf ("                found of the ill  called ill\n");
printf ("no weights      %15.0f%%  %10d\n", 100 * a.Recall(2), called (a));
printf ("\"balanced\"      %15.0f%%  %10d\n", 100 * b.Recall(2), called (b));

## Output:
## classes: healthy, ill
##                 found of the ill  called ill
## no weights                    0%           0
## "balanced"                   95%         131
