## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.show (moment, run, problem, state)
##
## Prints a line for each epoch, or with Verbose 1 for about 20 of more than 50 epochs, and at a
## terminal how far a long epoch has come. MOMENT is "begin", "step" or "end".

function show (moment, run, problem, state)
  persistent shown live standing;     # standing: the last line is a position
  if (run.Settings.Verbose == 0)
    return;
  end
  if (isempty (shown) || strcmp (moment, 'begin'))
    ## Empty at a "step" if an OutputFcn cleared all functions: the epoch before was shown.
    shown = max (0, rows (run.Log) - 1);
    live = nnr.words.at_terminal () && ! isguirunning ();
    standing = live;
  end
  if (strcmp (moment, 'begin'))
    shown = 0;
    fprintf ("%s\n", line_of (run, []));
  end
  if (standing)
    fprintf ("\r%s\r", blanks (60));
    standing = false;
  end
  for k = shown + 1:rows (run.Log)
    if (is_due (run, k))
      fprintf ("%s\n", line_of (run, k));
    end
  end
  if (strcmp (moment, 'end') && ! isempty (run.Log) && ! is_due (run, rows (run.Log)))
    fprintf ("%s\n", line_of (run, rows (run.Log)));        # the last one always
  end
  if (live || shown < rows (run.Log))
    nnr.words.progress ('shown');
  end
  shown = rows (run.Log);
  if (live && strcmp (moment, 'step') && state.Position > 0)
    print_position (problem, state);
    standing = true;
  end
  if (strcmp (moment, 'end') && run.KeepBest && run.Kept.Epoch > 0)
    history = nnr.train.make_history (run.Log, run.Settings.Task, true, run.Lambdas);
    [~, ~, name] = nnr.model.compared_losses (history);
    fprintf ("kept: epoch %d, the lowest %s\n", run.Kept.Epoch, name);
  end
  fflush (stdout);
end

function yes = is_due (run, epoch)
  s = run.Settings;
  every = 1;
  if (s.Verbose == 1 && s.Epochs > 50)
    every = ceil (s.Epochs / 20);
  end
  yes = epoch == 1 || epoch == s.Epochs || mod (epoch, every) == 0;
end

function text = line_of (run, k)
  h = nnr.train.make_history (run.Log(k,:), run.Settings.Task, run.Validated);
  text = nnr.train.history_line (h, numel (k), sprintf ('%d/%d', k, run.Settings.Epochs));
end

function print_position (problem, state)
  fprintf ('epoch %d: %3.0f%%, data loss %.4g', state.Epoch + 1, ...
           100 * nnr.train.position (problem, state), state.LossSum / state.WeightSum);
end

%!function epochs = printed (varargin)
%!  text = evalc ("nnreg_fit ((1:9).', (1:9).' > 4, 'LayerSizes', 2, varargin{:});");
%!  found = regexp (text, '^ *(\d+)/\d+ ', "tokens", "lineanchors");
%!  epochs = cellfun (@(f) str2double (f{1}), found);
%!endfunction
%!test
%! # a screenful at most, the first and the last among them; each with 2
%! assert (printed ("Verbose", 1, "Epochs", 50), 1:50);
%! assert (printed ("Verbose", 1, "Epochs", 51), [1, 3:3:51]);
%! assert (printed ("Verbose", 1, "Epochs", 200), [1, 10:10:200]);
%! assert (printed ("Verbose", 2, "Epochs", 60), 1:60);
%!test # also where the training stops early
%! stop = @(h) numel (h.Epoch) == 14;
%! assert (printed ("Verbose", 1, "Epochs", 100, "OutputFcn", stop), [1, 5, 10, 14]);
