## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.model.c_number (values, kind)
##
## Numbers as constants of C that are read back to the same bits, each with a comma and a line of
## its own; one number alone has neither. KIND is "single" or "double".

function text = c_number (values, kind)
  [form, suffix] = deal ("%.17g,\n", '');
  if (strcmp (kind, 'single'))
    [form, suffix] = deal ("%.9g,\n", 'f');
  end
  text = sprintf (form, values);
  ## "1" would be an integer, and "1f" an error.
  text = regexprep (text, '^(-?\d+),', '$1.0,', 'lineanchors');
  text = strrep (text, ',', [suffix ',']);
  if (isscalar (values))
    text = text(1:end - 2);
  end
end

%!assert (nnr.model.c_number (0.1, "double"), "0.10000000000000001")
%!assert (nnr.model.c_number (single (-3), "single"), "-3.0f")
%!assert (nnr.model.c_number (single ([1e20, 1e-45]), "single"), ...
%!        "1.00000002e+20f,\n1.40129846e-45f,\n")
