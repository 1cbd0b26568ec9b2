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
## @deftypefn  {} {@var{err} =} nnreg_checkgrad (@var{theta}, @var{X}, @var{y}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{err} =} nnreg_checkgrad (@var{fcn}, @var{theta})
## @deftypefnx {} {[@var{err}, @var{numeric}, @var{grad}] =} nnreg_checkgrad (@dots{})
## Is a gradient right?  Compare it with central differences.
##
## The first form checks @code{nnreg_cost} with these arguments and options; the second
## a cost function of your own, @code{[J, grad] = fcn (theta)}.
##
## @strong{Outputs}
##
## @table @asis
## @item @var{err}
## @code{norm (numeric - grad) / norm (numeric + grad)}: below 1e-7 for a right
## gradient in double precision, above 1e-4 for a wrong one; 0 where both are zero.
## @item @var{numeric}
## (J(theta + h e_k) - J(theta - h e_k)) / 2h with h = 1e-5 max (1, |theta_k|), a column.
## @item @var{grad}
## What the function says, a column.
## @end table
##
## Without an output argument the worst entry and a verdict are printed, and of a wrong gradient
## the first wrong entry.  A gradient
## that is zero everywhere checks nothing, of which a warning tells; nor does one taken
## where a weight is nearer to 0 than h under an l1 penalty, or a relu at its kink.  With
## @code{"Precision", "single"} differences are no check.
##
## @strong{Example}
##
## @example
## @group
## f = @@(t) deal (sum (t .^ 2), 2 * t);
## printf ("%d\n", nnreg_checkgrad (f, [1; 2; 3]) < 1e-7)
##      @print{} 1
## @end group
## @end example
##
## @seealso{nnreg_cost}
## @end deftypefn

function [err, numeric, grad] = nnreg_checkgrad (varargin)
  if (nargin < 2)
    print_usage ();
  end
  caller = 'nnreg_checkgrad';
  [fcn, theta] = cost_function (caller, varargin);
  grad = analytic_gradient (caller, fcn, theta);
  numeric = central_differences (caller, fcn, theta);
  if (! any (numeric) && ! any (grad))
    warning ('nnreg:zeroGradient', ['%s: the gradient is zero everywhere, so this ' ...
                                    'checks nothing; choose another theta'], caller);
    err = 0;
  else
    err = norm (numeric - grad) / norm (numeric + grad);
  end
  if (nargout == 0)
    if (any (grad))
      print_verdict (err, numeric, grad);
    end
    clear err
  end
end

function [fcn, theta] = cost_function (caller, args)
  if (is_function_handle (args{1}))
    [fcn, theta] = args{1:2};
    if (numel (args) > 2)
      error ('nnreg:badArgument', ['%s: with a function handle there are two ' ...
                                   'arguments, FCN and THETA, got %d'], ...
             caller, numel (args));
    end
  elseif (numel (args) < 3)
    error ('nnreg:badArgument', ['%s: the arguments are (THETA, X, y, ...) or (FCN, ' ...
                                 'THETA) with a function handle FCN, got %s first'], ...
           caller, show_value (args{1}));
  else
    theta = args{1};
    fcn = @(t) nnreg_cost (t, args{2:end});
  end
  if (! (isnumeric (theta) && isreal (theta) && isvector (theta)))
    error ('nnreg:badArgument', '%s: THETA must be a real vector, got %s', ...
           caller, show_value (theta));
  end
  theta = double (full (theta(:)));
  if (! all (isfinite (theta)))
    error ('nnreg:badData', '%s: THETA must be finite, entry %d is not', ...
           caller, find (! isfinite (theta), 1));
  end
end

function grad = analytic_gradient (caller, fcn, theta)
  [J, grad] = call_cost (caller, fcn, theta);
  check_cost (caller, J);
  if (! (isnumeric (grad) && isreal (grad) && numel (grad) == numel (theta)))
    error ('nnreg:badData', ['%s: the gradient must have %s as THETA ' ...
                             'has, got %s'], caller, ...
           count_text (numel (theta), 'real entry', 'real entries'), show_value (grad));
  end
  grad = double (full (grad(:)));
  bad = find (! isfinite (grad), 1);
  if (! isempty (bad))
    error ('nnreg:badData', '%s: entry %d of the gradient is %g', caller, bad, grad(bad));
  end
end

