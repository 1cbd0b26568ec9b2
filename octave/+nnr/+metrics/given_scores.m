## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [scores, check] = nnr.metrics.given_scores (ypred, num_samples, classes, named)
##
## The probabilities (N-by-K) if YPRED holds such in place of labels, [] if it holds labels. What
## is neither is an error that says what to pass. CHECK (FOUND) completes this after the one pass
## over the scores: FOUND is of nnr.metrics.class_scores.
##
## CLASSES (K rows) are those of the truth, or the user's ClassNames if NAMED. Probabilities are
## an N-by-K matrix of floats in [0, 1] whose rows sum to 1, or for two classes a vector, those of
## the second class. Whole numbers are labels, 0 and 1 too; so is every number that is a class.

function [scores, check] = given_scores (ypred, num_samples, classes, named)
  scores = [];
  check = @(found) [];
  if (islogical (ypred))
    ypred = double (ypred);
  elseif (! (isfloat (ypred) && isreal (ypred) && ndims (ypred) == 2))
    return
  end
  ypred = full (ypred);
  if (rows (ypred) == num_samples && columns (ypred) > 1)
    if (has_fractions (ypred))
      check_columns (ypred, rows (classes));
      scores = ypred;
      check = @(found) check_matrix (ypred, found);
    end
  elseif (isvector (ypred) && numel (ypred) == num_samples && ! any (isnan (ypred)))
    scores = of_vector (ypred(:), classes, named);
  end
end

## Looks at one column after the other: there may be thousands, and the first has some.
function yes = has_fractions (y)
  yes = false;
  for k = 1:columns (y)
    yes = any (y(:,k) != fix (y(:,k)));
    if (yes)
      return
    end
  end
end

function check_columns (ypred, num_classes)
  if (columns (ypred) != num_classes)
    error ('nnreg:badData', ['ypred has %d columns of scores, but there %s; give "ClassNames", ' ...
                             'one for each column'], columns (ypred), are_classes (num_classes));
  end
end

## Looks for the odd score only if there is one.
function check_matrix (ypred, found)
  total = found.Total;
  if (found.Probable && all (nnr.metrics.is_one (total)))
    return
  end
  for k = 1:columns (ypred)     # no temporary as large as all scores
    odd = find (! (ypred(:,k) >= 0 & ypred(:,k) <= 1), 1);
    if (! isempty (odd))
      refuse (sprintf ('row %d has %g', odd, ypred(odd,k)));
    end
  end
  odd = find (! nnr.metrics.is_one (total), 1);
  refuse (sprintf ('row %d sums to %g', odd, total(odd)));
end

function refuse (reason)
  error ('nnreg:badData', ['ypred holds neither labels nor probabilities (%s): give labels as ' ...
                           'ypred and such scores as the third argument; a regression needs ' ...
                           '"Task", "regression"'], reason);
end

function scores = of_vector (values, classes, named)
  scores = [];
  numbers = ! (iscell (classes) || ischar (classes));
  is_class = false (size (values));
  if (numbers)
    is_class = ismember (values, double (classes));
  end
  fraction = find (values != fix (values) & ! is_class, 1);
  if (isempty (fraction))
    check_binary (values, is_class, classes, named);
    return
  end
  of_fraction = sprintf ('%g in row %d is no class', values(fraction), fraction);
  odd = find (values < 0 | values > 1, 1);
  if (numbers && ! named && any (classes != fix (classes)))
    refuse ([of_fraction, ', and classes with fractions need "ClassNames"']);
  elseif (! isempty (odd))
    refuse (sprintf ('%s, and row %d has %g', of_fraction, odd, values(odd)));
  elseif (rows (classes) != 2)
    error ('nnreg:badData', ['ypred holds probabilities (%s) as a vector, which needs two ' ...
                             'classes, but there %s; give a column for each class, or ' ...
                             '"ClassNames"'], of_fraction, are_classes (rows (classes)));
  end
  scores = [1 - values, values];
end

## 0 and 1 alone are the labels 0 and 1, or a code for two other labels, or rounded probabilities.
function check_binary (values, is_class, classes, named)
  unclear = rows (classes) == 2 && ! named && all (values == 0 | values == 1) && ! all (is_class);
  if (unclear)
    names = nnr.words.label_texts (classes, 20);
    error ('nnreg:badData', ['ypred holds only 0 and 1, but the classes are %s and %s: give ' ...
                             'labels of these, or probabilities with a column for each class; ' ...
                             'if there are more classes, give "ClassNames"'], names{:});
  end
end

