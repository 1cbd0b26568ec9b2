## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The m-files in FOLDER: a struct with a field for each name and its text, as UTF-8 with newlines
## of Unix. Editors of other systems write UTF-16, a mark before the first line, or other newlines.

function texts = read_answers (folder)
  texts = struct ();
  for file = dir (folder).'
    [~, name, kind] = fileparts (file.name);
    if (strcmp (kind, '.m') && ! file.isdir && isvarname (name) && file.bytes < 1e6)
      texts.(name) = decoded (fileread (fullfile (folder, file.name)));
    end
  end
end

function text = decoded (text)
  first = double (text(1:min (3, end)));
  if (isequal (first(1:min (2, end)), [255, 254]))
    text = native2unicode (uint8 (text(3:end)), 'UTF-16LE');
  elseif (isequal (first(1:min (2, end)), [254, 255]))
    text = native2unicode (uint8 (text(3:end)), 'UTF-16BE');
  elseif (isequal (first, [239, 187, 191]))
    text = text(4:end);
  elseif (! is_utf8 (text))
    text = native2unicode (uint8 (text), 'windows-1252');
  end
  text = strrep (strrep (text, "\r\n", "\n"), "\r", "\n");
end

## What is not UTF-8 does not come back from UTF-16.
function yes = is_utf8 (text)
  yes = all (double (text) < 128) ...
        || isequal (native2unicode (unicode2native (text, 'UTF-16LE'), 'UTF-16LE'), text);
end
