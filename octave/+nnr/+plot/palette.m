## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## colours = palette ()
##
## The colours of all pictures: the palette of Okabe and Ito, made for colour-blind readers.  A
## struct of RGB rows; Lines has one row for each line of a picture, LineNames their names.

function colours = palette ()
  colours.Blue = [0, 114, 178] / 255;
  colours.Orange = [213, 94, 0] / 255;
  colours.Green = [0, 158, 115] / 255;
  colours.Yellow = [230, 159, 0] / 255;
  colours.Sky = [86, 180, 233] / 255;
  colours.Pink = [204, 121, 167] / 255;
  colours.Black = [0, 0, 0];
  colours.Grey = [0.72, 0.72, 0.72];
  colours.Lines = [colours.Blue; colours.Orange; colours.Green; colours.Sky; ...
                   colours.Pink; colours.Yellow; colours.Black];
  colours.LineNames = {'blue', 'orange', 'green', 'sky blue', 'pink', 'yellow', 'black'};
end
