## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## M-by-N numbers between -1 and 1 that look random, the same on every machine for one seed.
## Octave's random numbers are not used.

function values = course_numbers (m, n, seed)
  mixed = sin ((1:m).' * 12.9898 + (1:n) * 78.233 + 37.719 * seed) * 43758.5453;
  values = 2 * mod (mixed, 1) - 1;
end
