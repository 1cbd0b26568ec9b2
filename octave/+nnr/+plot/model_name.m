## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## name = nnr.plot.model_name (model)
##
## A short name for a model in titles: its penalty and lambda.

function name = model_name (model)
  name = strjoin (cellstr (model.Settings.Penalty)(:).', ', ');
  lambda = model.Settings.Lambda;
  if (strcmp (name, 'none'))
    name = 'no penalty';
  elseif (isnumeric (lambda) && isscalar (lambda))
    name = sprintf ('%s %.4g', upper (name), lambda);
  end
end

%!function m = model (varargin)
%!  m.Settings = struct (varargin{:});
%!endfunction
%!assert (nnr.plot.model_name (model ("Penalty", "l1", "Lambda", 0.01)), "L1 0.01")
%!assert (nnr.plot.model_name (model ("Penalty", "none", "Lambda", 0)), "no penalty")
%!assert (nnr.plot.model_name (model ("Penalty", "l2", "Lambda", @sin)), "l2")
