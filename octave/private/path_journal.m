## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{journal} =} path_journal (@var{p}, @var{s}, @var{d}, @var{folds})
## @deftypefnx {Private Function} {[@var{thetas}, @var{outcome}] =} path_journal (@var{journal}, "recall", @var{jobs})
## @deftypefnx {Private Function} {} path_journal (@var{journal}, "note", @var{thetas}, @var{outcome})
## @deftypefnx {Private Function} {} path_journal (@var{journal}, "close")
## The trainings of a path in the order in which they were made, kept in its CheckpointFile: a path
## that begins anew is told their results (the parameters of each chain's job, and the rows of
## @code{train_chains}) instead of training, until it is where the last one ended.  All else it does
## again, to the same bits.  @var{journal} is empty where there is no CheckpointFile; else a Map,
## which is one object for all who hold it.
## @seealso{nnreg_path, train_chains, open_checkpoint}
## @end deftypefn

function [one, two] = path_journal (journal, what, varargin)
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
    journal('Store') = keep_checkpoint (journal('Store'), journal('Caller'), ...
                                        @() contents (journal('Store'), journal), ...
                                        strcmp (what, 'close'));
  end
end

function journal = begin_journal (p, s, d, folds)
  journal = [];
  if (isempty (p.CheckpointFile))
    return;
  end
  journal = containers.Map ({'Caller', 'At', 'Thetas', 'Outcomes'}, ...
                            {p.Caller, 0, {}, zeros(0, 8)}, 'UniformValues', false);
  journal('None') = zeros (0, 1, s.Precision);
  growing = {'Outcomes', 'Sizes', 'Parameters'};
  [store, c] = open_checkpoint (p.Caller, p.CheckpointFile, @() path_key (p, s, d, folds), ...
                                @(store) contents (store, journal), growing);
  journal('Store') = store;
  if (isempty (c))
    return;
  end
  check_contents (p.Caller, store.File, rows (c.Sizes) == rows (c.Outcomes) ...
                  && all (c.Sizes >= 0 & c.Sizes == fix (c.Sizes)) ...
                  && sum (c.Sizes) == rows (c.Parameters));
  journal('Outcomes') = c.Outcomes;
  journal('Thetas') = mat2cell (c.Parameters, c.Sizes, 1).';
  if (p.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, ...
            count_text (rows (c.Outcomes), 'training'));
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
    counts = arrayfun (@(j) count_parameters (j.Problem.Network.Sizes), jobs);
    store = journal('Store');   # (Octave 9 makes a list of journal('Store').File)
    check_contents (journal('Caller'), store.File, ...
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
%! s = fit_settings ("f", {"LayerSizes", 2, "Lambda", 0.1, "Penalty", "l1", "Verbose", 0});
%! d = fit_data ("f", (1:6).', [1; 2; 1; 2; 1; 2], s);
%! p = struct ("Caller", "f", "CheckpointFile", tempname (), "Verbose", 0, "CV", 2, "Lambda", [], ...
%!             "NumLambda", 3, "LambdaRatio", NaN, "MaxFeatures", Inf, "Relax", false, ...
%!             "WarmEpochs", 1, "Eliminates", false);
%! [chains, folds] = path_chains (p, s, d);
%! unwind_protect
%!   p.Journal = path_journal (p, s, d, folds);
%!   known = train_chains (p, chains, d.Targets, s);
%!   path_journal (p.Journal, "close");
%!   good = read_checkpoint ("f", p.CheckpointFile);
%!   assert ({good.Sizes, rows(good.Outcomes)}, {[10; 10; 10], 3});
%!   p.Journal = path_journal (p, s, d, folds);
%!   again = train_chains (p, chains, d.Targets, s);
%!   assert ({again.Theta}, {known.Theta});
%!   for change = {{"Sizes", [10; 20]}, {"Sizes", [31; -1; 0]}, {"Sizes", [9; 11; 10]}, ...
%!                 {"Outcomes", zeros(2, 8)}, {"Parameters", zeros(30, 2, "single")}}
%!     c = good;
%!     c.(change{1}{1}) = change{1}{2};
%!     write_checkpoint (p.CheckpointFile, c);
%!     try
%!       p.Journal = path_journal (p, s, d, folds);
%!       train_chains (p, chains, d.Targets, s);
%!       got = "";
%!     catch err
%!       got = err.message;
%!     end
%!     assert (got, sprintf ('f: "%s" is a checkpoint with contents that nnreg does not know', ...
%!                           p.CheckpointFile));
%!   end
%! unwind_protect_cleanup
%!   unlink (p.CheckpointFile);
%! end_unwind_protect
