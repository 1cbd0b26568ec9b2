## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## guard = nnr.words.progress (owner, text, silent)
## nnr.words.progress (owner, text, done, total)
## nnr.words.progress ()
## nnr.words.progress ('shown')
##
## Says on stderr how far a long call is, in scripts too: a line after five seconds, and then every
## ten seconds in which nothing else was shown.
##
## The first form begins the call of the public function OWNER, unless it is to be SILENT, until
## GUARD is cleared. The second is called again and again, at least in each slice of a training; it
## keeps TEXT, a function that returns how far the OWNER is, and how many parts are DONE of TOTAL,
## from which the line has the time left. Calls with another OWNER keep nothing: the trainings of a
## path say how far the path is. The third is called in long preparations, the fourth when something
## was shown.

function guard = progress (owner, text, silent_or_done, total)
  persistent call;
  first = 5;
  every = 10;
  if (nargin == 3)
    guard = onCleanup (restores (call));
    now = nnr.words.seconds ();
    call = struct ('Owner', owner, 'Text', text, 'Silent', silent_or_done, 'Began', now, ...
                   'Shown', now + first - every, 'Start', [], 'Done', []);
    return;
  elseif (nargin == 1 && ! ischar (owner))
    call = owner;               # the call in which this one was made
    return;
  elseif (isempty (call) || call.Silent)
    return;
  end
  now = nnr.words.seconds ();
  latest = max (call.Began, call.Shown);
  if (now < latest)             # the clock was set back
    [call.Began, call.Shown] = deal (call.Began + now - latest, now);
    call.Start = [];
  end
  if (nargin >= 2 && strcmp (owner, call.Owner))
    call.Text = text;
    if (nargin == 4)
      call = with_parts (call, silent_or_done, total, now);
    end
  end
  if (nargin != 1 && now - call.Shown >= every)
    fprintf (stderr, "%s: %s, %.0f s%s\n", call.Owner, call.Text (), now - call.Began, ...
             rest_text (call, now));
    call.Shown = now;
  elseif (nargin == 1)
    call.Shown = now;
  end
end

## The time before the first report went into preparations.
function call = with_parts (call, done, total, now)
  call.Done = [done, total];
  if (isempty (call.Start))
    call.Start = [now, done];
  end
end

function text = rest_text (call, now)
  text = '';
  if (! isempty (call.Start))
    text = nnr.words.time_left (now - call.Start(1), call.Done(1) - call.Start(2), ...
                                call.Done(2) - call.Start(2));
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
%!   assert (said (1004.9, "nnreg_path", at (2)), "");
%!   assert (said (1005, "nnreg_fit", @() "epoch 3"), "nnreg_path: point 2 of 9, 5 s\n");
%!   assert (said (1014, "nnreg_path", at (3)), "");
%!   assert (said (1014.5, "shown"), "");
%!   assert (said (1024, "nnreg_path", at (4)), "");
%!   assert (said (1026, "nnreg_path", at (5)), "nnreg_path: point 5 of 9, 26 s\n");
%!   assert (said (500, "nnreg_path", at (5)), "");      # the clock is set back
%!   assert (said (511, "nnreg_path", at (6)), "nnreg_path: point 6 of 9, 37 s\n");
%!   # a call within it, and another one that is silent
%!   inner = nnr.words.progress ("nnreg_fit", @() "epoch 1", false);
%!   assert (said (522, "nnreg_path", at (7)), "nnreg_fit: epoch 1, 11 s\n");
%!   silent = nnr.words.progress ("nnreg_fit", @() "epoch 1", true);
%!   assert (said (600, "nnreg_fit", @() "epoch 2"), "");
%!   clear silent
%!   assert (said (600, "nnreg_fit", @() "epoch 2"), "nnreg_fit: epoch 2, 89 s\n");
%!   clear inner
%!   assert (said (700, "nnreg_path", at (8)), "nnreg_path: point 8 of 9, 226 s\n");
%!   assert (said (711), "nnreg_path: point 8 of 9, 237 s\n");   # in a preparation
%!   clear guard
%!   assert (said (900, "nnreg_path", at (9)), "");
%! unwind_protect_cleanup
%!   nnr.words.seconds ([]);
%! end_unwind_protect
%!test # the time left, from the parts that were done since the first report
%! nnr.words.seconds (@fake_time);
%! unwind_protect
%!   fake_time (1000);
%!   guard = nnr.words.progress ("nnreg_fit", @() "preparing", false);
%!   assert (said (1007, "nnreg_fit", @() "epoch 3", 2, 10), "nnreg_fit: epoch 3, 7 s\n");
%!   said (1010, "nnreg_fit", @() "epoch 4", 3, 10);
%!   assert (said (1017, "nnreg_fit", @() "epoch 5", 4, 10), ...
%!           "nnreg_fit: epoch 5, 17 s, about 30 s left\n");
%! unwind_protect_cleanup
%!   clear guard
%!   nnr.words.seconds ([]);
%! end_unwind_protect
