## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [model, history] = nnr.fit.run (X, y, args)
##
## Trains one model, linear or a network: what nnreg_fit returns for its options ARGS.

function [model, history] = run (X, y, args)
  guard = nnr.words.raised ('begin');
  [model, history] = trained (X, y, args);
  model.Training.Warnings = nnr.words.raised ();
end

function [model, history] = trained (X, y, args)
  [s, given] = nnr.options.settings (args);
  guard = nnr.words.progress ('nnreg_fit', @() 'preparing the data', ...
                              nnr.options.silent (s, given));
  began = tic ();
  [X, y, s] = nnr.train.open_data (X, y, s);
  targets = nnr.targets.make (y, rows (X), s);
  s = nnr.options.for_rows (s, rows (X), targets.NumOutputs);
  nnr.options.penalty (s, numel (s.LayerSizes) + 1);  # its errors, before X is packed
  nnr.targets.warn_of_labels (X, y, targets, s, given);
  if (rows (X) == 1 && isempty (s.InitialModel))
    nnr.words.warn ('nnreg:singleRow', ['X has a single row, so the model predicts its y for ' ...
                                        'every x; give more rows']);
  end
  if (nnr.linear.suits (s, size (X)))
    nnr.options.warn_of_idle_options (s, given);
    model = nnr.linear.fit (X, targets, s);
    history = model.History;
    return
  elseif (strcmp (s.Solver, 'coordinate'))
    s.Solver = 'fista';
  end
  d = nnr.train.prepare_data (X, targets, s);
  nnr.options.warn_of_idle_options (s, given);
  nnr.train.warn_of_lost_zeros (s, given);
  packing = toc (began);
  [model, history, phases] = nnr.train.fit_packed (d, s, true);
  if (s.Profile)
    model.Profile = nnr.train.make_profile (packing, phases, toc (began));
    nnr.train.print_profile (model.Profile);
  end
end
