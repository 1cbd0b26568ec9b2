## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.study.line_checksum (study, body)
##
## Eight digits that depend on a line of results and on the plan that it belongs to.

function text = line_checksum (study, body)
  text = hash ('md5', [study.Digest, body])(1:8);
end
