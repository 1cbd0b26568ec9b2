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
## @deftypefn {Private Function} {@var{text} =} option_text (@var{value})
## The value of an option as a table or a picture shows it, without quotes.
## @seealso{print_search, show_value}
## @end deftypefn

function text = option_text (value)
  if (ischar (value))
    text = value;
  elseif (is_function_handle (value))
    text = func2str (value);
  elseif (isempty (value))
    text = '-';
  elseif (iscellstr (value))
    text = strjoin (value(:).', '+');
  else
    text = show_value (value);
  end
end

%!assert (option_text ('l1'), 'l1')
%!assert (option_text (1e-3), '0.001')
%!assert (option_text ([]), '-')
%!assert (option_text ({'relu', 'tanh'}), 'relu+tanh')
%!assert (option_text ([64, 32]), '[64 32]')
