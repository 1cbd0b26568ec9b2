## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [at, values] = nnr.args.match_options (known, args, listed)
##
## The user's options in ARGS, as nnr.args.parse_options takes them: AT has their places among the
## names KNOWN, a row cell, in increasing order, and VALUES their values. LISTED are the names that
## errors list.

function [at, values] = match_options (known, args, listed)
  args = as_pairs (args);
  odd = mod (numel (args), 2) == 1;
  value_at = zeros (size (known));      # the places of their values in ARGS
  for k = 1:2:numel (args)
    name = args{k};
    idx = [];
    if (ischar (name) && isrow (name))
      idx = find (strcmpi (known, name));
    end
    if (! isscalar (idx))
      refuse (name, listed, odd);
    end
    value_at(idx) = k + 1;
  end
  if (odd)
    error ('nnreg:badArgument', 'option "%s" has no value', known{idx});
  end
  at = find (value_at);
  values = args(value_at(at));
end

## Names and values from a struct.
function args = as_pairs (args)
  if (iscell (args) && isscalar (args) && isstruct (args{1}) && isscalar (args{1}))
    args = args{1};
  end
  if (isstruct (args) && isscalar (args))
    args = [fieldnames(args), struct2cell(args)].';
  end
end

## NAME is no option; LISTED are. An ODD number of names and values is often a forgotten argument.
function refuse (name, listed, odd)
  missing = '; names and values are pairs: is an argument before them missing?';
  missing = missing(1:end * odd);
  if (! (ischar (name) && isrow (name)))
    error ('nnreg:badArgument', 'expected the name of an option, got %s%s', ...
           nnr.words.show_value (name), missing);
  end
  hint = nnr.args.option_hint (name, listed);
  if (isempty (hint) && odd)
    hint = missing;
  elseif (isempty (hint))
    names = sort (listed(:).');
    hint = ["; the options are\n", nnr.words.wrapped('  ', strjoin (names, ', '), 79)];
  end
  error ('nnreg:badArgument', 'unknown option %s%s', nnr.words.show_value (name), hint);
end
