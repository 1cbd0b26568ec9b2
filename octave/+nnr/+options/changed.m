## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## changed = nnr.options.changed (settings)
##
## The options in the SETTINGS of a model that differ from the defaults of nnreg_fit, a struct.
## Options that change no weight, such as Threads, are left out, and Standardize and ClassNames,
## which the model says in another way. BatchSize and Epochs of Adam are there, though the number of
## rows may have chosen them: a repetition on other data needs them.

function changed = changed (settings)
  changed = struct ();
  plain = nnr.options.defaults ();
  ## Other defaults follow from these and are no changes.
  chosen = struct ();
  decides = nnr.options.names ('decides');
  for name = decides
    if (isfield (settings, name{1}))
      chosen.(name{1}) = settings.(name{1});
    end
  end
  usual = nnr.options.settings ({chosen});
  usual_loss = nnr.options.usual_loss (usual.Task);
  for name = decides
    usual.(name{1}) = plain.(name{1});
  end
  usual.Loss = usual_loss;
  for name = {'Solver', 'Penalty'}
    chosen.(name{1}) = plain.(name{1});
    by_itself = nnr.options.settings ({chosen});
    usual.(name{1}) = by_itself.(name{1});
  end
  usual.Lambda = by_itself.Lambda;
  if (! strcmp (usual.Solver, 'adam') && isfield (settings, 'BatchSize'))
    usual.BatchSize = settings.BatchSize;       # has no effect
  end
  ## A Lambda alone would not say of what.
  if (isfield (settings, 'Lambda') && ! isequal (settings.Lambda, usual.Lambda))
    usual = rmfield (usual, 'Penalty');
  end
  names = nnr.options.names ('fit', 'result');
  for name = names(! ismember (names, {'Standardize', 'ClassNames'}))
    if (isfield (settings, name{1}) ...
        && ! (isfield (usual, name{1}) && isequal (settings.(name{1}), usual.(name{1}))))
      changed.(name{1}) = settings.(name{1});
    end
  end
end

%!test
%! s = nnr.options.settings ({'Penalty', 'l1', 'Lambda', 1e-3, 'Epochs', 5, 'Verbose', 3});
%! assert (nnr.options.changed (s), struct ('Penalty', 'l1', 'Lambda', 1e-3, 'Epochs', 5));
%!test
%! s = nnr.options.settings ({'LayerSizes', [], 'Task', 'regression'});
%! assert (fieldnames (nnr.options.changed (s)), {'Task'; 'LayerSizes'});
%! s = nnr.options.settings ({'LayerSizes', [], 'Solver', 'adam'});
%! assert (fieldnames (nnr.options.changed (s)), {'LayerSizes'; 'Solver'});
%!assert (nnr.options.changed (nnr.options.settings ({})), struct ())
%!assert (nnr.options.changed (nnr.options.for_rows (nnr.options.settings ({}), 400, 3)), ...
%!        struct ('Penalty', 'l2', 'Lambda', 0.0025, 'BatchSize', 32, 'Epochs', 200))
%!assert (nnr.options.changed (struct ('Epochs', 5)), struct ('Epochs', 5)) # of a file, in part
