## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.data.scale_fault (found)
##
## What is wrong with the columns for a network that is trained on them as they are: one lies far
## from 0 for its spread, or they differ wildly in scale. Empty if nothing is. FOUND is from
## nnr.data.scan.

function text = scale_fault (found)
  text = '';
  if (nnr.data.lies_far (found))
    ratio = abs (found.Mean) ./ found.Scale;
    ratio(found.Constant) = 0;
    [~, j] = max (ratio);
    text = sprintf (['column %d of X lies far from 0 for its spread (mean %.4g, standard ' ...
                     'deviation %.3g)'], j, found.Mean(j), found.Scale(j));
    return
  end
  largest = found.Largest(found.Largest > 0);
  wildly = 100;
  if (! isempty (largest) && max (largest) > wildly * min (largest) && max (largest) > wildly)
    text = sprintf (['the columns of X differ wildly in scale (largest values from %.3g to ' ...
                     '%.3g)'], min (largest), max (largest));
  end
end

%!function found = of (X)
%!  found = nnr.data.scan ("X", X, true, "double", 1, []);
%!endfunction
%!assert (nnr.data.scale_fault (of ([1, 2; 3, 4; -2, 0])), "")
%!assert (nnr.data.scale_fault (of ([1, 2001; 3, 2002; -2, 2000])), ...
%!        ["column 2 of X lies far from 0 for its spread (mean 2001, standard deviation 0.816)"])
%!assert (nnr.data.scale_fault (of ([1, 0; 3, 2e3; -2, 1e3])), ...
%!        "the columns of X differ wildly in scale (largest values from 3 to 2e+03)")
%!assert (nnr.data.scale_fault (of ([1, 7e9; 3, 7e9])), ...
%!        "the columns of X differ wildly in scale (largest values from 3 to 7e+09)")
