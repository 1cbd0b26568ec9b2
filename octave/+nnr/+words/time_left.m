## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.time_left (seconds, done, total)
##
## About how long a call will still take if DONE of TOTAL parts took these SECONDS: ", about 30 s
## left". Empty as long as no part is done.

function text = time_left (seconds, done, total)
  text = '';
  if (done > 0)
    text = sprintf (', about %s left', in_units (seconds / done * max (total - done, 0)));
  end
end

function text = in_units (seconds)
  if (seconds < 300)
    text = sprintf ('%.0f s', seconds);
  elseif (seconds < 3 * 3600)
    text = sprintf ('%.0f min', seconds / 60);
  else
    text = sprintf ('%.1f h', seconds / 3600);
  end
end

%!assert (nnr.words.time_left (12, 0, 9), '')
%!assert (nnr.words.time_left (12, 3, 9), ', about 24 s left')
%!assert (nnr.words.time_left (100, 1, 11), ', about 17 min left')
%!assert (nnr.words.time_left (1000, 1, 11.8), ', about 3.0 h left')
%!assert (nnr.words.time_left (5, 9, 8), ', about 0 s left')
