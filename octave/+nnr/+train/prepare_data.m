## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## d = nnr.train.prepare_data (X, y, s)
##
## Checks and packs X and y for a training by the settings S: a struct with Data (packed inputs),
## Targets, and Mean and Scale (of the inputs, D-by-1; empty if not standardised).

function d = prepare_data (X, y, s)
  nnr.data.check ('X', X, []);
  check_name_count (s.FeatureNames, columns (X));
  d.Targets = nnr.targets.make (y, rows (X), s);
  found = nnr.data.scan ('X', X, s.Standardize, s.Precision, s.Threads);
  if (! s.Standardize)
    suggest_standardize (found.Largest);
  end
  d.Data = nnr.data.pack (X, found, s.Precision, s.Threads);
  d.Mean = found.Mean;
  d.Scale = found.Scale;
end

function check_name_count (names, num_inputs)
  if (! isempty (names) && numel (names) != num_inputs)
    error ('nnreg:badArgument', 'FeatureNames must have a name for each of the %s of X, got %d', ...
           nnr.words.count_text (num_inputs, 'column'), numel (names));
  end
end

function suggest_standardize (largest)
  largest = largest(largest > 0);
  wildly = 100;
  if (! isempty (largest) && max (largest) > wildly * min (largest) ...
      && max (largest) > wildly)
    nnr.words.warn ('nnreg:scale', ['the columns of X differ wildly in scale (largest values ' ...
                                    'from %.3g to %.3g); "Standardize", true would help the ' ...
                                    'training'], min (largest), max (largest));
  end
end
