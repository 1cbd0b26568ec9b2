## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {} print_metrics (@var{m})
## Print the struct @var{m} of @code{nnreg_metrics} or @code{nnreg_evaluate} as a
## table of at most 80 columns.
##
## Of more than 25 classes only the ten with the lowest F1 are listed; a
## confusion matrix that is too wide becomes a list of its largest entries.
## @seealso{nnreg_metrics, nnreg_evaluate}
## @end deftypefn

function print_metrics (m)
  if (strcmp (m.Task, "classification"))
    print_classification (m);
  else
    print_regression (m);
  end
  fflush (stdout);
end

function print_classification (m)
  names = label_texts (m.ClassNames, 20);
  printf ("Classification, %s, %s\n\n", count_text (m.NumSamples, "sample"), ...
          count_text (numel (names), "class", "classes"));
  print_loss (m);
  printf ("  Accuracy  %.4f", m.Accuracy);
  if (! isnan (m.TopK(1)))
    printf ("    LogLoss  %-10.4g  MacroAUC  %.4f\n", m.LogLoss, m.MacroAUC);
    printf ("  TopK      %s", strtrim (sprintf ("%-10.4f", m.TopK)));
    printf ("\n  Brier     %-10.4gECE      %.4g", m.Brier, m.ECE);
  end
  printf ("\n\n");
  print_class_table (m, names);
  printf ("\n");
  print_confusion (m.Confusion, label_texts (m.ClassNames, 12));
end

function print_regression (m)
  num_responses = numel (m.MSE);
  printf ("Regression, %s, %s\n\n", count_text (m.NumSamples, "sample"), ...
          count_text (num_responses, "response"));
  print_loss (m);
  printf ("  %-14s%13s%13s%13s%13s\n", "response", "MSE", "RMSE", "MAE", "R2");
  printf ("  %-14d%13.5g%13.5g%13.5g%13.4f\n", ...
          [1:num_responses; m.MSE; m.RMSE; m.MAE; m.R2]);
  if (num_responses > 1)
    printf ("  %-14s%13.5g%13.5g%13.5g%13.4f\n", "mean", ...
            m.MeanMSE, m.MeanRMSE, m.MeanMAE, m.MeanR2);
  end
end

## The objective is there when a model was evaluated.
function print_loss (m)
  if (isfield (m, "Loss"))
    printf ("  Loss      %-10.4g=  DataLoss %.4g  +  Penalty %.4g\n", ...
            m.Loss, m.DataLoss, m.Penalty);
  end
end

%!test
%! m = regression_metrics ([1; 2], [1; 3], []);
%! text = evalc ("print_metrics (m)");
%! assert (strncmp (text, "Regression, 2 samples, 1 response\n", 34));
%! assert (! isempty (strfind (text, "-1.0000")));
%!test
%! m = regression_metrics ([1, 2; 2, 7], [1, 4; 3, 9], []);
%! m.Loss = 3; m.DataLoss = 2; m.Penalty = 1;
%! text = evalc ("print_metrics (m)");
%! assert (! isempty (regexp (text, 'Loss +3 +=  DataLoss 2  \+  Penalty 1\n')));
%! assert (! isempty (regexp (text, 'mean +2.25 ')));
%!function check_width (m)
%!  text = evalc ("print_metrics (m)");
%!  assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 80);
%!endfunction
%!test # never wider than the terminal
%! for K = [1, 2, 3, 10, 12, 30, 200]
%!   itrue = repmat ((1:K).', 7, 1);
%!   ipred = mod (itrue .^ 2, K) + 1;
%!   scores = mod (itrue * (1:K), 7) / 7;
%!   check_width (classification_metrics ((1:K).', itrue, ipred, scores, []));
%!   long = arrayfun (@(k) [repmat("x", 1, 40) num2str(k)], (1:K).', "UniformOutput", false);
%!   check_width (classification_metrics (long, itrue, ipred, [], rand (7 * K, 1)));
%! endfor
