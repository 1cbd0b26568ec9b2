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
## @deftypefn {Private Function} {@var{lambdas} =} path_lambdas (@var{p}, @var{d}, @var{s})
## The lambdas of a path in the order in which it is followed: the user's, or NumLambda of
## them from the largest that matters down to LambdaRatio times that (up, where the path does not
## fall), evenly on a logarithmic scale.
## @seealso{largest_lambda, pilot_lambda}
## @end deftypefn

function lambdas = path_lambdas (p, d, s)
  lambdas = p.Lambda;
  if (isempty (lambdas))
    if (isempty (s.LayerSizes))
      top = largest_lambda (p.Caller, d, s);
      ratio = merge (d.Data.NumInputs > d.Data.NumSamples, 1e-2, 1e-4);
    else
      top = pilot_lambda (p.Caller, d, s);
      ratio = 1e-3;
    end
    if (! isnan (p.LambdaRatio))
      ratio = p.LambdaRatio;
    end
    lambdas = top * ratio .^ ((p.NumLambda - 1:-1:0) / max (1, p.NumLambda - 1));
  end
  if (p.Falls)
    lambdas = fliplr (lambdas);
  end
end
