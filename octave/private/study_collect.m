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
## @deftypefn {Private Function} {@var{r} =} study_collect (@var{caller}, @var{study}, @var{plan}, @var{args})
## The result of a study that is complete, from its folder alone.
## @seealso{search_result, study_status}
## @end deftypefn

function r = study_collect (caller, study, plan, args)
  defaults = struct ('Refit', true, 'Select', 'mean', 'Threads', [], 'CSV', '');
  o = parse_options (caller, defaults, args);
  o.Refit = check_scalar (caller, 'Refit', o.Refit, 'logical');
  o.Select = check_choice (caller, 'Select', o.Select, {'mean', '1se'});
  [candidates, measure, s] = study_candidates (caller, study, plan, o.Threads);
  runner = @(jobs, extra) queue_new (jobs, extra);
  found = run_search (caller, plan, candidates, study, measure, runner);
  if (! found.Complete)
    status = study_status (caller, study, plan);
    error ('nnreg:incomplete', ['%s: %d of %s done; wait for the others, or ' ...
                                'call the search again to go on with it'], caller, ...
           status.Done, count_text (status.Jobs, 'training'));
  end
  r = search_result (caller, plan, candidates, measure, found, o);
end
