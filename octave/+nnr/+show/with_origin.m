## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## x = nnr.show.with_origin (x, origin)
##
## The result X with the field Origin, which says of which model of a search or path it is
## (nnr.model.given); X as it is if ORIGIN is empty.

function x = with_origin (x, origin)
  if (! isempty (origin))
    x.Origin = origin;
  end
end
