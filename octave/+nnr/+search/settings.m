## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [search, s, given] = nnr.search.settings (args)
##
## The options of a search, checked, and, as a struct of pairs that are not yet checked with the
## grid's, those of its trainings; given has the names of all that were given.

function [search, s, given] = settings (args)
  own = search_defaults ();
  defaults = nnr.options.defaults ();
  for name = fieldnames (own).'
    defaults.(name{1}) = own.(name{1});
  end
  [s, given] = nnr.args.parse_options (defaults, args);
  for name = fieldnames (own).'
    search.(name{1}) = s.(name{1});
  end
  s = rmfield (s, fieldnames (own));
  search = check_search (search);
  search.ThreadsGiven = ! isempty (s.Threads);
  refuse_validation (s);
  s.Threads = nnr.args.check_threads (s.Threads);
  s.Seed = nnr.args.check_scalar ('Seed', s.Seed, 'nonnegative integer');
  if (isnumeric (s.Verbose) && isempty (s.Verbose))
    s.Verbose = double (nnr.words.at_terminal ());
  end
  s.Verbose = nnr.args.check_scalar ('Verbose', s.Verbose, 'nonnegative integer');
end

function own = search_defaults ()
  own = struct ('CV', 3, 'Repeats', 1, 'Refit', true, 'Score', 'auto', 'Select', 'mean', ...
                'NumSamples', [], 'Halving', false, 'WarmStart', false, 'Curves', false, ...
                'StudyDir', '', 'Executor', 'threads', 'Shards', [], 'SlurmOptions', '', ...
                'Wait', true, 'CSV', '');
end

function o = check_search (o)
  scalar = @(name, kind) nnr.args.check_scalar (name, o.(name), kind);
  o.Repeats = scalar ('Repeats', 'positive integer');
  nnr.args.check_at_most ('Repeats', o.Repeats, 1e4);
  for name = {'Refit', 'WarmStart', 'Curves', 'Wait'}
    o.(name{1}) = scalar (name{1}, 'logical');
  end
  o.Select = nnr.args.check_choice ('Select', o.Select, {'mean', '1se'});
  o.Executor = nnr.args.check_choice ('Executor', o.Executor, {'threads', 'processes', 'slurm'});
  for name = {'NumSamples', 'Shards'}
    if (! (isnumeric (o.(name{1})) && isempty (o.(name{1}))))
      o.(name{1}) = scalar (name{1}, 'positive integer');
      nnr.args.check_at_most (name{1}, o.(name{1}), 1e6);
    end
  end
  o.Halving = halving_factor (o.Halving);
  for name = {'StudyDir', 'SlurmOptions', 'CSV'}
    o.(name{1}) = check_text (name{1}, o.(name{1}));
  end
  check_csv (tilde_expand (o.CSV));
  if (o.Halving > 0 && o.WarmStart)
    error ('nnreg:badArgument', ['Halving goes on with each candidate by itself; it ' ...
                                 'does not go with WarmStart']);
  elseif (! strcmp (o.Executor, 'threads') && isempty (o.StudyDir))
    error ('nnreg:badArgument', ['Executor "%s" needs a StudyDir, a folder that all ' ...
                                 'its processes can reach'], o.Executor);
  end
end

## 0: none; true stands for 3.
function factor = halving_factor (wanted)
  if (isscalar (wanted) && (islogical (wanted) || isequal (wanted, 0) || isequal (wanted, 1)))
    factor = 3 * logical (wanted);
    return;
  end
  ok = isnumeric (wanted) && isscalar (wanted) && isreal (wanted) && wanted > 1 && wanted < Inf;
  if (! ok)
    error ('nnreg:badArgument', ['Halving must be true, false or a factor above 1, ' ...
                                 'got %s'], nnr.words.show_value (wanted));
  end
  factor = double (wanted);
end

function text = check_text (name, text)
  if (! (ischar (text) && (isrow (text) || isempty (text))))
    error ('nnreg:badArgument', '%s must be a row of characters, got %s', name, ...
           nnr.words.show_value (text));
  end
end

## What is certain to fail should do so before hours of training.
function check_csv (file)
  folder = fileparts (file);
  if (! isempty (file) && isfolder (file))
    error ('nnreg:badFile', 'the CSV file "%s" cannot be written: it is a folder', file);
  elseif (! (isempty (folder) || isfolder (folder)))
    error ('nnreg:badFile', 'the CSV file "%s" cannot be written: there is no folder "%s"', ...
           file, folder);
  end
end

function refuse_validation (s)
  plain = nnr.options.defaults ();
  names = {'ValidationData', 'ValidationFraction', 'Patience', 'OutputFcn', ...
           'Profile', 'CheckpointFile'};
  for k = 1:numel (names)
    if (! isequal (s.(names{k}), plain.(names{k})))
      error ('nnreg:badArgument', ['%s has no place in a search, whose candidates are ' ...
                                   'trained side by side and validated on the folds'], names{k});
    end
  end
end

%!test
%! # a value that is a cell stays one, for the check to refuse it
%! search = nnr.search.settings ({"CV", {1, 2}});
%! assert (search.CV, {1, 2});
%!error <Repeats must be at most 10000, got 1e\+12> nnr.search.settings ({"Repeats", 1e12})
