## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.release (mark)
##
## Called when MARK goes, a text that each picture has in its first panel: when the user clears or
## deletes these axes, or plots into them. The other panels go too, and the axes get their old place
## again.

function release (mark)
  main = get (mark, 'parent');
  picture = getappdata (main, 'nnreg_picture');
  if (isempty (picture))
    return
  end
  rmappdata (main, 'nnreg_picture');
  others = [picture.Panels, picture.Beside];
  others = others(ishghandle (others));
  others = others(others != main);
  for other = others
    if (strcmp (get (other, 'beingdeleted'), 'off'))
      delete (other);
    end
  end
  if (strcmp (get (main, 'beingdeleted'), 'off'))
    if (strcmp (picture.Constraint, 'outerposition'))
      set (main, 'outerposition', picture.Box);
    else
      set (main, 'position', picture.Before);
      if (! isappdata (main, '__subplotrcn__') && isappdata (main, '__subplotposition__'))
        rmappdata (main, '__subplotposition__');
      end
    end
  end
end
