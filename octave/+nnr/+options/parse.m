## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [s, own, given, of_training] = nnr.options.parse (word, s, args)
##
## The options of the function WORD ("search" or "path") out of names and values in ARGS. The input
## S has the defaults of a training's options; the output S has the options of its trainings, OWN
## its other options. GIVEN has the names of all options in ARGS, a row cell; OF_TRAINING says which
## of them are in S. No value is checked.

function [s, own, given, of_training] = parse (word, s, args)
  persistent known;
  if (isempty (known) || ! isfield (known, word))
    known.(word) = options_of (word);
  end
  o = known.(word);
  [at, values] = nnr.args.match_options (o.Names, args, o.Listed);
  given = o.Names(at);
  of_training = at <= o.OfTraining;
  own = o.Own;
  for k = 1:numel (at)
    if (of_training(k))
      s.(given{k}) = values{k};
    else
      own.(given{k}) = values{k};
    end
  end
end

## Names has the options of a training first.
function o = options_of (word)
  [fit, own] = deal (nnr.options.names ('fit'), nnr.options.names (word, '!fit'));
  o = struct ('Names', {[fit, own]}, 'OfTraining', numel (fit), ...
              'Listed', {nnr.options.names(word)}, 'Own', nnr.options.defaults (word, '!fit'));
end