function text = are_classes (num_classes)
  text = sprintf ('%s %s', {'are', 'is'}{1 + (num_classes == 1)}, ...
                  nnr.words.count_text (num_classes, 'class', 'classes'));
end

%!assert (nnr.metrics.given_scores ([0.25; 1], 2, [0; 1], false), [0.75, 0.25; 0, 1])
%!assert (nnr.metrics.given_scores ([0.25, 1], 2, {"a"; "b"}, false), [0.75, 0.25; 0, 1])
%!assert (nnr.metrics.given_scores (single (0.25), 1, [5; 7], true), single ([0.75, 0.25]))
%!assert (nnr.metrics.given_scores (sparse ([0, 1, 0; 0.5, 0.25, 0.25]), 2, (1:3).', false), ...
%!        [0, 1, 0; 0.5, 0.25, 0.25])
%!assert (nnr.metrics.given_scores ([0.2, 0.8], 1, ["n"; "y"], true), [0.2, 0.8])
%!test # classes with fractions, named as the error asks
%! p = nnr.metrics.given_scores ([0.25; 1], 2, [-1.25; 0.5], true);
%! assert (p, [0.75, 0.25; 0, 1]);
%!test # labels
%! for y = {[0; 1; 1], [true; false; true], uint8([0; 1; 0]), {"a"; "b"; "b"}, [3; 4; 5], ...
%!          [0, 1; 1, 0; 0, 1], [0; 1; NaN], [7; 8], 1i, ones(3, 2, 2)}
%!   assert (nnr.metrics.given_scores (y{1}, 3, [0; 1], false), []);
%! end
%! assert (nnr.metrics.given_scores ([0.25; 0.75], 2, [0.25; 0.75], false), []);
%! assert (nnr.metrics.given_scores ([0; 1], 2, [1; 2], true), []);   # an error elsewhere
%!function refused (text, varargin)
%!  try
%!    [p, check] = nnr.metrics.given_scores (varargin{:});
%!    [~, found] = nnr.metrics.class_scores (ones (rows (p), 1), p, ones (rows (p), 1), 2, 1);
%!    check (found);
%!    got = "";
%!  catch err
%!    got = [err.identifier, " ", err.message];
%!  end
%!  assert (got, ["nnreg:badData ypred ", text]);
%!endfunction
%!test
%! binary = ["holds only 0 and 1, but the classes are %s and %s: give labels of these, or " ...
%!           "probabilities with a column for each class; if there are more classes, give " ...
%!           '"ClassNames"'];
%! refused (sprintf (binary, "1", "2"), [0; 1], 2, [1; 2], false);
%! refused (sprintf (binary, "1", "2"), [false; true], 2, [1; 2], false);
%! refused (sprintf (binary, "no", "yes"), [0; 1], 2, {"no"; "yes"}, false);
%!test
%! vector = ["holds probabilities (0.5 in row 2 is no class) as a vector, which needs two " ...
%!           'classes, but there %s; give a column for each class, or "ClassNames"'];
%! refused (sprintf (vector, "are 3 classes"), [1; 0.5; 0], 3, [0; 1; 2], false);
%! refused (sprintf (vector, "is 1 class"), [1; 0.5], 2, 1, false);
%!test
%! neither = ["holds neither labels nor probabilities (%s): give labels as ypred and such " ...
%!            'scores as the third argument; a regression needs "Task", "regression"'];
%! refused (sprintf (neither, "1.5 in row 1 is no class, and row 1 has 1.5"), ...
%!          [1.5; 0], 2, [0; 1], false);
%! refused (sprintf (neither, "0.3 in row 1 is no class, and row 2 has -2"), ...
%!          [0.3; -2], 2, {"a"; "b"}, false);
%! text = '0.5 in row 2 is no class, and classes with fractions need "ClassNames"';
%! refused (sprintf (neither, text), [0.25; 0.5], 2, [0.25; 0.75], false);
%! refused (sprintf (neither, text), [2; 0.5], 2, [1.5; 2], false);
%! refused (sprintf (neither, "row 2 has -0.5"), [1, 0; -0.5, 1.5], 2, [0; 1], false);
%! refused (sprintf (neither, "row 1 has NaN"), [NaN, 0.5; 1, 0], 2, [0; 1], false);
%! refused (sprintf (neither, "row 2 sums to 0.9"), [1, 0; 0.5, 0.4], 2, [0; 1], false);
%! refused (['has 3 columns of scores, but there are 2 classes; give "ClassNames", one for ' ...
%!           'each column'], [0.5, 0.5, 0], 1, [0; 1], false);
