## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## said = nnr.plot.say (sheet, what)
##
## Adds WHAT this picture says of itself to what the pictures that it is drawn over have said: a
## cell with an entry for each.

function said = say (sheet, what)
  picture = getappdata (sheet.Main, 'nnreg_picture');
  picture.Said{end + 1} = what;
  setappdata (sheet.Main, 'nnreg_picture', picture);
  said = picture.Said;
end
