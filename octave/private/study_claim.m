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
## @deftypefn {Private Function} {@var{mine} =} study_claim (@var{caller}, @var{study}, @var{round}, @var{numbers})
## Which of the jobs this process may do: those that no other one has claimed.  A claim
## lasts until the process ends, in whatever way, or calls @code{study_release}.
## @seealso{study_release, queue_take}
## @end deftypefn

function mine = study_claim (caller, study, round, numbers)
  most_jobs = 2^40;
  items = double (numbers(:)) + most_jobs * round;
  try
    mine = __nnreg_claims__ (fullfile (study.Folder, 'claims'), items, 1).';
  catch err
    pass_error (caller, err);
  end
end
