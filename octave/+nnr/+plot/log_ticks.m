## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## ticks = nnr.plot.log_ticks (limits)
##
## Three to ten places for numbers on a logarithmic axis: powers of ten, with 2 and 5 between them
## if these are few, or round numbers at equal distances. (Octave's own ticks are powers of ten
## alone, as TeX, which qt draws as it is.)

function ticks = log_ticks (limits)
  powers = floor (log10 (limits(1))):ceil (log10 (limits(2)));
  ticks = 10 .^ powers(1:ceil (numel (powers) / 8):end);
  if (numel (powers) <= 4)
    ticks = vec ([1; 2; 5] * ticks).';
  end
  inside = @(at) at(at >= limits(1) & at <= limits(2));
  ticks = inside (ticks);
  if (numel (ticks) < 3)
    step = 10 ^ floor (log10 (diff (limits)));
    step *= [1, 0.5, 0.2](find (diff (limits) / step ./ [1, 0.5, 0.2] >= 3, 1));
    ticks = inside (step * (ceil (limits(1) / step):floor (limits(2) / step)));
  end
end

%!assert (nnr.plot.log_ticks ([1e-4, 0.1] .* [0.9, 1.1]), [1e-4, 1e-3, 1e-2, 0.1], eps)
%!assert (nnr.plot.log_ticks ([0.9, 60]), [1, 2, 5, 10, 20, 50], eps)
%!assert (nnr.plot.log_ticks ([0.19, 0.55]), [0.2, 0.3, 0.4, 0.5], 1e-12)
%!assert (nnr.plot.log_ticks ([0.31, 0.48]), [0.35, 0.4, 0.45], 1e-12)
%!assert (nnr.plot.log_ticks ([5, 20]), [5, 10, 20], eps)
%!test
%! # any range has three to ten, which differ as texts of four digits
%! for low = [0.013, 1, 7.7, 930]
%!   for ratio = [1.1, 1.3, 2, 3, 5, 9, 20, 99, 1e3, 1e5, 1e9, 1e14]
%!     t = nnr.plot.log_ticks (low * [1, ratio]);
%!     assert (numel (t) >= 3 && numel (t) <= 10, sprintf ("%g %g", low, ratio));
%!     texts = arrayfun (@(x) sprintf ("%.4g", x), t, "UniformOutput", false);
%!     assert (numel (unique (texts)), numel (t));
%!   end
%! end