## Asked for both outputs, as some functions, deal among them, insist on.
function J = cost_at (caller, fcn, theta)
  [J, ~] = call_cost (caller, fcn, theta);
  check_cost (caller, J);
  J = double (J);
end

function [J, grad] = call_cost (caller, fcn, theta)
  try
    [J, grad] = fcn (theta);
  catch err
    if (strncmp (err.identifier, 'nnreg:', 6))
      rethrow (err);
    end
    error ('nnreg:badArgument', ['%s: the call [J, grad] = FCN (THETA) failed: %s'], ...
           caller, err.message);
  end
end

function check_cost (caller, J)
  if (! (isnumeric (J) && isreal (J) && isscalar (J)))
    error ('nnreg:badData', '%s: the cost must be a real number, got %s', ...
           caller, show_value (J));
  elseif (! isfinite (J))
    error ('nnreg:badData', '%s: the cost must be finite, got %g', caller, J);
  end
end

function numeric = central_differences (caller, fcn, theta)
  numeric = zeros (size (theta));
  for k = 1:numel (theta)
    h = 1e-5 * max (1, abs (theta(k)));
    [up, down] = deal (theta);
    up(k) = up(k) + h;
    down(k) = down(k) - h;
    numeric(k) = (cost_at (caller, fcn, up) - cost_at (caller, fcn, down)) ...
                 / (up(k) - down(k));
  end
end

function print_verdict (err, numeric, grad)
  [~, worst] = max (abs (numeric - grad));
  printf ("largest difference: entry %d, differences say %.8g, the function %.8g\n", ...
          worst, numeric(worst), grad(worst));
  if (err < 1e-7)
    printf ("relative error %.2g: the gradient is right\n", err);
  elseif (err < 1e-4)
    printf ("relative error %.2g: near, but look at it\n", err);
  else
    printf ("relative error %.2g: the gradient is wrong", err);
    ## Differences are right to about eight digits of the largest entry.
    wrong = find (abs (numeric - grad) > 1e-6 * max (abs (numeric)), 1);
    printf ("; the first wrong entry is %d: differences say %.8g, the function %.8g\n", wrong, ...
            numeric(wrong), grad(wrong));
  end
end

%!test
%! f = @(t) deal (sum (t .^ 3), 3 * t .^ 2);
%! [err, numeric, grad] = nnreg_checkgrad (f, [1; -2; 0.5]);
%! assert (err < 1e-7);
%! assert (grad, [3; 12; 0.75], eps);
%! assert (nnreg_checkgrad (@(t) deal (sum (t .^ 3), 2 * t .^ 2), [1; -2; 0.5]) > 0.1);
%!test
%! # the first wrong entry, not only the worst
%! f = @(t) deal (sum (t .^ 3), 3 * t .^ 2 .* [1; 1.5; 1; 3]);
%! text = evalc ("nnreg_checkgrad (f, [1; -2; 0.5; 3])");
%! assert (! isempty (strfind (text, "largest difference: entry 4")));
%! assert (! isempty (strfind (text, "first wrong entry is 2: differences say 12, the function 18\n")));
%! assert (isempty (strfind (evalc ("nnreg_checkgrad (@(t) deal (sum (t), 1 + 0 * t), [1; 2])"), ...
%!                           "wrong")));
%!test
%! X = [1 2; 3 4; 5 7; 0 1];
%! theta = [0.5; -0.25; 2; 0.1; 0.3; -0.2];
%! err = nnreg_checkgrad (theta, X, [1; 2; 2; 1], "LayerSizes", [], "Penalty", "l2", ...
%!                        "Lambda", 0.1);
%! assert (err < 1e-8);
%!warning <the gradient is zero everywhere> nnreg_checkgrad (@(t) deal (1, 0 * t), [1; 2]);
%!error <nnreg_checkgrad: entry 2 of the gradient is NaN>
%! nnreg_checkgrad (@(t) deal (1, [1; NaN]), [1; 2])
%!error <nnreg_checkgrad: the cost must be finite, got NaN>
%! nnreg_checkgrad (@(t) deal (NaN, [1; 1]), [1; 2])
%!error <Invalid call> nnreg_checkgrad (1)
%!error <nnreg_checkgrad: the gradient must have 2 real entries as THETA has, got 1>
%! nnreg_checkgrad (@(t) deal (1, 1), [1; 2])
