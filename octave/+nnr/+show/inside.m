## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## x = nnr.show.inside (x)
##
## The cell or scalar struct X to be shown: results of nnreg in it, however deep, are lines that say
## what they are, since Octave would print all of their fields. Anything else stays as it is.

function x = inside (x)
  if (iscell (x))
    at = find (cellfun (@isstruct, x) | cellfun (@iscell, x));
    for k = at(:).'
      x{k} = nested (x{k});
    end
  elseif (isscalar (x))
    values = struct2cell (x);
    at = find (cellfun (@isstruct, values) | cellfun (@iscell, values));
    names = fieldnames (x);
    for k = at(:).'
      x.(names{k}) = nested (values{k});
    end
  end
end

function x = nested (x)
  text = '';
  if (isstruct (x))
    text = nnr.show.line (x);
  end
  if (isempty (text))
    x = nnr.show.inside (x);
  else
    x = text;
  end
end

%!shared h
%! h = struct ("Epoch", 1:3, "DataLoss", 1:3, "Loss", 1:3, "Penalty", 1:3, "Accuracy", 1:3, ...
%!             "Zeros", 1:3, "Seconds", 1:3);
%!assert (nnr.show.inside ({1, {h, "x"}}), {1, {"history of 3 epochs", "x"}})
%!test
%! x.a.b = {h};
%! x.c = [h, h];
%! assert (nnr.show.inside (x), struct ("a", struct ("b", {{"history of 3 epochs"}}), "c", [h, h]));
%!assert (nnr.show.inside (cell (0, 3)), cell (0, 3))
%!assert (nnr.show.inside ({rmfield(h, "Zeros")}), {rmfield(h, "Zeros")})
%!test # a model that does not hold together
%! m = nnreg_fit ((1:9).', (1:9).', "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! assert (nnr.show.inside ({m}), {"model: Regression, linear 1-1, 2 parameters"});
%! m.Weights = {};
%! assert (nnr.show.inside ({m}), {m});
