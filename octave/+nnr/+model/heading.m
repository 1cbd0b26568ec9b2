## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.model.heading (s)
##
## What a model is, in a line, from the struct S of nnr.model.summary.

function text = heading (s)
  kind = 'network';
  if (isscalar (s.Layers))
    kind = 'linear';
  end
  sizes = [s.Layers(1).Inputs, [s.Layers.Units]];
  text = sprintf ('%s%s, %s %s, %d parameters', upper (s.Task(1)), s.Task(2:end), kind, ...
                  sprintf ('-%d', sizes)(2:end), s.NumParameters);
end

%!assert (nnr.model.heading (struct ("Task", "regression", "NumParameters", 4, "Layers", ...
%!                                   struct ("Inputs", 3, "Units", 1))), ...
%!        "Regression, linear 3-1, 4 parameters")
