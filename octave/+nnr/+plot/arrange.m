## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.arrange (sheet, held)
##
## Fit the panels of SHEET into its room: the gaps between them, where texts are, get the size that
## suits the letters, and the panels share the rest. HELD says that later plots add to the panels.

function arrange (sheet, held)
  picture = getappdata (sheet.Main, 'nnreg_picture');
  every = [picture.Panels, picture.Beside];
  boxes = cell2mat (of_all (every, 'nnreg_box'));
  are_panels = (1:numel (every)) <= numel (picture.Panels);
  for d = 1:2
    spans{d} = merged (boxes(are_panels,[d, d + 2]));
    sizes(d,:) = scales (sheet.Inches(d), sheet.Room(d), sum (diff (spans{d}, 1, 2)), sheet.Zoom);
  end
  if (sheet.Square)
    sizes(:,2) = min (sizes(:,2));
  end
  place = zeros (size (boxes));
  for d = 1:2
    to = @(at) moved (at, spans{d}, sizes(d,:));
    rest = sheet.Room(d) - to (sheet.Inches(d));
    place(:,d) = rest / 2 + to (boxes(:,d));
    place(:,d + 2) = to (boxes(:,d) + boxes(:,d + 2)) - to (boxes(:,d));
  end
  for k = 1:numel (every)
    at = place(k,:) ./ sheet.Room([1, 2, 1, 2]) .* picture.Box([3, 4, 3, 4]);
    at(1:2) = at(1:2) + picture.Box(1:2);
    finish (every(k), at, held);
    nnr.plot.fit_texts (every(k), place(k,:), place(1:numel (picture.Panels),:), sheet);
  end
  ## On top, too: subplot looks for its axes in this order, and deletes what they cover until then.
  axes (sheet.Main);
end

function values = of_all (axs, name)
  values = arrayfun (@(ax) getappdata (ax, name), axs(:), 'UniformOutput', false);
end

## The union of intervals, a row [first, last] for each.
function spans = merged (intervals)
  spans = zeros (0, 2);
  for one = sortrows ([intervals(:,1), sum(intervals, 2)]).'
    if (! isempty (spans) && one(1) <= spans(end,2))
      spans(end,2) = max (spans(end,2), one(2));
    else
      spans(end + 1,:) = one;
    end
  end
end

## Factors [of gaps, of panels]. The panels keep a third of the room at least.
function factors = scales (wanted, room, panels, zoom)
  gaps = wanted - panels;
  panels = max (panels, 1e-6);
  share = max (room - zoom * gaps, room / 3);
  factors = [(room - share) / max(gaps, 1e-6), share / panels];
end

## Where the place AT of the drawer's sheet goes.
function to = moved (at, spans, factors)
  within = sum (min (max (at - spans(:,1).', 0), diff (spans, 1, 2).'), 2);
  to = factors(1) * (at - within) + factors(2) * within;
end

function finish (ax, place, held)
  shown = getappdata (ax, 'nnreg_limits');
  if (! isempty (shown))                # limits show what was there before, too
    now = axis (ax);
    axis (ax, reshape ([min(shown([1, 3]), now([1, 3])); max(shown([2, 4]), now([2, 4]))], 1, 4));
    rmappdata (ax, 'nnreg_limits');
  end
  set (ax, 'position', place, 'nextplot', merge (held, 'add', 'replace'));
  for name = {'textinterpreter', 'textfontname', 'textfontsize', 'linelinewidth'}
    set (ax, ['default', name{1}], 'remove');
  end
end
