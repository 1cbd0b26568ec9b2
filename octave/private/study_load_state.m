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
## @deftypefn {Private Function} {@var{state} =} study_load_state (@var{study}, @var{round}, @var{number})
## The state that a job ended with; empty if it is not there or spoilt.
## @seealso{study_save_state, read_checkpoint}
## @end deftypefn

function state = study_load_state (study, round, number)
  state = [];
  try
    state = read_checkpoint ('nnreg', study_state_file (study, round, number));
  catch
    ## Whatever is wrong with it: the job is done again.
  end
end
