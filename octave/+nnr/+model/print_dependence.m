## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.print_dependence (pd)
##
## Prints the struct PD of nnreg_partialdependence as a table of at most 80 columns and 16 points.

function print_dependence (pd)
  printf ("Partial dependence on %s, %s\n\n", strjoin (pd.Names, ' and '), ...
          nnr.words.count_text (pd.NumSamples, 'sample'));
  [titles, values] = deal (outputs_of (pd), pd.Values);
  if (numel (pd.Names) == 2)
    k = merge (numel (titles) == 2, 2, 1);
    printf ("  %s; across: %s\n\n", titles{k}, pd.Names{2});
    [titles, values] = deal (point_texts (pd.Points{2}), values(:,:,k));
  end
  most = [16, 6];
  [down, across] = deal (chosen (rows (values), most(1)), chosen (columns (values), most(2)));
  names = [{nnr.words.cut_text(pd.Names{1}, 20)}; point_texts(pd.Points{1})(down)];
  width = max (cellfun (@nnr.words.text_width, names));
  heading = cellfun (@(text) nnr.words.padded (text, 10, 'left'), ...
                     nnr.words.label_texts (titles(across), 9), 'UniformOutput', false);
  printf ("  %s%s\n", nnr.words.padded (names{1}, width, 'right'), strjoin (heading(:).', ''));
  for k = 1:numel (down)
    printf ("  %s%s\n", nnr.words.padded (names{k + 1}, width, 'right'), ...
            sprintf ('%10s', number_texts (values(down(k),across)){:}));
  end
  if (numel (down) < rows (values) || numel (across) < columns (values))
    printf ("  (%d of %d points, %d of %s)\n", numel (down), rows (values), numel (across), ...
            nnr.words.count_text (columns (values), 'column'));
  end
  fflush (stdout);
end

## What the columns of the values are.
function titles = outputs_of (pd)
  if (strcmp (pd.Task, 'classification'))
    titles = nnr.words.label_texts (pd.ClassNames, 20);
  else
    titles = arrayfun (@(k) sprintf ('y%d', k), (1:columns (pd.Mean)).', 'UniformOutput', false);
    if (isscalar (titles))
      titles = {'y'};
    end
  end
end

function texts = point_texts (points)
  texts = points;
  if (isnumeric (points))
    texts = arrayfun (@(v) sprintf ('%.5g', v), points, 'UniformOutput', false);
  end
  texts = nnr.words.label_texts (texts, 20);
end

## At most nine letters each, so that a blank is left between columns of ten.
function texts = number_texts (values)
  texts = arrayfun (@(v) sprintf ('%.4g', v), values, 'UniformOutput', false);
  long = cellfun (@numel, texts) > 9;
  texts(long) = arrayfun (@(v) sprintf ('%.2g', v), values(long), 'UniformOutput', false);
end

## At most MOST of COUNT places, evenly.
function at = chosen (count, most)
  at = unique (round (linspace (1, count, min (count, most))));
end

%!test <*> # long numbers do not touch each other
%! pd = struct ('Names', {{'x'}}, 'NumSamples', 9, 'Task', 'classification', ...
%!              'ClassNames', [1; 2; 3], 'Points', {{[1; 2]}}, ...
%!              'Values', [0.16666, 1.1912e-218, -1.2345e-100; -0.5, 2, -0.00012345]);
%! lines = strsplit (evalc ('nnr.model.print_dependence (pd)'), "\n");
%! assert (lines{3}, '  1    0.1667  1.2e-218 -1.2e-100');
%! assert (lines{4}, '  2      -0.5         2  -0.00012');
