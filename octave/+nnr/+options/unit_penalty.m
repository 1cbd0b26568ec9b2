## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## u = nnr.options.unit_penalty (name, alpha)
##
## What the penalty does to the first layer for Lambda 1: a struct with the numbers L1, L2, Group
## and Decay (of the objective in nnr.options.penalties), MakesZeros, InObjective (not for "none"
## and "decoupled") and ByInput. NAME may be a cell with a name for each layer, and ALPHA a number
## for each: MakesZeros and InObjective are then true if they are for any layer.

function u = unit_penalty (name, alpha)
  persistent last_name last_alpha last_unit;    # a call of the user asks for the same many times
  if (iscell (name))
    u = of_layers (name, alpha);
    return
  elseif (strcmp (name, last_name) && alpha(1) == last_alpha)
    u = last_unit;
    return
  end
  alpha = alpha(1);
  t = nnr.options.penalties ();
  row = t.(name);
  empty = struct ('Lambda1', 0, 'Lambda2', 0, 'Decay', 0, 'Group', 0);
  p = row.Fill (empty, 1, 1, alpha);
  u = struct ('L1', p.Lambda1, 'L2', p.Lambda2, 'Group', p.Group, 'Decay', p.Decay, ...
              'MakesZeros', p.Lambda1 > 0 || p.Group > 0, 'InObjective', false, ...
              'ByInput', row.ByInput);
  u.InObjective = u.MakesZeros || u.L2 > 0;
  [last_name, last_alpha, last_unit] = deal (name, alpha, u);
end

function u = of_layers (names, alpha)
  if (isscalar (alpha))
    alpha = repmat (alpha, size (names));
  end
  all = cellfun (@nnr.options.unit_penalty, names, num2cell (alpha));
  u = all(1);
  u.MakesZeros = any ([all.MakesZeros]);
  u.InObjective = any ([all.InObjective]);
end

%!assert (nnr.options.unit_penalty ("elasticnet", 0.5), ...
%!        struct ("L1", 0.5, "L2", 0.25, "Group", 0, "Decay", 0, "MakesZeros", true, ...
%!                "InObjective", true, "ByInput", false))
%!test
%! u = nnr.options.unit_penalty ({"l2", "elasticnet"}, [0, 0.5]);
%! assert ({u.L1, u.L2, u.MakesZeros, u.InObjective, u.ByInput}, {0, 1, true, true, false});
%! u = nnr.options.unit_penalty ({"none", "decoupled"}, 0.5);
%! assert ({u.L1, u.L2, u.MakesZeros, u.InObjective}, {0, 0, false, false});
%!assert (getfield (nnr.options.unit_penalty ("decoupled", 0.5), "InObjective"), false)
%!assert (getfield (nnr.options.unit_penalty ("l2", 0.5), "MakesZeros"), false)
