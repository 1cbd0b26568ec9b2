## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [colours, drawn, names] = nnr.plot.next_colours (ax)
##
## The colours for curves in AX, a row each, those first that no curve there has yet: after hold on
## the next picture must not look like the first. Curves are lines with the tag "curve", of which
## DRAWN are there. NAMES are those of the colours, a row.

function [colours, drawn, names] = next_colours (ax)
  c = nnr.plot.palette ();
  drawn = numel (findobj (ax, 'type', 'line', 'tag', 'curve'));
  colours = circshift (c.Lines, -drawn, 1);
  names = circshift (c.LineNames, -drawn, 2);
end
