## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## journal = nnr.path.Journal (p, s, d, folds)
## [thetas, outcome] = journal.recall (jobs)
## journal.note (thetas, outcome)
## journal.close ()
##
## The results of a path's trainings in the order in which they are made, kept in CheckpointFile.
## When the same call is made again, it computes everything as before, except that recall returns
## the results of the trainings in the file; so the bits are the same. Without a CheckpointFile a
## journal keeps nothing.

classdef Journal < handle

  ## Not private: after `clear functions`, in an OutputFcn, Octave takes the class for another one.
  properties
    Store = []      # what nnr.files.keep_checkpoint needs
    Thetas = {}     # the parameters after each training, a cell row
    Outcomes = []   # a row of nnr.path.train_chains for each training
    Count = 0       # how many of the trainings were recalled or noted by this call
    Empty = []      # no parameters, in the precision of the path
    Outputs = {}    # of each point, what nnr.path.fold_outputs returns
  end

  methods

    function self = Journal (p, s, d, folds)
      c = nnr.core.epoch_columns ();
      self.Outcomes = zeros (0, c.Converged);
      self.Empty = zeros (0, 1, s.Precision);
      key = @() nnr.path.Journal.key (p, s, d, folds);
      [self.Store, found] = nnr.files.open_checkpoint (p.CheckpointFile, key, ...
                                                       @(store) self.contents (store), ...
                                                       {'Outcomes', 'Sizes', 'Parameters'}, 'path');
      if (isempty (found))
        return
      end
      sizes = found.Sizes;
      nnr.files.check_contents (self.Store.File, ...
                                rows (sizes) == rows (found.Outcomes) ...
                                && all (sizes >= 0 & sizes == fix (sizes)) ...
                                && sum (sizes) == rows (found.Parameters));
      self.Outcomes = found.Outcomes;
      self.Thetas = mat2cell (found.Parameters, sizes, 1).';
      if (p.Verbose > 0)
        printf ('goes on from "%s", after %s\n', self.Store.File, ...
                nnr.words.count_text (rows (sizes), 'training'));
      end
    end

    ## The results of the next trainings, or empty if the file does not have them.
    function [thetas, outcome] = recall (self, jobs)
      [thetas, outcome] = deal ([]);
      next = self.Count + (1:numel (jobs));
      if (next(end) > numel (self.Thetas))
        return
      end
      thetas = self.Thetas(next);
      outcome = self.Outcomes(next,:);
      self.Count = next(end);
      counts = arrayfun (@(j) nnr.model.count_parameters (j.Problem.Network.Sizes), jobs);
      nnr.files.check_contents (self.Store.File, ...
                                isequal (counts(:), cellfun (@numel, thetas(:))));
    end

    function note (self, thetas, outcome)
      if (isempty (self.Store.File))
        return
      end
      self.Thetas = [self.Thetas(1:self.Count), thetas(:).'];
      self.Outcomes = [self.Outcomes(1:self.Count,:); outcome];
      self.Count = self.Count + numel (thetas);
      self.keep (false);
    end

    ## Writes what the file does not have yet.
    function close (self)
      self.keep (true);
    end

    function keep (self, now)
      store = self.Store;
      self.Store = nnr.files.keep_checkpoint (store, @() self.contents (store), now);
    end

    ## The fields of the checkpoint.
    function c = contents (self, store)
      c = struct ('Names', store.Names, 'Sums', store.Sums, 'Outcomes', self.Outcomes, ...
                  'Sizes', cellfun (@numel, self.Thetas(:)), ...
                  'Parameters', vertcat (self.Empty, self.Thetas{:}));
    end

  end

  methods (Static)

    ## The names of what a path depends on, and a checksum of each, columns.
    function [names, sums] = key (p, s, d, folds)
      data = {'X', nnr.path.key_of_data(d.Data, s); 'y or Weights', d.Targets; ...
              'CV', {folds.Of, folds.Forward}};
      [names, sums] = nnr.path.Journal.key_of (p, s, data);
    end

    ## The same for DATA as nnr.options.key takes them. Of a linear path some scores need the
    ## weights of the folds, which its file then has.
    function [names, sums] = key_of (p, s, data)
      ## The Lambda before NumLambda: it decides whether that counts.
      [names, sums] = nnr.options.key (s, {'Lambda', p.Lambda}, 'fit');
      data = [data; {'Score', p.Exact && p.Predicts}];
      [own, own_sums] = nnr.options.key (p, data, 'path', '!fit');
      names = [names; own];
      sums = [sums; own_sums];
    end

  end

end

%!test
%! # a file that was made by hand, its checksum right
%! s = nnr.options.settings ({"LayerSizes", 2, "Lambda", 0.1, "Penalty", "l1", "Epochs", 20, ...
%!                            "BatchSize", 128, "Verbose", 0});
%! targets = nnr.targets.make ([1; 2; 1; 2; 1; 2], 6, s);
%! p = struct ("CheckpointFile", tempname (), "Verbose", 0, "CV", 2, "CVGroups", [], ...
%!             "CVTime", [], "Repeats", 1, "Lambda", [], ...
%!             "NumLambda", 3, "LambdaRatio", NaN, "MaxFeatures", Inf, "Relax", false, ...
%!             "WarmEpochs", 1, "Method", "auto", "OutOfFold", true, "Exact", false, ...
%!             "Predicts", false);
%! folds = nnr.path.folds (p, targets, s, []);
%! [~, outside] = nnr.folds.sides (folds);
%! d = nnr.train.prepare_data ((1:6).', targets, s, outside);
%! s.Standardize = d.Standardize;
%! chains = nnr.path.chains (d, folds, (1:6).', s);
%! unwind_protect
%!   journal = nnr.path.Journal (p, s, d, folds);
%!   known = nnr.path.train_chains (journal, chains, s);
%!   journal.close ();
%!   good = nnr.files.read (p.CheckpointFile, "checkpoint");
%!   assert ({good.Sizes, rows(good.Outcomes)}, {[10; 10; 10], 3});
%!   again = nnr.path.train_chains (nnr.path.Journal (p, s, d, folds), chains, s);
%!   assert ({again.Theta}, {known.Theta});
%!   ## a training that diverges at once has its place: what comes after it is found
%!   unlink (p.CheckpointFile);
%!   wild = setfield (chains(1), "Theta", Inf (10, 1, "single"));
%!   for time = 1:2
%!     journal = nnr.path.Journal (p, s, d, folds);
%!     fail ("nnr.path.train_chains (journal, wild, s)", "diverged");
%!     assert (journal.Count, 1);
%!     next = nnr.path.train_chains (journal, chains, s);
%!     journal.close ();
%!     assert ({next.Theta}, {known.Theta});
%!     assert (numel (journal.Thetas), 4);
%!   end
%!   nnr.files.write (p.CheckpointFile, "checkpoint", good);
%!   for change = {{"Sizes", [10; 20]}, {"Sizes", [31; -1; 0]}, {"Sizes", [9; 11; 10]}, ...
%!                 {"Outcomes", zeros(2, 8)}, {"Parameters", zeros(30, 2, "single")}}
%!     c = good;
%!     c.(change{1}{1}) = change{1}{2};
%!     nnr.files.write (p.CheckpointFile, "checkpoint", c);
%!     try
%!       nnr.path.train_chains (nnr.path.Journal (p, s, d, folds), chains, s);
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
