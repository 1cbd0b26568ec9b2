## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.files.read (file, kind)
## [values, fault] = nnr.files.read (file, kind)
##
## The struct that nnr.files.write has written to a file of this kind. A file that cannot be read,
## or that another version of nnreg made, is an error; so is one of another kind or a damaged one,
## but for callers that take the fault: what is wrong, or ''.

function [values, fault] = read (file, kind)
  format = 2;
  values = [];
  bytes = read_bytes (file, kind);
  [version, digits] = head_of (bytes, kind);
  if (isscalar (version) && version != format)
    error ('nnreg:badFile', ['"%s" is a %s made by another version of nnreg (its format is %d, ' ...
                             'this nnreg reads %d)'], file, kind, version, format);
  end
  fault = sprintf ('is a %s that is cut short or damaged', kind);
  if (isempty (digits))
    fault = sprintf ('is not a %s of nnreg', kind);
  elseif (is_whole (bytes, digits))
    if (strcmp (kind, 'study'))
      values = load ('-binary', file).values;
      whole = true;
    else                        # never by load, which runs code that a file may hold
      [values, whole] = read_fields (bytes, digits(end) + 2);
    end
    if (whole)
      fault = '';
    end
  end
  if (nargout < 2 && ! isempty (fault))
    hint = struct ('checkpoint', '', 'study', '; the same search, called again, writes it anew');
    error ('nnreg:badFile', '"%s" %s%s', file, fault, hint.(kind));
  end
end

## The number of the format, and where the digits of the checksum are; empty if it is not there.
function [version, digits] = head_of (bytes, kind)
  start = char (bytes(1:min (end, 200)).');
  head = ['nnreg ', kind, ' '];
  [version, digits] = deal ([]);
  at = strfind (start, head);
  if (! isempty (at))
    version = sscanf (start(at(1):end), [head, '%d']);
    digits = at(1) + numel (head) + 2 + (0:31);
  elseif (strcmp (kind, 'study') && strncmp (start, 'Octave-1-', 9) && numel (start) == 200)
    version = 1;                # it had no head
  end
end

function yes = is_whole (bytes, digits)
  yes = digits(end) <= numel (bytes);
  if (yes)
    found = char (bytes(digits).');
    bytes(digits) = '0';
    yes = strcmp (nnr.files.checksum (bytes), found);
  end
end

function bytes = read_bytes (file, kind)
  if (isfolder (file))
    error ('nnreg:badFile', '"%s" cannot be read: it is a folder', file);
  end
  [found, missing] = stat (file);
  if (! missing && ! S_ISREG (found.mode))     # a device may never end
    error ('nnreg:badFile', '"%s" cannot be a %s: it is a device or a pipe', file, kind);
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
  bytes = bytes(:);
end

## The fields from a place on, if they take up just these bytes.
function [c, whole] = read_fields (bytes, at)
  sizes = struct ('double', 8, 'single', 4, 'uint8', 1, 'char', 1, 'logical', 1);
  c = struct ();
  longest = 4096;
  lines = [char(bytes(at:min (end, at + longest)).'), "\n\n"];
  lines = lines(1:strfind (lines, "\n\n")(1));
  fields = regexp (lines, '^([A-Za-z]\w*) (\w+) (\d+) (\d+)$', 'tokens', 'lineanchors');
  whole = numel (fields) == nnz (lines == "\n");
  at += numel (lines) + 1;
  for k = 1:numel (fields) * whole
    [name, type, height, width] = fields{k}{:};
    shape = str2double ({height, width});
    whole = isfield (sizes, type) && prod (shape) * sizes.(type) <= numel (bytes) - at + 1;
    if (! whole)
      return;
    end
    value = bytes(at:at + prod (shape) * sizes.(type) - 1);
    at += numel (value);
    if (any (strcmp (type, {'logical', 'char'})))
      value = feval (type, value);
    else
      value = typecast (value, type);
    end
    c.(name) = reshape (value, shape);
  end
  whole = whole && at == numel (bytes) + 1;
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
%!    nnr.files.read (file, "checkpoint");
%!    got = "";
%!  catch err
%!    assert (err.identifier, "nnreg:badFile");
%!    got = err.message;
%!  end
%!  assert (got, sprintf ('"%s" is %s', file, text));
%!endfunction
%!test
%! nnr.files.write (file, "checkpoint", c);
%! back = nnr.files.read (file, "checkpoint");
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
%! for k = 19:numel (bytes)
%!   other = bytes;
%!   other(k) = bitxor (other(k), 64);
%!   refused (file, other, damaged);
%! end
%! refused (file, bytes(1:16), "not a checkpoint of nnreg");
%! refused (file, [], "not a checkpoint of nnreg");
%! refused (file, uint8 (1:255), "not a checkpoint of nnreg");
%! for k = [1, 3]
%!   refused (file, [bytes(1:17), uint8(sprintf ("%d", k)), bytes(19:end)], sprintf ( ...
%!     "a checkpoint made by another version of nnreg (its format is %d, this nnreg reads 2)", k));
%! end
%! refused (file, uint8 ("nnreg study 2 "), "not a checkpoint of nnreg");
%!test
%! # a body whose checksum is right and whose fields are wrong
%! for body = {"A double 1 2\n\n", "A double 1e9 1e9\n\n", "A double -1 -1\n\n12345678", ...
%!             "A double 1.5 2\n\n123456781234567812345678", "A cell 0 0\n\n", "A double\n\n", ...
%!             "1A double 0 0\n\n", "A double NaN 0\n\n", "\n12", "A double 0 0", ...
%!             "A double 0 i\n\n"}
%!   bytes = uint8 (["nnreg checkpoint 2 ", repmat("0", 1, 32), "\n", body{1}]).';
%!   bytes(20:51) = nnr.files.checksum (bytes);
%!   refused (file, bytes, "a checkpoint that is cut short or damaged");
%! end
%!error <"/nowhere/x" cannot be read: > nnr.files.read ("/nowhere/x", "study")
%!error <"/" cannot be read: it is a folder> nnr.files.read ("/", "study")
%!error <"/dev/null" cannot be a checkpoint: it is a device or a pipe>
%! nnr.files.read ("/dev/null", "checkpoint")
%!test
%! # any values, and the fault of a file instead of an error
%! values = struct ("a", sparse ([0, 1]), "f", @(x) x + 1, "c", {{"x", int8(3), []}}, "n", 1:3);
%! values.d = rand (2, 3, 2);
%! nnr.files.write (file, "study", values);
%! [found, fault] = nnr.files.read (file, "study");
%! assert (nnr.files.value_text (found), nnr.files.value_text (values));
%! assert (fault, "");
%! [found, fault] = nnr.files.read (file, "checkpoint");
%! assert ({found, fault}, {[], "is not a checkpoint of nnreg"});
%! values.x = rand (30);
%! save ("-binary", file, "values");     # a study of format 1
%! fail ('nnr.files.read (file, "study")', "study made by another version of nnreg");
%!test
%! # a study that is damaged
%! nnr.files.write (file, "study", struct ("a", 1:9));
%! bytes = fileread (file);
%! for changed = {bytes(1:end - 1), [bytes, "0"], [bytes(1:end - 1), "x"], bytes(1:99)}
%!   fid = fopen (file, "w");
%!   fwrite (fid, changed{1});
%!   fclose (fid);
%!   [found, fault] = nnr.files.read (file, "study");
%!   assert ({found, fault}, {[], "is a study that is cut short or damaged"});
%! end
%!error <"/dev/null/none" cannot be written: Not a directory>
%! nnr.files.write ("/dev/null/none", "study", struct ("a", 1))
%!test unlink (file);
