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
## @deftypefn {Private Function} {@var{stop} =} asks_to_stop (@var{caller}, @var{fcn}, @var{progress}, @var{what})
## Whether the user's OutputFcn @var{fcn}, told of the @var{progress}, wants
## to stop; if it fails or returns no truth value, a warning says that the @var{what}
## ("training") ends there.
## @seealso{run_training, add_point}
## @end deftypefn

function stop = asks_to_stop (caller, fcn, progress, what)
  try
    stop = fcn (progress);
  catch err
    warning ('nnreg:outputFcn', ['%s: OutputFcn failed, so the %s ends here with what it ' ...
                                 'has: %s'], caller, what, err.message);
    stop = true;
  end
  ok = (islogical (stop) || isnumeric (stop)) && isscalar (stop) && isreal (stop) ...
       && any (stop == [0, 1]);
  if (! ok)
    warning ('nnreg:outputFcn', ['%s: OutputFcn must return true to stop or false, got %s; ' ...
                                 'the %s ends here with what it has'], caller, ...
             show_value (stop), what);
    stop = true;
  end
  stop = logical (stop);
end
