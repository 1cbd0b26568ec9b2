## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.files.read_checkpoint (file)
##
## The struct that nnr.files.write_checkpoint has written.  A file of another kind, of a newer format, cut
## short or damaged is an error that says so.

function c = read_checkpoint (file)
  bytes = read_bytes (file);
  refuse = @(what) error ('nnreg:badFile', '"%s" %s', file, what);
  kind = uint8 ('nnreg checkpoint ');
  if (numel (bytes) < numel (kind) || any (bytes(1:numel (kind)) != kind))
    refuse ('is not a checkpoint of nnreg');
  end
  [lines, at] = first_lines (bytes, 2);
  version = sscanf (lines{1}, 'nnreg checkpoint %d');
  if (isscalar (version) && version > 1)
    refuse (sprintf (['is a checkpoint of a newer nnreg (its format is %d, this nnreg reads ' ...
                      '1)'], version));
  end
  check = sscanf (lines{2}, '%x %d');
  body = bytes(at:end);
  whole = isequal (version, 1) && numel (check) == 2 && numel (body) == check(2) ...
          && __nnreg_checksum__ (body) == check(1);
  if (whole)
    [c, whole] = read_fields (body);
  end
  if (! whole)
    refuse ('is a checkpoint that is cut short or damaged');
  end
end

function bytes = read_bytes (file)
  if (isfolder (file))
    error ('nnreg:badFile', '"%s" cannot be read: it is a folder', file);
  end
  [found, missing] = stat (file);
  if (! missing && ! S_ISREG (found.mode))     # a device may never end
    error ('nnreg:badFile', '"%s" cannot be a checkpoint: it is a device or a pipe', file);
  end
  [fid, reason] = fopen (file, 'r');
  bytes = [];
  if (fid >= 0)
    [bytes, ~] = fread (fid, Inf, '*uint8');
    [reason, failed] = ferror (fid);
    fclose (fid);
  end
  if (fid < 0 || failed)
    error ('nnreg:badFile', '"%s" cannot be read: %s', file, reason);
  end
  bytes = bytes(:).';
end

## The first lines as texts (empty where there are fewer), and where the rest begins.
function [lines, at] = first_lines (bytes, count)
  lines = repmat ({''}, 1, count);
  at = 1;
  longest = 200;
  for k = 1:count
    next = find (bytes(at:min (end, at + longest)) == 10, 1);
    if (isempty (next))
      at = numel (bytes) + 1;
      return;
    end
    lines{k} = char (bytes(at:at + next - 2));
    at += next;
  end
end

## The fields, if they take up just these bytes.
function [c, whole] = read_fields (body)
  c = struct ();
  longest = 4096;
  blank = strfind (char (body(1:min (end, longest))), "\n\n");
  whole = ! isempty (blank);
  if (! whole)
    return;
  end
  at = blank(1) + 2;
  for line = strsplit (char (body(1:blank(1) - 1)), "\n")
    [name, type, shape] = field_of (line{1});
    count = prod (shape) * bytes_of (type);
    whole = isvarname (name) && isreal (shape) && all (shape >= 0 & shape == fix (shape)) ...
            && count <= numel (body) - at + 1;
    if (! whole)
      return;
    end
    c.(name) = reshape (as_type (body(at:at + count - 1), type), shape);
    at += count;
  end
  whole = at == numel (body) + 1;
end

function [name, type, shape] = field_of (line)
  [name, type, shape] = deal ('', '', [NaN, NaN]);
  words = strsplit (line, ' ');
  if (numel (words) == 4)
    [name, type, shape] = deal (words{1:2}, str2double (words(3:4)));
  end
end

## NaN for a class that is not known.
function bytes = bytes_of (type)
  bytes = NaN;
  switch (type)
    case 'double'
      bytes = 8;
    case 'single'
      bytes = 4;
    case {'uint8', 'char', 'logical'}
      bytes = 1;
  end
end

function value = as_type (bytes, type)
  switch (type)
    case {'double', 'single'}
      value = typecast (bytes, type);
    case 'logical'
      value = logical (bytes);
    otherwise
      value = feval (type, bytes);
  end
end

%!shared file, c
%! file = [tempname(), " x"];
%! c = struct ("A", single ([1, 2; 3, pi]), "B", zeros (0, 3), "C", "a\nb\0c", ...
%!             "D", [NaN; -Inf; 0.1], "E", true, "F", uint8 ([1, 10, 255]));
%!function refused (file, bytes, text)
%!  fid = fopen (file, "w");
%!  fwrite (fid, bytes);
%!  fclose (fid);
%!  try
%!    nnr.files.read_checkpoint (file);
%!    got = "";
%!  catch err
%!    assert (err.identifier, "nnreg:badFile");
%!    got = err.message;
%!  end
%!  assert (got, sprintf ('"%s" is %s', file, text));
%!endfunction
%!test
%! nnr.files.write_checkpoint (file, c);
%! back = nnr.files.read_checkpoint (file);
%! assert (back, c);
%! for name = fieldnames (c).'
%!   assert (class (back.(name{1})), class (c.(name{1})));
%!   assert (size (back.(name{1})), size (c.(name{1})));
%! end
%!test
%! # cut short anywhere, one bit turned anywhere, longer
%! fid = fopen (file, "r");
%! bytes = fread (fid, Inf, "*uint8").';
%! fclose (fid);
%! damaged = "a checkpoint that is cut short or damaged";
%! for k = 17:numel (bytes) - 1
%!   refused (file, bytes(1:k), damaged);
%! end
%! refused (file, [bytes, uint8(0)], damaged);
%! for k = [19, 20, 24, 30:numel(bytes)]
%!   other = bytes;
%!   other(k) = bitxor (other(k), 64);
%!   refused (file, other, damaged);
%! end
%! refused (file, bytes(1:16), "not a checkpoint of nnreg");
%! refused (file, [], "not a checkpoint of nnreg");
%! refused (file, uint8 (1:255), "not a checkpoint of nnreg");
%! refused (file, [bytes(1:17), uint8("2"), bytes(19:end)], ...
%!          "a checkpoint of a newer nnreg (its format is 2, this nnreg reads 1)");
%!test
%! # a body whose checksum is right and whose fields are wrong
%! for body = {"A double 1 2\n\n", "A double 1e9 1e9\n\n", "A double -1 -1\n\n12345678", ...
%!             "A double 1.5 2\n\n123456781234567812345678", "A cell 0 0\n\n", "A double\n\n", ...
%!             "1A double 0 0\n\n", "A double NaN 0\n\n", "\n12", "A double 0 0", ...
%!             "A double 0 i\n\n"}
%!   bytes = uint8 (body{1});
%!   head = sprintf ("nnreg checkpoint 1\n%08x %d\n", __nnreg_checksum__ (bytes), numel (bytes));
%!   refused (file, [uint8(head), bytes], "a checkpoint that is cut short or damaged");
%! end
%!error <"/nowhere/x" cannot be read: > nnr.files.read_checkpoint ("/nowhere/x")
%!error <"/" cannot be read: it is a folder> nnr.files.read_checkpoint ("/")
%!error <"/dev/null" cannot be a checkpoint: it is a device or a pipe>
%! nnr.files.read_checkpoint ("/dev/null")
%!test unlink (file);
