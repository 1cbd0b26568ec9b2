## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.collect (study, plan, args)
##
## The result of a study that is complete, from its folder alone.

function r = collect (study, plan, args)
  defaults = struct ('Refit', true, 'Select', 'mean', 'Threads', [], 'CSV', '');
  o = nnr.args.parse_options (defaults, args);
  o.Refit = nnr.args.check_scalar ('Refit', o.Refit, 'logical');
  o.Select = nnr.args.check_choice ('Select', o.Select, {'mean', '1se'});
  [candidates, measure, s] = nnr.search.load_candidates (study, plan, o.Threads);
  runner = @(jobs, extra) nnr.queue.new (jobs, extra);
  found = nnr.search.run (plan, candidates, study, measure, runner);
  if (! found.Complete)
    status = nnr.search.status (study, plan);
    error ('nnreg:incomplete', ['%d of %s done; wait for the others, or ' ...
                                'call the search again to go on with it'], status.Done, nnr.words.count_text (status.Jobs, 'training'));
  end
  r = nnr.search.result (plan, candidates, measure, found, o);
end
