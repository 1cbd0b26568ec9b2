## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.show.line (x)
##
## What a result is, in one line: for cells and structs that hold it. Empty if X is no result of
## nnreg, or a model that does not hold together since the user changed it.

function text = line (x)
  [~, kind] = nnr.show.printer (x);
  text = kind;
  if (isempty (kind))
    return
  end
  switch (kind)
    case 'model'
      text = model_line (x);
    case 'history'
      text = sprintf ('history of %s', nnr.words.count_text (numel (x.Epoch), 'epoch'));
    case 'path'
      text = sprintf ('path of %s', nnr.words.count_text (numel (x.Lambda), 'point'));
    case 'search'
      text = sprintf ('search of %s', nnr.words.count_text (numel (x.Results), 'candidate'));
  end
end

function text = model_line (model)
  text = '';
  try
    text = sprintf ('model: %s', nnr.model.heading (nnr.model.summary (model)));
  end
end
