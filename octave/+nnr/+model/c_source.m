## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.model.c_source (model, stem)
##
## A model as a file of C99; the help of nnreg_export says what is in it. STEM is the file's name
## without its ending. All names in C begin with it.
##
## A compacted model has weights in every layer, or in none (nnr.model.live_parts).

function text = c_source (model, stem)
  small = nnr.model.compact (model);
  c = start (small, stem);
  if (any (small.Weights{1}(:)))
    c = add_inputs (c, small);
    c = add_layers (c, small);
  else
    c = add_constant (c, small.Biases{end});
  end
  if (strcmp (small.Task, 'classification'))
    [c, declarations] = add_classes (c, small);
  else
    [c, declarations] = add_responses (c, small);
  end
  text = strjoin ([{head(c, model, small, declarations), includes(c), ...
                    own(c, x_type ()), [strjoin(declarations, "\n"), "\n"]}, c.Tables, c.Code], ...
                  "\n");
end

## What the parts of the file add to. In templates of code "P_" stands for the prefix, "real" for
## the type of the weights.
function c = start (small, stem)
  prefix = regexprep (stem, '[^A-Za-z0-9_]', '_');
  if (isempty (prefix) || ! isletter (prefix(1)))
    prefix = ['model_' prefix];
  end
  kind = class (small.Weights{1});
  c = struct ('File', stem, 'Prefix', prefix, 'Kind', kind, ...
              'Real', merge (strcmp (kind, 'single'), 'float', 'double'), ...
              'RealBytes', merge (strcmp (kind, 'single'), 4, 8), 'Bytes', 0, ...
              'Local', 0, 'Multiplications', 0, 'Divisions', 0, 'Calls', 0, ...
              'Tables', {{}}, 'Code', {{}});
end

function text = own (c, template)
  ## The prefix itself may begin with P_, so P_X comes last, and as a whole word.
  text = regexprep (template, '\<P_(?!X\>)', [c.Prefix '_']);
  text = regexprep (text, '\<P_X\>', [upper(c.Prefix) '_X']);
  text = regexprep (text, '\<real\>', c.Real);
end

function c = add_table (c, name, values, kind)
  [text, bytes] = nnr.model.c_table ([c.Prefix '_' name], values, kind);
  c.Tables{end + 1} = text;
  c.Bytes = c.Bytes + bytes;
end

## The columns of X that are read, standardised, in an array of their own.
function c = add_inputs (c, small)
  [numbers, count] = nnr.model.inputs (small);
  value = 'x[j]';
  if (numel (numbers) < count)
    c = add_table (c, 'columns', numbers - 1, 'index');
    value = 'x[P_columns[j]]';
  end
  if (! isempty (small.InputScale))
    if (any (small.InputMean))
      c = add_table (c, 'mean', small.InputMean, 'double');
      value = sprintf ('(%s - P_mean[j])', value);
    end
    if (all (small.InputScale == small.InputScale(1)))
      value = sprintf ('%s / %s', value, nnr.model.c_number (small.InputScale(1), 'double'));
    else
      c = add_table (c, 'scale', small.InputScale, 'double');
      value = [value, ' / P_scale[j]'];
    end
    c.Divisions = c.Divisions + numel (numbers);
  end
  c = add_line (c, "/* The network's outputs z for x. */");
  c = add_line (c, 'static void P_outputs(const P_X *x, real *z)');
  c = add_line (c, '{');
  c = add_local (c, 'h0', numel (numbers));
  c = add_line (c, '  for (size_t j = 0; j < %d; j++) h0[j] = (real)(%s);', numel (numbers), value);
end

function c = add_line (c, template, varargin)
  c.Code{end + 1} = own (c, sprintf (template, varargin{:}));
end

function c = add_local (c, name, count)
  c = add_line (c, '  real %s[%d];', name, count);
  c.Local = c.Local + count * c.RealBytes;
end

function c = add_layers (c, small)
  names = nnr.model.layer_activations (small);
  known = nnr.model.activations ();
  for l = 1:numel (small.Weights)
    W = small.Weights{l};
    c = add_table (c, sprintf ('b%d', l), small.Biases{l}, c.Kind);
    target = 'z';
    formula = 'sum';
    if (l < numel (small.Weights))
      target = sprintf ('h%d', l);
      c = add_local (c, target, rows (W));
      activation = known(strcmp (names{l}, {known.Name}));
      formula = activation.C;
      if (strcmp (c.Kind, 'double'))
        formula = regexprep (formula, '(exp|tanh)f', '$1');
      end
      c.Calls = c.Calls + rows (W) * any (formula == '(');
      c.Divisions = c.Divisions + rows (W) * any (formula == '/');
    end
    c = add_products (c, l, W);
    c = add_line (c, '    %s[u] = %s;', target, formula);
    c = add_line (c, '  }');
    c.Multiplications = c.Multiplications + nnz (W);
  end
  c = add_line (c, "}\n");
