## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The settings in course_settings.m of this copy of the kit, even if another one is on the path.

function settings = read_settings ()
  back = enter_kit ();
  settings = course_settings ();
end
