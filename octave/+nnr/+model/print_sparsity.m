## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.print_sparsity (s)
##
## Prints the struct S of nnreg_sparsity as a table of at most 80 columns.

function print_sparsity (s)
  units = [s.NumUnits; s.NumOutputs].';
  sizes = [s.NumWeights(1) / units(1), units];
  printf ("Network %s, %d parameters, %d of them live\n\n", dashed (sizes), ...
          s.NumParameters, s.NumLiveParameters);
  print_layers (s, sizes);
  print_evaded (s);
  printf ("\n  live: %d of %s", s.NumLiveInputs, nnr.words.count_text (s.NumInputs, 'input'));
  if (isfield (s, 'NumPredictors'))
    printf (', of %d of %s', numel (s.SelectedPredictors), ...
            nnr.words.count_text (s.NumPredictors, 'predictor'));
  elseif (! isempty (s.NumGroups))
    printf (' (%d of %s)', s.NumLiveGroups, nnr.words.count_text (s.NumGroups, 'group'));
  end
  if (isfield (s, 'NumPredictors') && s.NumLiveInputs > 0 && s.NumPredictors < s.NumInputs)
    printf (", the strongest first:\n\n");
    nnr.model.print_inputs (s.SelectedPredictors, s.PredictorNames, {'strength'}, ...
                            s.PredictorStrengths(:), {}, lines_left (s));
  elseif (s.NumLiveInputs > 0)
    printf (", the strongest first:\n\n");
    print_selected (s);
  else
    printf (": the model predicts the same for every X.\n");
  end
  compact = max (1, [s.NumLiveInputs, s.NumLiveUnits.', sizes(end)]);
  if (! isequal (compact, sizes))
    printf ("\n  nnreg_compact makes it %s.\n", dashed (compact));
  end
  fflush (stdout);
end

function print_evaded (s)
  for l = s.EvadedLayers
    printf (["\n  Beware: layer %d has %.3g times the norm of layer %d, whose penalty is " ...
             "evaded by\n  scale; penalise all layers.\n"], l + 1, s.NormRatios(l), l);
  end
end

function print_layers (s, sizes)
  num_live = [s.NumLiveUnits; sizes(end)];
  printf ("  %-10s%12s%12s%9s%16s%11s\n", 'layer', 'weights', 'non-zero', 'zeros', ...
          'live units', 'norm');
  for l = 1:numel (num_live)
    name = sprintf ('%d hidden', l);
    if (l == numel (num_live))
      name = sprintf ('%d output', l);
    end
    printf ("  %-10s%12d%12d%8.2f%%%16s%11.4g\n", name, s.NumWeights(l), s.NonZeros(l), ...
            100 * s.ZeroShare(l), sprintf ('%d of %d', num_live(l), sizes(l + 1)), s.Norms(l));
  end
end

## How many inputs there is room for, so that the table has at most 23 lines.
function most = lines_left (s)
  most = 12 - numel (s.NumWeights) - 3 * numel (s.EvadedLayers) - 2 * ! isempty (s.Signs);
  most = max (3, most);
end

## The signs of many outputs would be no help to a reader.
function print_selected (s)
  count = rows (s.Signs);
  signs = {};
  if (any (count == 1:10))
    signs = cellstr (reshape ('-0+'(2 + s.Signs.'), [], count));
  end
  nnr.model.print_inputs (s.SelectedInputs, s.Names, {'strength'}, s.Strengths(:), signs, ...
                          lines_left (s));
  if (! isempty (signs))
    printf ("\n  sign: %s", s.SignMeaning);
    if (count > 1)
      printf ("; one sign for each of the %d outputs", count);
    end
    printf ("\n");
  end
end

## 784-512-10
function text = dashed (sizes)
  text = sprintf ('-%d', sizes)(2:end);
end
