## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## study = nnr.study.open (folder, plan)
##
## The study in a folder: made there for the plan of a search, or gone on with if it is of the same
## plan; of another one the error says what differs.
##
## In the folder are study.bin (the plan), results (a file for each process that works on it: a
## line for each job that is finished), states (parameters that later jobs start from), claims
## (locks) and, for other processes, data.bin. IsNew and NewFolders tell what this call has made.

function study = open (folder, plan)
  new_folders = missing_folders (folder);
  folder = nnr.files.make_folder (folder);
  nnr.files.make_folder (fullfile (folder, 'results'));
  nnr.files.make_folder (fullfile (folder, 'states'));
  text = nnr.study.plan_text (plan);
  [old, is_new] = agreed_plan (folder, plan);
  if (! strcmp (nnr.study.plan_text (old), text))
    error ('nnreg:badArgument', ['the StudyDir "%s" belongs to another search: %s; ' ...
                                 'give another folder'], folder, ...
           nnr.study.difference (old, plan));
  end
  study = nnr.study.handle (folder, text);
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
function [old, is_new] = agreed_plan (folder, plan)
  file = fullfile (folder, 'study.bin');
  claims = fullfile (folder, 'claims');
  while (! __nnreg_claims__ (claims, 0, 1))
    pause (0.02);
  end
  release = onCleanup (@() __nnreg_claims__ (claims, 0, 0));
  is_new = exist (file, 'file') != 2;
  old = read_plan (file);
  if (isempty (old))
    nnr.files.store_whole (file, struct ('plan', plan));
    old = plan;
  end
end

function plan = read_plan (file)
  plan = [];
  found = nnr.files.load_whole (file, true);
  if (! isempty (found))
    plan = found.plan;
  elseif (exist (file, 'file') == 2)
    nnr.words.warn ('nnreg:study', '%s is damaged and is written again', file);
  end
end
