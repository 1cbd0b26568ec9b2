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
## @deftypefn {Private Function} {@var{settings} =} fit_settings (@var{caller}, @var{args})
## The options of @code{nnreg_fit} out of name-value pairs, all that can be checked
## without the data checked, in canonical form.
## @seealso{fit_defaults, check_settings, settle_settings, layer_penalty}
## @end deftypefn

function s = fit_settings (caller, args)
  s = parse_options (caller, fit_defaults (), args);
  s = check_settings (caller, s, fieldnames (s).');
  s = settle_settings (caller, s);
end
