## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## guard = nnr.words.progress (owner, text, silent)
## nnr.words.progress (owner, text)
## nnr.words.progress ()
## nnr.words.progress ('shown')
##
## Says on stderr how far a long call is, in scripts too: a line every ten seconds in which nothing
## else was shown.
##
## The first form begins the call of the public function OWNER, unless it is to be SILENT, until
## GUARD is cleared. The second is called again and again, at least in each slice of a training; it
## keeps TEXT, a function that returns how far the OWNER is. Calls with another OWNER keep nothing:
## the trainings of a path say how far the path is. The third is called in long preparations, the
## fourth when something was shown.

function guard = progress (owner, text, silent)
  persistent call;
  every = 10;
  if (nargin == 3)
    guard = onCleanup (restores (call));
    now = nnr.words.seconds ();
    call = struct ('Owner', owner, 'Text', text, 'Silent', silent, 'Began', now, 'Shown', now);
    return;
  elseif (nargin == 1 && ! ischar (owner))
    call = owner;               # the call in which this one was made
    return;
  elseif (isempty (call) || call.Silent)
    return;
  end
  now = nnr.words.seconds ();
  if (now < call.Shown)         # the clock was set back
    [call.Began, call.Shown] = deal (call.Began + now - call.Shown, now);
  end
  if (nargin == 2 && strcmp (owner, call.Owner))
    call.Text = text;
  end
  if (nargin != 1 && now - call.Shown >= every)
    fprintf (stderr, "%s: %s, %.0f s\n", call.Owner, call.Text (), now - call.Began);
    call.Shown = now;
  elseif (nargin == 1)
    call.Shown = now;
  end
end

function fcn = restores (call)
  fcn = @() nnr.words.progress (call);
end

%!function t = fake_time (t_new)
%!  persistent now = 0;
%!  if (nargin > 0)
%!    now = t_new;
%!  end
%!  t = now;
%!endfunction
%!function text = said (t, varargin)
%!  fake_time (t);
%!  text = evalc ("nnr.words.progress (varargin{:});");
%!endfunction
%!test
%! nnr.words.seconds (@fake_time);
%! unwind_protect
%!   at = @(k) @() sprintf ("point %d of 9", k);
%!   fake_time (1000);
%!   guard = nnr.words.progress ("nnreg_path", at (1), false);
%!   assert (said (1009.9, "nnreg_path", at (2)), "");
%!   assert (said (1010, "nnreg_fit", @() "epoch 3"), "nnreg_path: point 2 of 9, 10 s\n");
%!   assert (said (1019, "nnreg_path", at (3)), "");
%!   assert (said (1019.5, "shown"), "");
%!   assert (said (1029, "nnreg_path", at (4)), "");
%!   assert (said (1031, "nnreg_path", at (5)), "nnreg_path: point 5 of 9, 31 s\n");
%!   assert (said (500, "nnreg_path", at (5)), "");      # the clock is set back
%!   assert (said (511, "nnreg_path", at (6)), "nnreg_path: point 6 of 9, 42 s\n");
%!   # a call within it, and another one that is silent
%!   inner = nnr.words.progress ("nnreg_fit", @() "epoch 1", false);
%!   assert (said (522, "nnreg_path", at (7)), "nnreg_fit: epoch 1, 11 s\n");
%!   silent = nnr.words.progress ("nnreg_fit", @() "epoch 1", true);
%!   assert (said (600, "nnreg_fit", @() "epoch 2"), "");
%!   clear silent
%!   assert (said (600, "nnreg_fit", @() "epoch 2"), "nnreg_fit: epoch 2, 89 s\n");
%!   clear inner
%!   assert (said (700, "nnreg_path", at (8)), "nnreg_path: point 8 of 9, 231 s\n");
%!   assert (said (711), "nnreg_path: point 8 of 9, 242 s\n");   # in a preparation
%!   clear guard
%!   assert (said (900, "nnreg_path", at (9)), "");
%! unwind_protect_cleanup
%!   nnr.words.seconds ([]);
%! end_unwind_protect
