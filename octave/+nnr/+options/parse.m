## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [s, own, given] = nnr.options.parse (word, s, args)
##
## The options of the function WORD ("search" or "path") out of names and values in ARGS. The input
## S has the defaults of a training's options; the output S has the options of its trainings, OWN
## its other options. GIVEN has the names of all options in ARGS. No value is checked.

function [s, own, given] = parse (word, s, args)
  own = nnr.options.defaults (word, '!fit');
  all = s;
  for name = fieldnames (own).'
    all.(name{1}) = own.(name{1});
  end
  [all, given] = nnr.args.parse_options (all, args, nnr.options.names (word));
  for name = fieldnames (own).'
    own.(name{1}) = all.(name{1});
  end
  s = rmfield (all, fieldnames (own));
end
