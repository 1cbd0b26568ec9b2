## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.files.read (file, kind)
## [values, fault] = nnr.files.read (file, kind)
##
## The struct that nnr.files.write has written to FILE with this KIND. A file that cannot be read,
## or that another version of nnreg made, is an error. So is a file of another kind or a damaged
## one, unless the caller takes FAULT: then FAULT says what is wrong, or is ''.

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
    bytes(digits) = double ('0');
    yes = strcmp (nnr.files.checksum (bytes), found);
  end
end

function bytes = read_bytes (file, kind)
  if (nnr.files.is_folder (file))
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
