## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [kinds, marks] = nnr.show.kinds ()
##
## The kinds of results, a row each: its name, the fields by which it is known
## (nnr.model.result_kinds), and the function that prints it. MARKS are the first of these fields: a
## struct that has none of them is no result.

function [kinds, marks] = kinds ()
  printers = { ...
              'model', @print_model; ...
              'history', @nnr.show.epochs; ...
              'path', @(r) nnr.path.print(r, 'all'); ...
              'search', @(r) nnr.results.print(r, 14); ...
              'metrics', @nnr.metrics.print; ...
              'sparsity', @nnr.model.print_sparsity; ...
              'importance', @nnr.model.print_importance; ...
              'coefficients', @nnr.model.print_coefficients; ...
              'summary', @print_ordered; ...
              'status of a search', @nnr.search.print_status; ...
              'recipe of a table', @nnr.table.print; ...
              'what a table was taken for', @nnr.data.print_table; ...
              'sparsified network', @nnr.sparsify.print; ...
              'learning curve', @nnr.curve.print; ...
              'partial dependence', @nnr.model.print_dependence; ...
              'settings of a model', @print_settings; ...
              'result of nnreg_selftest', @print_report; ...
              'what nnreg_info says', @nnr.show.info};
  kinds = nnr.model.result_kinds ();
  [~, at] = ismember (kinds(:,1), printers(:,1));
  kinds(:,3) = printers(at,2);
  marks = unique (cellfun (@(names) names{1}, kinds(:,2), 'UniformOutput', false)).';
end

function print_model (model)
  nnr.model.print_summary (nnr.show.summary (model, model));
end

## Of a summary from a file the options may be in another order.
function print_ordered (s)
  s.Options = orderfields (s.Options, nnr.options.in_order (s.Options));
  nnr.model.print_summary (s);
end

function print_settings (settings)
  names = nnr.options.in_order (settings);
  ## Lines break between the options alone.
  texts = cellfun (@(name) strrep ([name, ' ', value_text(settings.(name))], ' ', "\1"), names, ...
                   'UniformOutput', false);
  text = nnr.words.wrapped ('  ', strjoin (texts, ', '), 79);
  printf ("%s\n", strrep (text, "\1", ' '));
end

function text = value_text (value)
  text = '[]';
  if (! isempty (value))
    text = nnr.words.cut_text (nnr.words.option_text (value), 40);
  end
end

## Another struct could have these names too.
function print_report (result)
  assert (isfield (result.Checks, {'Name', 'Message', 'Seconds'}));
  printf ("%s\n", result.Report);
end
