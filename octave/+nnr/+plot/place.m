## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## place = nnr.plot.place (parent)
##
## Where a picture is drawn: in PARENT (axes, a figure or a uipanel), or if it is empty in the
## current axes, as plot does. A struct with Axes and their Parent. Without Axes it is all of
## Parent, without both a new figure. Held is true if what the axes have must stay.

function place = place (parent)
  place = struct ('Axes', [], 'Parent', parent, 'Held', false);
  if (isempty (parent))
    place.Parent = current ();
  end
  if (! isempty (place.Parent) && isaxes (place.Parent))
    ## Each panel of an earlier picture stands for all of it.
    place.Axes = place.Parent;
    main = getappdata (place.Axes, 'nnreg_main');
    if (! isempty (main) && ishghandle (main))
      place.Axes = main;
    end
    place.Parent = get (place.Axes, 'parent');
    place.Held = ishold (place.Axes);
  end
end

function target = current ()
  target = get (0, 'currentfigure');
  if (! isempty (target) && strcmp (get (target, 'nextplot'), 'new'))
    target = [];
  elseif (! isempty (target) && ! isempty (get (target, 'currentaxes')))
    target = get (target, 'currentaxes');
  end
end
