## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.show.table (x)
##
## The table that the struct X shows itself as, of at most 23 lines: 25 with its name above. An
## array of results has a line for each. Empty if X is no result of nnreg, or does not hold together
## since the user changed it.

function text = table (x)
  text = '';
  if (numel (x) > 1)
    text = cut (list_of (x));
    return
  end
  printer = nnr.show.printer (x);
  if (isempty (printer))
    return
  end
  try
    text = evalc ('printer (x);');
  catch
    return
  end
  if (isfield (x, 'Origin') && ischar (x.Origin))
    text = sprintf ("%s\n%s", x.Origin, text);
  end
  text = cut (text);
end

## A line for each element of the array X; those that nobody sees are not made.
function text = list_of (x)
  persistent marks;
  if (isempty (marks))
    [~, marks] = nnr.show.kinds ();
  end
  text = '';
  if (! any (isfield (x, marks)))
    return
  end
  what = nnr.words.show_value (x);      # a 1x2 struct
  lines = sprintf ("%s of results:\n\n", what(3:end));
  for k = 1:numel (x)
    line = '';
    if (k <= 25)
      line = nnr.show.line (x(k));
      if (isempty (line))
        return
      end
    end
    lines = sprintf ("%s  (%d)  %s\n", lines, k, line);
  end
  text = lines;
end

## The tables are made to fit; this is for the rare one that has more of everything.
function text = cut (text)
  most = 23;
  lines = strsplit (text, "\n", 'CollapseDelimiters', false);
  left = numel (lines) - most;          # the last one is empty
  if (left > 1)
    text = sprintf ("%s\n", lines{1:most - 1}, sprintf ('  (%d more lines)', left));
  end
end
