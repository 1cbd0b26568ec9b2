## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.search.collect (study, plan, args)
##
## The result of a complete study, made from its folder. ARGS are options.

function r = collect (study, plan, args)
  o = nnr.args.parse_options (nnr.options.defaults ('collect'), args);
  o = nnr.options.check (o, fieldnames (o).');
  [candidates, measure] = nnr.search.kept_candidates (study, plan, o.Threads);
  found = nnr.search.run_rounds (plan, candidates, study, measure, @nnr.queue.new);
  if (! found.Complete)
    status = nnr.search.status (study, plan);
    error ('nnreg:incomplete', ['%d of %s done; wait for the others, or call the search again ' ...
                                'to go on with it'], status.Done, ...
           nnr.words.count_text (status.Jobs, 'training'));
  end
  r = nnr.search.finished (plan, candidates, measure, found, o, study);
end
