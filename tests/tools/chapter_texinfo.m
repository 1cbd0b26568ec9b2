## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## text = chapter_texinfo (FILE): a chapter of the manual, from Markdown to Texinfo. It knows
## headings (#, ##, ###), blocks between ``` lines, tables, lists (- at the margin, further lines
## indented), pictures, links, `code` and **strong**.

function text = chapter_texinfo (file)
  lines = strsplit (regexprep (fileread (file), '\s+$', ''), "\n", "CollapseDelimiters", false);
  text = "";
  while (! isempty (lines))
    if (strncmp (lines{1}, "```", 3))
      count = find (strcmp (lines(2:end), "```"), 1) + 1;
      code = escaped (strjoin (lines(2:count - 1), "\n"));
      part = sprintf ("@example\n%s\n@end example\n", code);
    elseif (strncmp (lines{1}, "|", 1))
      count = count_while (strncmp (lines, "|", 1));
      part = table (lines(1:count));
    elseif (strncmp (lines{1}, "- ", 2))
      count = count_while (strncmp (lines, "- ", 2) | strncmp (lines, "  ", 2));
      items = regexprep (lines(1:count), '^- ', "@item\n");
      part = sprintf ("@itemize\n%s\n@end itemize\n", inline (strjoin (items, "\n"), true));
    elseif (lines{1}(1:min (1, end)) == "#")
      count = 1;
      part = heading (lines{1});
    elseif (isempty (lines{1}))
      [count, part] = deal (1, "\n");
    else
      count = count_while (! cellfun (@isempty, lines) & ! strncmp (lines, "```", 3));
      part = [inline(strjoin (lines(1:count), "\n"), false), "\n"];
    end
    text = [text, part];
    lines(1:count) = [];
  end
  text = [text, "\n"];
end

function count = count_while (matches)
  count = find ([! matches, true], 1) - 1;
end

function text = heading (line)
  [marks, title] = regexp (line, '^(#+) (.*)$', 'tokens', 'once'){:};
  title = escaped (strrep (title, "`", ""));
  commands = {"chapter", "section", "subsection"};
  text = sprintf ("@%s %s\n", commands{numel (marks)}, title);
  if (numel (marks) == 1)
    text = sprintf ("@node %s\n%s", title, text);
  end
end

## The second line separates the head, which may be empty, from the rows.
function text = table (lines)
  cells = cellfun (@(line) strtrim (strsplit (line(2:end - 1), " | ")), lines, ...
                   "UniformOutput", false);
  cells{1} = strtrim (strsplit (lines{1}(2:end - 1), "|"));
  cells(2) = [];
  count = max (cellfun (@numel, cells));
  widest = repmat ({"x"}, 1, count);
  for row = cells
    for k = 1:numel (row{1})
      if (numel (row{1}{k}) > numel (widest{k}))
        widest{k} = row{1}{k};
      end
    end
  end
  text = sprintf ("@multitable%s\n", sprintf (" {%s}", regexprep (widest, '[@{}`*]', ''){:}));
  if (! all (cellfun (@isempty, cells{1})))
    text = sprintf ("%s@headitem %s\n", text, row_texinfo (cells{1}));
  end
  for row = cells(2:end)
    text = sprintf ("%s@item %s\n", text, row_texinfo (row{1}));
  end
  text = sprintf ("%s@end multitable\n", text);
end

function text = row_texinfo (cells)
  text = strjoin (cellfun (@(cell) inline (cell, false), cells, "UniformOutput", false), " @tab ");
end

## Items of a list are commands already.
function text = inline (text, items)
  text = escaped (text);
  if (items)
    text = strrep (text, "@@item", "@item");
  end
  text = regexprep (text, '`([^`]*)`', '@code{$1}');
  text = regexprep (text, '\*\*([^*]*)\*\*', '@strong{$1}');
  named = unique (regexp (text, '(?<=!\[)[^\]]*,[^\]]*(?=\]\()', 'match'));
  for words = named(:).'    # none is a column in Octave 11
    text = strrep (text, words{1}, strrep (words{1}, ',', '@comma{}'));
  end
  text = regexprep (text, '!\[([^\]]*)\]\([^)]*?(\w+)\.png\)', '@image{$2,,,$1,png}');
  ## All chapters are on one page.
  text = regexprep (text, '\[([^\]]*)\]\([^):]*\.md[^):]*\)', '$1');
  text = regexprep (text, '\[([^\]]*)\]\(([^)]*)\)', '@url{$2, $1}');
end

function text = escaped (text)
  text = regexprep (text, '([@{}])', '@$1');
end
