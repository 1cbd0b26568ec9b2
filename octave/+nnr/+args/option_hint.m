## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## hint = nnr.args.option_hint (name, known)
##
## The end of an error about the option NAME, which is not in the cellstr KNOWN: what it is called
## here, or a similar name, or '' if neither is found.

function hint = option_hint (name, known)
  hint = nnr.args.synonyms (name, known);
  if (! isempty (hint))
    hint = ['; here it is ', hint];
  else
    hint = nnr.args.did_you_mean (name, known);
  end
end

%!assert (nnr.args.option_hint ("MaxIter", {"Lambda", "Epochs"}), '; here it is "Epochs"')
%!assert (nnr.args.option_hint ("Epoch", {"Lambda", "Epochs"}), '; did you mean "Epochs"?')
%!assert (nnr.args.option_hint ("Momentum", {"Lambda", "Epochs"}), '')
