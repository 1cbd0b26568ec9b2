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
## @deftypefn {Private Function} {[@var{candidates}, @var{measure}, @var{s}] =} study_candidates (@var{caller}, @var{study}, @var{plan}, @var{threads})
## The candidates of a study's search on the data that are kept in its folder.
## @seealso{study_keep_data, make_candidates}
## @end deftypefn

function [candidates, measure, s] = study_candidates (caller, study, plan, threads)
  file = fullfile (study.Folder, 'data.bin');
  if (exist (file, 'file') != 2)
    error ('nnreg:badFile', ['%s: "%s" does not hold the data, which only searches with ' ...
                             'the Executor "processes" or "slurm" leave there; call the ' ...
                             'search itself again with its StudyDir'], caller, study.Folder);
  end
  data = load_whole (file, caller);
  if (isempty (data))
    error ('nnreg:badFile', ['%s: %s is damaged; call the same search again, which writes ' ...
                             'it anew'], caller, file);
  end
  s = plan.Options;
  [s.Threads, s.Verbose] = deal (check_threads (caller, threads), 0);
  candidates = make_candidates (caller, data.X, data.y, plan.Grid, s);
  measure = search_scores (caller, plan.Scores, candidates, data.y, s);
end
