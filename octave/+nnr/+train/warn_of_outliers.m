## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.warn_of_outliers (errors, Y, weights)
##
## Warns where a few responses decide a model that has the least squares: at most 5% of the samples,
## or one, have four fifths of the sum of the squared ERRORS, and all of these lie more than 30
## times as far from the median of y as responses usually do. (The errors themselves would not tell:
## the model follows the wild responses, and all errors become large.) ERRORS and the responses Y
## are N-by-R, the WEIGHTS N-by-1.
##
## (Measured on clean samples of 30 to 2000 with linear models: no warning in 400 with normal,
## exponential and gamma noise, in at most 0.5% with Student's of 3 degrees of freedom, in at most
## 1.3% with log-normal noise of sigma 1. Responses of which most are the same, such as counts with
## many zeros, have no usual distance, and are left alone.)

function warn_of_outliers (errors, Y, weights)
  distances = abs (Y - nnr.targets.weighted_medians (Y, weights));
  usual = nnr.targets.weighted_medians (distances, weights) / 0.6745;
  for r = 1:columns (errors)
    [squares, order] = sort (weights .* errors(:,r) .^ 2, 'descend');
    share = cumsum (squares) / sum (squares);
    count = find (share >= 0.8, 1);
    few = order(1:count);
    if (! isempty (few) && usual(r) > 0 && all (distances(few,r) > 30 * usual(r)) ...
        && (count == 1 || sum (weights(few)) <= 0.05 * sum (weights)))
      say_it (count, rows (Y), share(count), Y(few(1),r));
      return
    end
  end
end

function say_it (count, num_samples, share, response)
  nnr.words.warn ('nnreg:outliers', ...
                  ['a few responses dominate the squared error: %s of %d with %.0f%% of it, ' ...
                   'the largest at y = %.5g; if they are mistakes, correct or remove them; ' ...
                   '"Loss", "huber" bounds what they do'], ...
                  nnr.words.count_text (count, 'row'), num_samples, floor (100 * share), response);
end

%!function said = of (errors)
%!  w = ones (rows (errors), 1);
%!  lastwarn ("");
%!  evalc ("nnr.train.warn_of_outliers (errors, 5 + errors, w);");
%!  said = strtrim (lastwarn ());
%!endfunction
%!shared normal
%! normal = sqrt (2) * erfinv (2 * ((1:400).' - 0.5) / 400 - 1);
%!assert (of (normal), '')
%!assert (of (-4 * log ((1:400).' / 401)), '')
%!test
%! bad = normal;
%! bad([5, 17]) = [-700; 300];
%! assert (of (bad), ["a few responses dominate the squared error: 1 row of 400 with " ...
%!                    "84% of it, the largest at y = -695; if they are mistakes, correct or " ...
%!                    "remove them; \"Loss\", \"huber\" bounds what they do"]);
%! assert (! isempty (of ([normal, bad])));
%!test # many rows, small errors, and a response that is hardly ever different
%! many = normal;
%! many(1:80) *= 100;
%! assert (of (many), '');
%! assert (of ([normal; 15]), '');
%! assert (of ([zeros(200, 1); 1]), '');
