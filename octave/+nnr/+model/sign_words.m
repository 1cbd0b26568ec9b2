## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.model.sign_words (model, plus, minus)
##
## What positive and negative coefficients of a linear model mean. PLUS and MINUS are what shows
## them: signs or colours.

function text = sign_words (model, plus, minus)
  if (strcmp (model.Task, 'regression'))
    text = sprintf ('%s raises y, %s lowers it', plus, minus);
  elseif (rows (model.Weights{1}) == 2)
    names = nnr.words.label_texts (model.ClassNames, 20);
    text = sprintf ('%s for %s, %s for %s', plus, names{2}, minus, names{1});
  else
    text = sprintf ('%s for the class, %s against it', plus, minus);
  end
end

%!test
%! m = struct ("Task", "regression", "Weights", {{1}});
%! assert (nnr.model.sign_words (m, "+", "-"), "+ raises y, - lowers it");
%! m = struct ("Task", "classification", "Weights", {{[1; 2]}}, "ClassNames", {{"no"; "yes"}});
%! assert (nnr.model.sign_words (m, "orange", "blue"), "orange for yes, blue for no");
%! m.Weights = {[1; 2; 3]};
%! assert (nnr.model.sign_words (m, "+", "-"), "+ for the class, - against it");
