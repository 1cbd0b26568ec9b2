## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## none = nnr.targets.is_missing (labels)
##
## Which of the labels (as from nnr.targets.label_column) stand for a label that is not known: NaN,
## a blank text, or a text that other programs write for one, with blanks around it or not. The
## texts are those that pandas reads as missing, but "None", which may well be a class; Weka's "?",
## and MATLAB's. Case counts: "Na" may be sodium.

function none = is_missing (labels)
  if (! iscellstr (labels))
    none = isnan (labels);
    return
  end
  words = {'', 'NA', 'N/A', 'n/a', '<NA>', '#N/A', '#N/A N/A', '#NA', '#NULL!', 'NULL', 'null', ...
           'NaN', 'nan', 'NAN', '-NaN', '-nan', '1.#IND', '-1.#IND', '1.#QNAN', '-1.#QNAN', ...
           '?', '<missing>', '<undefined>'};
  [texts, ~, idx] = unique (labels(:));
  none = ismember (cellfun (@trimmed, texts, 'UniformOutput', false), words)(idx);
end

## strtrim refuses texts that are no UTF-8.
function text = trimmed (text)
  letters = find (! (isspace (text) | text == char (0)));
  text = text(min (letters):max (letters));
end

%!assert (nnr.targets.is_missing ([1; NaN; Inf]), [false; true; false])
%!assert (nnr.targets.is_missing ([true; false]), [false; false])
%!assert (nnr.targets.is_missing ({"NA"; "yes"; " "; ""; " n/a\t"; "?"; "#N/A N/A"}), ...
%!        [true; false; true; true; true; true; true])
%!assert (nnr.targets.is_missing ({char([0, 0])}), true)
%!test # classes of their own
%! labels = {"None"; "Na"; "na"; "Nan"; "missing"; "unknown"; "NAN 1"; "-"; char([255, 32, 254])};
%! assert (! any (nnr.targets.is_missing (labels)));
