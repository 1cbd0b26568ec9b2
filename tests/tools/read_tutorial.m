## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## cells = read_tutorial (FILE): a script in cells as a struct array: Kind "title" (a line
## after %%), "text" (lines after ##, paragraphs between empty ones; indented lines are
## formulas) or "code", and Text without these marks.  The licence before the first title is
## left out.

function cells = read_tutorial (file)
  lines = strsplit (fileread (file), "\n");
  first = find (strncmp (lines, '%% ', 3), 1);
  cells = struct ('Kind', {}, 'Text', {});
  kind = '';
  for line = lines(first:end)
    [next, text] = kind_of (line{1}, kind);
    if (strcmp (next, kind) && ! strcmp (kind, 'title'))
      cells(end).Text = [cells(end).Text, "\n", text];
    elseif (! isempty (next))
      cells(end + 1) = struct ('Kind', next, 'Text', text);
    end
    kind = next;
  end
  for k = 1:numel (cells)
    cells(k).Text = regexprep (cells(k).Text, '\s+$', '');
  end
end

## An empty line ends a text, but not code.
function [kind, text] = kind_of (line, before)
  text = line;
  if (strncmp (line, '%% ', 3))
    [kind, text] = deal ('title', line(4:end));
  elseif (strncmp (line, '##', 2))
    [kind, text] = deal ('text', line(min (4, end + 1):end));
  elseif (isempty (strtrim (line)) && ! strcmp (before, 'code'))
    kind = '';
  else
    kind = 'code';
  end
end
