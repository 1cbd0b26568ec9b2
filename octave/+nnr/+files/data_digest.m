## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.files.data_digest (value)
##
## Size, class and MD5 of an array's values.

function text = data_digest (value)
  kind = class (value);
  if (iscell (value) || isstruct (value))
    body = hash ('md5', nnr.files.value_text (value));
  elseif (issparse (value))
    kind = [kind, ' sparse'];
    [i, j, v] = find (value);
    body = hash ('md5', [hash_parts(i), hash_parts(j), hash_parts(v)]);
  else
    body = hash_parts (value);
  end
  text = sprintf ('%s %s %s', strjoin (strsplit (num2str (size (value))), 'x'), kind, body);
end

## hash takes texts: part by part no large array is ever one, and the parts stay in the cache.
function text = hash_parts (values)
  at_once = 2^18;
  sums = {''};
  for first = 1:at_once:numel (values)
    last = min (numel (values), first + at_once - 1);
    sums{end + 1} = hash ('md5', bytes_of (values(first:last)));
  end
  text = hash ('md5', [sums{:}]);
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
