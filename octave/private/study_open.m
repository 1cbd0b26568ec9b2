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
## @deftypefn {Private Function} {@var{study} =} study_open (@var{caller}, @var{folder}, @var{plan})
## The study in a folder: made there for the @var{plan} of a search, or gone on with if it
## is of the same plan; of another one the error says what differs.
##
## In the folder are @file{study.bin} (the plan), @file{results} (a file for each process
## that works on it: a line for each job that is finished), @file{states} (parameters that
## later jobs start from), @file{claims} (locks) and, for other processes, @file{data.bin}.
## @code{IsNew} and @code{NewFolders} tell what this call has made.
## @seealso{study_withdraw, study_append, study_claim, study_read, search_plan}
## @end deftypefn

function study = study_open (caller, folder, plan)
  new_folders = missing_folders (folder);
  folder = make_folder (caller, folder);
  make_folder (caller, fullfile (folder, 'results'));
  make_folder (caller, fullfile (folder, 'states'));
  text = plan_text (plan);
  [old, is_new] = agreed_plan (caller, folder, plan);
  if (! strcmp (plan_text (old), text))
    error ('nnreg:badArgument', ['%s: the StudyDir "%s" belongs to another search: %s; ' ...
                                 'give another folder'], caller, folder, ...
           study_difference (old, plan));
  end
  study = study_handle (folder, text);
  [study.IsNew, study.NewFolders] = deal (is_new, new_folders);
end

## What is to be made: the folder and those above it that are not there, the lowest first.
function folders = missing_folders (folder)
  folders = {};
  folder = make_absolute_filename (tilde_expand (folder));
  while (! isfolder (folder) && ! strcmp (folder, fileparts (folder)))
    folders{end + 1} = folder;
    folder = fileparts (folder);
  end
end

## The plan that is there, or this one, which is there from now on.  One process at a time: with
## the claim of job 0, which is none, no other can put its own plan in between.
function [old, is_new] = agreed_plan (caller, folder, plan)
  file = fullfile (folder, 'study.bin');
  claims = fullfile (folder, 'claims');
  try
    while (! __nnreg_claims__ (claims, 0, 1))
      pause (0.02);
    end
  catch err
    pass_error (caller, err);
  end
  release = onCleanup (@() __nnreg_claims__ (claims, 0, 0));
  is_new = exist (file, 'file') != 2;
  old = read_plan (caller, file);
  if (isempty (old))
    store_whole (caller, file, struct ('plan', plan));
    old = plan;
  end
end

function plan = read_plan (caller, file)
  plan = [];
  found = load_whole (file, caller);
  if (! isempty (found))
    plan = found.plan;
  elseif (exist (file, 'file') == 2)
    warning ('nnreg:study', '%s is damaged and is written again', file);
  end
end
