## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.study.line_checksum (study, body)
##
## Eight digits that depend on a line of results and on the plan of its search.

function text = line_checksum (study, body)
  text = nnr.files.checksum ([study.Digest, body]);
  text = text(1:8);
end
