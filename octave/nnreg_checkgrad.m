## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{err} =} nnreg_checkgrad (@var{theta}, @var{X}, @var{y}, @dots{})
## @deftypefnx {} {@var{err} =} nnreg_checkgrad (@var{fcn}, @var{theta})
## @deftypefnx {} {[@var{err}, @var{numeric}, @var{grad}] =} nnreg_checkgrad (@dots{})
## Check a gradient: compare it with central differences.
##
## @example
## @group
## X = rand (20, 3);  y = 1 + (X(:,1) > 0.5);
## theta = randn ((3 + 1) * 4 + (4 + 1) * 2, 1);
## nnreg_checkgrad (theta, X, y, "LayerSizes", 4)
## @end group
## @end example
##
## The first form checks @code{nnreg_cost} with these arguments and its options.  The second form
## checks a cost function of your own, @code{[J, grad] = fcn (theta)}.
##
## @strong{Outputs}
##
## @table @asis
## @item @var{err}
## @code{norm (numeric - grad) / norm (numeric + grad)}: below 1e-7 for a right gradient in double
## precision, above 1e-4 for a wrong one; 0 if both are zero.
## @item @var{numeric}
## (J(theta + h e_k) - J(theta - h e_k)) / 2h with h = 1e-5 max (1, |theta_k|), a column.
## @item @var{grad}
## The gradient that the function returns, a column.
## @end table
##
## Without an output argument it prints the worst entry and a verdict, and for a wrong gradient the
## first wrong entry, since @var{err} alone does not say where to look.  Some gradients check
## nothing: one that is zero everywhere (which raises the warning @code{nnreg:zeroGradient}), one
## with a weight nearer to 0 than h under an l1 penalty, one with a relu at its kink, and one in
## single precision.
##
## @strong{A cost function of your own}
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
  try
    if (nargin < 2)
      print_usage ();
    end
    [fcn, theta] = cost_function (varargin);
    grad = analytic_gradient (fcn, theta);
    numeric = central_differences (fcn, theta);
    if (! any (numeric) && ! any (grad))
      nnr.words.warn ('nnreg:zeroGradient', ['the gradient is zero everywhere, so this checks ' ...
                                             'nothing; choose another theta']);
      err = 0;
    else
      err = norm (numeric - grad) / norm (numeric + grad);
    end
    if (nargout == 0)           # prints: err, the first output, says less than the verdict
      if (any (grad))
        print_verdict (err, numeric, grad);
      end
      clear -variables err
    end
  catch err
    nnr.words.raise ('nnreg_checkgrad', err);
  end
end

function [fcn, theta] = cost_function (args)
  if (is_function_handle (args{1}))
    [fcn, theta] = args{1:2};
    if (numel (args) > 2)
      error ('nnreg:badArgument', ['with a function handle there are two arguments, FCN and ' ...
                                   'THETA, got %d'], numel (args));
    end
  elseif (numel (args) < 3)
    error ('nnreg:badArgument', ['the arguments are (THETA, X, y, ...) or (FCN, THETA) with a ' ...
                                 'function handle FCN, got %s first'], ...
           nnr.words.show_value (args{1}));
  else
    theta = args{1};
    fcn = nnr.fit.cost (args{2:3}, args(4:end));
  end
  if (! (isnumeric (theta) && isreal (theta) && isvector (theta)))
    error ('nnreg:badArgument', 'THETA must be a real vector, got %s', ...
           nnr.words.show_value (theta));
  end
  theta = double (full (theta(:)));
  if (! all (isfinite (theta)))
    error ('nnreg:badData', 'THETA must be finite, entry %d is not', find (! isfinite (theta), 1));
  end
end

function grad = analytic_gradient (fcn, theta)
  [J, grad] = call_cost (fcn, theta);
  check_cost (J);
  if (! (isnumeric (grad) && isreal (grad) && numel (grad) == numel (theta)))
    error ('nnreg:badData', 'the gradient must have %s as THETA has, got %s', ...
           nnr.words.count_text (numel (theta), 'real entry', 'real entries'), ...
           nnr.words.show_value (grad));
  end
  grad = double (full (grad(:)));
  bad = find (! isfinite (grad), 1);
  if (! isempty (bad))
    error ('nnreg:badData', 'entry %d of the gradient is %g', bad, grad(bad));
  end
end

## Asked for both outputs, as some functions, deal among them, insist on.
function J = cost_at (fcn, theta)
  [J, ~] = call_cost (fcn, theta);
  check_cost (J);
  J = double (J);
end

function [J, grad] = call_cost (fcn, theta)
  try
    [J, grad] = fcn (theta);
  catch err
    if (strncmp (err.identifier, 'nnreg:', 6))
      rethrow (err);
    end
    error ('nnreg:badArgument', ['the call [J, grad] = FCN (THETA) failed: %s'], err.message);
  end
end

function check_cost (J)
  if (! (isnumeric (J) && isreal (J) && isscalar (J)))
    error ('nnreg:badData', 'the cost must be a real number, got %s', nnr.words.show_value (J));
  elseif (! isfinite (J))
    error ('nnreg:badData', 'the cost must be finite, got %g', J);
  end
end

function numeric = central_differences (fcn, theta)
  numeric = zeros (size (theta));
  for k = 1:numel (theta)
    h = 1e-5 * max (1, abs (theta(k)));
    [up, down] = deal (theta);
    up(k) = up(k) + h;
    down(k) = down(k) - h;
    numeric(k) = (cost_at (fcn, up) - cost_at (fcn, down)) ...
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
    printf ('relative error %.2g: the gradient is wrong', err);
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
%!error <nnreg_checkgrad: entry 2 of the gradient is NaN>
%! nnreg_checkgrad (@(t) deal (1, [1; NaN]), [1; 2])
%!error <nnreg_checkgrad: the cost must be finite, got NaN>
%! nnreg_checkgrad (@(t) deal (NaN, [1; 1]), [1; 2])
%!error <Invalid call> nnreg_checkgrad (1)
%!error <nnreg_checkgrad: the gradient must have 2 real entries as THETA has, got 1>
%! nnreg_checkgrad (@(t) deal (1, 1), [1; 2])
