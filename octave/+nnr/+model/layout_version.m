## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## number = nnr.model.layout_version ()
##
## The version of a model's fields and their meaning, a whole number: model.Version. It is raised if
## an older nnreg_predict would misread a new model.

function number = layout_version ()
  number = 1;
end
