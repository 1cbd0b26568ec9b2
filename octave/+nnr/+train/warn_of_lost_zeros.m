## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.warn_of_lost_zeros (s, given)
##
## Warns if a training with the settings S goes on from an InitialModel whose penalty made zeros,
## and neither S nor the options GIVEN say what becomes of them: without a penalty they get values
## again.

function warn_of_lost_zeros (s, given)
  model = s.InitialModel;
  says = ismember ({'Penalty', 'Lambda', 'KeepZeros'}, given);
  if (isempty (model) || any (says) || ! isequal (s.Penalty, 'none') ...
      || ! isfield (model, 'Settings') || ! isfield (model.Settings, 'Penalty'))
    return
  end
  old = model.Settings;
  u = nnr.options.unit_penalty (old.Penalty, old.Alpha);
  count = sum (cellfun (@(w) nnz (w == 0), model.Weights));
  if (! u.MakesZeros || count == 0)
    return
  end
  penalty = 'its Penalty and Lambda';
  if (ischar (old.Penalty) && isnumeric (old.Lambda) && isscalar (old.Lambda))
    penalty = sprintf ('"Penalty", "%s", "Lambda", %s', old.Penalty, ...
                       nnr.words.show_value (old.Lambda));
  end
  nnr.words.warn ('nnreg:zerosLost', ...
                  ['InitialModel has %s, and this training has no penalty, so they get values ' ...
                   'again; give %s to go on as before, or "KeepZeros", true'], ...
                  nnr.words.count_text (count, 'zero weight'), penalty);
end

%!shared X, y, m
%! X = [eye(4); -eye(4)];
%! y = [1, 2, 1, 2, 2, 1, 2, 1];
%! m = nnreg_fit (X, y, "LayerSizes", 5, "Epochs", 60, "LearnRate", 0.03, ...
%!                "Verbose", 0, "Penalty", "l1", "Lambda", 0.03);
%!function text = said (X, y, varargin)
%!  lastwarn ("", "");
%!  nnreg_fit (X, y, "Epochs", 2, "Verbose", 0, varargin{:});
%!  [text, id] = lastwarn ();
%!  text = {"", text}{1 + strcmp(id, "nnreg:zerosLost")};
%!endfunction
%!test
%! count = sum (cellfun (@(w) nnz (w == 0), m.Weights));
%! assert (count > 1);
%! assert (said (X, y, "InitialModel", m), sprintf (['nnreg_fit: InitialModel has %d zero ' ...
%!   'weights, and this training has no penalty, so they get values again; give "Penalty", ' ...
%!   '"l1", "Lambda", 0.03 to go on as before, or "KeepZeros", true'], count));
%!test
%! # a penalty for each layer: the one that made the zeros need not be the first
%! two = nnreg_fit (X, y, "LayerSizes", 5, "Epochs", 60, "LearnRate", 0.03, "Verbose", 0, ...
%!                  "Penalty", {"l2", "l1"}, "Lambda", {1e-3, 0.3});
%! assert (! isempty (strfind (said (X, y, "InitialModel", two), ...
%!                             'again; give its Penalty and Lambda to go on as before, or')));
%!test
%! # these say what becomes of them, or there are none
%! for more = {{"Penalty", "none"}, {"Penalty", "l2", "Lambda", 1e-3}, {"KeepZeros", true}, ...
%!             {"KeepZeros", false}, {"Lambda", 1e-3}}
%!   assert (said (X, y, "InitialModel", m, more{1}{:}), "");
%! end
%! dense = nnreg_fit (X, y, "LayerSizes", 5, "Epochs", 2, "Verbose", 0);
%! assert (said (X, y, "InitialModel", dense), "");
%! assert (said (X, y), "");
