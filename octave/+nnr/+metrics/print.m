## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.metrics.print (m)
##
## Print the struct M of nnreg_metrics or nnreg_evaluate as a table of at most 80 columns.
##
## Of more than ten classes only the four with the lowest F1 are listed, with the most frequent
## mistakes in place of the confusion matrix. Of more than 15 responses only the 15 with the lowest
## R2 are listed, and from nine on without standard errors.

function print (m)
  if (strcmp (m.Task, 'classification'))
    print_classification (m);
  else
    print_regression (m);
  end
  fflush (stdout);
end

function print_classification (m)
  printf ("Classification, %s, %s%s\n\n", nnr.words.count_text (m.NumSamples, 'sample'), ...
          nnr.words.count_text (rows (m.ClassNames), 'class', 'classes'), missing_text (m));
  print_loss (m);
  printf ('  Accuracy  %.4f', m.Accuracy);
  if (! isnan (m.TopK(1)))
    printf ("    LogLoss  %-10.4g  MacroAUC  %.4f\n", m.LogLoss, m.MacroAUC);
    if (isfield (m, 'StdError'))
      printf ("  +- s.e.   %.4f             %-10.2g            %.4f\n", m.StdError.Accuracy, ...
              m.StdError.LogLoss, m.StdError.MacroAUC);
    end
    printf ('  TopK      %s', strtrim (sprintf ('%-10.4f', m.TopK)));
    printf ("\n  Brier     %-10.4gECE      %.4g", m.Brier, m.ECE);
  end
  printf ("\n  Always guessing the largest class: Accuracy %.4f\n", m.BaselineAccuracy);
  if (nnz (m.Support) == 1 && rows (m.ClassNames) > 1)
    printf ("  All samples are of one class, so that AUC is undefined (NaN)\n");
  end
  print_decision (m);
  printf ("\n");
  nnr.metrics.print_classes (m);
end

function print_regression (m)
  num_responses = numel (m.MSE);
  printf ("Regression, %s, %s%s\n\n", nnr.words.count_text (m.NumSamples, 'sample'), ...
          nnr.words.count_text (num_responses, 'response'), missing_text (m));
  print_loss (m);
  printf ("  %-14s%13s%13s%13s%13s\n", 'response', 'MSE', 'RMSE', 'MAE', 'R2');
  listed = 1:num_responses;
  if (num_responses > 15)
    [~, order] = sort (m.R2);
    listed = order(1:15);
  end
  numbers = [1:num_responses; m.MSE; m.RMSE; m.MAE; m.R2];
  printf ("  %-14d%13.5g%13.5g%13.5g%13.4f\n", numbers(:,listed));
  if (isfield (m, 'StdError') && num_responses <= 8)
    se = m.StdError;
    for k = 1:num_responses
      texts = arrayfun (@(e) nnr.words.number_text (e, 2), ...
                        [se.MSE(k), se.RMSE(k), se.MAE(k), se.R2(k)], 'UniformOutput', false);
      printf ("  s.e. of %-6d%13s%13s%13s%13s\n", k, texts{:});
    end
  end
  if (num_responses > 1)
    printf ("  %-14s%13.5g%13.5g%13.5g%13.4f\n", 'mean', ...
            m.MeanMSE, m.MeanRMSE, m.MeanMAE, m.MeanR2);
  end
  if (m.NumSamples == 1)
    printf ("  R2 and standard errors of one sample are undefined (NaN)\n");
  end
  if (numel (listed) < num_responses)
    printf ("  (the 15 of %d responses with the lowest R2)\n", num_responses);
  end
end

function print_decision (m)
  if (isfield (m, 'Decision') && ! isempty (m.Decision))
    printf ("%s\n", nnr.words.wrapped ('  Decides   ', m.Decision, 79));
  end
end

function text = missing_text (m)
  text = '';
  if (isfield (m, 'NumMissing') && m.NumMissing > 0)
    text = sprintf (' (left out: %s with NaN)', nnr.words.count_text (m.NumMissing, 'row'));
  end
end

## nnreg_evaluate has an objective, nnreg_metrics has none.
function print_loss (m)
  if (isfield (m, 'Loss'))
    printf ("  Loss      %-10.4g=  DataLoss %.4g  +  Penalty %.4g\n", ...
            m.Loss, m.DataLoss, m.Penalty);
  end
end

%!test
%! m = nnr.metrics.regression_metrics ([1; 2], [1; 3], []);
%! text = evalc ("nnr.metrics.print (m)");
%! assert (strncmp (text, "Regression, 2 samples, 1 response\n", 34));
%! assert (! isempty (strfind (text, "-1.0000")));
%!test
%! m = nnr.metrics.regression_metrics ([1, 2; 2, 7], [1, 4; 3, 9], []);
%! m.Loss = 3; m.DataLoss = 2; m.Penalty = 1;
%! text = evalc ("nnr.metrics.print (m)");
%! assert (! isempty (regexp (text, 'Loss +3 +=  DataLoss 2  \+  Penalty 1\n')));
%! assert (! isempty (regexp (text, 'mean +2.25 ')));
%!test # one class, or one row
%! m = nnr.metrics.classification_metrics ([1; 2], [2; 2], [1; 2], [0.4, 0.6; 0.2, 0.8], [], 1);
%! assert (! isempty (strfind (evalc ("nnr.metrics.print (m)"), "one class, so that AUC is und")));
%! m = nnr.metrics.regression_metrics (1, 2, []);
%! assert (! isempty (strfind (evalc ("nnr.metrics.print (m)"), "R2 and standard errors of one")));
%!function check_width (m)
%!  text = evalc ("nnr.metrics.print (m)");
%!  assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 80);
%!endfunction
%!test # never wider than the terminal
%! for K = [1, 2, 3, 10, 12, 30, 200]
%!   itrue = repmat ((1:K).', 7, 1);
%!   ipred = mod (itrue .^ 2, K) + 1;
%!   scores = mod (itrue * (1:K), 7) / 7;
%!   check_width (nnr.metrics.classification_metrics ((1:K).', itrue, ipred, scores, [], 1));
%!   long = arrayfun (@(k) [repmat("x", 1, 40) num2str(k)], (1:K).', "UniformOutput", false);
%!   check_width (nnr.metrics.classification_metrics (long, itrue, ipred, [], rand (7 * K, 1), 1));
%! endfor
