## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## d = nnr.options.defaults (word, ...)
##
## The defaults of the options with all these words (nnr.options.names), a struct in the table's
## order. Without words: the defaults of nnreg_fit.

function d = defaults (varargin)
  persistent of_fit;
  if (nargin == 0)
    if (isempty (of_fit))
      of_fit = nnr.options.defaults ('fit');
    end
    d = of_fit;
    return
  end
  [names, t] = nnr.options.names (varargin{:});
  d = cell2struct ({t.Default}, names, 2);
end

%!assert (getfield (nnr.options.defaults (), "LearnRate"), 1e-3)
%!assert (fieldnames (nnr.options.defaults ("path", "!fit")).', ...
%!        {"Score", "CV", "CVGroups", "CVTime", "Repeats", "OutOfFold", "Nested", "NumLambda", ...
%!         "LambdaRatio", "MaxFeatures", "Relax", "WarmEpochs", "Method"})
