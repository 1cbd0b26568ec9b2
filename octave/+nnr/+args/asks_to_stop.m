## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## stop = nnr.args.asks_to_stop (fcn, progress, what)
##
## STOP is whether the user's OutputFcn FCN returns true for PROGRESS. If it fails, or returns
## neither true nor false, STOP is true too, and a warning says that the WHAT ("training" or "path")
## ends.

function stop = asks_to_stop (fcn, progress, what)
  try
    stop = fcn (progress);
  catch err
    nnr.words.warn ('nnreg:outputFcn', ['OutputFcn failed, so the %s ends here with what it ' ...
                                        'has: %s'], what, err.message);
    stop = true;
  end
  ok = (islogical (stop) || isnumeric (stop)) && isscalar (stop) && isreal (stop) ...
       && any (stop == [0, 1]);
  if (! ok)
    nnr.words.warn ('nnreg:outputFcn', ['OutputFcn must return true to stop or false, got %s; ' ...
                                        'the %s ends here with what it has'], ...
                    nnr.words.show_value (stop), what);
    stop = true;
  end
  stop = logical (stop);
end
