## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## journal = nnr.path.journal (p, s, d, folds)
## [thetas, outcome] = nnr.path.journal (journal, "recall", jobs)
## nnr.path.journal (journal, "note", thetas, outcome)
## nnr.path.journal (journal, "close")
##
## The trainings of a path in the order in which they were made, kept in its CheckpointFile: a path
## that begins anew is told their results (the parameters of each chain's job, and the rows of
## nnr.path.train_chains) instead of training, until it is where the last one ended.  All else it does
## again, to the same bits.  journal is empty where there is no CheckpointFile; else a Map, which
## is one object for all who hold it.

function [one, two] = journal (journal, what, varargin)
  [one, two] = deal ([]);
  if (isstruct (journal))
    one = begin_journal (journal, what, varargin{:});
  elseif (isempty (journal))
    return;
  elseif (strcmp (what, 'recall'))
    [one, two] = recall (journal, varargin{:});
  else
    if (strcmp (what, 'note'))
      note (journal, varargin{:});
    end
    journal('Store') = nnr.files.keep_checkpoint (journal('Store'), ...
                                                  @() contents (journal('Store'), journal), ...
                                                  strcmp (what, 'close'));
  end
end

function journal = begin_journal (p, s, d, folds)
  journal = [];
  if (isempty (p.CheckpointFile))
    return;
  end
  journal = containers.Map ({'At', 'Thetas', 'Outcomes'}, {0, {}, zeros(0, 8)}, ...
                            'UniformValues', false);
  journal('None') = zeros (0, 1, s.Precision);
  growing = {'Outcomes', 'Sizes', 'Parameters'};
  [store, c] = nnr.files.open_checkpoint (p.CheckpointFile, @() nnr.path.key (p, s, d, folds), ...
                                          @(store) contents (store, journal), growing);
  journal('Store') = store;
  if (isempty (c))
    return;
  end
  nnr.files.check_contents (store.File, rows (c.Sizes) == rows (c.Outcomes) ...
                            && all (c.Sizes >= 0 & c.Sizes == fix (c.Sizes)) ...
                            && sum (c.Sizes) == rows (c.Parameters));
  journal('Outcomes') = c.Outcomes;
  journal('Thetas') = mat2cell (c.Parameters, c.Sizes, 1).';
  if (p.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, ...
            nnr.words.count_text (rows (c.Outcomes), 'training'));
  end
end

function c = contents (store, journal)
  thetas = journal('Thetas');
  c = struct ('Names', store.Names, 'Sums', store.Sums, 'Outcomes', journal('Outcomes'), ...
              'Sizes', cellfun (@numel, thetas(:)), ...
              'Parameters', vertcat (journal('None'), thetas{:}));
end

## Empty behind the last one.
function [thetas, outcome] = recall (journal, jobs)
  [thetas, outcome] = deal ([]);
  known = journal('Thetas');
  next = journal('At') + (1:numel (jobs));
  if (next(end) <= numel (known))
    thetas = known(next);
    outcome = journal('Outcomes')(next,:);
    journal('At') = next(end);
    counts = arrayfun (@(j) nnr.model.count_parameters (j.Problem.Network.Sizes), jobs);
    store = journal('Store');   # (Octave 9 makes a list of journal('Store').File)
    nnr.files.check_contents (store.File, ...
                              isequal (counts(:), cellfun (@numel, thetas(:))));
  end
end

function note (journal, thetas, outcome)
  at = journal('At');
  journal('Thetas') = [journal('Thetas')(1:at), reshape(thetas, 1, [])];
  journal('Outcomes') = [journal('Outcomes')(1:at,:); outcome];
  journal('At') = at + numel (thetas);
end

%!test # a file that was made by hand, its checksum right
%! s = nnr.options.settings ({"LayerSizes", 2, "Lambda", 0.1, "Penalty", "l1", "Verbose", 0});
%! d = nnr.train.prepare_data ((1:6).', [1; 2; 1; 2; 1; 2], s);
%! p = struct ("CheckpointFile", tempname (), "Verbose", 0, "CV", 2, "Lambda", ...
%!             [], ...
%!             "NumLambda", 3, "LambdaRatio", NaN, "MaxFeatures", Inf, "Relax", false, ...
%!             "WarmEpochs", 1, "Eliminates", false);
%! [chains, folds] = nnr.path.chains (p, s, d);
%! unwind_protect
%!   p.Journal = nnr.path.journal (p, s, d, folds);
%!   known = nnr.path.train_chains (p, chains, d.Targets, s);
%!   nnr.path.journal (p.Journal, "close");
%!   good = nnr.files.read (p.CheckpointFile, "checkpoint");
%!   assert ({good.Sizes, rows(good.Outcomes)}, {[10; 10; 10], 3});
%!   p.Journal = nnr.path.journal (p, s, d, folds);
%!   again = nnr.path.train_chains (p, chains, d.Targets, s);
%!   assert ({again.Theta}, {known.Theta});
%!   for change = {{"Sizes", [10; 20]}, {"Sizes", [31; -1; 0]}, {"Sizes", [9; 11; 10]}, ...
%!                 {"Outcomes", zeros(2, 8)}, {"Parameters", zeros(30, 2, "single")}}
%!     c = good;
%!     c.(change{1}{1}) = change{1}{2};
%!     nnr.files.write (p.CheckpointFile, "checkpoint", c);
%!     try
%!       p.Journal = nnr.path.journal (p, s, d, folds);
%!       nnr.path.train_chains (p, chains, d.Targets, s);
%!       got = "";
%!     catch err
%!       got = err.message;
%!     end
%!     assert (got, sprintf ('"%s" is a checkpoint with contents that nnreg does not know', ...
%!                           p.CheckpointFile));
%!   end
%! unwind_protect_cleanup
%!   unlink (p.CheckpointFile);
%! end_unwind_protect
