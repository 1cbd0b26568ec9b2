## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [s, own, given] = nnr.options.parse (word, s, args)
##
## The options of the function WORD ("search" or "path") out of names and values in ARGS. The input
## S has the defaults of a training's options; the output S has the options of its trainings, OWN
## its other options. GIVEN has the names of all options in ARGS. No value is checked.

function [s, own, given] = parse (word, s, args)
  own_names = nnr.options.names (word, '!fit');
  names = fieldnames (s);
  all = [struct2cell(s); struct2cell(nnr.options.defaults (word, '!fit'))];
  all = cell2struct (all, [names; own_names(:)], 1);
  [all, given] = nnr.args.parse_options (all, args, nnr.options.names (word));
  values = struct2cell (all);
  s = cell2struct (values(1:numel (names)), names, 1);
  own = cell2struct (values(numel (names) + 1:end), own_names, 1);
end
