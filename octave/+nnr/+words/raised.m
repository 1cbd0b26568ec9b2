## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## list = nnr.words.raised ()
## before = nnr.words.raised (list)
## guard = nnr.words.raised ('begin')
##
## The warnings of nnr.words.warn, a struct row with Identifier and Text, that a model keeps. A
## training begins with an empty list, and clearing its GUARD gives back the one before: an
## OutputFcn may train too.

function out = raised (list)
  persistent all_of;
  if (! isstruct (all_of))
    all_of = struct ('Identifier', {}, 'Text', {});
  end
  out = all_of;
  if (nargin > 0 && ischar (list))
    out = onCleanup (gives_back (all_of));
    all_of = struct ('Identifier', {}, 'Text', {});
  elseif (nargin > 0)
    most = 50;
    all_of = list(1:min (end, most));
  end
end

function fcn = gives_back (list)
  fcn = @() nnr.words.raised (list);
end

%!test
%! before = nnr.words.raised (struct ("Identifier", {}, "Text", {}));
%! state = warning ();
%! unwind_protect
%!   warning ("on", "nnreg:scale");
%!   evalc ("nnr.words.warn ('nnreg:scale', 'is %d', 4)");
%!   warning ("off", "nnreg:scale");
%!   nnr.words.warn ("nnreg:scale", "not raised");
%!   assert (nnr.words.raised (), struct ("Identifier", "nnreg:scale", "Text", "is 4"));
%! unwind_protect_cleanup
%!   warning (state);
%!   nnr.words.raised (before);
%! end_unwind_protect
