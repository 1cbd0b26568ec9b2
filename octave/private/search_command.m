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
## @deftypefn {Private Function} {@var{out} =} search_command (@var{caller}, @var{command}, @var{args}, @var{wanted})
## What @code{nnreg_gridsearch ("status", dir)} and its like do.  @var{wanted}: is there an
## output argument?
## @seealso{nnreg_gridsearch}
## @end deftypefn

function out = search_command (caller, command, args, wanted)
  known = {'status', 'collect', 'cancel', 'work', 'csv', 'table'};
  command = check_choice (caller, 'the command', command, known);
  out = [];
  if (any (strcmp (command, {'csv', 'table'})))
    check_result (caller, args{1});
    if (strcmp (command, 'table'))
      print_search (args{1});
    elseif (numel (args) < 2 || ! ischar (args{2}))
      error ('nnreg:badArgument', '%s: "csv" needs the name of a file', caller);
    else
      write_search_csv (caller, args{1}, args{2});
    end
    return;
  end
  [study, plan] = study_load (caller, args{1});
  switch (command)
    case 'status'
      out = study_status (caller, study, plan);
      if (! wanted)
        print_status (out);
      end
    case 'collect'
      out = study_collect (caller, study, plan, args(2:end));
      if (! wanted)
        print_search (out);
      end
    case 'cancel'
      out = study_cancel (caller, study, plan);
      if (! wanted)
        print_cancelled (out);
      end
    case 'work'
      study_work (caller, study, plan, args(2:end));
  end
end

function check_result (caller, r)
  if (! (isstruct (r) && isscalar (r) && all (isfield (r, {'Results', 'Table', 'ScoreName'}))))
    error ('nnreg:badArgument', '%s: expected the result of a search, got %s', caller, ...
           show_value (r));
  end
  fault = result_fault ('search', r);
  if (! isempty (fault))
    error ('nnreg:badArgument', '%s: the result of a search does not hold together: %s', caller, ...
           fault);
  end
end
