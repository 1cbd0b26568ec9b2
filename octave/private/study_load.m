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
## @deftypefn {Private Function} {[@var{study}, @var{plan}] =} study_load (@var{caller}, @var{folder})
## The study that is in a folder, as those see it that have only the folder.
## @seealso{study_open}
## @end deftypefn

function [study, plan] = study_load (caller, folder)
  if (! (ischar (folder) && isrow (folder)))
    error ('nnreg:badArgument', '%s: the StudyDir must be the name of a folder, got %s', ...
           caller, show_value (folder));
  end
  folder = tilde_expand (folder);
  file = fullfile (folder, 'study.bin');
  if (exist (file, 'file') != 2)
    error ('nnreg:badFile', '%s: "%s" is no StudyDir: it has no study.bin', caller, folder);
  end
  found = load_whole (file, caller);
  if (isempty (found))
    error ('nnreg:badFile', ['%s: %s is damaged; call the same search again, which writes ' ...
                             'it anew'], caller, file);
  end
  plan = found.plan;
  digest = plan_text (plan);
  study = study_read (study_handle (canonicalize_file_name (folder), digest));
end