end

## The head of a loop over the units: the sum of each. Without zeros no columns are needed.
function c = add_products (c, l, W)
  [columns, ~] = find (W.');
  at = W.';
  c = add_table (c, sprintf ('w%d', l), at(at != 0), c.Kind);
  from = sprintf ('h%d', l - 1);
  if (nnz (W) == numel (W))
    c = add_line (c, '  for (size_t u = 0, k = 0; u < %d; u++) {', rows (W));
    c = add_line (c, '    real sum = P_b%d[u];', l);
    c = add_line (c, '    for (size_t j = 0; j < %d; j++, k++) sum += P_w%d[k] * %s[j];', ...
                  size (W, 2), l, from);
    return
  end
  c = add_table (c, sprintf ('n%d', l), sum (W != 0, 2), 'index');
  c = add_table (c, sprintf ('j%d', l), columns - 1, 'index');
  c = add_line (c, '  for (size_t u = 0, k = 0; u < %d; u++) {', rows (W));
  c = add_line (c, '    real sum = P_b%d[u];', l);
  c = add_line (c, ['    for (size_t n = P_n%d[u]; n > 0; n--, k++) ' ...
                    'sum += P_w%d[k] * %s[P_j%d[k]];'], l, l, from, l);
end

## No weight is left: the outputs are the same for every x.
function c = add_constant (c, biases)
  c = add_table (c, 'b', biases, c.Kind);
  c = add_line (c, '/* No weight is left, so the outputs z do not depend on x. */');
  c = add_line (c, 'static void P_outputs(const P_X *x, real *z)');
  c = add_line (c, '{');
  c = add_line (c, '  (void)x;');
  c = add_line (c, '  for (size_t u = 0; u < %d; u++) z[u] = P_b[u];', numel (biases));
  c = add_line (c, "}\n");
end

function [c, declarations] = add_classes (c, small)
  K = rows (small.Weights{end});
  declarations = {own(c, 'int P_class(const P_X *x);'), ...
                  own(c, sprintf ('int P_scores(const P_X *x, double scores[%d]);', K)), ...
                  own(c, sprintf ('extern const char *const P_class_names[%d];', K))};
  c.Tables{end + 1} = class_names (c, small.ClassNames, K);
  best = {'  size_t best = 0;', ...
          sprintf('  for (size_t k = 1; k < %d; k++)', K), ...
          '    if (z[k] > z[best]) best = k;'};
  lines = {sprintf('int P_scores(const P_X *x, double scores[%d])', K), '{', ...
           sprintf('  real z[%d];', K), '  P_outputs(x, z);', best{:}, '  double sum = 0;', ...
           sprintf('  for (size_t k = 0; k < %d; k++) {', K), ...
           ['    scores[k] = exp(' exponent(small) ');'], '    sum += scores[k];', '  }', ...
           sprintf('  for (size_t k = 0; k < %d; k++) scores[k] /= sum;', K)};
  c.Calls = c.Calls + K;
  c.Divisions = c.Divisions + K;
  c.Local = c.Local + K * c.RealBytes;
  if (isfield (small, 'Threshold'))
    positive = small.PositiveClass - 1;
    cut = min (small.Threshold, 2);      # Inf: no score is above 1
    lines = [lines, {sprintf('  return scores[%d] >= %s ? %d : %d;', positive, ...
                             nnr.model.c_number (cut, 'double'), positive, 1 - positive), "}\n"}];
    from_scores = {sprintf('  double scores[%d];', K), '  return P_scores(x, scores);', '}'};
    lines = [lines, {'int P_class(const P_X *x)', '{'}, from_scores];
    c.Local = c.Local + 8 * K;
  else
    lines = [lines, {'  return (int)best;', "}\n", 'int P_class(const P_X *x)', '{', ...
                     sprintf('  real z[%d];', K), '  P_outputs(x, z);', best{:}, ...
                     '  return (int)best;', '}'}];
  end
  c = add_line (c, '%s', strjoin (lines, "\n"));
  c = add_line (c, '');
end

## The softmax, divided by the Temperature; the largest exponent is 0.
function text = exponent (small)
  text = '(double)z[k] - (double)z[best]';
  if (isfield (small, 'Temperature'))
    text = sprintf ('(%s) / %s', text, nnr.model.c_number (small.Temperature, 'double'));
  end
end

function text = class_names (c, classes, K)
  if (ischar (classes))
    classes = cellstr (classes);
  elseif (islogical (classes))
    words = {'false', 'true'};
    classes = words(1 + classes(:));
  elseif (! iscell (classes))
    classes = arrayfun (@number_text, classes(:), 'UniformOutput', false);
  end
  texts = cellfun (@nnr.model.c_string, classes(:).', 'UniformOutput', false);
  text = sprintf ("%s{\n  %s\n};\n", ...
                  own (c, sprintf ('const char *const P_class_names[%d] = ', K)), ...
                  strjoin (texts, ",\n  "));
end

function text = number_text (value)
  form = '%.17g';
  if (isinteger (value))
    form = '%d';
  elseif (str2double (sprintf ('%.15g', value)) == value)
    form = '%.15g';
  end
  text = sprintf (form, value);
end

function [c, declarations] = add_responses (c, small)
  R = rows (small.Weights{end});
  declarations = {own(c, sprintf ('void P_predict(const P_X *x, double y[%d]);', R))};
  c = add_table (c, 'y_scale', small.ResponseScale, 'double');
  c = add_table (c, 'y_mean', small.ResponseMean, 'double');
  c.Multiplications = c.Multiplications + R;
  c.Local = c.Local + R * c.RealBytes;
  lines = {sprintf('void P_predict(const P_X *x, double y[%d])', R), '{', ...
           sprintf('  real z[%d];', R), '  P_outputs(x, z);', ...
           sprintf(['  for (size_t k = 0; k < %d; k++) ' ...
                    'y[k] = (double)z[k] * P_y_scale[k] + P_y_mean[k];'], R), '}'};
  c = add_line (c, '%s', strjoin (lines, "\n"));
  c = add_line (c, '');
end

function text = includes (c)
  text = "#include <stddef.h>\n#include <stdint.h>\n";
  if (c.Calls > 0)
    text = ["#include <math.h>\n", text];
  end
end

function text = x_type ()
  text = strjoin ({'#ifndef P_X', '#define P_X double /* or another type of numbers */', ...
                   '#endif', ''}, "\n");
end

## The comment at the top: how to call the functions, and what they cost.
function text = head (c, model, small, declarations)
  count = sum (cellfun (@nnz, small.Weights));
  sizes = [columns(small.Weights{1}), cellfun(@rows, small.Weights(:).')];
  [numbers, num_inputs] = nnr.model.inputs (small);
  costs = {nnr.words.count_text(c.Multiplications, 'multiplication')};
  for more = {c.Divisions, 'division'; c.Calls, 'call of exp or tanh'}.'
    if (more{1} > 0)
      plural = strrep ([more{2} 's'], 'call of exp or tanhs', 'calls of exp or tanh');
      costs{end + 1} = nnr.words.count_text (more{1}, more{2}, plural);
    end
  end
  lines = {sprintf('%s: a network that nnreg %s has trained, in C99 with the C library alone.', ...
                   nnr.words.c_comment ([c.File '.c']), nnr.core.version ()), '', ...
           declarations{:}, '', ...
           meaning(small, num_inputs){:}, '', ...
           sprintf('Network %s, %s of %d.', strjoin (arrayfun (@(n) sprintf ('%d', n), sizes, ...
                                                               'UniformOutput', false), '-'), ...
                   nnr.words.count_text (count, 'weight'), ...
                   sum (cellfun (@numel, model.Weights))), ...
           sprintf('Constants: %d bytes, local arrays: %d bytes.', c.Bytes, c.Local), ...
           sprintf('A row takes %s.', strjoin (costs, ', '))};
  lines = [lines, inputs_read(small, numbers, num_inputs)];
  text = sprintf ("/* %s\n */", strjoin (lines, "\n * "));
  text = [regexprep(text, ' +$', '', 'lineanchors'), "\n"];
end

function lines = meaning (small, num_inputs)
  lines = {sprintf('x has %s, a row of X as nnreg_predict takes it, and finite.', ...
                   nnr.words.count_text (num_inputs, 'number'))};
  if (isfield (small, 'Preparation'))
    lines = {sprintf('x has %s, a row of the matrix of nnreg_prepare, and finite.', ...
                     nnr.words.count_text (num_inputs, 'number'))};
  end
  if (strcmp (small.Task, 'classification'))
    lines{end + 1} = ['The functions return the number of the class, from 0. Scores are ' ...
                      'probabilities.'];
  else
    lines{end + 1} = 'y are the responses, in the units of the training.';
  end
end

function lines = inputs_read (small, numbers, num_inputs)
  lines = {};
  if (! any (small.Weights{1}(:)))
    lines = {'It reads nothing of x: all weights are 0.'};
    return
  end
  names = nnr.model.input_names (small, numbers);
  if (numel (numbers) < num_inputs || ! isempty (names))
    lines = {sprintf('It reads %d of the %s of x%s', numel (numbers), ...
                     nnr.words.count_text (num_inputs, 'number'), merge (isempty (names), ...
                                                                         '.', ':'))};
  end
  for k = 1:numel (names)
    lines{end + 1} = sprintf ('  x[%d]  %s', numbers(k) - 1, nnr.words.c_comment (names{k}));
  end
end
