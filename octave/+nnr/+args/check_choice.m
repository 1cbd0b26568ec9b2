## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.args.check_choice (name, value, choices)
##
## The element of the cellstr CHOICES that equals VALUE, whatever its case. Anything else is the
## error nnreg:badArgument, with all choices, and the one that is meant or the nearest.
##
## nnr.args.check_choice ("Penalty", "L1", {"none", "l1"})   # l1

function value = check_choice (name, value, choices)
  text = ischar (value) && isrow (value);
  idx = [];
  if (text)
    idx = find (strcmpi (choices, value), 1);
  end
  if (isempty (idx))
    hint = '';
    if (text)
      hint = hint_for (value, choices);
    end
    error ('nnreg:badArgument', '%s must be %s, got %s%s', name, list_choices (choices), ...
           nnr.words.show_value (value), hint);
  end
  value = choices{idx};
end

## The choice that other programs and books call VALUE, or the nearest one.
function hint = hint_for (value, choices)
  names = {'l1', 'lasso'
           'l2', 'ridge tikhonov'
           'elasticnet', 'l1_l2 elastic_net elastic-net'
           'decoupled', 'adamw weight_decay'
           'sigmoid', 'logistic logsig'
           'tanh', 'tansig'
           'relu', 'rectifier poslin'
           'none', 'identity purelin'
           'mse', 'squared_error mean_squared_error'
           'mae', 'absolute_error mean_absolute_error'
           'crossentropy', 'log_loss categorical_crossentropy'};
  for row = names.'
    if (any (strcmpi (strsplit (row{2}, ' '), value)) && any (strcmp (choices, row{1})))
      hint = sprintf ('; here it is "%s"', row{1});
      return
    end
  end
  hint = nnr.args.did_you_mean (value, choices);
end

## "none", "l1" or "l2", each in quotes.
function text = list_choices (choices)
  text = ['"', strjoin(choices(:).', '", "'), '"'];
  text = regexprep (text, '", "([^"]*"$)', '" or "$1');
end

%!shared choices
%! choices = {"none", "l1", "l2", "elasticnet", "decoupled"};
%!assert (nnr.args.check_choice ("Penalty", "L1", choices), "l1")
%!assert (nnr.args.check_choice ("Penalty", 'decoupled', choices), "decoupled")
%!error <P must be "none", "l1", "l2", "elasticnet" or "decoupled", got "L3"; did you mean "l1"\?>
%! nnr.args.check_choice ("P", "L3", choices)
%!error <or "decoupled", got "elastic"; did you mean "elasticnet"\?>
%! nnr.args.check_choice ("Penalty", "elastic", choices)
%!error <or "decoupled", got "Lasso"; here it is "l1"$>
%! nnr.args.check_choice ("P", "Lasso", choices)
%!error <"b", got "lasso"$> nnr.args.check_choice ("Penalty", "lasso", {"a", "b"})
%!error <or "decoupled", got "dropout"$> nnr.args.check_choice ("Penalty", "dropout", choices)
%!error <or "decoupled", got 3$> nnr.args.check_choice ("Penalty", 3, choices)
%!error <or "decoupled", got ""$> nnr.args.check_choice ("Penalty", "", choices)
%!error <or "decoupled", got a cell$> nnr.args.check_choice ("Penalty", {"l1"}, choices)
%!error <Class must be "single", got 3> nnr.args.check_choice ("Class", 3, {"single"})
%!error id=nnreg:badArgument nnr.args.check_choice ("Penalty", "L3", choices)
