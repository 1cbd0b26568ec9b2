## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## out = nnr.search.command (command, args, wanted)
##
## What nnreg_gridsearch ("status", dir) and its like do.  wanted: is there an output argument?

function out = command (command, args, wanted)
  known = {'status', 'collect', 'cancel', 'work', 'csv', 'table'};
  command = nnr.args.check_choice ('the command', command, known);
  out = [];
  if (any (strcmp (command, {'csv', 'table'})))
    check_result (args{1});
    if (strcmp (command, 'table'))
      nnr.search.print (args{1});
    elseif (numel (args) < 2 || ! ischar (args{2}))
      error ('nnreg:badArgument', '"csv" needs the name of a file');
    else
      nnr.search.write_csv (args{1}, args{2});
    end
    return;
  end
  [study, plan] = nnr.study.reopen (args{1});
  switch (command)
    case 'status'
      out = nnr.search.status (study, plan);
      if (! wanted)
        nnr.search.print_status (out);
      end
    case 'collect'
      out = nnr.search.collect (study, plan, args(2:end));
      if (! wanted)
        nnr.search.print (out);
      end
    case 'cancel'
      out = nnr.search.cancel (study, plan);
      if (! wanted)
        nnr.search.print_cancelled (out);
      end
    case 'work'
      nnr.search.work (study, plan, args(2:end));
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
