## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.files.data_digest (value)
##
## Class, size and an MD5 of an array's values, some columns at a time, so that no copy of a large
## one is made.

function text = data_digest (value)
  if (iscell (value))
    body = hash ('md5', nnr.files.value_text (value));
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

%!assert (strcmp (nnr.files.data_digest ([1 2 3]), nnr.files.data_digest ([1; 2; 3])), false)
%!assert (strcmp (nnr.files.data_digest (single (1:3)), nnr.files.data_digest (1:3)), false)
%!assert (strcmp (nnr.files.data_digest (sparse ([0 1])), ...
%!                nnr.files.data_digest (sparse ([1 0]))), false)
%!assert (strcmp (nnr.files.data_digest (int32 (256)), nnr.files.data_digest (int32 (512))), false)
%!assert (nnr.files.data_digest ({"a", "b"}), nnr.files.data_digest ({"a", "b"}))
%!assert (strcmp (nnr.files.data_digest ({"ab", ""}), nnr.files.data_digest ({"a", "b"})), false)
%!assert (strncmp (nnr.files.data_digest (["ab"; "cd"]), "2x2 char", 8))
%!test # any change of a large array
%! X = zeros (1500, 1500);
%! digest = nnr.files.data_digest (X);
%! X(1499, 1500) = 1;
%! assert (strcmp (nnr.files.data_digest (X), digest), false);
