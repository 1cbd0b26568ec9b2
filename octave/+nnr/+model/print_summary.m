## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.print_summary (s)
##
## Prints the struct S of nnreg_summary as a table of at most 80 columns.

function print_summary (s)
  printf ("%s\n\n", nnr.model.heading (s));
  print_layers (s);
  printf ("\n");
  printf ("  Inputs    %s\n", inputs_text (s));
  if (! isempty (s.Table))
    printf ("  Table     %s\n", s.Table);
  end
  printf ("  Memory    %s in %s (%s with history and settings)\n", amount (s.Bytes), ...
          s.Precision, amount (s.ModelBytes));
  printf ("  Trained   %s\n", s.Trained);
  if (! isempty (s.HuberDelta))
    printf ("  Loss      Huber's, linear beyond errors of%s\n", sprintf (' %.5g', s.HuberDelta));
  end
  if (! isempty (s.Decision))
    printf ("%s\n", nnr.words.wrapped ('  Decides   ', s.Decision, 79));
  end
  print_options (s.Options);
  print_sentences (s.Sentences);
  fflush (stdout);
end

function text = inputs_text (s)
  text = nnr.words.count_text (s.NumInputs, 'column');
  if (s.NumInputs != s.Layers(1).Inputs)
    text = sprintf ('%d of %s of X', s.Layers(1).Inputs, text);
  end
  if (isequal (s.Standardize, true))
    text = [text, ', standardised'];
  elseif (strcmp (s.Standardize, 'range'))
    text = sprintf ('%s, divided by %.5g', text, s.Range);
  else
    text = [text, ', as they are'];
  end
end

function print_layers (s)
  row = "  %-10s%7s  %-10s%12s%9s  %s\n";
  printf (row, 'layer', 'units', 'activation', 'parameters', 'zeros', 'penalty');
  count = numel (s.Layers);
  for l = 1:count
    name = sprintf ('%d hidden', l);
    if (l == count)
      name = sprintf ('%d output', l);
    end
    layer = s.Layers(l);
    printf (row, name, sprintf ('%d', layer.Units), layer.Activation, ...
            sprintf ('%d', layer.NumParameters), sprintf ('%.2f%%', 100 * layer.ZeroShare), ...
            penalty_text (layer));
  end
  if (count > 1)
    printf ("  %-10s%31d%8.2f%%\n", 'all', s.NumParameters, 100 * s.ZeroShare);
  end
end

function text = penalty_text (layer)
  parts = {'l1', layer.Lambda1; 'l2', layer.Lambda2; 'group', layer.LambdaGroup; ...
           'decoupled', layer.Decay};
  parts = parts(isnan ([parts{:,2}]) | [parts{:,2}] > 0,:).';
  text = '-';
  if (! isempty (parts))
    text = strrep (sprintf (' + %s %.4g', parts{:})(4:end), ' NaN', '');
  end
end

function text = amount (bytes)
  units = {'bytes', 'kB', 'MB', 'GB'};
  k = min (max (floor (log (bytes) / log (1000)), 0), 3);
  text = sprintf ('%.4g %s', bytes / 1000 ^ k, units{k + 1});
end

## Names and values, in lines of at most 79 characters, and where in a model all are.
function print_options (options)
  line = '  Options  ';
  names = fieldnames (options).';
  if (isempty (names))
    printf ("%s all as by default; model.Settings has them\n", line);
    return
  end
  parts = {};
  for name = names
    value = options.(name{1});
    if (isnumeric (value) && isempty (value))
      value = '[]';
    elseif (isfloat (value) && isscalar (value))
      value = sprintf ('%.5g', value);
    end
    value = nnr.words.cut_text (nnr.words.option_text (value), 40);
    parts{end + 1} = sprintf (' %s %s,', name{1}, value);
  end
  parts{end}(end) = ';';
  for part = [parts, {' all: model.Settings'}]
    if (nnr.words.text_width ([line part{1}]) > 79)
      printf ("%s\n", line);
      line = blanks (11);
    end
    line = [line part{1}];
  end
  printf ("%s\n", line);
end

## The warnings come first, each in three lines at most: a table has few. All else is a paragraph.
function print_sentences (sentences)
  most = 2;
  are_warnings = strncmp (sentences, 'Warning ', 8);
  warnings = sentences(are_warnings);
  printf ("\n");
  for k = 1:min (most, numel (warnings))
    printf ("%s\n", nnr.words.wrapped ('  ', nnr.words.cut_text (warnings{k}, 220), 79));
  end
  if (numel (warnings) > most)
    printf ("  (%d more in Sentences of nnreg_summary)\n", numel (warnings) - most);
  end
  text = strjoin (sentences(! are_warnings).', ' ');
  printf ("%s\n", nnr.words.wrapped ('  ', text, 79));
end
