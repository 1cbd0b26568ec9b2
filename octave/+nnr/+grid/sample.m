## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## params = nnr.grid.sample (axes, count, seed)
##
## Draws COUNT candidates from a grid as a Latin hypercube (McKay, Beckman and Conover, 1979): each
## axis is cut into COUNT parts of equal probability, and each part is drawn from once. So even a
## few candidates cover every axis.

function params = sample (axes, count, seed)
  params = repmat ({struct()}, 1, count);
  first_stream = 100;
  for j = 1:numel (axes)
    stream = first_stream + 2 * j;
    part = double (__nnreg_shuffle__ (count, seed, stream)) - 1;
    u = (part + inside (count, seed, stream + 1)) / count;
    for k = 1:count
      params{k}.(axes(j).Name) = value_at (axes(j), u(k));
    end
  end
end

## Places in (0, 1), one for each part.
function u = inside (count, seed, stream)
  fine = max (count, 2^12);
  u = (double (__nnreg_shuffle__ (fine, seed, stream))(1:count) - 0.5) / fine;
end

function value = value_at (axis, u)
  if (isempty (axis.Range))
    value = axis.List{1 + floor (u * numel (axis.List))};
    return;
  end
  [low, high] = deal (axis.Range.Range(1), axis.Range.Range(2));
  if (axis.Range.Integer)
    [low, high] = deal (ceil (low) - 0.5, floor (high) + 0.5);
  end
  if (strcmp (axis.Range.Scale, 'log'))
    value = low * (high / low) ^ u;
  else
    value = low + u * (high - low);
  end
  if (axis.Range.Integer)
    value = min (max (round (value), ceil (axis.Range.Range(1))), floor (axis.Range.Range(2)));
  end
end

%!test # one in each part of a range, on its scale, and lists in equal shares
%! r = struct ("Range", [1e-5 1e-1], "Scale", "log", "Integer", false);
%! axes = struct ("Name", {"Lambda", "Penalty"}, "List", {{}, {"l1", "l2"}}, "Range", {r, []});
%! sampled = @(count, seed) cell2mat (nnr.grid.sample (axes, count, seed));
%! params = sampled (40, 3);
%! assert (sort (floor ((log10 ([params.Lambda]) + 5) * 10)), 0:39);
%! assert (sum (strcmp ({params.Penalty}, "l1")), 20);
%! assert (isequal (params, sampled (40, 3)));
%! assert (! isequal (params, sampled (40, 4)));
%!test # whole numbers, the ends too
%! r = struct ("Range", [1 3], "Scale", "linear", "Integer", true);
%! axes = struct ("Name", "BatchSize", "List", {{}}, "Range", r);
%! params = cell2mat (nnr.grid.sample (axes, 30, 0));
%! assert (accumarray ([params.BatchSize].', 1), [10; 10; 10]);
