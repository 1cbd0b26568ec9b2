## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [s, own, given, of_training] = nnr.options.parse (word, s, args)
##
## The options of the function WORD ("search" or "path") out of names and values in ARGS. The input
## S has the defaults of a training's options; the output S has the options of its trainings, OWN
## its other options. GIVEN has the names of all options in ARGS, a row cell; OF_TRAINING says which
## of them are in S. No value is checked.

function [s, own, given, of_training] = parse (word, s, args)
  names = nnr.options.names ('fit');
  own = nnr.options.defaults (word, '!fit');
  known = [names, nnr.options.names(word, '!fit')];
  [at, values] = nnr.args.match_options (known, args, nnr.options.names (word));
  of_training = at <= numel (names);
  given = known(at);
  for k = 1:numel (at)
    if (of_training(k))
      s.(given{k}) = values{k};
    else
      own.(given{k}) = values{k};
    end
  end
end
