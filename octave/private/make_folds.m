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
## @deftypefn {Private Function} {@var{folds} =} make_folds (@var{caller}, @var{cv}, @var{candidate}, @var{s}, @var{repeats})
## The fold of each sample, N-by-@var{repeats} (1 if left out).  Samples are dealt out in an
## order that the seed gives, class by class, so that each fold has its share of each class.
## @end deftypefn

function folds = make_folds (caller, cv, candidate, s, repeats)
  if (nargin < 5)
    repeats = 1;
  end
  num_samples = candidate.Fit.Data.NumSamples;
  if (isnumeric (cv) && isreal (cv) && numel (cv) > 1 && (isvector (cv) || nargin == 5))
    if (repeats > 1)
      error ('nnreg:badArgument', ['%s: Repeats deals out new folds; with folds of your ' ...
                                   'own give CV a column for each repeat'], caller);
    end
    folds = given_folds (caller, cv, num_samples);
    return;
  end
  count = number_of_folds (caller, cv, num_samples, nargin < 5);
  labels = double (candidate.Fit.Targets.Labels);
  if (! isempty (labels))
    check_class_counts (caller, labels, count, candidate.Fit.Targets.ClassNames);
  end
  folds = zeros (num_samples, repeats);
  for repeat = 1:repeats
    folds(:,repeat) = deal_out (labels, num_samples, count, s.Seed, repeat);
  end
end

## For a path (@var{may_be_none}) 0 stands for none, which the caller sees to.
function count = number_of_folds (caller, cv, num_samples, may_be_none)
  count = cv;
  if (! (isnumeric (cv) && isreal (cv) && isscalar (cv) && any (cv == 2:num_samples)))
    error ('nnreg:badArgument', ['%s: CV must be %sfrom 2 to the %s, or a fold for each of ' ...
                                 'them, got %s'], caller, {'', '0 (no folds), '}{1 + may_be_none}, ...
           count_text (num_samples, 'sample'), show_value (cv));
  end
  count = double (full (cv));
end

function folds = deal_out (labels, num_samples, count, seed, repeat)
  fold_stream = 3;
  if (repeat > 1)
    fold_stream = 500 + repeat;
  end
  order = double (__nnreg_shuffle__ (num_samples, seed, fold_stream));
  if (! isempty (labels))
    [~, by_class] = sort (labels(order));
    order = order(by_class);
  end
  folds = zeros (num_samples, 1);
  folds(order) = mod ((0:num_samples - 1).', count) + 1;
end

function check_class_counts (caller, labels, count, names)
  sizes = accumarray (labels + 1, 1, [rows(names), 1]);
  few = find (sizes > 0 & sizes < count, 1);
  if (! isempty (few))
    error ('nnreg:badData', ['%s: class %s has %s, fewer than the %d folds; ' ...
                             'give a smaller CV'], caller, ...
           label_texts (names(few,:), 20){1}, count_text (sizes(few), 'sample'), count);
  end
end

function folds = given_folds (caller, cv, num_samples)
  folds = double (full (cv));
  if (isvector (folds))
    folds = folds(:);
  end
  ok = rows (folds) == num_samples && all (folds(:) >= 1 & folds(:) == fix (folds(:)));
  for repeat = 1:columns (folds) * ok
    count = max (folds(:,repeat));
    ok = ok && count > 1 && count <= num_samples && all (accumarray (folds(:,repeat), 1) > 0);
  end
  if (! ok)
    error ('nnreg:badArgument', ['%s: CV must be a number of folds, or for each of the ' ...
                                 '%s a fold from 1 to K with none left out ' ...
                                 '(a column for each repeat), got %s'], caller, ...
           count_text (num_samples, 'sample'), show_value (cv));
  end
end
