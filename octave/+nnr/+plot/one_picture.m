## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## main = nnr.plot.one_picture (handles)
##
## The first panel of the picture whose panels the HANDLES of axes are, as nnreg_plot returns them;
## [] if they are no axes or not of one picture.

function main = one_picture (handles)
  main = [];
  if (! all (isaxes (handles)(:)))
    return
  end
  mains = arrayfun (@(ax) {getappdata(ax, 'nnreg_main')}, handles(:));
  if (! isempty (mains{1}) && isequal (mains{:}, mains{1}) && ishghandle (mains{1}))
    main = mains{1};
  end
end

%!assert (nnr.plot.one_picture ([0, 0]), [])
