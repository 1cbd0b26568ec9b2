## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [search, s, given] = nnr.search.settings (args)
##
## SEARCH has the options of a search, checked, and whether they give Threads and use other
## processes. S has the options of its trainings, which are checked together with the grid's, and
## GIVEN the names of all options in ARGS.

function [search, s, given] = settings (args)
  [s, search, given] = nnr.options.parse ('search', nnr.options.defaults (), args);
  search = check_search (search);
  search.ThreadsGiven = ! isempty (s.Threads);
  nnr.options.refuse ('search', s, given, ['a search, whose candidates are trained side by ' ...
                                           'side and validated on the folds']);
  s = nnr.options.check (s, {'Threads', 'Seed', 'Verbose'});
end

function o = check_search (o)
  o = nnr.options.check (o, fieldnames (o).');
  executors = nnr.executors.table ();
  o.Executor = nnr.args.check_choice ('Executor', o.Executor, {executors.Name});
  o.UsesProcesses = ! isempty (executors(strcmp ({executors.Name}, o.Executor)).Open);
  check_csv (tilde_expand (o.CSV));
  nnr.folds.check_nested (o);
  if (o.Halving > 0 && o.WarmStart)
    error ('nnreg:badArgument', ['give Halving or WarmStart, not both: Halving continues each ' ...
                                 'candidate by itself']);
  elseif (o.Nested > 0 && ! isempty (o.StudyDir))
    error ('nnreg:badArgument', ['Nested has no place beside StudyDir, which keeps the search ' ...
                                 'on all rows alone; make one call with each']);
  elseif (o.UsesProcesses && isempty (o.StudyDir))
    error ('nnreg:badArgument', ['Executor "%s" needs a StudyDir, a folder that all its ' ...
                                 'processes can reach'], o.Executor);
  end
end

## What is certain to fail should do so before hours of training.
function check_csv (file)
  folder = fileparts (file);
  if (! isempty (file) && nnr.files.is_folder (file))
    error ('nnreg:badFile', 'the CSV file "%s" cannot be written: it is a folder', file);
  elseif (! (isempty (folder) || nnr.files.is_folder (folder)))
    error ('nnreg:badFile', 'the CSV file "%s" cannot be written: there is no folder "%s"', ...
           file, folder);
  end
end

%!test
%! # a value that is a cell stays one, for the check to refuse it
%! search = nnr.search.settings ({"CV", {1, 2}});
%! assert (search.CV, {1, 2});
%!error <Repeats must be at most 10000, got 1e\+12> nnr.search.settings ({"Repeats", 1e12})
