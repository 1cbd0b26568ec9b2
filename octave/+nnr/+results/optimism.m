## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.results.optimism (count, one, nested)
##
## What to know of the score of the best of COUNT candidates or points (ONE is their name). NESTED:
## there is a nested estimate.

function text = optimism (count, one, nested)
  text = sprintf ('the best score of %s is optimistic', nnr.words.count_text (count, one));
  if (! nested)
    text = [text, '; "Nested", 5 gives a fair one'];
  end
end
