## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [text, bytes] = nnr.model.c_table (name, values, kind)
##
## The constant array NAME in C, and its size. KIND is "single", "double", or "index" for the
## smallest unsigned type.

function [text, bytes] = c_table (name, values, kind)
  if (strcmp (kind, 'index'))
    bytes = 1 + (max (values(:)) > 255) + 2 * (max (values(:)) > 65535);
    [type, a_line] = deal (sprintf ('uint%d_t', 8 * bytes), 16);
    words = sprintf ("%d,\n", values);
  else
    sizes = struct ('single', 4, 'double', 8);
    bytes = sizes.(kind);
    [type, a_line] = deal (merge (bytes == 4, 'float', 'double'), merge (bytes == 4, 5, 3));
    words = nnr.model.c_number (values, kind);
  end
  ends = find (words == "\n");
  ends(a_line:a_line:end) = [];
  words(ends) = ' ';
  words = strrep (strtrim (words), "\n", "\n  ");
  text = sprintf ("static const %s %s[%d] = {\n  %s\n};\n", type, name, numel (values), words);
  bytes *= numel (values);
end

%!test
%! [text, bytes] = nnr.model.c_table ("m_j", [0, 255], "index");
%! assert (text, "static const uint8_t m_j[2] = {\n  0, 255,\n};\n");
%! assert (bytes, 2);
%! [text, bytes] = nnr.model.c_table ("m_j", [0; 256], "index");
%! assert ({text, bytes}, {"static const uint16_t m_j[2] = {\n  0, 256,\n};\n", 4});
%! [text, bytes] = nnr.model.c_table ("m_j", 65536, "index");
%! assert ({text, bytes}, {"static const uint32_t m_j[1] = {\n  65536,\n};\n", 4});
%! [text, bytes] = nnr.model.c_table ("w", single ([1, 2, 3, 4, 5, 0.1]), "single");
%! assert (text, ["static const float w[6] = {\n  1.0f, 2.0f, 3.0f, 4.0f, 5.0f,\n", ...
%!                "  0.100000001f,\n};\n"]);
%! assert (bytes, 24);
