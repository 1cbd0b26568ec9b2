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
## @deftypefn {Private Function} {@var{text} =} data_digest (@var{value})
## Class, size and an MD5 of an array's values, some columns at a time, so that no copy of
## a large one is made.
## @seealso{value_text}
## @end deftypefn

function text = data_digest (value)
  if (iscell (value))
    body = hash ('md5', value_text (value));
  elseif (issparse (value))
    [i, j, v] = find (value);
    body = hash ('md5', [bytes_of(i), bytes_of(j), bytes_of(v)]);
  else
    body = hash_columns (value);
  end
  kind = class (value);
  if (issparse (value))
    kind = [kind, ' sparse'];
  end
  text = sprintf ('%s %s %s', strjoin (strsplit (num2str (size (value))), 'x'), kind, body);
end

function body = hash_columns (value)
  values_at_once = 2^20;
  parts = {};
  for first = 1:values_at_once:numel (value)
    last = min (numel (value), first + values_at_once - 1);
    parts{end + 1} = hash ('md5', bytes_of (value(first:last)));
  end
  body = hash ('md5', ['', parts{:}]);
end

function text = bytes_of (values)
  if (islogical (values) || ischar (values))
    values = uint8 (values);
  end
  if (iscomplex (values))
    values = [real(values(:)); imag(values(:))];
  end
  text = reshape (char (typecast (values(:), 'uint8')), 1, []);
end

%!assert (strcmp (data_digest ([1 2 3]), data_digest ([1; 2; 3])), false)
%!assert (strcmp (data_digest (single (1:3)), data_digest (1:3)), false)
%!assert (strcmp (data_digest (sparse ([0 1])), data_digest (sparse ([1 0]))), false)
%!assert (strcmp (data_digest (int32 (256)), data_digest (int32 (512))), false)
%!assert (data_digest ({"a", "b"}), data_digest ({"a", "b"}))
%!assert (strcmp (data_digest ({"ab", ""}), data_digest ({"a", "b"})), false)
%!assert (data_digest (["ab"; "cd"])(1:8), "2x2 char")
%!test # any change of a large array
%! X = zeros (1500, 1500);
%! digest = data_digest (X);
%! X(1499, 1500) = 1;
%! assert (strcmp (data_digest (X), digest), false);
