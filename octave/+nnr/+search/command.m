## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.search.command (name, args)
##
## The commands of nnreg_gridsearch, such as "status". ARGS are the arguments after the command's
## NAME. FOUND is a cell with the result, empty if the command has none.

function found = command (name, args)
  known = {'status', 'collect', 'cancel', 'work', 'csv', 'table'};
  name = nnr.args.check_choice ('the command', name, known);
  found = {};
  if (any (strcmp (name, {'csv', 'table'})))
    check_result (args{1});
  else
    [study, plan] = nnr.study.reopen (args{1});
  end
  switch (name)
    case 'status'
      found = {nnr.search.status(study, plan)};
    case 'collect'
      found = {nnr.search.collect(study, plan, args(2:end))};
    case 'cancel'
      found = {nnr.search.cancel(study, plan)};
    case 'work'
      nnr.search.work (study, plan, args(2:end));
    case 'table'
      nnr.results.print (args{1});
    case 'csv'
      if (numel (args) < 2 || ! ischar (args{2}))
        error ('nnreg:badArgument', '"csv" needs the name of a file');
      end
      nnr.results.write_csv (args{1}, args{2});
  end
end

function check_result (r)
  if (! (isstruct (r) && isscalar (r) && all (isfield (r, {'Results', 'Table', 'ScoreName'}))))
    error ('nnreg:badArgument', 'expected the result of a search, got %s', ...
           nnr.words.show_value (r));
  end
  fault = nnr.model.result_fault ('search', r);
  if (! isempty (fault))
    error ('nnreg:badArgument', 'the result of a search does not hold together: %s', fault);
  end
end
